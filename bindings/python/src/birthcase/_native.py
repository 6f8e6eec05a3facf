"""The C interface as Python sees it: the one table of its functions, and the loading of the library that has them.

Nothing here knows what the functions mean: the headers in capi do. `tests/python/check_table.py` holds the table and the
constants below against them. This module imports nothing of the package, so that it can be read without it.
"""

import ctypes
import functools
import os
import pathlib
import re
import sys
import types
from typing import Any, Dict, List, Tuple

ABI_VERSION = 1

NUL_ENDED = -1
FAMILY = -1

OK = 0
SYNTAX, UNKNOWN_NAME, WRONG_TYPE, OUT_OF_RANGE, ENCODING, CONTRADICTION, MISSING = range(1, 8)
BAD_ARGUMENT, BAD_HANDLE, BUFFER_TOO_SMALL, OUT_OF_MEMORY, INTERNAL = range(8, 13)
REFUSED, CONFLICT, STORAGE = range(13, 16)

UTF8, GB18030, GB18030_2005, GB18030_2000 = range(4)
CHINESE, ENGLISH = range(2)
FACT_UNKNOWN, FACT_NONE, FACT_KNOWN = range(3)
ORIGINAL, PAPER_COPY, SCAN = range(3)
REPORT_JSON = 0
WITHOUT_LABELS, WITHOUT_REASONS = 1, 2
READ_WRITE, READ_ONLY = range(2)
ANY_VERSION = -1

UNDETERMINED, FINDINGS = 5, 6

PLAN_PROFILE, PLAN_AS_OF, PLAN_DUE, PLAN_ACCEPTABLE = range(1, 5)
PLAN_ASKED_FIELDS, PLAN_RULES_VERSION, PLAN_CODES_VERSION, PLAN_CALENDAR_VERSION, PLAN_COUNTED_UNTIL = range(7, 12)
PLAN_AS_JSON, PLAN_TRIPS, PLAN_PAPERS, PLAN_SHEETS, PLAN_EVIDENCE_KEYS = range(12, 17)
SERVICE_ID, SERVICE_REASON = 101, 108
SERVICE_NEWBORN, SERVICE_LANE, SERVICE_ORGANISATION, SERVICE_CHANNEL = range(103, 107)
EVIDENCE_TYPE, EVIDENCE_LABEL, EVIDENCE_NEWBORN, EVIDENCE_HOLDER, EVIDENCE_HOLDER_LABEL = range(301, 306)
EVIDENCE_STATUS, EVIDENCE_ORIGINAL, EVIDENCE_COPIES, EVIDENCE_TOLERANCE = 306, 307, 308, 310
EVIDENCE_NEEDED_BY, EVIDENCE_FROM, EVIDENCE_RULE, EVIDENCE_REASON = range(311, 315)
STEP_ID, STEP_NEWBORN, STEP_SERVICE, STEP_ORGANISATION = 401, 403, 404, 405
STEP_ORGANISATION_LABEL, STEP_OPERATOR, STEP_OPERATOR_LABEL = range(406, 409)
STEP_AFTER, STEP_DUE, STEP_PROMISE, STEP_DELIVERY = range(409, 413)
UNDETERMINED_FACT, UNDETERMINED_LABEL, UNDETERMINED_NEWBORN, UNDETERMINED_FIELD, UNDETERMINED_DECIDES = range(501, 506)
FINDING_SEVERITY, FINDING_CODE, FINDING_PATH, FINDING_MESSAGE = range(601, 605)
MISSING_ID, MISSING_LABEL, MISSING_NEWBORN, MISSING_IS_FIELD, MISSING_HOLDER = range(701, 706)
LOOK_UP_ID, LOOK_UP_NEWBORN, LOOK_UP_ORGANISATION, LOOK_UP_STATE = 901, 903, 904, 905
ROW_STATUS, ROW_MESSAGE, ROW_PATH, ROW_LINE, ROW_COLUMN = range(1001, 1006)


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
_facts, _applications = ApplicationPointer, ctypes.POINTER(ApplicationPointer)
_plan, _plans = PlanPointer, ctypes.POINTER(PlanPointer)
_case, _cases = CasePointer, ctypes.POINTER(CasePointer)
_store, _stores = StorePointer, ctypes.POINTER(StorePointer)

