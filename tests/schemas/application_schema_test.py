"""The JSON Schema of `form --json-schema` accepts and rejects what the program does, over some thousand applications.

    application_schema_test.py PROGRAM SOURCE_DIR [SHARE]

SHARE is the part of the applications that is tried, 0.1 if left out; the choice is the same every time.

The applications are the examples with one thing changed in every place, and each field of each profile with every kind
of value. What is no JSON, a key that stands twice, half of a surrogate pair, an exponent of more than nine digits and a
text that is too large are the parser's to refuse, not a schema's.
"""

import copy
import json
import pathlib
import random
import re
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

from documents import at, places

PROFILES = ["base", "yiwu", "ruian", "wenling"]
NEWBORNS_OF_EVIDENCE = [None, 0, 1, 2, 15, 16, -1]


class Raw(str):
    """A number as it is written."""


RAW_NUMBERS = [Raw(text) for text in ("0.0", "-0", "1e0", "0e5", "1.0", "1E2", "0.5", "1e-400", "1e-99999",
                                      "1e308", "-1e308", "1.1e308", "1e309", "-1e400", "9" * 40, "1" + "0" * 308,
                                      "1" + "0" * 309, "18446744073709551616", "9223372036854775808")]
VALUES = [None, True, False, 0, 1, -1, 49.5, "", " ", "x", "true", "null", "12", "1e9", "2019-02-30", "2019-05-06",
          "2019-05-06T10:00+09:00", "2019-05-06T10:00Z", "mother", "330782", "张", "x" * 300, "\u0000", [], ["x"],
          [None], [1], [[]], [{}], {}, {"x": 1}, {"name": "x"}, Raw("1e400"), Raw("1.0"), Raw("123456789012345678901")]


def text_of(document):
    """One line of JSON."""
    def mark(value):
        if isinstance(value, Raw):
            return f"\u0001{value}\u0001"
        if isinstance(value, dict):
            return {key: mark(each) for key, each in value.items()}
        return [mark(each) for each in value] if isinstance(value, list) else value
    return re.sub(r'"\\u0001(.*?)\\u0001"', r"\1", json.dumps(mark(document)))


def replaced(document, path, value):
    if not path:
        return value
    document = copy.deepcopy(document)
    at(document, path[:-1])[path[-1]] = value
    return document


def without(document, path):
    document = copy.deepcopy(document)
    del at(document, path[:-1])[path[-1]]
    return document


def with_key(document, path, key, value):
    document = copy.deepcopy(document)
    at(document, path)[key] = value
    return document


def changed(document, choice):
    """The document with one change in every place."""
    for path in places(document):
        for value in choice.sample(VALUES, 5):
            yield replaced(document, path, value)
        here = at(document, path)
        if path:
            yield without(document, path)
            yield replaced(document, path, [here])
        if isinstance(here, dict):
            yield with_key(document, path, "no_such_key", choice.choice(VALUES))
            yield with_key(document, path, "", None)
            yield with_key(document, path, "name", 1)
        if isinstance(here, list):
            yield replaced(document, path, here + here)
            yield replaced(document, path, here * 17)
        if isinstance(here, str):
            yield replaced(document, path, f"\u3000{here}\t\n")
            yield replaced(document, path, here + "x")
            yield replaced(document, path, here * 200)


def nested(name, value):
    for key in reversed(name.split(".")):
        value = {key: value}
    return value


def each_field(profile):
    """Each field, and each group of fields, with every kind of value."""
    names = {field["id"] for field in profile["fields"]}
    names |= {".".join(name.split(".")[:depth]) for name in names for depth in range(1, name.count(".") + 1)}
    for name in sorted(names - {"newborn"}):
        for value in VALUES:
            document = nested(name, value)
            yield {"newborns": [document["newborn"]]} if name.startswith("newborn.") else document
    for name in (field["id"] for field in profile["fields"] if field.get("type") == "number"):
        for value in RAW_NUMBERS:
            document = nested(name, value)
            yield {"newborns": [document["newborn"]]} if name.startswith("newborn.") else document


