{ Calls every function about cases and stores, in GB18030, and prints what each gave: the same bytes as
  every_case_function.c. }
program every_case_function;

{$ifdef FPC}{$mode delphi}{$endif}

uses
  SysUtils, Classes, birthcase, birthcase_store;

const
  Id = 'wl-2019-0001';
  OpenedAt = '2019-04-29T09:10';
  Moment = '2019-04-29T09:15';
  MessageId = Id + ':birth-certificate#1:1';
  AcceptIt = '{"do": "accept", "by": "window-1"}';
  DispatchIt = '{"do": "dispatch", "by": "window-1"}';
  Ends = BIRTHCASE_NUL_ENDED;

var
  session: PBirthcaseSession;
  wenling: PBirthcaseProfile;
  birth: PBirthcaseCase;
  store: PBirthcaseStore;
  openIt, storeFile: RawByteString;
  text: PAnsiChar;
  size: Int64;

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

{ Of a text with random numbers in it. }
procedure ShowLength(const what: RawByteString; status: Integer);
begin
  Need(status);
  ShowNumber(what, size);
end;

procedure ReadApplication(const name: RawByteString);
var
  bytes: RawByteString;
begin
  with TFileStream.Create(name, fmOpenRead) do
  begin
    SetLength(bytes, Size);
    ReadBuffer(bytes[1], Length(bytes));
    Free;
  end;
  openIt := '{"do": "open", "by": "window-1", "application": ' +
    BirthcaseConvert(session, BIRTHCASE_UTF8, BIRTHCASE_GB18030, bytes) + '}';
end;

procedure CallCase;
var
  profile: PBirthcaseProfile;
  plan: PBirthcasePlan;
  version: Int64;
begin
  Need(birthcase_case_new(session, wenling, Id, Ends, birth));
  ShowText('case_do', birthcase_case_do(session, birth, PAnsiChar(openIt), Length(openIt), OpenedAt, Ends, text, size));
  ShowText('case_do', birthcase_case_do(session, birth, AcceptIt, Ends, Moment, Ends, text, size));
  ShowText('case_do', birthcase_case_do(session, birth, DispatchIt, Ends, Moment, Ends, text, size));
  ShowText('case_id', birthcase_case_id(session, birth, text, size));
  Need(birthcase_case_version(session, birth, version));
  ShowNumber('case_version', version);
  Need(birthcase_case_profile(session, birth, profile));
  ShowText('case_profile', birthcase_profile_id(session, profile, text, size));
  ShowText('case_json', birthcase_case_json(session, birth, Moment, Ends, text, size));
  Need(birthcase_case_plan(session, birth, '2019-05-01', Ends, plan));
  ShowText('case_plan', birthcase_plan_text(session, plan, BIRTHCASE_STEP_LABEL, 1, text, size));
  ShowText('case_due', birthcase_case_due(session, birth, Moment, Ends, text, size));
  ShowText('case_paper', birthcase_case_paper(session, birth, 'receipt', Ends, '', 0, '2019-05-01', Ends, 'text', Ends,
    text, size));
  ShowText('case_events', birthcase_case_events(session, birth, 1, text, size));
  birthcase_plan_free(plan);
  birthcase_profile_free(profile);
end;

{ A look-up that is answered, a return with its supplement notice, and a clock that was ahead. }
procedure CallDetours;
const
  AskIt = '{"do": "ask-look-up", "by": "window-1"}';
  FoundIt = '{"do": "answer-look-up", "by": "link-1", "message": "wl-2019-0001:wenling/marria' +
    'ge-shared:1", "result": "found", "reference": "MZ-1"}';
  ReturnIt = '{"do": "answer", "by": "link-1", "message": "wl-2019-0001:birth-certificate#1:1"' +
    ', "result": "returned", "wanted_evidence": [{"type": "marriage-certificate"}], "reason": "blurred"}';
  BringIt = '{"do": "supplement", "by": "window-1", "evidence": [{"type": "marriage-certificate"}]}';
  RepairIt = '{"do": "repair-clock", "by": "window-1", "reason": "set to the wrong year"}';
var
  detours: PBirthcaseCase;
  plan: PBirthcasePlan;
begin
  Need(birthcase_case_new(session, wenling, Id, Ends, detours));
  Need(birthcase_case_do(session, detours, PAnsiChar(openIt), Length(openIt), OpenedAt, Ends, text, size));
  ShowText('ask', birthcase_case_do(session, detours, AskIt, Ends, OpenedAt, Ends, text, size));
  ShowText('found', birthcase_case_do(session, detours, FoundIt, Ends, OpenedAt, Ends, text, size));
  Need(birthcase_case_plan(session, detours, '2019-05-01', Ends, plan));
  ShowText('look_up_id', birthcase_plan_text(session, plan, BIRTHCASE_LOOK_UP_ID, 1, text, size));
  ShowText('look_up_state', birthcase_plan_text(session, plan, BIRTHCASE_LOOK_UP_STATE, 1, text, size));
  Need(birthcase_plan_free(plan));
  Need(birthcase_case_do(session, detours, AcceptIt, Ends, Moment, Ends, text, size));
  Need(birthcase_case_do(session, detours, DispatchIt, Ends, Moment, Ends, text, size));
  ShowText('returned', birthcase_case_do(session, detours, ReturnIt, Ends, Moment, Ends, text, size));
  ShowText('supplement_notice', birthcase_case_paper(session, detours, 'supplement-notice', Ends, '', 0, '2019-05-01',
    Ends, 'text', Ends, text, size));
  ShowText('ahead', birthcase_case_do(session, detours, BringIt, Ends, '2091-01-01T09:00', Ends, text, size));
  ShowText('repaired', birthcase_case_do(session, detours, RepairIt, Ends, Moment, Ends, text, size));
  Need(birthcase_case_free(detours));
