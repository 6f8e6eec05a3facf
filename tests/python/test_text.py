"""Texts: every character, in UTF-8 and in GB18030, under every locale."""

import os
import shutil
import subprocess
import sys

import pytest

import birthcase
from conftest import UNUSUAL

ENCODED = {"𠮷": "95 34 b2 35", "㛃": "82 30 b7 31", "王": "cd f5", "\ue000": "aa a1"}


@pytest.mark.parametrize("text, encoded", ENCODED.items())
@pytest.mark.parametrize("edition", [2022, 2005, 2000])
def test_a_character_of_every_edition_has_the_same_bytes_in_each(text, encoded, edition):
    assert birthcase.to_gb18030(text, edition).hex(" ") == encoded
    assert birthcase.from_gb18030(bytes.fromhex(encoded), edition) == text


def test_the_editions_differ_in_the_characters_that_they_moved():
    encoded = b"\xfe\x59"
    assert birthcase.from_gb18030(encoded, 2022) == "龴"
    assert birthcase.from_gb18030(encoded, 2005) == birthcase.from_gb18030(encoded, 2000) == "\ue81e"
    assert birthcase.to_gb18030("龴", 2022) == encoded
    assert birthcase.to_gb18030("龴", 2005).hex() == birthcase.to_gb18030("龴", 2000).hex() == "82359037"
    assert birthcase.to_gb18030("ḿ", 2005).hex() == "a8bc"
    assert birthcase.to_gb18030("ḿ", 2000).hex() == "8135f437"


def test_gb18030_is_2022_unless_said_otherwise():
    assert birthcase.to_gb18030("龴") == b"\xfe\x59"
    assert birthcase.from_gb18030(b"\xfe\x59") == "龴"
    with pytest.raises(ValueError, match="2022, 2005 or 2000"):
        birthcase.to_gb18030("x", 1999)
    with pytest.raises(ValueError, match="2022, 2005 or 2000"):
        birthcase.from_gb18030(b"x", None)


def test_every_character_comes_back_from_gb18030():
    characters = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x30000)]))
    assert birthcase.from_gb18030(birthcase.to_gb18030(characters)) == characters


@pytest.mark.parametrize("broken", [b"\xff", b"\x81", b"a\x81\x30", b"\xc0\xee\x80"])
def test_bytes_that_are_no_gb18030_are_an_error_and_never_replaced(broken):
    with pytest.raises(birthcase.EncodingError, match="from byte") as caught:
        birthcase.from_gb18030(broken)
    assert caught.value.column is not None


def test_a_lone_surrogate_is_an_error_with_its_place(yiwu, application):
    with pytest.raises(birthcase.EncodingError) as caught:
        birthcase.to_gb18030("李晓\ud842")
    assert caught.value.column == 3
    with pytest.raises(birthcase.EncodingError) as caught:
        application.put("newborn.name", "\udfb7", newborn=0)
    assert caught.value.path == "/newborns/0/name"
    with pytest.raises(birthcase.EncodingError):
        birthcase.Application.parse(yiwu, '{"mother": {"name": "\ud842"}}')


@pytest.mark.parametrize("bytes_like", [bytes, bytearray, memoryview])
def test_gb18030_comes_as_bytes(bytes_like):
    assert birthcase.from_gb18030(bytes_like(b"\xcd\xf5")) == "王"
    with pytest.raises(TypeError, match="bytes are needed"):
        birthcase.from_gb18030("王")


def test_a_nul_ends_nothing(yiwu):
    assert birthcase.to_gb18030("a\0b\0") == b"a\0b\0"
    assert birthcase.from_gb18030(b"\0\0a") == "\0\0a"
    assert birthcase.to_gb18030("") == b""
    application = birthcase.Application.parse(yiwu, '{"mother": {"name": "a\\u0000b"}}')
    assert application.get("mother.name") == "a\0b"
    with pytest.raises(birthcase.UnknownNameError):
        application.get("mother.name\0")
    with pytest.raises(birthcase.UnknownNameError):
        birthcase.Profile.built_in("yiwu\0")


# Turkish has an i without a dot, German a decimal comma: both have broken programs that ask the locale.
UNDER_A_LOCALE = """
import locale, sys
from decimal import Decimal
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    sys.exit(77)
import birthcase
yiwu = birthcase.Profile.built_in("yiwu")
application = birthcase.Application(yiwu)
application.put("newborn.weight_g", Decimal("3250.5"), newborn=0)
application.put("mother.name", "\\U00020bb7Iıİi")
application.put("birth.institution.licensed", "true")
assert application.get("newborn.weight_g", newborn=0) == Decimal("3250.5")
assert application.get("mother.name") == "\\U00020bb7Iıİi"
assert '"weight_g":3250.5' in application.to_json()
sys.stdout.buffer.write(birthcase.plan(yiwu, application, "2019-06-10").json.encode())
"""


def plan_under(name, folder):
    environment = dict(os.environ, LC_ALL=name, PYTHONUTF8="1")
    if (folder / name).exists():
        environment["LOCPATH"] = str(folder)
    return subprocess.run([sys.executable, "-c", UNDER_A_LOCALE], env=environment, stdout=subprocess.PIPE)


def make_locale(name, folder):
    """Makes a locale that the machine may not have, where the package `locales` has its sources."""
    language, _, characters = name.partition(".")
    if characters and shutil.which("localedef"):
        command = ["localedef", "-i", language, "-f", characters, str(folder / name)]
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.parametrize("name", ["tr_TR.UTF-8", "de_DE.UTF-8", "C"])
def test_the_locale_changes_nothing(name, tmp_path):
    make_locale(name, tmp_path)
    run = plan_under(name, tmp_path)
    if run.returncode == 77:
        pytest.skip(f"this machine has no locale {name}, nor the package `locales` to make one")
    assert run.returncode == 0
    assert run.stdout == plan_under("C", tmp_path).stdout != b""


def test_unusual_characters_are_in_no_way_changed_by_json(yiwu, application):
    application.put("mother.name", UNUSUAL)
    again = birthcase.Application.parse(yiwu, application.to_json())
    assert again.get("mother.name") == UNUSUAL
    assert application.as_dict()["mother"]["name"] == UNUSUAL
