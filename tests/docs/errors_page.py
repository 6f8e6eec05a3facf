#!/usr/bin/env python3
"""Makes docs/errors.md, the reference of errors and findings by code, or checks that it is up to date.

    errors_page.py ROOT            compares the page with what it must be
    errors_page.py ROOT --write    writes the page

The codes come from where the code keeps them: statuses from capi/birthcase.h, finding codes from src/finding_codes.hpp
and from the sources of cases and store, refusals from texts/, checks from profiles/. docs/errors.json says for each code
what to do. A code that is only on one side is a fault.
"""
import json
import pathlib
import re
import sys

PYTHON_ERROR = re.compile(r"^class (\w+)\((?:(?!^class ).)*?\n    status, kind = (\d+),", re.M | re.S)
JAVA_ERROR = re.compile(r"case Constants\.([A-Z_]+):\s*return new (\w+)\(")
CASE_FINDING = re.compile(r'Severity::\w+,\s*"([a-z-]+)"|finding_about\([^;"]*?"([a-z-]+)"|'
                          r'Severity::\w+, \w+ \? "([a-z-]+)" : "([a-z-]+)"')
SEVERITY = re.compile(r'Severity::(\w+),\s*"([a-z-]+)"')
PROFILES = ("base", "yiwu", "ruian", "wenling")

INTRODUCTION = """# Errors and findings by code

<!-- Made by tests/docs/errors_page.py from the code's own tables and docs/errors.json; do not edit. -->

An **error** means that a call did nothing: the input could not be used, or the case forbids it. A **finding** is a remark
in an answer: the call has succeeded. Programs must react to codes, never to messages.

No error and no finding quotes what a person typed. `path` says where: a JSON pointer into the application, the command
or the profile. The message says what to do.

| severity of a finding | means |
|---|---|
| `error` | must be corrected before the application can be accepted |
| `warning` | odd: a person must look; the case can go on |
| `info` | worth knowing |
"""


class Sources:
    """What the page is made of, and what does not fit together."""

    def __init__(self, root):
        self.root = root
        self.faults = []
        self.words = json.loads(self.read("docs/errors.json"))

    def read(self, name):
        return (self.root / name).read_text(encoding="utf-8")

    def compare(self, what, known, described):
        self.faults += [f"docs/errors.json lacks the {what} '{code}'" for code in sorted(set(known) - set(described))]
        self.faults += [f"docs/errors.json has the {what} '{code}', which does not exist"
                        for code in sorted(set(described) - set(known))]

    def statuses(self):
        """(name, number, meaning), in their order."""
        enumerations = json.loads(self.read("capi/interface/base.json"))["enumerations"]
        values = next(each["values"] for each in enumerations if each["name"] == "status")
        found = [(value["name"].removeprefix("BIRTHCASE_"), value["value"], value.get("about", "")) for value in values]
        self.compare("status", [name for name, _, _ in found], self.words["statuses"])
        return found

    def severities(self):
        """For each code that is written beside its severity, the severities."""
        found = {}
        for file in self.sources("src") + self.sources("store/src"):
            for severity, code in SEVERITY.findall(file.read_text(encoding="utf-8")):
                found.setdefault(code, set()).add(severity)
        return found

    def sources(self, folder):
        return sorted((self.root / folder).rglob("*.cpp"))

    def case_codes(self, plan_codes):
        files = self.sources("src/case") + self.sources("store/src/desk")
        codes = {code for file in files for match in CASE_FINDING.findall(file.read_text(encoding="utf-8"))
                 for code in match if code}
        return codes - set(plan_codes)

    def findings(self):
        plan_codes = re.findall(r'^    "([a-z-]+)",', self.read("src/finding_codes.hpp"), re.M)
        self.compare("finding of a plan", plan_codes, self.words["plan"])
        self.compare("finding of a case", self.case_codes(plan_codes), self.words["case"])
        written = self.severities()
        for code, (severity, _, _) in [*self.words["plan"].items(), *self.words["case"].items()]:
            for each in written.get(code, ()):
                if each not in severity:
                    self.faults.append(f"docs/errors.json says that '{code}' is {severity}, the code says {each}")

    def refusals(self):
        texts = {language: json.loads(self.read(f"texts/{language}/refusals.json")) for language in ("zh", "en")}
        self.compare("refusal", texts["en"], self.words["refusals"])
        return texts

    def checks(self):
        for profile in PROFILES:
            for check in json.loads(self.read(f"profiles/{profile}.json")).get("checks", []):
                yield check


