{ Calls every function of birthcase.h once, in GB18030, and prints what each gave: the same bytes as every_function.c. }
program every_function;

{$ifdef FPC}{$mode delphi}{$endif}

uses
  SysUtils, birthcase;

const
  Day = '2019-06-10';
  Mother = #$C0#$EE#$FE#$9F;
  Newborn = #$CD#$F5#$95#$34#$B2#$35;
  Ends = BIRTHCASE_NUL_ENDED;

var
  session: PBirthcaseSession;
  first, yiwu, village: PBirthcaseProfile;
  application: PBirthcaseApplication;
  plan: PBirthcasePlan;
  text: PAnsiChar;
  size: Int64;
  count: Integer;

procedure Need(status: Integer);
begin
  BirthcaseNeed(session, status);
end;

procedure Show(const what: RawByteString; const value: RawByteString);
begin
  Write(what, ' ', value, #10);
end;

procedure ShowText(const what: RawByteString; status: Integer);
begin
  Need(status);
  Show(what, BirthcaseCopied(text, size));
end;

procedure ShowNumber(const what: RawByteString; number: Int64);
begin
  Show(what, IntToStr(number));
end;

procedure CallSession;
var
  buffer: array[0..7] of AnsiChar;
  needed: Int64;
begin
  Show('version', birthcase_version);
  ShowNumber('abi_version', birthcase_abi_version);
  Show('status_name', birthcase_status_name(BIRTHCASE_UNKNOWN_NAME));
  Show('convert', BirthcaseConvert(session, BIRTHCASE_UTF8, BIRTHCASE_GB18030, #$E7#$8E#$8B#$F0#$A0#$AE#$B7));
  Need(birthcase_session_copy_text(session, buffer, SizeOf(buffer), needed));
  Show('session_copy_text', PAnsiChar(@buffer));
  ShowNumber('needed', needed);
end;

procedure CallProfiles;
const
  Json = '{"id": "hamlet", "extends": "village", "title": {"zh": "'#$B4#$E5'", "en": "Hamlet"}}';
  Calendar =
    '{"year": 2027, "notices": [{"number": "'#$C9#$E8#$CF#$EB'", "announced": "2026-11-10"}]}';
  Codes = '# standard: none'#10'code'#9'zh'#10'1'#9#$B4#$E5#10;
var
  both: array[0..1] of PBirthcaseProfile;
begin
  Need(birthcase_built_in_count(session, count));
  ShowNumber('built_in_count', count);
  ShowText('built_in_id', birthcase_built_in_id(session, 1, text, size));
  ShowText('built_in_json', birthcase_built_in_json(session, 'yiwu', Ends, text, size));
  Need(birthcase_session_add_calendar(session, Calendar, Ends));
  Need(birthcase_session_add_codes(session, 'village', Ends, Codes, Ends));
  Need(birthcase_session_add_profile(session, '{"id": "village", "extends": "yiwu"}', Ends));
  Need(birthcase_profile_parse(session, Json, Ends, village));
  ShowText('profile_id', birthcase_profile_id(session, village, text, size));
  ShowText('profile_title', birthcase_profile_title(session, village, text, size));
  ShowText('profile_form', birthcase_profile_form(session, yiwu, 'birth-certificate', Ends, text, size));
  ShowText('profile_fields', birthcase_profile_fields(session, yiwu, text, size));
  ShowText('profile_application_schema', birthcase_profile_application_schema(session, yiwu, text, size));
  both[0] := yiwu;
  both[1] := village;
  ShowText('plan_document', birthcase_plan_document(session, village, '{}', Ends, '2027-03-02', Ends, text, size));
  ShowText('compare', birthcase_compare(session, @both[0], 2, Day, Ends, text, size));
end;

procedure CallApplication;
var
  copied, other: PBirthcaseApplication;
  state: Integer;
begin
  BirthcasePut(session, application, 'mother.name', Mother);
  BirthcasePut(session, application, 'mother.ethnicity', '99');
  BirthcasePut(session, application, 'mother.phone', '13800000001');
  BirthcasePut(session, application, 'newborn.name', Newborn, 0);
  Need(birthcase_application_put_none(session, application, 'father', Ends, BIRTHCASE_FAMILY));
  Need(birthcase_application_clear(session, application, 'mother.phone', Ends, BIRTHCASE_FAMILY));
  Need(birthcase_application_hand_in(session, application, 'id-card', Ends, 'mother', Ends, BIRTHCASE_SCAN,
    BIRTHCASE_FAMILY));
  ShowText('application_get', birthcase_application_get(session, application, 'newborn.name', Ends, 0, state, text,
    size));
  ShowNumber('state', state);
  Need(birthcase_application_newborn_count(session, application, count));
  ShowNumber('application_newborn_count', count);
  ShowText('application_validate', birthcase_application_validate(session, application, count, text, size));
  ShowNumber('findings', count);
  ShowText('application_finding', birthcase_application_finding(session, application, BIRTHCASE_FINDING_MESSAGE, 0,
    text, size));
  Need(birthcase_application_copy(session, application, copied));
  Need(birthcase_application_under(session, copied, village, other));
  ShowText('application_json', birthcase_application_json(session, other, text, size));
  birthcase_application_free(other);
  birthcase_application_free(copied);
end;

procedure CallPlan;
const
  Json = '{"profile": "yiwu", "mother": {"name": "' + Mother + '"}}';
  Offsets: array[0..2] of Integer = (0, Length(Json), Length(Json));
  Attributes: array[0..2] of Integer = (BIRTHCASE_ROW_STATUS, BIRTHCASE_PLAN_SHEETS, BIRTHCASE_EVIDENCE_LABEL);
var
  parsed: PBirthcaseApplication;
begin
  ShowNumber('plan_count', BirthcasePlanCount(session, plan, BIRTHCASE_EVIDENCE));
  Show('plan_text', BirthcasePlanText(session, plan, BIRTHCASE_EVIDENCE_LABEL, 1));
  ShowNumber('plan_number', BirthcasePlanNumber(session, plan, BIRTHCASE_EVIDENCE_ORIGINAL, 1));
  Show('plan_json', BirthcasePlanJson(session, plan));
  ShowText('plan_json_parts', birthcase_plan_json_parts(session, plan, 'findings,evidence', Ends,
    BIRTHCASE_WITHOUT_REASONS, text, size));
  ShowText('application_profile_named_in', birthcase_application_profile_named_in(session, Json, Ends, text, size));
  Need(birthcase_application_parse(session, yiwu, Json, Ends, parsed));
  ShowText('application_json', birthcase_application_json(session, parsed, text, size));
  ShowText('plan_document', birthcase_plan_document(session, yiwu, Json, Ends, Day, Ends, text, size));
  ShowText('plan_document_parts', birthcase_plan_document_parts(session, yiwu, Json, Ends, Day, Ends, '', Ends,
    BIRTHCASE_WITHOUT_LABELS or BIRTHCASE_WITHOUT_REASONS, text, size));
  ShowText('plan_columns', birthcase_plan_columns(session, yiwu, Json, @Offsets[0], 2, Day, Ends, @Attributes[0], 3,
    text, size));
  birthcase_application_free(parsed);
end;

procedure CallRuleTests;
const
  Json = '{"profile": "hamlet.json", "as_of": "2019-06-10", "cases": [{"name": "' + Newborn + '",' +
    ' "given": {"mother": {"id_type": "01"}}, "expect": {"evidence": {"exactly": []}}}]}';
var
  failed: Integer;
begin
  ShowText('rule_tests_profile_named_in', birthcase_rule_tests_profile_named_in(session, Json, Ends, 0, text, size));
  ShowText('rule_tests_run', birthcase_rule_tests_run(session, @village, 1, Json, Ends, 'hamlet', Ends,
    BIRTHCASE_REPORT_TEXT, count, failed, text, size));
  ShowNumber('passed', count);
  ShowNumber('failed', failed);
end;

procedure CallErrors;
begin
  try
    BirthcasePut(session, application, 'mother.nmae', '');
  except
    on failure: EBirthcase do
    begin
      ShowNumber('failure', failure.Status);
      Show('session_error_message', failure.Message);
      ShowText('session_error_json', birthcase_session_error_json(session, text, size));
    end;
  end;
end;

begin
  Need(birthcase_session_new(BIRTHCASE_GB18030, BIRTHCASE_CHINESE, session));
  CallSession;
  Need(birthcase_profile_built_in(session, 'yiwu', Ends, first));
  Need(birthcase_profile_share(session, first, yiwu));
  Need(birthcase_profile_free(first));
  CallProfiles;
  Need(birthcase_application_new(session, yiwu, application));
  CallApplication;
  plan := BirthcasePlan(session, yiwu, application, Day);
  CallPlan;
  CallRuleTests;
  CallErrors;
  Need(birthcase_plan_free(plan));
  Need(birthcase_application_free(application));
  Need(birthcase_profile_free(village));
  Need(birthcase_profile_free(yiwu));
  Need(birthcase_session_free(session));
end.
