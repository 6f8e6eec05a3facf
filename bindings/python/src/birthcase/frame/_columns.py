"""The columns that a table of plans can have: their Arrow types, and what of a plan each is made of."""

from __future__ import annotations

import dataclasses
import functools
from typing import Any, Callable, Iterable, List, Optional, Sequence, Tuple

import pyarrow as pa
import pyarrow.compute as pc

from .. import _native as n
from ._block import Block

_DAY_LENGTH = len("2019-05-06")


@dataclasses.dataclass(frozen=True)
class Member:
    """A name, an Arrow type, and how an attribute of plans becomes an array of that type."""

    name: str
    type: pa.DataType
    attribute: int
    read: Callable[[Block, int], pa.Array]


def _text(block: Block, attribute: int) -> pa.Array:
    return block.texts(attribute)


def _optional(block: Block, attribute: int) -> pa.Array:
    texts = block.texts(attribute)
    return pc.if_else(pc.equal(texts, ""), pa.scalar(None, pa.string()), texts)


def _number(block: Block, attribute: int) -> pa.Array:
    return block.numbers(attribute).cast(pa.int32())


def _newborn(block: Block, attribute: int) -> pa.Array:
    numbers = _number(block, attribute)
    return pc.if_else(pc.equal(numbers, n.FAMILY), pa.scalar(None, pa.int32()), numbers)


def _flag(block: Block, attribute: int) -> pa.Array:
    return pc.not_equal(block.numbers(attribute), 0)


def _day(block: Block, attribute: int) -> pa.Array:
    return pc.utf8_slice_codeunits(_optional(block, attribute), 0, _DAY_LENGTH).cast(pa.date32())


def _moment(block: Block, attribute: int) -> pa.Array:
    texts = block.texts(attribute)
    is_moment = pc.greater(pc.binary_length(texts), _DAY_LENGTH)
    return pc.if_else(is_moment, texts, pa.scalar(None, pa.string())).cast(pa.timestamp("us"))


def _words(block: Block, attribute: int) -> pa.Array:
    words = pc.split_pattern(block.texts(attribute), ",")
    return kept(words.offsets, words.values, pc.not_equal(words.values, ""))


def kept(offsets: pa.Array, values: pa.Array, wanted: pa.Array) -> pa.ListArray:
    """Lists of only those values that are wanted."""
    before = pc.cumulative_sum(wanted.cast(pa.int32()))
    ends = pa.concat_arrays([pa.array([0], pa.int32()), before]).take(offsets)
    return pa.ListArray.from_arrays(ends, values.filter(wanted))


text = functools.partial(Member, type=pa.string(), read=_text)
optional = functools.partial(Member, type=pa.string(), read=_optional)
number = functools.partial(Member, type=pa.int32(), read=_number)
newborn = functools.partial(Member, "newborn", type=pa.int32(), read=_newborn)
flag = functools.partial(Member, type=pa.bool_(), read=_flag)
day = functools.partial(Member, type=pa.date32(), read=_day)
moment = functools.partial(Member, type=pa.timestamp("us"), read=_moment)
words = functools.partial(Member, type=pa.list_(pa.string()), read=_words)


@dataclasses.dataclass(frozen=True)
class RowColumn:
    """One value for each application."""

    member: Member

    @property
    def name(self) -> str:
        return self.member.name

    @property
    def type(self) -> pa.DataType:
        return self.member.type

    @property
    def attributes(self) -> Tuple[int, ...]:
        return (self.member.attribute,)

    def read(self, block: Block, planned: Optional[pa.Array]) -> pa.Array:
        """The column; null where nothing was planned. `planned` is None if everything was."""
        values = self.member.read(block, self.member.attribute)
        return values if planned is None else pc.if_else(planned, values, pa.scalar(None, self.type))


