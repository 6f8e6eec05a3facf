#!/usr/bin/env python3
"""benchmarks/peers/run without any other engine: it says what it leaves out and why, measures what there is, and stops
where an engine answers differently. Nothing is fetched.

    run_test.py SOURCE_DIR
"""

import os
import pathlib
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(sys.argv[1]).resolve()
STAND_IN = SOURCE / "tests" / "peers" / "stand_in.py"
RUN = SOURCE / "benchmarks" / "peers" / "run"
LEFT_OUT = {
    "birthcase": "is not built",
    "CEL (cel-go)": "no `go`",
    "OPA": "no `go`",
    "ZEN": "no `node`",
    "json-logic-engine": "no `node`",
    "feelin": "no `node`",
    "Drools": "no `java`",
    "KIE DMN": "no `java`",
    "OpenFisca": "not fetched before",
}


class Bare:
    """A machine with Python alone, and the programs that are put there."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.path = self.folder / "path"
        self.programs = self.folder / "programs"
        self.path.mkdir()
        self.programs.mkdir()
        (self.path / "python3").symlink_to(sys.executable)

    def run(self, **environment):
        command = [sys.executable, str(RUN), "--offline", "--folder", str(self.folder / "made"), "--programs",
                   str(self.programs), "--turns", "1", "--seconds", "0.01"]
        return subprocess.run(command, env={**os.environ, "PATH": str(self.path), **environment}, capture_output=True,
                              text=True, encoding="utf-8", timeout=120, check=False)


def expect(holds, what, ran):
    if not holds:
        sys.exit(f"{what}\nstatus {ran.returncode}\n{ran.stdout}\n{ran.stderr}")


def check_nobody(bare):
    ran = bare.run()
    expect(ran.returncode == 0 and "no engine is at hand" in ran.stdout, "without engines it is no error", ran)
    for name, reason in {"C++ by hand": "is not built", **LEFT_OUT}.items():
        line = next((line for line in ran.stdout.splitlines() if line.startswith(f"skipped {name}: ")), "")
        expect(reason in line, f"it does not say that {name} is left out because {reason}", ran)


def check_measures(bare):
    ran = bare.run()
    compared = "same answers for 256 families: 1 of 10" in ran.stdout
    expect(ran.returncode == 0 and compared, "the stand-in is not compared", ran)
    expect(ran.stdout.count("stands in") == 2 and ran.stdout.count("1.00 us") == 4, "there is no table", ran)


def check_different(bare):
    ran = bare.run(PEERS_WRONG="17 late_statement")
    expect(ran.returncode == 1, "another answer is no error", ran)
    expect('family 17, late_statement: "another", not "' in ran.stderr, "family and expression are not named", ran)
    expect("median" not in ran.stdout, "it has been measured all the same", ran)


def main():
    with tempfile.TemporaryDirectory() as folder:
        bare = Bare(folder)
        check_nobody(bare)
        (bare.programs / "birthcase_bench_by_hand").symlink_to(STAND_IN)
        check_measures(bare)
        check_different(bare)
    print("the comparison leaves out, measures and stops as it says")


if __name__ == "__main__":
    main()
