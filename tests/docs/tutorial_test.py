#!/usr/bin/env python3
"""Follows the tutorial of a page to the letter, as somebody who knows nothing else, in an empty folder.

What stands between `<!-- tutorial: begin -->` and `<!-- tutorial: end -->` is done in order:

    ```json file=NAME      the block becomes the file NAME
    ```json append=NAME    the block is added to its end
    ```diff file=NAME      lines with - become those with +, where the lines of the block stand in the file, once
    ```console             each line `$ command` is run by bash; the lines after it are what it prints, standard output
                           before errors; a line of `…` stands for any lines

Other blocks are only read. At the end `birthcase lint --strict` has nothing to remark on any profile, `birthcase map lint`
only notes on any map, all tests pass, with
the last coverage that the page shows if it shows one, and the schemas accept all the files.

    tutorial_test.py PATH PAGE.md            PATH is searched for the program before the caller's
    tutorial_test.py PATH PAGE.md --write    puts what the commands print today into the page; `…` keeps its place
"""
import json
import operator
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from docs_test import commands, matches

TUTORIAL = re.compile(r"<!-- tutorial: begin -->\n(?P<text>.*?)<!-- tutorial: end -->", re.S)
FENCE = re.compile(r"^```(?P<kind>\w+)(?: (?P<how>file|append)=(?P<file>[\w./-]+))?\n(?P<body>.*?)^```$", re.M | re.S)
SKIPPED = 77


class Reader:
    """Someone in front of a terminal, in a folder of their own."""

    def __init__(self, folder, path):
        self.folder = pathlib.Path(folder)
        self.environment = dict(os.environ, PATH=path + os.pathsep + os.environ["PATH"], COLUMNS="100",
                                LC_ALL="C.UTF-8")

    def run(self, command):
        return subprocess.run(["bash", "-c", command], cwd=self.folder, env=self.environment, capture_output=True,
                              text=True, encoding="utf-8", timeout=300, check=False)

    def lines_of(self, command):
        run = self.run(command)
        lines = (run.stdout + run.stderr).splitlines()
        while lines and not lines[-1]:
            lines.pop()
        return lines

    def type(self, block):
        """Writes, extends or changes a file as the block says; answers what is wrong with that, or nothing."""
        file = self.folder / block["file"]
        if block["kind"] == "diff":
            return self.change(file, block["body"])
        before = file.read_text(encoding="utf-8") if block["how"] == "append" else ""
        file.write_text(before + block["body"], encoding="utf-8")
        return None

    @staticmethod
    def change(file, body):
        def side(sign):
            return "".join(line[1:] for line in body.splitlines(True) if line[0] in (" ", sign))
        text = file.read_text(encoding="utf-8")
        if text.count(side("-")) != 1:
            return f"{file.name} does not have these lines once:\n{side('-')}"
        file.write_text(text.replace(side("-"), side("+")), encoding="utf-8")
        return None


def shortened(documented, printed):
    """What is printed, left out where the page leaves out: of each part that the page shows, what stands now where most
    of its lines stand."""
    if "…" not in documented:
        return printed
    parts = [[]]
    for line in documented:
        if line == "…":
            parts.append([])
        else:
            parts[-1].append(line)
    kept, end = printed[:len(parts[0])], len(parts[0])
    for part in parts[1:-1]:
        starts = range(end, max(end, len(printed) - len(part)) + 1)
        at = max(starts, key=lambda start: sum(map(operator.eq, part, printed[start:])))
        end = at + len(part)
        kept += ["…", *printed[at:end]]
    return kept + ["…"] + printed[max(end, len(printed) - len(parts[-1])):]


