#!/usr/bin/env python3
"""The same plan through C++, C, Python and Java in one run, and what the way across the boundary costs by itself.

    compare.py APPLICATION.json ROUNDS COMMAND …

Every command gets the application and the number of rounds, and prints lines `CALLER/what nanoseconds`, where `document`
is JSON text in and JSON text out, and `call` the smallest call there is, the count of the newborns. The commands take
turns, and the least time of five turns counts: the machine may be busy with other things in between.
"""
import shlex
import subprocess
import sys

TURNS = 5


def measured(command, application, rounds):
    lines = subprocess.run([*shlex.split(command), application, rounds], capture_output=True, text=True, check=True).stdout
    return {name: float(value) for name, value in (line.split() for line in lines.splitlines())}


def least_of(commands, application, rounds):
    least = {}
    for _ in range(TURNS):
        for command in commands:
            for name, nanoseconds in measured(command, application, rounds).items():
                least[name] = min(nanoseconds, least.get(name, nanoseconds))
    return least


def main():
    application, rounds = sys.argv[1:3]
    least = least_of(sys.argv[3:], application, rounds)
    work = least["C++/document"]
    print(f"{'caller':8}{'text to text':>14}{'beyond C++':>14}{'one small call':>16}")
    for caller in dict.fromkeys(name.split("/")[0] for name in least):
        document, call = least[f"{caller}/document"], least[f"{caller}/call"]
        beyond = "" if caller == "C++" else f"{(document - work) / 1000:+.1f} us"
        print(f"{caller:8}{document / 1000:>11.1f} us{beyond:>14}{call:>13.0f} ns")


if __name__ == "__main__":
    main()
