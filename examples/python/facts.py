"""Facts as Python values. What was not told yet is something else than what there is none of."""

import datetime

import birthcase

application = birthcase.Application(birthcase.Profile.built_in("yiwu"))
application.put("newborn.name", "李䶮", newborn=0)
application.put("newborn.weight_g", 3250, newborn=0)
application.put("newborn.born_at", datetime.datetime(2019, 6, 8, 14, 20), newborn=0)
application.put("birth.institution.licensed", True)
application.put("father", None)  # the mother told that there is none

print(application.get("newborn.born_at", newborn=0))
print(application.get("father.name"))
print(application.get("mother.name"), application.get("mother.name") is birthcase.UNKNOWN)
print(application.to_json())
