"""What is known of a fact, as Python values.

| the field's type    | put takes                  | get gives                                  |
|---------------------|----------------------------|--------------------------------------------|
| text, code          | str                        | str                                        |
| boolean             | bool, or "true", "false"   | bool                                       |
| number              | int, Decimal, str          | int, or Decimal if it has a decimal point  |
| date                | date, str                  | date                                       |
| date_time           | datetime, str              | datetime (Beijing time, without a zone)    |
| list                | list of str                | list of str                                |
| a group of facts    | None only                  | dict of what is known in it                |

None says: told that there is none. UNKNOWN says: not told yet. A value that the field refuses (February 30) is kept as
it was put, as a str, and reported as a finding.
"""

from __future__ import annotations

import datetime
import enum
import re
from decimal import Decimal
from typing import Any, Dict, Final, List, Optional, Sequence, Union

from .errors import ParseError


class Unknown(enum.Enum):
    """The type of UNKNOWN."""

    UNKNOWN = "unknown"

    def __bool__(self) -> bool:
        raise TypeError("UNKNOWN is neither true nor false: ask `value is UNKNOWN`")

    def __repr__(self) -> str:
        return "birthcase.UNKNOWN"

    __str__ = __repr__


#: Not told yet; not None, which says: told that there is none. To be asked for with `is`.
UNKNOWN: Final = Unknown.UNKNOWN

#: What `Application.get` gives of a fact that is known.
Value = Union[str, bool, int, Decimal, datetime.date, datetime.datetime, List[str], Dict[str, Any]]

#: What `Application.put` takes of a fact that is known.
PutValue = Union[str, bool, int, Decimal, datetime.date, datetime.datetime, Sequence[str]]

#: A day, or a moment where a promise counts hours or minutes.
Due = Union[datetime.date, datetime.datetime]

_BEIJING = datetime.timezone(datetime.timedelta(hours=8))
_INTEGER = re.compile(r"-?[0-9]{1,34}", re.ASCII)
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_DATE_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{6})?)?", re.ASCII)


def written(value: PutValue) -> str:
    """A value as the library reads it. Errors: TypeError for other types, ValueError for a list item with a comma."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, Decimal)):
        return str(Decimal(value))  # unlike int, not limited in its digits
    if isinstance(value, datetime.datetime):
        return _in_beijing(value).isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return _joined(value)
    raise TypeError(f"a fact cannot be a {type(value).__name__}: {_INSTEAD.get(type(value), 'see birthcase.values')}")


_INSTEAD = {
    float: "give a Decimal, so that no digit is guessed",
    bytes: "give a str; birthcase.from_gb18030 makes one of GB18030",
    dict: "put the facts in it one by one",
}


def _in_beijing(moment: datetime.datetime) -> datetime.datetime:
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(_BEIJING).replace(tzinfo=None)


def _joined(items: Sequence[str]) -> str:
    if not all(isinstance(item, str) for item in items):
        raise TypeError("the items of a list are str")
    if any("," in item for item in items):
        raise ValueError("an item of a list cannot have a comma in it")
    return ",".join(items)


def as_read(kind: Optional[str], text: str) -> Value:
    """The value that the library wrote as text, for a field of a kind. What does not read as that kind stays a str."""
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    if kind == "number" and _NUMBER.fullmatch(text):
        return int(text) if _INTEGER.fullmatch(text) else Decimal(text)
    if kind == "list":
        return text.split(",") if text else []
    if kind in ("date", "date_time"):
        return _as_day(text)
    return text


def as_typed(kind: Optional[str], value: Any) -> Any:
    """The value that the library wrote as JSON, for a field of a kind."""
    return _as_day(value) if kind in ("date", "date_time") and isinstance(value, str) else value


def _as_day(text: str) -> Union[datetime.date, datetime.datetime, str]:
    try:
        if _DATE.fullmatch(text):
            return datetime.date.fromisoformat(text)
        if _DATE_TIME.fullmatch(text):
            return datetime.datetime.fromisoformat(text)
    except ValueError:  # the year 0000: the library knows it, Python does not
        pass
    return text


def day_in(as_of: Union[datetime.date, str, None], what: str = "as_of") -> str:
    """A day as the library reads it; empty for none."""
    if as_of is None:
        return ""
    if isinstance(as_of, str):
        if not as_of:  # which the library would take for None
            raise ParseError(f"{what}: an empty text is no day")
        return as_of
    if isinstance(as_of, datetime.date) and not isinstance(as_of, datetime.datetime):
        return as_of.isoformat()
    raise TypeError(f"{what}: a datetime.date is needed, not {type(as_of).__name__}")


def moment_in(now: Union[datetime.datetime, str], what: str = "now") -> str:
    """A moment as the library reads it; a datetime without a zone is Beijing's."""
    if isinstance(now, str):
        return now
    if isinstance(now, datetime.datetime):
        return _in_beijing(now).replace(microsecond=0).isoformat()
    raise TypeError(f"{what}: a datetime.datetime is needed, not {type(now).__name__}")


def due(text: Optional[str]) -> Optional[Due]:
    """A deadline of a plan."""
    day = _as_day(text) if text else None
    return None if isinstance(day, str) else day
