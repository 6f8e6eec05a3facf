"""The engines, and how each is had from its registry by that registry's own client, below one folder.

What cannot be had is left out, and the reason said. Versions are pinned here, in go/go.mod, java/pom.xml and
node/package.json.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).resolve().parent
OPENFISCA = "openfisca-core==46.0.1"
OLDEST_GO = (1, 21)  # which fetches the one that go.mod asks for
JUST, SHORT, LONG = 0.3, 1.5, 15  # seconds until what compiles while it runs has done so


class Skipped(Exception):
    """An engine cannot be had here; says why."""


@dataclass(frozen=True)
class Place:
    """Where everything lies that this comparison makes or fetches."""

    folder: Path
    programs: Path  # birthcase's own benchmarks
    offline: bool

    @property
    def rules(self):
        return self.folder / "rules"

    def log(self, name):
        return self.folder / (re.sub(r"\W+", "-", name).lower() + ".log")

    def run(self, log, command, environment=None, cwd=None):
        """Whether the command succeeds; what it prints goes to the log."""
        with log.open("a", encoding="utf-8") as printed:
            return subprocess.run(command, cwd=cwd, env=environment, stdout=printed, stderr=printed,
                                  stdin=subprocess.DEVNULL, check=False).returncode == 0


def need(*programs):
    for program in programs:
        if shutil.which(program) is None:
            raise Skipped(f"there is no `{program}` here")


def fetch(place, folder, wanted, log, command, environment=None):
    """Runs the registry's client, unless it has run for just this before."""
    mark = folder / "fetched.txt"
    if mark.exists() and mark.read_text(encoding="utf-8") == wanted:
        return
    if place.offline:
        raise Skipped("not fetched before, and --offline fetches nothing")
    if not place.run(log, command, environment, folder):
        raise Skipped(f"its registry does not give it; {log} says why")
    mark.write_text(wanted, encoding="utf-8")


def build(place, log, command, environment=None, cwd=None):
    if not place.run(log, command, environment, cwd):
        raise Skipped(f"it does not build here; {log} says why")


def copied(place, what):
    """This folder of sources, copied to where it may be changed."""
    shutil.copytree(SOURCE / what, place.folder / what, dirs_exist_ok=True)
    return place.folder / what


def program(name):
    def prepare(place, log):
        path = place.programs / name
        if not path.exists():
            raise Skipped(f"{path} is not built; `./dev peers` builds it")
        return [str(path), str(place.rules)]

    return prepare


def go(name):
    def prepare(place, log):
        need("go")
        said = subprocess.run(["go", "env", "GOVERSION"], capture_output=True, text=True, check=False).stdout
        version = tuple(int(number) for number in re.findall(r"\d+", said)[:2])
        if version < OLDEST_GO:
            raise Skipped(f"{said.strip() or 'go'} is too old, {OLDEST_GO[0]}.{OLDEST_GO[1]} is needed")
        folder = copied(place, "go")
        cache = place.folder / "cache"
        environment = dict(os.environ, GOMODCACHE=str(cache / "go"), GOCACHE=str(cache / "go-build"),
                           GOFLAGS="-modcacherw -mod=mod")
        wanted = (folder / "go.mod").read_text(encoding="utf-8")
        fetch(place, folder, wanted, log, ["go", "mod", "tidy"], environment)
        build(place, log, ["go", "build", "-o", f"bin/{name}", f"./{name}"], environment, folder)
        return [str(folder / "bin" / name), str(place.rules)]

    return prepare


def node(script):
    def prepare(place, log):
        need("node", "npm")
        folder = copied(place, "node")
        wanted = (folder / "package.json").read_text(encoding="utf-8")
        cache = str(place.folder / "cache" / "npm")
        fetch(place, folder, wanted, log, ["npm", "install", "--no-audit", "--no-fund", "--cache", cache])
        return ["node", str(folder / script), str(place.rules)]

    return prepare


def java(name):
    def prepare(place, log):
        need("java", "javac", "mvn")
        folder = copied(place, "java")
        wanted = (folder / "pom.xml").read_text(encoding="utf-8")
        repository = place.folder / "cache" / "maven"
        fetch(place, folder, wanted, log, ["mvn", "--batch-mode", "--quiet", f"-Dmaven.repo.local={repository}",
                                           "dependency:copy-dependencies", "-DoutputDirectory=jars"])
        shutil.copy(place.rules / "Birth.java", folder / "peers")
        sources = [str(path) for path in sorted((folder / "peers").glob("*.java"))]
        build(place, log, ["javac", "-d", "classes", "-cp", "jars/*", *sources], cwd=folder)
        return ["java", "-cp", f"{folder}/jars/*:{folder}/classes", f"peers.{name}", str(place.rules)]

    return prepare


def python(script, package):
    def prepare(place, log):
        folder = place.folder / "python"
        interpreter = folder / "venv" / "bin" / "python"
        folder.mkdir(parents=True, exist_ok=True)
        if not interpreter.exists() and not place.offline:
            build(place, log, [sys.executable, "-m", "venv", str(folder / "venv")])
        fetch(place, folder, package, log, [str(interpreter), "-m", "pip", "--quiet", "install", package])
        return [str(interpreter), str(SOURCE / "python" / script), str(place.rules)]

    return prepare


@dataclass(frozen=True)
class Peer:
    name: str
    prepare: object  # of (place, log): the command that starts it, or Skipped
    warm_up: float


PEERS = (
    Peer("C++ by hand", program("birthcase_bench_by_hand"), JUST),
    Peer("birthcase", program("birthcase_bench_peers"), JUST),
    Peer("CEL (cel-go)", go("cel"), SHORT),
    Peer("OPA", go("opa"), SHORT),
    Peer("ZEN", node("zen.mjs"), SHORT),
    Peer("json-logic-engine", node("json_logic.mjs"), SHORT),
    Peer("feelin", node("feelin.mjs"), SHORT),
    Peer("Drools", java("Drools"), LONG),
    Peer("KIE DMN", java("Dmn"), LONG),
    Peer("OpenFisca", python("openfisca.py", OPENFISCA), SHORT),
)
