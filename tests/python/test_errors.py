"""Errors: a class for each status, with the place, and never a value that a person typed."""

import ctypes
import pickle
import subprocess
import sys
import tempfile

import pytest

import birthcase
from birthcase import _native, errors
from birthcase._session import Session

SECRET = "330782199003070021"


def raised(call):
    with pytest.raises(birthcase.BirthcaseError) as caught:
        call()
    return caught.value


def buffer_too_small():
    with Session() as session:
        session.text("built_in_id", 0)
        session.call("session_copy_text", None, 0, None)


def bad_argument():
    with Session() as session:
        session.text("convert", 7, 0, b"", 0)


def bad_handle():
    with Session() as session:
        session.text("profile_id", None)


def refused(yiwu):
    birthcase.Case(yiwu, "a").do({"do": "accept", "by": "x"}, "2019-06-10T09:00")


def conflict(yiwu):
    with tempfile.TemporaryDirectory() as folder, birthcase.Store(folder + "/births.db") as store:
        opening = {"do": "open", "by": "x", "application": {}}
        store.open_case(yiwu, "a", opening, "2019-06-10T09:00")
        store.do("a", {"do": "close", "by": "x"}, "2019-06-10T09:00", expected_version=7)


CAUSES = {
    birthcase.ParseError: lambda yiwu: birthcase.Application.parse(yiwu, "{"),
    birthcase.UnknownNameError: lambda yiwu: birthcase.Profile.built_in("atlantis"),
    birthcase.WrongTypeError: lambda yiwu: birthcase.Application.parse(yiwu, '{"mother": 3}'),
    birthcase.OutOfRangeError: lambda yiwu: birthcase.Application(yiwu).put("newborn.name", "x", newborn=3),
    birthcase.EncodingError: lambda yiwu: birthcase.Application(yiwu).put("mother.name", "\ud842"),
    birthcase.ContradictionError: lambda yiwu: birthcase.Application.parse(yiwu, '{"mother":{},"mother":{}}'),
    birthcase.MissingError: lambda yiwu: birthcase.plan(yiwu, birthcase.Application(yiwu)),
    birthcase.BadArgumentError: lambda yiwu: bad_argument(),
    birthcase.BadHandleError: lambda yiwu: bad_handle(),
    birthcase.BufferTooSmallError: lambda yiwu: buffer_too_small(),
    birthcase.RefusedError: refused,
    birthcase.ConflictError: conflict,
    birthcase.StorageError: lambda yiwu: birthcase.Store("/no/such/folder/births.db"),
}


@pytest.mark.parametrize("expected", CAUSES, ids=lambda each: each.kind)
def test_every_status_is_an_exception_of_its_own(yiwu, expected):
    error = raised(lambda: CAUSES[expected](yiwu))
    assert type(error) is expected
    assert (error.status, error.kind) == (expected.status, expected.kind)
    assert error.message and error.message in str(error)


def test_the_classes_have_the_numbers_and_names_of_the_library():
    for status in range(1, 16):
        named = errors.class_of(status)
        assert named.status == status
        assert _native.library().status_name(status).decode() == named.kind
    assert _native.library().status_name(16) == b"unknown-status"
    assert errors.class_of(16) is birthcase.BirthcaseError


def test_memory_that_runs_out_is_an_exception_and_the_library_goes_on():
    # The address space is limited, so that the library cannot have the memory for what it is asked.
    program = """
import resource
from birthcase import _native, OutOfMemoryError, Profile
from birthcase._session import Session
text = ("\\U00020bb7" * (12 << 20)).encode()
with open("/proc/self/statm") as statm:
    used = int(statm.read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + (24 << 20), -1))
try:
    with Session() as session:
        session.read("convert", _native.UTF8, _native.GB18030, text, len(text))
except OutOfMemoryError as error:
    assert isinstance(error, MemoryError)
    print(error.kind, error)
print(Profile.built_in("yiwu").id)
"""
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux limits the address space of one process like this")
    run = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, check=True)
    first, second = run.stdout.decode().splitlines()
    assert first.startswith("out-of-memory out of memory")
    assert second == "yiwu"


def test_what_cannot_be_used_is_a_value_error_and_what_is_misused_is_not(yiwu):
    for expected in list(CAUSES)[:7]:
        assert issubclass(expected, birthcase.InputError) and issubclass(expected, ValueError)
    for expected in list(CAUSES)[7:]:
        assert not issubclass(expected, ValueError)