@dataclasses.dataclass(frozen=True)
class ListColumn:
    """A list of structs for each application; `only` is an attribute and the text that it has in what is kept."""

    name: str
    members: Tuple[Member, ...]
    only: Optional[Tuple[int, str]] = None

    @property
    def type(self) -> pa.DataType:
        return pa.list_(self._item)

    @property
    def _item(self) -> pa.DataType:
        return pa.struct([(member.name, member.type) for member in self.members])

    @property
    def attributes(self) -> Tuple[int, ...]:
        return (*(member.attribute for member in self.members), *(self.only or ())[:1])

    def read(self, block: Block, planned: Optional[pa.Array]) -> pa.Array:
        """The column; null where nothing was planned. `planned` is None if everything was."""
        arrays = [member.read(block, member.attribute) for member in self.members]
        items = pa.StructArray.from_arrays(arrays, fields=list(self._item))
        offsets = block.offsets(self.members[0].attribute)
        if self.only:
            attribute, wanted = self.only
            lists = kept(offsets, items, pc.equal(block.texts(attribute), wanted))
            offsets, items = lists.offsets, lists.values
        mask = None if planned is None else pc.invert(planned)
        return pa.ListArray.from_arrays(offsets, items, mask=mask)


#: What was wrong with an application.
ERROR = pa.struct(
    [
        ("kind", pa.string()),
        ("message", pa.string()),
        ("path", pa.string()),
        ("line", pa.int32()),
        ("column", pa.int32()),
    ]
)
_ERROR_ATTRIBUTES = (n.ROW_STATUS, n.ROW_MESSAGE, n.ROW_PATH, n.ROW_LINE, n.ROW_COLUMN)

_DOCUMENT = (
    text("document", attribute=n.EVIDENCE_TYPE),
    text("label", attribute=n.EVIDENCE_LABEL),
    optional("holder", attribute=n.EVIDENCE_HOLDER),
    newborn(attribute=n.EVIDENCE_NEWBORN),
    number("original", attribute=n.EVIDENCE_ORIGINAL),
    number("copies", attribute=n.EVIDENCE_COPIES),
    words("needed_by", attribute=n.EVIDENCE_NEEDED_BY),
    optional("tolerance", attribute=n.EVIDENCE_TOLERANCE),
    optional("rule", attribute=n.EVIDENCE_RULE),
    optional("reason", attribute=n.EVIDENCE_REASON),
)

_TABLE = (
    RowColumn(day("as_of", attribute=n.PLAN_AS_OF)),
    RowColumn(flag("acceptable", attribute=n.PLAN_ACCEPTABLE)),
    RowColumn(day("due", attribute=n.PLAN_DUE)),
    RowColumn(moment("due_at", attribute=n.PLAN_DUE)),
    RowColumn(number("trips", attribute=n.PLAN_TRIPS)),
    RowColumn(number("papers", attribute=n.PLAN_PAPERS)),
    RowColumn(number("sheets", attribute=n.PLAN_SHEETS)),
    RowColumn(number("asked_fields", attribute=n.PLAN_ASKED_FIELDS)),
    ListColumn("bring", _DOCUMENT, only=(n.EVIDENCE_STATUS, "bring")),
    ListColumn(
        "services",
        (
            text("service", attribute=n.SERVICE_ID),
            newborn(attribute=n.SERVICE_NEWBORN),
            text("lane", attribute=n.SERVICE_LANE),
            optional("organisation", attribute=n.SERVICE_ORGANISATION),
            optional("channel", attribute=n.SERVICE_CHANNEL),
            optional("reason", attribute=n.SERVICE_REASON),
        ),
    ),
    ListColumn(
        "steps",
        (
            text("step", attribute=n.STEP_ID),
            text("service", attribute=n.STEP_SERVICE),
            newborn(attribute=n.STEP_NEWBORN),
            optional("organisation", attribute=n.STEP_ORGANISATION),
            optional("operator", attribute=n.STEP_OPERATOR),
            words("after", attribute=n.STEP_AFTER),
            day("due", attribute=n.STEP_DUE),
            moment("due_at", attribute=n.STEP_DUE),
            optional("promise", attribute=n.STEP_PROMISE),
            optional("delivery", attribute=n.STEP_DELIVERY),
        ),
    ),
    ListColumn(
        "undetermined",
        (
            text("fact", attribute=n.UNDETERMINED_FACT),
            text("label", attribute=n.UNDETERMINED_LABEL),
            newborn(attribute=n.UNDETERMINED_NEWBORN),
            words("decides", attribute=n.UNDETERMINED_DECIDES),
        ),
    ),
    ListColumn(
        "findings",
        (
            text("severity", attribute=n.FINDING_SEVERITY),
            text("code", attribute=n.FINDING_CODE),
            optional("path", attribute=n.FINDING_PATH),
            text("message", attribute=n.FINDING_MESSAGE),
        ),
    ),
    ListColumn(
        "missing",
        (
            text("id", attribute=n.MISSING_ID),
            text("label", attribute=n.MISSING_LABEL),
            newborn(attribute=n.MISSING_NEWBORN),
            flag("is_field", attribute=n.MISSING_IS_FIELD),
            optional("holder", attribute=n.MISSING_HOLDER),
        ),
    ),
    ListColumn("evidence", (*_DOCUMENT, text("status", attribute=n.EVIDENCE_STATUS))),
    ListColumn(
        "look_ups",
        (
            text("look_up", attribute=n.LOOK_UP_ID),
            text("organisation", attribute=n.LOOK_UP_ORGANISATION),
            newborn(attribute=n.LOOK_UP_NEWBORN),
            text("state", attribute=n.LOOK_UP_STATE),
        ),
    ),
    RowColumn(text("plan", attribute=n.PLAN_AS_JSON)),
)
_BY_NAME = {column.name: column for column in _TABLE}

