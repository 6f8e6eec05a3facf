// Facts against each other, as people and cases meet it; what is compared is tested by profiles/tests/facts-agree.
#include "case_story.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

Example local() { return Example::named("yiwu-local"); }

std::string codes(const Plan& plan) {
  std::vector<std::string> codes;
  for (const Finding& finding : plan.findings) codes.push_back(finding.code + "@" + finding.path);
  return joined(std::move(codes));
}

NamedFact fact(std::string name, std::string value) { return {std::move(name), Value::text(std::move(value))}; }

// The base profile with one derivation changed.
Profile with_derivation(std::string_view id, std::string_view key, boost::json::value value) {
  auto document = built_in_document("base");
  for (auto& row : document.at("derivations").as_array()) {
    if (row.at("id").as_string() == id) row.as_object()[key] = value;
  }
  return profile_of(document);
}

}  // namespace

TEST_CASE("a fact told otherwise than it follows names both facts and no value") {
  const Plan plan = local().set("/newborns/0/birth_date", "2019-06-09").plan();
  const Finding* found = finding(plan, "facts-disagree");
  REQUIRE(found != nullptr);
  CHECK(found->severity == Severity::error);
  CHECK(found->path == "/newborns/0/birth_date");
  CHECK(found->message.zh == "新生儿出生日期与出生时间不一致，请对照证件核对，更正有误的一项");
  CHECK(found->message.en ==
        "newborn's date of birth does not agree with date and time of birth; check both against the documents and "
        "correct the wrong one");
  CHECK_FALSE(plan.acceptable.now);
}

TEST_CASE("what a fact follows from is what somebody told, however far that is") {
  const Plan plan = local().set("/newborns/0/mother_age", 40).plan();
  const Finding* found = finding(plan, "facts-disagree");
  REQUIRE(found != nullptr);
  CHECK(found->message.zh ==
        "母亲生育年龄与母亲证件类型、母亲证件号码、出生时间不一致，请对照证件核对，更正有误的一项");
}

TEST_CASE("a fact that follows from the rules alone is held against the rules") {
  const Plan plan = local().set("/card/applied_by", "self").plan();
  const Finding* found = finding(plan, "facts-disagree");
  REQUIRE(found != nullptr);
  CHECK(found->message.zh == "社会保障卡申领方式与本地方案的规定不一致，请核对后更正");
}

TEST_CASE("a disagreement that may be is a warning, and the family is taken in") {
  const Plan plan = local().set("/benefit/newborn_count", 2).plan();
  const Finding* found = finding(plan, "facts-disagree");
  REQUIRE(found != nullptr);
  CHECK(found->severity == Severity::warning);
  CHECK(found->message.zh == "生育子女数填的是2，按已填写的情况应为1，请更正填错的一项");
  CHECK(found->message.en ==
        "number of children born is given as 2, but the other facts give 1; correct the wrong one");
  CHECK(plan.acceptable.now);
}

TEST_CASE("a value that was told and cannot be used is asked again, also where it would follow") {
  const Plan plan = local().set("/birth/place_division", "99999").plan();
  CHECK(finding(plan, "unknown-code") != nullptr);
  const auto place = std::find_if(plan.form.fields.begin(), plan.form.fields.end(),
                                  [](const FormField& each) { return each.field->id == "birth.place_division"; });
  REQUIRE(place != plan.form.fields.end());
  CHECK(place->value == nullptr);
  CHECK(place->source != FieldSource::derived);
}

TEST_CASE("none is said to be no answer in the words of the field, and nothing is accepted") {
  const Plan plan = local().set("/newborns/0/weight_g", nullptr).plan();
  const Finding* found = finding(plan, "value-needed");
  REQUIRE(found != nullptr);
  CHECK(found->path == "/newborns/0/weight_g");
  CHECK(found->message.zh == "出生体重（克）不能填“无”，请核实后填写；还不知道的请不要填");
  CHECK_FALSE(plan.acceptable.now);
}

