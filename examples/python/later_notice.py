"""The holidays of a year that the library does not know yet. This notice is invented."""
import datetime

import birthcase

NOTICES = '{"year": 2027, "notices": [{"number": "invented", "announced": "2026-11-10"}]}'

for data in (birthcase.ProfileData(), birthcase.ProfileData(calendars=(NOTICES,))):
    yiwu = birthcase.Profile.built_in("yiwu", data)
    plan = birthcase.plan(yiwu, birthcase.Application(yiwu), datetime.date(2027, 3, 2))
    print(plan.rules.counted_until)
