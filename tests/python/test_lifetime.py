"""Lifetimes: closing, closing twice, use after closing, copies, and what happens when the program ends."""

import copy
import gc
import os
import pickle
import subprocess
import sys

import pytest

import birthcase
from birthcase import _native

AFTER_CLOSING = {
    "put": lambda it: it.put("mother.name", "x"),
    "put_none": lambda it: it.put_none("mother.name"),
    "clear": lambda it: it.clear("mother.name"),
    "get": lambda it: it.get("mother.name"),
    "hand_in": lambda it: it.hand_in("id-card", "mother"),
    "findings": lambda it: it.findings(),
    "to_json": lambda it: it.to_json(),
    "as_dict": lambda it: it.as_dict(),
    "copy": lambda it: it.copy(),
    "under": lambda it: it.under(birthcase.Profile.built_in("base")),
    "profile": lambda it: it.profile,
    "newborn_count": lambda it: it.newborn_count,
    "plan": lambda it: birthcase.plan(birthcase.Profile.built_in("yiwu"), it, "2019-06-10"),
    "with": lambda it: it.__enter__(),
}

PROFILE_AFTER_CLOSING = {
    "id": lambda it: it.id,
    "title": lambda it: it.title(),
    "form": lambda it: it.form(),
    "fields": lambda it: it.fields(),
    "application_schema": lambda it: it.application_schema(),
    "Application": birthcase.Application,
    "parse": lambda it: birthcase.Application.parse(it, "{}"),
    "plan_document": lambda it: birthcase.plan_document(it, "{}"),
    "compare": lambda it: birthcase.compare([it], "2019-06-10"),
    "copy": copy.copy,
}


@pytest.mark.parametrize("use", AFTER_CLOSING.values(), ids=AFTER_CLOSING)
def test_a_closed_application_says_that_it_was_closed(application, use):
    application.close()
    with pytest.raises(birthcase.BadHandleError, match="this Application was closed"):
        use(application)


@pytest.mark.parametrize("use", PROFILE_AFTER_CLOSING.values(), ids=PROFILE_AFTER_CLOSING)
def test_a_closed_profile_says_that_it_was_closed(use):
    profile = birthcase.Profile.built_in("base")
    profile.close()
    with pytest.raises(birthcase.BadHandleError, match="this Profile was closed"):
        use(profile)


def test_closing_twice_does_nothing(application):
    with application as opened:
        assert opened is application
        application.close()
        application.close()
        assert application.closed
    application.close()
    assert repr(application) == "<birthcase.Application, closed>"


def test_an_application_outlives_its_profile_object(half_filled):
    with birthcase.Profile.built_in("yiwu") as profile:
        application = birthcase.Application.parse(profile, half_filled)
    assert profile.closed
    assert application.get("mother.name") == "李晓梅"
    assert birthcase.plan(application.profile, application).profile == "yiwu"


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_a_copy_of_a_profile_is_closed_on_its_own(copied):
    profile = birthcase.Profile.built_in("base")
    other = copied(profile)
    profile.close()
    assert other.id == "base"


def test_each_object_of_the_library_is_freed_once(monkeypatch, half_filled):
    freed = []

    class Counting:
        def __getattr__(self, name):
            function = getattr(library, name)
            return function if not name.endswith("_free") else lambda pointer: freed.append((name, function(pointer)))

    library = _native.library()
    monkeypatch.setattr(_native, "library", Counting)
    profile = birthcase.Profile.built_in("yiwu")
    application = birthcase.Application.parse(profile, half_filled)
    birthcase.plan(profile, application)
    other = application.copy()
    application.close()
    application.close()
    del application, other, profile
    gc.collect()
    counts = {name: len([each for each, _ in freed if each == name]) for name, _ in freed}
    assert {name: counts[name] for name in ("profile_free", "application_free", "plan_free")} == {
        "profile_free": 1,
        "application_free": 2,
        "plan_free": 1,
    }
    assert {status for _, status in freed} == {_native.OK}