end;

procedure CallReplay;
var
  again: PBirthcaseCase;
  events: RawByteString;
begin
  Need(birthcase_case_events(session, birth, 0, text, size));
  events := BirthcaseCopied(text, size);
  Need(birthcase_case_replay(session, wenling, PAnsiChar(events), Length(events), again));
  ShowText('case_replay', birthcase_case_json(session, again, Moment, Ends, text, size));
  Need(birthcase_case_free(again));
end;

procedure CallRefusal;
begin
  ShowNumber('refused', birthcase_case_do(session, birth, AcceptIt, Ends, Moment, Ends, text, size));
  ShowText('session_error_message', birthcase_session_error_message(session, text, size));
  ShowText('session_error_json', birthcase_session_error_json(session, text, size));
end;

procedure CallStore;
var
  encrypted: PBirthcaseStore;
  loaded: PBirthcaseCase;
begin
  Need(birthcase_store_open(session, PAnsiChar(storeFile), Length(storeFile), BIRTHCASE_READ_WRITE, store));
  ShowNumber('store_open_with_key', birthcase_store_open_with_key(session, PAnsiChar(storeFile), Length(storeFile),
    BIRTHCASE_READ_WRITE, 'short', 5, encrypted));
  Need(birthcase_store_add_profile(session, store, wenling));
  ShowText('store_open_case', birthcase_store_open_case(session, store, wenling, Id, Ends, PAnsiChar(openIt),
    Length(openIt), OpenedAt, Ends, text, size));
  ShowText('store_do', birthcase_store_do(session, store, Id, Ends, AcceptIt, Ends, Moment, Ends, 1, text, size));
  ShowText('store_do', birthcase_store_do(session, store, Id, Ends, DispatchIt, Ends, Moment, Ends,
    BIRTHCASE_ANY_VERSION, text, size));
  ShowNumber('conflict', birthcase_store_do(session, store, Id, Ends, DispatchIt, Ends, Moment, Ends, 1, text, size));
  Need(birthcase_store_load(session, store, Id, Ends, loaded));
  ShowText('store_load', birthcase_case_events(session, loaded, 0, text, size));
  Need(birthcase_case_free(loaded));
  ShowText('store_cases', birthcase_store_cases(session, store, '', 0, 10, text, size));
  ShowText('store_due', birthcase_store_due(session, store, '2019-05-06', Ends, Moment, Ends, 10, text, size));
end;

procedure CallAnchor;
var
  note: RawByteString;
begin
  ShowLength('store_anchor', birthcase_store_anchor(session, store, Moment, Ends, '', 0, text, size));
  note := BirthcaseCopied(text, size);
  ShowText('store_verify_against', birthcase_store_verify_against(session, store, PAnsiChar(note), Length(note), '', 0,
    text, size));
end;

procedure CallOutbox;
var
  document, other: RawByteString;
begin
  ShowText('store_lease', birthcase_store_lease(session, store, 'link', Ends, '', 0, Moment, Ends, 60, 10, text, size));
  Need(birthcase_store_retry(session, store, MessageId, Ends));
  Need(birthcase_store_renew(session, store, MessageId, Ends, 'link', Ends, Moment, Ends, 90));
  ShowText('store_failed', birthcase_store_failed(session, store, MessageId, Ends, 'link', Ends, Moment, Ends, 'no-line',
    Ends, 1, 2, 3, text, size));
  ShowText('store_waiting', birthcase_store_waiting(session, store, '', 0, 10, 0, text, size));
  Need(birthcase_store_ack(session, store, MessageId, Ends, 'link', Ends));
  ShowLength('store_verify', birthcase_store_verify(session, store, Id, Ends, text, size));
  CallAnchor;
  ShowText('store_repair', birthcase_store_repair(session, store, Id, Ends, Moment, Ends, text, size));
  ShowText('store_damaged', birthcase_store_damaged(session, store, text, size));
  ShowLength('store_export', birthcase_store_export(session, store, Id, Ends, text, size));
  document := BirthcaseCopied(text, size);
  Need(birthcase_store_free(store));
  other := storeFile + '.other';
  Need(birthcase_store_open(session, PAnsiChar(other), Length(other), BIRTHCASE_READ_WRITE, store));
  ShowText('store_import', birthcase_store_import(session, store, PAnsiChar(document), Length(document), text, size));
end;

begin
  Need(birthcase_session_new(BIRTHCASE_GB18030, BIRTHCASE_CHINESE, session));
  Need(birthcase_profile_built_in(session, 'wenling', Ends, wenling));
  ReadApplication(ParamStr(1));
  storeFile := ParamStr(2);
  CallCase;
  CallDetours;
  CallReplay;
  CallRefusal;
  CallStore;
  CallOutbox;
  Need(birthcase_store_free(store));
  Need(birthcase_case_free(birth));
  Need(birthcase_profile_free(wenling));
  Need(birthcase_session_free(session));
end.
