"""The example applications, as they are, with names that are hard to write, and as facts one by one."""
import json

FAMILY = -1  # BIRTHCASE_FAMILY
HANDED_IN_AS = {"original": 0, "copy": 1, "scan": 2}  # BIRTHCASE_ORIGINAL and the like


def renamed(value, characters, key=""):
    """A copy of an application in which these characters stand behind every name."""
    if isinstance(value, dict):
        return {inner: renamed(item, characters, inner) for inner, item in value.items()}
    if isinstance(value, list):
        return [renamed(item, characters, key) for item in value]
    if isinstance(value, str) and (key == "name" or key.endswith("_name")):
        return value + characters
    return value


def facts(application):
    """The lines of put_files.c that make this application."""
    yield "profile", application["profile"]
    for key, value in application.items():
        if key == "newborns":
            for place, newborn in enumerate(value):
                yield from _facts_in(newborn, "newborn", place)
        elif key == "evidence":
            yield from (_handed_in(document) for document in value)
        elif key != "profile":
            yield from _facts_in(value, key, FAMILY)


def _facts_in(value, name, newborn):
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _facts_in(item, f"{name}.{key}", newborn)
    elif value is None:
        yield "none", str(newborn), name
    else:
        yield "put", str(newborn), name, _text(value)


def _text(value):
    if isinstance(value, list):
        return ",".join(value)
    return value if isinstance(value, str) else json.dumps(value)


def _handed_in(document):
    manner = HANDED_IN_AS[document.get("as", "original")]
    return "hand-in", str(document.get("newborn", FAMILY)), document["type"], document.get("holder", ""), str(manner)
