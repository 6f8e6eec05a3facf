{ birthcase for Free Pascal and Delphi: the constants and functions of birthcase.h and birthcase_case.h as they are, and a
  thin layer that turns failures into exceptions and texts into strings. Copy this unit into your project and put
  birthcase.dll or libbirthcase.so where the system looks for libraries. The headers tell what each function does; those of
  birthcase_store.h are in the unit birthcase_store.

  Texts are bytes in the encoding of the session, both ways: nothing here converts them. }
unit birthcase;

{$ifdef FPC}{$mode delphi}{$endif}

interface

uses
  SysUtils;

const
  BIRTHCASE_ABI = 1;  { BIRTHCASE_ABI_VERSION of birthcase.h; Pascal would take that for the function }
  BIRTHCASE_NUL_ENDED = -1;
  BIRTHCASE_FAMILY = -1;

  BIRTHCASE_OK = 0; BIRTHCASE_SYNTAX = 1; BIRTHCASE_UNKNOWN_NAME = 2; BIRTHCASE_WRONG_TYPE = 3;
  BIRTHCASE_OUT_OF_RANGE = 4; BIRTHCASE_ENCODING = 5; BIRTHCASE_CONTRADICTION = 6; BIRTHCASE_MISSING = 7;
  BIRTHCASE_BAD_ARGUMENT = 8; BIRTHCASE_BAD_HANDLE = 9; BIRTHCASE_BUFFER_TOO_SMALL = 10; BIRTHCASE_OUT_OF_MEMORY = 11;
  BIRTHCASE_INTERNAL = 12; BIRTHCASE_REFUSED = 13; BIRTHCASE_CONFLICT = 14; BIRTHCASE_STORAGE = 15;

  { What Windows calls GB18030 (code page 54936) is the edition of 2000. }
  BIRTHCASE_UTF8 = 0; BIRTHCASE_GB18030 = 1; BIRTHCASE_GB18030_2005 = 2; BIRTHCASE_GB18030_2000 = 3;

  BIRTHCASE_CHINESE = 0; BIRTHCASE_ENGLISH = 1;

  BIRTHCASE_FACT_UNKNOWN = 0; BIRTHCASE_FACT_NONE = 1; BIRTHCASE_FACT_KNOWN = 2;

  BIRTHCASE_ORIGINAL = 0; BIRTHCASE_PAPER_COPY = 1; BIRTHCASE_SCAN = 2;

  BIRTHCASE_REPORT_JSON = 0; BIRTHCASE_REPORT_TEXT = 1; BIRTHCASE_REPORT_JUNIT = 2;
  BIRTHCASE_WITHOUT_LABELS = 1; BIRTHCASE_WITHOUT_REASONS = 2;

  BIRTHCASE_SERVICES = 1; BIRTHCASE_FIELDS = 2; BIRTHCASE_EVIDENCE = 3; BIRTHCASE_STEPS = 4;
  BIRTHCASE_UNDETERMINED = 5; BIRTHCASE_FINDINGS = 6; BIRTHCASE_MISSING_ITEMS = 7; BIRTHCASE_DEFERRABLE = 8;
  BIRTHCASE_LOOK_UPS = 9;

  BIRTHCASE_PLAN_PROFILE = 1; BIRTHCASE_PLAN_AS_OF = 2; BIRTHCASE_PLAN_DUE = 3; BIRTHCASE_PLAN_ACCEPTABLE = 4;
  BIRTHCASE_PLAN_DEPARTMENT_FIELDS = 5; BIRTHCASE_PLAN_UNIFIED_FIELDS = 6; BIRTHCASE_PLAN_ASKED_FIELDS = 7;
  BIRTHCASE_PLAN_RULES_VERSION = 8; BIRTHCASE_PLAN_CODES_VERSION = 9; BIRTHCASE_PLAN_CALENDAR_VERSION = 10;
  BIRTHCASE_PLAN_COUNTED_UNTIL = 11; BIRTHCASE_PLAN_AS_JSON = 12; BIRTHCASE_PLAN_TRIPS = 13; BIRTHCASE_PLAN_PAPERS = 14;
  BIRTHCASE_PLAN_SHEETS = 15; BIRTHCASE_PLAN_EVIDENCE_KEYS = 16;

  BIRTHCASE_SERVICE_ID = 101; BIRTHCASE_SERVICE_LABEL = 102; BIRTHCASE_SERVICE_NEWBORN = 103;
  BIRTHCASE_SERVICE_LANE = 104; BIRTHCASE_SERVICE_ORGANISATION = 105; BIRTHCASE_SERVICE_CHANNEL = 106;
  BIRTHCASE_SERVICE_RULE = 107; BIRTHCASE_SERVICE_REASON = 108; BIRTHCASE_SERVICE_SOURCE = 109;
  BIRTHCASE_SERVICE_ALREADY_DONE = 110; BIRTHCASE_SERVICE_FOLLOWS = 111;

  BIRTHCASE_FIELD_ID = 201; BIRTHCASE_FIELD_LABEL = 202; BIRTHCASE_FIELD_NEWBORN = 203; BIRTHCASE_FIELD_SOURCE = 204;
  BIRTHCASE_FIELD_FROM = 205; BIRTHCASE_FIELD_NEEDED_BY = 206; BIRTHCASE_FIELD_OWNER = 207;
  BIRTHCASE_FIELD_REQUIRED = 208; BIRTHCASE_FIELD_STATE = 209; BIRTHCASE_FIELD_VALUE = 210;
  BIRTHCASE_FIELD_ORIGIN = 211; BIRTHCASE_FIELD_ORIGIN_ORGANISATION = 212; BIRTHCASE_FIELD_ORIGIN_AT = 213;
  BIRTHCASE_FIELD_ORIGIN_REFERENCE = 214;

  BIRTHCASE_EVIDENCE_TYPE = 301; BIRTHCASE_EVIDENCE_LABEL = 302; BIRTHCASE_EVIDENCE_NEWBORN = 303;
  BIRTHCASE_EVIDENCE_HOLDER = 304; BIRTHCASE_EVIDENCE_HOLDER_LABEL = 305; BIRTHCASE_EVIDENCE_STATUS = 306;
  BIRTHCASE_EVIDENCE_ORIGINAL = 307; BIRTHCASE_EVIDENCE_COPIES = 308; BIRTHCASE_EVIDENCE_INSTEAD_OF = 309;
  BIRTHCASE_EVIDENCE_TOLERANCE = 310; BIRTHCASE_EVIDENCE_NEEDED_BY = 311; BIRTHCASE_EVIDENCE_FROM = 312;
  BIRTHCASE_EVIDENCE_RULE = 313; BIRTHCASE_EVIDENCE_REASON = 314; BIRTHCASE_EVIDENCE_SOURCE = 315;

  BIRTHCASE_STEP_ID = 401; BIRTHCASE_STEP_LABEL = 402; BIRTHCASE_STEP_NEWBORN = 403; BIRTHCASE_STEP_SERVICE = 404;
  BIRTHCASE_STEP_ORGANISATION = 405; BIRTHCASE_STEP_ORGANISATION_LABEL = 406; BIRTHCASE_STEP_OPERATOR = 407;
  BIRTHCASE_STEP_OPERATOR_LABEL = 408; BIRTHCASE_STEP_AFTER = 409; BIRTHCASE_STEP_DUE = 410;
  BIRTHCASE_STEP_PROMISE = 411; BIRTHCASE_STEP_DELIVERY = 412; BIRTHCASE_STEP_PAYLOAD_FIELDS = 413;
  BIRTHCASE_STEP_PAYLOAD_EVIDENCE = 414;

  BIRTHCASE_UNDETERMINED_FACT = 501; BIRTHCASE_UNDETERMINED_LABEL = 502; BIRTHCASE_UNDETERMINED_NEWBORN = 503;
  BIRTHCASE_UNDETERMINED_FIELD = 504; BIRTHCASE_UNDETERMINED_DECIDES = 505;

  BIRTHCASE_FINDING_SEVERITY = 601; BIRTHCASE_FINDING_CODE = 602; BIRTHCASE_FINDING_PATH = 603;
  BIRTHCASE_FINDING_MESSAGE = 604;

  BIRTHCASE_MISSING_ID = 701; BIRTHCASE_MISSING_LABEL = 702; BIRTHCASE_MISSING_NEWBORN = 703;
  BIRTHCASE_MISSING_IS_FIELD = 704; BIRTHCASE_MISSING_HOLDER = 705;

  BIRTHCASE_DEFERRABLE_TYPE = 801; BIRTHCASE_DEFERRABLE_LABEL = 802; BIRTHCASE_DEFERRABLE_NEWBORN = 803;
  BIRTHCASE_DEFERRABLE_HOLDER = 804;

  BIRTHCASE_LOOK_UP_ID = 901; BIRTHCASE_LOOK_UP_LABEL = 902; BIRTHCASE_LOOK_UP_NEWBORN = 903;
  BIRTHCASE_LOOK_UP_ORGANISATION = 904; BIRTHCASE_LOOK_UP_STATE = 905; BIRTHCASE_LOOK_UP_AT = 906;
  BIRTHCASE_LOOK_UP_REFERENCE = 907; BIRTHCASE_LOOK_UP_KEYS = 908; BIRTHCASE_LOOK_UP_UNKNOWN_KEYS = 909;
  BIRTHCASE_LOOK_UP_FIELDS = 910; BIRTHCASE_LOOK_UP_EVIDENCE = 911; BIRTHCASE_LOOK_UP_NEEDED_BY = 912;
  BIRTHCASE_LOOK_UP_RULE = 913; BIRTHCASE_LOOK_UP_REASON = 914; BIRTHCASE_LOOK_UP_SOURCE = 915;

  BIRTHCASE_ROW_STATUS = 1001; BIRTHCASE_ROW_MESSAGE = 1002; BIRTHCASE_ROW_PATH = 1003; BIRTHCASE_ROW_LINE = 1004;
  BIRTHCASE_ROW_COLUMN = 1005;

