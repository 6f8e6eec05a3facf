"""Loading the native library: which one is taken, and what is said where none can be."""

import os
import pathlib
import shutil
import subprocess
import sys

import pytest

import birthcase
from birthcase import _native

LOADED = pathlib.Path(os.environ.get("BIRTHCASE_LIBRARY") or _native._inside_the_package())

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the words are those of Linux's loader")


def importing(library, program="print(birthcase.version())"):
    """What a new Python says that imports the package with BIRTHCASE_LIBRARY set."""
    environment = {name: value for name, value in os.environ.items() if name != "BIRTHCASE_LIBRARY"}
    if library is not None:
        environment["BIRTHCASE_LIBRARY"] = str(library)
    command = [sys.executable, "-c", "import birthcase\n" + program]
    run = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return run.stdout.decode(), run.stderr.decode()


def library_of(source, path):
    """A small shared library of C source."""
    compiler = shutil.which("cc")
    if not compiler:
        pytest.skip("this machine has no C compiler to make a wrong library with")
    command = [compiler, "-shared", "-fPIC", "-x", "c", "-", "-o", str(path)]
    subprocess.run(command, input=source.encode(), check=True)
    return path


def test_the_environment_names_the_library(tmp_path):
    copied = shutil.copy(LOADED, tmp_path / "elsewhere.so")
    shown, said = importing(copied, "print(open('/proc/self/maps').read())")
    assert said == ""
    assert str(copied) in shown


def test_a_library_that_is_not_there_is_said_with_its_path(tmp_path):
    shown, said = importing(tmp_path / "missing.so")
    assert shown == ""
    assert "ImportError: the native library of birthcase cannot be loaded" in said
    assert f"{tmp_path}/missing.so: there is no such file" in said
    assert "set the environment variable BIRTHCASE_LIBRARY to the library's path" in said


def test_a_library_that_was_named_is_not_replaced_by_another(tmp_path):
    said = importing(tmp_path / "missing.so")[1]
    assert "libbirthcase.so" not in said


def test_a_relative_path_is_meant_from_the_current_folder():
    said = importing("missing.so")[1]
    assert f"{os.getcwd()}/missing.so" in said


def test_a_file_that_is_no_library_is_said_to_be_none(tmp_path):
    (tmp_path / "text.so").write_text("not a library")
    assert "not a library for this processor" in importing(tmp_path / "text.so")[1]


def test_another_library_is_said_to_be_another(tmp_path):
    other = library_of("int nothing(void) { return 0; }", tmp_path / "other.so")
    assert "it is not the birthcase library" in importing(other)[1]


def test_another_abi_is_said_with_both_numbers(tmp_path):
    newer = library_of("int birthcase_abi_version(void) { return 2; }", tmp_path / "newer.so")
    assert "it has the ABI 2, and this package needs 1" in importing(newer)[1]


def test_a_library_that_is_too_old_is_said_to_lack_a_function(tmp_path):
    older = library_of("int birthcase_abi_version(void) { return 1; }", tmp_path / "older.so")
    assert "older than this package and has no birthcase_version" in importing(older)[1]


@pytest.mark.parametrize("library, owner", [(b"libicuuc.so.", "ICU"), (b"libcrypto.so.", "OpenSSL")])
def test_a_missing_library_is_said_with_what_to_install(tmp_path, library, owner):
    content = LOADED.read_bytes()
    at = content.find(library)
    if at < 0:
        pytest.skip(f"this library has {owner} inside")
    name = content[at : content.index(b"\0", at)]
    absent = name[:-1] + b"x"
    (tmp_path / "without.so").write_bytes(content.replace(name, absent))
    said = importing(tmp_path / "without.so")[1]
    assert f"{absent.decode()} belongs to {owner} and is not on this machine: install" in said


def test_without_the_environment_the_package_comes_before_the_system(tmp_path):
    inside, of_the_system = _native._inside_the_package(), _native._of_the_system()
    assert pathlib.Path(inside).parent == pathlib.Path(birthcase.__file__).parent
    assert of_the_system == "libbirthcase.so.1"
    shown, said = importing(None, "from birthcase import _native; print(*_native._candidates(), sep='\\n')")
    if said:  # a source tree, without a library in it or in the system
        assert said.index(inside + ":") < said.index(of_the_system + ":")
    else:
        assert shown.splitlines() == [inside, of_the_system]


def test_a_variable_that_is_empty_is_not_set():
    assert importing("") == importing(None)
