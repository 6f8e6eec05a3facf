"""What linkers read, and the record of the constants' values."""
import pathlib
from typing import Dict

from model import Interface, Mistake


def version_script(interface: Interface) -> str:
    """For ELF: the functions, and nothing else, get out of the library."""
    names = sorted(function.name for function in interface.functions)
    return "\n".join(["BIRTHCASE_1 {", "  global:", *(f"    {name};" for name in names),
                      "  local:", "    *;", "};", ""])


def module_definition(interface: Interface) -> str:
    """For Windows: the undecorated names, also where the calling convention is stdcall."""
    names = sorted(function.name for function in interface.functions)
    return "\n".join(["LIBRARY birthcase", "EXPORTS", *(f"  {name}" for name in names), ""])


def constants(interface: Interface, record: pathlib.Path) -> str:
    """Every constant with its value, in the order in which they came. A value that is in use never changes: programs
    have it compiled into them. Fails with Mistake if one changes or goes."""
    kept: Dict[str, int] = {}
    if record.exists():
        kept = {name: int(value) for name, value in map(str.split, record.read_text(encoding="utf-8").splitlines())}
    now = {value.name: value.value for value in interface.values if value.name != "BIRTHCASE_ABI_VERSION"}
    for name, value in kept.items():
        if now.get(name) != value:
            raise Mistake(f"{name} was {value} and is {now.get(name, 'gone')}: programs in use have the value in them, so "
                          "it must stay. If it was never released, change capi/birthcase.constants by hand too")
    return "".join(f"{name} {value}\n" for name, value in {**kept, **now}.items())
