"""The example programs print what the documentation says that they print."""

import os
import re
import subprocess
import sys

import pytest

from conftest import ROOT

EXAMPLES = sorted((ROOT / "examples" / "python").glob("*.py"))
PAGE = ROOT / "docs" / "python.md"
FENCE = re.compile(r"(?:<!-- file: (?P<file>\S+) -->\n+)?^```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.M | re.S)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_prints_what_stands_beside_it(path):
    environment = dict(os.environ, PYTHONUTF8="1")
    printed = subprocess.run([sys.executable, str(path)], env=environment, stdout=subprocess.PIPE, check=True).stdout
    expected = path.parent / "output" / (path.stem + ".txt")
    assert printed.decode() == expected.read_text(encoding="utf-8")


def test_every_piece_of_python_in_the_documentation_is_an_example_that_runs():
    shown = [fence for fence in FENCE.finditer(PAGE.read_text(encoding="utf-8")) if fence["kind"] in ("python", "text")]
    for fence in shown:
        assert fence["file"], "a block of the page names no file:\n" + fence["body"]
        assert (ROOT / fence["file"]).read_text(encoding="utf-8") == fence["body"]
    of_python = {fence["file"] for fence in shown if fence["kind"] == "python"}
    assert of_python == {f"examples/python/{path.name}" for path in EXAMPLES}
