// Look-ups: what a plan counts on, what became of it, and where facts come from.
#include <birthcase/documents.hpp>
#include <birthcase/plan_json.hpp>

#include "applications.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

constexpr std::string_view marriage = "yiwu/marriage-shared";
constexpr std::string_view hukou = "yiwu/hukou-shared";

Example with_look_ups(std::string_view look_ups) {
  return Example::named("yiwu-local").set("/look_ups", boost::json::parse(look_ups));
}

const PlannedLookUp* look_up(const Plan& plan, std::string_view id) {
  const auto at = std::find_if(plan.look_ups.begin(), plan.look_ups.end(),
                               [id](const PlannedLookUp& each) { return each.share->id == id; });
  return at == plan.look_ups.end() ? nullptr : &*at;
}

std::string state(const Plan& plan, std::string_view id) {
  const PlannedLookUp* found = look_up(plan, id);
  return found == nullptr ? "none" : std::string(to_string(found->state));
}

std::string names(const Plan& plan, const std::vector<FactRef>& facts) {
  std::string all;
  for (const FactRef fact : facts) all += (all.empty() ? "" : ", ") + fact_name(plan.profile(), fact);
  return all;
}

std::string source(const Plan& plan, std::string_view name) {
  const FactRef wanted = fact_named(plan.profile(), name).value();
  for (const FormField& field : plan.form.fields) {
    if (FactRef{field.field->slot.index, field.newborn} == wanted) return std::string(to_string(field.source));
  }
  return "not on the form";
}

std::string origin(const Plan& plan, std::string_view name) {
  return std::string(to_string(plan.provenance(fact_named(plan.profile(), name).value()).origin));
}

std::vector<Finding> findings(const Plan& plan, std::string_view code) {
  std::vector<Finding> found;
  for (const Finding& each : plan.findings) {
    if (each.code == code) found.push_back(each);
  }
  return found;
}

std::string error_of(std::string_view look_ups) {
  const auto parsed = Application::parse(built_in("yiwu"), boost::json::serialize(with_look_ups(look_ups).document()));
  if (parsed) return "none";
  return std::string(to_string(parsed.error().kind)) + " " + parsed.error().path;
}

}  // namespace

TEST_CASE("a plan names the look-ups that it counts on, by what they are asked and what they answer") {
  const Plan plan = Example::named("yiwu-local").plan();
  const PlannedLookUp* found = look_up(plan, marriage);
  REQUIRE(found != nullptr);
  CHECK(found->state == LookUpState::open);
  CHECK(names(plan, found->keys) ==
        "mother.name, mother.id_type, mother.id_number, father.name, father.id_type, father.id_number");
  CHECK(found->unknown_keys.empty());
  REQUIRE(found->evidence.size() == 1);
  CHECK(plan.evidence[found->evidence.front()].type->id == "marriage-certificate");
  const Rules& rules = plan.profile().rules();
  CHECK(rules.organisations[found->share->organisation].id == "civil-affairs");
  CHECK(found->services.count() == 2);
  CHECK(look_up(plan, "yiwu/hospital-records") == nullptr);  // the hospital's own are looked up by nobody
}

TEST_CASE("a key that is not known yet is named, and one that there is not is left out") {
  const Plan without = Example::named("yiwu-local").remove("/father/id_number").plan();
  CHECK(names(without, look_up(without, marriage)->unknown_keys) == "father.id_number");
  const Plan alone = Example::named("yiwu-unmarried-mother").plan();
  const PlannedLookUp* police = look_up(alone, "yiwu/mother-hukou-shared");
  REQUIRE(police != nullptr);
  CHECK(names(alone, police->keys) == "mother.name, mother.id_number");
  const Plan enrolment = Example::named("yiwu-local").plan();
  CHECK(names(enrolment, look_up(enrolment, "base/own-look-up")->unknown_keys) == "newborns[0].id_number");
}

