"""GB18030, as many systems in China keep their texts. GBK and GB 2312 are subsets of it.

The editions differ in 18 or 19 characters. Python's own codec `gb18030` is the
edition of 2000, as is Windows code page 54936.
"""

from __future__ import annotations

from typing import Literal, Union

from . import _native
from ._session import lent, text_in

#: The year of the edition. That of 2022 is in force since August 2023.
Edition = Literal[2022, 2005, 2000]

_ENCODINGS = {2022: _native.GB18030, 2005: _native.GB18030_2005, 2000: _native.GB18030_2000}


def _encoding(edition: Edition) -> int:
    if edition not in _ENCODINGS:
        raise ValueError("edition: 2022, 2005 or 2000")
    return _ENCODINGS[edition]


def to_gb18030(text: str, edition: Edition = 2022) -> bytes:
    """A text as GB18030. Nothing is ever replaced. Errors: EncodingError with the column, OutOfRangeError (64 MiB)."""
    encoding = _encoding(edition)
    with lent() as session:
        return session.read("convert", _native.UTF8, encoding, *text_in(text, "text"))


def from_gb18030(data: Union[bytes, bytearray, memoryview], edition: Edition = 2022) -> str:
    """The text in GB18030 bytes. Errors: EncodingError with the column, OutOfRangeError (64 MiB)."""
    encoding = _encoding(edition)
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"data: bytes are needed, not {type(data).__name__}")
    encoded = bytes(data)
    with lent() as session:
        return session.text("convert", encoding, _native.UTF8, encoded, len(encoded))
