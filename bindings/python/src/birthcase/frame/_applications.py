"""Columns of facts to a column of applications."""

from __future__ import annotations

import json
import re
from typing import Any, Dict, List, Tuple, Union

import pyarrow as pa
import pyarrow.compute as pc

from ..profiles import Profile

_NEWBORN = re.compile(r"newborns\[(\d+)\]\.(.+)")
_EIGHT_HOURS = pa.scalar(8 * 3600 * 1_000_000, pa.duration("us"))

#: Members of an object, or of the application: arrays of JSON texts, null where nothing is told.
Tree = Dict[str, Any]


def applications(profile: Profile, facts: Union[pa.Table, pa.RecordBatch]) -> pa.Array:
    """Makes the JSON texts of applications from columns that are named as facts.

    A column is named as the profile names the fact: `mother.hukou.division`, `newborn.sex` of the only or the first
    newborn, `newborns[1].sex` of the second. Null is: not told. A boolean column with the name of a group (`father`,
    `mother.hukou`) tells with false that there is none, and with true nothing. Texts, booleans, whole numbers,
    decimals, dates, timestamps (with a zone: told in Beijing time) and lists of texts are taken; whether a value is one
    for its field, the plan's findings tell. Errors: ValueError for a name that is no fact, TypeError for other types.
    """
    kinds = profile._open().kinds
    tree: Tree = {}
    for name, column in zip(facts.schema.names, facts.columns):
        path, kind = _placed(name, kinds)
        array = pa.concat_arrays(column.chunks) if isinstance(column, pa.ChunkedArray) and column.num_chunks else column
        if isinstance(array, pa.ChunkedArray):
            array = pa.array([], column.type)
        _put(tree, path, _none_of_group(array, name) if kind == "group" else _json(array, name), kind == "group")
    rows = facts.num_rows
    newborns = tree.pop("newborns", None)
    if newborns:
        tree["newborns"] = _list([_object(newborns[place], rows) for place in sorted(newborns)], rows)
    return pc.fill_null(_object(tree, rows), "{}")


def _placed(name: str, kinds: Dict[str, str]) -> Tuple[List[Any], str]:
    """Where a fact stands in an application, and its kind."""
    later = _NEWBORN.fullmatch(name)
    place, fact = (int(later[1]), "newborn." + later[2]) if later else (0, name)
    if fact not in kinds or fact == "newborn":
        raise ValueError(f"the column {name!r} is named after no fact of this profile")
    parts = fact.split(".")
    return (["newborns", place, *parts[1:]] if parts[0] == "newborn" else parts), kinds[fact]


#: Under this key, what a group's own column tells.
_NONE = object()


def _put(tree: Tree, path: List[Any], values: pa.Array, is_group: bool) -> None:
    for part in path if is_group else path[:-1]:
        tree = tree.setdefault(part, {})
    tree[_NONE if is_group else path[-1]] = values  # type: ignore[index]


def _none_of_group(array: pa.Array, name: str) -> pa.Array:
    if not pa.types.is_boolean(array.type):
        raise TypeError(f"the column {name!r} is of a group of facts: it must be boolean, not {array.type}")
    return pc.if_else(pc.invert(array), pa.scalar("null"), pa.scalar(None, pa.string()))


def _object(tree: Tree, rows: int) -> pa.Array:
    """The JSON text of an object in each row; null where nothing is told of it."""
    none = tree.get(_NONE)  # type: ignore[call-overload]
    members = []
    for key, node in tree.items():
        if key is _NONE:
            continue
        values = _object(node, rows) if isinstance(node, dict) else node
        members.append(pc.binary_join_element_wise(pa.scalar(json.dumps(key) + ":"), values, ""))
    whole = _enclosed("{", members, "}", rows)
    return whole if none is None else pc.coalesce(none, whole)


def _list(items: List[pa.Array], rows: int) -> pa.Array:
    return _enclosed("[", items, "]", rows)


def _enclosed(before: str, parts: List[pa.Array], after: str, rows: int) -> pa.Array:
    """The parts that there are, with commas between them; null where there is none."""
    if not parts:
        return pa.nulls(rows, pa.string())
    told = [pc.fill_null(pc.binary_join_element_wise(pa.scalar(","), part, ""), "") for part in parts]
    joined = pc.ascii_ltrim(pc.binary_join_element_wise(*told, ""), characters=",")
    whole = pc.binary_join_element_wise(pa.scalar(before), joined, pa.scalar(after), "")
    return pc.if_else(pc.equal(joined, ""), pa.scalar(None, pa.string()), whole)


def _json(array: pa.Array, name: str) -> pa.Array:
    """The JSON text of each value."""
    kind = array.type
    if pa.types.is_dictionary(kind):
        return _json(array.cast(kind.value_type), name)
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return _quoted(array.cast(pa.string()))
    if pa.types.is_boolean(kind) or pa.types.is_integer(kind) or pa.types.is_decimal(kind) or pa.types.is_null(kind):
        return array.cast(pa.string())
    if pa.types.is_date(kind):
        return _quoted(array.cast(pa.date32()).cast(pa.string()))
    if pa.types.is_timestamp(kind):
        return _quoted(_moments(array))
    if pa.types.is_list(kind) and pa.types.is_string(kind.value_type):
        joined = pc.binary_join(pa.ListArray.from_arrays(array.offsets, _quoted(array.values)), ",")
        told = pc.if_else(array.is_null(), pa.scalar(None, pa.string()), joined)
        return pc.binary_join_element_wise(pa.scalar("["), told, pa.scalar("]"), "")
    hint = ": cast it to a decimal, so that no digit is guessed" if pa.types.is_floating(kind) else ""
    raise TypeError(f"the column {name!r} cannot be of {kind}{hint}")


def _quoted(texts: pa.Array) -> pa.Array:
    escaped = pc.replace_substring(pc.replace_substring(texts, "\\", "\\\\"), '"', '\\"')
    if pc.any(pc.match_substring_regex(texts, r"[\x00-\x1f]")).as_py():
        escaped = pa.array(
            [text if text is None else json.dumps(text, ensure_ascii=False)[1:-1] for text in texts.to_pylist()]
        )
    return pc.binary_join_element_wise(pa.scalar('"'), escaped, pa.scalar('"'), "")


def _moments(array: pa.Array) -> pa.Array:
    local = array.cast(pa.timestamp("us"))  # of a column with a zone: the moment in UTC
    if array.type.tz is not None:
        local = pc.add(local, _EIGHT_HOURS)
    return pc.strftime(pc.floor_temporal(local, unit="minute").cast(pa.timestamp("s")), "%Y-%m-%dT%H:%M")
