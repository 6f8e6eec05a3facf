#!/usr/bin/env python3
"""Writes capi/birthcase.abi: the types and functions of the C interface, as libabigail reads them from the library.

    dump.py ABIDW CAPI_DIR LIBRARY
"""
import pathlib
import re
import subprocess
import sys


def dump(abidw, capi, library):
    """Only what the headers show, and nothing of where it was built."""
    headers = [word for header in sorted(capi.glob("*.h")) for word in ("--header-file", str(header))]
    text = subprocess.run([abidw, *headers, "--drop-private-types",
                           "--exported-interfaces-only", "--no-show-locs", "--no-comp-dir-path", "--no-corpus-path",
                           "--no-elf-needed", library], capture_output=True, text=True, check=True).stdout
    return re.sub(r" path='[^']*/([^/']+)'", r" path='\1'", text)


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[2])
    (folder / "birthcase.abi").write_text(dump(sys.argv[1], folder, sys.argv[3]), encoding="utf-8")
