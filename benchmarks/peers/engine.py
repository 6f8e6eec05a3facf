"""A running engine, which answers lines with lines of JSON.

It is started with the folder of rules and families and says {"version": …, "ways": [{"set": …, "does": …}, …]}. Then

    answers WAY         a list of objects, one for each family: every answer by its name
    time WAY SECONDS    nanoseconds of processor time a family, after passes over all families for so many seconds
"""

import json
import subprocess
from dataclasses import dataclass


class Wrong(Exception):
    """An engine fails, or answers differently."""


@dataclass(frozen=True)
class Way:
    """One thing that is measured of one engine."""

    engine: "Engine"
    place: int
    of: str
    does: str

    def __str__(self):
        return f"{self.engine.name}, {self.does}"

    def answers(self):
        return self.engine.ask(f"answers {self.place}")

    def timed(self, seconds):
        return self.engine.ask(f"time {self.place} {seconds}")


class Engine:
    def __init__(self, name, command, log):
        self.name = name
        self.log = log
        with log.open("a", encoding="utf-8") as errors:
            self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
                                            text=True, encoding="utf-8")
        told = self.heard()
        self.version = told["version"]
        self.ways = [Way(self, place, way["set"], way["does"]) for place, way in enumerate(told["ways"])]

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.heard()

    def heard(self):
        line = self.process.stdout.readline()
        if not line:
            raise Wrong(f"{self.name} has ended; {self.log} says why")
        return json.loads(line)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def difference(way, expected, answered):
    """The first answer that is not the expected one, in words; nothing if all agree. Families count from 1."""
    if len(answered) != len(expected):
        return f"{way}: {len(answered)} families answered, not {len(expected)}"
    for number, (wanted, got) in enumerate(zip(expected, answered, strict=True), 1):
        for name, answer in wanted.items():
            if name not in got or got[name] != answer or type(got[name]) is not type(answer):
                return f"{way}: family {number}, {name}: {json.dumps(got.get(name))}, not {json.dumps(answer)}"
    return None
