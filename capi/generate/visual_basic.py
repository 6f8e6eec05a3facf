"""The declarations of VB6 and of VBA in Office, 32 and 64 bits: a module.

Visual Basic has no integers of 64 bits in 32-bit programs: a Currency has 64 bits, and is counted in ten-thousandths.
Texts are the first byte of an array: a String would be converted to the code page of the system and lose characters.
"""
from typing import List

from model import Function, Interface, Slot, Value

HEAD = """Attribute VB_Name = "Birthcase"
Option Explicit

' The constants and functions of the C interface for VB6 and VBA; its headers say what each function does. Written by
' ./dev interface from capi/interface: change it there.
'
' A text is given by the first byte of an array and its length, an array by its first item. A 64-bit number (a length, a
' version) is a Currency: 12 bytes are 12 / 10000, and what is got is multiplied by 10000. BirthcaseText.bas does both.
"""
KEYWORDS = {"and", "as", "byref", "byval", "call", "case", "const", "declare", "dim", "do", "each", "else", "end", "event",
            "exit", "for", "function", "get", "if", "in", "is", "let", "like", "loop", "me", "mod", "new", "next",
            "not", "nothing", "on", "open", "option", "optional", "or", "print", "private", "property", "public", "put",
            "rem", "resume", "select", "set", "static", "step", "stop", "string", "sub", "then", "to", "true", "type",
            "until", "wend", "while", "with", "write"}
TYPES = {"handle": "ByVal {} As LongPtr", "handle_out": "ByRef {} As LongPtr", "handle_freed": "ByRef {} As LongPtr",
         "handles": "ByRef {} As LongPtr", "chars": "ByRef {} As Byte", "buffer": "ByRef {} As Byte",
         "int32": "ByVal {} As Long", "int64": "ByVal {} As Currency", "int32_out": "ByRef {} As Long",
         "int64_out": "ByRef {} As Currency", "int32s": "ByRef {} As Long", "text_out": "ByRef {} As LongPtr"}
RESULTS = {"status": "Long", "static text": "LongPtr", "int32": "Long"}


def argument(slot: Slot) -> str:
    return TYPES[slot.role].format(f"a_{slot.name}" if slot.name in KEYWORDS else slot.name)


def declared(function: Function, wide: bool) -> str:
    """For VBA since Office 2010 (`wide`), or for VB6 and older VBA, whose addresses are Long."""
    declare = "Public Declare PtrSafe Function" if wide else "Public Declare Function"
    line = (f'{declare} {function.name} Lib "birthcase.dll" ({", ".join(map(argument, function.slots))}) '
            f"As {RESULTS[function.returns]}")
    return line if wide else line.replace("LongPtr", "Long")


def constant(value: Value, interface: Interface) -> str:
    kind, number = "Long", str(value.value)
    if value.type == "int64":
        kind, number = "Currency", f"{value.value / 10000:.4f}@"
    return f"Public Const {interface.name_without_case(value)} As {kind} = {number}"


def module(interface: Interface) -> str:
    lines = [*HEAD.rstrip("\n").split("\n"), "", *(constant(value, interface) for value in interface.constants)]
    for enumeration in interface.enumerations:
        for group in enumeration.groups:
            lines += ["", *(constant(value, interface) for value in group.values)]
    for directive, wide in (("#If VBA7 Then", True), ("#Else", False)):
        lines += ["", directive]
        for subject in interface.subjects:
            lines += ["", f"' {subject.header}"] if subject.functions else []
            lines += [declared(function, wide) for function in subject.functions]
    return "\r\n".join([*lines, "", "#End If", ""])
