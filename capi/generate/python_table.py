"""The table of functions and the constants of the Python package."""
from typing import List

from model import Function, Interface, Slot
from prose import list_of

NOTE = '''"""The functions and constants of the C interface, for ctypes. Written by ./dev interface from capi/interface: change it
there. The headers in capi say what the functions do.
"""

import ctypes
from typing import Any, Dict, Tuple
'''
TYPES = '''
_status = ctypes.c_int32
_number = ctypes.c_int32
_long = ctypes.c_int64
_bytes = ctypes.c_char_p  # text in: its length goes with it, so a NUL in it ends nothing
_name = ctypes.c_char_p  # a static text out: plain ASCII that ends with a NUL
_text = ctypes.POINTER(ctypes.c_void_p)  # text out: as an address, because c_char_p would stop at the first NUL
_numbers = ctypes.POINTER(ctypes.c_int32)
_longs = ctypes.POINTER(ctypes.c_int64)
'''
BY_ROLE = {"int32": "_number", "int64": "_long", "int32_out": "_numbers", "int64_out": "_longs", "int32s": "_numbers",
           "chars": "_bytes", "buffer": "_bytes", "text_out": "_text"}
RESULTS = {"status": "_status", "static text": "_name", "int32": "_number"}


def pointer(kind: str) -> str:
    return kind.capitalize() + "Pointer"


def type_of(slot: Slot) -> str:
    if slot.role == "handle":
        return f"_{slot.kind}"
    if slot.role in ("handle_out", "handle_freed", "handles"):
        return f"_{slot.kind}s"
    if slot.role == "int32" and slot.kind == "status":
        return "_status"
    return BY_ROLE[slot.role]


def row(function: Function) -> List[str]:
    types = [RESULTS[function.returns], *map(type_of, function.slots)]
    one = f'    "{function.short}": ({", ".join(types)}{"," if len(types) == 1 else ""}),'
    if len(one) <= 120:
        return [one]
    return [f'    "{function.short}": (', *list_of(types, "        ", "        ", end=","), "    ),"]


def constants(interface: Interface) -> List[str]:
    lines = [f"{value.short} = {value.value}" for value in interface.constants]
    for enumeration in interface.enumerations:
        for group in enumeration.groups:
            lines += ["", *(f"{value.short} = {value.value}" for value in group.values)]
    return lines


def module(interface: Interface) -> str:
    lines = [NOTE.rstrip("\n"), "", *constants(interface)]
    for handle in interface.handles:
        lines += ["", "", f"class {pointer(handle.name)}(ctypes.c_void_p):", f'    """`birthcase_{handle.name}*`"""']
    lines += ["", *TYPES.rstrip("\n").split("\n")]
    lines += [f"_{handle.name}, _{handle.name}s = {pointer(handle.name)}, ctypes.POINTER({pointer(handle.name)})"
              for handle in interface.handles]
    lines += ["", "#: Every function in the order of the headers, without the prefix `birthcase_`: what it returns, what it",
              "#: takes.", "FUNCTIONS: Dict[str, Tuple[Any, ...]] = {"]
    for function in interface.functions:
        lines += row(function)
    optional = [function.short for function in interface.functions if function.optional]
    lines += ["}", "", "#: Those that a library built without its store does not have.", "OPTIONAL = (",
              *(f'    "{name}",' for name in optional), ")", ""]
    return "\n".join(lines)
