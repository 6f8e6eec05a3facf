#!/usr/bin/env python3
"""Holds three lists of names against each other: what the headers declare, what birthcase.map lets out, and what the
shared library really exports, which is that and the version node and nothing else.

    names_test.py LIBRARY MAP HEADER…

A library without a store has no birthcase_store.h and exports nothing of it, although the map names it.
"""
import pathlib
import re
import subprocess
import sys

DECLARED = re.compile(r"\bBIRTHCASE_CALL\s+(birthcase_\w+)\s*\(")
LET_OUT = re.compile(r"^\s*(birthcase_\w+);$", re.M)
NODE = re.compile(r"^(\w+)\s*\{", re.M)


def exported(library):
    """The defined dynamic symbols, without their version."""
    listing = subprocess.run(["nm", "-D", "--defined-only", library], capture_output=True, text=True, check=True).stdout
    return [line.split()[-1].split("@")[0] for line in listing.splitlines()]


def differences(what, names, other, others):
    """A line for each name that stands in one list and not in the other."""
    return ([f"{name}: in {what}, not in {other}" for name in sorted(set(names) - set(others))] +
            [f"{name}: in {other}, not in {what}" for name in sorted(set(others) - set(names))] +
            [f"{name}: twice in {what}" for name in sorted(set(names)) if names.count(name) > 1])


def main():
    library, map_file, *headers = (pathlib.Path(argument) for argument in sys.argv[1:])
    declared = DECLARED.findall("".join(header.read_text(encoding="utf-8") for header in headers))
    has_store = any(header.name == "birthcase_store.h" for header in headers)
    map_text = map_file.read_text(encoding="utf-8")
    let_out, nodes = LET_OUT.findall(map_text), NODE.findall(map_text)
    if not has_store:
        let_out = [name for name in let_out if not name.startswith("birthcase_store_")]
    faults = differences("the headers", declared, "the version script", let_out)
    faults += differences("the library", exported(library), "headers and version node", declared + nodes)
    if not declared:
        faults.append("the headers declare nothing that this test can see")
    print(f"{len(declared)} functions declared, {len(let_out)} let out, version nodes {', '.join(nodes)}")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
