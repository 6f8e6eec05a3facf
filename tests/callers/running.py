"""Runs the callers: programs that take a day and files, and print the plan of each file in a line."""
import shutil
import subprocess
import sys


class Caller:
    """One language's program."""

    def __init__(self, name, command):
        self.name = name
        self.command = command

    def run(self, day, files):
        """The finished program; its output is bytes, a plan a line."""
        return subprocess.run([*self.command, day, *map(str, files)], capture_output=True, timeout=120, check=False)

    def plans(self, day, files):
        """The plan of each file, in bytes."""
        finished = self.run(day, files)
        plans = finished.stdout.splitlines()
        if len(plans) != len(files):
            sys.exit(f"{self.name} gave {len(plans)} plans for {len(files)} files: "
                     + finished.stderr.decode(errors="replace"))
        return plans


class CommandLine(Caller):
    """`birthcase plan`, which takes the day as an option."""

    def run(self, day, files):
        as_of = ["--as-of", day] if day else []
        return subprocess.run([*self.command, "plan", "--json", *as_of, *map(str, files)], capture_output=True,
                              timeout=120, check=False)


def callers(arguments, expected):
    """The callers of `--caller NAME COMMAND… --caller NAME COMMAND…`. All that are expected have to be there."""
    found = {}
    for argument in arguments:
        if argument == "--caller":
            name = None
        elif name is None:
            name = argument
            found[name] = []
        else:
            found[name].append(argument)
    missing = [name for name in expected if name not in found or not shutil.which(found[name][0])]
    if missing:
        sys.exit(f"missing: {', '.join(missing)}. ./dev test installs what they need; elsewhere see docs/c.md")
    return [(CommandLine if name == "command-line" else Caller)(name, found[name]) for name in expected]
