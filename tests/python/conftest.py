"""What the tests share. They need the installed package and, beside their folder, `examples`, `docs`
and `profiles/tests`."""

import os
import pathlib
import shutil

import pytest

import birthcase

ROOT = pathlib.Path(__file__).parents[2]
SPARK = ROOT / "examples" / "spark"
APPLICATIONS = sorted((ROOT / "examples" / "applications").glob("*.json"))

#: 𠮷 is beyond the first plane, 䶮 came to GB18030 late, 㛃 is in no older set, and the last is for private use.
UNUSUAL = "𠮷䶮㛃\ue000"


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def yiwu():
    return birthcase.Profile.built_in("yiwu")


@pytest.fixture
def application(yiwu):
    """An application of which nothing is known yet."""
    return birthcase.Application(yiwu)


@pytest.fixture(scope="session")
def half_filled(yiwu):
    """The JSON text of an application that leaves questions open."""
    return (ROOT / "examples" / "applications" / "yiwu-half-filled.json").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def command_line():
    """The path of the program `birthcase`, which has to say the same."""
    program = os.environ.get("BIRTHCASE_CLI") or shutil.which("birthcase")
    assert program, "the tests need the command line: set BIRTHCASE_CLI to its path"
    return program
