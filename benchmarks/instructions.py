#!/usr/bin/env python3
"""Counts the instructions of one call of each kind, for three families: figures that a busy machine does not change.

    instructions.py PROGRAM EXAMPLES

PROGRAM is birthcase_bench_calls, EXAMPLES the folder of applications. Each call is run so many times and twice so many times
under valgrind; the difference is what the calls themselves take. Prints a table in Markdown.
"""
import pathlib
import re
import subprocess
import sys

FAMILIES = ("yiwu-local", "yiwu-twins", "yiwu-half-filled")
CALLS = {
    "parse": "`Application::parse`",
    "facts": "facts: pointers, classes, and what follows from others",
    "plan": "`plan()` of a known shape, facts among it",
    "plan-weight": "the same after the newborn's weight was changed, the plan before still held",
    "plan-name": "after the mother's name was",
    "plan-worked-out": "`plan()` worked out by the phases",
    "json": "`to_json` of a known shape",
    "json-plain": "the same without labels and reasons",
    "json-bare": "`evidence` and `undetermined` of that",
    "text-to-text": "text to text",
    "load": "loading Yiwu's profile",
}
TIMES = {"load": 4}


def instructions(program, call, application, times):
    run = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, call, application,
                          str(times)], capture_output=True, text=True, check=True)
    return int(re.search(r"refs: +([\d,]+)", run.stderr)[1].replace(",", ""))


def of_one(program, call, application):
    times = TIMES.get(call, 64)
    once, twice = (instructions(program, call, application, count) for count in (times, 2 * times))
    return (twice - once) // times


def main():
    program, examples = sys.argv[1], pathlib.Path(sys.argv[2])
    print("| | " + " | ".join(f"`{family}`" for family in FAMILIES) + " |\n|---|" + "---|" * len(FAMILIES))
    for call, label in CALLS.items():
        families = FAMILIES[:1] if call == "load" else FAMILIES
        counts = [of_one(program, call, str(examples / f"{family}.json")) for family in families]
        print(f"| {label} | " + " | ".join(f"{count:,}".replace(",", " ") for count in counts) + " |", flush=True)


if __name__ == "__main__":
    main()
