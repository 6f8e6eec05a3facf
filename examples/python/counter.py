"""A hospital's counter: a half-filled record goes in fact by fact, the library says what to ask, the family answers,
and out come the documents with the reasons and the route with its days."""

import datetime
from typing import Dict

import birthcase

# What the hospital's system knows: of the family, and of the newborn.
RECORD: Dict[str, birthcase.PutValue] = {
    "channel": "hospital",
    "applied_at": datetime.datetime(2019, 6, 10, 9, 30),
    "applicant.role": "mother",
    "settlement.with": "father",
    "mother.name": "李䶮",
    "mother.id_type": "01",
    "father.id_type": "01",
    "father.hukou.division": "330782",
    "marriage.status": "20",
    "birth.institution.licensed": True,
}
NEWBORN: Dict[str, birthcase.PutValue] = {
    "newborn.name": "王𠮷",
    "newborn.sex": "2",
    "newborn.born_at": datetime.datetime(2019, 6, 8, 14, 20),
    "newborn.weight_g": 3250,
    "newborn.hepatitis_b.given_on": datetime.date(2019, 6, 8),
    "newborn.bcg.given_on": datetime.date(2019, 6, 8),
}

# What the family says when it is asked.
ANSWERS = {"mother.hukou.division": "330108", "delivery.method": "outlet"}


def print_evidence(plan: birthcase.Plan) -> None:
    """Every document: + to bring, - not to bring; whose; and why."""
    for item in plan.evidence:
        sign = "+" if item.status == "bring" else "-"
        holder = f" / {item.holder_label}" if item.holder_label else ""
        reason = f": {item.why.text}" if item.why and item.why.text else ""
        print(f"{sign} {item.label}{holder}{reason}")


def print_route(plan: birthcase.Plan) -> None:
    for step in plan.route:
        print(f"> {step.label}: {step.organisation_label}, {step.due or ''}")


def main() -> None:
    yiwu = birthcase.Profile.built_in("yiwu")
    application = birthcase.Application(yiwu)
    for name, value in RECORD.items():
        application.put(name, value)
    for name, value in NEWBORN.items():
        application.put(name, value, newborn=0)
    print(f"{application.get('newborn.name', newborn=0)}, {application.get('mother.name')}")

    for question in birthcase.plan(yiwu, application).undetermined:
        print(f"? {question.label} ({question.fact})")
        application.put(question.field, ANSWERS[question.fact], question.newborn)

    plan = birthcase.plan(yiwu, application)
    print_evidence(plan)
    print_route(plan)


if __name__ == "__main__":
    main()
