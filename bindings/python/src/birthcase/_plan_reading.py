"""From the library's plan to Python's.

The JSON has everything but a few labels, which stand in the same places of the lists of the C interface.
"""

from __future__ import annotations

import ctypes
import datetime
import json
import re
from decimal import Decimal
from typing import Any, Dict, List, Mapping, Optional, Tuple

from . import _native
from ._handles import Handle
from ._session import Session
from .plans import (
    Acceptability,
    Evidence,
    FactRead,
    Finding,
    Form,
    FormField,
    LookUp,
    Plan,
    RulesVersion,
    Provenance,
    ServiceLane,
    Step,
    Undetermined,
    Why,
)
from .values import UNKNOWN, as_typed, due

Json = Dict[str, Any]

_PLACE = re.compile(r"^newborns\[[0-9]+\]")


class PlanReader:
    """Reads one plan with one session. `kinds` are the types of the profile's facts."""

    def __init__(self, session: Session, plan: Handle, kinds: Mapping[str, str]) -> None:
        self._session = session
        self._plan = plan
        self._kinds = kinds
        self._evidence: Dict[Tuple[Optional[str], ...], Evidence] = {}
        self._fields: Dict[str, FormField] = {}

    def plan(self) -> Plan:
        text = self._session.text("plan_json", self._plan)
        plan: Json = json.loads(text, parse_float=Decimal)
        # First what the others refer to.
        form = self._form(plan["form"])
        evidence = tuple(self._item(place, item) for place, item in enumerate(plan["evidence"]))
        return Plan(
            profile=plan["profile"],
            as_of=datetime.date.fromisoformat(plan["as_of"]),
            services=tuple(map(self._service, plan["services"])),
            form=form,
            evidence=evidence,
            look_ups=tuple(map(self._look_up, plan["look_ups"])),
            route=tuple(self._step(place, step) for place, step in enumerate(plan["route"])),
            undetermined=tuple(self._open(place, each) for place, each in enumerate(plan["undetermined"])),
            findings=tuple(Finding(**each) for each in plan["findings"]),
            acceptable=self._acceptable(plan["acceptable"]),
            due=due(plan["due"]),
            rules=_rules(plan["rules"]),
            json=text,
        )

    def _label(self, attribute: int, place: int) -> Optional[str]:
        return self._session.text("plan_text", self._plan, attribute, place) or None

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

    def _form(self, form: Json) -> Form:
        return Form(fields=tuple(map(self._field, form["fields"])), **form["counts"])

    def _field(self, field: Json) -> FormField:
        read = FormField(
            id=field["id"],
            label=field["label"],
            newborn=field.get("newborn"),
            source=field["source"],
            origin=field.get("from"),
            needed_by=tuple(field["needed_by"]),
            owner=field["owner"],
            required=field["required"],
            value=self._value(field["id"], field),
            provenance=Provenance(**field["provenance"]) if "provenance" in field else None,
        )
        self._fields[read.id] = read
        return read

    def _item(self, place: int, item: Json) -> Evidence:
        read = Evidence(
            type=item["type"],
            label=item["label"],
            newborn=item.get("newborn"),
            holder=item.get("holder"),
            holder_label=self._label(_native.EVIDENCE_HOLDER_LABEL, place),
            status=item["status"],
            original=item["original"],
            copies=item["copies"],
            instead_of=item.get("instead_of"),
            tolerance=item.get("tolerance"),
            needed_by=tuple(item["needed_by"]),
            origin=item.get("from"),
            why=self._why(item),
        )
        self._evidence.setdefault((read.type, read.holder, str(read.newborn)), read)
        return read

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
            fields=tuple(self._fields[field] for field in each["supplies"]["fields"]),
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
            fields=tuple(self._fields[field] for field in step["payload"]["fields"]),
            evidence=self._documents("type", step["payload"]["evidence"]),
        )

    def _open(self, place: int, each: Json) -> Undetermined:
        attribute = (self._plan, _native.UNDETERMINED_NEWBORN, place)
        newborn = self._session.number("plan_number", *attribute, kind=ctypes.c_int64)
        return Undetermined(
            fact=each["fact"],
            label=each["label"],
            field=self._session.text("plan_text", self._plan, _native.UNDETERMINED_FIELD, place),
            newborn=None if newborn == _native.FAMILY else newborn,
            decides=tuple(each["decides"]),
        )

    def _acceptable(self, acceptable: Json) -> Acceptability:
        missing: List[Json] = acceptable["missing"]
        return Acceptability(
            now=acceptable["now"],
            missing_evidence=self._documents("evidence", [each for each in missing if "evidence" in each]),
            missing_fields=tuple(self._fields[each["field"]] for each in missing if "field" in each),
            deferrable=self._documents("evidence", acceptable["deferrable"]),
        )

    def _documents(self, type: str, documents: List[Json]) -> Tuple[Evidence, ...]:
        return tuple(self._evidence[each[type], each.get("holder"), str(each.get("newborn"))] for each in documents)

    def _why(self, decided: Json) -> Optional[Why]:
        why = decided.get("why")
        if why is None:
            return None
        return Why(
            rule=why["rule"],
            holds=why["holds"],
            condition=why.get("condition"),
            facts=tuple(FactRead(each["fact"], self._value(each["fact"], each)) for each in why["facts"]),
            source=why["source"],
            interpretation=why.get("interpretation", False),
            text=why.get("text"),
        )

    def _value(self, fact: str, told: Json) -> Any:
        return as_typed(self._kinds.get(_PLACE.sub("newborn", fact)), told.get("value", UNKNOWN))


def _rules(rules: Json) -> RulesVersion:
    last = rules["counted_until"]
    return RulesVersion(**{**rules, "counted_until": None if last is None else datetime.date.fromisoformat(last)})
