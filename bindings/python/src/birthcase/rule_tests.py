"""Tests of rules: documents `*.birthcase.json` of families and of what a plan must say about them.

`birthcase.pytest_plugin` makes each case of such a file a test of pytest.
"""

from __future__ import annotations

import ctypes
import dataclasses
import json as json_module
from typing import Any, Dict, List, Mapping, Optional, Tuple

from . import _native
from ._session import JsonText, json_in, lent, text_in
from .profiles import Profile
from .values import UNKNOWN


@dataclasses.dataclass(frozen=True)
class Reason:
    """Why the plan says what it says about one thing. The facts of a test are invented, so they are shown."""

    item: str  #: what it is about: `marriage-certificate`, `hukou-registration[0]`, `mother.name`
    answer: str  #: what the plan says: `status bring`
    rule: Optional[str] = None  #: id of the rule that decided; None, and so is all that follows, if none did
    holds: Optional[bool] = None  #: whether the rule applies; None: it could not be told, facts are missing
    document: Optional[str] = None  #: where the rule stands: id of a profile, and in it
    path: Optional[str] = None  #: the JSON pointer
    source: Optional[str] = None  #: what the rule cites
    condition: Optional[str] = None  #: None: it always applies
    deciding: Optional[str] = None  #: the part of the condition, or the dates of the rule, that decided
    facts: Dict[str, Any] = dataclasses.field(default_factory=dict)  #: read, as JSON has them; None or UNKNOWN too


@dataclasses.dataclass(frozen=True)
class Mismatch:
    """An expectation that was not met."""

    expectation: str  #: `evidence exactly`, `lanes hukou-registration go_to`
    expected: Tuple[str, ...]
    got: Tuple[str, ...]
    missing: Tuple[str, ...]  #: of sets: expected and not got
    unexpected: Tuple[str, ...]  #: of sets: got and not expected
    reasons: Tuple[Reason, ...]  #: of what differs, one by one


@dataclasses.dataclass(frozen=True)
class RuleTestResult:
    """What came of one case."""

    name: str
    source: Optional[str]  #: what the case is drawn from
    path: str  #: JSON pointer of the case in its document
    passed: bool
    text: str  #: for people, of a case that failed: expected and got, the rule, where it stands; otherwise empty
    mismatches: Tuple[Mismatch, ...]


@dataclasses.dataclass(frozen=True)
class RuleTestReport:
    """What came of a document of tests: `results` in the order of its cases."""

    document: str
    passed: int
    failed: int
    results: Tuple[RuleTestResult, ...]


def profiles_of_rule_tests(json: JsonText) -> List[str]:
    """The profiles that a document of tests names, each once: ids and files (with `/` or ending in `.json`).

    The rest of the document is not checked. Errors: ParseError, EncodingError, ContradictionError, OutOfRangeError.
    """
    names: List[str] = []
    with lent() as session:
        while True:
            name = session.text("rule_tests_profile_named_in", *json_in(json), len(names))
            if not name:
                return names
            names.append(name)


def run_rule_tests(
    json: JsonText, profiles: Optional[Mapping[str, Profile]] = None, document: str = ""
) -> RuleTestReport:
    """Runs a document of tests.

    `profiles` says which profile a name in the document stands for; other names are those of built-in profiles.
    `document` is what the report calls it. A case that fails is no error: it is in the report. Errors: every
    InputError, with path, line and column in the document, or with the profile as `document` if that is at fault.
    """
    rules = [profiles[name]._open() if profiles and name in profiles else None for name in profiles_of_rule_tests(json)]
    pointers = [_native.ProfilePointer() if each is None else each._as_parameter_ for each in rules]
    handles = (_native.ProfilePointer * len(pointers))(*pointers)
    passed, failed = ctypes.c_int32(), ctypes.c_int32()
    with lent() as session:
        given = (handles, len(handles), *json_in(json), *text_in(document, "document"), _native.REPORT_JSON)
        text = session.text("rule_tests_run", *given, ctypes.byref(passed), ctypes.byref(failed))
    results = tuple(map(_result, json_module.loads(text)["results"]))
    return RuleTestReport(document, passed.value, failed.value, results)


def _result(result: Dict[str, Any]) -> RuleTestResult:
    mismatches = tuple(map(_mismatch, result["mismatches"]))
    return RuleTestResult(**{"source": None, **result, "mismatches": mismatches})


def _mismatch(mismatch: Dict[str, Any]) -> Mismatch:
    sets = {name: tuple(mismatch[name]) for name in ("expected", "got", "missing", "unexpected")}
    return Mismatch(mismatch["expectation"], **sets, reasons=tuple(map(_reason, mismatch["reasons"])))


def _reason(reason: Dict[str, Any]) -> Reason:
    if "rule" not in reason:
        return Reason(**reason)
    facts = {each["fact"]: UNKNOWN if each["value"] == {"unknown": True} else each["value"] for each in reason["facts"]}
    told = {name: value or None for name, value in reason.items() if name in ("source", "condition", "deciding")}
    holds = {"yes": True, "no": False}.get(reason["holds"])
    return Reason(**{**reason, **told, "holds": holds, "facts": facts})
