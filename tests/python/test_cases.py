"""Cases: a command in, events and messages out, and a refusal that says why."""

import concurrent.futures
import copy
import datetime
import json
import pickle

import pytest

import birthcase
from birthcase import commands
from conftest import ROOT

NOW = "2019-04-29T09:15"
APPLICATION = ROOT / "examples" / "applications" / "wenling-hospital.json"


@pytest.fixture(scope="module")
def wenling():
    return birthcase.Profile.built_in("wenling")


@pytest.fixture
def draft(wenling):
    case = birthcase.Case(wenling, "wl-2019-0001", language="en")
    case.do(commands.open("window-1", APPLICATION.read_text(encoding="utf-8")), "2019-04-29T09:10")
    return case


@pytest.fixture
def dispatched(draft):
    draft.do(commands.accept("window-1"), NOW)
    draft.do(commands.dispatch("window-1"), NOW)
    return draft


def test_a_look_up_is_asked_and_answered_and_another_noted_by_hand(draft):
    decision = draft.do(commands.ask_look_up("window-1", "wenling/marriage-shared"), NOW)
    (query,) = decision.messages
    assert (query.kind, query.step, query.organisation) == ("query", "", "civil-affairs")
    assert query.body["look_up"] == "wenling/marriage-shared"
    draft.do(commands.answer_look_up("link-1", query.id, "not_found", reference="MZ-1"), NOW)
    draft.do(commands.note_look_up("window-1", "wenling/mother-hukou-shared"), NOW)
    look_ups = {each.id: each for each in draft.plan("2019-04-29").look_ups}
    assert (look_ups["wenling/marriage-shared"].state, look_ups["wenling/marriage-shared"].reference) == (
        "not_found", "MZ-1")
    assert look_ups["wenling/mother-hukou-shared"].state == "seen"
    with pytest.raises(birthcase.RefusedError) as caught:
        draft.do(commands.ask_look_up("window-1", "wenling/nothing"), NOW)
    assert caught.value.code == "unknown-look-up"


def test_a_case_is_what_its_events_made_of_it(wenling, dispatched):
    again = birthcase.Case.replay(wenling, dispatched.events_json())
    assert (again.id, again.version) == ("wl-2019-0001", 4)
    assert again.events() == dispatched.events()
    assert again.state(NOW)["status"] == "accepted"
    assert [event.type for event in again.events()] == ["opened", "accepted", "step-readied", "step-dispatched"]
    assert again.events(after=3)[0].sequence == 4
    assert again.events(after=4) == ()


def test_a_decision_has_events_messages_and_findings(draft):
    draft.do(commands.accept("window-1"), NOW)
    decision = draft.do(commands.dispatch("window-1"), NOW)
    (event,), (message,) = decision.events, decision.messages
    assert (event.sequence, event.type, event.by) == (4, "step-dispatched", "window-1")
    assert event.at == datetime.datetime(2019, 4, 29, 9, 15)
    assert (message.id, message.kind) == ("wl-2019-0001:birth-certificate#1:1", "request")
    assert (message.step, message.organisation) == ("birth-certificate#1", "midwifery-institution")
    assert message.body["fields"]["mother.name"] == "李晓梅"
    assert decision.findings == ()
    assert json.loads(decision.json)["messages"] == [message.body]


def test_no_repr_shows_what_a_person_typed(dispatched):
    shown = repr((dispatched, dispatched.events(), dispatched.do(commands.correct(
        "window-1", {"mother.phone": "13800000009"}, "wrong number", "id-card"), NOW)))
    for secret in ("李晓梅", "331081199103120029", "13800000009"):
        assert secret not in shown


def test_a_refusal_says_why_and_changes_nothing(dispatched):
    with pytest.raises(birthcase.RefusedError) as caught:
        dispatched.do(commands.close("window-1"), NOW)
    error = caught.value
    assert (error.status, error.code, error.message) == (13, "not-settled", "not everything is settled")
    assert {finding.code for finding in error.findings} == {"step-not-settled"}
    assert all(isinstance(finding, birthcase.Finding) for finding in error.findings)
    assert str(error).startswith("not-settled: not everything is settled (step-not-settled at /steps/")
    assert dispatched.version == 4


