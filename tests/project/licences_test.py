#!/usr/bin/env python3
"""Checks that the licence is whole, and that NOTICE names every work whose data are in the code tables.

    licences_test.py ROOT

The header of a table in profiles/codes says under `# origin:` what it was taken from, with the version in numbers, and
under `# licence:` how that is licensed. NOTICE must name each of these works with its version, and the file.
"""
import pathlib
import re
import sys

WORK = re.compile(r"([A-Za-z][\w-]*|Unicode) (\d+\.\d+\.\d+)(?!-)")
FREE = ("facts of a standard", "of this project")


def works_of(table):
    """The works, as (name, version), that the header of a table names; nothing if its data are free."""
    header = [line for line in table.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    licences = [line.partition(":")[2].strip() for line in header if line.startswith("# licence:")]
    if not licences:
        return None
    if all(licence in FREE for licence in licences):
        return set()
    origin = " ".join(line.partition(":")[2] for line in header if line.startswith("# origin:"))
    return {("Unihan" if name in ("Unicode", "Unihan") else name, version) for name, version in WORK.findall(origin)}


def main():
    root = pathlib.Path(sys.argv[1])
    notice = (root / "NOTICE").read_text(encoding="utf-8")
    licence = (root / "LICENSE").read_text(encoding="utf-8")
    faults = [] if "Apache License" in licence and "9. Accepting Warranty" in licence else ["LICENSE is not whole"]
    named = 0
    for table in sorted((root / "profiles/codes").glob("*.tsv")):
        works = works_of(table)
        if works is None:
            faults.append(f"{table.name}: the header has no `# licence:`")
            continue
        named += len(works)
        for name, version in sorted(works):
            if f"{name} {version}" not in notice or f"profiles/codes/{table.name}" not in notice:
                faults.append(f"NOTICE does not name {name} {version} with profiles/codes/{table.name}")
    for file, wanted in (("bindings/java/pom.xml", "<name>Apache-2.0</name>"),
                         ("bindings/python/pyproject.toml", "Apache-2.0")):
        if wanted not in (root / file).read_text(encoding="utf-8"):
            faults.append(f"{file} does not name the licence")
    print(f"{named} works in code tables, {len(faults)} faults")
    print("\n".join(faults))
    return 1 if faults or not named else 0


if __name__ == "__main__":
    sys.exit(main())
