// Who decides on a service: usually always the same organisation, of a birth at home the one that the county
// designates.
#include "case_story.hpp"

#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;
using commands::AnswerKind;

namespace {

Story born_on_the_way() {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-born-on-the-way"), "2019-06-10T09:30");
  return story;
}

std::string competent(const Plan& plan, std::string_view service) {
  const Step* found = step(plan, service);
  if (found == nullptr) return "no step";
  return found->organisation == no_index ? "open" : plan.profile().rules().organisations[found->organisation].id;
}

std::string office(const Plan& plan, std::string_view service) {
  const OrganisationId organisation = lane(plan, service).organisation;
  return organisation == no_index ? "open" : plan.profile().rules().organisations[organisation].id;
}

}  // namespace

TEST_CASE("of a birth outside a licensed institution the designated body decides, at every window") {
  for (const std::string name : {"yiwu-local", "wenling-hospital", "ruian-with-benefit"}) {
    CAPTURE(name);
    Example family = Example::named(name);
    CHECK(competent(family.plan(), "birth-certificate") == "midwifery-institution");
    CHECK(competent(family.set("/birth/institution", nullptr).plan(), "birth-certificate") == "mch");
    CHECK(competent(family.plan(), "vaccination-certificate") != "mch");
  }
}

TEST_CASE("while it is open whether the institution is licensed, so is who decides") {
  const Plan plan = Example::named("yiwu-local").remove("/birth/institution/licensed").plan();
  CHECK(competent(plan, "birth-certificate") == "open");
  CHECK(asked_to_decide(plan, "organisation/birth-certificate") == "birth.institution.licensed");
}

TEST_CASE("before the reform the family goes to whoever decides") {
  Example family = Example::named("yiwu-local");
  const Profile& base = built_in("base");
  CHECK(office(family.plan(base), "birth-certificate") == "midwifery-institution");
  CHECK(office(family.set("/birth/institution/licensed", false).plan(base), "birth-certificate") == "mch");
  const Plan open = family.remove("/birth/institution/licensed").plan(base);
  CHECK(office(open, "birth-certificate") == "open");
  CHECK(asked_to_decide(open, "organisation/birth-certificate") == "birth.institution.licensed");
}

TEST_CASE("the request goes to whoever decides, and who issued a result is who may have it corrected") {
  Story story = born_on_the_way();
  story.does(commands::Dispatch{});
  REQUIRE_FALSE(story.sent().empty());
  CHECK(story.sent().front().organisation == "mch");
  story.answers("birth-certificate#1", AnswerKind::completed, story.results_of("birth-certificate#1"));
  const auto name = fact_named(story.state().profile, "newborns[0].sex").value();
  REQUIRE(locked_by(story.state(), name) != nullptr);
  CHECK(locked_by(story.state(), name)->id == "mch");
}

TEST_CASE("a correction that makes another organisation competent calls the request back") {
  Story story = born_on_the_way();
  story.does(commands::Dispatch{});
  commands::Correct born_in_hospital;
  born_in_hospital.facts = {{"birth.institution.licensed", Value::boolean(true)}};
  born_in_hospital.reason = "registered wrongly";
  born_in_hospital.document = "delivery-record";
  story.does(born_in_hospital);
  CHECK(story.state("birth-certificate#1") == "ready");
  CHECK(story.state().step("birth-certificate#1")->planned.organisation == "midwifery-institution");
  CHECK(story.sent().back().kind == MessageKind::cancellation);
  CHECK(story.sent().back().organisation == "mch");
}
