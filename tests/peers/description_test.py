#!/usr/bin/env python3
"""Holds the rules that other engines get in benchmarks/peers against the profile of Yiwu: their words against those of
the profile, their answers against plans, and how they are written in FEEL against what `birthcase eval` answers.

    description_test.py SOURCE_DIR PROGRAM
"""

import json
import pathlib
import subprocess
import sys

SOURCE, PROGRAM = pathlib.Path(sys.argv[1]), sys.argv[2]
sys.path.insert(0, str(SOURCE / "benchmarks" / "peers"))

import description
import writers
from families import application, families
from logic import answers

FAMILIES = 512
NOT_OFFERED = "maternity-benefit"
DOCUMENTS = {
    "marriage_certificate": "marriage-certificate",
    "divorce_certificate": "divorce-certificate",
    "death_certificate": "death-certificate",
    "late_statement": "late-statement",
    "delivery_record": "delivery-record",
    "father_not_stated": "father-not-stated-statement",
    "hepatitis_b_slip": "hepatitis-b-slip",
    "hukou_booklet": "hukou-booklet",
    "out_of_wedlock_statement": "out-of-wedlock-statement",
    "paternity_test": "paternity-test",
}


def rows(profile):
    """Every row of a profile that has an id and a condition, wherever it stands."""
    if isinstance(profile, dict):
        if "id" in profile and "when" in profile:
            yield profile
        for value in profile.values():
            yield from rows(value)
    elif isinstance(profile, list):
        for value in profile:
            yield from rows(value)


def loaded(name):
    return json.loads((SOURCE / "profiles" / f"{name}.json").read_text(encoding="utf-8"))


def check_words():
    """The profile says today what the description says, and asks for no document under a condition that it lacks."""
    base, yiwu = loaded("base"), loaded("yiwu")
    words = {row["id"]: row["when"] for row in [*rows(base), *rows(yiwu)]}
    known = {text for _, text in description.RULES.values()}
    for name, (rule, text) in description.RULES.items():
        if words.get(rule) != text:
            yield f"{name}: {rule} says {words.get(rule)}"
    enabled = set(base["enable"]) | set(yiwu["enable"])
    for service in [*base["services"], *yiwu["services"]]:
        for asked in service.get("evidence", []) if service["id"] != NOT_OFFERED else []:
            in_force = "when" in asked and ("option" not in asked or asked["option"] in enabled)
            if in_force and asked["when"] not in known and asked["id"] not in description.OUTSIDE:
                yield f"{asked['id']} decides about a document, and the description has neither it nor why not"


def printed(arguments, lines):
    ran = subprocess.run([PROGRAM, *arguments], input="".join(line + "\n" for line in lines), capture_output=True,
                         text=True, encoding="utf-8", timeout=120, check=True)
    return [json.loads(line) for line in ran.stdout.splitlines()]


def id_document(plan, who):
    for item in plan["evidence"]:
        if item.get("instead_of", item["type"]) == "id-card" and item.get("holder") == who:
            return item["type"] if item["status"] == "bring" else item["status"]
    return "absent"


def of_plan(plan):
    """The answers as a plan gives them."""
    statuses = {}
    for item in plan["evidence"]:
        statuses.setdefault(item["type"], item["status"])
    found = {name: statuses.get(document, "absent") for name, document in DOCUMENTS.items()}
    found.update({f"{who}_id": id_document(plan, who) for who in ("mother", "father", "applicant")})
    found["hukou_lane"] = next(step["lane"] for step in plan["services"] if step["id"] == "hukou-registration")
    return found


def check_plans(told):
    """Plans of the families answer the same, and whether each condition holds."""
    names = {rule: name for name, (rule, _) in description.RULES.items() if name in description.CONDITIONS}
    plans = printed(["batch", "--profile", "yiwu"], [json.dumps(application(facts)) for facts in told])
    seen = set()
    for number, (facts, plan) in enumerate(zip(told, plans, strict=True), 1):
        wanted = answers(description.EXPRESSIONS, facts, description.DERIVED)
        seen.update(wanted.items())
        for name, answer in of_plan(plan).items():
            if answer != wanted[name]:
                yield f"family {number}, {name}: the plan says {answer}, the description {wanted[name]}"
        holds = answers(description.CONDITIONS, facts, {})
        for why in (item["why"] for item in plan["evidence"]):
            if why.get("rule") in names and why["holds"] != holds[names[why["rule"]]]:
                yield f"family {number}: the plan says {why['holds']} of {why['rule']}"
    yield from (f"no family has {name} {text}" for name, text in possible() - seen)


def possible():
    """Every answer that a decision can have, so that no family's part is left untried."""
    found = set()
    for name, node in description.EXPRESSIONS.items():
        found.update((name, text) for text in writers.tongues.values_of(node))
    return found


def check_feel(told):
    for of, (derived, decisions) in writers.SETS.items():
        lines = [json.dumps({"expression": writers.feel_context(of), "inputs": facts}) for facts in told]
        for number, (facts, said) in enumerate(zip(told, printed(["eval", "--batch"], lines), strict=True), 1):
            wanted = answers(decisions, facts, derived)
            if {name: said["value"][name] for name in wanted} != wanted:
                yield f"family {number}: the FEEL of the {of} answers {said}"


def main():
    told = families(FAMILIES)
    faults = [*check_words(), *check_plans(told), *check_feel(told)]
    print("\n".join(faults[:20]))
    print(f"{len(description.RULES)} rules, {FAMILIES} families, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
