"""The functions and constants of the C interface, for ctypes. Written by ./dev interface from capi/interface: change it
there. The headers in capi say what the functions do.
"""

import ctypes
from typing import Any, Dict, Tuple

ABI_VERSION = 1
NUL_ENDED = -1
FAMILY = -1
ANY_VERSION = -1

OK = 0
SYNTAX = 1
UNKNOWN_NAME = 2
WRONG_TYPE = 3
OUT_OF_RANGE = 4
ENCODING = 5
CONTRADICTION = 6
MISSING = 7
BAD_ARGUMENT = 8
BAD_HANDLE = 9
BUFFER_TOO_SMALL = 10
OUT_OF_MEMORY = 11
INTERNAL = 12
REFUSED = 13
CONFLICT = 14
STORAGE = 15

UTF8 = 0
GB18030 = 1
GB18030_2005 = 2
GB18030_2000 = 3

CHINESE = 0
ENGLISH = 1

FACT_UNKNOWN = 0
FACT_NONE = 1
FACT_KNOWN = 2

ORIGINAL = 0
PAPER_COPY = 1
SCAN = 2

SERVICES = 1
FIELDS = 2
EVIDENCE = 3
STEPS = 4
UNDETERMINED = 5
FINDINGS = 6
MISSING_ITEMS = 7
DEFERRABLE = 8
LOOK_UPS = 9

PLAN_PROFILE = 1
PLAN_AS_OF = 2
PLAN_DUE = 3
PLAN_ACCEPTABLE = 4
PLAN_DEPARTMENT_FIELDS = 5
PLAN_UNIFIED_FIELDS = 6
PLAN_ASKED_FIELDS = 7
PLAN_RULES_VERSION = 8
PLAN_CODES_VERSION = 9
PLAN_CALENDAR_VERSION = 10
PLAN_COUNTED_UNTIL = 11
PLAN_AS_JSON = 12
PLAN_TRIPS = 13
PLAN_PAPERS = 14
PLAN_SHEETS = 15
PLAN_EVIDENCE_KEYS = 16

SERVICE_ID = 101
SERVICE_LABEL = 102
SERVICE_NEWBORN = 103
SERVICE_LANE = 104
SERVICE_ORGANISATION = 105
SERVICE_CHANNEL = 106
SERVICE_RULE = 107
SERVICE_REASON = 108
SERVICE_SOURCE = 109
SERVICE_ALREADY_DONE = 110
SERVICE_FOLLOWS = 111

FIELD_ID = 201
FIELD_LABEL = 202
FIELD_NEWBORN = 203
FIELD_SOURCE = 204
FIELD_FROM = 205
FIELD_NEEDED_BY = 206
FIELD_OWNER = 207
FIELD_REQUIRED = 208
FIELD_STATE = 209
FIELD_VALUE = 210
FIELD_ORIGIN = 211
FIELD_ORIGIN_ORGANISATION = 212
FIELD_ORIGIN_AT = 213
FIELD_ORIGIN_REFERENCE = 214

EVIDENCE_TYPE = 301
EVIDENCE_LABEL = 302
EVIDENCE_NEWBORN = 303
EVIDENCE_HOLDER = 304
EVIDENCE_HOLDER_LABEL = 305
EVIDENCE_STATUS = 306
EVIDENCE_ORIGINAL = 307
EVIDENCE_COPIES = 308
EVIDENCE_INSTEAD_OF = 309
EVIDENCE_TOLERANCE = 310
EVIDENCE_NEEDED_BY = 311
EVIDENCE_FROM = 312
EVIDENCE_RULE = 313
EVIDENCE_REASON = 314
EVIDENCE_SOURCE = 315

STEP_ID = 401
STEP_LABEL = 402
STEP_NEWBORN = 403
STEP_SERVICE = 404
STEP_ORGANISATION = 405
STEP_ORGANISATION_LABEL = 406
STEP_OPERATOR = 407
STEP_OPERATOR_LABEL = 408
STEP_AFTER = 409
STEP_DUE = 410
STEP_PROMISE = 411
STEP_DELIVERY = 412
STEP_PAYLOAD_FIELDS = 413
STEP_PAYLOAD_EVIDENCE = 414

UNDETERMINED_FACT = 501
UNDETERMINED_LABEL = 502
UNDETERMINED_NEWBORN = 503
UNDETERMINED_FIELD = 504
UNDETERMINED_DECIDES = 505

FINDING_SEVERITY = 601
FINDING_CODE = 602
FINDING_PATH = 603
FINDING_MESSAGE = 604

MISSING_ID = 701
MISSING_LABEL = 702
MISSING_NEWBORN = 703
MISSING_IS_FIELD = 704
MISSING_HOLDER = 705

DEFERRABLE_TYPE = 801
DEFERRABLE_LABEL = 802
DEFERRABLE_NEWBORN = 803
DEFERRABLE_HOLDER = 804

