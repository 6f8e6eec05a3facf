"""What the Python package says about itself, from bindings/python/pyproject.toml.

    dist_info.py FOLDER      writes FOLDER/birthcase-VERSION.dist-info, for a package that is not installed by pip
"""
import pathlib
import re
import sys

from common import ROOT, version

PROJECT = ROOT / "bindings/python/pyproject.toml"


def name() -> str:
    return f"birthcase-{version()}.dist-info"


def metadata() -> str:
    project = PROJECT.read_text(encoding="utf-8")
    summary = re.search(r'^description = "(.+)"', project, re.M).group(1)
    python = re.search(r'^requires-python = "(.+)"', project, re.M).group(1)
    extra = re.search(r'^frame = \["(.+)"\]', project, re.M).group(1)
    classifiers = re.findall(r'^  "(.+ :: .+)",', project, re.M)
    lines = ["Metadata-Version: 2.1", "Name: birthcase", f"Version: {version()}", f"Summary: {summary}",
             f"Requires-Python: {python}", *(f"Classifier: {each}" for each in classifiers),
             "Provides-Extra: frame", f'Requires-Dist: {extra}; extra == "frame"']
    return "\n".join(lines) + "\n"


def entry_points() -> str:
    plugin = re.search(r"^\[project\.entry-points\.pytest11\]\n(.+)$", PROJECT.read_text(encoding="utf-8"), re.M).group(1)
    return "[pytest11]\n" + plugin.replace('"', "") + "\n"


def main() -> None:
    folder = pathlib.Path(sys.argv[1]) / name()
    folder.mkdir(parents=True, exist_ok=True)
    for file, text in (("METADATA", metadata()), ("entry_points.txt", entry_points()), ("INSTALLER", "dpkg\n")):
        (folder / file).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
