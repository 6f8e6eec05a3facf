#!/usr/bin/env python3
"""Follows docs/add-a-function.md to the letter, in a copy of the sources: what it describes is written as it says; its body
and its test compile, and so does the list of functions that the tests walk.

    add_function_test.py SOURCE_DIR PAGE.md COMPILER
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

from tutorial_test import TUTORIAL, Reader, follow

COPIED = ("capi", "bindings", "examples", "fuzz", "docs", "tests/interface", "tests/capi", "include", "src")
FLAGS = ["-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-I", "capi", "-I", "src", "-I", "include", "-I", "tests",
         '-DBIRTHCASE_EXAMPLES=""', '-DBIRTHCASE_VERSION=""']


def compiled(reader, compiler, file):
    """What a compiler says of a file that the page changed."""
    run = subprocess.run([compiler, *FLAGS, file], cwd=reader.folder, capture_output=True, text=True, timeout=300, check=False)
    return [] if run.returncode == 0 else [f"{file} does not compile:\n{run.stderr[:2000]}"]


def main():
    source, page, compiler = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    text = TUTORIAL.search(page.read_text(encoding="utf-8"))["text"]
    with tempfile.TemporaryDirectory() as folder:
        for each in COPIED:
            shutil.copytree(source / each, pathlib.Path(folder) / each, ignore=shutil.ignore_patterns("__pycache__", "target"))
        shutil.copy(source / "dev", folder)
        reader = Reader(folder, "")
        faults, done, _ = follow(reader, text)
        for file in ("capi/src/session.cpp", "tests/capi/session_test.cpp", "tests/interface/functions.cpp"):
            faults += compiled(reader, compiler, file)
    print(f"{page.name}: {done} steps, {len(faults)} wrong")
    print("\n".join(faults))
    return 1 if faults or done < 6 else 0


if __name__ == "__main__":
    sys.exit(main())