{$ifdef MSWINDOWS}
  LibraryName = 'birthcase.dll';
{$else}
  LibraryName = 'birthcase';
{$endif}

type
  { Handles: one type for each kind of object. }
  TBirthcaseSession = record end;
  TBirthcaseProfile = record end;
  TBirthcaseApplication = record end;
  TBirthcasePlan = record end;
  TBirthcaseCase = record end;
  PBirthcaseSession = ^TBirthcaseSession;
  PBirthcaseProfile = ^TBirthcaseProfile;
  PPBirthcaseProfile = ^PBirthcaseProfile;
  PBirthcaseApplication = ^TBirthcaseApplication;
  PBirthcasePlan = ^TBirthcasePlan;
  PBirthcaseCase = ^TBirthcaseCase;

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

{ ---- the functions of birthcase.h; the status is a BIRTHCASE_… of the first list above }

function birthcase_version: PAnsiChar;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_abi_version: Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_status_name(status: Integer): PAnsiChar;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;

function birthcase_session_new(encoding: Integer; language: Integer; out session: PBirthcaseSession): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_session_free(var session: PBirthcaseSession): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_session_copy_text(session: PBirthcaseSession; buffer: PAnsiChar; capacity: Int64;
  out needed: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_session_error_message(session: PBirthcaseSession; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_session_error_json(session: PBirthcaseSession; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_convert(session: PBirthcaseSession; from_encoding: Integer; to_encoding: Integer; bytes: PAnsiChar;
  bytes_length: Int64; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;

function birthcase_built_in_count(session: PBirthcaseSession; out count: Integer): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_built_in_id(session: PBirthcaseSession; index: Integer; out text: PAnsiChar;
  out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_profile_built_in(session: PBirthcaseSession; id: PAnsiChar; id_length: Int64;
  out profile: PBirthcaseProfile): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_built_in_json(session: PBirthcaseSession; id: PAnsiChar; id_length: Int64; out text: PAnsiChar;
  out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_session_add_profile(session: PBirthcaseSession; json: PAnsiChar; json_length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_session_add_calendar(session: PBirthcaseSession; json: PAnsiChar; json_length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_session_add_codes(session: PBirthcaseSession; id: PAnsiChar; id_length: Int64; tsv: PAnsiChar;
  tsv_length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_profile_parse(session: PBirthcaseSession; json: PAnsiChar; json_length: Int64;
  out profile: PBirthcaseProfile): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_profile_share(session: PBirthcaseSession; profile: PBirthcaseProfile;
  out other: PBirthcaseProfile): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_profile_free(var profile: PBirthcaseProfile): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_profile_id(session: PBirthcaseSession; profile: PBirthcaseProfile; out text: PAnsiChar;
  out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_profile_title(session: PBirthcaseSession; profile: PBirthcaseProfile; out text: PAnsiChar;
  out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_profile_form(session: PBirthcaseSession; profile: PBirthcaseProfile; service: PAnsiChar;
  service_length: Int64; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_profile_application_schema(session: PBirthcaseSession; profile: PBirthcaseProfile;
  out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_compare(session: PBirthcaseSession; profiles: PPBirthcaseProfile; count: Int64; as_of: PAnsiChar;
  as_of_length: Int64; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;

function birthcase_application_new(session: PBirthcaseSession; profile: PBirthcaseProfile;
  out application: PBirthcaseApplication): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_application_parse(session: PBirthcaseSession; profile: PBirthcaseProfile; json: PAnsiChar;
  json_length: Int64; out application: PBirthcaseApplication): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_application_profile_named_in(session: PBirthcaseSession; json: PAnsiChar; json_length: Int64;
  out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_application_copy(session: PBirthcaseSession; application: PBirthcaseApplication;
  out copy: PBirthcaseApplication): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_application_under(session: PBirthcaseSession; application: PBirthcaseApplication;
  profile: PBirthcaseProfile; out other: PBirthcaseApplication): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_application_free(var application: PBirthcaseApplication): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_application_put(session: PBirthcaseSession; application: PBirthcaseApplication; name: PAnsiChar;
  name_length: Int64; newborn: Integer; value: PAnsiChar; value_length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_application_put_none(session: PBirthcaseSession; application: PBirthcaseApplication;
  name: PAnsiChar; name_length: Int64; newborn: Integer): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_application_clear(session: PBirthcaseSession; application: PBirthcaseApplication; name: PAnsiChar;
  name_length: Int64; newborn: Integer): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_application_get(session: PBirthcaseSession; application: PBirthcaseApplication; name: PAnsiChar;
  name_length: Int64; newborn: Integer; out state: Integer; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_application_newborn_count(session: PBirthcaseSession; application: PBirthcaseApplication;
  out count: Integer): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_application_hand_in(session: PBirthcaseSession; application: PBirthcaseApplication;
  document: PAnsiChar; document_length: Int64; holder: PAnsiChar; holder_length: Int64; handed_in_as: Integer;
  newborn: Integer): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_application_validate(session: PBirthcaseSession; application: PBirthcaseApplication;
  out count: Integer; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_application_finding(session: PBirthcaseSession; application: PBirthcaseApplication;
  attribute: Integer; index: Integer; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_application_json(session: PBirthcaseSession; application: PBirthcaseApplication;
  out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;

function birthcase_plan_new(session: PBirthcaseSession; profile: PBirthcaseProfile;
  application: PBirthcaseApplication; as_of: PAnsiChar; as_of_length: Int64; out plan: PBirthcasePlan): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_plan_free(var plan: PBirthcasePlan): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_plan_json(session: PBirthcaseSession; plan: PBirthcasePlan; out text: PAnsiChar;
  out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_plan_json_parts(session: PBirthcaseSession; plan: PBirthcasePlan; parts: PAnsiChar;
  parts_length: Int64; without: Integer; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_plan_document(session: PBirthcaseSession; profile: PBirthcaseProfile; json: PAnsiChar;
  json_length: Int64; as_of: PAnsiChar; as_of_length: Int64; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_plan_document_parts(session: PBirthcaseSession; profile: PBirthcaseProfile; json: PAnsiChar;
  json_length: Int64; as_of: PAnsiChar; as_of_length: Int64; parts: PAnsiChar; parts_length: Int64; without: Integer;
  out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_plan_columns(session: PBirthcaseSession; profile: PBirthcaseProfile; json: PAnsiChar;
  offsets: PInteger; count: Int64; as_of: PAnsiChar; as_of_length: Int64; attributes: PInteger; attribute_count: Int64;
  out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_plan_count(session: PBirthcaseSession; plan: PBirthcasePlan; list: Integer;
  out count: Integer): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_plan_text(session: PBirthcaseSession; plan: PBirthcasePlan; attribute: Integer; index: Integer;
  out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_plan_number(session: PBirthcaseSession; plan: PBirthcasePlan; attribute: Integer; index: Integer;
  out number: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;

function birthcase_rule_tests_profile_named_in(session: PBirthcaseSession; json: PAnsiChar; json_length: Int64;
  index: Integer; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_rule_tests_run(session: PBirthcaseSession; profiles: PPBirthcaseProfile; count: Int64;
  json: PAnsiChar; json_length: Int64; document: PAnsiChar; document_length: Int64; format: Integer;
  out passed: Integer; out failed: Integer; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;

{ ---- the functions of birthcase_case.h }

function birthcase_case_new(session: PBirthcaseSession; profile: PBirthcaseProfile; case_id: PAnsiChar;
  case_id_length: Int64; out made: PBirthcaseCase): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_case_replay(session: PBirthcaseSession; profile: PBirthcaseProfile; events: PAnsiChar;
  events_length: Int64; out made: PBirthcaseCase): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_case_free(var known: PBirthcaseCase): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_case_id(session: PBirthcaseSession; known: PBirthcaseCase; out text: PAnsiChar;
  out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_case_version(session: PBirthcaseSession; known: PBirthcaseCase; out version: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_case_profile(session: PBirthcaseSession; known: PBirthcaseCase;
  out profile: PBirthcaseProfile): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_case_do(session: PBirthcaseSession; known: PBirthcaseCase; command: PAnsiChar;
  command_length: Int64; now: PAnsiChar; now_length: Int64; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_case_json(session: PBirthcaseSession; known: PBirthcaseCase; now: PAnsiChar; now_length: Int64;
  out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_case_events(session: PBirthcaseSession; known: PBirthcaseCase; after: Int64; out text: PAnsiChar;
  out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_case_plan(session: PBirthcaseSession; known: PBirthcaseCase; today: PAnsiChar; today_length: Int64;
  out plan: PBirthcasePlan): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_case_due(session: PBirthcaseSession; known: PBirthcaseCase; now: PAnsiChar; now_length: Int64;
  out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;
function birthcase_case_paper(session: PBirthcaseSession; known: PBirthcaseCase; paper: PAnsiChar; paper_length: Int64;
  organisation: PAnsiChar; organisation_length: Int64; today: PAnsiChar; today_length: Int64; format: PAnsiChar;
  format_length: Int64; out text: PAnsiChar; out length: Int64): Integer;
  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;

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
