"""What somebody wants done with a case, as `Case.do` and `Store.do` take it: one function for each command.

    case.do(commands.accept("window-1"), now)

Each gives the dict that is the command's JSON; whoever has such a dict from elsewhere passes it as it is. `by` is who
wants it: a staff number or a connector's name, never the name of a family. A step is named as in the plan's route
(`hukou-registration[0]` is `hukou-registration#1` here), a fact with its newborn's place (`newborns[0].name`). Nothing is
checked here: `do` refuses what cannot be.

Facts are given by their names, as `birthcase.values` lists them; UNKNOWN takes one back, None says that there is none.
"""

from __future__ import annotations

import datetime
import json
from typing import Any, Dict, Iterable, Literal, Mapping, Optional, Union

from .applications import Application
from .values import UNKNOWN, PutValue, Unknown, moment_in, written

#: A command, as JSON has it.
Command = Dict[str, Any]

#: Facts by their names.
Facts = Mapping[str, Union[PutValue, None, Unknown]]

#: A document: `{"type": "id-card", "holder": "mother"}`, of a newborn with `newborn`; `as` is `original`, `copy` or
#: `scan`. One that is deferred has `until` instead, a day.
Document = Mapping[str, Any]


def open(by: str, application: Union[Application, Mapping[str, Any], str]) -> Command:
    """Begins a draft with what is known: an application, its dict or its JSON text."""
    if isinstance(application, Application):
        application = application.to_json()
    given = json.loads(application) if isinstance(application, str) else dict(application)
    return {"do": "open", "by": by, "application": given}


def set_facts(by: str, facts: Facts) -> Command:
    """Puts or takes back facts of a draft."""
    return _command("set-facts", by, facts=_facts(facts))


def hand_in(by: str, evidence: Iterable[Document]) -> Command:
    """Notes documents that were handed in: for a draft, or the original of a deferred one after acceptance."""
    return _command("hand-in", by, evidence=_documents(evidence))


def accept(by: str, deferred: Iterable[Document] = ()) -> Command:
    """Takes the case in. A document that is here only as a scan must be deferred explicitly, with a day."""
    return _command("accept", by, deferred=_documents(deferred))


def defer(by: str, deferred: Iterable[Document]) -> Command:
    """Lets documents come later that became necessary after acceptance and are there as a scan. Since 0.3."""
    return _command("defer", by, deferred=_documents(deferred))


def dispatch(by: str, step: Optional[str] = None) -> Command:
    """Makes the messages of a step, or of every step that is ready."""
    return _command("dispatch", by, step=step)


def answer(
    by: str,
    message: str,
    result: Literal["acknowledged", "completed", "returned", "failed"],
    *,
    step: Optional[str] = None,
    outputs: Optional[Facts] = None,
    wanted_facts: Iterable[str] = (),
    wanted_evidence: Iterable[Document] = (),
    reason: Optional[str] = None,
) -> Command:
    """A department's answer to a message. `outputs` go with `completed`, what is wanted with `returned`."""
    return _command(
        "answer",
        by,
        message=message,
        step=step,
        result=result,
        outputs=_facts(outputs or {}),
        wanted_facts=list(wanted_facts),
        wanted_evidence=_documents(wanted_evidence),
        reason=reason,
    )


def retry(by: str, step: str) -> Command:
    """Makes a failed step ready again."""
    return _command("retry", by, step=step)


def supplement(
    by: str, step: Optional[str] = None, facts: Optional[Facts] = None, evidence: Iterable[Document] = ()
) -> Command:
    """Adds what was missing; the returned step, or each that now has all it asked for, goes on."""
    return _command("supplement", by, step=step, facts=_facts(facts or {}), evidence=_documents(evidence))


def correct(by: str, facts: Facts, reason: str, document: str, authority: Optional[str] = None) -> Command:
    """Puts right what was wrong. `document` is what proves it, a type of document of the profile such as `id-card`;
    `authority` is the organisation of the profile that orders it, where a fact is locked."""
    return _command("correct", by, facts=_facts(facts), reason=reason, document=document, authority=authority)


def deliver(by: str, step: Optional[str] = None, reference: Optional[str] = None) -> Command:
    """Notes that results reached the family: of a step, or of every completed one as one packet."""
    return _command("deliver", by, step=step, reference=reference)


def withdraw(by: str, step: Optional[str] = None, reason: Optional[str] = None) -> Command:
    """The family takes back a step, or the whole case."""
    return _command("withdraw", by, step=step, reason=reason)


def record_death(by: str, newborn: int) -> Command:
    """The newborn at this place has died: what has become pointless stops, the rest goes on."""
    return _command("record-death", by, newborn=newborn)


def close(by: str) -> Command:
    """Ends a case in which everything is settled."""
    return _command("close", by)


def erase(by: str) -> Command:
    """Forgets the people of a case that is over, or of a draft."""
    return _command("erase", by)


def ask_look_up(by: str, look_up: Optional[str] = None, newborn: Optional[int] = None) -> Command:
    """Asks an organisation, by the id of the plan's look-up; without one every organisation that can be asked."""
    return _command("ask-look-up", by, look_up=look_up, newborn=newborn)


def answer_look_up(
    by: str,
    message: str,
    result: Literal["found", "not_found", "not_available"],
    *,
    at: Optional[str] = None,
    reference: Optional[str] = None,
    facts: Optional[Facts] = None,
) -> Command:
    """An organisation's answer to a query. `facts` go with `found`; `at` is when it looked, if not now."""
    return _command(
        "answer-look-up", by, message=message, result=result, at=at, reference=reference, facts=_facts(facts or {})
    )


def note_look_up(
    by: str,
    look_up: str,
    result: Literal["seen", "found", "not_found", "not_available"] = "seen",
    *,
    newborn: Optional[int] = None,
    at: Optional[str] = None,
    reference: Optional[str] = None,
    facts: Optional[Facts] = None,
) -> Command:
    """Notes by hand what an operator has seen or been told, without a connector."""
    return _command(
        "note-look-up",
        by,
        look_up=look_up,
        newborn=newborn,
        result=result,
        at=at,
        reference=reference,
        facts=_facts(facts or {}),
    )


def repair_clock(
    by: str,
    reason: str,
    to: Union[datetime.datetime, str, None] = None,
    since: Union[datetime.datetime, str, None] = None,
) -> Command:
    """The clock had been ahead: what was noted later than now happened at `to`, or now. With `since` it had been behind:
    what was noted since then and before `to` happened at `to`. Since 0.3."""
    return _command(
        "repair-clock",
        by,
        reason=reason,
        to=None if to is None else moment_in(to, "to"),
        since=None if since is None else moment_in(since, "since"),
    )


def _command(kind: str, by: str, **members: Any) -> Command:
    """A command without the members of which nothing is said."""
    return {"do": kind, "by": by, **{name: each for name, each in members.items() if each not in (None, [], {})}}


def _facts(facts: Facts) -> Dict[str, Any]:
    return {name: _fact(value) for name, value in facts.items()}


def _fact(value: Union[PutValue, None, Unknown]) -> Any:
    if value is UNKNOWN:
        return {"unknown": True}
    if value is None or isinstance(value, bool):
        return value
    return list(value) if isinstance(value, (list, tuple)) else written(value)


def _documents(documents: Iterable[Document]) -> list[Dict[str, Any]]:
    return [
        {name: each.isoformat() if isinstance(each, datetime.date) else each for name, each in document.items()}
        for document in documents
    ]
