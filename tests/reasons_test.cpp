// Nobody is refused without a reason, and what is accepted can be carried out.
#include "case_story.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const FormField* asked(const Plan& plan, std::string_view id) {
  const auto at = std::find_if(plan.form.fields.begin(), plan.form.fields.end(),
                               [id](const FormField& each) { return each.field->id == id; });
  return at == plan.form.fields.end() ? nullptr : &*at;
}

bool is_missing(const Plan& plan, std::string_view id) {
  const auto& missing = plan.acceptable.missing_fields;
  return std::any_of(missing.begin(), missing.end(),
                     [&](std::uint16_t place) { return plan.form.fields[place].field->id == id; });
}

bool is_sent(const Plan& plan, std::string_view id) {
  return std::any_of(plan.route.begin(), plan.route.end(), [&](const Step& each) {
    const auto payload = plan.at(each.payload_fields);
    return std::any_of(payload.begin(), payload.end(),
                       [&](std::uint16_t place) { return plan.form.fields[place].field->id == id; });
  });
}

bool says_why(const Plan& plan) {
  const Acceptability& acceptable = plan.acceptable;
  return acceptable.now || !acceptable.missing_evidence.empty() || !acceptable.missing_fields.empty() ||
         !plan.undetermined.empty() ||
         std::any_of(plan.findings.begin(), plan.findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::error; });
}

Example with_passport(const std::string& parent) {
  Example family = Example::named("yiwu-local").set("/applicant/role", parent == "mother" ? "father" : "mother");
  family.set("/" + parent + "/id_type", "03").set("/" + parent + "/id_number", "TR1234567");
  family.set("/" + parent + "/nationality", "JPN").remove("/" + parent + "/ethnicity");
  family.remove("/" + parent + "/hukou").set("/" + parent + "/hukou", nullptr);
  family.set("/settlement/with", parent == "mother" ? "father" : "mother").set("/newborns/0/ethnicity", "01");
  return family.hand_in_nothing()
      .hand_in("id-card", parent == "mother" ? "father" : "mother")
      .hand_in("passport", parent)
      .hand_in("marriage-certificate");
}

// Accepts and carries everything out, every department answering yes.
void runs_to_the_end(const Example& family) {
  Story story("yiwu");
  story.accepted(family, "2019-06-10T09:30").runs().does(commands::Deliver{}).does(commands::Close{});
}

}  // namespace

TEST_CASE("a field whose share is undetermined is named with what decides the share") {
  Example family = Example::named("yiwu-local").remove("/father/hukou").set("/settlement/with", "mother");
  const Plan plan = family.plan();
  CHECK_FALSE(plan.acceptable.now);
  CHECK(asked(plan, "father.hukou.address")->source == FieldSource::undetermined);
  CHECK(asked_to_decide(plan, "field/father.hukou.address") == "father.hukou.division");
}

TEST_CASE("the mother's field, too") {
  Example family = Example::named("yiwu-local").remove("/mother/hukou").set("/applicant/role", "father");
  CHECK(asked_to_decide(family.plan(), "field/mother.hukou.address") == "mother.hukou.division");
}

TEST_CASE("a parent without a resident ID card is asked for the birth date that the age follows from") {
  for (const std::string parent : {"mother", "father"}) {
    CAPTURE(parent);
    const std::string birth_date = parent + ".birth_date";
    const Plan plan = with_passport(parent).plan();
    const FormField* field = asked(plan, birth_date);
    REQUIRE(field != nullptr);
    CHECK(field->required);
    CHECK(field->source == FieldSource::applicant);
    CHECK(field->needed_by == asked(plan, "newborn." + parent + "_age")->needed_by);
    CHECK(is_missing(plan, birth_date));
    CHECK_FALSE(is_sent(plan, birth_date));
    CHECK_FALSE(plan.acceptable.now);
  }
}

TEST_CASE("what is accepted of a parent with a passport is carried out to the end") {
  runs_to_the_end(with_passport("mother").set("/mother/birth_date", "1990-04-17"));
  runs_to_the_end(with_passport("father").set("/father/birth_date", "1988-11-03"));
}

TEST_CASE("a birth date told to be none is refused: everybody has one") {
  const Plan plan = with_passport("mother").set("/mother/birth_date", nullptr).plan();
  CHECK_FALSE(plan.acceptable.now);
  const Finding* refused = finding(plan, "value-needed");
  REQUIRE(refused != nullptr);
  CHECK(refused->path == "/mother/birth_date");
  CHECK(is_missing(plan, "mother.birth_date"));
}

TEST_CASE("whoever applies is asked where what is required hangs on it") {
  const Plan plan = Example::named("yiwu-local").remove("/applicant/role").plan();
  CHECK_FALSE(plan.acceptable.now);
  CHECK(is_missing(plan, "applicant.role"));
}

TEST_CASE("a child of parents of two ethnicities is asked for its own") {
  CHECK(is_missing(Example::named("yiwu-local").set("/father/ethnicity", "02").plan(), "newborn.ethnicity"));
}

TEST_CASE("nobody is asked for what nothing of this family's follows from") {
  const Plan plan = Example::named("yiwu-local").plan();
  CHECK(asked(plan, "mother.birth_date") == nullptr);
  CHECK(plan.acceptable.now);
}

TEST_CASE("what the hospital has on record holds nobody up") {
  const Example family = Example::named("yiwu-local").remove("/newborns/0/weight_g").remove("/newborns/0/length_cm");
  CHECK(family.plan().acceptable.now);
  CHECK(asked(family.plan(), "newborn.weight_g")->awaited);
  runs_to_the_end(family);
}

TEST_CASE("what an organisation's own data tells holds nobody up, nor what follows from it") {
  Example family = Example::named("yiwu-local").remove("/father/hukou/address").remove("/settlement/address");
  family.remove("/settlement/police_station").remove("/settlement/household");
  CHECK(family.plan().acceptable.now);
  CHECK(asked(family.plan(), "father.hukou.address")->awaited);
  runs_to_the_end(family);
}

TEST_CASE("a family for whom nothing can be handled here is told where to go") {
  Example family = Example::named("ruian-bank-branch").set("/settlement/division", "330782");
  family.set("/father/hukou/division", "330782").set("/mother/hukou/division", "330782");
  const Plan plan = family.set("/benefit/claimed_by", "none").plan();
  CHECK(plan.route.empty());
  const Finding* nothing = finding(plan, "nothing-joint");
  REQUIRE(nothing != nullptr);
  CHECK(nothing->severity == Severity::error);
  CHECK(nothing->message.en.find("hukou registration of the birth: public security") != std::string::npos);
  CHECK(nothing->message.en.find("birth certificate: done already") != std::string::npos);
}

TEST_CASE("whatever is left out of an application, the plan says why it cannot be accepted") {
  for (const std::string& name : Example::names()) {
    const Example whole = Example::named(name);
    const Plan all = whole.plan();
    for (const auto& [group, members] : whole.document().as_object()) {
      if (group == "profile") continue;
      Example less(whole);
      if (group == "newborns") less.hand_in_nothing();  // some documents are a newborn's
      const Plan plan = less.remove("/" + std::string(group)).plan(all.profile(), all.as_of());
      CAPTURE(name);
      CAPTURE(std::string(group));
      CHECK(says_why(plan));
    }
  }
}
