#!/usr/bin/env python3
"""Checks that CHANGELOG.md is laid out as Keep a Changelog 1.1.0 asks, and begins with the version of this tree.

    changelog_test.py ROOT
"""
import datetime
import pathlib
import re
import sys

VERSION = re.compile(r"## \[(?P<number>\d+\.\d+\.\d+)\] - (?P<date>Unreleased|\d{4}-\d\d-\d\d)")
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def check_versions(headings, current):
    faults, numbers = [], []
    for heading in headings:
        version = VERSION.fullmatch(heading)
        if not version:
            faults.append(f"'{heading}' is not '## [1.2.3] - YYYY-MM-DD' or '## [1.2.3] - Unreleased'")
            continue
        numbers.append(tuple(map(int, version["number"].split("."))))
        if version["date"] == "Unreleased":
            if len(numbers) > 1:
                faults.append(f"{version['number']} is unreleased and not the newest")
        else:
            datetime.date.fromisoformat(version["date"])
    if numbers != sorted(set(numbers), reverse=True):
        faults.append("versions must go from the newest to the oldest, each once")
    if numbers and ".".join(map(str, numbers[0])) != current:
        faults.append(f"the newest version must be that of CMakeLists.txt, {current}")
    return faults


def main():
    root = pathlib.Path(sys.argv[1])
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    project = (root / "CMakeLists.txt").read_text(encoding="utf-8")
    current = re.search(r"project\(birthcase VERSION ([\d.]+)", project)[1]
    headings = re.findall(r"^## .*$", text, re.M)
    faults = check_versions(headings, current)
    for section in re.split(r"^(?=## )", text, flags=re.M)[1:]:
        kinds = re.findall(r"^### (.*)$", section, re.M)
        name = section.splitlines()[0]
        faults += [f"{name}: there is no kind of change '{kind}'" for kind in kinds if kind not in KINDS]
        faults += [f"{name}: '{kind}' occurs twice" for kind in set(kinds) if kinds.count(kind) > 1]
        faults += [] if kinds else [f"{name}: it lists no changes"]
    print(f"CHANGELOG.md: {len(headings)} versions, {len(faults)} faults")
    print("\n".join(faults))
    return 1 if faults or not headings else 0


if __name__ == "__main__":
    sys.exit(main())
