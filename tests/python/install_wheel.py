#!/usr/bin/env python3
"""Makes the wheel from an installed birthcase, installs it into a new virtual environment, and lays the tests and the
example data beside it, away from the source tree: so nothing of that tree can help the package.

    install_wheel.py SOURCE PREFIX FOLDER

PREFIX is where birthcase is installed. FOLDER gets `venv`, `wheel` and `copy`; what was there before goes. It also gets
`extras`, the packages of requirements-extras.txt that some tests need: they are large, so they stay until that file
changes. Where they cannot be had, those tests say that they are skipped.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import venv

COPIED = (
    *("tests/python", "examples/python", "examples/frame", "examples/spark", "examples/applications"),
    *("profiles/tests", "docs/python.md", "docs/frame.md"),
)


def make_environment(folder):
    """A new virtual environment; gives the path of its Python."""
    if folder.exists():
        shutil.rmtree(folder)
    venv.create(folder, with_pip=True)
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def pip(python, *arguments, **environment):
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    subprocess.run([str(python), "-m", "pip", *arguments, *quiet], env={**os.environ, **environment}, check=True)


def make_wheel(python, source, prefix, folder):
    """The wheel with the library that is installed under the prefix; gives its path."""
    if folder.exists():
        shutil.rmtree(folder)
    project = str(source / "bindings" / "python")
    pip(python, "wheel", project, "--no-deps", "--wheel-dir", str(folder), CMAKE_PREFIX_PATH=str(prefix))
    (wheel,) = folder.glob("birthcase-*.whl")
    return wheel


def add_extras(python, requirements, folder):
    """Lets an environment see the packages of some tests, which are installed once."""
    wanted, done = requirements.read_text(encoding="utf-8"), folder / "installed.txt"
    if not done.exists() or done.read_text(encoding="utf-8") != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        try:
            pip(python, "install", "--target", str(folder), "--requirement", str(requirements))
        except subprocess.CalledProcessError:
            print(f"{requirements.name} cannot be installed: the tests that need it are skipped")
            return
        done.write_text(wanted, encoding="utf-8")
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.run([str(python), "-c", where], stdout=subprocess.PIPE, check=True, text=True).stdout.strip()
    (pathlib.Path(packages) / "extras.pth").write_text(f"{folder}\n", encoding="utf-8")


def copy_tests(source, folder):
    if folder.exists():
        shutil.rmtree(folder)
    for name in COPIED:
        of, to = source / name, folder / name
        to.parent.mkdir(parents=True, exist_ok=True)
        if of.is_dir():
            shutil.copytree(of, to, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(of, to)


def main():
    source, prefix, folder = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    folder.mkdir(parents=True, exist_ok=True)
    python = make_environment(folder / "venv")
    wheel = make_wheel(python, source, prefix, folder / "wheel")
    pip(python, "install", str(wheel), "--requirement", str(source / "tests" / "python" / "requirements.txt"))
    add_extras(python, source / "tests" / "python" / "requirements-extras.txt", folder / "extras")
    copy_tests(source, folder / "copy")
    print(wheel.name)


if __name__ == "__main__":
    main()
