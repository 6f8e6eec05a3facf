"""The schema of profiles and the library agree about what is written wrongly.

    profile_schema_test.py SCHEMA SOURCE_DIR LOAD_DOCUMENTS

What the schema refuses the library refuses too. A key that does not exist, a value of the wrong type, a word that is not
one of a few and a member that is missing are refused by both, in every table. The library alone sees what one document
does not show: names of rows that do not exist, what stands twice, what a condition says.
"""

import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

from documents import Verdicts, at, changed, places, read, readable, replaced, without_one

OTHERS = {str: [5, None, {}, [], ""], bool: ["yes", 1, None], int: ["3", 1.5, None, {}], list: [5, "x", [5], None, {}],
          dict: [5, [], "x", None], type(None): [5, {}, []]}
LEAST_SERVICE = {"id": "x", "label": {"zh": "x", "en": "x"}, "organisation": "x", "per": "family", "source": "x"}
FREE = {"element", "element_source", "form_source"}  # may be empty


def may_be_empty(path):
    in_evidence = len(path) == 3 and path[0] == "evidence" and path[2] == "source"
    return (path[-1] in FREE or path == ("valid", "source") or in_evidence or path[-2:] == ("outputs", "id"))


def is_comment(path):
    return "//" in path or "$schema" in path


def written_wrongly(document):
    """Copies of the document with one fault that both have to see."""
    for path in places(document):
        here = at(document, path)
        if is_comment(path):
            if path[-1] in ("//", "$schema"):
                yield replaced(document, path, 5)
            continue
        if isinstance(here, dict):
            takes_any_key = path and path[-1] in ("sources", "codes", "people", "reference")
            yield changed(document, path, lambda each: each.__setitem__("No Such Key", 5 if takes_any_key else "x"))
        if not path:
            continue
        if path[-1] == "codes" and path[0] == "fields" or path[-2:-1] == ("codes",):
            continue  # a text or an object; codes are any text
        for other in OTHERS[type(here)][len(str(path)) % 3::3]:  # some here, the others elsewhere
            empty_list_or_object = other in ([], {}) and type(other) is type(here)
            if empty_list_or_object or (other == "" and may_be_empty(path)):
                continue
            yield replaced(document, path, other)


def with_odd_words(document):
    """Copies with a text that is neither an id nor one of a few words."""
    takes_any = {"zh", "en", "label", "source", "element", "element_source", "form_source", "method", "T"}
    for path in places(document):
        if not isinstance(at(document, path), str) or is_comment(path) or path[-1] in takes_any:
            continue
        if path[-3:-1] == ("outputs", 1) or path[-2:-1] == ("codes",):
            continue
        if path[-1] in ("when", "value") or path[0] == "reference" or path[-2:-1] == ("keys_when",):
            continue  # a condition: the library's to read
        if path[0] == "institutions" and (path[-1] == "code" or path[-2:-1] in (("aliases",), ("campuses",))):
            continue  # names and codes that others gave
        if path[-2:-1] == ("open_codes",):
            continue  # codes are any text
        yield replaced(document, path, "No such: word")


def with_other_numbers(document):
    for path in places(document):
        if isinstance(at(document, path), int) and not isinstance(at(document, path), bool):
            for value in (0, 1, 9, 10, -1, 1000, 1001, 10000, 10001, 100001, 10**9, 10**9 + 1, -10**9 - 1, 2**63, 1.0):
                yield replaced(document, path, value)
    for path in places(document):
        if path[-1:] in (("from",), ("until",)) and isinstance(at(document, path), str):
            for day in ("2019-1-1", "2019-13-01", "2019-12-32", "1399-12-31", "2019-06-05T10:00", " 2019-06-05"):
                yield replaced(document, path, day)
        if path[-2:-1] == ("working_days",):
            for hours in ("8:30-12:00", "08:30-24:01", "08:60-12:00", "08:30–12:00", "24:00-24:00", "25:00-26:00"):
                yield replaced(document, path, hours)


def layers_of(document):
    """Layers over the document that change one row each, by one member or away."""
    for table, rows in document.items():
        if not isinstance(rows, list) or table in ("enable", "//"):
            if isinstance(rows, dict):
                for key in rows:
                    yield {"id": "layer", "extends": document["id"], table: {key: rows[key]}}
            continue
        for row in rows:
            for key in row:
                yield {"id": "layer", "extends": document["id"], table: [{"id": row["id"], key: row[key]}]}
            yield {"id": "layer", "extends": document["id"], table: [{"id": row["id"], "remove": True}]}
            yield {"id": "layer", "extends": document["id"], table: [{"id": row["id"], "remove": False}]}
            if "label" in row:
                yield {"id": "layer", "extends": document["id"], table: [{"id": row["id"], "label": {"en": "x"}}]}
    yield {"id": "layer", "extends": document["id"], "services": [{"id": "certificate", "form": [
        {"field": "mother.name", "remove": True}], "evidence": [{"id": "certificate/id-card", "remove": True}]}]}
    yield {"id": "layer", "extends": document["id"], "promises": [
        {"id": "at-once", "within": {"immediately": False, "working_days": 2}}]}
    yield {"extends": document["id"]}
    yield {"id": "layer", "extends": ""}


def lessened(document, original):
    """Without the tables that are as in the document that loads."""
    if not isinstance(document, dict) or document.get("title") != original["title"]:
        return document
    document = {key: value for key, value in document.items()
                if key in ("id", "title", "extends", "services") or json.dumps(value) != json.dumps(original.get(key))}
    if json.dumps(document.get("services")) == json.dumps(original["services"]):
        document["services"] = [LEAST_SERVICE]
    return document


def main():
    schema, source, loader = read(pathlib.Path(sys.argv[1])), pathlib.Path(sys.argv[2]), sys.argv[3]
    every_table = pathlib.Path(__file__).with_name("every-table.json")
    document = read(every_table)
    jsonschema.Draft202012Validator.check_schema(schema)
    check = Verdicts(jsonschema.Draft202012Validator(schema), [loader, "profile", str(every_table)], document,
                     lambda changed_one: lessened(changed_one, document))

    built_in = [read(path) for path in sorted((source / "profiles").glob("*.json"))]
    check.both("profiles that load", [document, *built_in, *(
        read(source / "tests" / "data" / name) for name in ("village-health-record.json",))], True)
    check.both("documents of another kind", [read(source / "tests" / "data" / "annex1.json"), *(
        read(path) for path in (source / "profiles" / "calendar").glob("*.json"))], False)
    check.both("written wrongly", written_wrongly(document), False)
    check.both("odd words", with_odd_words(document), False)
    check.sound("without a member", without_one(document, is_comment))
    check.sound("other numbers and days", with_other_numbers(document))
    check.sound("layers", layers_of(document))
    layer = {**document, "id": "layer", "extends": "every-table"}
    check.both("written wrongly in a layer", list(written_wrongly(layer))[::4], False)
    check.sound("broken profiles", readable(source / "tests" / "data" / "broken-profiles"))

    tables = schema["$defs"]["field"]["properties"]["codes"]["anyOf"][0]["enum"]
    assert tables == sorted(path.stem for path in (source / "profiles" / "codes").glob("*.tsv")), "the code tables"
    sys.exit(1 if check.failures else 0)


if __name__ == "__main__":
    main()
