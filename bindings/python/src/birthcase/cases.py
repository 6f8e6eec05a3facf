"""The life of a case: from a draft through acceptance and the departments' answers until everything is delivered.

    case = birthcase.Case(wenling, "wl-2019-0001")
    case.do(commands.open("window-1", application), "2019-04-29T09:10")
    case.do(commands.accept("window-1"), "2019-04-29T09:15")

A case is what its events have made of it. docs/case.md tells what commands, events and messages mean, key by key. A
value that a person typed is shown by no `repr`.
"""

from __future__ import annotations

import ctypes
import dataclasses
import datetime
import json as json_module
import threading
from typing import Any, Dict, Literal, Mapping, Optional, Tuple, Union

from . import _native
from ._handles import Closeable, Handle
from ._plan_reading import plan_of
from ._session import JsonText, Language, Session, TextIn, json_in, text_in
from .errors import OutOfRangeError
from .findings import Finding
from .planning import AsOf
from .plans import Plan
from .profiles import Profile, Rules
from .values import Due, day_in, due, moment_in

#: A moment of China's civil time: a datetime (one without a zone is Beijing's) or a str such as `2019-04-29T09:15`.
Moment = Union[datetime.datetime, str]

Standing = Literal["open", "running", "due_soon", "overdue", "suspended", "kept", "missed", "given_up"]


@dataclasses.dataclass(frozen=True)
class Event:
    """One thing that happened."""

    sequence: int  #: counted from 1 within the case
    at: datetime.datetime
    by: str  #: who or what caused it
    type: str  #: such as `step-dispatched`
    data: Dict[str, Any]  #: what may be kept for ever
    personal: Dict[str, Any] = dataclasses.field(repr=False)  #: what tells about people; empty once it is erased


@dataclasses.dataclass(frozen=True)
class Message:
    """What goes to one department about one step: the data of its service, and nothing else."""

    id: str  #: the same for every attempt to carry it
    kind: Literal["request", "correction", "cancellation", "query", "withdrawal", "death", "deadline"]
    step: str  #: empty for what is about a look-up: `body["look_up"]` names it
    organisation: str  #: who decides, or is asked
    body: Dict[str, Any] = dataclasses.field(repr=False)  #: the whole message, as JSON has it


@dataclasses.dataclass(frozen=True)
class Decision:
    """What a command came to."""

    events: Tuple[Event, ...]  #: none where nothing changed
    messages: Tuple[Message, ...]  #: to be carried
    findings: Tuple[Finding, ...]  #: remarks: an answer that came late or twice
    json: str = dataclasses.field(repr=False)  #: the decision as the library writes it, character for character


@dataclasses.dataclass(frozen=True)
class Deadline:
    """One thing that is due."""

    case: str
    what: Literal["step", "deferral", "case"]
    id: str  #: the step, or the document's type with its holder; empty for the whole case
    due: Optional[Due]
    standing: Standing


