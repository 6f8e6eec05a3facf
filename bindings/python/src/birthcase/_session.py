"""One call of the package, and the session of the library that it is lent.

A session holds the last text and the last error, and belongs to one thread at a time. Opening one takes longer than most
calls, so those that only read are lent one that an earlier call has given back: no two calls ever have the same one, be
they in two threads, or in a signal handler or a finalizer that comes in between. There are as many as calls were under
way at once; each holds on to the last text that it gave.
"""

from __future__ import annotations

import ctypes
import json
from types import TracebackType
from typing import Any, Dict, List, Literal, Optional, Tuple, Type, TypeVar, Union

from . import _native
from .errors import BirthcaseError, class_of

#: The language of labels and messages. Errors are in English: they are for programmers.
Language = Literal["zh", "en"]

#: A JSON text: a str, or UTF-8 in bytes.
JsonText = Union[str, bytes, bytearray, memoryview]

TextIn = Tuple[bytes, int]
Pointer = TypeVar("Pointer", bound=ctypes.c_void_p)

_LARGE = 1 << 18  # bytes; a session that gave a larger text is not kept
_LANGUAGES = {"zh": _native.CHINESE, "en": _native.ENGLISH}


def text_in(text: str, what: str) -> TextIn:
    """A text as the library takes it. `what` names the argument."""
    if not isinstance(text, str):
        raise TypeError(f"{what}: a str is needed, not {type(text).__name__}")
    # A lone surrogate goes through, for the library to refuse with the place where it stands: the message of
    # UnicodeEncodeError would quote the text.
    return _counted(text.encode("utf-8", "surrogatepass"))


def json_in(document: JsonText) -> TextIn:
    """A JSON text as the library takes it."""
    return document_in(document, "json", "; json.dumps makes one of a dict")


def document_in(document: JsonText, what: str, hint: str = "") -> TextIn:
    """A document as the library takes it: a str, or UTF-8 in bytes."""
    if isinstance(document, str):
        return text_in(document, what)
    if isinstance(document, (bytes, bytearray, memoryview)):
        return _counted(bytes(document))
    raise TypeError(f"{what}: a str or bytes are needed, not {type(document).__name__}{hint}")


def _counted(encoded: bytes) -> TextIn:
    return encoded, len(encoded)


class Session:
    """A session of the library, to be used in a `with` statement by one thread. `lent` gives one that is kept."""

    def __init__(self, language: Language = "zh", kept: Optional[List[Session]] = None) -> None:
        """`kept`: where it goes afterwards, instead of being freed."""
        if language not in _LANGUAGES:
            raise ValueError("language: 'zh' or 'en'")
        self._functions = _native.library()
        self._kept = kept
        self._pointer = _native.SessionPointer()
        self._text, self._length = ctypes.c_void_p(), ctypes.c_int64()
        self._told = (ctypes.byref(self._text), ctypes.byref(self._length))
        status = self._functions.session_new(_native.UTF8, _LANGUAGES[language], ctypes.byref(self._pointer))
        if status != _native.OK:
            raise class_of(status)("no session could be opened")

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        if self._kept is None or self._length.value > _LARGE:
            self._functions.session_free(ctypes.byref(self._pointer))
        else:
            self._kept.append(self)

    def call(self, name: str, *arguments: Any) -> None:
        """Calls a function of the table. Errors: that of its status."""
        status = getattr(self._functions, name)(self._pointer, *arguments)
        if status != _native.OK:
            raise self._error(status)

    def make(self, name: str, pointer: Pointer, *arguments: Any) -> Pointer:
        """Calls a function that makes an object, and gives the pointer to it."""
        self.call(name, *arguments, ctypes.byref(pointer))
        return pointer

    def number(self, name: str, *arguments: Any, kind: Any = ctypes.c_int32) -> int:
        """Calls a function that gives a number of a C type."""
        number = kind()
        self.call(name, *arguments, ctypes.byref(number))
        return int(number.value)

    def read(self, name: str, *arguments: Any) -> bytes:
        """Calls a function that yields text, and gives a copy of its bytes."""
        self.call(name, *arguments, *self._told)
        return ctypes.string_at(self._text, self._length.value)

    def text(self, name: str, *arguments: Any) -> str:
        """Calls a function that yields text."""
        return self.read(name, *arguments).decode("utf-8")

    def _error(self, status: int) -> BirthcaseError:
        detail = json.loads(self._last_error("session_error_json") or "null")
        description = self._last_error("session_error_message")
        return class_of(status)(description or "no memory left to say what is wrong", detail or {"status": status})

    def _last_error(self, name: str) -> str:
        text, length = ctypes.c_void_p(), ctypes.c_int64()
        status = getattr(self._functions, name)(self._pointer, ctypes.byref(text), ctypes.byref(length))
        return ctypes.string_at(text, length.value).decode("utf-8", "replace") if status == _native.OK else ""


#: The sessions that no call has at the moment. Taking from a list and adding to it are single steps of the interpreter.
_KEPT: Dict[str, List[Session]] = {language: [] for language in _LANGUAGES}


def lent(language: Language = "zh") -> Session:
    """A session for the calls of one `with` statement that load no profile and open no store."""
    kept = _KEPT.get(language)
    if kept:
        try:
            return kept.pop()
        except IndexError:  # another thread was faster
            pass
    return Session(language, kept)
