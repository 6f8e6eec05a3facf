"""Holiday notices and code tables that came after the library."""

import datetime
import json

import pytest

import birthcase

NOTICES = '{"year": 2027, "notices": [{"number": "虚构", "announced": "2026-11-10"}]}'
DIVISIONS = "# standard: GB/T 2260\n# extends: gbt-2260\ncode\tzh\n330799\t虚构区\n"
PLACE = json.dumps({
    "id": "place", "title": {"zh": "地", "en": "place"}, "extends": "base",
    "jurisdiction": {"division": "330799", "label": {"zh": "虚构区", "en": "invented"}}})
DATA = birthcase.ProfileData(calendars=(NOTICES,), codes={"gbt-2260": DIVISIONS})
DAY = datetime.date(2027, 3, 2)


def planned(profile):
    return birthcase.plan(profile, birthcase.Application(profile), DAY)


@pytest.mark.parametrize("load", [
    lambda data: birthcase.Profile.built_in("yiwu", data),
    lambda data: birthcase.Profile.parse(birthcase.built_in_json("yiwu"), data=data),
])
def test_notices_count_for_the_profile_that_is_loaded_with_them(load):
    without, with_notices = planned(load(birthcase.ProfileData())), planned(load(DATA))
    assert without.rules.counted_until is None
    assert with_notices.rules.counted_until == datetime.date(2027, 12, 31)
    assert with_notices.rules.calendar != without.rules.calendar
    assert with_notices.rules.codes != without.rules.codes
    assert with_notices.rules.profile == without.rules.profile
    assert planned(birthcase.Profile.built_in("yiwu")).rules == without.rules


def test_the_versions_are_those_of_the_json(yiwu):
    plan = planned(yiwu)
    rules = json.loads(plan.json)["rules"]
    assert rules == {"profile": plan.rules.profile, "codes": plan.rules.codes, "calendar": plan.rules.calendar,
                     "counted_until": None}


def test_a_place_that_came_with_a_code_table_can_have_a_profile():
    with pytest.raises(birthcase.UnknownNameError) as caught:
        birthcase.Profile.parse(PLACE)
    assert caught.value.path == "/jurisdiction/division"
    assert birthcase.Profile.parse(PLACE, data=DATA).id == "place"


def test_data_may_be_bytes():
    data = birthcase.ProfileData(calendars=(NOTICES.encode(),), codes={"gbt-2260": DIVISIONS.encode()})
    assert planned(birthcase.Profile.built_in("yiwu", data)).rules == planned(
        birthcase.Profile.built_in("yiwu", DATA)).rules


def test_what_is_wrong_in_the_data_is_told_with_its_place():
    with pytest.raises(birthcase.UnknownNameError) as caught:
        birthcase.Profile.built_in("yiwu", birthcase.ProfileData(calendars=('{"year": 2027,\n "notice": []}',)))
    assert (caught.value.document, caught.value.path, caught.value.line) == ("calendar", "/notice", 2)
    with pytest.raises(birthcase.MissingError) as caught:
        birthcase.Profile.built_in("yiwu", birthcase.ProfileData(codes={"a": "# standard: x\ncode\tzh\n1\t\n"}))
    assert (caught.value.document, caught.value.line) == ("codes/a", 3)
    with pytest.raises(TypeError, match="codes"):
        birthcase.Profile.built_in("yiwu", birthcase.ProfileData(codes={"a": {}}))


def test_a_store_counts_with_the_data_that_it_was_opened_with(tmp_path):
    with pytest.raises(birthcase.UnknownNameError):
        birthcase.Store(tmp_path / "births.db", data=birthcase.ProfileData(calendars=('{"yaer": 1}',)))
    with birthcase.Store(tmp_path / "births.db", data=DATA) as store:
        assert list(store.cases()) == []
