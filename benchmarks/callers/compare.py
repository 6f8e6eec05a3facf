#!/usr/bin/env python3
"""The same plan through C++, C, Python and Java in one run, and what the way across the boundary costs by itself.

    compare.py APPLICATION.json ROUNDS COMMAND …

Every command gets the application and the number of rounds, and prints lines `CALLER/what nanoseconds`, where `document`
is JSON text in and JSON text out, `plan` a plan of an application that was read, `read` the same and then type, status,
holder, numbers and reason of every document, and `call` the smallest call there is, the count of the newborns. The
nanoseconds are of processor time, of the batch that took the least. The commands take turns, and the least of five turns
counts: the machine may be busy with other things in between.
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
    print(f"{'caller':8}{'text to text':>14}{'beyond C++':>14}{'plan':>10}"
          f"{'plan, read':>13}{'beyond C++':>14}{'small call':>13}")
    for caller in dict.fromkeys(name.split("/")[0] for name in least):
        took = {what: least[f"{caller}/{what}"] for what in ("document", "plan", "read", "call")}
        beyond = {what: took[what] - least[f"C++/{what}"] for what in ("document", "read")}
        print(f"{caller:8}{us(took['document']):>14}{us(beyond['document']):>14}{us(took['plan']):>10}"
              f"{us(took['read']):>13}{us(beyond['read']):>14}{took['call']:>10.0f} ns")


def us(nanoseconds):
    return f"{nanoseconds / 1000:.1f} us"


if __name__ == "__main__":
    main()
