"""The types of a profile's facts, as the JSON Schema of its applications tells them."""

from __future__ import annotations

from typing import Any, Dict, Iterator, Tuple

_DAYS = {"YYYY-MM-DD": "date", "YYYY-MM-DDThh:mm": "date_time"}
_BESIDE_FACTS = ("profile", "newborns", "evidence")


def kinds_in(schema: Dict[str, Any]) -> Dict[str, str]:
    """`boolean`, `number`, `list`, `date`, `date_time`, `text` or `group`, by the name that `put` takes."""
    family = {key: value for key, value in schema["properties"].items() if key not in _BESIDE_FACTS}
    return dict([*_members("", family), *_member("newborn", schema["$defs"]["newborn"])])


def _members(prefix: str, properties: Dict[str, Any]) -> Iterator[Tuple[str, str]]:
    for key, schema in properties.items():
        yield from _member(prefix + key, schema)


def _member(name: str, schema: Dict[str, Any]) -> Iterator[Tuple[str, str]]:
    yield name, _kind(schema)
    yield from _members(name + ".", schema.get("properties", {}))


def _kind(schema: Dict[str, Any]) -> str:
    types = schema.get("type", ())
    for json_type, kind in (("boolean", "boolean"), ("number", "number"), ("array", "list"), ("object", "group")):
        if json_type in types:
            return kind
    return _DAYS.get(schema.get("description", "").split("; ")[0], "text")
