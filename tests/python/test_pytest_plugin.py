"""The plug-in of pytest, in a pytest of its own: this one has collected its tests already."""

import importlib.metadata
import json
import os
import subprocess
import sys
import xml.etree.ElementTree

from conftest import ROOT

try:
    importlib.metadata.distribution("birthcase")
    NOT_INSTALLED = {}
except importlib.metadata.PackageNotFoundError:  # taken from its folder, so pytest cannot find the plug-in by itself
    NOT_INSTALLED = {"PYTEST_PLUGINS": "birthcase.pytest_plugin"}

BUILT_IN_TESTS = ROOT / "profiles" / "tests"

TOWN = {"id": "town", "extends": "yiwu", "title": {"zh": "镇", "en": "Town"}}
VILLAGE = {"id": "village", "extends": "town", "title": {"zh": "村", "en": "Village"}}

#: One case that passes and one that does not, under a profile in a file.
TESTS = """{
  "profile": "places/village.json", "as_of": "2019-06-04",
  "base": {"channel": "hospital", "applicant": {"role": "mother"}, "newborns": [{"name": "王𠮷"}]},
  "cases": [
    {"name": "joint", "source": "B §1.2", "expect": {"lanes": {"birth-certificate": "joint"}}},
    {"name": "办理：王𠮷 [1]",
     "expect": {"evidence": {"status": {"late-statement[0]": "not_required"}}}}]}
"""


def write(folder, **files):
    """The documents that are given as objects or texts, with the tests' profiles beside them."""
    places = folder / "places"
    places.mkdir()
    for name, profile in (("town", TOWN), ("village", VILLAGE)):
        (places / f"{name}.json").write_bytes(b"\xef\xbb\xbf" + json.dumps(profile).encode())
    for name, tests in files.items():
        text = tests if isinstance(tests, str) else json.dumps(tests)
        (folder / f"{name}.birthcase.json").write_text(text, encoding="utf-8")
    (folder / "other.json").write_text("no test", encoding="utf-8")


def run(folder, *options):
    """What a pytest of its own says about the documents in a folder, and how it ends."""
    environment = dict(os.environ, PYTHONUTF8="1", PYTEST_ADDOPTS="", **NOT_INSTALLED)
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", str(folder), *options, str(folder)]
    finished = subprocess.run(
        command, env=environment, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return finished.returncode, finished.stdout.decode()


def test_the_tests_of_the_built_in_profiles_pass_case_by_case():
    documents = sorted(BUILT_IN_TESTS.glob("*.birthcase.json"))
    cases = sum(len(json.loads(path.read_text(encoding="utf-8"))["cases"]) for path in documents)
    code, said = run(BUILT_IN_TESTS, "-q")
    assert code == 0, said
    assert len(documents) > 5
    assert f"{cases} passed in" in said


def test_a_case_that_fails_shows_what_the_library_says_of_it(tmp_path):
    write(tmp_path, city=TESTS)
    code, said = run(tmp_path, "-rA")
    assert code == 1
    assert "1 failed, 1 passed" in said
    assert "PASSED city.birthcase.json::joint" in said
    assert "FAILED city.birthcase.json::办理：王𠮷 [1]" in said
    lines = [" ".join(line.split()) for line in said.splitlines()]
    assert "expected status not_required" in lines
    assert "got status undetermined" in lines
    assert "rule birth-certificate/late-statement is open: facts are missing" in lines
    assert any(line.startswith("stands in base /services/") for line in lines)
    assert any(line.startswith("condition ") and "newborn.birth_date" in line for line in lines)
    assert any(line.startswith("facts ") and "newborns[0].birth_date = unknown" in line for line in lines)
    assert "Traceback" not in said and "pytest_plugin.py" not in said


def test_results_for_build_servers_have_line_and_source(tmp_path):
    write(tmp_path, city=TESTS)
    results = tmp_path / "results.xml"
    run(tmp_path, f"--junitxml={results}", "-o", "junit_family=xunit1")
    joint, failed = xml.etree.ElementTree.parse(results).getroot().iter("testcase")
    assert (joint.get("name"), joint.get("line")) == ("joint", "4")
    assert failed.get("line") == "5"
    (source,) = joint.iter("property")
    assert (source.get("name"), source.get("value")) == ("source", "B §1.2")
    assert failed.find("failure") is not None


def test_a_case_is_chosen_by_its_name(tmp_path):
    write(tmp_path, city=TESTS)
    code, said = run(tmp_path, "-q", "-k", "joint")
    assert code == 0
    assert "1 passed, 1 deselected" in said


def test_what_is_wrong_with_a_document_is_an_error_of_collection_with_its_place(tmp_path):
    write(tmp_path, broken=TESTS.replace('"birth-certificate": "joint"', '"birth-certificat": "joint"'), city=TESTS)
    code, said = run(tmp_path, "--continue-on-collection-errors")
    assert code == 1
    assert "1 failed, 1 passed, 1 error" in said
    assert "broken.birthcase.json:5:" in said
    assert "/cases/0/expect/lanes/birth-certificat" in said
    assert "did you mean 'birth-certificate'" in said
    assert "Traceback" not in said


def test_a_document_that_is_not_json_and_a_profile_that_is_not_there_are_told(tmp_path):
    write(tmp_path, text="{", missing=dict(json.loads(TESTS), profile="hamlet.json"))
    code, said = run(tmp_path)
    assert code == 2
    assert "2 errors" in said
    assert "text.birthcase.json:1:2" in said
    assert "the profile hamlet.json is not there" in said


def test_what_is_wrong_with_a_profile_names_its_file(tmp_path):
    write(tmp_path, city=TESTS)
    (tmp_path / "places" / "village.json").write_text('{"id": "village",\n"extends": "town", "titel": 1}')
    code, said = run(tmp_path)
    assert code == 2
    assert f"{os.sep}village.json:2:29: /titel: " in said
    assert "did you mean 'title'" in said
    (tmp_path / "places" / "village.json").write_text(json.dumps(VILLAGE))
    (tmp_path / "places" / "town.json").write_text('{"id": "town", "extends": "yiwuu"}')
    code, said = run(tmp_path)
    assert code == 2
    assert f"{os.sep}town.json:1:27: /extends: " in said