TEST_CASE("a number that does not fit is told the range and the unit of its own field") {
  const auto message = [](const char* path, boost::json::value value, const char* code) {
    const Plan plan = local().set(path, std::move(value)).plan();
    const Finding* found = finding(plan, code);
    return found == nullptr ? std::string() : found->message.zh;
  };
  const std::string weight = "应填50至15000之间的整数，单位是克，请核对数值和单位";
  CHECK(message("/newborns/0/weight_g", 3.2, "not-whole") == weight);
  CHECK(message("/newborns/0/weight_g", 3, "out-of-range") == weight);
  CHECK(message("/newborns/0/weight_g", "三公斤", "bad-format") == weight);
  CHECK(message("/newborns/0/length_cm", 500, "out-of-range") == "应填10至100之间的数字，单位是厘米，请核对数值和单位");
  CHECK(message("/newborns/0/order", "first", "bad-format") == "应填1至12之间的整数，请核对数值和单位");
}

TEST_CASE("a child that is not named yet is told to leave the name out") {
  const Plan plan = local().set("/newborns/0/name", "王芳之女").plan();
  const Finding* found = finding(plan, "placeholder-name");
  REQUIRE(found != nullptr);
  CHECK(found->severity == Severity::error);
  CHECK(found->message.zh ==
        "填的是代称（如“待定”“某某”“某某之子”），不是姓名，请更正；尚未取名的，姓名请留空；申领出生医学证明和落户须有姓"
        "名，取名后再补填并办理");
}

TEST_CASE("a profile says of each derivation whether it is a default, how grave a contradiction is, and its code") {
  const Example told = local().set("/newborns/0/birth_date", "2019-06-09");
  const auto found_with = [&told](std::string_view key, boost::json::value value) {
    return told.plan(with_derivation("newborn-birth-date", key, std::move(value)));
  };
  CHECK(finding(found_with("default", true), "facts-disagree") == nullptr);
  CHECK(finding(found_with("severity", "info"), "facts-disagree")->severity == Severity::info);
  CHECK(finding(found_with("finding", "another-day"), "another-day") != nullptr);
}

TEST_CASE("a default has no finding, only a date is past and only a number is whole") {
  const auto refused = [](std::string_view table, std::string_view id, boost::json::object members) {
    auto document = built_in_document("base");
    for (auto& row : document.at(table).as_array()) {
      if (row.at("id").as_string() != id) continue;
      for (const auto& member : members) row.as_object()[member.key()] = member.value();
    }
    const auto profile = Profile::parse(boost::json::serialize(document));
    return profile ? std::string("loads") : profile.error().message;
  };
  CHECK(refused("derivations", "collector-name", {{"severity", "info"}}).find("take one of them out") !=
        std::string::npos);
  CHECK(refused("derivations", "collector-name", {{"finding", "x"}}).find("take one of them out") != std::string::npos);
  CHECK(refused("fields", "mother.name", {{"past", true}}).find("only a date") != std::string::npos);
  CHECK(refused("fields", "mother.name", {{"whole", true}}).find("only a number") != std::string::npos);
}

TEST_CASE("a value that its check refuses contradicts nothing besides") {
  CHECK(codes(local().set("/newborns/0/mother_age", 28.5).plan()) == "not-whole@/newborns/0/mother_age");
}

TEST_CASE("the same day counts to the minute where the time of the application is known") {
  auto document = built_in_document("base");
  for (auto& row : document.at("fields").as_array()) {
    if (row.at("id") == "newborn.born_at") row.as_object()["past"] = true;
  }
  const Profile profile = profile_of(document);
  const Example told = local().set("/applied_at", "2019-06-10T09:30");
  CHECK(finding(Example(told).set("/newborns/0/born_at", "2019-06-10T09:31").plan(profile), "in-the-future") !=
        nullptr);
  CHECK(finding(Example(told).set("/newborns/0/born_at", "2019-06-10T09:30").plan(profile), "in-the-future") ==
        nullptr);
}

TEST_CASE("in a case under way a day is past once it has come") {
  Story story("yiwu");
  story.accepted(local(), "2019-06-10T09:30").does(commands::Dispatch{});
  commands::Answer answer{.message = story.message_of("birth-certificate#1"),
                          .result = commands::AnswerKind::completed,
                          .outputs = {fact("newborns[0].birth_certificate.number", "T330000001"),
                                      fact("newborns[0].birth_certificate.issued_on", "2019-06-12")}};
  story.at("2019-06-11T09:00");
  CHECK(story.refused(answer) == "contradicts");
  story.at("2019-06-12T09:00").does(answer);
  CHECK(story.state("birth-certificate#1") == "completed");
  CHECK(plan(story.state(), story.now().date()).acceptable.now);
}
