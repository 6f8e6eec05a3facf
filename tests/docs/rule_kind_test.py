#!/usr/bin/env python3
"""Holds a page's list of the files that know a thing against the sources.

    rule_kind_test.py ROOT PAGE.md

`<!-- files of: WORD … -->` stands before a table whose first column names files. These are the files under the source
folders that have one of the words, no more and no fewer.
"""
import pathlib
import re
import sys

FOLDERS = ("include", "src", "schemas", "analysis", "cli", "capi", "store", "bindings", "tests/schemas")
TABLE = re.compile(r"<!-- files of: (?P<words>.+?) -->\n(?P<rows>(?:\|.*\n)+)")


def files_with(root, words):
    wanted = re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")
    files = (file for folder in FOLDERS for file in (root / folder).rglob("*") if file.is_file())
    texts = (file for file in files if file.suffix in (".cpp", ".hpp", ".h", ".json", ".py", ".java"))
    return {str(file.relative_to(root)) for file in texts if wanted.search(file.read_text(encoding="utf-8"))}


def main():
    root, page = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    tables = list(TABLE.finditer(page.read_text(encoding="utf-8")))
    faults = [] if tables else ["the page lists no files"]
    for table in tables:
        named = set(re.findall(r"^\| `([^`]+)`", table["rows"], re.M))
        known = files_with(root, table["words"].split())
        faults += [f"{file} knows {table['words']}, and the page does not say so" for file in sorted(known - named)]
        faults += [f"{file} is named, and does not know {table['words']}" for file in sorted(named - known)]
    print(f"{page.name}: {len(tables)} lists, {len(faults)} faults")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