def documents_handed_in(profile):
    """Whose a document is, for every number of newborns."""
    per_newborn = next(each["id"] for each in profile["evidence"] if each.get("per") == "newborn")
    of_family = next(each["id"] for each in profile["evidence"] if each.get("per") != "newborn")
    for newborns in (None, 0, 1, 2, 16, 17):
        for type_ in (per_newborn, of_family):
            for newborn in ("left out", *NEWBORNS_OF_EVIDENCE, *RAW_NUMBERS):
                item = {"type": type_} if newborn == "left out" else {"type": type_, "newborn": newborn}
                document = {"evidence": [item]}
                yield document if newborns is None else {"newborns": [{}] * newborns, **document}
    for holder in (None, "mother", "applicant", "aunt", "", 1):
        for manner in (None, "original", "copy", "scan", "fax", True):
            yield {"evidence": [{"type": of_family, "holder": holder, "as": manner}]}
    for count in (255, 256, 257):
        yield {"evidence": [{"type": of_family}] * count}


def services_asked_for(profile):
    ids = [service["id"] for service in profile["services"]]
    for items in (ids, ids + ids, [ids[0].upper()], [f" {ids[0]}\u3000"], [f"\u00a0{ids[0]}"], [f"\v{ids[0]}"],
                  [ids[0] + "\n"], [ids[0], "x"], [ids[0], None], [""], [f"{ids[0]},{ids[1]}"]):
        yield {"services": items}


def other_documents():
    yield from ([], None, "x", 1, True, {}, {"profile": None}, {"profile": 1}, {"profile": "another"},
                {"newborns": None}, {"newborns": {}}, {"newborns": [None]}, {"newborns": [[]]}, {"evidence": None},
                {"evidence": {}}, {"evidence": [None]}, {"evidence": [{}]}, {"evidence": [{"type": None}]},
                {"newborn": {}}, {"jurisdiction": {"division": "330782"}}, {"accepted_on": "2019-05-06"})


def corpus(profile, examples, share):
    choice = random.Random(profile["id"])
    yield from other_documents()
    yield from documents_handed_in(profile)
    yield from services_asked_for(profile)
    yield from examples
    for document in (*each_field(profile), *(each for example in examples for each in changed(example, choice))):
        if choice.random() < share:
            yield document


def verdicts_of_program(program, profile, lines):
    answer = subprocess.run([program, "batch", "--profile", profile, "--as-of", "2019-06-10"],
                            input="".join(line + "\n" for line in lines), capture_output=True, text=True, check=False)
    answers = answer.stdout.splitlines()
    assert len(answers) == len(lines), f"{len(lines)} lines, {len(answers)} answers: {answer.stderr}"
    return [not each.startswith('{"line":') for each in answers]


def output_of(program, *arguments):
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=True).stdout


def profile_of(program, name):
    """The tables of a profile that matter here: the base profile's, and what the layer adds."""
    merged = json.loads(output_of(program, "profiles", "base"))
    if name != "base":
        layer = json.loads(output_of(program, "profiles", name))
        merged["id"] = name
        for table in ("fields", "evidence", "services"):
            known = {row["id"] for row in merged[table]}
            merged[table] += [row for row in layer.get(table, []) if row["id"] not in known]
    return merged


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    share = float(sys.argv[3]) if len(sys.argv) > 3 else 0.1
    applications = {path.name: json.loads(path.read_text("utf-8"))
                    for path in sorted((source / "examples" / "applications").glob("*.json"))}
    failures = 0
    for name in PROFILES:
        schema = json.loads(output_of(program, "form", "--profile", name, "--json-schema"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        examples = [each for each in applications.values() if each.get("profile") == name]
        examples = examples or [applications["yiwu-local.json"]]
        documents = corpus(profile_of(program, name), examples, share)
        lines = list(dict.fromkeys(text_of(document) for document in documents))
        expected = verdicts_of_program(program, name, lines)
        accepted = 0
        for line, verdict in zip(lines, expected):
            accepted += verdict
            if validator.is_valid(json.loads(line)) != verdict:
                failures += 1
                if failures <= 40:
                    print(f"{name}: {'only the program' if verdict else 'only the schema'} accepts {line[:300]}")
        print(f"{name}: {accepted} accepted, {len(lines) - accepted} rejected")
        assert accepted > 100 and len(lines) - accepted > 100
    print(f"{failures} verdicts differ")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
