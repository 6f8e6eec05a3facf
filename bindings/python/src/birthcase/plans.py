"""The answer for one birth: the one form, the documents, the route, and what must be known to say more.

A plan is plain data: it needs no closing, and may be copied, pickled and used in any thread. Its parts are read from the
library when they are touched: who looks at the documents does not wait for the form. docs/plan.md tells what each part
means. A value that a person typed is shown by no `repr`, so that a log of a plan holds none.

`newborn` is the newborn's place, counted from 0, or None for what belongs to the family. Labels and reasons are in the
language that was asked for; everything else is an id or a word of docs/plan.md.
"""

from __future__ import annotations

import dataclasses
import datetime
import json as json_module
from typing import Any, Dict, Literal, Optional, Tuple, Union

from ._lazy import Lazy, ReadApart, read_when_touched
from .findings import Finding
from .values import Due, Unknown, Value

Lane = Literal["joint", "elsewhere", "not_offered", "undetermined"]
FieldSource = Literal["product", "shared", "hospital", "derived", "applicant", "undetermined"]
Owner = Literal["attendant", "family", "authority", "window"]
EvidenceStatus = Literal["bring", "undetermined", "produced", "shared", "hospital", "absorbed", "not_required"]
LookUpState = Literal["open", "asked", "found", "not_found", "not_available", "seen"]
FactOrigin = Literal["told", "looked_up", "issued", "derived", "hospital"]


@dataclasses.dataclass(frozen=True)
class FactRead:
    """A fact that a rule read, and what was known of it: a value, None or UNKNOWN. A known group is an empty dict."""

    fact: str
    value: Union[Value, None, Unknown] = dataclasses.field(repr=False)


# Documents and reasons share one `__dict__` with those of other plans that say the same, and have a place of their own
# for the rest.
class _WithFacts(Lazy):
    __slots__ = ("_apart",)


class _WithWhy(Lazy):
    __slots__ = ("why",)


@dataclasses.dataclass(frozen=True)
class Why(_WithFacts):
    """The rule that decided."""

    rule: str
    holds: Optional[bool]  #: None: it could not be told, facts are missing
    condition: Optional[str]  #: None: it always holds
    facts: Tuple[FactRead, ...]
    source: str  #: where the rule is written
    interpretation: bool  #: the source does not say it in so many words
    text: Optional[str]  #: its words for the family


@dataclasses.dataclass(frozen=True)
class ServiceLane:
    """A service for the family or one newborn, and the lane it takes."""

    id: str
    label: str
    newborn: Optional[int]
    lane: Lane
    organisation: Optional[str]  #: to go to
    channel: Optional[str]  #: or to take
    follows: Optional[str]  #: the service whose product comes later
    why: Optional[Why]
    already_done: bool = False  #: elsewhere because it was done before: its results are in the family's hands


@dataclasses.dataclass(frozen=True)
class Provenance:
    """How a value became known."""

    origin: FactOrigin
    organisation: Optional[str] = None  #: whose data or decision it is
    state: Optional[LookUpState] = None  #: looked up: found, or seen by an operator
    at: Optional[str] = None  #: when it was looked up or issued
    reference: Optional[str] = None  #: looked up: the organisation's number for its answer
    message: Optional[str] = None  #: issued: the message that was answered


@dataclasses.dataclass(frozen=True)
class FormField:
    """A field of the one form."""

    id: str  #: the fact's name with the newborn's place: `newborns[0].name`
    label: str
    newborn: Optional[int]
    source: FieldSource
    origin: Optional[str]  #: `from` in JSON: the service or organisation that it comes from
    needed_by: Tuple[str, ...]
    owner: Owner
    required: bool
    value: Union[Value, None, Unknown] = dataclasses.field(repr=False)
    provenance: Optional[Provenance] = None  #: None: there is no value


@dataclasses.dataclass(frozen=True)
class Form:
    """The one form, with how many lines it saves."""

    fields: Tuple[FormField, ...]
    department_fields: int  #: lines on the departments' own forms
    unified_fields: int  #: fields of the one form
    asked: int  #: of these, the ones that the family is asked


