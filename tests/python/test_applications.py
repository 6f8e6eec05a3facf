"""Applications: facts in and out as Python values."""

import copy
import datetime
import json
from decimal import Decimal

import pytest

import birthcase
from birthcase import UNKNOWN
from conftest import APPLICATIONS, UNUSUAL

BEIJING = datetime.timezone(datetime.timedelta(hours=8))


@pytest.mark.parametrize(
    "name, newborn, value",
    [
        ("mother.name", None, UNUSUAL),
        ("mother.name", None, "李\0晓\0梅"),
        ("birth.institution.licensed", None, True),
        ("birth.institution.licensed", None, False),
        ("newborn.weight_g", 0, 3250),
        ("newborn.weight_g", 0, Decimal("3250.5")),
        ("newborn.born_at", 0, datetime.datetime(2019, 6, 8, 14, 20)),
        ("newborn.hepatitis_b.given_on", 0, datetime.date(2019, 6, 8)),
        ("services", None, ["birth-certificate", "hukou-registration"]),
        ("services", None, []),
    ],
)
def test_a_value_comes_out_as_it_was_put(application, name, newborn, value):
    application.put(name, value, newborn)
    got = application.get(name, newborn)
    assert got == value
    assert type(got) is type(value)


def test_a_text_is_read_as_the_type_of_its_field(application):
    application.put("birth.institution.licensed", "true")
    application.put("newborn.weight_g", "3250", newborn=0)
    application.put("newborn.born_at", "2019-06-08T14:20", newborn=0)
    assert application.get("birth.institution.licensed") is True
    assert application.get("newborn.weight_g", newborn=0) == 3250
    assert application.get("newborn.born_at", newborn=0) == datetime.datetime(2019, 6, 8, 14, 20)


def test_not_told_is_unknown_and_told_that_there_is_none_is_none(application):
    assert application.get("mother.phone") is UNKNOWN
    application.put("mother.phone", None)
    assert application.get("mother.phone") is None
    application.put("mother.phone", UNKNOWN)
    assert application.get("mother.phone") is UNKNOWN
    application.put_none("mother.phone")
    application.clear("mother.phone")
    assert application.get("mother.phone") is UNKNOWN


def test_unknown_is_neither_true_nor_false():
    with pytest.raises(TypeError, match="is UNKNOWN"):
        bool(UNKNOWN)
    assert copy.deepcopy(UNKNOWN) is UNKNOWN
    assert f"{UNKNOWN} {UNKNOWN!r}" == "birthcase.UNKNOWN birthcase.UNKNOWN"


def test_a_group_takes_none_and_gives_what_is_known_in_it(application):
    assert application.get("father") is UNKNOWN
    application.put("father.hukou.division", "330782")
    assert application.get("father") == {"hukou": {"division": "330782"}}
    assert application.get("father.hukou") == {"division": "330782"}
    application.put("father", None)
    assert application.get("father") is None
    assert application.get("father.name") is None
    application.put("newborn.bcg.given_on", datetime.date(2019, 6, 8), newborn=0)
    assert application.get("newborn.bcg", newborn=0) == {"given_on": "2019-06-08"}


def test_a_moment_with_a_zone_is_told_in_beijing_time(application):
    moment = datetime.datetime(2019, 6, 8, 6, 20, tzinfo=datetime.timezone.utc)
    application.put("applied_at", moment)
    assert application.get("applied_at") == datetime.datetime(2019, 6, 8, 14, 20)
    assert application.get("applied_at").replace(tzinfo=BEIJING) == moment


def test_a_value_that_its_field_refuses_is_kept_and_found(application):
    application.put("newborn.hepatitis_b.given_on", "2019-02-30", newborn=0)
    assert application.get("newborn.hepatitis_b.given_on", newborn=0) == "2019-02-30"
    (finding,) = application.findings()
    assert (finding.severity, finding.code, finding.path) == (
        "error",
        "bad-format",
        "/newborns/0/hepatitis_b/given_on",
    )
    assert "YYYY-MM-DD" in finding.message
    assert application.findings("en")[0].message != finding.message


@pytest.mark.parametrize("value", ["NaN", "Infinity", "0000-01-01", "12019-06-08", "2019-06-08T25:00", "ten"])
@pytest.mark.parametrize("name", ["newborn.weight_g", "newborn.born_at", "newborn.hepatitis_b.given_on"])
def test_what_does_not_read_as_its_type_stays_the_text_that_it_was(application, name, value):
    application.put(name, value, newborn=0)
    assert application.get(name, newborn=0) == value


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (10**6000, "out-of-range"),
        (Decimal("1E+6000"), "out-of-range"),
        (-(2**63) - 1, "out-of-range"),
        (Decimal("0.1") ** 45, "not-whole"),
    ],
    ids=["int", "Decimal", "below 64 bits", "fraction"],
)
def test_numbers_of_any_size_are_taken_and_found_wrong(application, value, code):
    application.put("newborn.weight_g", value, newborn=0)
    assert [finding.code for finding in application.findings()] == [code]
    assert application.get("newborn.weight_g", newborn=0) == value


