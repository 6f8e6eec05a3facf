#!/usr/bin/env python3
"""The declarations of C#, Pascal, PowerBuilder and Visual Basic pass as many bytes as a C compiler for 32-bit Windows does:
there the function takes its arguments off the stack, so that a wrong size breaks the program that calls it.

    stdcall_test.py SOURCE_DIR

The sizes of C are those of the decorated names that clang makes. Exit status 77 says that there is no clang.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM = """#define _WIN32 1
#include "birthcase.h"
#include "birthcase_case.h"
#include "birthcase_store.h"
void* functions[] = {%s};
"""


def sizes_of_c(capi):
    """The bytes that each function takes, after what the headers say to a C compiler."""
    headers = "".join(header.read_text(encoding="utf-8") for header in sorted(capi.glob("*.h")))
    names = re.findall(r"^(birthcase_\w+)\(", headers, re.M)
    with tempfile.TemporaryDirectory() as folder:
        source, made = pathlib.Path(folder) / "all.c", pathlib.Path(folder) / "all.o"
        source.write_text(PROGRAM % ", ".join(f"(void*){name}" for name in names))
        subprocess.run(["clang", "-target", "i686-pc-windows-gnu", "-ffreestanding", "-w", "-c", "-I", capi, source,
                        "-o", made], check=True)
        symbols = made.read_bytes().decode("latin-1")
    return {name: int(re.search(rf"_{name}@(\d+)", symbols)[1]) for name in names}


def size(kind, sizes):
    """The bytes of a parameter: of the first pattern that its declaration has."""
    return next((number for pattern, number in sizes if re.search(pattern, kind)), None)


def sizes_of(text, pattern, separator, sizes):
    found = {}
    for name, parameters in re.findall(pattern, text):
        kinds = [each.strip() for each in parameters.split(separator) if each.strip()]
        found[name] = [size(kind, sizes) for kind in kinds]
    return found


def csharp(folder):
    text = "".join(file.read_text(encoding="utf-8") for file in sorted(folder.glob("Birthcase*Native.cs")))
    return sizes_of(text, r"static extern \w+ (birthcase_\w+)\(([^)]*)\);", ",",
                    [(r"^(out|ref) |\[\]", 4), (r"^long ", 8), (r"^\w+ @?\w+$", 4)])


def pascal(folder):
    files = folder / "birthcase_interface.inc", folder / "birthcase_store.pas"
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    return sizes_of(text, r"function (birthcase_\w+)(?:\(([^)]*)\))?: \w+;", ";",
                    [(r"^(out|var) ", 4), (r": Int64$", 8), (r": (Integer|P\w+)$", 4)])


def powerbuilder(file):
    return sizes_of(file.read_text(encoding="utf-8"), r"FUNCTION \w+ (birthcase_\w+)\(([^)]*)\) LIBRARY", ",",
                    [(r"^ref |\[\]$", 4), (r"^longlong ", 8), (r"^(long|longptr|blob) ", 4)])


def visual_basic(file):
    text = file.read_text(encoding="utf-8").split("#Else")[1]
    return sizes_of(text, r'Declare Function (birthcase_\w+) Lib "birthcase\.dll" \(([^)]*)\)', ",",
                    [(r"^ByRef ", 4), (r" As Currency$", 8), (r"^ByVal \w+ As Long$", 4)])


def main():
    if shutil.which("clang") is None:
        print("skipped: clang is not installed")
        return 77
    source = pathlib.Path(sys.argv[1])
    of_c, examples = sizes_of_c(source / "capi"), source / "examples"
    languages = {"C#": csharp(examples / "csharp"), "Pascal": pascal(examples / "pascal"),
                 "PowerBuilder": powerbuilder(examples / "powerbuilder/n_birthcase.sru"),
                 "Visual Basic": visual_basic(examples / "visual-basic/Birthcase.bas")}
    faults = []
    for language, found in languages.items():
        print(f"{language}: {len(found)} of {len(of_c)} functions")
        faults += [f"{language}: {name} is not declared" for name in of_c if name not in found]
        faults += [f"{language}: {name} takes {sizes}, in C {of_c.get(name)} bytes" for name, sizes in found.items()
                   if None in sizes or sum(sizes) != of_c.get(name)]
    print("\n".join(faults))
    return 1 if faults or not of_c else 0


if __name__ == "__main__":
    sys.exit(main())
