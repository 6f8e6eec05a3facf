"""The library's plan, of which Python reads a part when somebody asks for it."""

from __future__ import annotations

import ctypes
import json
import re
import threading
from decimal import Decimal
from typing import Any, Dict, List, Optional, Tuple

from . import _native
from ._handles import Handle
from ._session import Language, lent
from .plans import FactRead
from .profiles import Rules
from .values import UNKNOWN, as_typed

Json = Dict[str, Any]

_PLACE = re.compile(r"^newborns\[[0-9]+\]")


class PlanSource:
    """One plan of the library's: single attributes, and the whole as JSON. One thread reads at a time."""

    __slots__ = ("lock", "rules", "language", "_plan", "_pointer", "_json", "_document")

    def __init__(self, plan: Handle, rules: Rules, language: Language) -> None:
        """`rules`: the profile that was planned under."""
        self.lock = threading.RLock()
        self.rules = rules
        self.language: Language = language
        self._plan = plan  # for as long as its pointer is
        self._pointer = plan.pointer
        self._json: Optional[str] = None
        self._document: Optional[Json] = None

    def read(self, attribute: int, place: int = 0) -> bytes:
        """A text attribute, in UTF-8."""
        with self.lock, lent(self.language) as session:
            return session.read("plan_text", self._pointer, attribute, place)

    def text(self, attribute: int, place: int = 0) -> str:
        """A text attribute."""
        return self.read(attribute, place).decode("utf-8")

    def number(self, attribute: int, place: int = 0) -> int:
        """A number attribute."""
        with self.lock, lent(self.language) as session:
            return session.number("plan_number", self._pointer, attribute, place, kind=ctypes.c_int64)

    def rows(self, list: int, attributes: Tuple[int, ...]) -> List[Tuple[str, ...]]:
        """Text attributes of all items of a list."""
        with self.lock, lent(self.language) as session:
            count = session.number("plan_count", self._pointer, list)
            return [
                tuple(session.text("plan_text", self._pointer, attribute, place) for attribute in attributes)
                for place in range(count)
            ]

    def json(self) -> str:
        """The plan as the library writes it."""
        with self.lock:
            if self._json is None:
                with lent(self.language) as session:
                    self._json = session.text("plan_json", self._pointer)
            return self._json

    def document(self) -> Json:
        """The same as Python has it."""
        with self.lock:
            if self._document is None:
                self._document = json.loads(self.json(), parse_float=Decimal)
            return self._document

    def facts(self, place: int) -> Tuple[FactRead, ...]:
        """The facts that the rule about the document at a place read."""
        return self.facts_in(self.document()["evidence"][place]["why"])

    def facts_in(self, why: Json) -> Tuple[FactRead, ...]:
        """The facts that a rule read, as JSON tells them."""
        return tuple(FactRead(each["fact"], self.value(each["fact"], each)) for each in why["facts"])

    def value(self, fact: str, told: Json) -> Any:
        """The value of a fact."""
        return as_typed(self.rules.kinds.get(_PLACE.sub("newborn", fact)), told.get("value", UNKNOWN))
