"""Rebuilds the example applications fact by fact through C: the plan is that of the whole document, byte for byte.

    fact_by_fact.py APPLICATIONS WORK --caller command-line COMMAND… --caller put COMMAND…
"""
import json
import pathlib
import sys

import applications
import compare
import running


def main():
    examples = sorted(pathlib.Path(sys.argv[1]).glob("*.json"))
    work = pathlib.Path(sys.argv[2])
    work.mkdir(parents=True, exist_ok=True)
    lists = []
    for example in examples:
        lines = list(applications.facts(json.loads(example.read_text(encoding="utf-8"))))
        lists.append(work / f"{example.stem}.facts")
        lists[-1].write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")
        print(f"{example.stem:30} {len(lines):4} lines")
    whole, put = running.callers(sys.argv[3:], ["command-line", "put"])
    for example, document, by_facts in zip(examples, whole.plans("", examples), put.plans("", lists)):
        if document != by_facts:
            sys.exit(f"{example.name}: put fact by fact it is another plan\n{compare.excerpt(document, by_facts)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
