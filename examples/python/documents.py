"""JSON in, JSON out, in as many threads as there are: one profile serves them all."""

import concurrent.futures
import json
import pathlib

import birthcase

FOLDER = pathlib.Path(__file__).parent.parent / "applications"
PROFILES = {id: birthcase.Profile.built_in(id) for id in birthcase.built_in_ids()}


def answer(path: pathlib.Path) -> str:
    application = path.read_bytes()
    profile = PROFILES[birthcase.profile_named_in(application) or "base"]
    plan = json.loads(birthcase.plan_document(profile, application))
    return f"{path.stem}: {plan['due']}, {len(plan['undetermined'])} to ask"


with concurrent.futures.ThreadPoolExecutor() as threads:
    print("\n".join(threads.map(answer, sorted(FOLDER.glob("yiwu-*.json")))))
