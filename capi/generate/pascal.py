"""The declarations of Pascal (Free Pascal, Delphi): an include file of the unit birthcase, and the unit birthcase_store,
which stands apart because a library without a store does not have its functions.
"""
from typing import List

from model import Function, Interface, Slot, Subject, Value
from prose import list_of

FIRST = """{ The constants, types and functions of birthcase.h and birthcase_case.h as they are, for the unit birthcase. The headers
  say what each function does. Written by ./dev interface from capi/interface: change it there. }
"""
SECOND = """{ The functions of birthcase_store.h for Free Pascal and Delphi, as they are; birthcase.pas has everything else. A unit
  of its own, because a library without a store does not have them and a program that names them does not start then.
  Written by ./dev interface from capi/interface: change it there. }
unit birthcase_store;

{$ifdef FPC}{$mode delphi}{$endif}

interface

uses
  birthcase;
"""
LIBRARY = """
{$ifdef MSWINDOWS}
  LibraryName = 'birthcase.dll';
{$else}
  LibraryName = 'birthcase';
{$endif}
"""
# Words of Pascal, and of its programs, as names of parameters.
NAMES = {"file": "file_name", "until": "last", "handle": "known"}
KEYWORDS = {"as", "begin", "case", "const", "end", "file", "for", "function", "in", "is", "not", "of", "or", "program",
            "property", "record", "set", "string", "then", "to", "type", "unit", "until", "uses", "var", "while", "with"}
TYPES = {"chars": "PAnsiChar", "buffer": "PAnsiChar", "int32": "Integer", "int64": "Int64", "int32_out": "Integer",
         "int64_out": "Int64", "int32s": "PInteger", "text_out": "PAnsiChar"}
RESULTS = {"status": "Integer", "static text": "PAnsiChar", "int32": "Integer"}
CONVENTION = "  {$ifdef MSWINDOWS}stdcall{$else}cdecl{$endif}; external LibraryName;"


def pascal_name(name: str) -> str:
    length = name.endswith("_length")
    base = name[:-len("_length")] if length else name
    base = NAMES.get(base, f"a_{base}" if base in KEYWORDS else base)
    return base + ("_length" if length else "")


def argument(slot: Slot) -> str:
    kind = f"PBirthcase{slot.kind.capitalize()}" if slot.role.startswith("handle") else TYPES[slot.role]
    kind = "P" + kind if slot.role == "handles" else kind
    before = "var " if slot.role == "handle_freed" else "out " if slot.role.endswith("_out") else ""
    return f"{before}{pascal_name(slot.name)}: {kind}"


def declared(function: Function) -> List[str]:
    end = f": {RESULTS[function.returns]};"
    if not function.slots:
        return [f"function {function.name}{end}", CONVENTION]
    return [*list_of(map(argument, function.slots), f"function {function.name}(", "  ", separator=";", end=")" + end),
            CONVENTION]


def constants(values: List[Value], interface: Interface) -> List[str]:
    return list_of([f"{interface.name_without_case(value)} = {value.value}" for value in values], "  ", "  ",
                   separator=";", end=";")


def constants_of(subjects: List[Subject], interface: Interface) -> List[str]:
    lines = constants([value for subject in subjects for value in subject.constants], interface)
    for subject in subjects:
        for enumeration in subject.enumerations:
            for group in enumeration.groups:
                lines += ["", *constants(group.values, interface)]
    return lines


def types_of(subjects: List[Subject]) -> List[str]:
    arrays = {slot.kind for subject in subjects for function in subject.functions for slot in function.slots
              if slot.role == "handles"}
    lines = ["", "type", "  { Handles: one type for each kind of object. }"]
    for subject in subjects:
        for handle in subject.handles:
            name = "Birthcase" + handle.name.capitalize()
            lines += [f"  T{name} = record end;", f"  P{name} = ^T{name};"]
            lines += [f"  PP{name} = ^P{name};"] if handle.name in arrays else []
    return lines


def functions_of(subjects: List[Subject]) -> List[str]:
    lines = []
    for subject in subjects:
        lines += ["", f"{{ ---- {subject.header} }}", ""]
        for function in subject.functions:
            lines += declared(function)
    return lines


def include(interface: Interface) -> str:
    subjects = [each for each in interface.subjects if not each.optional]
    return "\n".join([FIRST.rstrip("\n"), "", "const", *constants_of(subjects, interface),
                      *LIBRARY.rstrip("\n").split("\n"), *types_of(subjects), *functions_of(subjects), ""])


def store_unit(interface: Interface) -> str:
    subjects = [each for each in interface.subjects if each.optional]
    return "\n".join([SECOND.rstrip("\n"), "", "const", *constants_of(subjects, interface), *types_of(subjects),
                      *functions_of(subjects), "", "implementation", "", "end.", ""])
