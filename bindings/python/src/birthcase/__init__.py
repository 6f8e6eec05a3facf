"""China's joint birth service (出生“一件事”): from what is known of one birth to its form, documents and route.

    yiwu = birthcase.Profile.built_in("yiwu")
    application = birthcase.Application.parse(yiwu, text)
    plan = birthcase.plan(yiwu, application, datetime.date(2019, 6, 10))

A Case goes on from there, through acceptance and the departments' answers; a Store keeps cases in a file.

Threads: a Profile and a Plan may be used by any number of threads at once; an Application, a Case and a Store by one
call at a time, which they see to themselves. Nothing reads a clock, a file, a socket or the environment, save that a
Store reads and writes its file, and that importing the package loads the native library (BIRTHCASE_LIBRARY names another
one).
"""

from . import _native, commands
from ._session import JsonText, Language
from .applications import Application, HandedInAs, profile_named_in
from .cases import Case, Deadline, Decision, Event, Message, Moment, Standing
from .comparison import Cell, Comparison, Item, Row, compare
from .errors import (
    BadArgumentError,
    BadHandleError,
    BirthcaseError,
    BufferTooSmallError,
    ConflictError,
    ContradictionError,
    EncodingError,
    InputError,
    InternalError,
    MissingError,
    OutOfMemoryError,
    OutOfRangeError,
    ParseError,
    RefusedError,
    StorageError,
    UnknownNameError,
    WrongTypeError,
)
from .findings import Finding, Severity
from .gb18030 import Edition, from_gb18030, to_gb18030
from .planning import AsOf, PlanPart, plan, plan_document
from .plans import (
    Acceptability,
    Evidence,
    EvidenceStatus,
    FactOrigin,
    FactRead,
    FieldSource,
    Form,
    FormField,
    Lane,
    LookUp,
    LookUpState,
    Owner,
    Plan,
    RulesVersion,
    Provenance,
    ServiceLane,
    Step,
    Undetermined,
    Why,
)
from .profile_data import ProfileData
from .profiles import Profile, built_in_ids, built_in_json
from .rule_tests import Mismatch, Reason, RuleTestReport, RuleTestResult, profiles_of_rule_tests, run_rule_tests
from .stores import (
    AnchorComparison,
    Break,
    CaseSummary,
    DamagedRow,
    LeasedMessage,
    Outcome,
    Repair,
    Store,
    Verification,
    WaitingMessage,
)
from .values import UNKNOWN, Due, PutValue, Unknown, Value

__all__ = [
    "AnchorComparison",
    "DamagedRow",
    "Repair",
    "UNKNOWN",
    "Acceptability",
    "Application",
    "AsOf",
    "BadArgumentError",
    "BadHandleError",
    "BirthcaseError",
    "Break",
    "BufferTooSmallError",
    "Case",
    "CaseSummary",
    "Cell",
    "Comparison",
    "ConflictError",
    "ContradictionError",
    "Deadline",
    "Decision",
    "Due",
    "Edition",
    "EncodingError",
    "Event",
    "Evidence",
    "EvidenceStatus",
    "FactOrigin",
    "FactRead",
    "FieldSource",
    "Finding",
    "Form",
    "FormField",
    "HandedInAs",
    "InputError",
    "InternalError",
    "Item",
    "JsonText",
    "Lane",
    "Language",
    "LeasedMessage",
    "LookUp",
    "LookUpState",
    "Message",
    "Mismatch",
    "MissingError",
    "Moment",
    "OutOfMemoryError",
    "OutOfRangeError",
    "Outcome",
    "Owner",
    "ParseError",
    "Plan",
    "PlanPart",
    "Profile",
    "ProfileData",
    "Provenance",
    "PutValue",
    "Reason",
    "RefusedError",
    "Row",
    "RuleTestReport",
    "RuleTestResult",
    "RulesVersion",
    "ServiceLane",
    "Severity",
    "Standing",
    "Step",
    "StorageError",
    "Store",
    "Undetermined",
    "Unknown",
    "UnknownNameError",
    "Value",
    "Verification",
    "WaitingMessage",
    "Why",
    "WrongTypeError",
    "abi_version",
    "built_in_ids",
    "built_in_json",
    "commands",
    "compare",
    "from_gb18030",
    "plan",
    "plan_document",
    "profile_named_in",
    "profiles_of_rule_tests",
    "run_rule_tests",
    "to_gb18030",
    "version",
]


def version() -> str:
    """The version of the native library, such as `0.3.0`."""
    text: bytes = _native.library().version()
    return text.decode("ascii")


def abi_version() -> int:
    """The ABI of the native library."""
    return int(_native.library().abi_version())


_native.library()  # an import fails now, with what to do, rather than the first call later
