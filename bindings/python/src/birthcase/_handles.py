"""Objects of the library: kept as long as somebody uses them, freed once."""

from __future__ import annotations

import ctypes
import sys
from types import TracebackType
from typing import Any, Callable, Generic, Optional, Type, TypeVar

from . import _native
from .errors import BadHandleError


class Handle:
    """One object of the library. It is freed when the last reference to this handle goes.

    So an object that one thread closes lives until the call ends in which another thread uses it. At the end of the
    program nothing is freed: threads that still run may hold it, and the system takes the memory back anyway.
    """

    def __init__(self, kind: str, pointer: ctypes.c_void_p) -> None:
        self._free = getattr(_native.library(), kind + "_free")
        self.pointer = pointer
        self._as_parameter_: Any = pointer  # what ctypes passes when it is given this object

    def __del__(self, at_the_end: Callable[[], bool] = sys.is_finalizing, byref: Any = ctypes.byref) -> None:
        # What it needs comes with it: at the end of the program the modules may be gone before.
        if not at_the_end() and hasattr(self, "_as_parameter_"):
            self._free(byref(self._as_parameter_))


H = TypeVar("H", bound=Handle)
C = TypeVar("C", bound="Closeable[Any]")


class Closeable(Generic[H]):
    """What Profile and Application have in common: they can be closed, and cannot be pickled."""

    _handle: Optional[H]

    def close(self) -> None:
        """Lets go of the memory. Closing twice does nothing; every other use afterwards raises BadHandleError.

        Not closing does no harm: the memory goes with the object.
        """
        self._handle = None

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return self._handle is None

    def __enter__(self: C) -> C:
        self._open()
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise TypeError(f"{type(self).__name__} cannot be pickled: {self._instead_of_pickling}")

    _instead_of_pickling = "hand over its JSON text"

    def _open(self) -> H:
        handle = self._handle
        if handle is None:
            raise BadHandleError(f"this {type(self).__name__} was closed")
        return handle
