"""texts_test.py SOURCE_DIR CMAKE COMPILER: the build stops where texts are wrong, and docs/add-a-text.md adds one.

Every fault is made in a copy of texts/, on which the build's own scripts are run.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE, CMAKE, COMPILER = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
FOLDERS = [SOURCE / folder for folder in ("src", "store/src", "analysis", "cli")]
LIKE = '  "not-stated": '  # a line of findings.json, by which others go
ZH, EN = "zh/findings.json", "en/findings.json"

# What is done to which files, and what the message has to name beside the first of them.
BROKEN = [
    ("a key is missing in English", {EN: (LIKE, '  "not-said": ')}, ["'not-stated' is missing"]),
    ("a key is missing in Chinese", {EN: (LIKE, '  "blank": "x",\n' + LIKE)}, [ZH + ": 'blank' is missing"]),
    ("a blank is missing", {EN: ("{0}: “not stated”", "“not stated”")}, ["'not-stated'", "blanks ()", "(0)"]),
    ("a blank has no number", {EN: ("{0}: “not stated”", "{}: “not stated”")}, ["'not-stated'", "without a number"]),
    ("blanks begin with 1", {ZH: ("{0}填的是", "{1}填的是"), EN: ("{0}: “not stated”", "{1}: “not stated”")},
     ["'not-stated'", "from 0 on"]),
    ("a brace is no blank", {EN: ("{0}: “not stated”", "{0}: {“not stated”")}, ["'not-stated'", "double it"]),
    ("a text is empty", {ZH: (LIKE, '  "blank": "",\n' + LIKE), EN: (LIKE, '  "blank": "x",\n' + LIKE)},
     ["'blank' is empty"]),
    ("a key stands twice", {EN: (LIKE, '  "empty-text": "x",\n' + LIKE)}, ["a key stands twice"]),
    ("a key has a capital", {EN: (LIKE, '  "Not-stated": ')}, ["'Not-stated' is not a key"]),
    ("a text is a number", {EN: (LIKE, '  "blank": 1,\n' + LIKE), ZH: (LIKE, '  "blank": "x",\n' + LIKE)},
     ["'blank'", "NUMBER"]),
    ("a list is shorter", {EN: (LIKE, '  "some": ["x"],\n' + LIKE), ZH: (LIKE, '  "some": ["x", "y"],\n' + LIKE)},
     ["'some'", "has 1 texts", "has 2"]),
    ("a file is no JSON", {EN: (LIKE, '  "blank" "x",\n' + LIKE)}, ["not JSON"]),
    ("one is counted as many", {EN: ("{0}: “not stated”", "{0} working days: “not stated”")},
     ["'not-stated'", "counts 'days'", "{0:…|days}"]),
    ("a text is not used", {EN: (LIKE, '  "idle": "x",\n' + LIKE), ZH: (LIKE, '  "idle": "x",\n' + LIKE)},
     ["'idle' is used nowhere", "findings::idle"]),
]


def run(*arguments):
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, " ".join((done.stdout + done.stderr).split())


def make(texts, headers, domain):
    return run(CMAKE, f"-DTEXTS={texts}", f"-DDOMAIN={domain}", f"-DOUTPUT={headers / domain}.hpp", "-P",
               SOURCE / "cmake/make_texts.cmake")


def check(texts, folders):
    return run(CMAKE, f"-DTEXTS={texts}", "-DSOURCES=" + ";".join(map(str, folders)), f"-DOUTPUT={texts / 'checked'}",
               "-P", SOURCE / "cmake/check_texts.cmake")


def build(texts, folders, domains=("findings",)):
    """What the build does about texts; the first that stops it."""
    headers = texts / "texts"
    headers.mkdir(exist_ok=True)
    for domain in domains:
        status, said = make(texts, headers, domain)
        if status != 0:
            return status, said
    return check(texts, folders)


def copy(work):
    texts = pathlib.Path(tempfile.mkdtemp(dir=work))
    for language in ("zh", "en"):
        shutil.copytree(SOURCE / "texts" / language, texts / language)
    return texts


def replace(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{file.name} has no {old}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def expect_stop(what, outcome, named):
    status, said = outcome
    lacking = [part for part in named if part not in said.replace("\n", " ")]
    if status == 0:
        return [f"{what}: the build goes on"]
    return [f"{what}: the message does not say {lacking}: {said}"] if lacking else []


def expect_going_on(what, outcome):
    return [] if outcome[0] == 0 else [f"{what}: {outcome[1]}"]


def look_at_broken(work):
    faults = []
    for what, edits, named in BROKEN:
        texts = copy(work)
        for file, (old, new) in edits.items():
            replace(texts / file, old, new)
        faults += expect_stop(what, build(texts, FOLDERS), ["findings.json"] + named)
    texts = copy(work)
    (texts / EN).unlink()
    faults += expect_stop("a file is missing", build(texts, FOLDERS), [EN, "missing"])
    texts = copy(work)
    (texts / "en/more.json").write_text("{\n}\n", encoding="utf-8")
    return faults + expect_stop("a file is English only", build(texts, FOLDERS), ["zh/more.json", "missing"])


def compile_source(texts, source):
    return run(COMPILER, "-std=c++20", "-fsyntax-only", "-DFMT_HEADER_ONLY", "-I", texts, "-I", SOURCE / "include", "-I",
               SOURCE / "src", source)


def follow_page(work):
    """Adds the page's text as it says."""
    page = (SOURCE / "docs/add-a-text.md").read_text(encoding="utf-8")
    texts = copy(work)
    lines = re.findall(r"<!-- line of: texts/(\S+) -->\n```json\n(.*?\n)```", page, re.S)
    source = re.search(r"<!-- source -->\n```cpp\n(.*?)```", page, re.S)[1]
    assert len(lines) == 2, "a line for each language"
    for file, line in lines:
        replace(texts / file, "{\n", "{\n" + line)
    key = re.search(r'"([^"]+)"', lines[0][1])[1]
    faults = expect_stop("the page, before its source", build(texts, FOLDERS), [f"'{key}' is used nowhere"])
    folder = texts / "source"
    folder.mkdir()
    (folder / "unlikely.cpp").write_text(source, encoding="utf-8")
    faults += expect_going_on("the page", build(texts, FOLDERS + [folder]))
    faults += expect_going_on("the page's source", compile_source(texts, folder / "unlikely.cpp"))
    replace(folder / "unlikely.cpp", ", field, grams", ", field")
    return faults + expect_stop("a blank that nothing fills", compile_source(texts, folder / "unlikely.cpp"),
                                ["as many fillings as the text has blanks"])


def main():
    domains = sorted(file.stem for file in (SOURCE / "texts/zh").glob("*.json"))
    with tempfile.TemporaryDirectory() as work:
        faults = expect_going_on("texts/ as it is", build(copy(work), FOLDERS, domains))
        faults += look_at_broken(work) + follow_page(work)
    print("\n".join(faults) or f"{len(BROKEN) + 2} faults found, and the page followed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
