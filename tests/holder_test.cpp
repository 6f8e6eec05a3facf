// Whose document it is: roles such as the applicant are people, and a person's document is asked for once.
#include "applications.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

std::size_t id_cards(const Plan& plan) {
  return static_cast<std::size_t>(
      std::count_if(plan.evidence.begin(), plan.evidence.end(), [](const EvidenceItem& item) {
        return item.type->id == "id-card" && item.status != EvidenceStatus::not_required;
      }));
}

bool needed_for(const Plan& plan, const EvidenceItem& item, std::string_view service) {
  const auto& services = plan.profile().rules().services;
  const auto at = std::find_if(services.begin(), services.end(), [&](const Service& one) { return one.id == service; });
  REQUIRE(at != services.end());
  return item.needed_by.has(static_cast<Index>(at - services.begin()));
}

}  // namespace

TEST_CASE("the applicant's ID card and the mother's are one document when she applies") {
  const Plan plan = Example::named("yiwu-local").plan();
  CHECK(id_cards(plan) == 2);
  const EvidenceItem& card = document(plan, "id-card", "mother");
  CHECK(needed_for(plan, card, "birth-certificate"));
  CHECK(needed_for(plan, card, "hukou-registration"));
  CHECK(needed_for(plan, card, "medical-insurance-enrolment"));
  CHECK(needed_for(plan, card, "social-security-card"));
}

TEST_CASE("the applicant's ID card is the father's when he applies") {
  const Plan plan = Example::named("yiwu-local").set("/applicant/role", "father").plan();
  CHECK(id_cards(plan) == 2);
  CHECK(needed_for(plan, document(plan, "id-card", "father"), "social-security-card"));
  CHECK_FALSE(needed_for(plan, document(plan, "id-card", "mother"), "social-security-card"));
}

TEST_CASE("an agent brings an ID card besides the parents'") {
  Example family = Example::named("yiwu-local").set("/applicant/role", "agent");
  const Plan plan = family.set("/applicant/hukou/division", "330782").plan();
  CHECK(brings(plan) == "id-card/applicant, id-card/father, id-card/mother");
  CHECK(needed_for(plan, document(plan, "id-card", "applicant"), "social-security-card"));
}

TEST_CASE("the couple's hukou decides about the marriage certificate, whoever applies") {
  Example family = Example::named("yiwu-local");
  for (const std::string role : {"mother", "father", "agent", "guardian"}) {
    CAPTURE(role);
    family.set("/applicant/role", role).set("/applicant/hukou/division", "341226");
    CHECK(status(family.set("/mother/hukou/division", "330782").plan(), "marriage-certificate") == "shared");
    CHECK(status(family.set("/mother/hukou/division", "341226").plan(), "marriage-certificate") == "bring");
    family.set("/applicant/hukou/division", "330782");
    CHECK(status(family.plan(), "marriage-certificate") == "bring");
  }
}

TEST_CASE("a spouse without a hukou leaves the marriage to the register of the other's place") {
  Example family = Example::named("yiwu-local").set("/father/hukou", nullptr).set("/settlement/with", "mother");
  CHECK(status(family.plan(), "marriage-certificate") == "shared");
  CHECK(status(family.set("/mother/hukou/division", "341226").plan(), "marriage-certificate") == "bring");
}

TEST_CASE("an applicant whose role is unknown is not taken for the mother") {
  const Plan plan = Example::named("yiwu-local").remove("/applicant/role").plan();
  CHECK(status(plan, "id-card", "applicant") == "bring");
  CHECK(asked_to_decide(plan, "evidence/id-card") == "applicant.role");
}

TEST_CASE("the signed authorisation of an agent is asked for only where the place has switched the option on") {
  Example family = Example::named("yiwu-local").set("/applicant/role", "agent");
  CHECK(status(family.plan(), "authorisation-letter") == "absent");
  const auto strict = Profile::parse(R"({"id": "strict", "extends": "yiwu", "enable": ["agent-authorisation"]})");
  CHECK(status(family.plan(strict.value()), "authorisation-letter") == "bring");
  family.set("/applicant/role", "mother");
  CHECK(status(family.plan(strict.value()), "authorisation-letter") == "not_required");
}

TEST_CASE("a foreign parent shows the passport instead of an ID card") {
  Example family = Example::named("yiwu-local").set("/mother/id_type", "03").set("/mother/nationality", "USA");
  const Plan plan = family.set("/applicant/role", "father").set("/mother/id_number", "E12345678").plan();
  CHECK(brings(plan) == "id-card/father, passport/mother");
  CHECK(needed_for(plan, document(plan, "passport", "mother"), "birth-certificate"));
  CHECK(needed_for(plan, document(plan, "passport", "mother"), "hukou-registration"));
}

TEST_CASE("a passport that was handed in counts for the parent whose document it is") {
  Example family = Example::named("yiwu-local").set("/mother/id_type", "03").set("/mother/nationality", "USA");
  family.set("/applicant/role", "father").set("/mother/id_number", "E12345678");
  family.hand_in_nothing().hand_in("id-card", "father").hand_in("passport", "mother");
  CHECK(family.plan().acceptable.missing_evidence.empty());
}

TEST_CASE("either parent's document is the one that the family brings anyway") {
  const Plan plan = Example::named("ruian-with-benefit").set("/settlement/with", "mother").plan();
  CHECK(status(plan, "id-card", "either-parent") == "absent");
  CHECK(id_cards(plan) == 2);
}
