"""The declarations of C#: constants and functions, in two files, since not every program has cases."""
import html
from typing import List

from model import Enumeration, Function, Interface, Slot, Subject, Value
from prose import camel, list_of, wrapped

NOTE = "// Written by ./dev interface from capi/interface: change it there."
FIRST = """// birthcase for C#: the constants and the C functions as they are (`Native`). Birthcase.cs is the layer over them; the
// headers of C say what each function does.
"""
SECOND = """// birthcase for C#: the C functions about cases and stores as they are (`NativeCases`). BirthcaseCases.cs is the layer
// over them.
"""
USING = """using System;
using System.Runtime.InteropServices;

namespace Birthcase {
"""
KEYWORDS = {"as", "case", "checked", "event", "fixed", "in", "is", "namespace", "object", "out", "params", "ref", "string"}
TYPES = {"handle_out": "out IntPtr", "handle_freed": "ref IntPtr", "handles": "IntPtr[]", "chars": "byte[]",
         "buffer": "byte[]", "int32": "int", "int64": "long", "int32_out": "out int", "int64_out": "out long",
         "int32s": "int[]", "text_out": "out IntPtr"}
RESULTS = {"status": "Status", "static text": "IntPtr", "int32": "int"}


def word(name: str) -> str:
    """`GB18030_2005` as `Gb18030_2005`."""
    return "".join(("_" if part[0].isdigit() and place else "") + part.capitalize()
                   for place, part in enumerate(name.split("_")))


def member(value: Value, enumeration: Enumeration) -> str:
    short = value.short
    return word(short[len(enumeration.prefix):] if short.startswith(enumeration.prefix) else short)


def enumeration_lines(enumeration: Enumeration) -> List[str]:
    lines = summary(enumeration.about, "")
    lines += ["[Flags]"] if enumeration.flags else []
    lines.append(f"public enum {word(enumeration.name)} {{")
    groups = [[f"{member(value, enumeration)} = {value.value}" for value in group.values]
              for group in enumeration.groups]
    if enumeration.flags:
        groups[0].insert(0, "Nothing = 0")
    for place, group in enumerate(groups):
        lines += list_of(group, "  ", "  ", end="," if place + 1 < len(groups) else "")
    return [*lines, "}"]


def summary(text: str, indent: str) -> List[str]:
    escaped = html.escape(text.split("\n")[0], quote=False)
    return wrapped(f"<summary>{escaped}</summary>", f"{indent}/// ", f"{indent}/// ")


def argument(slot: Slot) -> str:
    name = camel(slot.name)
    name = f"@{name}" if name in KEYWORDS else name
    if slot.role == "handle":
        return f"{slot.kind.capitalize()} {name}"
    kind = TYPES[slot.role]
    if slot.kind and slot.role in ("int32", "int32_out", "int32s"):
        kind = kind.replace("int", word(slot.kind))
    return f"{kind} {name}"


def declared(function: Function) -> List[str]:
    head = f"  [DllImport(Library)] public static extern {RESULTS[function.returns]} {function.name}("
    arguments = list(map(argument, function.slots))
    one = head + ", ".join(arguments) + ");"
    if len(one) <= 120:
        return [one]
    return [head, *list_of(arguments, "      ", "      ", end=");")]


def functions_of(subjects: List[Subject]) -> List[str]:
    lines = []
    for subject in subjects:
        for function in subject.functions:
            lines += ["", *summary(function.about, "  "), *declared(function)]
    return lines


def constant(value: Value) -> str:
    return f"  public const int {word(value.short)} = {value.value};"


def native(interface: Interface) -> str:
    subjects = [each for each in interface.subjects if each.name not in ("case", "store")]
    lines = [*FIRST.rstrip("\n").split("\n"), NOTE, *USING.rstrip("\n").split("\n")]
    for subject in subjects:
        for enumeration in subject.enumerations:
            lines += ["", *enumeration_lines(enumeration)]
    lines += ["", "/// <summary>The functions of birthcase.h. The calling convention is the platform's, as in BIRTHCASE_CALL."
              "</summary>", "public static class Native {"]
    lines += [constant(value) for subject in subjects for value in subject.constants]
    lines += ['  const string Library = "birthcase";', *functions_of(subjects), "}", "", "}  // namespace Birthcase", ""]
    return "\n".join(lines)


def native_cases(interface: Interface) -> str:
    subjects = [each for each in interface.subjects if each.name in ("case", "store")]
    lines = [*SECOND.rstrip("\n").split("\n"), NOTE, *USING.rstrip("\n").split("\n")]
    for subject in subjects:
        for enumeration in subject.enumerations:
            lines += ["", *enumeration_lines(enumeration)]
    lines += ["", "/// <summary>The functions of birthcase_case.h, and of birthcase_store.h if the library has a store."
              "</summary>", "public static class NativeCases {"]
    lines += [constant(value) for subject in subjects for value in subject.constants]
    lines += ['  const string Library = "birthcase";', *functions_of(subjects), "}", "", "}  // namespace Birthcase", ""]
    return "\n".join(lines)