#: Every column that there is; `error` is always the last.
COLUMNS: Tuple[str, ...] = (*_BY_NAME, "error")

#: Those that a table has if no columns are named: all but the ones that are large.
DEFAULT_COLUMNS: Tuple[str, ...] = tuple(
    name for name in COLUMNS if name not in ("missing", "evidence", "look_ups", "plan")
)


class Selection:
    """The columns that are wanted, in the order in which they are named, and `error`."""

    def __init__(self, names: Optional[Iterable[str]]) -> None:
        wanted = list(dict.fromkeys(DEFAULT_COLUMNS if names is None else names))
        unknown = [name for name in wanted if name not in COLUMNS]
        if unknown:
            raise ValueError(f"columns: there is no {unknown[0]!r}; there are {', '.join(COLUMNS)}")
        self._columns = [_BY_NAME[name] for name in wanted if name != "error"]
        self.attributes: Sequence[int] = tuple(
            dict.fromkeys([a for column in self._columns for a in column.attributes] + list(_ERROR_ATTRIBUTES))
        )

    @property
    def schema(self) -> pa.Schema:
        return pa.schema([(column.name, column.type) for column in self._columns] + [("error", ERROR)])

    def read(self, block: Block, given: Optional[pa.Array]) -> pa.RecordBatch:
        """The columns of a block. `given` tells where there is an application; None: everywhere."""
        succeeded = pc.equal(block.numbers(n.ROW_STATUS), n.OK)
        planned = succeeded if given is None else pc.and_(succeeded, given)
        some_failed = planned.false_count > 0
        arrays: List[Any] = [column.read(block, planned if some_failed else None) for column in self._columns]
        arrays.append(_errors(block, succeeded, given))
        return pa.RecordBatch.from_arrays(arrays, schema=self.schema)


def _errors(block: Block, succeeded: pa.Array, given: Optional[pa.Array]) -> pa.Array:
    if not succeeded.false_count:
        return pa.nulls(block.row_count, ERROR)
    kinds = pa.array([n.library().status_name(status).decode("ascii") for status in range(n.STORAGE + 1)])
    places = [block.numbers(attribute) for attribute in (n.ROW_LINE, n.ROW_COLUMN)]
    known = [pc.if_else(pc.equal(place, 0), None, place).cast(pa.int32()) for place in places]
    arrays = [
        kinds.take(block.numbers(n.ROW_STATUS)),
        _text(block, n.ROW_MESSAGE),
        _optional(block, n.ROW_PATH),
        *known,
    ]
    no_error = succeeded if given is None else pc.or_(succeeded, pc.invert(given))
    return pa.StructArray.from_arrays(arrays, fields=list(ERROR), mask=no_error)


def schema(columns: Optional[Iterable[str]] = None) -> pa.Schema:
    """The Arrow schema of what `plan` adds for these columns, for programs that need it before there are rows.

    Errors: ValueError for a column that does not exist.
    """
    return Selection(columns).schema