@dataclasses.dataclass(frozen=True)
class Evidence(_WithWhy):
    """A document of one holder, to bring or not."""

    type: str
    label: str
    newborn: Optional[int]
    holder: Optional[str]
    holder_label: Optional[str]
    status: EvidenceStatus
    original: int  #: originals to bring
    copies: int  #: paper copies to bring
    instead_of: Optional[str]  #: the document that it stands in for
    tolerance: Optional[str]  #: under which it may come later
    needed_by: Tuple[str, ...]
    origin: Optional[str]  #: `from` in JSON: the service or organisation that it comes from
    why: Optional[Why]


@dataclasses.dataclass(frozen=True)
class LookUp:
    """An organisation that is asked instead of the family, by what, and what came of it."""

    id: str  #: the share's, as commands about look-ups take it
    label: str  #: the organisation's
    newborn: Optional[int]
    organisation: str
    state: LookUpState
    at: Optional[str]  #: when the organisation answered
    reference: Optional[str]  #: its number for the answer
    keys: Tuple[str, ...]  #: the facts by which it is asked
    unknown_keys: Tuple[str, ...]  #: of these, the ones that are not known yet
    fields: Tuple[FormField, ...] = dataclasses.field(repr=False)  #: what it answers
    evidence: Tuple[Evidence, ...] = dataclasses.field(repr=False)  #: what it stands for
    needed_by: Tuple[str, ...]
    by_hand: bool  #: an operator may note it without a connector
    why: Optional[Why]


@dataclasses.dataclass(frozen=True)
class Step:
    """A service that this window handles for the family or one newborn."""

    id: str
    service: str
    label: str
    newborn: Optional[int]
    organisation: Optional[str]  #: who decides
    organisation_label: Optional[str]
    operator: Optional[str]  #: who stands at the window
    operator_label: Optional[str]
    after: Tuple[str, ...]  #: ids of the steps whose products it needs
    due: Optional[Due]  #: None: it cannot be known; the findings say why
    promise: Optional[str]
    delivery: Optional[str]  #: how the result reaches the family
    fields: Tuple[FormField, ...] = dataclasses.field(repr=False)  #: what it requires of the form, and no other
    evidence: Tuple[Evidence, ...] = dataclasses.field(repr=False)  #: what it requires of the documents


@dataclasses.dataclass(frozen=True)
class Undetermined:
    """A fact to ask for: `application.put(each.field, answer, each.newborn)`."""

    fact: str  #: its name with the newborn's place
    label: str
    field: str  #: its name, as `put` takes it
    newborn: Optional[int]
    decides: Tuple[str, ...]  #: what hangs on it


@dataclasses.dataclass(frozen=True)
class Acceptability(Lazy):
    """Whether the window can take the case in now, and what it still waits for."""

    now: bool
    missing_evidence: Tuple[Evidence, ...]
    missing_fields: Tuple[FormField, ...]
    deferrable: Tuple[Evidence, ...]  #: in hand as a scan; the original comes later


@dataclasses.dataclass(frozen=True)
class RulesVersion:
    """Which rules and data a plan was made with: SHA-256 of their texts."""

    profile: str  #: of the profile and those that it extends
    codes: str
    calendar: str
    counted_until: Optional[datetime.date]  #: the last day up to which working days were known; None: not even as_of


@dataclasses.dataclass(frozen=True)
class Plan(Lazy):
    """The answer for one birth under one profile, as known on one day. The same questions give the same plan."""

    profile: str
    as_of: datetime.date
    services: Tuple[ServiceLane, ...]
    form: Form
    evidence: Tuple[Evidence, ...]
    look_ups: Tuple[LookUp, ...]
    route: Tuple[Step, ...]
    undetermined: Tuple[Undetermined, ...]
    findings: Tuple[Finding, ...]
    acceptable: Acceptability
    due: Optional[Due]  #: when the last result is due
    rules: RulesVersion
    json: str = dataclasses.field(repr=False)  #: the plan as the library writes it, character for character

    def as_dict(self) -> Dict[str, Any]:
        """The JSON as `json.loads` reads it."""
        plan: Dict[str, Any] = json_module.loads(self.json)
        return plan


read_when_touched(Plan, *(field.name for field in dataclasses.fields(Plan)))
read_when_touched(Acceptability, "missing_evidence", "missing_fields", "deferrable")
read_when_touched(Why, "facts", how=ReadApart)
