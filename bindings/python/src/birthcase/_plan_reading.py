"""From the library's plan to Python's.

The JSON has everything but a few labels, which stand in the same places of the lists of the C interface. Decoding it takes
longer than planning, so what is asked for most is read without it.
"""

from __future__ import annotations

import datetime
import itertools
from typing import Any, Dict, List, Optional, Tuple, Type, TypeVar

from . import _native
from ._documents import documents_of, reason_in
from ._handles import Handle
from ._plan_source import Json, PlanSource
from ._session import Language
from .findings import Finding
from .plans import (
    Acceptability,
    Evidence,
    Form,
    FormField,
    LookUp,
    Plan,
    Provenance,
    RulesVersion,
    ServiceLane,
    Step,
    Undetermined,
    Why,
)
from .profiles import Rules
from .values import Due, due

_VERSIONS = (
    _native.PLAN_RULES_VERSION,
    _native.PLAN_CODES_VERSION,
    _native.PLAN_CALENDAR_VERSION,
    _native.PLAN_COUNTED_UNTIL,
)
_ASKED = (
    _native.UNDETERMINED_FACT,
    _native.UNDETERMINED_LABEL,
    _native.UNDETERMINED_FIELD,
    _native.UNDETERMINED_DECIDES,
)
_REMARKED = (_native.FINDING_SEVERITY, _native.FINDING_CODE, _native.FINDING_PATH, _native.FINDING_MESSAGE)

Made = TypeVar("Made")


def plan_of(plan: Handle, rules: Rules, language: Language) -> Plan:
    """A plan of the library's as Python's. `rules`: the profile that was planned under."""
    made: Plan = object.__new__(Plan)
    object.__setattr__(made, "_reader", (PlanReader(PlanSource(plan, rules, language)),))
    return made


