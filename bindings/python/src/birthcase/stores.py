"""Cases kept for good, in a file of SQLite or on a server of PostgreSQL.

    with birthcase.Store("births.db") as store:
        store.open_case(wenling, "wl-2019-0001", commands.open("window-1", application), now)
        store.do("wl-2019-0001", commands.accept("window-1"), now)

Every call is whole or nothing, also where power fails in its midst: what a call has answered is kept. Errors of all
calls: StorageError, with what the disk or database said and what to do.
"""

from __future__ import annotations

import ctypes
import dataclasses
import datetime
import json as json_module
import os
import threading
from typing import Any, Dict, Iterator, Literal, Mapping, Optional, Tuple, Union

from . import _native
from ._handles import Closeable, Handle
from ._session import JsonText, Language, Session, json_in, text_in
from .cases import Case, Deadline, Decision, Moment, command_in, counted, deadlines_in, decision_in
from .errors import OutOfRangeError
from .profile_data import BUILT_IN, ProfileData
from .profiles import Profile, Rules
from .values import day_in, moment_in

_PAGE = 256
_INT32 = 2**31


@dataclasses.dataclass(frozen=True)
class Outcome(Decision):
    """What a kept command came to."""

    version: int = 0  #: the number of the case's events by now
    alike: Tuple[Tuple[str, int], ...] = ()  #: births that are exactly or nearly this one: case and newborn's place
    #: of the command `erase`; `unfinished`: forgotten, but somebody still reads old pages: erase again later
    erasure: Optional[Literal["finished", "unfinished"]] = None


@dataclasses.dataclass(frozen=True)
class CaseSummary:
    """A case in a list."""

    case: str
    profile: str
    status: str
    version: int
    changed_at: datetime.datetime


@dataclasses.dataclass(frozen=True)
class LeasedMessage:
    """A message that a connector has taken to carry."""

    message: str  #: its id, the same for every attempt
    case: str
    organisation: str
    attempt: int  #: 1 for the first
    body: Dict[str, Any] = dataclasses.field(repr=False)


@dataclasses.dataclass(frozen=True)
class WaitingMessage:
    """A message that waits in the outbox."""

    message: str
    case: str
    organisation: str
    attempts: int  #: how often it was handed out
    failures: int  #: how often in a row that failed
    reason: str  #: the code of the last failure; empty where there was none
    state: Literal["dead", "behind-dead", "waiting"]  #: `behind-dead`: a message before it in its step is dead
    until: str  #: when a lease or a pause ends; empty where there is none


@dataclasses.dataclass(frozen=True)
class Break:
    """Something in the store that is not as it was kept."""

    case: str  #: empty: the file as such
    sequence: int  #: the event that does not fit; 0: the case as a whole
    what: str
    where: str = ""  #: the table and, where one is meant, its column: `outbox.organisation`


@dataclasses.dataclass(frozen=True)
class Verification:
    """What checking the chains of hashes found."""

    cases: int
    events: int
    breaks: Tuple[Break, ...]  #: none if everything is as it was written
    unfinished_erasures: int  #: cases whose texts may still stand in the write-ahead file
    digest: str  #: of all chains: to be noted elsewhere, so that a missing tail shows
    not_replayed: int = 0  #: drafts whose profile is not known here: of them only the chain was checked


@dataclasses.dataclass(frozen=True)
class AnchorComparison:
    """The result of comparing a note of heads with a store."""

    at: datetime.datetime  #: when the note was taken
    cases: int  #: in the note
    signature: Literal["none", "unchecked", "valid"]
    breaks: Tuple[Break, ...]  #: cases that are gone, shorter or others than noted; `sequence` as noted


@dataclasses.dataclass(frozen=True)
class Repair:
    """What a repair did."""

    cases: int
    mended: Tuple[Break, ...]  #: what was wrong and is not any more
    left: Tuple[Break, ...]  #: what is wrong still: nothing of these cases was touched, or it cannot be rebuilt


@dataclasses.dataclass(frozen=True)
class DamagedRow:
    """A row that cannot be read, and was left out."""

    case: str  #: empty where the row does not say
    table: str