def test_a_plan_is_let_go_of_with_the_last_of_what_was_read_of_it(monkeypatch, yiwu, half_filled):
    freed = []
    monkeypatch.setattr(_native.library(), "plan_free", freed.append)
    gc.disable()  # what is freed only by the collector would keep many families in memory
    try:
        plan = birthcase.plan(yiwu, birthcase.Application.parse(yiwu, half_filled))
        item = plan.evidence[1]
        assert plan.form.fields and plan.route and plan.look_ups and plan.acceptable.missing_evidence is not None
        del plan
        assert not freed and item.why.facts
        del item
        assert len(freed) == 1
    finally:
        gc.enable()


@pytest.mark.parametrize("make", [lambda yiwu: yiwu, birthcase.Application], ids=["Profile", "Application"])
def test_handles_refuse_to_be_pickled_and_say_what_to_do(yiwu, make):
    with pytest.raises(TypeError, match="cannot be pickled: hand over"):
        pickle.dumps(make(yiwu))


def run(program):
    return subprocess.run(
        [sys.executable, "-X", "dev", "-c", program], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def test_the_program_ends_quietly_while_objects_are_open():
    ended = run(
        "import birthcase\n"
        "profile = birthcase.Profile.built_in('yiwu')\n"
        "application = birthcase.Application(profile)\n"
        "cycle = [profile, application]; cycle.append(cycle)\n"
    )
    assert (ended.returncode, ended.stdout) == (0, b"")


def test_objects_can_be_used_until_the_very_end_of_the_program():
    ended = run(
        "import atexit\n"
        "atexit.register(lambda: print(application.get('mother.name')))\n"
        "import birthcase\n"
        "application = birthcase.Application(birthcase.Profile.built_in('yiwu'))\n"
        "application.put('mother.name', 'Li')\n"
    )
    assert (ended.returncode, ended.stdout.split()) == (0, [b"Li"])


def test_the_program_ends_quietly_while_other_threads_still_plan():
    ended = run(
        "import birthcase, threading, time\n"
        "profile = birthcase.Profile.built_in('yiwu')\n"
        "application = birthcase.Application(profile)\n"
        "def go_on():\n"
        "    while True: birthcase.plan(profile, application, '2019-06-10')\n"
        "for _ in range(4): threading.Thread(target=go_on, daemon=True).start()\n"
        "time.sleep(0.3)\n"
    )
    assert (ended.returncode, ended.stdout) == (0, b"")


def test_a_signal_handler_may_call_the_library_in_between():
    ended = run(
        "import birthcase, signal, sys\n"
        "if not hasattr(signal, 'setitimer'): sys.exit(0)\n"
        "profile = birthcase.Profile.built_in('yiwu')\n"
        "application = birthcase.Application(profile)\n"
        "application.put('mother.name', '李晓梅')\n"
        "calls = []\n"
        "def handler(number, frame):\n"
        "    calls.append(application.to_json())\n"
        "signal.signal(signal.SIGALRM, handler)\n"
        "signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)\n"
        "while len(calls) < 50:\n"
        "    assert application.get('mother.name') == '李晓梅'\n"
        "    assert profile.id == 'yiwu'\n"
        "signal.setitimer(signal.ITIMER_REAL, 0)\n"
        "assert len(set(calls)) == 1\n"
    )
    assert (ended.returncode, ended.stdout) == (0, b"")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_child_goes_on_with_what_its_parent_made(half_filled):
    ended = run(
        "import birthcase, os, sys\n"
        "profile = birthcase.Profile.built_in('yiwu')\n"
        "application = birthcase.Application(profile)\n"
        "before = birthcase.plan(profile, application, '2019-06-10')\n"
        "child = os.fork()\n"
        "same = birthcase.plan(profile, application, '2019-06-10') == before\n"
        "application.close(); profile.close()\n"
        "if child == 0: os._exit(0 if same else 1)\n"
        "sys.exit(os.WEXITSTATUS(os.waitpid(child, 0)[1]) or not same)\n"
    )
    assert (ended.returncode, ended.stdout) == (0, b"")
