"""Plans: the command line's bytes, and the same as Python's objects."""

import copy
import dataclasses
import datetime
import json
import pickle
import subprocess

import pytest

import birthcase
from birthcase import _documents
from conftest import APPLICATIONS, UNUSUAL

DAY = datetime.date(2019, 6, 10)


def plan_of(path, language="zh"):
    text = path.read_text(encoding="utf-8")
    profile = birthcase.Profile.built_in(birthcase.profile_named_in(text))
    return birthcase.plan(profile, birthcase.Application.parse(profile, text), language=language)


def test_there_are_fifteen_example_applications():
    assert len(APPLICATIONS) == 15


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", APPLICATIONS, ids=lambda path: path.stem)
def test_a_plan_is_byte_for_byte_what_the_command_line_prints(path, language, command_line):
    command = [command_line, "plan", str(path), "--json", "--lang", language]
    run = subprocess.run(command, stdout=subprocess.PIPE)
    assert run.returncode in (0, 1)  # 1: the window cannot take it in
    assert plan_of(path, language).json.encode() + b"\n" == run.stdout


@pytest.mark.parametrize("path", APPLICATIONS, ids=lambda path: path.stem)
def test_a_plan_from_a_document_is_the_plan_of_its_application(path):
    document = path.read_bytes()
    profile = birthcase.Profile.built_in(birthcase.profile_named_in(document))
    assert birthcase.plan_document(profile, document) == plan_of(path).json


def test_a_document_has_what_is_wanted_of_it():
    text = next(path for path in APPLICATIONS if path.stem == "yiwu-twins").read_bytes()
    yiwu = birthcase.Profile.built_in("yiwu")
    whole = json.loads(birthcase.plan_document(yiwu, text))
    some = json.loads(birthcase.plan_document(yiwu, text, parts=("undetermined", "evidence"), reasons=False))
    assert list(some) == ["evidence", "undetermined"]
    assert some["evidence"] == [
        {key: value for key, value in item.items() if key != "why"} for item in whole["evidence"]
    ]
    assert json.loads(birthcase.plan_document(yiwu, text, parts="due")) == {"due": whole["due"]}
    assert "label" not in birthcase.plan_document(yiwu, text, labels=False)
    with pytest.raises(birthcase.UnknownNameError, match="no such part; it has profile, as_of,"):
        birthcase.plan_document(yiwu, text, parts=["evidences"])
    with pytest.raises(ValueError, match="name one"):
        birthcase.plan_document(yiwu, text, parts=[])


@pytest.mark.parametrize("path", APPLICATIONS, ids=lambda path: path.stem)
def test_the_objects_say_what_the_json_says(path):
    plan = plan_of(path)
    said = plan.as_dict()
    assert plan.profile == said["profile"]
    assert plan.as_of.isoformat() == said["as_of"]
    assert [lane.id for lane in plan.services] == [lane["id"] for lane in said["services"]]
    assert [(lane.lane, lane.already_done, lane.follows) for lane in plan.services] == [
        (lane["lane"], lane.get("already_done", False), lane.get("follows")) for lane in said["services"]
    ]
    assert [field.id for field in plan.form.fields] == [field["id"] for field in said["form"]["fields"]]
    assert plan.form.asked == said["form"]["counts"]["asked"]
    assert [item.status for item in plan.evidence] == [item["status"] for item in said["evidence"]]
    assert [item.why and item.why.rule for item in plan.evidence] == [
        item.get("why", {}).get("rule") for item in said["evidence"]
    ]
    assert [step.id for step in plan.route] == [step["step"] for step in said["route"]]
    assert [[field.id for field in step.fields] for step in plan.route] == [
        step["payload"]["fields"] for step in said["route"]
    ]
    assert [[(item.type, item.holder) for item in step.evidence] for step in plan.route] == [
        [(item["type"], item.get("holder")) for item in step["payload"]["evidence"]] for step in said["route"]
    ]
    assert [(each.id, each.newborn, each.state) for each in plan.look_ups] == [
        (each["id"], each.get("newborn"), each["state"]) for each in said["look_ups"]
    ]
    assert [field.provenance and field.provenance.origin for field in plan.form.fields] == [
        field.get("provenance", {}).get("origin") for field in said["form"]["fields"]
    ]
    assert [each.fact for each in plan.undetermined] == [each["fact"] for each in said["undetermined"]]
    assert [each.code for each in plan.findings] == [each["code"] for each in said["findings"]]
    assert plan.acceptable.now is said["acceptable"]["now"]
    missing = [field.id for field in plan.acceptable.missing_fields]
    assert missing == [each["field"] for each in said["acceptable"]["missing"] if "field" in each]
    assert len(plan.acceptable.missing_evidence) + len(missing) == len(said["acceptable"]["missing"])
    assert len(plan.acceptable.deferrable) == len(said["acceptable"]["deferrable"])


