"""Profiles, their forms and schemas, and what they ask side by side."""

import json

import pytest

import birthcase

LAYER = '{"id": "%s", "extends": "%s", "title": {"zh": "一层", "en": "a layer"}}'


def test_four_profiles_are_built_in():
    assert sorted(birthcase.built_in_ids()) == ["base", "ruian", "wenling", "yiwu"]
    for id in birthcase.built_in_ids():
        assert birthcase.Profile.built_in(id).id == id
        assert json.loads(birthcase.built_in_json(id))["id"] == id


def test_an_unknown_profile_is_an_error():
    for ask in (birthcase.Profile.built_in, birthcase.built_in_json):
        with pytest.raises(birthcase.UnknownNameError):
            ask("yiwoo")


@pytest.mark.parametrize("arguments", [(), ("yiwu",)])
def test_a_profile_is_not_made_from_nothing(arguments):
    with pytest.raises(TypeError):
        birthcase.Profile(*arguments)


def test_titles_are_in_both_languages(yiwu):
    assert yiwu.title() == "义乌市：医院一窗受理、部门在线审批"
    assert yiwu.title("en").startswith("Yiwu")


def test_a_profile_may_extend_the_texts_that_are_given_with_it():
    middle, top = LAYER % ("middle", "yiwu"), LAYER % ("top", "middle")
    profile = birthcase.Profile.parse(top, extends=[middle.encode()])
    assert profile.id == "top"
    assert profile.title("en") == "a layer"
    with pytest.raises(birthcase.InputError):
        birthcase.Profile.parse(top)


def test_of_two_texts_with_one_id_the_later_counts():
    texts = ['{"id": "middle"}', LAYER % ("middle", "yiwu")]
    assert birthcase.Profile.parse(LAYER % ("top", "middle"), extends=texts).id == "top"


def test_a_built_in_text_reads_back_as_the_profile(yiwu, half_filled):
    again = birthcase.Profile.parse(birthcase.built_in_json("yiwu"))
    assert birthcase.plan_document(again, half_filled) == birthcase.plan_document(yiwu, half_filled)


def test_the_form_is_the_whole_one_or_one_services_part(yiwu):
    whole, part = yiwu.form(), yiwu.form("birth-certificate", language="en")
    assert whole["profile"] == "yiwu"
    assert len(whole["services"]) > 1
    assert [service["id"] for service in part["services"]] == ["birth-certificate"]
    assert 0 < len(part["fields"]) < len(whole["fields"])
    with pytest.raises(birthcase.UnknownNameError):
        yiwu.form("birth-certifikate")


def test_the_data_dictionary_has_every_field_with_its_codes(yiwu):
    dictionary = yiwu.fields("en")
    role = next(field for field in dictionary["fields"] if field["id"] == "applicant.role")
    assert "mother" in [code["code"] for code in role["codes"]]
    assert {field["codes"] for field in dictionary["fields"] if isinstance(field.get("codes"), str)} == {
        table["id"] for table in dictionary["tables"]}


def test_the_schema_describes_every_key_of_an_application(yiwu, half_filled):
    schema = yiwu.application_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert set(json.loads(half_filled)) <= set(schema["properties"])
    assert yiwu.application_schema("en")["title"] == yiwu.title("en")


def test_the_type_of_every_field_of_the_form_is_known_to_python(yiwu):
    kinds = yiwu._open().kinds
    types = {field["id"]: field["type"] for field in yiwu.form()["fields"]}
    assert {id: kinds[id] for id in types} == {id: type.replace("code", "text") for id, type in types.items()}
    assert {"boolean", "number", "date", "date_time", "text", "group", "list"} == set(kinds.values())


def test_profiles_are_compared_side_by_side(yiwu):
    base = birthcase.Profile.built_in("base")
    comparison = birthcase.compare([base, yiwu], "2019-06-10", language="en")
    assert comparison.profiles == ("base", "yiwu")
    assert comparison.titles == (base.title("en"), yiwu.title("en"))
    first = comparison.rows[0]
    assert (first.service, first.label) == ("birth-certificate", "birth certificate")
    assert [cell.profile for cell in first.cells] == ["base", "yiwu"]
    before, now = comparison.together
    assert len(now.brings) < len(before.brings)
    conditional = [item for item in now.brings if item.conditional]
    assert conditional and all(item.condition for item in conditional)


def test_no_profile_cannot_be_compared():
    with pytest.raises(birthcase.MissingError):
        birthcase.compare([], "2019-06-10")


def test_the_versions_are_those_of_the_library():
    assert birthcase.abi_version() == 1
    assert birthcase.version().count(".") == 2
