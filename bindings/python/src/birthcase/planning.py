"""From facts to a plan."""

from __future__ import annotations

import datetime
from typing import Iterable, Literal, Optional, Union

from . import _native
from ._handles import Handle
from ._plan_reading import plan_of
from ._session import JsonText, Language, json_in, lent, text_in
from .applications import Application
from .plans import Plan
from .profiles import Profile
from .values import day_in

#: The day of a plan: a date, or a str such as `2019-05-06`; None for the day of the application's `applied_at`.
AsOf = Union[datetime.date, str, None]

#: The keys of a plan's document, in its order.
PlanPart = Literal[
    "profile",
    "as_of",
    "services",
    "form",
    "evidence",
    "look_ups",
    "route",
    "undetermined",
    "findings",
    "acceptable",
    "due",
    "rules",
]


def plan(profile: Profile, application: Application, as_of: AsOf = None, language: Language = "zh") -> Plan:
    """Plans one birth as known on one day. Reads no clock: the same arguments give the same plan.

    The application may have been made for another city's profile. What is wrong with it is in the findings.
    Errors: ParseError and OutOfRangeError of `as_of`; MissingError if there is no day at all.
    """
    rules = profile._open()
    day = text_in(day_in(as_of), "as_of")
    with application._lock, lent(language) as session:
        pointer = session.make("plan_new", _native.PlanPointer(), rules.pointer, application._open().pointer, *day)
    return plan_of(Handle("plan", pointer), rules, language)


def plan_document(
    profile: Profile,
    json: JsonText,
    as_of: AsOf = None,
    language: Language = "zh",
    *,
    parts: Optional[Iterable[PlanPart]] = None,
    labels: bool = True,
    reasons: bool = True,
) -> str:
    """An application's JSON in, its plan's JSON out: the whole library for who needs no more.

    `parts`: what of the plan is wanted, in any order; None: all. Less takes less time. Without `labels` no words for
    people are written: no `label`, no `message` of findings, no `text` of reasons. Without `reasons` there is no `why`.
    Errors: those of `Application.parse` and `plan`; UnknownNameError for a part that there is not.
    """
    day = text_in(day_in(as_of), "as_of")
    wanted = text_in(_names(parts), "parts")
    without = (0 if labels else _native.WITHOUT_LABELS) + (0 if reasons else _native.WITHOUT_REASONS)
    with lent(language) as session:
        return session.text("plan_document_parts", profile._open(), *json_in(json), *day, *wanted, without)


def _names(parts: Optional[Iterable[PlanPart]]) -> str:
    # For the library an empty text is all of them.
    if parts is None:
        return ""
    names = (parts,) if isinstance(parts, str) else tuple(parts)
    if not names:
        raise ValueError("parts: name one at least, or None for all")
    return ",".join(names)
