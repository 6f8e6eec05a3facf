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
  return item.needed_by.has(services.id_of(*at));
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
  Example family = Example::named("yiwu-local").set("/applicant/role", "agent").set("/applicant/id_type", "01");
  const Plan plan = family.set("/applicant/hukou/division", "330782").plan();
  CHECK(brings(plan) == "id-card/applicant, id-card/father, id-card/mother");
  CHECK(needed_for(plan, document(plan, "id-card", "applicant"), "social-security-card"));
}

TEST_CASE("the couple's hukou decides about the marriage certificate, whoever applies") {
  Example family = Example::named("yiwu-local");
  for (const char* role : {"mother", "father", "agent", "guardian"}) {
    CAPTURE(role);
    family.set("/applicant/role", role).set("/applicant/hukou/division", "341226");
    CHECK(status(family.set("/mother/hukou/division", "330782").plan(), "marriage-certificate") == "shared");
    CHECK(status(family.set("/mother/hukou/division", "341226").plan(), "marriage-certificate") == "bring");
    family.set("/applicant/hukou/division", "330782");
    CHECK(status(family.plan(), "marriage-certificate") == "bring");
  }
}

TEST_CASE("a spouse without a hukou is not of the place either, and the couple brings its marriage certificate") {
  Example family = Example::named("yiwu-local").set("/father/hukou", nullptr).set("/settlement/with", "mother");
  CHECK(status(family.plan(), "marriage-certificate") == "bring");
  CHECK(status(family.set("/mother/hukou/division", "341226").plan(), "marriage-certificate") == "bring");
}

TEST_CASE("an applicant whose role is unknown is not taken for the mother") {
  const Plan plan = Example::named("yiwu-local").remove("/applicant/role").plan();
  CHECK(status(plan, "id-card", "applicant") == "undetermined");
  CHECK(asked_to_decide(plan, "evidence/id-card") == "applicant.role");
}

TEST_CASE("the signed authorisation of an agent is asked for only where the place has switched the option on") {
  Example family = Example::named("yiwu-local").set("/applicant/role", "agent").set("/applicant/relation", "97");
  CHECK(status(family.plan(), "authorisation-letter") == "not_required");
  const auto strict = Profile::parse(R"({"id": "strict", "extends": "yiwu", "enable": ["agent-authorisation"]})");
  CHECK(status(family.plan(strict.value()), "authorisation-letter") == "bring");
  family.set("/applicant/role", "mother").remove("/applicant/relation");
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

namespace {

// Yiwu where each child settles with a parent of its own, and the booklet is also asked for the benefit of the family.
const Profile& settling_apart() {
  static const Profile profile = Profile::parse(R"({
    "id": "apart", "extends": "yiwu",
    "fields": [{"id": "newborn.settlement.with", "label": {"zh": "随谁落户", "en": "settles with"}, "type": "code",
      "codes": {"mother": {"zh": "随母", "en": "mother"}, "father": {"zh": "随父", "en": "father"}}, "source": "test"}],
    "holders": [{"id": "settling-parent", "by": "newborn.settlement.with"}],
    "shares": [{"id": "yiwu/hukou-shared", "remove": true}, {"id": "yiwu/each-hukou-shared", "remove": true}],
    "lanes": [{"id": "yiwu/benefit-not-joint", "remove": true}],
    "services": [{"id": "maternity-benefit", "evidence": [{"id": "maternity-benefit/booklet", "evidence": "hukou-booklet",
      "holder": "settling-parent", "original": 1, "source": "test"}]}],
    "derivations": [{"id": "with", "field": "newborn.settlement.with", "value": "settlement.with", "source": "test"}]
  })")
                                     .value();
  return profile;
}

Example twins() {
  Example family = Example::named("yiwu-local").set("/newborns/0/order", 1).set("/newborns/1/order", 2);
  family.set("/newborns/1/name", "王子轩").set("/newborns/1/sex", "1").set("/newborns/1/born_at", "2019-06-08T14:25");
  return family.set("/benefit/claimed_by", "mother").remove("/settlement/with");
}

}  // namespace

TEST_CASE("twins who settle apart bring two booklets, each for its own registration") {
  Example family = twins().set("/newborns/0/settlement/with", "father").set("/newborns/1/settlement/with", "mother");
  const Plan plan = family.plan(settling_apart());
  CHECK(status(plan, "hukou-booklet", "father") == "bring");
  CHECK(status(plan, "hukou-booklet", "mother") == "bring");
  CHECK(status(plan, "hukou-booklet", "settling-parent") == "absent");
  for (const std::uint16_t newborn : {std::uint16_t{0}, std::uint16_t{1}}) {
    const Step* registration = step(plan, "hukou-registration", newborn);
    REQUIRE(registration != nullptr);
    std::string holders;
    for (const std::uint16_t place : plan.at(registration->payload_evidence)) {
      const EvidenceItem& item = plan.evidence[place];
      if (item.type->id == "hukou-booklet") holders += settling_apart().rules().holders[item.holder].id;
    }
    CHECK(holders == (newborn == 0 ? "father" : "mother"));
  }
}

TEST_CASE("a service of the family asks for the booklet of each child's side") {
  Example family = twins().set("/newborns/0/settlement/with", "father").set("/newborns/1/settlement/with", "mother");
  const Plan plan = family.plan(settling_apart());
  CHECK(needed_for(plan, document(plan, "hukou-booklet", "father"), "maternity-benefit"));
  CHECK(needed_for(plan, document(plan, "hukou-booklet", "mother"), "maternity-benefit"));
}

TEST_CASE("twins who settle with one parent bring one booklet, also where the family says it once") {
  const Plan plan = twins().set("/settlement/with", "mother").plan(settling_apart());
  CHECK(status(plan, "hukou-booklet", "mother") == "bring");
  CHECK(status(plan, "hukou-booklet", "father") == "absent");
}

TEST_CASE("for the child of whom it is not known with whom it settles that is asked") {
  const Plan plan = twins().set("/newborns/0/settlement/with", "father").plan(settling_apart());
  CHECK(status(plan, "hukou-booklet", "father") == "bring");
  CHECK(status(plan, "hukou-booklet", "settling-parent") == "bring");
  CHECK(asked_to_decide(plan, "evidence/hukou-booklet") == "settlement.with");
}

TEST_CASE("a booklet handed in as the settling side's counts where all children settle with that side") {
  Example family = twins().hand_in("hukou-booklet", "settling-parent");
  const auto lacks_booklet = [](const Plan& plan) {
    const auto& missing = plan.acceptable.missing_evidence;
    return std::any_of(missing.begin(), missing.end(),
                       [&](std::uint16_t place) { return plan.evidence[place].type->id == "hukou-booklet"; });
  };
  CHECK_FALSE(lacks_booklet(Example(family).set("/settlement/with", "mother").plan(settling_apart())));
  family.set("/newborns/0/settlement/with", "father").set("/newborns/1/settlement/with", "mother");
  CHECK(lacks_booklet(family.plan(settling_apart())));
  family.hand_in("hukou-booklet", "father").hand_in("hukou-booklet", "mother");
  CHECK_FALSE(lacks_booklet(family.plan(settling_apart())));
}
