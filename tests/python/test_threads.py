"""Threads: one profile for all, one application by one call at a time."""

import concurrent.futures
import multiprocessing
import sys
import threading

import pytest

import birthcase
from conftest import APPLICATIONS


@pytest.fixture(autouse=True)
def often_interrupted():
    """Lets threads take turns as often as possible."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


def test_threads_share_one_profile(yiwu):
    texts = [path.read_text(encoding="utf-8") for path in APPLICATIONS]
    expected = [birthcase.plan_document(yiwu, text) for text in texts]

    def answers(_):
        return [birthcase.plan(yiwu, birthcase.Application.parse(yiwu, text)).json for text in texts]

    with concurrent.futures.ThreadPoolExecutor(8) as threads:
        assert all(answered == expected for answered in threads.map(answers, range(16)))


def test_threads_may_read_one_plan(yiwu, half_filled):
    application = birthcase.Application.parse(yiwu, half_filled)
    expected = repr(birthcase.plan(yiwu, application))
    for _ in range(20):
        plan = birthcase.plan(yiwu, application)
        with concurrent.futures.ThreadPoolExecutor(8) as threads:
            assert set(threads.map(lambda _: repr(plan), range(8))) == {expected}
            assert len({id(part) for part in threads.map(lambda _: plan.evidence, range(8))}) == 1


def test_errors_stay_with_the_thread_that_made_them(yiwu):
    def misspelt(number):
        with pytest.raises(birthcase.UnknownNameError) as caught:
            birthcase.Application.parse(yiwu, "\n" * number + '{"nmae%d": 1}' % number)
        return caught.value.path, caught.value.line

    with concurrent.futures.ThreadPoolExecutor(8) as threads:
        found = list(threads.map(misspelt, range(200)))
    assert found == [(f"/nmae{number}", number + 1) for number in range(200)]


def test_threads_may_use_one_application(application):
    def put(place):
        for _ in range(50):
            application.put("newborn.name", f"宝{place}", newborn=place)
            assert application.get("newborn.name", newborn=place) == f"宝{place}"
            application.findings()

    for place in range(8):
        application.put("newborn.name", "宝", newborn=place)
    with concurrent.futures.ThreadPoolExecutor(8) as threads:
        list(threads.map(put, range(8)))
    assert [application.get("newborn.name", newborn=place) for place in range(8)] == [f"宝{n}" for n in range(8)]


@pytest.mark.parametrize(
    "call",
    [
        lambda application: application.put("mother.name", "王芳"),
        lambda application: application.put("mother.name", None),
        lambda application: application.put("mother.name", birthcase.UNKNOWN),
        lambda application: application.get("mother.name"),
        lambda application: application.hand_in("id-card", "mother"),
        lambda application: application.findings(),
        lambda application: application.to_json(),
        lambda application: application.copy(),
        lambda application: application.under(application.profile),
        lambda application: application.newborn_count,
        lambda application: birthcase.plan(application.profile, application, "2019-06-10"),
    ],
)
def test_a_call_waits_while_another_is_in_the_application(application, call):
    with concurrent.futures.ThreadPoolExecutor(1) as threads:
        with application._lock:
            waiting = threads.submit(call, application)
            assert concurrent.futures.wait([waiting], timeout=0.03).not_done
        waiting.result()


def test_closing_while_others_use_it_ends_their_calls_and_refuses_new_ones(yiwu):
    for _ in range(20):
        profile = birthcase.Profile.built_in("base")
        application = birthcase.Application(profile)
        started = threading.Barrier(5)

        def use():
            started.wait()
            planned = 0
            try:
                while True:
                    assert birthcase.plan(profile, application, "2019-06-10").profile == "base"
                    planned += 1
            except birthcase.BadHandleError:
                return planned

        with concurrent.futures.ThreadPoolExecutor(4) as threads:
            using = [threads.submit(use) for _ in range(4)]
            started.wait()
            application.close()
            profile.close()
        assert all(each.result() >= 0 for each in using)


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_processes_answer_and_hand_their_errors_over(method, half_filled):
    with multiprocessing.get_context(method).Pool(2) as pool:
        plans = pool.map(plan_there, [half_filled] * 3)
        assert plans[0] == plans[1] == plans[2] == plan_there(half_filled)
        with pytest.raises(birthcase.ParseError) as caught:
            pool.apply(plan_there, ("{",))
    assert caught.value.line == 1


def plan_there(text):
    yiwu = birthcase.Profile.built_in("yiwu")
    return birthcase.plan(yiwu, birthcase.Application.parse(yiwu, text))
