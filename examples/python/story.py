"""The first case of Wenling's joint birth service, from its acceptance on 2019-04-29 to its end: accepted, dispatched,
answered by each department, delivered, closed. Prints what each command came to.

    story.py [EVENTS.json]
"""

import pathlib
import sys
from typing import Any, Dict

import birthcase
from birthcase import commands

APPLICATION = pathlib.Path(__file__).parents[1] / "applications" / "wenling-hospital.json"

#: What each department answers with, and when.
ANSWERS: Dict[str, Any] = {
    "birth-certificate#1": (
        "2019-04-29T09:40",
        "hospital",
        {
            "newborns[0].birth_certificate.number": "T330000001",
            "newborns[0].birth_certificate.issued_on": "2019-04-29",
            "newborns[0].birth_certificate.institution": "温岭市妇女儿童医院（示例）",
        },
    ),
    "vaccination-certificate#1": ("2019-04-29T10:05", "health-centre", {}),
    "hukou-registration#1": (
        "2019-04-29T11:20",
        "police",
        {"newborns[0].id_number": "331081201904270027", "settlement.hukou_nature": "resident"},
    ),
    "medical-insurance-enrolment#1": (
        "2019-04-29T14:00",
        "medical-security",
        {"newborns[0].insurance.enrolled_on": "2019-04-29"},
    ),
    "social-security-card#1": ("2019-04-30T09:30", "card-company", {}),
}


def tell(case: birthcase.Case, now: str, command: commands.Command) -> birthcase.Decision:
    """Carries out a command and prints how many events it brought."""
    decision = case.do(command, now)
    print(f"{now} {command['do']}: {len(decision.events)}")
    return decision


def answer(case: birthcase.Case, message: birthcase.Message) -> None:
    """What the department says when its service is done."""
    now, by, outputs = ANSWERS[message.step]
    tell(case, now, commands.answer(by, message.id, "completed", outputs=outputs))


with birthcase.Case(birthcase.Profile.built_in("wenling"), "wl-2019-0001") as case:
    tell(case, "2019-04-29T09:10", commands.open("window-1", APPLICATION.read_text(encoding="utf-8")))
    tell(case, "2019-04-29T09:15", commands.accept("window-1"))
    (certificate,) = tell(case, "2019-04-29T09:16", commands.dispatch("window-1")).messages
    answer(case, certificate)
    vaccination, hukou = tell(case, "2019-04-29T09:41", commands.dispatch("window-1")).messages
    answer(case, vaccination)
    try:
        tell(case, "2019-04-29T11:00", commands.close("window-1"))
    except birthcase.RefusedError as too_early:
        print(f"2019-04-29T11:00 close: {too_early.kind}")
    answer(case, hukou)
    for message in tell(case, "2019-04-29T11:21", commands.dispatch("window-1")).messages:
        answer(case, message)
    tell(case, "2019-04-30T15:00", commands.deliver("window-1", reference="SF0000000001"))
    tell(case, "2019-04-30T15:05", commands.close("window-1"))
    if len(sys.argv) > 1:
        pathlib.Path(sys.argv[1]).write_text(case.events_json(), encoding="utf-8")
