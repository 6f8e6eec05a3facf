"""What can go wrong, one class for each status of the C interface.

    BirthcaseError
      InputError, also a ValueError: what was given cannot be used, and nothing was changed
        ParseError           1 syntax         not JSON, not a date: the text does not parse
        UnknownNameError     2 unknown-name   a key, field, code or id that does not exist
        WrongTypeError       3 wrong-type     a value of another type than the one that belongs there
        OutOfRangeError      4 out-of-range   a value, size, depth or index beyond its limit
        EncodingError        5 encoding       not Unicode, or not representable in the wanted encoding
        ContradictionError   6 contradiction  two statements of one document exclude each other
        MissingError         7 missing        something required is missing
      BadArgumentError       8 bad-argument   a constant that the library does not know
      BadHandleError         9 bad-handle     the object was closed
      BufferTooSmallError   10 buffer-too-small
      OutOfMemoryError      11 out-of-memory  also a MemoryError; nothing was changed
      InternalError         12 internal       a defect of the library; please report it
      RefusedError          13 refused        a case's rules or its state forbid it now
      ConflictError         14 conflict       somebody else was faster: read again, then try again
      StorageError          15 storage        the disk or the database failed

No message quotes a value that a person typed: the path says where, the message what to do. Messages are in English,
save those of RefusedError, which are for people and in the language that the case or store was made with.
"""

from __future__ import annotations

from typing import Any, Dict, Mapping, Optional, Tuple, Type

from .findings import Finding

__all__ = [
    "BadArgumentError",
    "BadHandleError",
    "BirthcaseError",
    "BufferTooSmallError",
    "ConflictError",
    "ContradictionError",
    "EncodingError",
    "InputError",
    "InternalError",
    "MissingError",
    "OutOfMemoryError",
    "OutOfRangeError",
    "ParseError",
    "RefusedError",
    "StorageError",
    "UnknownNameError",
    "WrongTypeError",
]


class BirthcaseError(Exception):
    """A call failed and changed nothing. `str(error)` is one line for a log.

    status: the number of the C interface; kind: its name, such as `unknown-name`; message: what is wrong and what to
    do, in English; document: the id of the profile, where several are involved; path: JSON pointer into the document;
    line, column: counted from 1, the column in characters; code: why a case refused, stable, for programs. What is not
    known is None. findings: what stands in the way of a refused command, one by one; otherwise there are none.
    """

    status: int = 0
    kind: str = "unknown-status"
    message: str
    document: Optional[str]
    path: Optional[str]
    line: Optional[int]
    column: Optional[int]
    code: Optional[str]
    findings: Tuple[Finding, ...]

    def __init__(self, description: str, detail: Optional[Mapping[str, Any]] = None) -> None:
        super().__init__(description)
        known = dict(detail or {})
        self.status = known.get("status", type(self).status)
        self.kind = known.get("kind", type(self).kind)
        self.message = known.get("message", description)
        self.document = known.get("document")
        self.path = known.get("path")
        self.line = known.get("line")
        self.column = known.get("column")
        self.code = known.get("code")
        self.findings = tuple(Finding(**each) for each in known.get("findings", ()))


class InputError(BirthcaseError, ValueError):
    """What was given cannot be used."""


class ParseError(InputError):
    """The text does not parse: not JSON, not a date."""

    status, kind = 1, "syntax"


class UnknownNameError(InputError):
    """A key, field, code, id or function that does not exist. The message names the nearest one that does."""

    status, kind = 2, "unknown-name"


class WrongTypeError(InputError):
    """A value of another type than the one that belongs there."""

    status, kind = 3, "wrong-type"


class OutOfRangeError(InputError):
    """A value, size, depth or index beyond its limit."""

    status, kind = 4, "out-of-range"


class EncodingError(InputError):
    """Not Unicode (a lone surrogate, ill-formed bytes), or not representable in the wanted encoding."""

    status, kind = 5, "encoding"


class ContradictionError(InputError):
    """Two statements of one document exclude each other, such as a key that stands twice."""

    status, kind = 6, "contradiction"


class MissingError(InputError):
    """Something required is missing, such as the day of a plan."""

    status, kind = 7, "missing"


class BadArgumentError(BirthcaseError):
    """A constant that the library does not know."""

    status, kind = 8, "bad-argument"


class BadHandleError(BirthcaseError):
    """The object was closed."""

    status, kind = 9, "bad-handle"


class BufferTooSmallError(BirthcaseError):
    """Nothing was copied. This package never asks for a copy, so nobody meets it."""

    status, kind = 10, "buffer-too-small"


class OutOfMemoryError(BirthcaseError, MemoryError):
    """Nothing was changed; free something and try again."""

    status, kind = 11, "out-of-memory"


class InternalError(BirthcaseError):
    """A defect of the library; please report it."""

    status, kind = 12, "internal"


class RefusedError(BirthcaseError):
    """Understood, but the rules of a case or its state forbid it now. `code` says why, `findings` what stands in the way.

    docs/errors.md lists the codes. The message is for people. Writing to a store that is read-only is refused too, and has
    no code.
    """

    status, kind = 13, "refused"


class ConflictError(BirthcaseError):
    """Somebody else was faster: read again, decide again. Of a case that has moved on, `code` is `case-moved-on`."""

    status, kind = 14, "conflict"


class StorageError(BirthcaseError):
    """The disk or the database failed. `document` is the file, the message what it said and what to do."""

    status, kind = 15, "storage"


_CLASSES: Dict[int, Type[BirthcaseError]] = {
    each.status: each
    for each in (
        ParseError,
        UnknownNameError,
        WrongTypeError,
        OutOfRangeError,
        EncodingError,
        ContradictionError,
        MissingError,
        BadArgumentError,
        BadHandleError,
        BufferTooSmallError,
        OutOfMemoryError,
        InternalError,
        RefusedError,
        ConflictError,
        StorageError,
    )
}


def class_of(status: int) -> Type[BirthcaseError]:
    """The class of a status; `BirthcaseError` for one that this package does not know yet."""
    return _CLASSES.get(status, BirthcaseError)
