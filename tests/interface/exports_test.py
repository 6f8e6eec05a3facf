#!/usr/bin/env python3
"""The shared library exports the functions of the description, the version node, and nothing else.

    exports_test.py LIBRARY CAPI_DIR HAS_STORE

A library without a store (HAS_STORE is 0) exports nothing of it.
"""
import pathlib
import subprocess
import sys


def exported(library):
    """The defined dynamic symbols, without their version."""
    listing = subprocess.run(["nm", "-D", "--defined-only", library], capture_output=True, text=True, check=True).stdout
    return sorted(line.split()[-1].split("@")[0] for line in listing.splitlines())


def described(capi, has_store):
    sys.path.insert(0, str(capi / "generate"))
    import model
    interface = model.Interface(capi / "interface")
    return [function.name for function in interface.functions if has_store or function.optional != "store"]


def main():
    library, capi = sys.argv[1], pathlib.Path(sys.argv[2])
    functions = described(capi, sys.argv[3] == "1")
    expected, found = sorted([*functions, "BIRTHCASE_1"]), exported(library)
    faults = [f"{name}: described, not exported" for name in expected if name not in found]
    faults += [f"{name}: exported, not described" for name in found if name not in expected]
    print(f"{len(functions)} functions described, {len(found)} symbols exported")
    print("\n".join(faults))
    return 1 if faults or not functions or expected != found else 0


if __name__ == "__main__":
    sys.exit(main())
