#!/usr/bin/env python3
"""Stands in for an engine of benchmarks/peers: it answers as the description does, but with PEERS_WRONG="NUMBER NAME"
that family's answer to that question is another one.

    stand_in.py FOLDER
"""

import json
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "benchmarks" / "peers"))

import writers
from logic import answers


def answered(told, of):
    derived, decisions = writers.SETS[of]
    found = [answers(decisions, facts, derived) for facts in told]
    number, name = os.environ.get("PEERS_WRONG", "0 ").split(" ")
    if name in decisions and of == "expressions":
        found[int(number) - 1][name] = "another"
    return found


def main():
    told = json.loads((pathlib.Path(sys.argv[1]) / "families.json").read_text(encoding="utf-8"))
    sets = list(writers.SETS)
    ways = [{"set": of, "does": "stands in"} for of in sets]
    print(json.dumps({"version": "0", "ways": ways}), flush=True)
    for line in sys.stdin:
        what, place, *_ = line.split()
        print(json.dumps(answered(told, sets[int(place)]) if what == "answers" else 1000), flush=True)


if __name__ == "__main__":
    main()