@pytest.mark.parametrize("path", APPLICATIONS, ids=lambda path: path.stem)
def test_a_document_is_named_by_type_holder_and_newborn_alone(path):
    named = [(item.type, item.holder, item.newborn) for item in plan_of(path).evidence]
    assert len(named) == len(set(named))


def test_a_deadline_is_a_date_or_a_moment(root):
    of_days = plan_of(root / "examples" / "applications" / "wenling-hospital.json")
    assert of_days.due == datetime.date(2019, 5, 6)
    assert not isinstance(of_days.due, datetime.datetime)
    of_minutes = plan_of(root / "examples" / "applications" / "wenling-service-centre.json")
    assert any(isinstance(step.due, datetime.datetime) for step in of_minutes.route)


def test_values_of_the_form_are_python_values(root):
    plan = plan_of(root / "examples" / "applications" / "yiwu-half-filled.json")
    values = {field.id: field.value for field in plan.form.fields}
    assert values["mother.name"] == "李晓梅"
    assert values["newborns[0].weight_g"] == 3250
    assert values["newborns[0].born_at"] == datetime.datetime(2019, 6, 8, 14, 20)
    assert values["newborns[0].birth_date"] == datetime.date(2019, 6, 8)
    assert values["mother.phone"] is birthcase.UNKNOWN


def test_what_there_is_none_of_is_none_and_not_unknown(yiwu, half_filled):
    application = birthcase.Application.parse(yiwu, half_filled)
    application.put("mother.phone", None)
    application.put("mother.ethnicity", birthcase.UNKNOWN)
    values = {field.id: field.value for field in birthcase.plan(yiwu, application).form.fields}
    assert values["mother.phone"] is None
    assert values["mother.ethnicity"] is birthcase.UNKNOWN


def test_a_reason_names_the_rule_its_condition_and_the_facts_that_it_read(yiwu, half_filled):
    plan = birthcase.plan(yiwu, birthcase.Application.parse(yiwu, half_filled))
    (item,) = [item for item in plan.evidence if item.type == "marriage-certificate"]
    assert item.status == "undetermined"
    assert item.why.rule == "yiwu/marriage-shared"
    assert item.why.holds is None
    assert item.why.condition.startswith("mother.hukou.division = jurisdiction.division and (father = null")
    assert item.why.interpretation is True
    read = {each.fact: each.value for each in item.why.facts}
    assert read["mother.hukou.division"] is birthcase.UNKNOWN
    assert read["jurisdiction.division"] == "330782"
    assert set(read) == {"mother.hukou.division", "father", "father.hukou.division", "jurisdiction.division"}


def test_labels_are_in_the_language_that_was_asked_for(yiwu, half_filled):
    application = birthcase.Application.parse(yiwu, half_filled)
    chinese = birthcase.plan(yiwu, application)
    english = birthcase.plan(yiwu, application, language="en")
    assert [plan.route[1].organisation_label for plan in (chinese, english)] == [
        "社区卫生院",
        "community health centre",
    ]
    assert [plan.route[1].operator_label for plan in (chinese, english)] == [
        "助产机构",
        "midwifery institution",
    ]
    assert [plan.evidence[1].holder_label for plan in (chinese, english)] == ["母亲", "mother"]


def test_what_is_undetermined_can_be_put_as_it_is_named(yiwu, half_filled):
    application = birthcase.Application.parse(yiwu, half_filled)
    (question,) = [
        each for each in birthcase.plan(yiwu, application).undetermined if each.fact == "newborns[0].bcg.given_on"
    ]
    assert (question.field, question.newborn) == ("newborn.bcg.given_on", 0)
    application.put(question.field, datetime.date(2019, 6, 8), question.newborn)
    asked = [each.fact for each in birthcase.plan(yiwu, application).undetermined]
    assert question.fact not in asked and asked


def test_a_scan_in_hand_lets_the_original_come_later(yiwu, half_filled):
    application = birthcase.Application.parse(yiwu, half_filled)
    application.hand_in("id-card", "mother", as_="scan")
    plan = birthcase.plan(yiwu, application)
    assert [(item.type, item.holder) for item in plan.acceptable.deferrable] == [("id-card", "mother")]
    assert ("id-card", "mother") not in [(item.type, item.holder) for item in plan.acceptable.missing_evidence]


def test_the_day_can_be_a_date_a_text_or_the_applications_own(yiwu, half_filled):
    application = birthcase.Application.parse(yiwu, half_filled)
    plans = [birthcase.plan(yiwu, application, as_of) for as_of in (DAY, "2019-06-10", None)]
    assert plans[0] == plans[1] == plans[2]
    assert plans[0].as_of == DAY
    assert birthcase.plan(yiwu, application, datetime.date(2019, 6, 11)) != plans[0]


