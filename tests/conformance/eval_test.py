#!/usr/bin/env python3
"""Sends the cases of the DMN kit through `birthcase eval --batch`, counts the answers, and holds the documentation's
table against the counts.

    eval_test.py PROGRAM CASES.ndjson EXCEPTIONS.json CONDITIONS.md

The environment variable BIRTHCASE_CONFORMANCE names another file of cases. Status 77 where there is no such file.
"""
import decimal
import json
import os
import pathlib
import re
import subprocess
import sys

CLOSE = decimal.Decimal("0.00000001")  # the kit's numbers are rounded in places
DURATION = re.compile(
    r"(?P<sign>-?)P(?=.)(?:(?P<Y>\d+)Y)?(?:(?P<M>\d+)M)?(?:(?P<D>\d+)D)?"
    r"(?:T(?:(?P<h>\d+)H)?(?:(?P<m>\d+)M)?(?:(?P<s>\d+(?:\.\d*)?)S)?)?")
OUTCOMES = ("passed", "rejected", "failed")


def value_of(typed):
    """What the kit writes with its type, as the program's JSON says it."""
    kind = typed["type"]
    if kind == "list":
        return [value_of(item) for item in typed["items"]]
    if kind == "context":
        return {name: value_of(entry) for name, entry in typed["entries"].items()}
    if kind == "null":
        return None
    if kind == "decimal":
        return decimal.Decimal(typed["value"])
    if kind == "boolean":
        return typed["value"] == "true"
    return length(typed["value"]) if kind == "duration" else typed["value"]


def length(text):
    """Months and seconds of a duration, however it is written."""
    match = DURATION.fullmatch(text)
    if match is None:
        return text
    part = {name: decimal.Decimal(digits or 0) for name, digits in match.groupdict().items() if name != "sign"}
    sign = -1 if match["sign"] else 1
    seconds = ((part["D"] * 24 + part["h"]) * 60 + part["m"]) * 60 + part["s"]
    return sign * (part["Y"] * 12 + part["M"]), sign * seconds


def same(got, expected):
    if isinstance(expected, tuple):
        return isinstance(got, str) and length(got) == expected
    if isinstance(got, bool) or isinstance(expected, bool) or type(got) is not type(expected):
        return got is expected
    if isinstance(expected, decimal.Decimal):
        return abs(got - expected) <= CLOSE
    if isinstance(expected, list):
        return len(got) == len(expected) and all(map(same, got, expected))
    if isinstance(expected, dict):
        return got.keys() == expected.keys() and all(same(got[key], expected[key]) for key in expected)
    return got == expected


def outcome(answer, expected):
    if "error" in answer:
        return "rejected" if expected is None else "failed"
    return "passed" if same(answer["value"], expected) else "failed"


def answers(program, cases):
    lines = "".join(json.dumps({"expression": case["expression"], "inputs": case["inputs"]}) + "\n" for case in cases)
    run = subprocess.run([program, "eval", "--batch"], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line, parse_float=decimal.Decimal, parse_int=decimal.Decimal) for line in run.stdout.splitlines()]


def row(subject, counts):
    return f"| {subject} | " + " | ".join(str(counts[outcome]) for outcome in OUTCOMES) + " |"


def table(counted):
    """A Markdown table by suite and folder; counted holds (suite, folder, outcome) of each case."""
    rows = ["| suite and folder | passed | rejected at load | failed |", "|---|---|---|---|"]

    def add(subject, chosen):
        rows.append(row(subject, {kind: sum(1 for entry in chosen if entry[2] == kind) for kind in OUTCOMES}))

    for suite in sorted({entry[0] for entry in counted}):
        of_suite = [entry for entry in counted if entry[0] == suite]
        for folder in sorted({entry[1] for entry in of_suite}):
            add(f"{suite} {folder}", [entry for entry in of_suite if entry[1] == folder])
        add(f"**{suite}**", of_suite)
    add("**all**", counted)
    return "\n".join(rows) + "\n"


def main():
    program, file, exceptions, document = sys.argv[1:]
    given = os.environ.get("BIRTHCASE_CONFORMANCE")
    cases_file = pathlib.Path(given or file)
    if not cases_file.exists():
        print("FEEL conformance: skipped, there are no cases at hand (BIRTHCASE_CONFORMANCE names the file)")
        return 77
    cases = [json.loads(line) for line in cases_file.read_text(encoding="utf-8").splitlines()]
    listed = {exception["case"] for exception in json.loads(pathlib.Path(exceptions).read_text(encoding="utf-8"))}
    got = answers(program, cases)
    faults = [] if len(got) == len(cases) else [f"{len(cases)} lines in, {len(got)} lines out"]
    counted = []
    for case, answer in zip(cases, got):
        name = f"{case['folder']}/{case['case']}"
        kind = outcome(answer, value_of(case["expected"]))
        counted.append((case["suite"], case["folder"], kind))
        if (kind == "failed") != (name in listed):
            faults.append(f"{name}: {case['expression']} {kind}: {answer}")
    counts = table(counted)
    print(counts)
    if not given and counts not in pathlib.Path(document).read_text(encoding="utf-8"):
        faults.append(f"{document} does not have this table")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
