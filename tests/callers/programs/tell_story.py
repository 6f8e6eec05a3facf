"""tell_story STORY EVENTS: as tell_story.cpp, through the Python package."""
import pathlib
import sys

import birthcase

head, *lines = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
profile, case_id = head.split(" ")
with birthcase.Case(birthcase.Profile.built_in(profile), case_id) as case:
    for line in lines:
        now, command = line.split(" ", 1)
        try:
            told = case.do(command, now).json
        except birthcase.RefusedError as refused:
            told = refused.kind
        sys.stdout.buffer.write(told.encode() + b"\n")
    pathlib.Path(sys.argv[2]).write_bytes(case.events_json().encode())