@pytest.mark.parametrize(
    "value, words",
    [
        (3.5, "Decimal"),
        (b"\xc0\xee", "from_gb18030"),
        ({"name": "x"}, "one by one"),
        (object(), "birthcase.values"),
        (["birth-certificate", 1], "items of a list"),
    ],
)
def test_a_value_of_another_type_says_what_to_give_instead(application, value, words):
    with pytest.raises(TypeError, match=words):
        application.put("mother.name", value)


def test_an_item_of_a_list_has_no_comma(application):
    with pytest.raises(ValueError, match="comma"):
        application.put("services", ["birth-certificate,hukou-registration"])


def test_the_next_free_place_adds_a_newborn(application):
    assert application.newborn_count == 0
    application.put("newborn.sex", "1", newborn=0)
    application.put("newborn.sex", "2", newborn=1)
    assert application.newborn_count == 2
    assert [application.get("newborn.sex", newborn) for newborn in (0, 1)] == ["1", "2"]


@pytest.mark.parametrize("path", APPLICATIONS, ids=lambda path: path.stem)
def test_an_application_is_read_back_from_its_json(path):
    text = path.read_text(encoding="utf-8")
    profile = birthcase.Profile.built_in(birthcase.profile_named_in(text))
    application = birthcase.Application.parse(profile, text)
    again = birthcase.Application.parse(profile, application.to_json())
    assert again.to_json() == application.to_json()
    assert birthcase.plan(profile, again) == birthcase.plan(profile, application)
    assert application.as_dict()["profile"] == profile.id


@pytest.mark.parametrize("path", APPLICATIONS, ids=lambda path: path.stem)
def test_put_fact_by_fact_is_the_same_as_parsed(path):
    told = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    profile = birthcase.Profile.built_in(told.pop("profile"))
    application = birthcase.Application(profile)
    handed_in = told.pop("evidence", [])
    for place, newborn in enumerate(told.pop("newborns", [])):
        put_all(application, "newborn.", newborn, place)
    put_all(application, "", told, None)
    for each in handed_in:
        application.hand_in(each["type"], each.get("holder"), each.get("as", "original"), each.get("newborn"))
    parsed = birthcase.Application.parse(profile, path.read_bytes())
    assert birthcase.plan(profile, application).json == birthcase.plan(profile, parsed).json


def put_all(application, prefix, facts, newborn):
    for key, value in facts.items():
        if isinstance(value, dict):
            put_all(application, prefix + key + ".", value, newborn)
        else:
            application.put(prefix + key, value, newborn)


def test_a_document_handed_in_is_noted_once(application):
    application.hand_in("id-card", "mother")
    application.hand_in("id-card", holder="mother", as_="original")
    application.hand_in("id-card", "father", as_="copy")
    assert application.as_dict()["evidence"] == [
        {"type": "id-card", "holder": "mother", "as": "original"},
        {"type": "id-card", "holder": "father", "as": "copy"},
    ]


def test_a_manner_of_handing_in_is_one_of_three(application):
    with pytest.raises(ValueError, match="'original', 'copy' or 'scan'"):
        application.hand_in("id-card", "mother", as_="fax")


@pytest.mark.parametrize("copied", [birthcase.Application.copy, copy.copy, copy.deepcopy])
def test_a_copy_is_independent(application, copied):
    application.put("mother.name", "李晓梅")
    other = copied(application)
    other.put("mother.name", "王芳")
    application.close()
    assert other.get("mother.name") == "王芳"


def test_under_another_profile_an_unknown_fact_is_left_out_and_told(application):
    application.put("mother.name", "李晓梅")
    layer = '{"id": "less", "extends": "base", "title": {"zh": "少", "en": "less"}}'
    other = application.under(birthcase.Profile.parse(layer))
    assert other.profile.id == "less"
    assert other.get("mother.name") == "李晓梅"
    assert application.profile.id == "yiwu"


@pytest.mark.parametrize("text, id", [('{"profile": "ruian"}', "ruian"), ("{}", None), (b'{"profile":"yiwu"}', "yiwu")])
def test_the_profile_named_in_an_application_chooses_the_profile(text, id):
    assert birthcase.profile_named_in(text) == id


@pytest.mark.parametrize("bytes_like", [bytes, bytearray, memoryview])
def test_json_comes_as_text_or_as_bytes(yiwu, bytes_like):
    text = '{"mother": {"name": "%s"}}' % UNUSUAL
    for json_text in (text, bytes_like(text.encode())):
        assert birthcase.Application.parse(yiwu, json_text).get("mother.name") == UNUSUAL
    with pytest.raises(TypeError, match="json.dumps"):
        birthcase.Application.parse(yiwu, {"mother": {}})


def test_unusual_characters_reach_the_plan(yiwu, application):
    application.put("mother.name", UNUSUAL)
    plan = birthcase.plan(yiwu, application, "2019-06-10")
    assert [field.value for field in plan.form.fields if field.id == "mother.name"] == [UNUSUAL]
    assert UNUSUAL in plan.json
    assert "private-use-character" in [finding.code for finding in plan.findings]
