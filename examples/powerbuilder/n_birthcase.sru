$PBExportHeader$n_birthcase.sru
$PBExportComments$The functions and constants of birthcase.dll
forward
global type n_birthcase from nonvisualobject
end type
end forward

global type n_birthcase from nonvisualobject autoinstantiate
end type

type prototypes
// The functions of the C interface; its headers say what each one does. Written by ./dev interface from capi/interface:
// change it there. A handle and an address are a longptr, a length and a version a longlong, everything else a long.

// birthcase_base.h
FUNCTION string birthcase_version() LIBRARY "birthcase.dll" ALIAS FOR "birthcase_version;Ansi"
FUNCTION long birthcase_abi_version() LIBRARY "birthcase.dll"
FUNCTION string birthcase_status_name(long status) LIBRARY "birthcase.dll" ALIAS FOR "birthcase_status_name;Ansi"
FUNCTION long birthcase_session_new(long encoding, long language, ref longptr session) LIBRARY "birthcase.dll"
FUNCTION long birthcase_session_free(ref longptr session) LIBRARY "birthcase.dll"
FUNCTION long birthcase_session_copy_text(longptr session, ref blob buffer, longlong capacity, ref longlong needed) LIBRARY "birthcase.dll"
FUNCTION long birthcase_session_error_message(longptr session, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_session_error_json(longptr session, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_convert(longptr session, long a_from, long a_to, blob bytes, longlong bytes_length, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"

// birthcase_profile.h
FUNCTION long birthcase_built_in_count(longptr session, ref long count) LIBRARY "birthcase.dll"
FUNCTION long birthcase_built_in_id(longptr session, long index, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_profile_built_in(longptr session, blob id, longlong id_length, ref longptr profile) LIBRARY "birthcase.dll"
FUNCTION long birthcase_built_in_json(longptr session, blob id, longlong id_length, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_session_add_profile(longptr session, blob json, longlong json_length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_session_add_calendar(longptr session, blob json, longlong json_length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_session_add_codes(longptr session, blob id, longlong id_length, blob tsv, longlong tsv_length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_profile_parse(longptr session, blob json, longlong json_length, ref longptr profile) LIBRARY "birthcase.dll"
FUNCTION long birthcase_profile_share(longptr session, longptr profile, ref longptr other) LIBRARY "birthcase.dll"
FUNCTION long birthcase_profile_free(ref longptr profile) LIBRARY "birthcase.dll"
FUNCTION long birthcase_profile_id(longptr session, longptr profile, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_profile_title(longptr session, longptr profile, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_profile_version(longptr session, longptr profile, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_profile_form(longptr session, longptr profile, blob service, longlong service_length, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_profile_fields(longptr session, longptr profile, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_profile_application_schema(longptr session, longptr profile, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_compare(longptr session, ref longptr profiles[], longlong count, blob as_of, longlong as_of_length, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"

// birthcase_application.h
FUNCTION long birthcase_application_new(longptr session, longptr profile, ref longptr application) LIBRARY "birthcase.dll"
FUNCTION long birthcase_application_parse(longptr session, longptr profile, blob json, longlong json_length, ref longptr application) LIBRARY "birthcase.dll"
FUNCTION long birthcase_application_profile_named_in(longptr session, blob json, longlong json_length, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_application_copy(longptr session, longptr application, ref longptr copy) LIBRARY "birthcase.dll"
FUNCTION long birthcase_application_under(longptr session, longptr application, longptr profile, ref longptr other) LIBRARY "birthcase.dll"
FUNCTION long birthcase_application_free(ref longptr application) LIBRARY "birthcase.dll"
FUNCTION long birthcase_application_put(longptr session, longptr application, blob name, longlong name_length, long newborn, blob value, longlong value_length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_application_put_none(longptr session, longptr application, blob name, longlong name_length, long newborn) LIBRARY "birthcase.dll"
FUNCTION long birthcase_application_clear(longptr session, longptr application, blob name, longlong name_length, long newborn) LIBRARY "birthcase.dll"
FUNCTION long birthcase_application_get(longptr session, longptr application, blob name, longlong name_length, long newborn, ref long state, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_application_newborn_count(longptr session, longptr application, ref long count) LIBRARY "birthcase.dll"
FUNCTION long birthcase_application_hand_in(longptr session, longptr application, blob a_type, longlong type_length, blob holder, longlong holder_length, long a_as, long newborn) LIBRARY "birthcase.dll"
FUNCTION long birthcase_application_validate(longptr session, longptr application, ref long count, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_application_finding(longptr session, longptr application, long attribute, long index, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_application_json(longptr session, longptr application, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"

// birthcase_plan.h
FUNCTION long birthcase_plan_new(longptr session, longptr profile, longptr application, blob as_of, longlong as_of_length, ref longptr plan) LIBRARY "birthcase.dll"
FUNCTION long birthcase_plan_free(ref longptr plan) LIBRARY "birthcase.dll"
FUNCTION long birthcase_plan_json(longptr session, longptr plan, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_plan_json_parts(longptr session, longptr plan, blob parts, longlong parts_length, long without, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_plan_document(longptr session, longptr profile, blob json, longlong json_length, blob as_of, longlong as_of_length, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_plan_document_parts(longptr session, longptr profile, blob json, longlong json_length, blob as_of, longlong as_of_length, blob parts, longlong parts_length, long without, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_plan_columns(longptr session, longptr profile, blob json, ref long offsets[], longlong count, blob as_of, longlong as_of_length, ref long attributes[], longlong attribute_count, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_plan_count(longptr session, longptr plan, long list, ref long count) LIBRARY "birthcase.dll"
FUNCTION long birthcase_plan_text(longptr session, longptr plan, long attribute, long index, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_plan_number(longptr session, longptr plan, long attribute, long index, ref longlong number) LIBRARY "birthcase.dll"

// birthcase_rule_tests.h
FUNCTION long birthcase_rule_tests_profile_named_in(longptr session, blob json, longlong json_length, long index, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_rule_tests_run(longptr session, ref longptr profiles[], longlong count, blob json, longlong json_length, blob document, longlong document_length, long format, ref long passed, ref long failed, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"

// birthcase_case.h
FUNCTION long birthcase_case_new(longptr session, longptr profile, blob case_id, longlong case_id_length, ref longptr made) LIBRARY "birthcase.dll"
FUNCTION long birthcase_case_replay(longptr session, longptr profile, blob events, longlong events_length, ref longptr made) LIBRARY "birthcase.dll"
FUNCTION long birthcase_case_free(ref longptr handle) LIBRARY "birthcase.dll"
FUNCTION long birthcase_case_id(longptr session, longptr handle, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_case_version(longptr session, longptr handle, ref longlong version) LIBRARY "birthcase.dll"
FUNCTION long birthcase_case_profile(longptr session, longptr handle, ref longptr profile) LIBRARY "birthcase.dll"
FUNCTION long birthcase_case_do(longptr session, longptr handle, blob command, longlong command_length, blob now, longlong now_length, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_case_json(longptr session, longptr handle, blob now, longlong now_length, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_case_events(longptr session, longptr handle, longlong after, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_case_plan(longptr session, longptr handle, blob today, longlong today_length, ref longptr plan) LIBRARY "birthcase.dll"
FUNCTION long birthcase_case_due(longptr session, longptr handle, blob now, longlong now_length, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_case_paper(longptr session, longptr handle, blob paper, longlong paper_length, blob organisation, longlong organisation_length, blob today, longlong today_length, blob format, longlong format_length, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"

// birthcase_store.h
FUNCTION long birthcase_store_open(longptr session, blob file, longlong file_length, long mode, ref longptr store) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_open_with_key(longptr session, blob file, longlong file_length, long mode, blob key, longlong key_length, ref longptr store) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_free(ref longptr store) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_add_profile(longptr session, longptr store, longptr profile) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_open_case(longptr session, longptr store, longptr profile, blob case_id, longlong case_id_length, blob command, longlong command_length, blob now, longlong now_length, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_do(longptr session, longptr store, blob case_id, longlong case_id_length, blob command, longlong command_length, blob now, longlong now_length, longlong expected_version, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_load(longptr session, longptr store, blob case_id, longlong case_id_length, ref longptr loaded) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_cases(longptr session, longptr store, blob after, longlong after_length, long limit, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_lease(longptr session, longptr store, blob connector, longlong connector_length, blob organisation, longlong organisation_length, blob now, longlong now_length, long seconds, long limit, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_renew(longptr session, longptr store, blob message, longlong message_length, blob connector, longlong connector_length, blob now, longlong now_length, long seconds) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_ack(longptr session, longptr store, blob message, longlong message_length, blob connector, longlong connector_length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_failed(longptr session, longptr store, blob message, longlong message_length, blob connector, longlong connector_length, blob now, longlong now_length, blob reason, longlong reason_length, long first_pause, long longest_pause, long most_failures, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_retry(longptr session, longptr store, blob message, longlong message_length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_waiting(longptr session, longptr store, blob after, longlong after_length, long limit, long dead_only, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_due(longptr session, longptr store, blob a_until, longlong until_length, blob now, longlong now_length, long limit, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_verify(longptr session, longptr store, blob case_id, longlong case_id_length, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_anchor(longptr session, longptr store, blob now, longlong now_length, blob private_key, longlong private_key_length, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_verify_against(longptr session, longptr store, blob note, longlong note_length, blob public_key, longlong public_key_length, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_repair(longptr session, longptr store, blob case_id, longlong case_id_length, blob now, longlong now_length, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_damaged(longptr session, longptr store, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_export(longptr session, longptr store, blob case_id, longlong case_id_length, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
FUNCTION long birthcase_store_import(longptr session, longptr store, blob json, longlong json_length, ref longptr text, ref longlong length) LIBRARY "birthcase.dll"
end prototypes

type variables
// The constants of the headers of C. Written by ./dev interface from capi/interface: change it there.
CONSTANT long BIRTHCASE_ABI = 1
CONSTANT longlong BIRTHCASE_NUL_ENDED = -1
CONSTANT long BIRTHCASE_FAMILY = -1
CONSTANT longlong BIRTHCASE_ANY_VERSION = -1

CONSTANT long BIRTHCASE_OK = 0
CONSTANT long BIRTHCASE_SYNTAX = 1
CONSTANT long BIRTHCASE_UNKNOWN_NAME = 2
CONSTANT long BIRTHCASE_WRONG_TYPE = 3
CONSTANT long BIRTHCASE_OUT_OF_RANGE = 4
CONSTANT long BIRTHCASE_ENCODING = 5
CONSTANT long BIRTHCASE_CONTRADICTION = 6
CONSTANT long BIRTHCASE_MISSING = 7
CONSTANT long BIRTHCASE_BAD_ARGUMENT = 8
CONSTANT long BIRTHCASE_BAD_HANDLE = 9
CONSTANT long BIRTHCASE_BUFFER_TOO_SMALL = 10
CONSTANT long BIRTHCASE_OUT_OF_MEMORY = 11
CONSTANT long BIRTHCASE_INTERNAL = 12
CONSTANT long BIRTHCASE_REFUSED = 13
CONSTANT long BIRTHCASE_CONFLICT = 14
CONSTANT long BIRTHCASE_STORAGE = 15

CONSTANT long BIRTHCASE_UTF8 = 0
CONSTANT long BIRTHCASE_GB18030 = 1
CONSTANT long BIRTHCASE_GB18030_2005 = 2
CONSTANT long BIRTHCASE_GB18030_2000 = 3

CONSTANT long BIRTHCASE_CHINESE = 0
CONSTANT long BIRTHCASE_ENGLISH = 1

CONSTANT long BIRTHCASE_FACT_UNKNOWN = 0
CONSTANT long BIRTHCASE_FACT_NONE = 1
CONSTANT long BIRTHCASE_FACT_KNOWN = 2

CONSTANT long BIRTHCASE_ORIGINAL = 0
CONSTANT long BIRTHCASE_PAPER_COPY = 1
CONSTANT long BIRTHCASE_SCAN = 2

CONSTANT long BIRTHCASE_SERVICES = 1
CONSTANT long BIRTHCASE_FIELDS = 2
CONSTANT long BIRTHCASE_EVIDENCE = 3
CONSTANT long BIRTHCASE_STEPS = 4
CONSTANT long BIRTHCASE_UNDETERMINED = 5
CONSTANT long BIRTHCASE_FINDINGS = 6
CONSTANT long BIRTHCASE_MISSING_ITEMS = 7
CONSTANT long BIRTHCASE_DEFERRABLE = 8
CONSTANT long BIRTHCASE_LOOK_UPS = 9

CONSTANT long BIRTHCASE_PLAN_PROFILE = 1
CONSTANT long BIRTHCASE_PLAN_AS_OF = 2
CONSTANT long BIRTHCASE_PLAN_DUE = 3
CONSTANT long BIRTHCASE_PLAN_ACCEPTABLE = 4
CONSTANT long BIRTHCASE_PLAN_DEPARTMENT_FIELDS = 5
CONSTANT long BIRTHCASE_PLAN_UNIFIED_FIELDS = 6
CONSTANT long BIRTHCASE_PLAN_ASKED_FIELDS = 7
CONSTANT long BIRTHCASE_PLAN_RULES_VERSION = 8
CONSTANT long BIRTHCASE_PLAN_CODES_VERSION = 9
CONSTANT long BIRTHCASE_PLAN_CALENDAR_VERSION = 10
CONSTANT long BIRTHCASE_PLAN_COUNTED_UNTIL = 11
CONSTANT long BIRTHCASE_PLAN_AS_JSON = 12
CONSTANT long BIRTHCASE_PLAN_TRIPS = 13
CONSTANT long BIRTHCASE_PLAN_PAPERS = 14
CONSTANT long BIRTHCASE_PLAN_SHEETS = 15
CONSTANT long BIRTHCASE_PLAN_EVIDENCE_KEYS = 16

CONSTANT long BIRTHCASE_SERVICE_ID = 101
CONSTANT long BIRTHCASE_SERVICE_LABEL = 102
CONSTANT long BIRTHCASE_SERVICE_NEWBORN = 103
CONSTANT long BIRTHCASE_SERVICE_LANE = 104
CONSTANT long BIRTHCASE_SERVICE_ORGANISATION = 105
CONSTANT long BIRTHCASE_SERVICE_CHANNEL = 106
CONSTANT long BIRTHCASE_SERVICE_RULE = 107
CONSTANT long BIRTHCASE_SERVICE_REASON = 108
CONSTANT long BIRTHCASE_SERVICE_SOURCE = 109
CONSTANT long BIRTHCASE_SERVICE_ALREADY_DONE = 110
CONSTANT long BIRTHCASE_SERVICE_FOLLOWS = 111

CONSTANT long BIRTHCASE_FIELD_ID = 201
CONSTANT long BIRTHCASE_FIELD_LABEL = 202
CONSTANT long BIRTHCASE_FIELD_NEWBORN = 203
CONSTANT long BIRTHCASE_FIELD_SOURCE = 204
CONSTANT long BIRTHCASE_FIELD_FROM = 205
CONSTANT long BIRTHCASE_FIELD_NEEDED_BY = 206
CONSTANT long BIRTHCASE_FIELD_OWNER = 207
CONSTANT long BIRTHCASE_FIELD_REQUIRED = 208
CONSTANT long BIRTHCASE_FIELD_STATE = 209
CONSTANT long BIRTHCASE_FIELD_VALUE = 210
CONSTANT long BIRTHCASE_FIELD_ORIGIN = 211
CONSTANT long BIRTHCASE_FIELD_ORIGIN_ORGANISATION = 212
CONSTANT long BIRTHCASE_FIELD_ORIGIN_AT = 213
CONSTANT long BIRTHCASE_FIELD_ORIGIN_REFERENCE = 214

CONSTANT long BIRTHCASE_EVIDENCE_TYPE = 301
CONSTANT long BIRTHCASE_EVIDENCE_LABEL = 302
CONSTANT long BIRTHCASE_EVIDENCE_NEWBORN = 303
CONSTANT long BIRTHCASE_EVIDENCE_HOLDER = 304
CONSTANT long BIRTHCASE_EVIDENCE_HOLDER_LABEL = 305
CONSTANT long BIRTHCASE_EVIDENCE_STATUS = 306
CONSTANT long BIRTHCASE_EVIDENCE_ORIGINAL = 307
CONSTANT long BIRTHCASE_EVIDENCE_COPIES = 308
CONSTANT long BIRTHCASE_EVIDENCE_INSTEAD_OF = 309
CONSTANT long BIRTHCASE_EVIDENCE_TOLERANCE = 310
CONSTANT long BIRTHCASE_EVIDENCE_NEEDED_BY = 311
CONSTANT long BIRTHCASE_EVIDENCE_FROM = 312
CONSTANT long BIRTHCASE_EVIDENCE_RULE = 313
CONSTANT long BIRTHCASE_EVIDENCE_REASON = 314
CONSTANT long BIRTHCASE_EVIDENCE_SOURCE = 315

CONSTANT long BIRTHCASE_STEP_ID = 401
CONSTANT long BIRTHCASE_STEP_LABEL = 402
CONSTANT long BIRTHCASE_STEP_NEWBORN = 403
CONSTANT long BIRTHCASE_STEP_SERVICE = 404
CONSTANT long BIRTHCASE_STEP_ORGANISATION = 405
CONSTANT long BIRTHCASE_STEP_ORGANISATION_LABEL = 406
CONSTANT long BIRTHCASE_STEP_OPERATOR = 407
CONSTANT long BIRTHCASE_STEP_OPERATOR_LABEL = 408
CONSTANT long BIRTHCASE_STEP_AFTER = 409
CONSTANT long BIRTHCASE_STEP_DUE = 410
CONSTANT long BIRTHCASE_STEP_PROMISE = 411
CONSTANT long BIRTHCASE_STEP_DELIVERY = 412
CONSTANT long BIRTHCASE_STEP_PAYLOAD_FIELDS = 413
CONSTANT long BIRTHCASE_STEP_PAYLOAD_EVIDENCE = 414

CONSTANT long BIRTHCASE_UNDETERMINED_FACT = 501
CONSTANT long BIRTHCASE_UNDETERMINED_LABEL = 502
CONSTANT long BIRTHCASE_UNDETERMINED_NEWBORN = 503
CONSTANT long BIRTHCASE_UNDETERMINED_FIELD = 504
CONSTANT long BIRTHCASE_UNDETERMINED_DECIDES = 505

CONSTANT long BIRTHCASE_FINDING_SEVERITY = 601
CONSTANT long BIRTHCASE_FINDING_CODE = 602
CONSTANT long BIRTHCASE_FINDING_PATH = 603
CONSTANT long BIRTHCASE_FINDING_MESSAGE = 604

CONSTANT long BIRTHCASE_MISSING_ID = 701
CONSTANT long BIRTHCASE_MISSING_LABEL = 702
CONSTANT long BIRTHCASE_MISSING_NEWBORN = 703
CONSTANT long BIRTHCASE_MISSING_IS_FIELD = 704
CONSTANT long BIRTHCASE_MISSING_HOLDER = 705

CONSTANT long BIRTHCASE_DEFERRABLE_TYPE = 801
CONSTANT long BIRTHCASE_DEFERRABLE_LABEL = 802
CONSTANT long BIRTHCASE_DEFERRABLE_NEWBORN = 803
CONSTANT long BIRTHCASE_DEFERRABLE_HOLDER = 804

CONSTANT long BIRTHCASE_LOOK_UP_ID = 901
CONSTANT long BIRTHCASE_LOOK_UP_LABEL = 902
CONSTANT long BIRTHCASE_LOOK_UP_NEWBORN = 903
CONSTANT long BIRTHCASE_LOOK_UP_ORGANISATION = 904
CONSTANT long BIRTHCASE_LOOK_UP_STATE = 905
CONSTANT long BIRTHCASE_LOOK_UP_AT = 906
CONSTANT long BIRTHCASE_LOOK_UP_REFERENCE = 907
CONSTANT long BIRTHCASE_LOOK_UP_KEYS = 908
CONSTANT long BIRTHCASE_LOOK_UP_UNKNOWN_KEYS = 909
CONSTANT long BIRTHCASE_LOOK_UP_FIELDS = 910
CONSTANT long BIRTHCASE_LOOK_UP_EVIDENCE = 911
CONSTANT long BIRTHCASE_LOOK_UP_NEEDED_BY = 912
CONSTANT long BIRTHCASE_LOOK_UP_RULE = 913
CONSTANT long BIRTHCASE_LOOK_UP_REASON = 914
CONSTANT long BIRTHCASE_LOOK_UP_SOURCE = 915

CONSTANT long BIRTHCASE_ROW_STATUS = 1001
CONSTANT long BIRTHCASE_ROW_MESSAGE = 1002
CONSTANT long BIRTHCASE_ROW_PATH = 1003
CONSTANT long BIRTHCASE_ROW_LINE = 1004
CONSTANT long BIRTHCASE_ROW_COLUMN = 1005

CONSTANT long BIRTHCASE_WITHOUT_LABELS = 1
CONSTANT long BIRTHCASE_WITHOUT_REASONS = 2

CONSTANT long BIRTHCASE_REPORT_JSON = 0
CONSTANT long BIRTHCASE_REPORT_TEXT = 1
CONSTANT long BIRTHCASE_REPORT_JUNIT = 2

CONSTANT long BIRTHCASE_READ_WRITE = 0
CONSTANT long BIRTHCASE_READ_ONLY = 1
end variables

on n_birthcase.create
call super::create
TriggerEvent( this, "constructor" )
end on

on n_birthcase.destroy
TriggerEvent( this, "destructor" )
call super::destroy
end on