def cell(text):
    return " ".join(str(text).split()).replace("|", "\\|")


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(map(cell, row)) + " |" for row in rows]) + "\n"


def capital(text):
    return text[:1].upper() + text[1:] if text else "success"


def statuses_part(sources):
    errors = PYTHON_ERROR.findall(sources.read("bindings/python/src/birthcase/errors.py"))
    python = {int(number): name for name, number in errors}
    java = dict(JAVA_ERROR.findall(sources.read("bindings/java/src/main/java/org/birthcase/ErrorReport.java")))
    rows = [(number, f"`BIRTHCASE_{name}`", f"`{python[number]}`" if number in python else "",
             f"`{java[name]}`" if name in java else "", capital(meaning), sources.words["statuses"].get(name, ""))
            for name, number, meaning in sources.statuses()]
    return """
## Errors: the status of a call

In C each call returns the status, and the session holds the error. Python and Java raise the exception. In C++ a `Result`
holds the `Error`, whose `kind` has the same number.

""" + table(("", "C", "Python", "Java", "it means", "what to do"), rows)


def findings_part(title, note, words):
    rows = [(f"`{code}`", severity, meaning, remedy) for code, (severity, meaning, remedy) in sorted(words.items())]
    return f"\n## {title}\n\n{note}\n\n" + table(("code", "severity", "it means", "what to do"), rows)


def refusals_part(sources):
    texts = sources.refusals()
    rows = [(f"`{code}`", texts["en"][code], texts["zh"].get(code, ""), sources.words["refusals"].get(code, ""))
            for code in sorted(texts["en"])]
    return """
## Refusals of a case

A case refuses a command that its rules or its state forbid (status 13). Nothing changes. Each finding of the refusal gives one
reason. If the library cannot read a command, the code of the refusal is the kind of the error, such as `unknown-name`.

""" + table(("code", "message", "in Chinese", "what to do"), rows)


def checks_part(sources):
    rows = [(f"`{check['id']}`", check["severity"], f"`{check['path']}`",
             check["message"]["en"], check["message"]["zh"]) for check in sources.checks()]
    return """
## Findings of the profiles' checks

The codes of these findings are the ids of the checks in [profiles/](../profiles). The message says what to do. A city
can add checks of its own.

""" + table(("code", "severity", "where", "message", "in Chinese"), rows)


def page(sources):
    sources.findings()
    return "".join((
        INTRODUCTION,
        statuses_part(sources),
        findings_part("Findings of a plan", "`path` names the fact. It is empty if the finding is about the application.",
                      sources.words["plan"]),
        findings_part("Findings of a case", "They come with the answer to a command, or with its refusal.",
                      sources.words["case"]),
        refusals_part(sources),
        checks_part(sources),
        """
## Elsewhere

- What `birthcase lint` reports about a profile: [lint](lint.md#codes).
- What `verify` reports about a store: [store](store.md).
- Exit statuses of `birthcase case`: [case commands](case-commands.md#what-programs-and-scripts-can-rely-on).
""",
    ))


def main():
    sources = Sources(pathlib.Path(sys.argv[1]))
    wanted, file = page(sources), sources.root / "docs/errors.md"
    if "--write" in sys.argv[2:]:
        file.write_text(wanted, encoding="utf-8")
    elif not file.exists() or file.read_text(encoding="utf-8") != wanted:
        sources.faults.append("docs/errors.md is out of date: run python3 tests/docs/errors_page.py . --write")
    print(f"docs/errors.md: {len(sources.faults)} faults")
    print("\n".join(sources.faults))
    return 1 if sources.faults else 0


if __name__ == "__main__":
    sys.exit(main())