def follow(reader, text):
    """Does everything that the text says. Answers the faults, how much was done, and the text as it should be."""
    faults, done, parts, end = [], 0, [], 0
    for block in FENCE.finditer(text):
        if block["file"]:
            done += 1
            fault = reader.type(block)
            if fault:
                faults.append(fault)
        elif block["kind"] == "console":
            written = []
            for command, documented in commands(block["body"]):
                while documented and not documented[-1]:
                    documented.pop()
                done += 1
                printed = reader.lines_of(command)
                good = matches(documented, printed)
                if not good:
                    faults.append("\n    ".join(["$ " + command + "\n  documented:", *documented]) +
                                  "\n    ".join(["\n  printed:", *printed]))
                written += ["$ " + command, *(documented if good else shortened(documented, printed))]
            parts += [text[end:block.start("body")], *(line + "\n" for line in written)]
            end = block.end("body")
    return faults, done, "".join(parts) + text[end:]


def written(reader):
    """The files that the page made: the profiles, the tests of rules, and the maps."""
    documents = {file: json.loads(file.read_text(encoding="utf-8")) for file in sorted(reader.folder.glob("*.json"))}
    profiles = [file for file, document in documents.items() if "extends" in document]
    maps = [file for file, document in documents.items() if "certainty" in document]
    return documents, profiles, [file for file in documents if file.name.endswith(".birthcase.json")], maps


def check_schemas(reader):
    try:
        import jsonschema
    except ImportError:
        print("not held against the schemas: python3-jsonschema is not installed")
        return []
    faults = []
    documents, profiles, tests, maps = written(reader)
    for what, files in (("profile", profiles), ("rule-tests", tests), ("map", maps)):
        command = "birthcase map schema" if what == "map" else f"birthcase schema {what}"
        schema = jsonschema.Draft202012Validator(json.loads(reader.run(command).stdout))
        faults += [f"{file.name}: the schema refuses {error.json_path}: {error.message[:200]}"
                   for file in files for error in schema.iter_errors(documents[file])]
    return faults


def check_tests(reader, text):
    tests = reader.run("birthcase test . --own --json")
    report = json.loads(tests.stdout)
    if tests.returncode != 0 or report["failed"] != 0:
        return [f"{report['failed']} tests fail at the end"]
    named = re.findall(r"^coverage of rules: ([\d.]+) %", text, re.M)
    if named and report["coverage"]["percent"] + 0.05 < float(named[-1]):
        return [f"the page names a coverage of {named[-1]} %, and it is {report['coverage']['percent']} %"]
    return []


def check_outcome(reader, text):
    """What a tutorial promises of its files at its end."""
    _, profiles, tests, maps = written(reader)
    faults = [] if profiles or maps else ["the tutorial leaves no profile and no map"]
    for each in maps:
        lint = reader.run(f"birthcase map lint --lang en {each.name}")
        if lint.returncode != 0:
            faults.append(f"lint remarks on the map:\n{lint.stdout}{lint.stderr}")
    for profile in profiles:
        lint = reader.run(f"birthcase lint --strict --lang en {profile.name}")
        if lint.returncode != 0:
            faults.append(f"lint remarks on the profile:\n{lint.stdout}{lint.stderr}")
    return faults + (check_tests(reader, text) if tests else []) + check_schemas(reader)


def main():
    path, page = sys.argv[1], pathlib.Path(sys.argv[2])
    writing = "--write" in sys.argv[3:]
    whole = page.read_text(encoding="utf-8")
    tutorial = TUTORIAL.search(whole)
    with tempfile.TemporaryDirectory() as folder:
        reader = Reader(folder, path)
        if "without the solver" in "".join(reader.lines_of("birthcase prove base true")):
            print("skipped: the program was built without the solver, which the tutorial needs")
            return SKIPPED
        faults, done, text = follow(reader, tutorial["text"])
        if writing:
            page.write_text(whole[:tutorial.start("text")] + text + whole[tutorial.end("text"):], encoding="utf-8")
        if not faults or writing:
            faults += check_outcome(reader, text if writing else tutorial["text"])
    print(f"{page.name}: {done} steps, {len(faults)} wrong")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
