"""From the sources to the cases: each case that profiles/tests/README.md names stands in the file that it names, and
each citation of a rule of the built-in profiles is the source of some case.

usage: sources_test.py PROFILES
"""
import json
import pathlib
import re
import sys

ROW = re.compile(r"^\| .* \| ([a-z0-9-]+): (.+) \|$")
TABLES = ("channels", "lanes", "shares", "absorbs", "competences", "operators", "promises", "tolerances", "deliveries",
          "derivations", "checks")


def read(file):
    return json.loads(file.read_text("utf-8"))


def missing_cases(readme, cases):
    cited = [row for row in map(ROW.match, readme.read_text("utf-8").splitlines()) if row]
    assert cited, "the tables of README.md name no case"
    for row in cited:
        if all(case["name"] != row[2] for case in cases.get(row[1], [])):
            yield f"README.md: {row[1]}.birthcase.json has no case '{row[2]}'"


def rules_of(profile):
    for table in TABLES:
        yield from profile.get(table, [])
    for row in profile.get("services", []) + profile.get("evidence", []):
        yield from row.get("evidence", [])
        yield from row.get("alternatives", [])
        yield from [row["done"]] if "done" in row else []
    yield profile["window"]


def untested_sources(profile, cases):
    tested = {case.get("source") for file in cases.values() for case in file}
    for source in sorted({rule["source"] for rule in rules_of(profile)} - tested):
        yield f"{profile['id']}: no case has the source '{source}'"


def main(profiles):
    tests = profiles / "tests"
    cases = {file.name.removesuffix(".birthcase.json"): read(file)["cases"] for file in tests.glob("*.birthcase.json")}
    wrong = list(missing_cases(tests / "README.md", cases))
    for file in sorted(profiles.glob("*.json")):
        wrong += untested_sources(read(file), cases)
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
