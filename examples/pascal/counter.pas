{ A hospital's counter whose data are in GB18030, as a Delphi client has them: a half-filled record goes in fact by fact,
  the library says what to ask, the family answers, and out come the documents with the reasons and the route with its
  days. The screen gets GB18030 too. }
program counter;

{$ifdef FPC}{$mode delphi}{$endif}
{$apptype console}

uses
  SysUtils, birthcase;

const
  MothersName = #$C0#$EE#$FE#$9F;            { Li Yan, the second character U+4DAE, as GB18030 writes it }
  NewbornsName = #$CD#$F5#$95#$34#$B2#$35;   { Wang Ji, the second character U+20BB7 }

var
  session: PBirthcaseSession;
  yiwu: PBirthcaseProfile;
  application: PBirthcaseApplication;
  plan: PBirthcasePlan;

procedure Put(const name, value: RawByteString; newborn: Integer = BIRTHCASE_FAMILY);
begin
  BirthcasePut(session, application, name, value, newborn);
end;

{ What the hospital's system knows. }
procedure PutRecord;
begin
  Put('channel', 'hospital');
  Put('applied_at', '2019-06-10T09:30');
  Put('applicant.role', 'mother');
  Put('settlement.with', 'father');
  Put('mother.name', MothersName);
  Put('mother.id_type', '01');
  Put('father.id_type', '01');
  Put('father.hukou.division', '330782');
  Put('marriage.status', '20');
  Put('birth.institution.licensed', 'true');
  Put('newborn.name', NewbornsName, 0);
  Put('newborn.sex', '2', 0);
  Put('newborn.born_at', '2019-06-08T14:20', 0);
  Put('newborn.weight_g', '3250', 0);
  Put('newborn.hepatitis_b.given_on', '2019-06-08', 0);
  Put('newborn.bcg.given_on', '2019-06-08', 0);
end;

{ What the family says when it is asked. }
procedure PutAnswers;
begin
  Put('mother.hukou.division', '330108');
  Put('delivery.method', 'outlet');
end;

procedure PlanAnew;
begin
  birthcase_plan_free(plan);
  plan := BirthcasePlan(session, yiwu, application);
end;

function TextOf(attribute, index: Integer): RawByteString;
begin
  Result := BirthcasePlanText(session, plan, attribute, index);
end;

{ Something before a text of the plan, and the text; nothing where it is empty. }
function After(const before: RawByteString; attribute, index: Integer): RawByteString;
begin
  Result := TextOf(attribute, index);
  if Result <> '' then Result := before + Result;
end;

{ What the library asks. }
procedure PrintQuestions;
var
  i: Integer;
begin
  for i := 0 to BirthcasePlanCount(session, plan, BIRTHCASE_UNDETERMINED) - 1 do
    WriteLn('? ', TextOf(BIRTHCASE_UNDETERMINED_LABEL, i), ' (', TextOf(BIRTHCASE_UNDETERMINED_FACT, i), ')');
end;

{ Every document: + to bring, - not to bring; whose; and why. }
procedure PrintEvidence;
var
  i: Integer;
begin
  for i := 0 to BirthcasePlanCount(session, plan, BIRTHCASE_EVIDENCE) - 1 do
  begin
    if TextOf(BIRTHCASE_EVIDENCE_STATUS, i) = 'bring' then Write('+ ') else Write('- ');
    WriteLn(TextOf(BIRTHCASE_EVIDENCE_LABEL, i), After(' / ', BIRTHCASE_EVIDENCE_HOLDER_LABEL, i),
      After(': ', BIRTHCASE_EVIDENCE_REASON, i));
  end;
end;

procedure PrintRoute;
var
  i: Integer;
begin
  for i := 0 to BirthcasePlanCount(session, plan, BIRTHCASE_STEPS) - 1 do
    WriteLn('> ', TextOf(BIRTHCASE_STEP_LABEL, i), ': ', TextOf(BIRTHCASE_STEP_ORGANISATION_LABEL, i), ', ',
      TextOf(BIRTHCASE_STEP_DUE, i));
end;

procedure Serve;
begin
  BirthcaseNeed(nil, birthcase_session_new(BIRTHCASE_GB18030, BIRTHCASE_CHINESE, session));
  BirthcaseNeed(session, birthcase_profile_built_in(session, 'yiwu', BIRTHCASE_NUL_ENDED, yiwu));
  BirthcaseNeed(session, birthcase_application_new(session, yiwu, application));
  PutRecord;
  PlanAnew;
  WriteLn(BirthcaseGet(session, application, 'newborn.name', 0), ', ',
    BirthcaseGet(session, application, 'mother.name'));
  PrintQuestions;

  PutAnswers;
  PlanAnew;
  PrintEvidence;
  PrintRoute;
end;

begin
  try
    try
      Serve;
    finally
      birthcase_plan_free(plan);
      birthcase_application_free(application);
      birthcase_profile_free(yiwu);
      birthcase_session_free(session);
    end;
  except
    on failure: EBirthcase do
    begin
      WriteLn(ErrOutput, failure.Message);
      Halt(1);
    end;
  end;
end.