TEST_CASE("the police are asked by the parent with whom the child settles, and by no other") {
  const Plan with_father = Example::named("yiwu-local").plan();
  CHECK(names(with_father, look_up(with_father, hukou)->keys) == "father.name, father.id_number");
  const Plan with_mother = Example::named("yiwu-local").set("/settlement/with", "mother").plan();
  CHECK(names(with_mother, look_up(with_mother, hukou)->keys) == "mother.name, mother.id_number");
}

TEST_CASE("a registration that is not found is brought as a certificate, and the reason says so") {
  const Plan plan = with_look_ups(R"([{"id": "yiwu/marriage-shared", "result": "not_found",
                                       "at": "2019-06-10T09:31"}])")
                        .plan();
  CHECK(brings(plan) == "id-card/father, id-card/mother, marriage-certificate");
  const Why& why = document(plan, "marriage-certificate").why;
  CHECK(reason_of(why, Language::zh) == "民政部门未查到相关婚姻登记，请提交证件");
  CHECK(reason_of(why, Language::en) == "civil affairs found no such registration: bring the certificate");
  CHECK(why.rule->id == marriage);
  CHECK(state(plan, marriage) == "not_found");
  CHECK_FALSE(plan.acceptable.now);
  CHECK(plan.acceptable.missing_evidence.size() == 1);
}

TEST_CASE("an organisation that cannot be asked leaves its fields and documents to the family") {
  Example family = with_look_ups(R"([{"id": "yiwu/hukou-shared", "result": "not_available"}])");
  family.remove("/settlement/household/head_name").remove("/settlement/police_station");
  const Plan plan = family.plan();
  CHECK(status(plan, "hukou-booklet", "father") == "bring");
  CHECK(reason_of(document(plan, "hukou-booklet", "father").why, Language::zh) ==
        "公安部门暂时无法查询户籍，请提交居民户口簿");
  CHECK(source(plan, "newborns[0].settlement.household.head_name") == "applicant");
  CHECK(source(plan, "newborns[0].settlement.police_station") == "applicant");
  CHECK(plan.acceptable.missing_fields.size() == 2);
  const Plan before = Example::named("yiwu-local").remove("/settlement/household/head_name").plan();
  CHECK(source(before, "newborns[0].settlement.household.head_name") == "shared");
  CHECK(before.acceptable.missing_fields.empty());
}

TEST_CASE("a look-up that was asked, found or seen is counted on") {
  for (const std::string_view result : {"asked", "found", "seen"}) {
    CAPTURE(result);
    const Plan plan =
        with_look_ups(R"([{"id": "yiwu/marriage-shared", "result": ")" + std::string(result) + "\"}]").plan();
    CHECK(status(plan, "marriage-certificate") == "shared");
    CHECK(state(plan, marriage) == result);
    CHECK(plan.acceptable.now);
  }
}

TEST_CASE("a look-up that nothing hangs on is not planned, whatever became of it") {
  Example family = with_look_ups(R"([{"id": "yiwu/marriage-shared", "result": "not_found"}])");
  family.set("/mother/hukou/division", "330108");  // another rule asks for the certificate
  const Plan plan = family.plan();
  CHECK(status(plan, "marriage-certificate") == "bring");
  CHECK(state(plan, marriage) == "none");
  CHECK(reason_of(document(plan, "marriage-certificate").why, Language::zh) == "父母一方或双方户籍不在义乌");
}

TEST_CASE("what is found fills in what nobody has told") {
  Example family = with_look_ups(R"([{"id": "yiwu/hukou-shared", "result": "found", "at": "2019-06-10T09:31",
      "reference": "HK-17", "facts": {"settlement.household.head_name": "王大山"}}])");
  const Plan plan = family.remove("/settlement/household/head_name").plan();
  const FactRef head = fact_named(plan.profile(), "settlement.household.head_name").value();
  CHECK(to_string(plan.value(head)) == "王大山");
  const Provenance from = plan.provenance(head);
  CHECK(from.origin == Origin::looked_up);
  CHECK(plan.profile().rules().organisations[from.organisation].id == "public-security");
  CHECK(from.reference == "HK-17");
  REQUIRE(from.at.has_value());
  CHECK(to_string(*from.at) == "2019-06-10T09:31");
  CHECK(findings(plan, "look-up-differs").empty());
}

