"""Loads the library and binds the functions of the C interface, which `_interface.py` lists.

Nothing here knows what the functions mean: the headers in capi do.
"""

import ctypes
import functools
import os
import pathlib
import re
import sys
import types
from typing import List, Tuple

from ._interface import *  # every constant and type is read as one of this module
from ._interface import ABI_VERSION, FUNCTIONS, OPTIONAL


def _inside_the_package() -> str:
    names = {"win32": "birthcase.dll", "darwin": "libbirthcase.dylib"}
    return str(pathlib.Path(__file__).with_name(names.get(sys.platform, "libbirthcase.so")))


def _of_the_system() -> str:
    # Not ctypes.util.find_library, which starts compilers and finds nothing where there is none. The loader's own
    # search knows the name with the number of the ABI.
    names = {"win32": "birthcase.dll", "darwin": f"libbirthcase.{ABI_VERSION}.dylib"}
    return names.get(sys.platform, f"libbirthcase.so.{ABI_VERSION}")


def _candidates() -> List[str]:
    """The libraries to try. One that the environment names is meant: then there is no other."""
    named = os.environ.get("BIRTHCASE_LIBRARY")
    return [os.path.abspath(named)] if named else [_inside_the_package(), _of_the_system()]


def _load(path: str) -> ctypes.CDLL:
    """The library at a path, if it is one of this ABI. Errors: OSError with what is wrong with it."""
    if os.path.isabs(path) and not os.path.exists(path):
        raise OSError("there is no such file")
    library: ctypes.CDLL = getattr(ctypes, "WinDLL", ctypes.CDLL)(path)  # BIRTHCASE_CALL is stdcall on Windows
    try:
        found = library.birthcase_abi_version()
    except AttributeError:
        raise OSError("it is not the birthcase library") from None
    if found != ABI_VERSION:
        raise OSError(f"it has the ABI {found}, and this package needs {ABI_VERSION}: install the two together")
    return library


def _bound(library: ctypes.CDLL) -> types.SimpleNamespace:
    """The functions of the table in a library; those of a store may be missing. Errors: OSError."""
    functions = types.SimpleNamespace()
    for name, (returned, *arguments) in FUNCTIONS.items():
        try:
            function = getattr(library, "birthcase_" + name)
        except AttributeError:
            if name in OPTIONAL and not hasattr(library, "birthcase_" + OPTIONAL[0]):
                continue
            raise OSError(f"it is older than this package and has no birthcase_{name}") from None
        function.restype, function.argtypes = returned, arguments
        setattr(functions, name, function)
    return functions


#: What the loader says, and what to do about it.
_ADVICE = (
    (
        r"(libicu\w+\.so\S*):",
        r"\1 belongs to ICU and is not on this machine: install that version of ICU (the package "
        "libicu… of the distribution), or build the wheel here.",
    ),
    (
        r"(libcrypto\.so\S*):",
        r"\1 belongs to OpenSSL and is not on this machine: install that version of OpenSSL (the package "
        "libssl… of the distribution), or build the wheel here.",
    ),
    (
        r"(GLIBC\w*_[\d.]+)",
        r"the library was built on a newer system than this one (it needs \1): build the wheel here.",
    ),
    (r"failed to map|noexec", "the folder may be on a file system that is mounted noexec: install it elsewhere."),
    (r"ELF|too short|architecture|%1 is not", "the file is not a library for this processor and this Python."),
)


def _refusal(tried: List[Tuple[str, str]]) -> str:
    lines = ["the native library of birthcase cannot be loaded. Tried:"]
    lines += [f"  {path}: {reason}" for path, reason in tried]
    for pattern, advice in _ADVICE:
        found = next(filter(None, (re.search(pattern, reason) for _, reason in tried)), None)
        if found:
            lines.append(found.expand(advice))
    lines.append(
        "Install the wheel of this package, or set the environment variable BIRTHCASE_LIBRARY to the library's path."
    )
    return "\n".join(lines)


@functools.cache
def library() -> types.SimpleNamespace:
    """The functions of the table, by their names there. The first call loads the library.

    Tried are the path in the environment variable BIRTHCASE_LIBRARY and nothing else if it is set; otherwise the
    library inside this package, then the system's. Errors: ImportError with what was tried and what to do.
    """
    tried: List[Tuple[str, str]] = []
    for path in _candidates():
        try:
            return _bound(_load(path))
        except OSError as error:
            tried.append((path, str(error).replace(path + ": ", "")))
    raise ImportError(_refusal(tried), name="birthcase", path=tried[0][0])
