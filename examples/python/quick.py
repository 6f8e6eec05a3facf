"""An application's JSON in, two parts of its plan's JSON out."""
import pathlib

import birthcase

application = (pathlib.Path(__file__).parent.parent / "applications/yiwu-local.json").read_bytes()
yiwu = birthcase.Profile.built_in("yiwu")
plan = birthcase.plan_document(yiwu, application, parts=["acceptable", "due"])
print(plan)
