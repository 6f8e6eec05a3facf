// What a service cannot do without and another one yields makes it wait, wherever the profile says so: on the form, by
// what its fields follow from, or for whoever delivers the result.
#include "applications.hpp"
#include "case_story.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;
using commands::AnswerKind;

namespace {

/// Wenling with a health record whose form has these lines, and with these members.
Profile with_record(const std::string& lines, const std::string& members = {}) {
  return Profile::parse(R"({
    "id": "records", "extends": "wenling",
    "fields": [
      {"id": "newborn.record.number", "label": {"zh": "档案编号", "en": "record number"}, "type": "text",
       "owner": "authority", "source": "test"},
      {"id": "newborn.record.scheme", "label": {"zh": "编号方式", "en": "scheme"}, "type": "text", "owner": "family",
       "source": "test"}],
    "services": [{"id": "health-record", "label": {"zh": "健康档案", "en": "health record"}, "per": "newborn",
      "organisation": "community-health-centre", "source": "test",
      "form": [)" + lines +
                        "]}]" + members + "}")
      .value();
}

const std::string by_number = R"({"field": "newborn.record.number", "label": "编号", "required": true})";

std::string derivations(const std::string& rows) { return R"(, "derivations": [)" + rows + "]"; }

const std::string from_insurance =
    R"({"id": "records/number", "field": "newborn.record.number", "value": "newborn.insurance.number", "source": "test"})";

std::string waits_for(const Profile& profile, const Example& family, std::string_view service = "health-record") {
  const Plan plan = family.plan(profile);
  const Step* found = step(plan, service);
  REQUIRE(found != nullptr);
  return after(plan, *found);
}

Example family() { return Example::named("wenling-hospital"); }

}  // namespace

TEST_CASE("a service waits for the one that yields a field which its form requires") {
  const std::string line = R"({"field": "newborn.insurance.number", "label": "参保号", "required": true})";
  CHECK(waits_for(with_record(line), family()) == "medical-insurance-enrolment");
  const std::string optional = R"({"field": "newborn.insurance.number", "label": "参保号"})";
  CHECK(waits_for(with_record(optional), family()) == "none");
}

TEST_CASE("a service waits for the one that yields what a required field follows from") {
  const Profile profile = with_record(by_number, derivations(from_insurance));
  CHECK(waits_for(profile, family()) == "medical-insurance-enrolment");
  CHECK(waits_for(profile, family().set("/newborns/0/record/number", "R-1")) ==
        "none");  // told: it follows from nothing
  const std::string optional = R"({"field": "newborn.record.number", "label": "编号"})";
  CHECK(waits_for(with_record(optional, derivations(from_insurance)), family()) == "none");
}

TEST_CASE("a field that follows from one that follows from a product is waited for as well") {
  const std::string twice = R"({"id": "records/scheme", "field": "newborn.record.scheme",
    "value": "newborn.insurance.number", "source": "test"},
    {"id": "records/number", "field": "newborn.record.number", "value": "newborn.record.scheme", "source": "test"})";
  CHECK(waits_for(with_record(by_number, derivations(twice)), family()) == "medical-insurance-enrolment");
}

TEST_CASE("only the derivation that applies says what is waited for") {
  const std::string rows = R"({"id": "records/by-card", "field": "newborn.record.number", "source": "test",
    "when": "newborn.record.scheme = \"card\"", "value": "newborn.card.number"},)" +
                           from_insurance;
  const Profile profile = with_record(by_number, derivations(rows));
  CHECK(waits_for(profile, family().set("/newborns/0/record/scheme", "card")) == "social-security-card");
  CHECK(waits_for(profile, family().set("/newborns/0/record/scheme", "plain")) == "medical-insurance-enrolment");
}

TEST_CASE("a step waits for what whoever delivers its result has to know") {
  const Profile profile = with_record(R"({"field": "newborn.name", "label": "姓名", "required": true})",
                                      R"(, "deliveries": [{"id": "records/collected", "services": ["health-record"],
    "method": "outlet", "label": {"zh": "领取", "en": "collected"}, "fields": ["newborn.card.number"], "source": "test"}])");
  CHECK(waits_for(profile, family()) == "social-security-card");
}

TEST_CASE("twins wait each for their own product") {
  Example twins = family();
  const boost::json::value first = twins.document().at("newborns").at(0);
  twins.set("/newborns/1", first).set("/newborns/1/name", "王子萱");
  twins.set("/newborns/0/order", 1).set("/newborns/1/order", 2);
  const Plan plan = twins.plan(with_record(by_number, derivations(from_insurance)));
  for (const Step& each : plan.route) {
    if (each.service->id != "health-record") continue;
    REQUIRE(each.after.count == 1);
    CHECK(plan.route[plan.at(each.after)[0]].newborn == each.newborn);
  }
}

TEST_CASE("services that wait for each other by what their fields follow from are refused with the profile") {
  const auto circle = Profile::parse(R"({
    "id": "circle", "extends": "wenling",
    "fields": [{"id": "newborn.record.number", "label": {"zh": "档案编号", "en": "record number"}, "type": "text",
      "owner": "authority", "source": "test"}],
    "derivations": [{"id": "circle/number", "field": "newborn.record.number", "value": "newborn.card.number",
      "source": "test"}],
    "services": [{"id": "medical-insurance-enrolment", "form": [
      {"field": "newborn.record.number", "label": "编号", "required": true}]},
      {"id": "social-security-card", "form": [
      {"field": "newborn.insurance.number", "label": "参保号", "required": true}]}]})");
  REQUIRE_FALSE(circle.has_value());
  CHECK(circle.error().kind == ErrorKind::contradiction);
}

TEST_CASE(
    "a step is not sent before the product that its field follows from is there, and a department has to name it") {
  Story story(with_record(by_number, derivations(from_insurance)));
  story.accepted(family(), "2019-04-29T09:15").runs("medical-insurance-enrolment");
  CHECK(story.state("health-record#1") == "blocked");
  CHECK(story.refused(commands::Answer{.message = story.message_of("medical-insurance-enrolment#1"),
                                       .result = AnswerKind::completed}) == "output-missing");
  story.answers("medical-insurance-enrolment#1", AnswerKind::completed,
                story.results_of("medical-insurance-enrolment#1"));
  story.does(commands::Dispatch{.step = "health-record#1"});
  const auto& fields = story.sent().back().fields;
  CHECK(std::find(fields.begin(), fields.end(), NamedFact{"newborns[0].record.number", Value::text("YB1")}) !=
        fields.end());
}
