"""From facts to a plan."""

from __future__ import annotations

import datetime
from typing import Union

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


def plan_document(profile: Profile, json: JsonText, as_of: AsOf = None, language: Language = "zh") -> str:
    """An application's JSON in, its plan's JSON out: the whole library for who needs no more.

    Errors: those of `Application.parse` and `plan`.
    """
    day = text_in(day_in(as_of), "as_of")
    with lent(language) as session:
        return session.text("plan_document", profile._open(), *json_in(json), *day)
