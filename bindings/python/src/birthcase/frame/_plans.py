"""A column of applications to a table of their plans."""

from __future__ import annotations

import concurrent.futures
import os
from typing import Callable, Iterable, List, Optional, Tuple, Union

import pyarrow as pa

from .._session import Language, text_in
from ..planning import AsOf
from ..profiles import Profile
from ..values import day_in
from ._block import planned
from ._columns import Selection

#: What holds applications: a column of a table, or the column alone.
Applications = Union[pa.Table, pa.RecordBatch, pa.ChunkedArray, pa.Array]

#: So many rows go into one call: enough that the call costs nothing, few enough that threads end together.
_ROWS_A_CALL = 1024


def plan(
    profile: Profile,
    applications: Applications,
    as_of: AsOf = None,
    language: Language = "zh",
    *,
    columns: Optional[Iterable[str]] = None,
    application: str = "application",
    threads: Optional[int] = None,
) -> Union[pa.Table, pa.RecordBatch]:
    """Plans every application of a column and gives the plans as columns, row by row as they came.

    applications: a table or a record batch whose column `application` holds JSON texts, or such a column alone. What
    else the table has goes on unchanged, before the columns of the plans; a record batch gives a record batch.
    as_of: the day for all; None for the day of each application's own `applied_at`.
    columns: names of COLUMNS; None for DEFAULT_COLUMNS. `error` is always there and last: null, or what was wrong with
    that row's application. Its other columns are null then, as for an application that is null itself.
    threads: how many at most; None for as many as there are processors. They do not hold the interpreter's lock.
    Errors: TypeError and ValueError of the arguments; ParseError and OutOfRangeError of `as_of`. No application is one.
    """
    selection, rules = Selection(columns), profile._open()
    day = text_in(day_in(as_of), "as_of")
    texts, others = _split(applications, application)
    for name in selection.schema.names:
        if others is not None and name in others.schema.names:
            raise ValueError(f"the table has a column {name!r} already: rename it, or leave it out of `columns`")

    def planned_part(part: pa.Array) -> pa.RecordBatch:
        given = part.is_valid() if part.null_count else None
        return selection.read(planned(rules, part, day, language, selection.attributes), given)

    parts = [chunk.slice(at, _ROWS_A_CALL) for chunk in texts.chunks for at in range(0, len(chunk), _ROWS_A_CALL)]
    planned_parts = _mapped(planned_part, parts, _most(threads))
    plans = pa.Table.from_batches(planned_parts or [planned_part(pa.array([], pa.string()))], selection.schema)
    table = plans if others is None else _beside(others, plans)
    return _one_batch(table) if isinstance(applications, pa.RecordBatch) else table


def _split(applications: Applications, name: str) -> Tuple[pa.ChunkedArray, Optional[pa.Table]]:
    """The texts as a column of strings, and the table without them."""
    if isinstance(applications, pa.RecordBatch):
        applications = pa.Table.from_batches([applications])
    if isinstance(applications, pa.Table):
        if applications.schema.names.count(name) != 1:
            raise ValueError(f"application: the table has no column {name!r}, or more than one")
        return _as_texts(applications.column(name)), applications.drop_columns([name])
    if isinstance(applications, pa.Array):
        return _as_texts(pa.chunked_array([applications])), None
    if isinstance(applications, pa.ChunkedArray):
        return _as_texts(applications), None
    raise TypeError(f"applications: a pyarrow Table, RecordBatch or Array is needed, not {type(applications).__name__}")


def _as_texts(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    kinds = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view, pa.types.is_null)
    if not any(is_kind(column.type) for is_kind in kinds):
        raise TypeError(f"application: a column of texts is needed, not of {column.type}")
    return column.cast(pa.string())


def _most(threads: Optional[int]) -> int:
    if threads is None:
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if threads < 1:
        raise ValueError("threads: at least one")
    return threads


def _mapped(function: Callable[[pa.Array], pa.RecordBatch], parts: List[pa.Array], most: int) -> List[pa.RecordBatch]:
    if min(most, len(parts)) <= 1:
        return [function(part) for part in parts]
    with concurrent.futures.ThreadPoolExecutor(min(most, len(parts)), "birthcase-frame") as pool:
        return list(pool.map(function, parts))


def _beside(others: pa.Table, plans: pa.Table) -> pa.Table:
    fields = [*others.schema, *plans.schema]
    return pa.Table.from_arrays([*others.columns, *plans.columns], schema=pa.schema(fields, others.schema.metadata))


def _one_batch(table: pa.Table) -> pa.RecordBatch:
    arrays = [
        pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], column.type) for column in table.columns
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=table.schema)
