"""The wheel: what it says of itself, and what is in it."""

import importlib.metadata
import pathlib
import sys

import pytest

import birthcase

try:
    WHEEL = importlib.metadata.distribution("birthcase")
except importlib.metadata.PackageNotFoundError:
    pytest.skip("birthcase is not installed as a package: it is taken from its folder", allow_module_level=True)

FILES = {str(file) for file in WHEEL.files}


def test_the_package_that_is_tested_is_the_installed_one():
    assert pathlib.Path(birthcase.__file__) == WHEEL.locate_file("birthcase/__init__.py")
    assert "site-packages" in birthcase.__file__


def test_one_wheel_serves_every_python_3_of_a_platform():
    said = WHEEL.read_text("WHEEL")
    assert "Root-Is-Purelib: false" in said
    tags = [line.split(": ")[1] for line in said.splitlines() if line.startswith("Tag: ")]
    assert len(tags) == 1
    assert tags[0].startswith("py3-none-") and tags[0] != "py3-none-any"


def test_the_library_is_in_the_wheel_once():
    assert len([name for name in FILES if "libbirthcase" in name or name.endswith(".dll")]) == 1


def test_the_wheel_is_typed_and_holds_nothing_else():
    assert "birthcase/py.typed" in FILES
    others = [name for name in FILES if not name.startswith(("birthcase/", "birthcase-"))]
    assert others == []


def test_the_package_needs_no_other_package_but_for_extras_and_python_3_9():
    assert all("extra ==" in requirement for requirement in WHEEL.requires or [])
    assert [requirement.split(";")[0] for requirement in WHEEL.requires or []] == ["pyarrow>=18"]
    assert WHEEL.metadata["Requires-Python"] == ">=3.9"
    assert sys.version_info >= (3, 9)


def test_package_and_library_have_one_version():
    assert WHEEL.version == birthcase.version()


def test_what_is_public_is_listed_and_there():
    assert sorted(birthcase.__all__) == sorted(set(birthcase.__all__))
    assert all(hasattr(birthcase, name) for name in birthcase.__all__)