TEST_CASE("a fact below a group that nobody told of is there once it is found") {
  Example family = with_look_ups(R"([{"id": "yiwu/mother-hukou-shared", "result": "found",
                                      "facts": {"mother.hukou.address": "义乌市城西街道1号"}}])");
  const Plan plan = family.remove("/mother/hukou/address").plan();
  CHECK(origin(plan, "mother.hukou.address") == "looked_up");
}

TEST_CASE("what was told and what was found are compared, and neither is quoted") {
  const Plan plan = with_look_ups(R"([{"id": "yiwu/hukou-shared", "result": "found",
      "facts": {"settlement.household.head_name": "王大山"}}])")
                        .plan();
  const auto found = findings(plan, "look-up-differs");
  REQUIRE(found.size() == 1);
  CHECK(found.front().severity == Severity::error);
  CHECK(found.front().path == "/settlement/household/head_name");
  for (const Language language : {Language::zh, Language::en}) {
    const std::string message(found.front().message.in(language));
    CHECK(message.find(language == Language::zh ? "公安部门" : "public security") != std::string::npos);
    CHECK(message.find("王大山") == std::string::npos);
    CHECK(message.find("王建国") == std::string::npos);
  }
  CHECK(origin(plan, "settlement.household.head_name") == "told");
}

TEST_CASE("two organisations that find different things contradict each other") {
  boost::json::value document = built_in_document("yiwu");
  auto& shares = document.as_object().at("shares").as_array();
  for (auto& share : shares) {
    if (share.at("id") == "yiwu/hukou-shared") share.as_object()["difference"] = "warning";
  }
  shares.push_back(boost::json::parse(R"({"id": "yiwu/civil-address", "organisation": "civil-affairs",
    "fields": ["settlement.household.head_name"], "keys": ["father.id_number"], "source": "B §1.2"})"));
  const Plan plan = with_look_ups(R"([
      {"id": "yiwu/civil-address", "result": "found", "facts": {"settlement.household.head_name": "王建国"}},
      {"id": "yiwu/hukou-shared", "result": "found", "facts": {"settlement.household.head_name": "王大山"}}])")
                        .plan(profile_of(document));
  const auto found = findings(plan, "look-up-differs");
  REQUIRE(found.size() == 1);
  CHECK(found.front().severity == Severity::warning);
  CHECK(plan.acceptable.now);
}

TEST_CASE("what is found as it was told confirms it") {
  const Plan plan = with_look_ups(R"([{"id": "yiwu/hukou-shared", "result": "seen",
      "facts": {"settlement.household.head_name": "王建国"}}])")
                        .plan();
  CHECK(findings(plan, "look-up-differs").empty());
  CHECK(origin(plan, "settlement.household.head_name") == "looked_up");
}

TEST_CASE("every fact knows how it became known") {
  const Plan plan = Example::named("yiwu-local").plan();
  CHECK(origin(plan, "settlement.household.head_name") == "told");
  CHECK(origin(plan, "mother.phone") == "told");
  CHECK(origin(plan, "newborns[0].weight_g") == "hospital");
  CHECK(origin(plan, "mother.birth_date") == "derived");
  CHECK(origin(plan, "newborns[0].id_number") == "unknown");
}

