"""What a family brings to each service under several profiles, side by side."""

from __future__ import annotations

import dataclasses
import datetime
import json
from typing import Any, Dict, Iterable, List, Optional, Tuple, Union

from . import _native
from ._session import Language, lent, text_in
from .profiles import Profile
from .values import day_in


@dataclasses.dataclass(frozen=True)
class Item:
    """A document to bring."""

    type: str
    label: str
    holder: Optional[str]
    original: int
    copies: int
    conditional: bool  #: only for some families
    condition: Optional[str]  #: which, in words


@dataclasses.dataclass(frozen=True)
class Cell:
    """What one profile asks."""

    profile: str
    offered: bool
    brings: Tuple[Item, ...]


@dataclasses.dataclass(frozen=True)
class Row:
    """One service under each of the profiles."""

    service: str
    label: str
    organisation: str
    cells: Tuple[Cell, ...]


@dataclasses.dataclass(frozen=True)
class Comparison:
    """Profiles side by side: `rows` service by service, `together` for all services at once."""

    profiles: Tuple[str, ...]
    titles: Tuple[str, ...]
    rows: Tuple[Row, ...]
    together: Tuple[Cell, ...]


def compare(profiles: Iterable[Profile], as_of: Union[datetime.date, str], language: Language = "zh") -> Comparison:
    """Compares up to 64 profiles as they are in force on a day.

    Errors: MissingError (no profile), OutOfRangeError (too many), ParseError (of `as_of`).
    """
    rules = [profile._open() for profile in profiles]
    handles = (_native.ProfilePointer * len(rules))(*[each._as_parameter_ for each in rules])
    with lent(language) as session:
        text = session.text("compare", handles, len(rules), *text_in(day_in(as_of), "as_of"))
    found = json.loads(text)
    return Comparison(
        profiles=tuple(each["id"] for each in found["profiles"]),
        titles=tuple(each["title"] for each in found["profiles"]),
        rows=tuple(map(_row, found["rows"])),
        together=_cells(found["together"]),
    )


def _row(row: Dict[str, Any]) -> Row:
    return Row(row["service"], row["label"], row["organisation"], _cells(row["cells"]))


def _cells(cells: List[Dict[str, Any]]) -> Tuple[Cell, ...]:
    return tuple(Cell(cell["profile"], cell["offered"], tuple(map(_item, cell["brings"]))) for cell in cells)


def _item(item: Dict[str, Any]) -> Item:
    return Item(**{"holder": None, "condition": None, **item})
