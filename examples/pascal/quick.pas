{ An application's JSON in, its plan's JSON out. }
program quick;

{$ifdef FPC}{$mode delphi}{$endif}
{$apptype console}

uses
  Classes, SysUtils, birthcase;

var
  session: PBirthcaseSession;
  yiwu: PBirthcaseProfile;
  application: TMemoryStream;
  plan: PAnsiChar;
  length: Int64;

begin
  application := TMemoryStream.Create;
  application.LoadFromFile(ParamStr(1));
  BirthcaseNeed(nil, birthcase_session_new(BIRTHCASE_UTF8, BIRTHCASE_CHINESE, session));

  BirthcaseNeed(session, birthcase_profile_built_in(session, 'yiwu', BIRTHCASE_NUL_ENDED, yiwu));
  BirthcaseNeed(session, birthcase_plan_document(session, yiwu, application.Memory, application.Size, nil, 0, plan, length));
  WriteLn(BirthcaseCopied(plan, length));

  birthcase_profile_free(yiwu);
  birthcase_session_free(session);
  application.Free;
end.
