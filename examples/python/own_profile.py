"""A hospital's own layer over a city's rules: it promises the birth certificate within one working day."""

import birthcase

LAYER = """{
    "id": "our-hospital", "extends": "yiwu",
    "title": {"zh": "本院", "en": "our hospital"},
    "promises": [{"id": "our-hospital/next-day", "services": ["birth-certificate"], "within": {"working_days": 1},
                  "counted_from": "acceptance", "source": "the hospital's own notice"}]}"""

ours = birthcase.Profile.parse(LAYER)
application = birthcase.Application.parse(ours, '{"channel": "hospital", "applied_at": "2019-06-10T09:30"}')
print(ours.id, ours.title("en"))
for step in birthcase.plan(ours, application, language="en").route[:2]:
    print(step.label, step.due, step.promise)