def test_a_refusal_speaks_the_language_of_the_case(wenling):
    with pytest.raises(birthcase.RefusedError, match="办件尚未建立"):
        birthcase.Case(wenling, "a").do(commands.accept("x"), NOW)


def test_a_refusal_survives_a_pool_of_processes(wenling):
    with pytest.raises(birthcase.RefusedError) as caught:
        birthcase.Case(wenling, "a").do(commands.accept("x"), NOW)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.code, again.findings, str(again)) == ("case-not-open", (), str(caught.value))


def test_what_is_wrong_with_a_command_is_an_input_error(draft):
    with pytest.raises(birthcase.UnknownNameError) as caught:
        draft.do('{"do": "acept", "by": "x"}', NOW)
    assert (caught.value.path, caught.value.line, caught.value.code) == ("/do", 1, None)
    assert caught.value.findings == ()
    with pytest.raises(birthcase.ParseError):
        draft.do("{", NOW)
    with pytest.raises(TypeError):
        draft.do(7, NOW)


def test_a_command_is_a_mapping_or_json(draft):
    accept = commands.accept("window-1")
    assert accept == {"do": "accept", "by": "window-1"}
    replayed = birthcase.Case.replay(draft.profile, draft.events_json())
    assert draft.do(accept, NOW).json == replayed.do(json.dumps(accept).encode(), NOW).json


@pytest.mark.parametrize(
    "now",
    [
        "2019-04-29T09:15",
        "2019-04-29T09:15+08:00",
        datetime.datetime(2019, 4, 29, 9, 15),
        datetime.datetime(2019, 4, 29, 1, 15, 0, 999999, tzinfo=datetime.timezone.utc),
    ],
)
def test_a_moment_is_beijing_time(draft, now):
    assert draft.do(commands.accept("window-1"), now).events[0].at == datetime.datetime(2019, 4, 29, 9, 15)


@pytest.mark.parametrize("now", ["", "2019-04-29", "2019-04-29T09:15Z", "soon"])
def test_what_is_no_moment_is_refused(draft, now):
    with pytest.raises(birthcase.InputError):
        draft.do(commands.accept("window-1"), now)
    with pytest.raises(TypeError, match=r"datetime\.datetime is needed"):
        draft.do(commands.accept("window-1"), datetime.date(2019, 4, 29))


def test_commands_leave_out_what_nothing_is_said_of():
    assert commands.dispatch("w") == {"do": "dispatch", "by": "w"}
    assert commands.record_death("w", 0) == {"do": "record-death", "by": "w", "newborn": 0}
    assert commands.withdraw("w", reason="moved") == {"do": "withdraw", "by": "w", "reason": "moved"}
    facts = {"a": datetime.date(2019, 5, 1), "b": None, "c": birthcase.UNKNOWN, "d": True, "e": ["x"], "f": 3}
    assert commands.set_facts("w", facts)["facts"] == {
        "a": "2019-05-01",
        "b": None,
        "c": {"unknown": True},
        "d": True,
        "e": ["x"],
        "f": "3",
    }
    deferred = commands.accept("w", [{"type": "id-card", "holder": "father", "until": datetime.date(2019, 5, 9)}])
    assert deferred["deferred"] == [{"type": "id-card", "holder": "father", "until": "2019-05-09"}]


@pytest.mark.parametrize(
    "command",
    [
        commands.set_facts("w", {"mother.phone": "13800000003"}),
        commands.hand_in("w", [{"type": "marriage-certificate", "as": "scan"}]),
        commands.accept("w"),
        commands.defer("w", [{"type": "id-card", "holder": "father", "until": "2019-05-09"}]),
        commands.dispatch("w", "birth-certificate#1"),
        commands.answer("w", "no-such", "returned", wanted_facts=["mother.name"], reason="x"),
        commands.retry("w", "birth-certificate#1"),
        commands.supplement("w", facts={"mother.phone": "13800000003"}),
        commands.correct("w", {"mother.phone": "13800000003"}, "r", "d", "public-security"),
        commands.deliver("w"),
        commands.withdraw("w"),
        commands.record_death("w", 0),
        commands.close("w"),
        commands.erase("w"),
        commands.repair_clock("w", "a wrong clock"),
    ],
    ids=lambda command: command["do"],
)
def test_every_command_is_one_that_the_library_knows(draft, command):
    try:
        draft.do(command, NOW)
    except birthcase.RefusedError as refusal:
        assert refusal.code not in ("bad-actor", None)


