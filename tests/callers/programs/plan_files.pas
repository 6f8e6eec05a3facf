{ plan_files DAY FILE...: the plan of each application as JSON, a line each. An empty DAY is that of `applied_at`.
  The library sees and gives nothing but GB18030: files are converted on the way in, plans on the way out. }
program plan_files;

{$ifdef FPC}{$mode delphi}{$endif}

uses
  Classes, SysUtils, birthcase;

function ReadFile(const name: string): RawByteString;
var
  stream: TFileStream;
begin
  stream := TFileStream.Create(name, fmOpenRead);
  try
    Result := '';
    SetLength(Result, stream.Size);
    stream.ReadBuffer(PAnsiChar(Result)^, stream.Size);
  finally
    stream.Free;
  end;
end;

{ In one call: the application's JSON in, the plan's JSON out. }
function PlanFile(session: PBirthcaseSession; const name: string; const day: RawByteString): RawByteString;
var
  profile: PBirthcaseProfile;
  json: RawByteString;
  text: PAnsiChar;
  count: Int64;
begin
  profile := nil;
  json := BirthcaseConvert(session, BIRTHCASE_UTF8, BIRTHCASE_GB18030, ReadFile(name));
  BirthcaseNeed(session, birthcase_application_profile_named_in(session, PAnsiChar(json), Length(json), text, count));
  BirthcaseNeed(session, birthcase_profile_built_in(session, text, count, profile));
  try
    BirthcaseNeed(session, birthcase_plan_document(session, profile, PAnsiChar(json), Length(json), PAnsiChar(day),
      Length(day), text, count));
    Result := BirthcaseConvert(session, BIRTHCASE_GB18030, BIRTHCASE_UTF8, BirthcaseCopied(text, count));
  finally
    birthcase_profile_free(profile);
  end;
end;

var
  session: PBirthcaseSession;
  i: Integer;
begin
  BirthcaseNeed(nil, birthcase_session_new(BIRTHCASE_GB18030, BIRTHCASE_CHINESE, session));
  for i := 2 to ParamCount do
    try
      Write(PlanFile(session, ParamStr(i), ParamStr(1)), #10);
    except
      on failure: EBirthcase do
      begin
        WriteLn(ErrOutput, ParamStr(i), ': ', failure.Message);
        Halt(1);
      end;
    end;
  birthcase_session_free(session);
end.
