"""The schema of rule tests and the library agree about what is written wrongly.

    rule_tests_schema_test.py SCHEMA SOURCE_DIR LOAD_DOCUMENTS

What the schema refuses the library refuses too. A key that does not exist, a value of the wrong type, a word that is not
one of a few and a member that is missing are refused by both, wherever they stand. The library alone sees names of
facts, services and rules that do not exist, two cases with one name, and an application that cannot be read.
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

OTHERS = {str: [5, {}, "", True], bool: ["yes", 1, {}], int: ["3", 1.5, -1, 2**31], list: [5, "No such", [5], [""]],
          dict: [5, "No such", [], {}]}


def is_comment(path):
    return "//" in path or "$schema" in path


def is_of_application(path):
    """Part of an application, or the value of a fact: the library's to read."""
    return path[:1] == ("base",) and len(path) > 1 or "given" in path[:-1] or "facts" in path[:-1]


def may_be_empty(path):
    """Expecting a step with nothing more said about it is something; an application may say nothing."""
    return path[-2:-1] == ("steps",) or path[-1] in ("base", "given")


def is_set(value):
    return isinstance(value, dict) and value.keys() <= {"exactly", "include", "exclude"}


def written_wrongly(document):
    """Copies of the document with one fault that both have to see."""
    for path in places(document):
        here = at(document, path)
        if is_comment(path):
            if path[-1] in ("//", "$schema") and not is_of_application(path):
                yield replaced(document, path, 5)
            continue
        if is_of_application(path):
            continue
        if isinstance(here, dict) and path[-1:] not in (("base",), ("given",)):
            yield changed(document, path, lambda each: each.__setitem__("No Such Key", 5))
        if not path or here is None:
            continue
        for other in OTHERS[type(here)]:
            if other == {} and isinstance(here, dict) and may_be_empty(path):
                continue
            if other == [] and is_set(here):
                continue  # exactly nothing
            yield replaced(document, path, other)


def with_odd_words(document):
    """Copies with a text that is neither an id nor a name nor one of a few words."""
    for path in places(document):
        takes_any = path[-1:] in (("name",), ("source",), ("what",), ("reason",)) or path[:1] == ("uncovered",)
        is_text = isinstance(at(document, path), str)
        if is_text and not takes_any and not is_comment(path) and not is_of_application(path):
            if path[-1] != "profile":
                yield replaced(document, path, "No such: word")
    for path in places(document):
        if isinstance(at(document, path), dict) and path[-1:] in (("lanes",), ("steps",), ("facts",), ("status",)):
            yield changed(document, path, lambda each: each.__setitem__("No such: word", None))


def with_other_days(document):
    for path in places(document):
        if path[-1:] in (("as_of",), ("due",)):
            for day in ("2019-6-1", "2019-13-01", "2019-06-31", "1399-01-01", "2019-06-14T24:00", "2019-06-14T10:00Z",
                        "2019-06-14T10:00:30", "2019-06-14T10:00+08:00", "2019-06-14 10:00", "0000-01-01T10:00", None):
                yield replaced(document, path, day)
    for profile in ("yiwu", "no-such-profile", "../yiwu"):
        yield replaced(document, ("profile",), profile)


def main():
    schema, source, loader = read(pathlib.Path(sys.argv[1])), pathlib.Path(sys.argv[2]), sys.argv[3]
    document = read(pathlib.Path(__file__).with_name("every-expectation.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    check = Verdicts(jsonschema.Draft202012Validator(schema), [loader, "rule-tests"], document)

    check.both("the document itself", [document], True)
    own = sorted((source / "profiles" / "tests").glob("*.birthcase.json"))
    assert own
    for each in own:
        errors = list(check.validator.iter_errors(read(each)))
        assert not errors, f"{each.name}: {errors[0].json_path}: {errors[0].message}"
    check.both("documents of another kind", [[], 5, {}, *readable(source / "profiles")], False)
    check.both("written wrongly", written_wrongly(document), False)
    check.both("odd words", with_odd_words(document), False)
    check.sound("without a member", without_one(document, is_comment))
    check.sound("other days and profiles", with_other_days(document))
    sys.exit(1 if check.failures else 0)


if __name__ == "__main__":
    main()
