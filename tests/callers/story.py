"""One story in four languages: the programs story print the same lines and write the same events, byte for byte.

    story.py SOURCE_DIR WORK --caller c++ COMMAND… --caller c COMMAND… --caller python COMMAND… --caller java COMMAND…
"""
import json
import pathlib
import subprocess
import sys

import running
from compare import excerpt

LANGUAGES = ["c++", "c", "python", "java"]
NEED_THE_APPLICATION = ("c++", "c")  # the others find it themselves

#: What happens in the story, so that two empty logs are not the same one.
TYPES = ["opened", "accepted", "step-readied",
         "step-dispatched", "step-completed", "step-readied", "step-readied",
         "step-dispatched", "step-dispatched", "step-completed", "step-completed", "step-readied", "step-readied",
         "step-dispatched", "step-dispatched", "step-completed", "step-completed",
         "step-delivered", "step-delivered", "step-delivered", "step-delivered", "closed"]


def told(caller, source, work):
    """What a program prints, and the events that it writes."""
    events = work / f"{caller.name}.json"
    events.unlink(missing_ok=True)
    application = [source / "examples/applications/wenling-hospital.json"]
    arguments = [*(application if caller.name in NEED_THE_APPLICATION else []), events]
    finished = subprocess.run([*caller.command, *map(str, arguments)], cwd=source, capture_output=True, timeout=120,
                              check=False)
    if finished.returncode != 0:
        sys.exit(f"{caller.name}: {finished.stderr.decode(errors='replace')}")
    written = events.read_bytes()
    print(f"{caller.name:8} {len(finished.stdout):5} bytes printed, {len(written):6} of events")
    return finished.stdout, written


def main():
    source, work = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    work.mkdir(parents=True, exist_ok=True)
    callers = running.callers(sys.argv[3:], LANGUAGES)
    (printed, written), *others = [told(caller, source, work) for caller in callers]
    for caller, (other_printed, other_written) in zip(callers[1:], others):
        if other_printed != printed:
            sys.exit(f"{caller.name} prints something else than C++\n{excerpt(printed, other_printed)}")
        if other_written != written:
            sys.exit(f"{caller.name} writes other events than C++\n{excerpt(written, other_written)}")
    types = [event["type"] for event in json.loads(written)]
    if types != TYPES:
        sys.exit(f"the story has gone otherwise: {types}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