class Case(Closeable[Handle]):
    """A case in memory. May be used by several threads: one call at a time, the others wait.

    `birthcase.Store` keeps cases in a file. Messages of refusals and the labels of plans and states are in `language`.
    """

    _instead_of_pickling = "hand over events_json(), and replay it there"

    def __init__(self, profile: Profile, id: str, language: Language = "zh") -> None:
        """A case to which nothing has happened yet; the command `open` begins it.

        `id`: 1 to 64 letters, digits, `.`, `_` and `-`; nobody's name or number.
        """
        rules = profile._open()
        with Session(language) as session:
            pointer = session.make("case_new", _native.CasePointer(), rules, *text_in(id, "id"))
        self._take(rules, language, Handle("case", pointer))

    @classmethod
    def replay(cls, profile: Profile, events: JsonText, language: Language = "zh") -> Case:
        """The case that some events make, from the first one on, as `events_json` gives them.

        Errors: every InputError; MissingError for no event at all, ContradictionError for one that cannot follow.
        """
        rules = profile._open()
        with Session(language) as session:
            pointer = session.make("case_replay", _native.CasePointer(), rules, *json_in(events))
        return cls._of(rules, language, Handle("case", pointer))

    @classmethod
    def _of(cls, rules: Rules, language: Language, handle: Handle) -> Case:
        case = cls.__new__(cls)
        case._take(rules, language, handle)
        return case

    def _take(self, rules: Rules, language: Language, handle: Handle) -> None:
        self._rules = rules
        self._language: Language = language
        self._lock = threading.RLock()
        self._handle = handle

    @property
    def id(self) -> str:
        """The id of the case."""
        return self._text("case_id")

    @property
    def profile(self) -> Profile:
        """The profile that it goes by: of a case from a store that is accepted, the rules of its acceptance."""
        self._open()
        return Profile._of(self._rules)

    @property
    def version(self) -> int:
        """The number of its events; 0 before the first."""
        with self._lock, Session() as session:
            return session.number("case_version", self._open(), kind=ctypes.c_int64)

    def do(self, command: Union[Mapping[str, Any], JsonText], now: Moment) -> Decision:
        """Carries out a command, of `birthcase.commands` or as JSON, and adds the events that follow.

        Errors: RefusedError, which says why not; every InputError, with the path in the command. Nothing is changed
        then.
        """
        text = self._text("case_do", *command_in(command), *text_in(moment_in(now), "now"))
        return decision_in(text)

    def events(self, after: int = 0) -> Tuple[Event, ...]:
        """The events after the one of this number. Errors: OutOfRangeError."""
        return tuple(map(event_in, json_module.loads(self.events_json(after))))

    def events_json(self, after: int = 0) -> str:
        """The same as the library writes it. The same events give the same text."""
        return self._text("case_events", ctypes.c_int64(counted(after, "after")))

    def state(self, now: Moment) -> Dict[str, Any]:
        """The state of the case, with what is due and how it stands at a moment, as docs/case.md describes it."""
        state: Dict[str, Any] = json_module.loads(self._text("case_json", *text_in(moment_in(now), "now")))
        return state

    def due(self, now: Moment) -> Tuple[Deadline, ...]:
        """What is due: the steps in the order of the route, the deferred documents, then the case as a whole."""
        return deadlines_in(self._text("case_due", *text_in(moment_in(now), "now")))

    def paper(self, paper: str, today: AsOf, format: str = "html", organisation: str = "") -> str:
        """A paper of the case: `application-form`, `notice`, `deferral-undertaking`, `receipt`, `supplement-notice`, or
        `hand-over-sheet`, which needs the id of an organisation. As `html`, a page that prints on A4, or as `text`. A
        draft's papers go by its plan of the day `today`. Errors: UnknownNameError, MissingError, RefusedError.
        """
        return self._text("case_paper", *text_in(paper, "paper"), *text_in(organisation, "organisation"),
                          *text_in(day_in(today, "today"), "today"), *text_in(format, "format"))

    def plan(self, today: AsOf) -> Plan:
        """The plan that the case goes by: once it is accepted that of its acceptance, of a draft that of `today`."""
        day = text_in(day_in(today, "today"), "today")
        with self._lock, Session(self._language) as session:
            pointer = session.make("case_plan", _native.PlanPointer(), self._open(), *day)
        return plan_of(Handle("plan", pointer), self._rules, self._language)

    def _text(self, function: str, *arguments: Any) -> str:
        with self._lock, Session(self._language) as session:
            return session.text(function, self._open(), *arguments)

    def __repr__(self) -> str:
        return "<birthcase.Case, closed>" if self.closed else f"<birthcase.Case {self.id!r}, version {self.version}>"


def command_in(command: Union[Mapping[str, Any], JsonText]) -> TextIn:
    """A command as the library takes it."""
    if isinstance(command, Mapping):
        return text_in(json_module.dumps(command, ensure_ascii=False), "command")
    return json_in(command)


def counted(number: int, what: str) -> int:
    """A number that fits into 64 bits, which ctypes would cut it down to. Errors: OutOfRangeError."""
    if not 0 <= number < 2**63:
        raise OutOfRangeError(f"{what}: a number from 0 on")
    return number


def event_in(event: Mapping[str, Any]) -> Event:
    """An event of JSON."""
    at = datetime.datetime.fromisoformat(event["at"])
    return Event(event["sequence"], at, event["by"], event["type"], event["data"], event["personal"])


def message_in(body: Dict[str, Any]) -> Message:
    """A message of JSON."""
    return Message(body["id"], body["kind"], body.get("step", ""), body["organisation"], body)


def decision_in(text: str) -> Decision:
    """A decision of JSON."""
    decision = json_module.loads(text)
    return Decision(
        events=tuple(map(event_in, decision["events"])),
        messages=tuple(map(message_in, decision["messages"])),
        findings=tuple(Finding(**each) for each in decision["findings"]),
        json=text,
    )


def deadlines_in(text: str) -> Tuple[Deadline, ...]:
    """Deadlines of JSON."""
    return tuple(Deadline(**{**each, "due": due(each["due"])}) for each in json_module.loads(text))