TEST_CASE("papers say of what was typed that it was typed, and of what was found where and when") {
  const auto remark = [](const Plan& plan) {
    for (const paper::Block& block : application_form(plan).blocks) {
      const auto* boxes = std::get_if<paper::Boxes>(&block);
      if (boxes == nullptr) continue;
      for (const paper::Box& box : boxes->boxes) {
        if (box.fact == "newborns[0].settlement.household.head_name") return box.remark;
      }
    }
    return std::string("no box");
  };
  CHECK(remark(Example::named("yiwu-local").plan()) == "申请人填报");
  CHECK(remark(with_look_ups(R"([{"id": "yiwu/hukou-shared", "result": "not_found"}])").plan()) ==
        "申请人填报，公安部门未查到");
  CHECK(remark(with_look_ups(R"([{"id": "yiwu/hukou-shared", "result": "found", "at": "2019-06-10T09:31",
      "reference": "HK-17", "facts": {"settlement.household.head_name": "王建国"}}])")
                   .plan()) == "公安部门共享查询（2019年6月10日），编号HK-17");
  CHECK(remark(with_look_ups(R"([{"id": "yiwu/hukou-shared", "result": "seen", "at": "2019-06-10T09:31",
      "facts": {"settlement.household.head_name": "王建国"}}])")
                   .plan()) == "经办人已核看公安部门记录（2019年6月10日）");
}

TEST_CASE("a look-up that has to be answered first keeps a case from being accepted, and says so") {
  boost::json::value document = built_in_document("yiwu");
  for (auto& share : document.as_object().at("shares").as_array()) {
    if (share.at("id").as_string() == boost::json::string_view(marriage)) share.as_object()["before_acceptance"] = true;
  }
  const Profile strict = profile_of(document);
  const Plan open = Example::named("yiwu-local").plan(strict);
  CHECK_FALSE(open.acceptable.now);
  REQUIRE(findings(open, "look-up-open").size() == 1);
  CHECK(findings(open, "look-up-open").front().path == "/look_ups");
  const Plan answered = with_look_ups(R"([{"id": "yiwu/marriage-shared", "result": "seen"}])").plan(strict);
  CHECK(answered.acceptable.now);
}

TEST_CASE("a share whose words say nothing of a failed look-up has words that follow from it") {
  boost::json::value changed = built_in_document("yiwu");
  for (auto& share : changed.as_object().at("shares").as_array()) {
    if (share.at("id").as_string() == boost::json::string_view(marriage)) share.as_object().erase("not_found");
  }
  const Plan plan =
      with_look_ups(R"([{"id": "yiwu/marriage-shared", "result": "not_found"}])").plan(profile_of(changed));
  CHECK(reason_of(document(plan, "marriage-certificate").why, Language::zh) ==
        "民政部门未查到相关记录，请提交结婚证或离婚证（或法院离婚判决书、调解书）");
}

TEST_CASE("each newborn has its own look-up where it is asked about a newborn") {
  const Plan plan = Example::named("yiwu-twins").plan();
  const auto of_newborns = std::count_if(plan.look_ups.begin(), plan.look_ups.end(), [](const PlannedLookUp& each) {
    return each.share->id == "base/own-look-up" && each.newborn != FactRef::family;
  });
  CHECK(of_newborns == 2);
}

TEST_CASE("look-ups survive writing and reading, and another profile takes those that it has") {
  const Example family = with_look_ups(R"([{"id": "yiwu/hukou-shared", "result": "found", "at": "2019-06-10T09:31",
      "reference": "HK-17", "facts": {"settlement.address": "义乌市城西街道1号"}},
      {"id": "base/own-look-up", "newborn": 0, "result": "found",
       "facts": {"newborns[0].insurance.already_enrolled": false}}])");
  const Application read = family.read(built_in("yiwu"));
  const std::string written = to_json(read);
  CHECK(written.find(R"("look_ups":[{"id":"yiwu/hukou-shared","result":"found","at":"2019-06-10T09:31",)") !=
        std::string::npos);
  const Application again = Application::parse(built_in("yiwu"), written).value();
  CHECK(again.facts()->look_ups == read.facts()->look_ups);
  const Application elsewhere = read.under(built_in("wenling"));
  REQUIRE(elsewhere.facts()->look_ups.size() == 1);
  CHECK(elsewhere.findings().back().path == "/look_ups/0");
}