class Store(Closeable[Handle]):
    """An open file of cases. May be used by several threads: one call at a time, the others wait; several programs and
    threads may open the same file each for themselves."""

    _instead_of_pickling = "open the file there"

    def __init__(
        self,
        file: Union[str, "os.PathLike[str]"],
        read_only: bool = False,
        language: Language = "zh",
        data: ProfileData = BUILT_IN,
        key: Optional[bytearray] = None,
    ) -> None:
        """Opens the file, or makes it if there is none; with `read_only` nothing is made or changed. Instead of a file
        it may be the text `postgresql://user@host:port/database`.

        `data` counts for cases under profiles that are not made known by `add_profile` or `open_case`; for those it is
        what the profile was loaded with.

        `key` has the 32 bytes of the key of a file that is encrypted, and is overwritten with zeros, whatever comes of
        it. It works if the native library was built with SQLCipher.

        Errors: StorageError, also for a file that is no store; OutOfRangeError for one of a newer library; RefusedError
        for one of an older library that may only be read, for another key than the file's, for a key where the file is
        not encrypted or the native library cannot encrypt; OutOfRangeError for a key of another size;
        NotImplementedError if the native library has no store.
        """
        try:
            self._open_at(file, read_only, language, data, key)
        finally:
            if key is not None:
                key[:] = bytes(len(key))

    def _open_at(
        self,
        file: Union[str, "os.PathLike[str]"],
        read_only: bool,
        language: Language,
        data: ProfileData,
        key: Optional[bytearray],
    ) -> None:
        if not hasattr(_native.library(), "store_open"):
            raise NotImplementedError("this birthcase library was built without its store (BIRTHCASE_STORE)")
        self._language: Language = language
        self._lock = threading.RLock()
        mode = _native.READ_ONLY if read_only else _native.READ_WRITE
        name = text_in(os.fspath(file), "file")
        with Session(language) as session:
            data._add_to(session)
            made = _native.StorePointer()
            if key is None:
                self._handle = Handle("store", session.make("store_open", made, *name, mode))
                return
            shared = (ctypes.c_char * len(key)).from_buffer(key)  # no copy of it is made here
            opened = session.make("store_open_with_key", made, *name, mode, shared, len(key))
            self._handle = Handle("store", opened)

    def add_profile(self, profile: Profile) -> None:
        """Makes a profile known, for drafts under it. Built-in ones are known; accepted cases carry their rules."""
        self._call("store_add_profile", profile._open())

    def open_case(
        self, profile: Profile, case: str, command: Union[Mapping[str, Any], JsonText], now: Moment
    ) -> Outcome:
        """Opens a case with a command `open`, and makes the profile known. Errors: as `do`; `case-exists`."""
        given = (*text_in(case, "case"), *command_in(command), *text_in(moment_in(now), "now"))
        return _outcome(self._text("store_open_case", profile._open(), *given))

    def do(
        self,
        case: str,
        command: Union[Mapping[str, Any], JsonText],
        now: Moment,
        expected_version: Optional[int] = None,
    ) -> Outcome:
        """Carries out a command on a case and keeps what follows.

        Errors: RefusedError, at acceptance also `duplicate-birth`; ConflictError if the case has another version than
        the expected one by now; UnknownNameError if there is no such case; every InputError. Nothing is kept then.
        """
        version = _native.ANY_VERSION if expected_version is None else counted(expected_version, "expected_version")
        given = (*text_in(case, "case"), *command_in(command), *text_in(moment_in(now), "now"), version)
        return _outcome(self._text("store_do", *given))

    def load(self, case: str) -> Case:
        """The case as it is kept now, for reading: what is done to it is not kept. Errors: UnknownNameError."""
        with self._lock, Session(self._language) as session:
            pointer = session.make("store_load", _native.CasePointer(), self._open(), *text_in(case, "case"))
            loaded = Handle("case", pointer)
            rules = Rules("profile", session.make("case_profile", _native.ProfilePointer(), loaded))
        return Case._of(rules, self._language, loaded)

    def cases(self, after: str = "") -> Iterator[CaseSummary]:
        """The cases after this id, in the order of their ids; read page by page, as they are asked for."""
        while True:
            page = json_module.loads(self._text("store_cases", *text_in(after, "after"), _PAGE))
            for each in page:
                yield CaseSummary(**{**each, "changed_at": datetime.datetime.fromisoformat(each["changed_at"])})
            if len(page) < _PAGE:
                return
            after = page[-1]["case"]

    def lease(
        self, connector: str, now: Moment, organisation: str = "", seconds: int = 60, limit: int = 16
    ) -> Tuple[LeasedMessage, ...]:
        """Hands out the oldest messages that nobody carries, to a connector, for so many seconds (1 to 86 400).

        Errors: MissingError without a connector; OutOfRangeError for `seconds` or a `limit` that is not 1 to 1000.
        """
        given = (*text_in(connector, "connector"), *text_in(organisation, "organisation"))
        numbers = (_int32(seconds, "seconds"), _int32(limit, "limit"))
        text = self._text("store_lease", *given, *text_in(moment_in(now), "now"), *numbers)
        return tuple(LeasedMessage(**each) for each in json_module.loads(text))

    def renew(self, message: str, connector: str, now: Moment, seconds: int) -> None:
        """Prolongs a lease; 0 seconds give the message back at once. Errors: UnknownNameError, ConflictError."""
        given = (*text_in(message, "message"), *text_in(connector, "connector"), *text_in(moment_in(now), "now"))
        self._call("store_renew", *given, _int32(seconds, "seconds"))

    def ack(self, message: str, connector: str) -> None:
        """The message has arrived. Twice is once. Errors: UnknownNameError; ConflictError if another one has it."""
        self._call("store_ack", *text_in(message, "message"), *text_in(connector, "connector"))

    def failed(
        self,
        message: str,
        connector: str,
        now: Moment,
        reason: str,
        *,
        first_pause: int = 60,
        longest_pause: int = 3600,
        most_failures: int = 10,
    ) -> WaitingMessage:
        """The connector could not carry a message that it has, for a reason that is a code (lower-case letters, digits
        and `-`). It is handed to nobody for `first_pause` seconds, twice as long after each further failure and
        `longest_pause` at most; after `most_failures` it is a dead letter. Twice is once.

        Errors: UnknownNameError, ConflictError, OutOfRangeError.
        """
        given = (*text_in(message, "message"), *text_in(connector, "connector"), *text_in(moment_in(now), "now"))
        patience = {"first_pause": first_pause, "longest_pause": longest_pause, "most_failures": most_failures}
        numbers = [_positive(number, what) for what, number in patience.items()]
        text = self._text("store_failed", *given, *text_in(reason, "reason"), *numbers)
        return WaitingMessage(**json_module.loads(text))

    def retry(self, message: str) -> None:
        """Forgets that carrying a message has failed: dead or not, it is handed out again at once.

        Errors: UnknownNameError; ConflictError if it has arrived.
        """
        self._call("store_retry", *text_in(message, "message"))

    def waiting(self, *, dead_only: bool = False) -> Iterator[WaitingMessage]:
        """The messages that wait, the oldest first; or the dead letters alone."""
        after = ""
        while True:
            numbers = (_int32(_PAGE, "limit"), _int32(int(dead_only), "dead_only"))
            page = json_module.loads(self._text("store_waiting", *text_in(after, "after"), *numbers))
            yield from (WaitingMessage(**each) for each in page)
            if len(page) < _PAGE:
                return
            after = page[-1]["message"]

    def due(
        self, until: Union[datetime.date, datetime.datetime, str], now: Moment, limit: int = 1000
    ) -> Tuple[Deadline, ...]:
        """What is not settled and due up to a day or moment, over all cases, the first first, with how each stands
        `now`."""
        last = moment_in(until) if isinstance(until, datetime.datetime) else day_in(until, "until")
        given = (*text_in(last, "until"), *text_in(moment_in(now), "now"), _int32(limit, "limit"))
        return deadlines_in(self._text("store_due", *given))

    def verify(self, case: str = "") -> Verification:
        """Checks the chains of hashes, of one case or of all with the file as such, and holds every row against a replay
        of the events. Errors: UnknownNameError."""
        found = json_module.loads(self._text("store_verify", *text_in(case, "case")))
        return Verification(**{**found, "breaks": _breaks(found["breaks"])})

    def anchor(self, now: Moment, private_key: str = "") -> str:
        """A note of the heads of all chains, to be kept elsewhere: compared with the store later (`verify_against`), it
        proves that no tail was cut and no old file put back. With an Ed25519 key in PEM it is signed.

        Errors: ParseError for another key.
        """
        return self._text("store_anchor", *text_in(moment_in(now), "now"), *text_in(private_key, "private_key"))

    def verify_against(self, note: str, public_key: str = "") -> AnchorComparison:
        """Compares a note of `anchor` with the store: which cases are gone, shorter or others than noted. Whether the
        chains hold up to their heads says `verify`. With a public key in PEM the note must be signed with its other
        half.

        Errors: ParseError for no note, or one that was cut off; ContradictionError for one that was changed, or signed
        by another; MissingError for one that is not signed.
        """
        given = (*text_in(note, "note"), *text_in(public_key, "public_key"))
        found = json_module.loads(self._text("store_verify_against", *given))
        at = datetime.datetime.fromisoformat(found["at"])
        return AnchorComparison(at, found["cases"], found["signature"], _breaks(found["breaks"]))

    def repair(self, now: Moment, case: str = "") -> Repair:
        """Rebuilds what follows from the events, of one case or of all: status and heads, births, deadlines as they
        stand `now`, rows of the outbox. Touches no event, and nothing of a case whose events do not hold.

        Errors: UnknownNameError; RefusedError for a store that may only be read.
        """
        given = (*text_in(case, "case"), *text_in(moment_in(now), "now"))
        found = json_module.loads(self._text("store_repair", *given))
        return Repair(found["cases"], _breaks(found["mended"]), _breaks(found["left"]))

    def damaged(self) -> Tuple[DamagedRow, ...]:
        """The rows that calls have left out since this was last asked. One damaged row stops nobody: `cases`, `lease`,
        `due`, `open` and `do` go on without it."""
        return tuple(DamagedRow(**each) for each in json_module.loads(self._text("store_damaged")))

    def export(self, case: str) -> str:
        """A case as one JSON text, with its chain and its messages that wait. Errors: UnknownNameError."""
        return self._text("store_export", *text_in(case, "case"))

    def import_(self, json: JsonText) -> str:
        """Takes in what `export` gave, and says which case it is. It is replayed first.

        Errors: ConflictError if the case is there; ContradictionError for a chain that does not hold, and for a status
        or message that the events do not give; UnknownNameError for a draft whose profile is not known; InputError.
        """
        return self._text("store_import", *json_in(json))

    def _call(self, function: str, *arguments: Any) -> None:
        with self._lock, Session(self._language) as session:
            session.call(function, self._open(), *arguments)

    def _text(self, function: str, *arguments: Any) -> str:
        with self._lock, Session(self._language) as session:
            return session.text(function, self._open(), *arguments)

    def __repr__(self) -> str:
        return "<birthcase.Store, closed>" if self.closed else "<birthcase.Store>"


def _int32(number: int, what: str) -> int:
    """A number that ctypes does not cut down. Errors: OutOfRangeError."""
    if not -_INT32 <= number < _INT32:
        raise OutOfRangeError(f"{what}: not such a large number")
    return number


def _positive(number: int, what: str) -> int:
    """The same; 0 would be the default. Errors: OutOfRangeError."""
    if number < 1:
        raise OutOfRangeError(f"{what}: at least 1")
    return _int32(number, what)


def _breaks(found: Any) -> Tuple[Break, ...]:
    return tuple(Break(**each) for each in found)


def _outcome(text: str) -> Outcome:
    decision, members = decision_in(text), json_module.loads(text)
    alike = tuple((each["case"], each["newborn"]) for each in members["alike"])
    return Outcome(**vars(decision), version=members["version"], alike=alike, erasure=members.get("erasure"))
