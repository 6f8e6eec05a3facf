"""Stores: what is kept is there again, and messages are carried."""

import contextlib
import datetime
import os
import pathlib
import sqlite3

import pytest

import birthcase
from birthcase import commands
from conftest import ROOT

ID = "wl-2019-0001"
NOW = "2019-04-29T09:15"
OPENING = commands.open("window-1", (ROOT / "examples/applications/wenling-hospital.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wenling():
    return birthcase.Profile.built_in("wenling")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "出生.db"


@pytest.fixture
def store(file, wenling):
    with birthcase.Store(file, language="en") as store:
        store.open_case(wenling, ID, OPENING, "2019-04-29T09:10")
        store.do(ID, commands.accept("window-1"), NOW)
        store.do(ID, commands.dispatch("window-1"), NOW)
        yield store


def test_what_was_kept_is_there_when_the_file_is_opened_again(store, file, wenling):
    case = birthcase.Case(wenling, ID)
    for command, now in (
        (OPENING, "2019-04-29T09:10"),
        (commands.accept("window-1"), NOW),
        (commands.dispatch("window-1"), NOW),
    ):
        case.do(command, now)
    with birthcase.Store(str(file), read_only=True) as again:
        loaded = again.load(ID)
    assert loaded.events_json() == case.events_json()
    assert loaded.profile.id == "wenling"
    assert loaded.plan("2019-05-01").json == case.plan("2019-05-01").json
    assert loaded.plan("2019-05-01") == case.plan("2019-05-01")


@pytest.mark.skipif("BIRTHCASE_TEST_STORE" not in os.environ, reason="no server of PostgreSQL: see tests/store")
def test_a_case_is_kept_on_a_server_as_in_a_file(store, wenling):
    location = os.environ["BIRTHCASE_TEST_STORE"]
    with birthcase.Store(location, language="en") as there:
        assert there.import_(store.export(ID)) == ID
        assert there.export(ID) == store.export(ID)
        assert there.load(ID).events_json() == store.load(ID).events_json()
        assert there.verify().digest == store.verify().digest
        (leased,) = there.lease("link", NOW)
        assert leased == store.lease("link", NOW)[0]
        with birthcase.Store(location) as other:
            assert other.lease("another", NOW) == ()
        there.ack(leased.message, "link")
    with birthcase.Store(location, read_only=True, language="en") as reading:
        with pytest.raises(birthcase.RefusedError):
            reading.do(ID, commands.dispatch("window-1"), NOW)


def test_a_malformed_connection_string_is_refused_and_not_quoted():
    with pytest.raises(birthcase.BirthcaseError) as caught:
        birthcase.Store("postgresql://window:s3c%zz@localhost/births")
    assert "s3c" not in str(caught.value)


def test_an_outcome_is_a_decision_with_the_version_and_what_is_alike(store, wenling):
    outcome = store.open_case(wenling, "other", OPENING, NOW)
    assert isinstance(outcome, birthcase.Decision)
    assert (outcome.version, outcome.alike) == (1, ((ID, 0),))
    assert [event.type for event in outcome.events] == ["opened"]
    with pytest.raises(birthcase.RefusedError) as caught:
        store.do("other", commands.accept("window-1"), NOW)
    assert caught.value.code == "duplicate-birth"
    assert caught.value.findings[0].path == "/newborns/0"


def test_a_case_that_has_moved_on_is_a_conflict(store):
    with pytest.raises(birthcase.ConflictError) as caught:
        store.do(ID, commands.close("window-1"), NOW, expected_version=2)
    assert (caught.value.status, caught.value.code) == (14, "case-moved-on")
    with pytest.raises(birthcase.OutOfRangeError):
        store.do(ID, commands.close("window-1"), NOW, expected_version=-1)
    with pytest.raises(birthcase.UnknownNameError):
        store.do("nobody", commands.close("window-1"), NOW)
    with pytest.raises(birthcase.UnknownNameError):
        store.load("nobody")
    with pytest.raises(birthcase.RefusedError, match="case-exists: a case with this id exists already"):
        store.open_case(birthcase.Profile.built_in("wenling"), ID, OPENING, NOW)


def test_messages_are_leased_prolonged_given_back_and_acknowledged(store):
    assert store.lease("link", NOW, organisation="public-security") == ()
    (leased,) = store.lease("link", NOW, organisation="midwifery-institution")
    assert (leased.message, leased.case, leased.attempt) == (f"{ID}:birth-certificate#1:1", ID, 1)
    assert leased.body["fields"]["mother.name"] == "李晓梅"
    assert "李晓梅" not in repr(leased)
    assert store.lease("another", NOW) == ()
    with pytest.raises(birthcase.ConflictError) as caught:
        store.ack(leased.message, "another")
    assert caught.value.code is None
    store.renew(leased.message, "link", NOW, 120)
    store.renew(leased.message, "link", NOW, 0)
    assert store.lease("another", NOW)[0].attempt == 2
    store.ack(leased.message, "another")
    assert store.lease("link", "2019-05-29T09:15") == ()
    with pytest.raises(birthcase.UnknownNameError):
        store.ack("no-such", "link")


@pytest.mark.parametrize("numbers", [{"seconds": 0}, {"limit": 0}, {"limit": 1001}, {"seconds": 2**32 + 1}])
def test_a_lease_has_numbers_that_can_be(store, numbers):
    with pytest.raises(birthcase.OutOfRangeError):
        store.lease("link", NOW, **numbers)
    with pytest.raises(birthcase.MissingError):
        store.lease("", NOW)


def test_a_message_that_cannot_be_carried_waits_and_is_dead_in_the_end(store, monkeypatch):
    monkeypatch.setattr("birthcase.stores._PAGE", 1)
    (leased,) = store.lease("link", NOW, limit=1)
    failed = store.failed(leased.message, "link", NOW, "no-line")
    assert (failed.failures, failed.reason, failed.state, failed.until) == (1, "no-line", "waiting", "2019-04-29T09:16")
    assert leased.message not in [each.message for each in store.lease("link", NOW)]
    assert leased.message in [each.message for each in store.lease("link", "2019-04-29T09:16")]
    dead = store.failed(leased.message, "link", "2019-04-29T09:16", "refused", most_failures=2)
    assert (dead.failures, dead.state, dead.until) == (2, "dead", "")
    assert list(store.waiting(dead_only=True)) == [dead]
    assert dead in list(store.waiting())
    store.retry(leased.message)
    assert list(store.waiting(dead_only=True)) == []
    for wrong in ({"most_failures": 0}, {"first_pause": 2**40}):
        with pytest.raises(birthcase.OutOfRangeError):
            store.failed(leased.message, "link", NOW, "no-line", **wrong)
    with pytest.raises(birthcase.OutOfRangeError):
        store.failed(leased.message, "link", NOW, "13800138000")
    with pytest.raises(birthcase.UnknownNameError):
        store.retry("nothing")


def test_cases_are_listed_page_by_page(store, wenling, monkeypatch):
    monkeypatch.setattr("birthcase.stores._PAGE", 2)
    for number in range(5):
        store.open_case(wenling, f"a-{number}", commands.open("w", {}), NOW)
    found = list(store.cases())
    assert [each.case for each in found] == ["a-0", "a-1", "a-2", "a-3", "a-4", ID]
    assert (found[-1].status, found[-1].version, found[-1].profile) == ("accepted", 4, "wenling")
    assert found[-1].changed_at == datetime.datetime(2019, 4, 29, 9, 15)
    assert [each.case for each in store.cases(after="a-3")] == ["a-4", ID]


def test_what_is_due_is_told_over_all_cases(store):
    assert store.due(datetime.date(2019, 5, 5), NOW) == ()
    due = store.due("2019-05-06", "2019-05-07T09:00")
    assert {(each.case, each.due, each.standing) for each in due} == {(ID, datetime.date(2019, 5, 6), "overdue")}
    assert store.due(datetime.datetime(2019, 5, 6, 12), NOW) == ()
    assert len(store.due("2019-05-06", NOW, limit=2)) == 2


def test_a_case_goes_from_store_to_store_once(store, tmp_path):
    document = store.export(ID)
    with birthcase.Store(tmp_path / "other.db") as other:
        assert other.import_(document) == ID
        assert other.load(ID).events_json() == store.load(ID).events_json()
        assert [each.id for each in other.due("2019-05-06", NOW)] == [each.id for each in store.due("2019-05-06", NOW)]
        with pytest.raises(birthcase.ConflictError):
            other.import_(document.encode())
    with birthcase.Store(tmp_path / "third.db") as third, pytest.raises(birthcase.ContradictionError):
        third.import_(document.replace("window-1", "window-2"))


def test_chains_are_verified(store):
    found = store.verify()
    assert (found.cases, found.events, found.breaks, found.unfinished_erasures) == (1, 4, (), 0)
    assert len(found.digest) == 64
    assert store.verify(ID).events == 4
    with pytest.raises(birthcase.UnknownNameError):
        store.verify("nobody")


def change(file, sql):
    with contextlib.closing(sqlite3.connect(file)) as raw, raw:
        raw.execute(sql)


def test_what_was_changed_by_hand_is_named_and_put_right(store, file):
    store.close()
    change(file, "UPDATE cases SET status = 'closed'")
    with birthcase.Store(file) as again:
        (broken,) = again.verify().breaks
        assert (broken.case, broken.where) == (ID, "cases.status")
        repaired = again.repair(NOW)
        assert (repaired.cases, repaired.mended, repaired.left) == (1, (broken,), ())
        assert again.verify(ID).breaks == ()
        assert again.repair(NOW, ID).mended == ()
        with pytest.raises(birthcase.UnknownNameError):
            again.repair(NOW, "nobody")


# Of these tests alone.
PRIVATE_KEY = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIBeQDBvKlSSDuTmfyCn+dGHClommOtdt/Xn06ZBwRPvO\n-----END PRIVATE KEY-----\n"
PUBLIC_KEY = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEADJRtmTMzZFL2PqVqfyJso2l0SMz6aJLKptn8F+x8M5s=\n-----END PUBLIC KEY-----\n"


def test_a_note_of_heads_shows_later_what_was_cut(store, file):
    note, signed = store.anchor(NOW), store.anchor(NOW, PRIVATE_KEY)
    assert signed.startswith(note)
    found = store.verify_against(note)
    assert (found.at, found.cases) == (datetime.datetime(2019, 4, 29, 9, 15), 1)
    assert (found.signature, found.breaks) == ("none", ())
    assert store.verify_against(signed).signature == "unchecked"
    assert store.verify_against(signed, PUBLIC_KEY).signature == "valid"
    for changed, error in (
        (note, birthcase.MissingError),
        (signed.replace("T09:15", "T09:16"), birthcase.ContradictionError),
        (signed[:60], birthcase.ParseError),
    ):
        with pytest.raises(error):
            store.verify_against(changed, PUBLIC_KEY)
    with pytest.raises(birthcase.ParseError):
        store.anchor(NOW, PUBLIC_KEY)
    store.close()
    change(file, "UPDATE cases SET version = 3")
    with birthcase.Store(file) as again:
        (broken,) = again.verify_against(note).breaks
        assert (broken.case, broken.sequence, broken.where) == (ID, 4, "events")


def test_a_row_that_cannot_be_read_is_left_out_and_named(store, file):
    store.close()
    change(file, "UPDATE cases SET status = 'asleep'")
    with birthcase.Store(file) as again:
        assert list(again.cases()) == []
        assert again.damaged() == (birthcase.DamagedRow(ID, "cases"),)
        assert again.damaged() == ()


def test_what_says_otherwise_than_its_events_is_not_taken_in(store, tmp_path):
    document = store.export(ID)
    assert '"status":"accepted"' in document
    with birthcase.Store(tmp_path / "other.db") as other:
        with pytest.raises(birthcase.ContradictionError):
            other.import_(document.replace('"status":"accepted"', '"status":"closed"'))
        assert list(other.cases()) == []


def test_a_draft_under_a_profile_of_ones_own_needs_that_profile(store, file):
    own = birthcase.Profile.parse('{"id": "own", "extends": "wenling", "title": {"zh": "自", "en": "Own"}}')
    store.open_case(own, "own-1", commands.open("w", {}), NOW)
    assert store.load("own-1").profile.id == "own"
    with birthcase.Store(file) as again:
        with pytest.raises(birthcase.UnknownNameError):
            again.load("own-1")
        again.add_profile(own)
        assert again.load("own-1").profile.id == "own"


def test_what_is_no_store_says_what_to_do(tmp_path):
    with pytest.raises(birthcase.StorageError) as caught:
        birthcase.Store(tmp_path / "none" / "births.db")
    assert caught.value.document == str(tmp_path / "none" / "births.db")
    assert "check that its folder exists" in caught.value.message
    with pytest.raises(birthcase.StorageError):
        birthcase.Store(tmp_path / "births.db", read_only=True)
    letter = pathlib.Path(tmp_path / "letter.txt")
    letter.write_text("This is a letter, and no database, although it has more than a few bytes.")
    with pytest.raises(birthcase.StorageError):
        birthcase.Store(letter)
    with pytest.raises(birthcase.MissingError):
        birthcase.Store("")


def test_who_may_only_read_is_refused_what_writes(store, file):
    with birthcase.Store(file, read_only=True) as reader:
        with pytest.raises(birthcase.RefusedError):
            reader.do(ID, commands.answer("h", f"{ID}:birth-certificate#1:1", "acknowledged"), NOW)
        assert reader.load(ID).version == 4


def test_a_closed_store_says_so_and_its_cases_live_on(store):
    loaded = store.load(ID)
    store.close()
    assert store.closed
    assert loaded.version == 4
    for use in (lambda: store.load(ID), lambda: list(store.cases()), lambda: store.verify(), lambda: store.export(ID)):
        with pytest.raises(birthcase.BadHandleError, match="this Store was closed"):
            use()


def can_encrypt(file):
    try:
        birthcase.Store(file, key=bytearray(32)).close()
    except birthcase.RefusedError:
        return False
    return True


def test_an_erasure_that_a_reader_holds_up_says_so_and_is_ended_by_another(store, file, wenling):
    if can_encrypt(file.with_name("other.db")):
        pytest.skip("built with SQLCipher: two engines in one process do not see each other's locks")
    erase = commands.erase("archive")
    store.open_case(wenling, "wl-2", OPENING, NOW)
    assert store.do("wl-2", commands.set_facts("window-1", {"mother.phone": "13800000003"}), NOW).erasure is None
    reader = sqlite3.connect(file)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM events").fetchone()
    held = store.do("wl-2", erase, NOW)
    assert held.erasure == "unfinished"
    assert [finding.code for finding in held.findings] == ["erasure-unfinished"]
    reader.close()
    assert store.do("wl-2", erase, NOW).erasure == "finished"
    again = store.do("wl-2", erase, NOW)
    assert (again.events, again.erasure) == ((), "finished")
