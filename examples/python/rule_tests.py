"""A test of a city's rules: what a family is to bring, said before the rules are written. Here the city asks more."""

import birthcase

TESTS = """{
    "profile": "yiwu", "as_of": "2019-06-10",
    "base": {"channel": "hospital", "applicant": {"role": "mother"}, "mother": {"id_type": "01"}, "father": null},
    "cases": [
        {"name": "the certificate is had at the hospital", "expect": {"lanes": {"birth-certificate": "joint"}}},
        {"name": "a mother alone brings nothing", "expect": {"evidence": {"exactly": []}}}]}"""

report = birthcase.run_rule_tests(TESTS, document="our-city")
print(report.passed, "passed,", report.failed, "failed")
for result in report.results:
    for mismatch in result.mismatches:
        print(result.name, "/", mismatch.expectation, mismatch.unexpected, mismatch.reasons[0].rule)
print(report.results[1].text, end="")
