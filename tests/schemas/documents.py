"""Documents changed in one place, and whether a schema and the library take them."""

import copy
import json
import subprocess


def read(path):
    return json.loads(path.read_text("utf-8"))


def readable(folder):
    """The documents of a folder that a parser of JSON takes, without those in which a key stands twice."""
    for path in sorted(folder.glob("*.json")):
        try:
            document = json.loads(path.read_text("utf-8"), object_pairs_hook=once_each)
        except ValueError:
            continue
        yield document


def once_each(pairs):
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def places(value, path=()):
    """The path of everything in a value, itself first."""
    yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from places(child, (*path, key))


def at(document, path):
    for key in path:
        document = document[key]
    return document


def changed(document, path, change):
    """A copy in which what stands there has been changed."""
    document = copy.deepcopy(document)
    change(at(document, path))
    return document


def replaced(document, path, value):
    return changed(document, path[:-1], lambda parent: parent.__setitem__(path[-1], value))


def without_one(document, left):
    """Copies without one member or one item; those for which `left` holds stay."""
    for path in places(document):
        if path and not left(path):
            yield changed(document, path[:-1], lambda parent: parent.pop(path[-1]))


def difference(document, other, path=""):
    """Where the two differ first, as a JSON pointer with the second one's value."""
    if isinstance(document, dict) and isinstance(other, dict) and document.keys() == other.keys():
        pairs = [(key, document[key], other[key]) for key in document]
    elif isinstance(document, list) and isinstance(other, list) and len(document) == len(other):
        pairs = list(zip(range(len(document)), document, other))
    else:
        return f"{path}: {json.dumps(other, ensure_ascii=False)[:300]}"
    return next((difference(one, another, f"{path}/{key}") for key, one, another in pairs
                 if json.dumps(one) != json.dumps(another)), path)


class Verdicts:
    """Holds a schema against the library. `lessened` may leave out what it knows to be right, which is quicker."""

    def __init__(self, validator, command, original, lessened=lambda document: document):
        self.validator = validator
        self.command = command
        self.original = original
        self.lessened = lessened
        self.failures = 0

    def of(self, documents):
        documents = list(documents)
        lines = "".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents)
        answers = subprocess.run(self.command, input=lines, capture_output=True, text=True, check=True).stdout
        answers = answers.splitlines()
        assert len(answers) == len(documents), f"{len(documents)} documents, {len(answers)} answers"
        return [(document, self.validator.is_valid(self.lessened(document)), answer)
                for document, answer in zip(documents, answers)]

    def both(self, what, documents, expected):
        """Both take, or both refuse, every document."""
        verdicts = self.of(documents)
        for document, valid, answer in verdicts:
            if valid != expected or (answer == "ok") != expected:
                self.fail(what, document, answer)
        print(f"{what}: {len(verdicts)}")

    def sound(self, what, documents):
        """What the schema refuses the library refuses too."""
        verdicts = self.of(documents)
        for document, valid, answer in verdicts:
            if not valid and answer == "ok":
                self.fail(what, document, answer)
        by_schema = sum(not valid for _, valid, _ in verdicts)
        by_library = sum(answer != "ok" for _, _, answer in verdicts)
        print(f"{what}: {len(verdicts)}, of which the schema refuses {by_schema} and the library {by_library}")

    def fail(self, what, document, answer):
        self.failures += 1
        if self.failures > 30:
            return
        print(f"{what}: {difference(self.original, document)}\n  library: {answer[:300]}")
        for error in list(self.validator.iter_errors(document))[:2]:
            print(f"  schema: {error.json_path}: {error.message[:200]}")
