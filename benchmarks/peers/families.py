"""Families for the comparison: flat facts, and the same as applications. The same seed gives the same families."""

import copy
import datetime
import json
import pathlib
import random

from description import DAY, DIVORCED, HERE, ID_DOCUMENTS, UNMARRIED, WIDOWED

SEED = 20190610
EXAMPLE = pathlib.Path(__file__).parents[2] / "examples" / "applications" / "yiwu-local.json"
NEAR, FAR_MOTHER, FAR_FATHER = "330726", "360302", "341226"
OTHER_APPLICANT = {"name": "赵大海", "phone": "13800000009", "id_number": "E12345670", "relation": "97"}
DAYS_OLD = (0, 1, 2, 3, 5, 20, 29, 30, 31, 40, 100)


def often(chance, usual, others):
    """The usual one of ten, but now and then one of the others."""
    return usual if chance.random() < 0.8 else chance.choice(others)


def marriage(chance, stated, one_died):
    """The status of the marriage, and whether the child was born in it, which only some statuses leave open."""
    if one_died:
        return WIDOWED, chance.choice(("in-wedlock", "out-of-wedlock-with-mother", "out-of-wedlock-with-father"))
    if not stated:
        return UNMARRIED, "out-of-wedlock-with-mother"
    status = often(chance, "20", ("21", "22", "23", UNMARRIED, UNMARRIED, DIVORCED))
    if status == DIVORCED:
        return status, chance.choice(("in-wedlock", "out-of-wedlock-with-mother", "out-of-wedlock-with-father"))
    return status, "in-wedlock"


def family(chance):
    stated = chance.random() < 0.92
    died = chance.choice(("mother", "father")) if stated and chance.random() < 0.08 else None
    parents = [parent for parent in ("mother", "father") if parent != died and (parent == "mother" or stated)]
    facts = {
        "applicant_role": often(chance, chance.choice(parents), ("guardian", "agent")),
        "applicant_id_type": often(chance, "01", list(ID_DOCUMENTS)),
        "mother_alive": died != "mother",
        "mother_hukou": chance.choice((HERE, HERE, HERE, NEAR, FAR_MOTHER)),
        "mother_id_type": often(chance, "01", list(ID_DOCUMENTS)),
        "father_stated": stated,
        "father_alive": stated and died != "father",
        "father_hukou": chance.choice((HERE, HERE, HERE, NEAR, FAR_FATHER)) if stated else "",
        "father_id_type": often(chance, "01", list(ID_DOCUMENTS)) if stated else "",
        "settlement_with": chance.choice(parents),
        "licensed": chance.random() < 0.9,
        "days_old": chance.choice(DAYS_OLD),
    }
    facts["marriage_status"], facts["child_status"] = marriage(chance, stated, died is not None)
    if facts["marriage_status"] == UNMARRIED:
        facts["child_status"] = "out-of-wedlock-with-" + facts["settlement_with"]
    return facts


def families(count, seed=SEED):
    chance = random.Random(seed)
    return [family(chance) for _ in range(count)]


def person(known, facts, who):
    """The person of the example with this family's facts; an ID number of the example fits a card alone."""
    known["hukou"]["division"] = facts[f"{who}_hukou"]
    known["alive"] = facts[f"{who}_alive"]
    known["id_type"] = facts[f"{who}_id_type"]
    if known["id_type"] not in ("01", "02"):
        known["id_number"] = "E12345678" if who == "mother" else "E12345679"
        known["birth_date"] = "1991-03-12" if who == "mother" else "1989-07-08"


def application(facts):
    """The example with one family's facts."""
    told = copy.deepcopy(json.loads(EXAMPLE.read_text(encoding="utf-8")))
    del told["evidence"]
    told["applied_at"] = f"{DAY}T09:30"
    told["applicant"] = {"role": facts["applicant_role"]}
    if facts["applicant_role"] in ("guardian", "agent"):
        told["applicant"].update(OTHER_APPLICANT, id_type=facts["applicant_id_type"])
    person(told["mother"], facts, "mother")
    if facts["father_stated"]:
        person(told["father"], facts, "father")
    else:
        told["father"] = None
    told["marriage"]["status"] = facts["marriage_status"]
    told["settlement"].update({"with": facts["settlement_with"], "child_status": facts["child_status"]})
    told["birth"]["institution"]["licensed"] = facts["licensed"]
    born = datetime.date.fromisoformat(DAY) - datetime.timedelta(days=facts["days_old"])
    (newborn,) = told["newborns"]
    newborn["born_at"] = f"{born}T08:20"
    newborn["hepatitis_b"]["given_on"] = newborn["bcg"]["given_on"] = str(born)
    return told
