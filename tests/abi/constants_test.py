#!/usr/bin/env python3
"""Every constant of the headers has the value that it had when it came: the values are compiled into other programs.

    constants_test.py CAPI_DIR [--write]

`--write` adds new constants to the list; it never changes or removes one.
"""
import pathlib
import re
import sys

MACRO = re.compile(r"^#define (BIRTHCASE_\w+) \(?(-?\d+)\)?$", re.M)
VERSIONED = {"BIRTHCASE_ABI_VERSION"}


def constants_of(header):
    """Name and value of each constant, comments left out."""
    code = re.sub(r"/\*.*?\*/", "", header, flags=re.S)
    code = re.sub(r"\benum \{", "\n", code).replace(",", "\n")
    found = re.findall(r"^\s*(BIRTHCASE_\w+) = (-?\d+)", code, re.M) + MACRO.findall(code)
    return {name: int(value) for name, value in found if name not in VERSIONED}


def kept(path):
    return dict((name, int(value)) for name, value in
                (line.split() for line in path.read_text(encoding="utf-8").splitlines()))


def main():
    folder = pathlib.Path(sys.argv[1])
    path = folder / "birthcase.constants"
    now = constants_of("".join(header.read_text(encoding="utf-8") for header in sorted(folder.glob("*.h"))))
    before = kept(path) if path.exists() else {}
    faults = [f"{name} was {value}, is {now.get(name, 'gone')}" for name, value in before.items()
              if now.get(name) != value]
    if "--write" in sys.argv and not faults:
        path.write_text("".join(f"{name} {value}\n" for name, value in {**before, **now}.items()), encoding="utf-8")
        before = kept(path)
    faults += [f"{name} is new: run this test with --write" for name in now if name not in before]
    print(f"{len(now)} constants")
    print("\n".join(faults))
    return 1 if faults or not now else 0


if __name__ == "__main__":
    sys.exit(main())
