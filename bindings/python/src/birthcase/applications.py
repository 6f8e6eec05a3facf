"""The facts of one birth, as far as they are known."""

from __future__ import annotations

import ctypes
import json as json_module
import operator
import threading
from typing import Any, Dict, Literal, Optional, Tuple, Union

from . import _native
from ._handles import Closeable, Handle
from ._session import JsonText, Language, json_in, lent, text_in
from .errors import OutOfRangeError
from .findings import Finding
from .profiles import Profile, Rules
from .values import UNKNOWN, PutValue, Unknown, Value, as_read, written

#: How a document was handed in.
HandedInAs = Literal["original", "copy", "scan"]

_HANDED_IN_AS = {"original": _native.ORIGINAL, "copy": _native.PAPER_COPY, "scan": _native.SCAN}
_LAST_PLACE = 2**31 - 1  # ctypes would cut a larger number down to some other newborn's


def _place(newborn: Optional[int]) -> int:
    if newborn is None:
        return _native.FAMILY
    place = operator.index(newborn)
    if not 0 <= place <= _LAST_PLACE:
        raise OutOfRangeError("newborn: a place counted from 0, or None for what belongs to the family")
    return place


class Application(Closeable[Handle]):
    """The facts of one birth, as far as they are known, under one profile.

    Facts are named as in the profile: `mother.hukou.division`, or `newborn.name` with the newborn's place, counted from
    0. May be used by several threads: one call at a time, the others wait.
    """

    _instead_of_pickling = "hand over to_json(), and parse it there"

    def __init__(self, profile: Profile) -> None:
        """An application of which nothing is known yet."""
        rules = profile._open()
        with lent() as session:
            self._take(rules, session.make("application_new", _native.ApplicationPointer(), rules))

    @classmethod
    def parse(cls, profile: Profile, json: JsonText) -> Application:
        """Reads a whole application, as docs/plan.md and `Profile.application_schema` describe it.

        Errors: every InputError, with path, line and column. An unknown key names the nearest known one.
        """
        rules = profile._open()
        with lent() as session:
            return cls._of(
                rules, session.make("application_parse", _native.ApplicationPointer(), rules, *json_in(json))
            )

    @classmethod
    def _of(cls, rules: Rules, pointer: ctypes.c_void_p) -> Application:
        application = cls.__new__(cls)
        application._take(rules, pointer)
        return application

    def _take(self, rules: Rules, pointer: ctypes.c_void_p) -> None:
        self._rules = rules
        self._lock = threading.RLock()
        self._handle = Handle("application", pointer)

    @property
    def profile(self) -> Profile:
        """The profile that it was made for."""
        self._open()
        return Profile._of(self._rules)

    @property
    def newborn_count(self) -> int:
        """How many newborns it has."""
        with self._lock, lent() as session:
            return session.number("application_newborn_count", self._open())

    def put(self, name: str, value: Union[PutValue, None, Unknown], newborn: Optional[int] = None) -> None:
        """Puts a fact. None says that there is none, UNKNOWN makes it unknown again; a group takes only these two.

        The next free place of a newborn adds one. A value that the field's format or code table refuses is kept,
        reported by `findings`, and unknown to the rules. Errors: UnknownNameError, WrongTypeError, OutOfRangeError,
        EncodingError; TypeError for a value of a type that `birthcase.values` does not list.
        """
        if value is UNKNOWN:
            return self.clear(name, newborn)
        if value is None:
            return self.put_none(name, newborn)
        text = text_in(written(value), "value")
        return self._change("application_put", name, newborn, *text)

    def put_none(self, name: str, newborn: Optional[int] = None) -> None:
        """Tells that there is none: of a fact, or of a group with all that is in it. Errors: as `put`."""
        self._change("application_put_none", name, newborn)

    def clear(self, name: str, newborn: Optional[int] = None) -> None:
        """Makes a fact, or all facts of a group, unknown again. Errors: UnknownNameError, OutOfRangeError."""
        self._change("application_clear", name, newborn)

    def get(self, name: str, newborn: Optional[int] = None) -> Union[Value, None, Unknown]:
        """What is known of a fact: its value as `birthcase.values` lists them, None or UNKNOWN. A group that is known
        is a dict of what is known in it, as JSON has it. Errors: UnknownNameError, OutOfRangeError, WrongTypeError.
        """
        state = ctypes.c_int32()
        with self._lock, lent() as session:
            fact = (*text_in(name, "name"), _place(newborn))
            text = session.text("application_get", self._open(), *fact, ctypes.byref(state))
        if state.value == _native.FACT_UNKNOWN:
            return UNKNOWN
        if state.value == _native.FACT_NONE:
            return None
        kind = self._rules.kinds.get(name)
        return self._group(name, newborn) if kind == "group" else as_read(kind, text)

    def hand_in(
        self,
        type: str,
        holder: Optional[str] = None,
        as_: HandedInAs = "original",
        newborn: Optional[int] = None,
    ) -> None:
        """Notes that a document was handed in: its type and, where it has one, its holder, such as `mother`.

        Noting it twice is noting it once. Errors: UnknownNameError, OutOfRangeError, ContradictionError;
        MissingError where the newborn must be named.
        """
        if as_ not in _HANDED_IN_AS:
            raise ValueError("as_: 'original', 'copy' or 'scan'")
        whose = text_in("" if holder is None else holder, "holder")
        with self._lock, lent() as session:
            document = (*text_in(type, "type"), *whose, _HANDED_IN_AS[as_], _place(newborn))
            session.call("application_hand_in", self._open(), *document)

    def findings(self, language: Language = "zh") -> Tuple[Finding, ...]:
        """What the checks of formats, check digits and code tables found. Checks between facts are the plan's."""
        with self._lock, lent(language) as session:
            found = session.text("application_validate", self._open(), None)
        return tuple(Finding(**each) for each in json_module.loads(found))

    def copy(self) -> Application:
        """An independent copy."""
        return self._derived("application_copy", self._rules)

    def under(self, profile: Profile) -> Application:
        """The same facts under another profile. What that profile does not know is left out and told by a finding."""
        rules = profile._open()
        return self._derived("application_under", rules, rules)

    def to_json(self) -> str:
        """The application as JSON, which `parse` reads back to the same facts."""
        with self._lock, lent() as session:
            return session.text("application_json", self._open())

    def as_dict(self) -> Dict[str, Any]:
        """What `to_json` says, as `json.loads` reads it."""
        facts: Dict[str, Any] = json_module.loads(self.to_json())
        return facts

    def _change(self, function: str, name: str, newborn: Optional[int], *value: Any) -> None:
        fact = (*text_in(name, "name"), _place(newborn))
        with self._lock, lent() as session:
            session.call(function, self._open(), *fact, *value)

    def _derived(self, function: str, rules: Rules, *arguments: Any) -> Application:
        with self._lock, lent() as session:
            pointer = session.make(function, _native.ApplicationPointer(), self._open(), *arguments)
        return self._of(rules, pointer)

    def _group(self, name: str, newborn: Optional[int]) -> Dict[str, Any]:
        known: Dict[str, Any] = self.as_dict()
        keys = name.split(".")
        if newborn is not None:
            known, keys = known["newborns"][newborn], keys[1:]
        for key in keys:
            known = known.get(key) or {}
        return known

    def __copy__(self) -> Application:
        return self.copy()

    def __deepcopy__(self, memo: Any) -> Application:
        return self.copy()

    def __repr__(self) -> str:
        # Without a value: what somebody prints ends up in a log.
        if self.closed:
            return "<birthcase.Application, closed>"
        return f"<birthcase.Application under {self.profile.id!r}, newborns: {self.newborn_count}>"


def profile_named_in(json: JsonText) -> Optional[str]:
    """The id under `profile` in an application's JSON, for choosing the profile by it. Errors: InputError."""
    with lent() as session:
        return session.text("application_profile_named_in", *json_in(json)) or None
