#!/usr/bin/env python3
"""The shared library still has every function and type of the committed dump, unchanged.

    unchanged_test.py ABIDIFF CAPI_DIR LIBRARY

Functions may be added; then the dump is to be written anew (target `abi-dump`), which this test asks for. Exit status 77
says that libabigail is not installed.
"""
import pathlib
import subprocess
import sys


def main():
    abidiff, capi, library = sys.argv[1:4]
    if abidiff.endswith("NOTFOUND"):
        print("skipped: abidiff (Debian package abigail-tools) is not installed")
        return 77
    dump = pathlib.Path(capi) / "birthcase.abi"
    headers = [word for header in sorted(pathlib.Path(capi).glob("*.h")) for word in ("--header-file2", str(header))]
    text = dump.read_text(encoding="utf-8")
    functions = text.count("<function-decl ")
    run = subprocess.run([abidiff, *headers, "--drop-private-types", "--exported-interfaces-only",
                          "--no-show-locs", str(dump), library],
                         capture_output=True, text=True, check=False)
    print(f"{functions} functions in the dump")
    print(run.stdout + run.stderr)
    if functions == 0:
        print("the dump holds no functions: the library was built without debugging information")
        return 1
    if run.returncode:
        print("The interface is not what capi/birthcase.abi says. If functions were only added, build the target abi-dump\n"
              "and commit the dump; if something else changed, programs in use break: undo it, or raise abi_version.")
    return 1 if run.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
