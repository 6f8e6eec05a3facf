"""Gives every caller applications that cannot be read: each says where and why, plans nothing and quotes nobody.

    refuse.py WORK --caller NAME COMMAND… --caller NAME COMMAND…
"""
import pathlib
import sys

import running
from compare import CALLERS

SECRET = "赵不可泄"

# What is wrong, the application, and what every caller says of it.
WRONG = [
    ("misspelt", '{"profile": "yiwu", "mother": {"nmae": "%s"}}',
     "1:32: /mother/nmae: there is no key 'nmae'; did you mean 'name'?"),
    ("of another type", '{"profile": "yiwu", "mother": {"name": {"family": "%s"}}}',
     "1:40: /mother/name: expected a text"),
    ("cut off", '{"profile": "yiwu", "mother": {"name": "%s"',
     "1:46: the text ends too early; close what is open"),
    ("put twice", '{"profile": "yiwu", "mother": {"name": "%s", "name": "%s"}}', "/mother/name"),
]


def faults(caller, file, reason):
    """What is wrong with the way in which a caller refuses a file."""
    finished = caller.run("2019-06-10", [file])
    said = finished.stderr.decode(errors="replace")
    print(f"{caller.name:14} {said.strip()}")
    if finished.returncode == 0 or finished.stdout.strip():
        yield f"{caller.name} took what is {file.stem}"
    if SECRET in said:
        yield f"{caller.name} quotes what a person typed where it is {file.stem}"
    if reason not in said:
        yield f"{caller.name} does not say of what is {file.stem}: {reason}"


def main():
    work = pathlib.Path(sys.argv[1])
    work.mkdir(parents=True, exist_ok=True)
    callers = running.callers(sys.argv[2:], CALLERS)
    found = []
    for kind, text, reason in WRONG:
        file = work / f"{kind}.json"
        file.write_text(text.replace("%s", SECRET), encoding="utf-8")
        for caller in callers:
            found += faults(caller, file, reason)
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