@pytest.mark.parametrize("as_of", [datetime.datetime(2019, 6, 10, 9), 20190610, b"2019-06-10"])
def test_a_moment_is_no_day(yiwu, application, as_of):
    with pytest.raises(TypeError, match="as_of: a datetime.date is needed"):
        birthcase.plan(yiwu, application, as_of)


def test_an_application_can_be_planned_under_another_citys_profile(half_filled, yiwu):
    ruian = birthcase.Profile.built_in("ruian")
    plan = birthcase.plan(ruian, birthcase.Application.parse(yiwu, half_filled))
    assert plan.profile == "ruian"


def test_a_plan_is_plain_data(yiwu, half_filled):
    plan = birthcase.plan(yiwu, birthcase.Application.parse(yiwu, half_filled))
    assert pickle.loads(pickle.dumps(plan)) == plan
    assert copy.deepcopy(plan) == plan
    with pytest.raises(dataclasses.FrozenInstanceError):
        plan.due = None


def test_a_plan_outlives_what_it_was_made_from(half_filled):
    profile = birthcase.Profile.built_in("yiwu")
    application = birthcase.Application.parse(profile, half_filled)
    plan = birthcase.plan(profile, application)
    application.close()
    profile.close()
    assert json.loads(plan.json)["profile"] == plan.profile == "yiwu"


def test_no_repr_shows_what_a_person_typed(yiwu):
    told = {"mother": {"name": UNUSUAL, "id_number": "330782199003070021"}, "father": {"name": "某某某"}}
    application = birthcase.Application.parse(yiwu, json.dumps(told))
    shown = repr(birthcase.plan(yiwu, application, DAY)) + repr(application) + repr(yiwu)
    assert all(value not in shown for value in (UNUSUAL, "330782199003070021", "某某某"))
    assert "mother.name" in shown


def test_documents_that_plans_have_in_common_keep_each_familys_own_facts(yiwu, half_filled):
    divisions, told = ("330108", "330106"), []
    for division in divisions:
        application = birthcase.Application.parse(yiwu, half_filled)
        application.put("mother.hukou.division", division)
        plan = birthcase.plan(yiwu, application)
        (item,) = [item for item in plan.evidence if item.type == "marriage-certificate"]
        told.append(item)
    one, other = told
    assert vars(one) is vars(other)  # all but the reason is there once
    assert [{each.fact: each.value for each in item.why.facts}["mother.hukou.division"] for item in told] == [*divisions]
    assert one != other and (one.status, one.why.text) == (other.status, other.why.text)


def test_a_document_changed_in_one_plan_is_as_it_was_in_the_others(yiwu, half_filled):
    application = birthcase.Application.parse(yiwu, half_filled)
    one, other = (birthcase.plan(yiwu, application) for _ in range(2))
    changed = dataclasses.replace(one.evidence[0], status="bring", why=None)
    assert (changed.status, changed.why) == ("bring", None)
    assert one.evidence[0] == other.evidence[0] != changed
    assert copy.copy(changed) == pickle.loads(pickle.dumps(changed)) == changed


def test_what_is_read_late_is_what_was_planned(half_filled):
    profile = birthcase.Profile.built_in("yiwu")
    application = birthcase.Application.parse(profile, half_filled)
    early, late = (birthcase.plan(profile, application) for _ in range(2))
    said = repr(early), dataclasses.asdict(early)
    application.put("mother.hukou.division", "330782")
    application.put("mother.name", None)
    application.close()
    profile.close()
    assert (repr(late), dataclasses.asdict(late)) == said


def test_documents_are_known_anew_when_there_are_too_many(half_filled, monkeypatch):
    monkeypatch.setattr(_documents, "_MOST", 1)
    profile = birthcase.Profile.built_in("yiwu")
    application = birthcase.Application.parse(profile, half_filled)
    expected = birthcase.plan(birthcase.Profile.built_in("yiwu"), application)
    for division in ("330782", "330108", "330782"):
        application.put("mother.hukou.division", division)
        fresh = birthcase.Profile.built_in("yiwu")
        assert birthcase.plan(profile, application).evidence == birthcase.plan(fresh, application).evidence
    application.clear("mother.hukou.division")
    assert birthcase.plan(profile, application) == expected


def test_an_attribute_that_no_plan_has_is_an_error(yiwu, application):
    plan = birthcase.plan(yiwu, application, DAY)
    with pytest.raises(AttributeError):
        plan.evidense
    assert plan.route is plan.route
    assert plan.evidence[0] is plan.evidence[0]
    for step in plan.route:
        assert all(any(item is each for each in plan.evidence) for item in step.evidence)
