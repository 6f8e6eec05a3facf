"""The schema of maps and the library agree about what is written wrongly.

    map_schema_test.py BIRTHCASE SOURCE_DIR

Both take the built-in maps. Both refuse a key that does not exist, a value of the wrong type and a member that is missing.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

from documents import changed, read, replaced

DOCUMENT = {
    "//": "invented", "id": "m", "version": "1", "title": {"zh": "例", "en": "m"}, "format": "xml", "encoding": "gb18030",
    "root": "r", "record": "a/b", "same_birth": ["k"], "same_newborn": ["l"],
    "only": {"t": ["A", "B"]}, "asks": {"newborn.order": {"zh": "例", "en": "e"}}, "message": {"id": "i", "sent_at": "t", "date": "yyyyMMddHHmm"},
    "sources": {"S": "invented"}, "certainty": "assumed", "missing": ["NA"], "named": {"kind": "k"},
    "codes": {"sex": {"M": "1", "F": "2"}},
    "rows": [
        {"//": "the sex", "from": "s", "to": "newborn.sex", "codes": "sex", "required": True},
        {"from": "w", "to": "newborn.weight_g", "unit": "kg", "factor": 1000, "min": 0.3, "max": 9.9, "number": True},
        {"from": "b", "to": "mother.birth_date", "date": "yyyy-M-d", "missing": "/", "none": ["-"], "direction": "in"},
        {"from": "g", "to": "newborn.gestational_weeks", "split": {"by": "+", "part": 1}, "default": "40"},
        {"from": "m", "to": "mother.name", "when": "kind = \"x\"", "max_length": 50},
        {"from": "e", "to": "mother.ethnicity", "labels": True},
        {"from": "@v", "constant": "1"},
        {"from": "x", "unused": "nobody needs it"}]}


def wrong():
    """Documents with one fault each."""
    for path in ((), ("title",), ("message",), ("rows", 0), ("rows", 3, "split")):
        yield changed(DOCUMENT, path, lambda each: each.__setitem__("No Such Key", 5))
    for key in ("id", "version", "title", "format", "sources", "certainty", "rows"):
        yield changed(DOCUMENT, (), lambda each, key=key: each.pop(key))
    for path, value in {
            ("id",): 5, ("format",): "hl7", ("encoding",): "latin1", ("separator",): "ab", ("record",): 5, ("list",): "yes",
            ("same_birth",): 5, ("same_newborn",): "x", ("only",): {}, ("asks", "newborn.order", "zh"): 5, ("sources",): {}, ("certainty",): "sure", ("missing",): 5, ("codes", "sex"): {},
            ("rows",): [], ("rows", 0, "required"): "yes", ("rows", 1, "factor"): 0, ("rows", 1, "min"): "0.3",
            ("rows", 2, "direction"): "up", ("rows", 3, "split", "part"): 0, ("rows", 4, "max_length"): -1,
            ("rows", 6, "constant"): 1, ("rows", 7, "unused"): ""}.items():
        yield replaced(DOCUMENT, path, value)
    yield changed(DOCUMENT, ("rows", 0), lambda row: row.__setitem__("constant", "1"))
    yield changed(DOCUMENT, ("rows", 7), lambda row: row.pop("unused"))


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    schema = json.loads(subprocess.run([program, "map", "schema"], capture_output=True, check=True).stdout)
    assert schema == read(source / "schemas" / "map.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    good = [DOCUMENT, *map(read, sorted((source / "maps").glob("*.json")))]
    assert len(good) > 1
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "map.json")
        for expected, documents in ((True, good), (False, wrong())):
            for document in documents:
                file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
                run = subprocess.run([program, "map", "lint", file], capture_output=True, text=True, check=False)
                verdicts = (validator.is_valid(document), run.returncode != 2)
                if verdicts != (expected, expected):
                    faults += 1
                    print(f"wanted {expected}; schema and library: {verdicts}; {run.stderr.strip()}")
                    print(json.dumps(document, ensure_ascii=False)[:400])
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
