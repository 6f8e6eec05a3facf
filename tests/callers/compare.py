"""Plans the example applications through every way into the library: all give the same bytes.

    compare.py APPLICATIONS WORK --caller NAME COMMAND… --caller NAME COMMAND…

APPLICATIONS is the folder of the examples, WORK one for the applications with names that are hard to write. C# and
Pascal speak GB18030 with the library, the others UTF-8.
"""
import hashlib
import json
import pathlib
import sys

import applications
import running

CALLERS = ["command-line", "c++", "c", "python", "java", "c#", "pascal"]

# Behind every name: characters outside the basic plane and of late editions of GB 18030, and of private use.
NAMES = {"rare": "𠮷䶮㛃", "private": "\ue000\ue5e5\ue7c7\ue843\uf8ff"}


def with_hard_names(examples, work):
    """Writes each example once for each kind of hard names."""
    work.mkdir(parents=True, exist_ok=True)
    for kind, characters in NAMES.items():
        for example in examples:
            application = json.loads(example.read_text(encoding="utf-8"))
            file = work / f"{example.stem}-{kind}.json"
            file.write_text(json.dumps(applications.renamed(application, characters), ensure_ascii=False),
                            encoding="utf-8")
            yield file


def excerpt(ours, theirs):
    """What stands around the first difference."""
    at = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), min(len(ours), len(theirs)))
    around = slice(max(0, at - 60), at + 60)
    return (f"  at byte {at}\n  expected …{ours[around].decode(errors='backslashreplace')}…\n"
            f"  got      …{theirs[around].decode(errors='backslashreplace')}…")


def compare(day, files, callers):
    """Prints the digest of each plan by each caller; the first difference ends the program."""
    print(f"\nas of {day or 'the day of applied_at'}\n{'':36}" + "".join(f"{caller.name:>14}" for caller in callers))
    plans = [caller.plans(day, files) for caller in callers]
    for file, by_caller in zip(files, zip(*plans)):
        digests = [hashlib.sha256(plan).hexdigest()[:10] for plan in by_caller]
        print(f"{file.stem:36}" + "".join(f"{digest:>14}" for digest in digests))
        for caller, plan in zip(callers, by_caller):
            if plan != by_caller[0]:
                sys.exit(f"{file.name}: {caller.name} differs from {callers[0].name}\n{excerpt(by_caller[0], plan)}")
    return plans[0]


def main():
    examples = sorted(pathlib.Path(sys.argv[1]).glob("*.json"))
    callers = running.callers(sys.argv[3:], CALLERS)
    hard = list(with_hard_names(examples, pathlib.Path(sys.argv[2])))
    compare("2019-06-10", examples, callers)
    plans = compare("", examples + hard, callers)
    for file, plan in zip(hard, plans[len(examples):]):
        for character in NAMES[file.stem.rsplit("-", 1)[1]]:
            if character not in plan.decode():
                sys.exit(f"{file.name}: U+{ord(character):04X} is not in the plan")
    return 0


if __name__ == "__main__":
    sys.exit(main())