LOOK_UP_ID = 901
LOOK_UP_LABEL = 902
LOOK_UP_NEWBORN = 903
LOOK_UP_ORGANISATION = 904
LOOK_UP_STATE = 905
LOOK_UP_AT = 906
LOOK_UP_REFERENCE = 907
LOOK_UP_KEYS = 908
LOOK_UP_UNKNOWN_KEYS = 909
LOOK_UP_FIELDS = 910
LOOK_UP_EVIDENCE = 911
LOOK_UP_NEEDED_BY = 912
LOOK_UP_RULE = 913
LOOK_UP_REASON = 914
LOOK_UP_SOURCE = 915

ROW_STATUS = 1001
ROW_MESSAGE = 1002
ROW_PATH = 1003
ROW_LINE = 1004
ROW_COLUMN = 1005

WITHOUT_LABELS = 1
WITHOUT_REASONS = 2

REPORT_JSON = 0
REPORT_TEXT = 1
REPORT_JUNIT = 2

READ_WRITE = 0
READ_ONLY = 1


class SessionPointer(ctypes.c_void_p):
    """`birthcase_session*`"""


class ProfilePointer(ctypes.c_void_p):
    """`birthcase_profile*`"""


class ApplicationPointer(ctypes.c_void_p):
    """`birthcase_application*`"""


class PlanPointer(ctypes.c_void_p):
    """`birthcase_plan*`"""


class CasePointer(ctypes.c_void_p):
    """`birthcase_case*`"""


class StorePointer(ctypes.c_void_p):
    """`birthcase_store*`"""


_status = ctypes.c_int32
_number = ctypes.c_int32
_long = ctypes.c_int64
_bytes = ctypes.c_char_p  # text in: its length goes with it, so a NUL in it ends nothing
_name = ctypes.c_char_p  # a static text out: plain ASCII that ends with a NUL
_text = ctypes.POINTER(ctypes.c_void_p)  # text out: as an address, because c_char_p would stop at the first NUL
_numbers = ctypes.POINTER(ctypes.c_int32)
_longs = ctypes.POINTER(ctypes.c_int64)
_session, _sessions = SessionPointer, ctypes.POINTER(SessionPointer)
_profile, _profiles = ProfilePointer, ctypes.POINTER(ProfilePointer)
_application, _applications = ApplicationPointer, ctypes.POINTER(ApplicationPointer)
_plan, _plans = PlanPointer, ctypes.POINTER(PlanPointer)
_case, _cases = CasePointer, ctypes.POINTER(CasePointer)
_store, _stores = StorePointer, ctypes.POINTER(StorePointer)