class PlanReader:
    """Reads one plan: each method the attribute of its name, of `Plan` or of `Acceptability`, once."""

    __slots__ = ("lock", "_source", "_evidence", "_form")

    def __init__(self, source: PlanSource) -> None:
        self.lock = source.lock
        self._source = source
        self._evidence: Optional[Tuple[Evidence, ...]] = None
        self._form: Optional[Form] = None

    def profile(self) -> str:
        return self._source.text(_native.PLAN_PROFILE)

    def as_of(self) -> datetime.date:
        return datetime.date.fromisoformat(self._source.text(_native.PLAN_AS_OF))

    def due(self) -> Optional[Due]:
        return due(self._source.text(_native.PLAN_DUE))

    def json(self) -> str:
        return self._source.json()

    def rules(self) -> RulesVersion:
        profile, codes, calendar, last = map(self._source.text, _VERSIONS)
        return RulesVersion(profile, codes, calendar, datetime.date.fromisoformat(last) if last else None)

    def evidence(self) -> Tuple[Evidence, ...]:
        if self._evidence is None:
            self._evidence = documents_of(self._source)
        return self._evidence

    def undetermined(self) -> Tuple[Undetermined, ...]:
        return tuple(map(self._open, itertools.count(), self._source.rows(_native.UNDETERMINED, _ASKED)))

    def findings(self) -> Tuple[Finding, ...]:
        return tuple(map(_finding, self._source.rows(_native.FINDINGS, _REMARKED)))

    def services(self) -> Tuple[ServiceLane, ...]:
        return tuple(map(self._service, self._source.document()["services"]))

    def form(self) -> Form:
        if self._form is None:
            form = self._source.document()["form"]
            self._form = Form(fields=tuple(map(self._field, form["fields"])), **form["counts"])
        return self._form

    def look_ups(self) -> Tuple[LookUp, ...]:
        return tuple(map(self._look_up, self._source.document()["look_ups"]))

    def route(self) -> Tuple[Step, ...]:
        return tuple(map(self._step, itertools.count(), self._source.document()["route"]))

    def acceptable(self) -> Acceptability:
        made: Acceptability = object.__new__(Acceptability)
        object.__setattr__(made, "now", self._source.number(_native.PLAN_ACCEPTABLE) == 1)
        object.__setattr__(made, "_reader", (self,))
        return made

    def missing_evidence(self) -> Tuple[Evidence, ...]:
        return self._documents("evidence", [each for each in self._missing() if "evidence" in each])

    def missing_fields(self) -> Tuple[FormField, ...]:
        return self._fields([each["field"] for each in self._missing() if "field" in each])

    def deferrable(self) -> Tuple[Evidence, ...]:
        return self._documents("evidence", self._source.document()["acceptable"]["deferrable"])

    def _missing(self) -> List[Json]:
        missing: List[Json] = self._source.document()["acceptable"]["missing"]
        return missing

    def _label(self, attribute: int, place: int) -> Optional[str]:
        return self._source.text(attribute, place) or None

    def _service(self, lane: Json) -> ServiceLane:
        go_to = lane.get("go_to", {})
        return ServiceLane(
            id=lane["id"],
            label=lane["label"],
            newborn=lane.get("newborn"),
            lane=lane["lane"],
            organisation=go_to.get("organisation"),
            channel=go_to.get("channel"),
            follows=lane.get("follows"),
            why=self._why(lane),
            already_done=lane.get("already_done", False),
        )

    def _field(self, field: Json) -> FormField:
        provenance = field.get("provenance")
        return _made(
            FormField,
            id=field["id"],
            label=field["label"],
            newborn=field.get("newborn"),
            source=field["source"],
            origin=field.get("from"),
            needed_by=tuple(field["needed_by"]),
            owner=field["owner"],
            required=field["required"],
            value=self._source.value(field["id"], field),
            provenance=None if provenance is None else _made(Provenance, **{**_NO_PROVENANCE, **provenance}),
        )

    def _look_up(self, each: Json) -> LookUp:
        return LookUp(
            id=each["id"],
            label=each["label"],
            newborn=each.get("newborn"),
            organisation=each["organisation"],
            state=each["state"],
            at=each.get("at"),
            reference=each.get("reference"),
            keys=tuple(each["keys"]),
            unknown_keys=tuple(each["unknown_keys"]),
            fields=self._fields(each["supplies"]["fields"]),
            evidence=self._documents("type", each["supplies"]["evidence"]),
            needed_by=tuple(each["needed_by"]),
            by_hand=each["by_hand"],
            why=self._why(each),
        )

    def _step(self, place: int, step: Json) -> Step:
        return Step(
            id=step["step"],
            service=step["service"],
            label=step["label"],
            newborn=step.get("newborn"),
            organisation=step.get("organisation"),
            organisation_label=self._label(_native.STEP_ORGANISATION_LABEL, place),
            operator=step.get("operator"),
            operator_label=self._label(_native.STEP_OPERATOR_LABEL, place),
            after=tuple(step["after"]),
            due=due(step["due"]),
            promise=step["promise"],
            delivery=step["delivery"],
            fields=self._fields(step["payload"]["fields"]),
            evidence=self._documents("type", step["payload"]["evidence"]),
        )

    def _open(self, place: int, texts: Tuple[str, ...]) -> Undetermined:
        fact, label, field, decides = texts
        newborn = self._source.number(_native.UNDETERMINED_NEWBORN, place)
        return Undetermined(
            fact=fact,
            label=label,
            field=field,
            newborn=None if newborn == _native.FAMILY else newborn,
            decides=tuple(decides.split(",")) if decides else (),
        )

    def _fields(self, ids: List[str]) -> Tuple[FormField, ...]:
        if not ids:
            return ()
        by_id = {field.id: field for field in self.form().fields}
        return tuple(by_id[id] for id in ids)

    def _documents(self, type: str, documents: List[Json]) -> Tuple[Evidence, ...]:
        if not documents:
            return ()
        by_name = {(item.type, item.holder, item.newborn): item for item in reversed(self.evidence())}
        return tuple(by_name[each[type], each.get("holder"), each.get("newborn")] for each in documents)

    def _why(self, decided: Json) -> Optional[Why]:
        why = decided.get("why")
        return None if why is None else Why(**reason_in(why), facts=self._source.facts_in(why))


_NO_PROVENANCE = dict.fromkeys(("origin", "organisation", "state", "at", "reference", "message"))


def _made(kind: Type[Made], **attributes: Any) -> Made:
    """A frozen dataclass of all its attributes: in a third of the time that its constructor takes."""
    made = object.__new__(kind)
    made.__dict__.update(attributes)
    return made


def _finding(texts: Tuple[str, ...]) -> Finding:
    severity, code, path, message = texts
    return Finding(severity=severity, code=code, path=path, message=message)  # type: ignore[arg-type]