#: Every function of birthcase.h, birthcase_case.h and birthcase_store.h, in their order, without the prefix `birthcase_`: what it returns, what it takes.
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
    "profile_form": (_status, _session, _profile, _bytes, _long, _text, _longs),
    "profile_application_schema": (_status, _session, _profile, _text, _longs),
    "compare": (_status, _session, _profiles, _long, _bytes, _long, _text, _longs),
    "application_new": (_status, _session, _profile, _applications),
    "application_parse": (_status, _session, _profile, _bytes, _long, _applications),
    "application_profile_named_in": (_status, _session, _bytes, _long, _text, _longs),
    "application_copy": (_status, _session, _facts, _applications),
    "application_under": (_status, _session, _facts, _profile, _applications),
    "application_free": (_status, _applications),
    "application_put": (_status, _session, _facts, _bytes, _long, _number, _bytes, _long),
    "application_put_none": (_status, _session, _facts, _bytes, _long, _number),
    "application_clear": (_status, _session, _facts, _bytes, _long, _number),
    "application_get": (_status, _session, _facts, _bytes, _long, _number, _numbers, _text, _longs),
    "application_newborn_count": (_status, _session, _facts, _numbers),
    "application_hand_in": (_status, _session, _facts, _bytes, _long, _bytes, _long, _number, _number),
    "application_validate": (_status, _session, _facts, _numbers, _text, _longs),
    "application_finding": (_status, _session, _facts, _number, _number, _text, _longs),
    "application_json": (_status, _session, _facts, _text, _longs),
    "plan_new": (_status, _session, _profile, _facts, _bytes, _long, _plans),
    "plan_free": (_status, _plans),
    "plan_json": (_status, _session, _plan, _text, _longs),
    "plan_json_parts": (_status, _session, _plan, _bytes, _long, _number, _text, _longs),
    "plan_document": (_status, _session, _profile, _bytes, _long, _bytes, _long, _text, _longs),
    "plan_document_parts": (
        *(_status, _session, _profile, _bytes, _long, _bytes, _long, _bytes, _long, _number),
        *(_text, _longs),
    ),
    "plan_columns": (
        *(_status, _session, _profile, _bytes, _numbers, _long, _bytes, _long, _numbers, _long),
        *(_text, _longs),
    ),
    "plan_count": (_status, _session, _plan, _number, _numbers),
    "plan_text": (_status, _session, _plan, _number, _number, _text, _longs),
    "plan_number": (_status, _session, _plan, _number, _number, _longs),
    "rule_tests_profile_named_in": (_status, _session, _bytes, _long, _number, _text, _longs),
    "rule_tests_run": (
        *(_status, _session, _profiles, _long, _bytes, _long, _bytes, _long, _number),
        *(_numbers, _numbers, _text, _longs),
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
    "case_paper": (
        _status, _session, _case, _bytes, _long, _bytes, _long, _bytes, _long, _bytes, _long, _text, _longs),
    "store_open": (_status, _session, _bytes, _long, _number, _stores),
    "store_open_with_key": (_status, _session, _bytes, _long, _number, _bytes, _long, _stores),
    "store_free": (_status, _stores),
    "store_add_profile": (_status, _session, _store, _profile),
    "store_open_case": (
        *(_status, _session, _store, _profile, _bytes, _long, _bytes, _long, _bytes, _long),
        *(_text, _longs),
    ),
    "store_do": (
        *(_status, _session, _store, _bytes, _long, _bytes, _long, _bytes, _long, _long),
        *(_text, _longs),
    ),
    "store_load": (_status, _session, _store, _bytes, _long, _cases),
    "store_cases": (_status, _session, _store, _bytes, _long, _number, _text, _longs),
    "store_lease": (
        *(_status, _session, _store, _bytes, _long, _bytes, _long, _bytes, _long, _number, _number),
        *(_text, _longs),
    ),
    "store_renew": (_status, _session, _store, _bytes, _long, _bytes, _long, _bytes, _long, _number),
    "store_ack": (_status, _session, _store, _bytes, _long, _bytes, _long),
    "store_failed": (
        *(_status, _session, _store, _bytes, _long, _bytes, _long, _bytes, _long, _bytes, _long),
        *(_number, _number, _number, _text, _longs),
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


def _inside_the_package() -> str:
    names = {"win32": "birthcase.dll", "darwin": "libbirthcase.dylib"}
    return str(pathlib.Path(__file__).with_name(names.get(sys.platform, "libbirthcase.so")))


def _of_the_system() -> str:
    # Not ctypes.util.find_library, which starts compilers and finds nothing where there is none. The loader's own
    # search knows the name with the number of the ABI.
    names = {"win32": "birthcase.dll", "darwin": f"libbirthcase.{ABI_VERSION}.dylib"}
    return names.get(sys.platform, f"libbirthcase.so.{ABI_VERSION}")


def _candidates() -> List[str]:
    """The libraries to try. One that the environment names is meant: then there is no other."""
    named = os.environ.get("BIRTHCASE_LIBRARY")
    return [os.path.abspath(named)] if named else [_inside_the_package(), _of_the_system()]


def _load(path: str) -> ctypes.CDLL:
    """The library at a path, if it is one of this ABI. Errors: OSError with what is wrong with it."""
    if os.path.isabs(path) and not os.path.exists(path):
        raise OSError("there is no such file")
    library: ctypes.CDLL = getattr(ctypes, "WinDLL", ctypes.CDLL)(path)  # BIRTHCASE_CALL is stdcall on Windows
    try:
        found = library.birthcase_abi_version()
    except AttributeError:
        raise OSError("it is not the birthcase library") from None
    if found != ABI_VERSION:
        raise OSError(f"it has the ABI {found}, and this package needs {ABI_VERSION}: install the two together")
    return library


def _bound(library: ctypes.CDLL) -> types.SimpleNamespace:
    """The functions of the table in a library; those of a store may be missing. Errors: OSError."""
    functions = types.SimpleNamespace()
    for name, (returned, *arguments) in FUNCTIONS.items():
        try:
            function = getattr(library, "birthcase_" + name)
        except AttributeError:
            if name.startswith("store_") and not hasattr(library, "birthcase_store_open"):
                continue
            raise OSError(f"it is older than this package and has no birthcase_{name}") from None
        function.restype, function.argtypes = returned, arguments
        setattr(functions, name, function)
    return functions


#: What the loader says, and what to do about it.
_ADVICE = (
    (
        r"(libicu\w+\.so\S*):",
        r"\1 belongs to ICU and is not on this machine: install that version of ICU (the package "
        "libicu… of the distribution), or build the wheel here.",
    ),
    (
        r"(libcrypto\.so\S*):",
        r"\1 belongs to OpenSSL and is not on this machine: install that version of OpenSSL (the package "
        "libssl… of the distribution), or build the wheel here.",
    ),
    (
        r"(GLIBC\w*_[\d.]+)",
        r"the library was built on a newer system than this one (it needs \1): build the wheel here.",
    ),
    (r"failed to map|noexec", "the folder may be on a file system that is mounted noexec: install it elsewhere."),
    (r"ELF|too short|architecture|%1 is not", "the file is not a library for this processor and this Python."),
)


def _refusal(tried: List[Tuple[str, str]]) -> str:
    lines = ["the native library of birthcase cannot be loaded. Tried:"]
    lines += [f"  {path}: {reason}" for path, reason in tried]
    for pattern, advice in _ADVICE:
        found = next(filter(None, (re.search(pattern, reason) for _, reason in tried)), None)
        if found:
            lines.append(found.expand(advice))
    lines.append(
        "Install the wheel of this package, or set the environment variable BIRTHCASE_LIBRARY to the library's path."
    )
    return "\n".join(lines)


@functools.cache
def library() -> types.SimpleNamespace:
    """The functions of the table, by their names there. The first call loads the library.

    Tried are the path in the environment variable BIRTHCASE_LIBRARY and nothing else if it is set; otherwise the
    library inside this package, then the system's. Errors: ImportError with what was tried and what to do.
    """
    tried: List[Tuple[str, str]] = []
    for path in _candidates():
        try:
            return _bound(_load(path))
        except OSError as error:
            tried.append((path, str(error).replace(path + ": ", "")))
    raise ImportError(_refusal(tried), name="birthcase", path=tried[0][0])
