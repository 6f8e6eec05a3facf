{ birthcase for Free Pascal and Delphi: the constants and functions of birthcase.h and birthcase_case.h as they are, from
  birthcase_interface.inc, and a thin layer that turns failures into exceptions and texts into strings. Copy both files
  into your project and put birthcase.dll or libbirthcase.so where the system looks for libraries. The headers say what
  each function does; those of birthcase_store.h are in the unit birthcase_store.

  Texts are bytes in the encoding of the session, both ways: nothing here converts them. }
unit birthcase;

{$ifdef FPC}{$mode delphi}{$endif}

interface

uses
  SysUtils;

{$I birthcase_interface.inc}

type
{$if not declared(RawByteString)}
  RawByteString = AnsiString;  { before Delphi 2009 }
{$ifend}

  { A call that failed: what the library said, for a programmer's log. It quotes no personal data. }
  EBirthcase = class(Exception)
  public
    Status: Integer;
  end;

{ ---- the thin layer; everything that fails raises EBirthcase }

{ Raises what the library says if the call that gave this status failed. }
procedure BirthcaseNeed(session: PBirthcaseSession; status: Integer);

{ A copy of the bytes that a call gave. }
function BirthcaseCopied(text: PAnsiChar; count: Int64): RawByteString;

function BirthcaseConvert(session: PBirthcaseSession; from_encoding, to_encoding: Integer;
  const bytes: RawByteString): RawByteString;

procedure BirthcasePut(session: PBirthcaseSession; application: PBirthcaseApplication;
  const name, value: RawByteString; newborn: Integer = BIRTHCASE_FAMILY);
function BirthcaseGet(session: PBirthcaseSession; application: PBirthcaseApplication; const name: RawByteString;
  newborn: Integer = BIRTHCASE_FAMILY): RawByteString;

{ Plans for a day (`2019-06-10`); without one, for the day of the application's `applied_at`. }
function BirthcasePlan(session: PBirthcaseSession; profile: PBirthcaseProfile; application: PBirthcaseApplication;
  const as_of: RawByteString = ''): PBirthcasePlan;
function BirthcasePlanCount(session: PBirthcaseSession; plan: PBirthcasePlan; list: Integer): Integer;
function BirthcasePlanText(session: PBirthcaseSession; plan: PBirthcasePlan; attribute: Integer;
  index: Integer = 0): RawByteString;
function BirthcasePlanNumber(session: PBirthcaseSession; plan: PBirthcasePlan; attribute: Integer;
  index: Integer = 0): Int64;
function BirthcasePlanJson(session: PBirthcaseSession; plan: PBirthcasePlan): RawByteString;

implementation

procedure BirthcaseNeed(session: PBirthcaseSession; status: Integer);
var
  failure: EBirthcase;
  words: PAnsiChar;
  count: Int64;
begin
  if status = BIRTHCASE_OK then Exit;
  if birthcase_session_error_message(session, words, count) <> BIRTHCASE_OK then
    words := birthcase_status_name(status);
  failure := EBirthcase.Create(string(AnsiString(words)));
  failure.Status := status;
  raise failure;
end;

function BirthcaseCopied(text: PAnsiChar; count: Int64): RawByteString;
begin
  Result := '';
  SetLength(Result, count);
  if count > 0 then Move(text^, Result[1], count);
end;

function BirthcaseConvert(session: PBirthcaseSession; from_encoding, to_encoding: Integer;
  const bytes: RawByteString): RawByteString;
var
  text: PAnsiChar;
  count: Int64;
begin
  BirthcaseNeed(session, birthcase_convert(session, from_encoding, to_encoding, PAnsiChar(bytes), Length(bytes), text,
    count));
  Result := BirthcaseCopied(text, count);
end;

procedure BirthcasePut(session: PBirthcaseSession; application: PBirthcaseApplication;
  const name, value: RawByteString; newborn: Integer);
begin
  BirthcaseNeed(session, birthcase_application_put(session, application, PAnsiChar(name), Length(name), newborn,
    PAnsiChar(value), Length(value)));
end;

function BirthcaseGet(session: PBirthcaseSession; application: PBirthcaseApplication; const name: RawByteString;
  newborn: Integer): RawByteString;
var
  state: Integer;
  text: PAnsiChar;
  count: Int64;
begin
  BirthcaseNeed(session, birthcase_application_get(session, application, PAnsiChar(name), Length(name), newborn, state,
    text, count));
  Result := BirthcaseCopied(text, count);
end;

function BirthcasePlan(session: PBirthcaseSession; profile: PBirthcaseProfile; application: PBirthcaseApplication;
  const as_of: RawByteString): PBirthcasePlan;
begin
  BirthcaseNeed(session, birthcase_plan_new(session, profile, application, PAnsiChar(as_of), Length(as_of), Result));
end;

function BirthcasePlanCount(session: PBirthcaseSession; plan: PBirthcasePlan; list: Integer): Integer;
begin
  BirthcaseNeed(session, birthcase_plan_count(session, plan, list, Result));
end;

function BirthcasePlanText(session: PBirthcaseSession; plan: PBirthcasePlan; attribute, index: Integer): RawByteString;
var
  text: PAnsiChar;
  count: Int64;
begin
  BirthcaseNeed(session, birthcase_plan_text(session, plan, attribute, index, text, count));
  Result := BirthcaseCopied(text, count);
end;

function BirthcasePlanNumber(session: PBirthcaseSession; plan: PBirthcasePlan; attribute, index: Integer): Int64;
begin
  BirthcaseNeed(session, birthcase_plan_number(session, plan, attribute, index, Result));
end;

function BirthcasePlanJson(session: PBirthcaseSession; plan: PBirthcasePlan): RawByteString;
var
  text: PAnsiChar;
  count: Int64;
begin
  BirthcaseNeed(session, birthcase_plan_json(session, plan, text, count));
  Result := BirthcaseCopied(text, count);
end;

end.
