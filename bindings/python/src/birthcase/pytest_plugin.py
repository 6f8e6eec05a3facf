"""A plug-in of pytest: each case of a file `*.birthcase.json` is a test.

Installed with the package, and active without more; `-p no:birthcase` leaves it out. A profile that a document names as
a file is read from beside the document, with those that it extends from beside itself (`my-district` from
`my-district.json`). Unlike the rest of the package this module reads files.
"""

from __future__ import annotations

import json
import pathlib
from typing import Any, Dict, Iterator, Optional, Tuple

import pytest

from .errors import BirthcaseError
from .profiles import Profile
from .rule_tests import RuleTestResult, profiles_of_rule_tests, run_rule_tests

SUFFIX = ".birthcase.json"

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def pytest_collect_file(file_path: pathlib.Path, parent: pytest.Collector) -> Optional[RuleTestFile]:
    """Takes the documents of rule tests."""
    if not file_path.name.endswith(SUFFIX):
        return None
    collector: RuleTestFile = RuleTestFile.from_parent(parent, path=file_path)
    return collector


class RuleTestFile(pytest.File):
    """A document of rule tests. What is wrong with it is an error of collection."""

    def collect(self) -> Iterator[RuleTestItem]:
        """One test for each case. All are run here: together they take milliseconds."""
        tests = _read(self.path)
        try:
            profiles = {name: self._profile(name) for name in profiles_of_rule_tests(tests) if _names_a_file(name)}
            report = run_rule_tests(tests, profiles, self.path.name)
        except BirthcaseError as error:
            raise self.CollectError(_described(self.path, error)) from None
        text = tests.decode("utf-8")
        for result in report.results:
            yield RuleTestItem.from_parent(self, name=result.name, result=result, line=_line_of(result, text))

    def _profile(self, name: str) -> Profile:
        path = self.path.parent / name
        if not path.is_file():
            raise self.CollectError(f"{self.path}: the profile {name} is not there: there is no {path}")
        text = _read(path)
        extended = _extended(text, path.parent)
        try:
            return Profile.parse(text, extends=extended.values())
        except BirthcaseError as error:
            at_fault = path.with_name(f"{error.document}.json") if error.document in extended else path
            raise self.CollectError(_described(at_fault, error)) from None


class RuleTestItem(pytest.Item):
    """One case."""

    def __init__(self, *, result: RuleTestResult, line: Optional[int], **other: Any) -> None:
        super().__init__(**other)
        self._result = result
        self._line = line
        if result.source:
            self.user_properties.append(("source", result.source))

    def runtest(self) -> None:
        """Fails with what the library says about the case."""
        if not self._result.passed:
            raise RuleTestFailure(self._result.text)

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """The library's text alone: there is no Python code to show."""
        if isinstance(excinfo.value, RuleTestFailure):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> Tuple[pathlib.Path, Optional[int], str]:
        """Where the case stands."""
        return self.path, self._line, self.name


class RuleTestFailure(AssertionError):
    """The plan says something else than the case expects."""


def _read(path: pathlib.Path) -> bytes:
    text = path.read_bytes()
    return text[len(_BYTE_ORDER_MARK) :] if text.startswith(_BYTE_ORDER_MARK) else text


def _names_a_file(profile: str) -> bool:
    return "/" in profile or profile.endswith(".json")


def _extended(profile: bytes, folder: pathlib.Path) -> Dict[str, bytes]:
    """The profiles beside one that it extends, and so on, by their ids. What is wrong with them the library says."""
    texts: Dict[str, bytes] = {}
    name = _extends(profile)
    while name is not None and name not in texts:
        path = folder / f"{name}.json"
        if not _is_id(name) or not path.is_file():
            break
        texts[name] = _read(path)
        name = _extends(texts[name])
    return texts


def _extends(profile: bytes) -> Optional[str]:
    try:
        document = json.loads(profile)
    except ValueError:
        return None
    name = document.get("extends") if isinstance(document, dict) else None
    return name if isinstance(name, str) else None


def _is_id(name: str) -> bool:
    """An id only: what a profile extends must not become a way to name any file."""
    return name.isascii() and name.replace("-", "").isalnum()


def _described(path: pathlib.Path, error: BirthcaseError) -> str:
    """An error with its place, as editors understand it."""
    place = ":".join(str(part) for part in (path, error.line, error.column) if part)
    return ": ".join(part for part in (place, error.path, error.message) if part)


def _line_of(result: RuleTestResult, text: str) -> Optional[int]:
    """The line of a case, counted from 0: names stand in a document once. None if it writes the name in escapes."""
    at = text.find(json.dumps(result.name, ensure_ascii=False))
    return None if at < 0 else text.count("\n", 0, at)
