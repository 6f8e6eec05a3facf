#!/usr/bin/env python3
"""Checks that the project's English is plain: no banned turn, no banned term, no sentence that is too long.

    plain_english.py ROOT [FILE…]    FILE…: only these; else all that is checked

Pages are checked as prose without code, quotations and tables' first columns; C++ by its comments and by the
messages in it; texts by their values. docs/terms.md lists the turns. A sentence of a page has at most 40 words, a cell of a table at most 60.
"""
import json
import pathlib
import re
import sys

LONGEST_SENTENCE, LONGEST_CELL = 40, 60
PAGES = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "docs/*.md", "docs/decisions/*.md",
         "examples/README.md")
COMMENTS = tuple(f"{folder}/**/*.{kind}" for kind in ("hpp", "cpp") for folder in
                 ("include", "store", "exchange", "src", "analysis", "capi", "cli", "bindings"))
TEXTS = ("texts/en/*.json",)
NOT_PROSE = {"docs/terms.md", "docs/errors.md"}  # the first lists what is banned, the second quotes what others say

TURN = re.compile(r"^\| `([^`]+)` \|", re.M)
FENCE = re.compile(r"^```.*?^```$", re.M | re.S)
INDENTED = re.compile(r"^ {4,}\S.*$", re.M)
HTML = re.compile(r"<!--.*?-->", re.S)
CODE = re.compile(r"`[^`]*`")
QUOTED = re.compile(r"^>.*$", re.M)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
COMMENT = re.compile(r"^\s*(?://[/!]?<?|/?\*+<?)(?P<line>[^\n]*)|//[/!]?<?(?P<tail>[^\n]*)$", re.M)
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
MESSAGE = re.compile(r"[a-z'’]+(?: [a-z'’{}]+){2}")  # three words in a row; SQL is not for people
SQL = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|CREATE|FROM|WHERE|JOIN|ORDER BY|PRAGMA|VACUUM)\b")
SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+(?=[A-Z`*“\"(\[0-9X-])|\n\s*\n|\n\s*[-*] |\n\s*\d+\. |\n#+ ")
WORD = re.compile(r"[A-Za-z0-9][\w'’./-]*")


def turns(root):
    page = (root / "docs/terms.md").read_text(encoding="utf-8")
    listed = page[page.index("## Turns that we do not use"):]
    return [re.compile(r"\b(?:" + turn.replace("\\|", "|") + r")\b", re.I) for turn in TURN.findall(listed)]


def blank(found):
    """As many lines as were there, so that the places stay."""
    return "\n" * found.group().count("\n")


def prose_of(page):
    text = FENCE.sub(blank, page)
    for pattern in (HTML, QUOTED, INDENTED):
        text = pattern.sub(blank, text)
    return CODE.sub("X", LINK.sub(r"\1", text))


def comments_of(source):
    """The comments of C++, each line in its place."""
    lines = []
    for line in source.splitlines():
        found = COMMENT.search(line)
        lines.append((found["line"] or found["tail"] or "") if found else "")
    return CODE.sub("X", "\n".join(lines))


def messages_of(source):
    """The texts in C++ that people read, each in its line: literals of some words."""
    lines = []
    for line in source.splitlines():
        comment = COMMENT.search(line)
        code = line[:comment.start()] if comment else line
        lines.append(" / ".join(text for text in LITERAL.findall(code) if MESSAGE.search(text) and not SQL.search(text)))
    return "\n".join(lines)


def texts_of(file):
    """The values of a file of texts, each in the line of its key."""
    return "\n".join(re.sub(r'^\s*"[a-z0-9-]+": ', "", line) for line in file.splitlines())


def banned(text, patterns):
    joined = re.sub(r"\s", " ", text)
    for pattern in patterns:
        for found in pattern.finditer(joined):
            yield text.count("\n", 0, found.start()) + 1, f"not “{found.group()}”: see docs/terms.md"


def too_long(text):
    """Sentences and cells with too many words."""
    rows = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.startswith("|")]
    for number, line in rows:
        for cell in line.strip("|").split("|"):
            for sentence in re.split(r"(?<=[.!?;]) ", cell):
                if len(WORD.findall(sentence)) > LONGEST_CELL:
                    yield number, f"a cell with a sentence of more than {LONGEST_CELL} words"
    prose = "\n".join("" if line.startswith("|") else line for line in text.splitlines())
    start = 0
    for end in [*SENTENCE_END.finditer(prose), None]:
        sentence = prose[start:end.start() if end else len(prose)]
        words = len(WORD.findall(sentence))
        if words > LONGEST_SENTENCE:
            begins = start + len(sentence) - len(sentence.lstrip())
            yield prose.count("\n", 0, begins) + 1, f"a sentence of {words} words: “{' '.join(sentence.split())[:60]}…”"
        start = end.end() if end else start


def check(root, file, patterns):
    name = str(file.relative_to(root))
    text = file.read_text(encoding="utf-8")
    if name in NOT_PROSE:
        return []
    if file.suffix == ".json":
        json.loads(text)
        faults = list(banned(texts_of(text), patterns))
    elif file.suffix == ".md":
        faults = [*banned(prose_of(text), patterns), *too_long(prose_of(text))]
    else:
        faults = [*banned(comments_of(text), patterns), *banned(messages_of(text), patterns)]
    return [f"{name}:{line}: {fault}" for line, fault in sorted(faults)]


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    patterns = turns(root)
    files = [pathlib.Path(name).resolve() for name in sys.argv[2:]]
    if not files:
        files = [file for glob in (*PAGES, *COMMENTS, *TEXTS) for file in sorted(root.glob(glob))]
    faults = [fault for file in files for fault in check(root, file, patterns)]
    print(f"{len(files)} files, {len(patterns)} turns, {len(faults)} faults")
    print("\n".join(faults))
    return 1 if faults or not files or not patterns else 0


if __name__ == "__main__":
    sys.exit(main())
