"""plan_files DAY FILE...: the plan of each application as JSON, a line each. An empty DAY is that of `applied_at`."""
import pathlib
import sys

import birthcase


def plan_file(name, day):
    json = pathlib.Path(name).read_bytes()
    profile = birthcase.Profile.built_in(birthcase.profile_named_in(json))
    application = birthcase.Application.parse(profile, json)
    return birthcase.plan(profile, application, day or None).json


def main():
    day, *files = sys.argv[1:]
    for name in files:
        try:
            sys.stdout.buffer.write(plan_file(name, day).encode() + b"\n")
        except birthcase.BirthcaseError as failure:
            print(f"{name}: {failure}", file=sys.stderr)
            return 1
    return 0


sys.exit(main())