def test_an_error_in_json_has_path_line_and_column(yiwu):
    error = raised(lambda: birthcase.Application.parse(yiwu, '{\n  "newborns": [{},\n    {"weight": 1}]}'))
    assert isinstance(error, birthcase.UnknownNameError)
    assert (error.path, error.line, error.column) == ("/newborns/1/weight", 3, 6)
    assert "weight_g" in error.message
    assert str(error) == f"3:6: /newborns/1/weight: {error.message}"


def test_a_column_counts_characters_and_not_bytes(yiwu):
    error = raised(lambda: birthcase.Application.parse(yiwu, '{"mother": {"name": "𠮷䶮", "nmae": 1}}'))
    assert (error.line, error.column) == (1, 27)


def test_an_error_in_a_profile_names_the_document_and_the_column_of_the_condition():
    layer = """{"id": "typo", "extends": "yiwu", "title": {"zh": "x", "en": "x"}, "checks": [
        {"id": "typo/check", "when": "mother.nmae = null", "severity": "info", "source": "x",
         "path": "mother.name", "message": {"zh": "x", "en": "x"}}]}"""
    error = raised(lambda: birthcase.Profile.parse(layer))
    assert isinstance(error, birthcase.UnknownNameError)
    assert error.document == "typo"
    assert error.path == "/checks/0/when"
    assert error.column is not None
    assert "mother.name" in error.message


def test_what_is_not_known_of_an_error_is_none():
    error = raised(lambda: birthcase.Profile.built_in("atlantis"))
    assert (error.document, error.path, error.line, error.column) == (None, None, None, None)
    assert str(error) == error.message


def test_a_failed_call_changes_nothing(yiwu):
    application = birthcase.Application(yiwu)
    application.put("mother.name", "李晓梅")
    before = application.to_json()
    for name, value in (("mother.nmae", "x"), ("mother", "x"), ("mother.name", "\udfff"), ("newborn.name", "x")):
        raised(lambda: application.put(name, value))
    raised(lambda: application.hand_in("id-kard", "mother"))
    assert application.to_json() == before


@pytest.mark.parametrize(
    "call",
    [
        lambda yiwu: birthcase.Application.parse(yiwu, '{"mother": {"id_number": ["%s"]}}' % SECRET),
        lambda yiwu: birthcase.Application.parse(yiwu, '{"mother": {"id_number": "%s' % SECRET),
        lambda yiwu: birthcase.Application.parse(yiwu, '{"mother": {"id_number": "%s\ud800"}}' % SECRET),
        lambda yiwu: birthcase.Application.parse(yiwu, '{"birth": "%s"}' % SECRET),
        lambda yiwu: birthcase.Application(yiwu).put("mother.id_number", SECRET + "\ud800"),
        lambda yiwu: birthcase.to_gb18030(SECRET + "\ud800"),
        lambda yiwu: birthcase.from_gb18030(SECRET.encode() + b"\xff"),
    ],
)
def test_no_error_quotes_what_a_person_typed(yiwu, call):
    error = raised(lambda: call(yiwu))
    assert SECRET not in f"{error!r} {error} {vars(error)}"
    assert error.__cause__ is None and error.__context__ is None


def test_errors_survive_a_pool_of_processes():
    for cause in (
        birthcase.UnknownNameError("1:2: /x: y", {"path": "/x", "line": 1}),
        birthcase.BadHandleError("closed"),
    ):
        again = pickle.loads(pickle.dumps(cause))
        assert type(again) is type(cause)
        assert (str(again), vars(again)) == (str(cause), vars(cause))


@pytest.mark.parametrize("newborn", [-1, -2, 2**31, 2**32, 2**64])
def test_a_place_that_no_newborn_has_is_out_of_range(application, newborn):
    with pytest.raises(birthcase.OutOfRangeError):
        application.put("newborn.name", "x", newborn=newborn)
    assert application.newborn_count == 0


@pytest.mark.parametrize("newborn", ["0", 0.0])
def test_a_place_is_a_whole_number(application, newborn):
    with pytest.raises(TypeError):
        application.put("newborn.name", "x", newborn=newborn)


@pytest.mark.parametrize("language", ["cn", "ZH", "", None])
def test_there_are_two_languages(yiwu, language):
    with pytest.raises(ValueError, match="'zh' or 'en'"):
        yiwu.title(language)


def test_names_are_texts(yiwu, application):
    for call in (
        lambda: application.get(b"mother.name"),
        lambda: birthcase.Profile.built_in(None),
        lambda: application.hand_in(1),
    ):
        with pytest.raises(TypeError, match="a str is needed"):
            call()


def test_handles_of_different_kinds_cannot_be_confused(yiwu, application):
    with Session() as session, pytest.raises(ctypes.ArgumentError):
        session.text("profile_id", application._open())
