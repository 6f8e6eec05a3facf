"""The stories of the cities in four languages: each command comes to the same, byte for byte, and so do the events.

    stories.py SOURCE_DIR WORK --caller c++ COMMAND… --caller c COMMAND… --caller python COMMAND… --caller java COMMAND…

A story is a file of tests/callers/stories: `profile`, `case`, an `application` of examples/applications with `changes`
laid over it, and the `story`: commands, each with `now`, and `refused` where it is to be refused. `happens` are the kinds
of events that it has to show, so that a story keeps its point.
"""
import json
import pathlib
import subprocess
import sys

import running
from compare import excerpt

LANGUAGES = ["c++", "c", "python", "java"]


def laid_over(base, changes):
    """The changes of a document; null takes a member out."""
    for key, change in changes.items():
        if change is None:
            base.pop(key, None)
        elif isinstance(change, dict) and isinstance(base.get(key), dict):
            laid_over(base[key], change)
        else:
            base[key] = change
    return base


def written(source, story, path):
    """The story as the programs read it; and for each command whether it is to be refused."""
    lines = [f"{story['profile']} {story['case']}"]
    refused = []
    for command in story["story"]:
        now = command.pop("now")
        refused.append(command.pop("refused", False))
        if command["do"] == "open":
            application = json.loads((source / "examples/applications" / story["application"]).read_text("utf-8"))
            command["application"] = laid_over(application, story.get("changes", {}))
        lines.append(f"{now} {json.dumps(command, ensure_ascii=False)}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return refused


def told(caller, story, work):
    """What a program prints, and the events that it writes."""
    events = work / f"{caller.name}.events.json"
    events.unlink(missing_ok=True)
    finished = subprocess.run([*caller.command, str(story), str(events)], capture_output=True, timeout=120, check=False)
    if finished.returncode != 0:
        sys.exit(f"{caller.name}: {finished.stderr.decode(errors='replace')}")
    return finished.stdout, events.read_bytes()


def main():
    source, work = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    work.mkdir(parents=True, exist_ok=True)
    callers = running.callers(sys.argv[3:], LANGUAGES)
    files = sorted((source / "tests/callers/stories").glob("*.json"))
    if not files:
        sys.exit("no story is there")
    for file in files:
        story = json.loads(file.read_text("utf-8"))
        commands = work / f"{file.stem}.story"
        refused = written(source, story, commands)
        (printed, events), *others = [told(caller, commands, work) for caller in callers]
        for caller, (other_printed, other_events) in zip(callers[1:], others):
            if other_printed != printed:
                sys.exit(f"{file.name}: {caller.name} prints something else\n{excerpt(printed, other_printed)}")
            if other_events != events:
                sys.exit(f"{file.name}: {caller.name} writes other events\n{excerpt(events, other_events)}")
        lines = printed.decode().splitlines()
        for place, (line, expected) in enumerate(zip(lines, refused)):
            if (line == "refused") != expected:
                sys.exit(f"{file.name}: command {place} {story['story'][place]['do']}: {line[:200]}")
        kinds = {event["type"] for event in json.loads(events)}
        missing = sorted(set(story["happens"]) - kinds)
        if len(lines) != len(refused) or missing:
            sys.exit(f"{file.name}: {len(lines)} of {len(refused)} commands; no event {', '.join(missing)}")
        print(f"{file.stem}: {len(lines)} commands, {len(json.loads(events))} events")
    return 0


if __name__ == "__main__":
    sys.exit(main())
