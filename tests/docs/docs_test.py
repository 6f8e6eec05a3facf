#!/usr/bin/env python3
"""Holds the documentation against the program.

Every ```console block is run: a line `$ command` is executed in the source tree, the lines after it are its output; a
line of `…` stands for any lines. What is between `<!-- session: begin -->` and `<!-- session: end -->` is run in a folder
of its own instead, which has nothing but the examples. Every block under a line `<!-- file: path -->` is that file, word
for word; under `<!-- part of: path -->` it is consecutive lines of that file, without their common indentation. Every
relative link names a file, and a heading in it, that exist. What is between `<!-- tutorial: begin -->` and
`<!-- tutorial: end -->` is followed by tutorial_test.py, in a folder of its own.

    docs_test.py SOURCE_DIR PATH FILE.md …

PATH is searched before the caller's for what the commands name.
"""
import contextlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import textwrap

FENCE = re.compile(r"(?:<!-- (?P<how>file|part of): (?P<file>\S+) -->\n+)?^```(?P<kind>\w+)\n(?P<body>.*?)^```$",
                   re.M | re.S)
TUTORIAL = re.compile(r"<!-- tutorial: begin -->\n.*?<!-- tutorial: end -->\n", re.S)
SESSION = re.compile(r"<!-- session: begin -->\n.*?<!-- session: end -->\n", re.S)
LINK = re.compile(r"\]\((?!https?://)(?P<path>[^)#]*)(?:#(?P<heading>[^)]+))?\)")
FENCED = re.compile(r"^```.*?^```$", re.M | re.S)


def matches(expected, actual):
    """Whether the actual lines are the expected ones, where `…` stands for any number of lines."""
    if not expected:
        return not actual
    if expected[0] == "…":
        return any(matches(expected[1:], actual[skip:]) for skip in range(len(actual) + 1))
    return bool(actual) and expected[0].rstrip() == actual[0].rstrip() and matches(expected[1:], actual[1:])


def commands(body):
    """The commands of a console block, each with its output."""
    found = []
    for line in body.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
    return found


def check_console(body, folder, environment):
    faults = []
    for command, expected in commands(body):
        run = subprocess.run(command, shell=True, cwd=folder, env=environment, capture_output=True, text=True,
                             timeout=120, check=False)
        actual = (run.stdout + run.stderr).splitlines()
        while expected and not expected[-1]:
            expected.pop()
        while actual and not actual[-1]:
            actual.pop()
        if not matches(expected, actual):
            faults.append("$ " + command + "\n  documented:\n    " + "\n    ".join(expected) +
                          "\n  printed:\n    " + "\n    ".join(actual))
    return faults


def shows(body, text, how):
    """Whether the body of a block is the file, or a part of it."""
    if how == "file":
        return body == text
    return any("\n" + textwrap.indent(body, " " * width) in "\n" + text for width in range(20))


def headings(page):
    """The headings of a page as links name them."""
    lines = re.findall(r"^#+ (.*)$", FENCED.sub("", page.read_text(encoding="utf-8")), re.M)
    return {re.sub(r"[^\w\- ]", "", line.strip().lower()).replace(" ", "-") for line in lines}


def check_links(document, text):
    faults = []
    links = LINK.findall(FENCED.sub("", text))  # what stands in a block of code is no link
    for path, heading in links:
        page = document.parent / path if path else document
        if not page.exists():
            faults.append(f"the link {path} leads nowhere")
        elif heading and page.suffix == ".md" and heading not in headings(page):
            faults.append(f"the link {path}#{heading} names no heading")
    return len(links), faults


def sessions(text, source, cleanup):
    """Where in the text there are sessions, each with its folder."""
    found = []
    for session in SESSION.finditer(text):
        folder = pathlib.Path(cleanup.enter_context(tempfile.TemporaryDirectory()))
        (folder / "examples").symlink_to(source.resolve() / "examples")
        found.append((session.span(), folder))
    return found


def check(document, source, environment, cleanup):
    text = document.read_text(encoding="utf-8")
    faults, checked = [], 0
    followed = [tutorial.span() for tutorial in TUTORIAL.finditer(text)]
    own = sessions(text, source, cleanup)
    for fence in FENCE.finditer(text):
        if fence["kind"] == "console":
            if any(start < fence.start() < end for start, end in followed):
                continue
            checked += len(commands(fence["body"]))
            folder = next((folder for (start, end), folder in own if start < fence.start() < end), source)
            faults += check_console(fence["body"], folder, environment)
        elif fence["file"]:
            checked += 1
            if not shows(fence["body"], (source / fence["file"]).read_text(encoding="utf-8"), fence["how"]):
                faults.append(f"the block is not what {fence['file']} says")
    links, wrong = check_links(document, text)
    checked += links
    faults += wrong
    print(f"{document.relative_to(source)}: {checked} checked, {len(faults)} wrong")
    return [f"{document.name}: {fault}" for fault in faults]


def main():
    source, binaries = pathlib.Path(sys.argv[1]), sys.argv[2]
    environment = dict(os.environ, PATH=binaries + os.pathsep + os.environ["PATH"], COLUMNS="100")
    faults = []
    with contextlib.ExitStack() as cleanup:
        for name in sys.argv[3:]:
            faults += check(source / name, source, environment, cleanup)
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
