#!/usr/bin/env python3
"""Holds the table of `_native.py` against the headers: the same functions in the same order, with the same return type
and parameters, and the constants with the same values. Neither the package nor the library is needed.

    check_table.py CAPI_DIR NATIVE_PY
"""

import ctypes
import importlib.util
import pathlib
import re
import sys

COMMENT = re.compile(r"/\*.*?\*/", re.S)
FUNCTION = re.compile(r"BIRTHCASE_API\s+([\w\s]+?\**)\s*BIRTHCASE_CALL\s+birthcase_(\w+)\(([^)]*)\);")
CONSTANT = re.compile(r"\bBIRTHCASE_(\w+)\s*=?\s*\(?(-?\d+)\)?")


def module_at(path):
    """The module in a file, without the package around it."""
    spec = importlib.util.spec_from_file_location("native", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def types_of(native):
    """The ctypes type for each C type of the header, written without `const` and blanks."""
    types = {
        "birthcase_status": ctypes.c_int32,
        "int32_t": ctypes.c_int32,
        "int32_t*": ctypes.POINTER(ctypes.c_int32),
        "int64_t": ctypes.c_int64,
        "int64_t*": ctypes.POINTER(ctypes.c_int64),
        "char*": ctypes.c_char_p,
        "char**": ctypes.POINTER(ctypes.c_void_p),
    }
    for name in ("Session", "Profile", "Application", "Plan", "Case", "Store"):
        pointer = getattr(native, name + "Pointer")
        types[f"birthcase_{name.lower()}*"] = pointer
        types[f"birthcase_{name.lower()}**"] = ctypes.POINTER(pointer)
    return types


def bare(declared, named):
    """A C type without `const` and blanks and, of a parameter, without its name."""
    words = re.sub(r"\bconst\b", " ", declared)
    if named:
        words = re.sub(r"\w+\s*$", "", words)
    return re.sub(r"\s+", "", words)


def declared_in(header):
    """The C types of each function: what it returns and what it takes."""
    functions = {}
    for returned, name, parameters in FUNCTION.findall(header):
        taken = [] if parameters.strip() == "void" else parameters.split(",")
        functions[name] = [bare(returned, False), *(bare(each, True) for each in taken)]
    return functions


def wrong_functions(declared, native):
    types, faults = types_of(native), []
    if list(declared) != list(native.FUNCTIONS):
        faults += [f"{name}: only in the header" for name in declared if name not in native.FUNCTIONS]
        faults += [f"{name}: only in the table" for name in native.FUNCTIONS if name not in declared]
        faults = faults or ["the order of the table is not the header's"]
    for name in declared.keys() & native.FUNCTIONS.keys():
        expected = [types[each] for each in declared[name]]
        if expected != list(native.FUNCTIONS[name]):
            faults.append(f"{name}: the header has {', '.join(declared[name])}")
    return faults


def wrong_constants(declared, native):
    ours = {name: value for name, value in vars(native).items() if name.isupper() and isinstance(value, int)}
    return [
        f"{name} is {value}, in the header {declared.get(name, 'missing')}"
        for name, value in ours.items()
        if declared.get(name) != value
    ]


def main():
    headers = sorted(pathlib.Path(sys.argv[1]).glob("*.h"))
    header = COMMENT.sub("", "".join(each.read_text(encoding="utf-8") for each in headers))
    native = module_at(sys.argv[2])
    functions = declared_in(header)
    constants = {name: int(value) for name, value in CONSTANT.findall(header)}
    faults = wrong_functions(functions, native) + wrong_constants(constants, native)
    if len(functions) != header.count("BIRTHCASE_CALL\nbirthcase_"):
        faults.append("some function of the header is written so that this check does not see it")
    print(f"{len(functions)} functions, {len(constants)} constants; wrong: {len(faults)}")
    print("\n".join(faults))
    return 1 if faults or not functions else 0


if __name__ == "__main__":
    sys.exit(main())
