"""Documents of rule tests: what a report says."""

import json

import pytest

import birthcase

FAMILY = {"channel": "hospital", "applicant": {"role": "mother"}, "mother": {"id_type": "01"}, "father": None}


def document(*cases, **top):
    return json.dumps({"profile": "yiwu", "as_of": "2019-06-04", "base": FAMILY, "cases": cases, **top})


def case(name, expect, **other):
    return {"name": name, "expect": expect, **other}


JOINT = case("joint", {"lanes": {"birth-certificate": "joint"}})
TOO_FEW = case("nothing to bring", {"evidence": {"exactly": ["marriage-certificate"]}}, source="our guess")


def test_a_report_counts_and_lists_the_cases_in_their_order():
    report = birthcase.run_rule_tests(document(JOINT, TOO_FEW), document="our city")
    assert (report.document, report.passed, report.failed) == ("our city", 1, 1)
    joint, too_few = report.results
    assert joint == birthcase.RuleTestResult("joint", None, "/cases/0", True, "", ())
    assert (too_few.name, too_few.source, too_few.path, too_few.passed) == (
        "nothing to bring",
        "our guess",
        "/cases/1",
        False,
    )
    assert too_few.text.startswith("  FAILED nothing to bring (our guess) at /cases/1\n")


def test_a_mismatch_has_sets_and_the_rule_that_decided():
    (result,) = birthcase.run_rule_tests(document(TOO_FEW)).results
    (mismatch,) = result.mismatches
    assert mismatch.expectation == "evidence exactly"
    assert mismatch.expected == mismatch.missing == ("marriage-certificate",)
    assert mismatch.got == mismatch.unexpected == ("id-card/mother", "father-not-stated-statement")
    reason = next(each for each in mismatch.reasons if each.item == "id-card/mother")
    assert (reason.answer, reason.rule, reason.holds) == ("status bring", "birth-certificate/mother-id", True)
    assert (reason.document, reason.condition, reason.facts) == ("base", "mother.alive", {"mother.alive": True})
    assert reason.path.startswith("/services/")


def test_the_facts_that_a_condition_read_are_told_and_unknown_is_not_none():
    test = case("the day decides", {"evidence": {"status": {"late-statement[0]": "bring"}}}, given={"newborns": [{}]})
    (result,) = birthcase.run_rule_tests(document(test)).results
    (reason,) = result.mismatches[0].reasons
    assert reason.holds is None
    assert reason.condition and reason.deciding
    assert birthcase.UNKNOWN in reason.facts.values()


def test_a_name_of_the_document_stands_for_the_profile_that_is_given_for_it():
    other_lane = case("not joint", {"lanes": {"birth-certificate": "elsewhere"}})
    tests = document(JOINT, dict(other_lane, profile="village/rules.json"))
    assert birthcase.profiles_of_rule_tests(tests) == ["yiwu", "village/rules.json"]
    base, yiwu = map(birthcase.Profile.built_in, ("base", "yiwu"))
    assert birthcase.run_rule_tests(tests, {"village/rules.json": base}).failed == 0
    assert birthcase.run_rule_tests(tests, {"village/rules.json": yiwu}).failed == 1
    assert birthcase.run_rule_tests(tests, {"village/rules.json": yiwu, "yiwu": base}).failed == 2
    base.close()
    with pytest.raises(birthcase.BadHandleError):
        birthcase.run_rule_tests(tests, {"village/rules.json": base})


def test_an_error_in_the_document_has_its_place_and_a_suggestion():
    tests = document(case("misspelt", {"lanes": {"birth-certificat": "joint"}}))
    with pytest.raises(birthcase.UnknownNameError) as caught:
        birthcase.run_rule_tests(tests)
    assert caught.value.path == "/cases/0/expect/lanes/birth-certificat"
    assert caught.value.line == 1
    assert "birth-certificate" in caught.value.message
    with pytest.raises(birthcase.UnknownNameError) as caught:
        birthcase.run_rule_tests(document(JOINT, profile="village.json"))
    assert caught.value.path == "/profile"
    with pytest.raises(birthcase.ParseError):
        birthcase.run_rule_tests("{")


def test_a_document_may_be_bytes_and_names_may_be_rare():
    tests = document(dict(TOO_FEW, name="王𠮷")).encode()
    (result,) = birthcase.run_rule_tests(tests, document="𠮷").results
    assert result.name == "王𠮷"
    assert "王𠮷" in result.text
