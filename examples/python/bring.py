"""What does this family bring? A half-filled record is enough to ask."""
import datetime

import birthcase

yiwu = birthcase.Profile.built_in("yiwu")
known = birthcase.Application.parse(yiwu, """{
    "channel": "hospital", "applicant": {"role": "mother"}, "father": {"id_type": "01"},
    "marriage": {"status": "20"}, "settlement": {"with": "father"},
    "mother": {"id_type": "01", "hukou": {"division": "330108"}}}""")
for item in birthcase.plan(yiwu, known, datetime.date(2019, 6, 10)).evidence:
    if item.status == "bring":
        print(item.label)