TEST_CASE("what became of a look-up is told under names that there are") {
  CHECK(error_of(R"([{"id": "yiwu/marriage-shred", "result": "found"}])") == "unknown-name /look_ups/0/id");
  CHECK(error_of(R"([{"id": "yiwu/hospital-records", "result": "found"}])") == "contradiction /look_ups/0/id");
  CHECK(error_of(R"([{"id": "yiwu/marriage-shared", "result": "perhaps"}])") == "unknown-name /look_ups/0/result");
  CHECK(error_of(R"([{"id": "yiwu/marriage-shared"}])") == "missing /look_ups/0");
  CHECK(error_of(R"([{"result": "found"}])") == "missing /look_ups/0");
  CHECK(error_of(R"([{"id": "yiwu/marriage-shared", "result": "found", "newborn": 0}])") ==
        "contradiction /look_ups/0/newborn");
  CHECK(error_of(R"([{"id": "base/own-look-up", "result": "found", "newborn": 3}])") ==
        "out-of-range /look_ups/0/newborn");
  CHECK(error_of(R"([{"id": "yiwu/hukou-shared", "result": "found", "facts": {"mother.phone": "13800000001"}}])") ==
        "contradiction /look_ups/0/facts/mother.phone");
  CHECK(error_of(R"([{"id": "yiwu/hukou-shared", "result": "not_found", "facts": {"settlement.address": "x"}}])") ==
        "contradiction /look_ups/0/facts");
  CHECK(error_of(
            R"([{"id": "yiwu/hukou-shared", "result": "found", "facts": {"settlement.household.kind": "palace"}}])") ==
        "out-of-range /look_ups/0/facts/settlement.household.kind");
  CHECK(error_of(R"([{"id": "yiwu/marriage-shared", "result": "found", "at": "yesterday"}])") ==
        "syntax /look_ups/0/at");
  CHECK(error_of(R"([{"id": "yiwu/marriage-shared", "result": "found", "by": "x"}])") == "unknown-name /look_ups/0/by");
  CHECK(error_of(R"([{"id": "yiwu/marriage-shared", "result": "found"},
                     {"id": "yiwu/marriage-shared", "result": "seen"}])") == "contradiction /look_ups/1");
  CHECK(error_of(R"({})") == "wrong-type /look_ups");
}

TEST_CASE("a plan's JSON has its look-ups and where known facts come from") {
  const Plan plan = with_look_ups(R"([{"id": "yiwu/hukou-shared", "result": "found", "at": "2019-06-10T09:31",
      "facts": {"settlement.household.head_name": "王建国"}}])")
                        .plan();
  const auto json = boost::json::parse(to_json(plan));
  const auto& look_ups = json.at("look_ups").as_array();
  const auto at = std::find_if(look_ups.begin(), look_ups.end(), [](const auto& each) {
    return each.at("id").as_string() == boost::json::string_view(hukou);
  });
  REQUIRE(at != look_ups.end());
  CHECK(at->at("state") == "found");
  CHECK(at->at("organisation") == "public-security");
  CHECK(at->at("supplies").at("evidence").at(0).at("type") == "hukou-booklet");
  for (const auto& field : json.at("form").at("fields").as_array()) {
    CHECK(field.as_object().contains("provenance") == field.as_object().contains("value"));
    if (!std::string_view(field.at("id").as_string()).ends_with("settlement.household.head_name")) continue;
    CHECK(field.at("provenance") ==
          boost::json::parse(R"({"origin": "looked_up", "organisation": "public-security", "state": "found",
                                 "at": "2019-06-10T09:31"})"));
  }
}
