"""The schema of holiday notices and the library agree about what is written wrongly.

    calendar_schema_test.py SCHEMA SOURCE_DIR LOAD_DOCUMENTS

What the schema refuses the library refuses too. A key that does not exist, a value of the wrong type and a member that is
missing are refused by both. The library alone sees days that do not exist, lie elsewhere or contradict each other.
"""

import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

from documents import Verdicts, at, changed, places, read, readable, replaced, without_one

OTHERS = {str: [5, {}, True, None], bool: ["yes", 1, {}], int: ["2027", 1.5, -1, 1948, 2200, 2**31], list: [5, "No", {}],
          dict: [5, "No", []]}

# Invented: no such notice has been announced.
DOCUMENT = {
    "//": ["invented", "for this test"], "$schema": "calendar.schema.json", "year": 2027, "source": "invented",
    "notices": [
        {"//": "the first", "number": "1", "announced": "2026-11-10", "signed": "2026-11-09", "verified": False,
         "off": [["2027-01-01", "2027-01-03"]], "work": ["2027-01-09"]},
        {"number": "2", "announced": "2027-02-01", "off": [["2027-02-06", "2027-02-12"]], "work": []}]}


def written_wrongly():
    for path in places(DOCUMENT):
        here = at(DOCUMENT, path)
        if isinstance(here, dict):
            yield changed(DOCUMENT, path, lambda each: each.__setitem__("No Such Key", 5))
        if path:
            for other in OTHERS[type(here)]:
                if "//" not in path or not isinstance(other, (str, list)):
                    yield replaced(DOCUMENT, path, other)


def with_other_days():
    for path in places(DOCUMENT):
        if path[-2:-1] == ("work",) or path[-3:-2] == ("off",) or path[-1:] == ("announced",):
            for day in ("2027-1-1", "2027-13-01", "2027-02-30", "2026-11-30", "2028-02-01", "2027-01-01T10:00", ""):
                yield replaced(DOCUMENT, path, day)
    yield replaced(DOCUMENT, ("notices",), [])
    yield replaced(DOCUMENT, ("notices", 0, "off", 0), ["2027-01-01"])


def main():
    schema, source, loader = read(pathlib.Path(sys.argv[1])), pathlib.Path(sys.argv[2]), sys.argv[3]
    jsonschema.Draft202012Validator.check_schema(schema)
    check = Verdicts(jsonschema.Draft202012Validator(schema), [loader, "calendar"], DOCUMENT)
    check.both("the document itself", [DOCUMENT], True)
    own = list(readable(source / "profiles" / "calendar"))
    assert own
    check.both("the library's own", own, True)
    check.both("documents of another kind", [[], 5, {}, *readable(source / "profiles")], False)
    check.both("written wrongly", written_wrongly(), False)
    check.sound("without a member", without_one(DOCUMENT, lambda path: "//" in path))
    check.sound("other days", with_other_days())
    sys.exit(1 if check.failures else 0)


if __name__ == "__main__":
    main()
