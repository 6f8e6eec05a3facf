"""The block of bytes that `birthcase_plan_columns` gives, as Arrow arrays over the same memory."""

from __future__ import annotations

import ctypes
import struct
from typing import Dict, Sequence, Tuple

import pyarrow as pa
import pyarrow.compute as pc

from .. import _native
from .._session import Language, Session, TextIn
from ..profiles import Rules


class Block:
    """Attributes of the plans of one call."""

    def __init__(self, memory: pa.Buffer, attributes: Sequence[int], rows: int) -> None:
        self.row_count = rows
        self._memory = memory
        entries = struct.iter_unpack("=4q", memory.slice(0, 32 * len(attributes)))
        self._entries: Dict[int, Tuple[int, ...]] = dict(zip(attributes, entries))

    def texts(self, attribute: int) -> pa.Array:
        """A text attribute; an empty text where there is none."""
        items, _, ends, values = self._entries[attribute]
        buffers = [None, self._memory.slice(ends), self._memory.slice(values)]
        return pa.Array.from_buffers(pa.string(), items, buffers, 0)

    def numbers(self, attribute: int) -> pa.Array:
        """A number attribute, as int64."""
        items, _, _, values = self._entries[attribute]
        return pa.Array.from_buffers(pa.int64(), items, [None, self._memory.slice(values)], 0)

    def offsets(self, attribute: int) -> pa.Array:
        """Where the items of each row begin and, last, where those of the last row end."""
        rows = self._entries[attribute][1]
        return pa.Array.from_buffers(pa.int32(), self.row_count + 1, [None, self._memory.slice(rows)], 0)


def planned(rules: Rules, texts: pa.Array, day: TextIn, language: Language, attributes: Sequence[int]) -> Block:
    """Plans applications in one call, which does not hold the interpreter's lock."""
    if texts.null_count:
        texts = pc.fill_null(texts, "")  # what stands under a null is anything
    _, offsets, json = texts.buffers()
    first = offsets.address + 4 * texts.offset if len(texts) else 0
    wanted = (ctypes.c_int32 * len(attributes))(*attributes)
    text, length = ctypes.c_void_p(), ctypes.c_int64()
    with Session(language) as session:
        session.call(
            "plan_columns",
            rules,
            ctypes.c_char_p(json.address if json is not None else None),
            ctypes.cast(first, ctypes.POINTER(ctypes.c_int32)),
            len(texts),
            *day,
            wanted,
            len(attributes),
            ctypes.byref(text),
            ctypes.byref(length),
        )
        memory = pa.allocate_buffer(length.value)
        ctypes.memmove(memory.address, text, length.value)
    return Block(memory, attributes, len(texts))