#: Every function in the order of the headers, without the prefix `birthcase_`: what it returns, what it
#: takes.
FUNCTIONS: Dict[str, Tuple[Any, ...]] = {
    "version": (_name,),
    "abi_version": (_number,),
    "status_name": (_name, _status),
    "session_new": (_status, _number, _number, _sessions),
    "session_free": (_status, _sessions),
    "session_copy_text": (_status, _session, _bytes, _long, _longs),
    "session_error_message": (_status, _session, _text, _longs),
    "session_error_json": (_status, _session, _text, _longs),
    "convert": (_status, _session, _number, _number, _bytes, _long, _text, _longs),
    "built_in_count": (_status, _session, _numbers),
    "built_in_id": (_status, _session, _number, _text, _longs),
    "profile_built_in": (_status, _session, _bytes, _long, _profiles),
    "built_in_json": (_status, _session, _bytes, _long, _text, _longs),
    "session_add_profile": (_status, _session, _bytes, _long),
    "session_add_calendar": (_status, _session, _bytes, _long),
    "session_add_codes": (_status, _session, _bytes, _long, _bytes, _long),
    "profile_parse": (_status, _session, _bytes, _long, _profiles),
    "profile_share": (_status, _session, _profile, _profiles),
    "profile_free": (_status, _profiles),
    "profile_id": (_status, _session, _profile, _text, _longs),
    "profile_title": (_status, _session, _profile, _text, _longs),
    "profile_version": (_status, _session, _profile, _text, _longs),
    "profile_form": (_status, _session, _profile, _bytes, _long, _text, _longs),
    "profile_fields": (_status, _session, _profile, _text, _longs),
    "profile_application_schema": (_status, _session, _profile, _text, _longs),
    "compare": (_status, _session, _profiles, _long, _bytes, _long, _text, _longs),
    "application_new": (_status, _session, _profile, _applications),
    "application_parse": (_status, _session, _profile, _bytes, _long, _applications),
    "application_profile_named_in": (_status, _session, _bytes, _long, _text, _longs),
    "application_copy": (_status, _session, _application, _applications),
    "application_under": (_status, _session, _application, _profile, _applications),
    "application_free": (_status, _applications),
    "application_put": (_status, _session, _application, _bytes, _long, _number, _bytes, _long),
    "application_put_none": (_status, _session, _application, _bytes, _long, _number),
    "application_clear": (_status, _session, _application, _bytes, _long, _number),
    "application_get": (_status, _session, _application, _bytes, _long, _number, _numbers, _text, _longs),
    "application_newborn_count": (_status, _session, _application, _numbers),
    "application_hand_in": (_status, _session, _application, _bytes, _long, _bytes, _long, _number, _number),
    "application_validate": (_status, _session, _application, _numbers, _text, _longs),
    "application_finding": (_status, _session, _application, _number, _number, _text, _longs),
    "application_json": (_status, _session, _application, _text, _longs),
    "plan_new": (_status, _session, _profile, _application, _bytes, _long, _plans),
    "plan_free": (_status, _plans),
    "plan_json": (_status, _session, _plan, _text, _longs),
    "plan_json_parts": (_status, _session, _plan, _bytes, _long, _number, _text, _longs),
    "plan_document": (_status, _session, _profile, _bytes, _long, _bytes, _long, _text, _longs),
    "plan_document_parts": (
        _status, _session, _profile, _bytes, _long, _bytes, _long, _bytes, _long, _number, _text, _longs,
    ),
    "plan_columns": (
        _status, _session, _profile, _bytes, _numbers, _long, _bytes, _long, _numbers, _long, _text, _longs,
    ),
    "plan_count": (_status, _session, _plan, _number, _numbers),
    "plan_text": (_status, _session, _plan, _number, _number, _text, _longs),
    "plan_number": (_status, _session, _plan, _number, _number, _longs),
    "rule_tests_profile_named_in": (_status, _session, _bytes, _long, _number, _text, _longs),
    "rule_tests_run": (
        _status, _session, _profiles, _long, _bytes, _long, _bytes, _long, _number, _numbers, _numbers, _text, _longs,
    ),
    "case_new": (_status, _session, _profile, _bytes, _long, _cases),
    "case_replay": (_status, _session, _profile, _bytes, _long, _cases),
    "case_free": (_status, _cases),
    "case_id": (_status, _session, _case, _text, _longs),
    "case_version": (_status, _session, _case, _longs),
    "case_profile": (_status, _session, _case, _profiles),
    "case_do": (_status, _session, _case, _bytes, _long, _bytes, _long, _text, _longs),
    "case_json": (_status, _session, _case, _bytes, _long, _text, _longs),
    "case_events": (_status, _session, _case, _long, _text, _longs),
    "case_plan": (_status, _session, _case, _bytes, _long, _plans),
    "case_due": (_status, _session, _case, _bytes, _long, _text, _longs),
    "case_paper": (_status, _session, _case, _bytes, _long, _bytes, _long, _bytes, _long, _bytes, _long, _text, _longs),
    "store_open": (_status, _session, _bytes, _long, _number, _stores),
    "store_open_with_key": (_status, _session, _bytes, _long, _number, _bytes, _long, _stores),
    "store_free": (_status, _stores),
    "store_add_profile": (_status, _session, _store, _profile),
    "store_open_case": (
        _status, _session, _store, _profile, _bytes, _long, _bytes, _long, _bytes, _long, _text, _longs,
    ),
    "store_do": (_status, _session, _store, _bytes, _long, _bytes, _long, _bytes, _long, _long, _text, _longs),
    "store_load": (_status, _session, _store, _bytes, _long, _cases),
    "store_cases": (_status, _session, _store, _bytes, _long, _number, _text, _longs),
    "store_lease": (
        _status, _session, _store, _bytes, _long, _bytes, _long, _bytes, _long, _number, _number, _text, _longs,
    ),
    "store_renew": (_status, _session, _store, _bytes, _long, _bytes, _long, _bytes, _long, _number),
    "store_ack": (_status, _session, _store, _bytes, _long, _bytes, _long),
    "store_failed": (
        _status, _session, _store, _bytes, _long, _bytes, _long, _bytes, _long, _bytes, _long, _number, _number,
        _number, _text, _longs,
    ),
    "store_retry": (_status, _session, _store, _bytes, _long),
    "store_waiting": (_status, _session, _store, _bytes, _long, _number, _number, _text, _longs),
    "store_due": (_status, _session, _store, _bytes, _long, _bytes, _long, _number, _text, _longs),
    "store_verify": (_status, _session, _store, _bytes, _long, _text, _longs),
    "store_anchor": (_status, _session, _store, _bytes, _long, _bytes, _long, _text, _longs),
    "store_verify_against": (_status, _session, _store, _bytes, _long, _bytes, _long, _text, _longs),
    "store_repair": (_status, _session, _store, _bytes, _long, _bytes, _long, _text, _longs),
    "store_damaged": (_status, _session, _store, _text, _longs),
    "store_export": (_status, _session, _store, _bytes, _long, _text, _longs),
    "store_import": (_status, _session, _store, _bytes, _long, _text, _longs),
}

#: Those that a library built without its store does not have.
OPTIONAL = (
    "store_open",
    "store_open_with_key",
    "store_free",
    "store_add_profile",
    "store_open_case",
    "store_do",
    "store_load",
    "store_cases",
    "store_lease",
    "store_renew",
    "store_ack",
    "store_failed",
    "store_retry",
    "store_waiting",
    "store_due",
    "store_verify",
    "store_anchor",
    "store_verify_against",
    "store_repair",
    "store_damaged",
    "store_export",
    "store_import",
)