def test_opening_takes_an_application_its_dict_or_its_text(wenling):
    text = APPLICATION.read_text(encoding="utf-8")
    application = birthcase.Application.parse(wenling, text)
    logs = set()
    for given in (text, json.loads(text), application):
        case = birthcase.Case(wenling, "a")
        case.do(commands.open("w", given), NOW)
        logs.add(case.events_json())
    assert len(logs) == 1


def test_the_plan_is_typed_and_that_of_the_acceptance(dispatched):
    plan = dispatched.plan(datetime.date(2020, 1, 1))
    assert plan.as_of == datetime.date(2019, 4, 29)
    born = next(field for field in plan.form.fields if field.id == "newborns[0].born_at")
    assert born.value == datetime.datetime(2019, 4, 27, 20, 15)
    assert dispatched.profile.id == "wenling"


def test_what_is_due_has_days_and_standings(dispatched):
    due = dispatched.due(NOW)
    assert [each.what for each in due] == ["step"] * 5 + ["case"]
    assert {each.due for each in due} == {datetime.date(2019, 5, 6)}
    assert {each.standing for each in due} == {"running"}
    assert {each.standing for each in dispatched.due("2019-05-06T00:00")} == {"due_soon"}


def test_a_paper_is_a_page_or_plain_text(dispatched):
    assert dispatched.paper("receipt", "2019-04-29").startswith("<!DOCTYPE html>")
    assert "public security" in dispatched.paper("hand-over-sheet", "2019-04-29", "text", "public-security")
    with pytest.raises(birthcase.UnknownNameError):
        dispatched.paper("reciept", "2019-04-29")
    with pytest.raises(birthcase.MissingError):
        dispatched.paper("deferral-undertaking", "2019-04-29")
    with pytest.raises(birthcase.MissingError):
        dispatched.paper("supplement-notice", "2019-04-29", "text")


def test_a_return_makes_a_supplement_notice(dispatched):
    assert dispatched.state(NOW)["supplement"] is None
    wanted = commands.answer("hospital", "wl-2019-0001:birth-certificate#1:1", "returned",
                             wanted_evidence=[{"type": "marriage-certificate"}], reason="unreadable")
    dispatched.do(wanted, NOW)
    notice = dispatched.paper("supplement-notice", "2019-04-29", "text")
    assert "marriage certificate" in notice and "unreadable" in notice
    (item,) = dispatched.state(NOW)["supplement"]["items"]
    assert item["document"]["type"] == "marriage-certificate"


def test_a_clock_that_was_ahead_is_repaired(dispatched):
    late = commands.answer("hospital", "wl-2019-0001:birth-certificate#1:1", "acknowledged")
    dispatched.do(late, "2091-04-29T10:00")
    with pytest.raises(birthcase.RefusedError):
        dispatched.do(commands.withdraw("window-1", reason="x"), NOW)
    (event,) = dispatched.do(commands.repair_clock("admin-1", "a wrong clock"), NOW).events
    assert event.type == "clock-repaired"
    dispatched.do(commands.withdraw("window-1", reason="x"), NOW)


def test_numbers_that_no_event_has_are_out_of_range(draft):
    for after in (-1, 2, 2**63, 2**64):
        with pytest.raises(birthcase.OutOfRangeError):
            draft.events(after)


def test_a_closed_case_says_so_and_cannot_be_pickled_or_copied(draft):
    with pytest.raises(TypeError, match="replay it there"):
        pickle.dumps(draft)
    with pytest.raises(TypeError):
        copy.copy(draft)
    with draft as same:
        assert same is draft
    assert draft.closed
    for use in (lambda: draft.id, lambda: draft.events(), lambda: draft.plan("2019-05-01"), lambda: draft.profile):
        with pytest.raises(birthcase.BadHandleError, match="this Case was closed"):
            use()


def test_threads_wait_for_each_other(dispatched):
    answer = commands.answer("hospital", "wl-2019-0001:birth-certificate#1:1", "acknowledged")
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        decisions = list(pool.map(lambda _: dispatched.do(answer, NOW), range(64)))
    assert sum(len(decision.events) for decision in decisions) == 1
    assert dispatched.version == 5
