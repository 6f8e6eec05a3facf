"""The declarations of PowerBuilder: a user object with the constants as instance variables and the external functions.

Texts are blobs: PowerBuilder would convert strings to the code page of the system and lose characters.
"""
from typing import List

from model import Function, Interface, Slot

HEAD = """$PBExportHeader$n_birthcase.sru
$PBExportComments$The functions and constants of birthcase.dll
forward
global type n_birthcase from nonvisualobject
end type
end forward

global type n_birthcase from nonvisualobject autoinstantiate
end type
"""
VARIABLES = """
type variables
// The constants of the headers of C. Written by ./dev interface from capi/interface: change it there.
"""
TAIL = """
on n_birthcase.create
call super::create
TriggerEvent( this, "constructor" )
end on

on n_birthcase.destroy
TriggerEvent( this, "destructor" )
call super::destroy
end on
"""
PROTOTYPES = """
type prototypes
// The functions of the C interface; its headers say what each one does. Written by ./dev interface from capi/interface:
// change it there. A handle and an address are a longptr, a length and a version a longlong, everything else a long.
"""
KEYWORDS = {"and", "as", "call", "case", "create", "destroy", "do", "else", "end", "event", "exit", "external", "for",
            "forward", "from", "function", "global", "goto", "if", "is", "library", "loop", "next", "not", "of", "on", "open", "or",
            "parent", "private", "public", "ref", "return", "select", "shared", "step", "super", "then", "this", "to",
            "type", "until", "using", "variables", "while", "with", "within"}
TYPES = {"handle": "longptr", "handle_out": "ref longptr", "handle_freed": "ref longptr", "handles": "ref longptr",
         "chars": "blob", "buffer": "ref blob", "int32": "long", "int64": "longlong", "int32_out": "ref long",
         "int64_out": "ref longlong", "int32s": "ref long", "text_out": "ref longptr"}
RESULTS = {"status": "long", "static text": "string", "int32": "long"}


def argument(slot: Slot) -> str:
    name = f"a_{slot.name}" if slot.name in KEYWORDS else slot.name
    return f"{TYPES[slot.role]} {name}{'[]' if slot.role in ('handles', 'int32s') else ''}"


def declared(function: Function) -> str:
    """One line, as PowerBuilder wants it."""
    alias = f' ALIAS FOR "{function.name};Ansi"' if function.returns == "static text" else ""
    return (f"FUNCTION {RESULTS[function.returns]} {function.name}({', '.join(map(argument, function.slots))}) "
            f'LIBRARY "birthcase.dll"{alias}')


def constants(interface: Interface) -> List[str]:
    lines = []
    for value in interface.constants:
        kind = "longlong" if value.type == "int64" else "long"
        lines.append(f"CONSTANT {kind} {interface.name_without_case(value)} = {value.value}")
    for enumeration in interface.enumerations:
        for group in enumeration.groups:
            lines += ["", *(f"CONSTANT long {value.name} = {value.value}" for value in group.values)]
    return lines


def user_object(interface: Interface) -> str:
    lines = [*HEAD.rstrip("\n").split("\n"), *PROTOTYPES.rstrip("\n").split("\n")]
    for subject in interface.subjects:
        lines += ["", f"// {subject.header}", *map(declared, subject.functions)] if subject.functions else []
    lines += ["end prototypes", *VARIABLES.rstrip("\n").split("\n"), *constants(interface), "end variables"]
    return "\n".join([*lines, *TAIL.rstrip("\n").split("\n"), ""])
