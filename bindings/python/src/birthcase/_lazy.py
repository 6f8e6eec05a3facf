"""Plain data of which some attributes are read from a plan when they are touched, and then stay.

Everything that dataclasses do (equality, hashes, `repr`, `replace`, `asdict`) and copying and pickling touch what they
need: to whoever has the data it is as if all had been read at the beginning.
"""

from __future__ import annotations

import dataclasses
from typing import Any, Tuple, Type


class Lazy:
    """A frozen dataclass whose attributes may still be with a reader. `_reader` has it and what its methods are told."""

    __slots__ = ("_reader",)

    def __reduce__(self) -> Tuple[Any, ...]:
        fields = dataclasses.fields(self)  # type: ignore[arg-type]
        return type(self), tuple(getattr(self, field.name) for field in fields)


class Read:
    """An attribute that the reader has a method for, of the same name; asked for only while the object has none."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, whole: Any, kind: Any = None) -> Any:
        if whole is None:
            return self
        reader, *whose = whole._reader
        with reader.lock:
            if self.name not in whole.__dict__:  # where another thread was faster
                whole.__dict__[self.name] = getattr(reader, self.name)(*whose)
        return whole.__dict__[self.name]


class ReadApart(Read):
    """The same for an object that shares its `__dict__`: kept in the slot `_apart`."""

    def __get__(self, whole: Any, kind: Any = None) -> Any:
        if whole is None:
            return self
        try:
            return whole._apart
        except AttributeError:
            reader, *whose = whole._reader
        with reader.lock:
            self.__set__(whole, getattr(reader, self.name)(*whose))
        return whole._apart

    def __set__(self, whole: Any, value: Any) -> None:  # by the constructor: the object itself is frozen
        object.__setattr__(whole, "_apart", value)


def read_when_touched(kind: Type[Lazy], *names: str, how: Type[Read] = Read) -> None:
    """Makes attributes of a dataclass ones that are read when they are touched. It knows of no default for them."""
    for name in names:
        setattr(kind, name, how(name))
