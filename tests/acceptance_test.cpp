// Whether the window can take a case in: copies, scans, tolerance, and what is missing.
#include "applications.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

std::string types(const Plan& plan, const std::vector<std::uint16_t>& places) {
  std::vector<std::string> names;
  for (const std::uint16_t place : places) names.push_back(plan.evidence[place].type->id);
  return joined(std::move(names));
}

std::string fields(const Plan& plan, const std::vector<std::uint16_t>& places) {
  std::vector<std::string> names;
  for (const std::uint16_t place : places) names.push_back(plan.form.fields[place].field->id);
  return joined(std::move(names));
}

std::string missing(const Plan& plan) { return types(plan, plan.acceptable.missing_evidence); }
std::string deferrable(const Plan& plan) { return types(plan, plan.acceptable.deferrable_evidence); }

Example with_cards_as(std::string_view profile_example, std::string_view as) {
  Example family = Example::named(profile_example).hand_in_nothing();
  return family.hand_in("id-card", "mother", as).hand_in("id-card", "father", as);
}

}  // namespace

TEST_CASE("before the reform every office wants its copies and the certificate travels in the family's hands") {
  const Plan plan = Example::named("yiwu-local").hand_in_nothing().plan(built_in("base"));
  CHECK(document(plan, "id-card", "mother").original == 1);
  CHECK(document(plan, "id-card", "mother").copies == 1);
  CHECK(document(plan, "marriage-certificate").copies == 1);
  CHECK(document(plan, "hukou-booklet", "father").copies == 1);
  CHECK(status(plan, "birth-certificate") == "bring");
  CHECK(document(plan, "birth-certificate").copies == 1);
  CHECK(status(plan, "certificate-application-form") == "bring");
  CHECK(status(plan, "debit-authorisation") == "bring");
  CHECK(status(plan, "hepatitis-b-slip") == "bring");
}

TEST_CASE("a joint window makes the copies itself, from the original") {
  for (const std::string name : {"yiwu-non-local-applicant", "ruian-with-benefit", "wenling-service-centre"}) {
    CAPTURE(name);
    const Plan plan = Example::named(name).plan();
    for (const EvidenceItem& item : plan.evidence) {
      if (item.status != EvidenceStatus::bring) continue;
      CAPTURE(item.type->id);
      CHECK(item.copies == 0);
      CHECK(item.original == 1);
    }
  }
}

TEST_CASE("a family that has handed in nothing cannot be accepted, and is told what is missing") {
  const Plan plan = Example::named("yiwu-local").hand_in_nothing().plan();
  CHECK_FALSE(plan.acceptable.now);
  CHECK(missing(plan) == "id-card, id-card");
  CHECK(deferrable(plan) == "none");
}

TEST_CASE("scans are accepted first in Yiwu and Wenling, the originals are still to come") {
  for (const std::string name : {"yiwu-local", "wenling-hospital"}) {
    CAPTURE(name);
    const Plan plan = with_cards_as(name, "scan").plan();
    CHECK(plan.acceptable.now);
    CHECK(missing(plan) == "none");
    CHECK(deferrable(plan) == "id-card, id-card");
    CHECK(document(plan, "id-card", "mother").tolerance != nullptr);
  }
}

TEST_CASE("scans do not do in Ruian, where nothing is said of tolerance") {
  const Plan plan = with_cards_as("ruian-with-benefit", "scan").plan();
  CHECK_FALSE(plan.acceptable.now);
  CHECK(missing(plan) == "birth-registration-slip, hukou-booklet, id-card, id-card, marriage-certificate");
}

TEST_CASE("with the originals in hand nothing is missing and nothing is to come") {
  const Plan plan = with_cards_as("yiwu-local", "original").plan();
  CHECK(plan.acceptable.now);
  CHECK(missing(plan) == "none");
  CHECK(deferrable(plan) == "none");
}

TEST_CASE("a copy is not an original") {
  CHECK(missing(with_cards_as("yiwu-local", "copy").plan()) == "id-card, id-card");
}

TEST_CASE("one parent's ID card does not stand for the other's") {
  Example family = Example::named("yiwu-local").hand_in_nothing();
  const Plan plan = family.hand_in("id-card", "mother").plan();
  CHECK(missing(plan) == "id-card");
  const std::uint16_t place = plan.acceptable.missing_evidence.front();
  CHECK(&plan.evidence[place] == &document(plan, "id-card", "father"));
}

TEST_CASE("an applicant's ID card counts as the mother's when she applies") {
  Example family = Example::named("yiwu-local").hand_in_nothing();
  CHECK(missing(family.hand_in("id-card", "applicant").hand_in("id-card", "father").plan()) == "none");
}

TEST_CASE("a fact that a service cannot do without is missing until it is answered") {
  const Plan plan = Example::named("yiwu-local").remove("/card/bank").plan();
  CHECK(fields(plan, plan.acceptable.missing_fields) == "card.bank");
  CHECK_FALSE(plan.acceptable.now);
}

TEST_CASE("what the police get of the hospital's records is missing until it is told, what the hospital needs is not") {
  const Plan plan = Example::named("yiwu-local").remove("/newborns/0/sex").remove("/newborns/0/weight_g").plan();
  CHECK(fields(plan, plan.acceptable.missing_fields) == "newborn.sex");
  CHECK_FALSE(plan.acceptable.now);
}

TEST_CASE("an address without a house number is an answer, a bank without a name is not") {
  CHECK(Example::named("yiwu-local").set("/residence/house_number", nullptr).plan().acceptable.now);
  const Plan plan = Example::named("yiwu-local").set("/card/bank", nullptr).plan();
  CHECK(fields(plan, plan.acceptable.missing_fields) == "card.bank");
}

TEST_CASE("an application with an error finding cannot be accepted") {
  const Plan plan = Example::named("yiwu-local").set("/newborns/0/born_at", "2019-06-11T08:00").plan();
  CHECK(finding(plan, "born-after-application") != nullptr);
  CHECK_FALSE(plan.acceptable.now);
}

TEST_CASE("a document that says of nobody whose it is counts where only one has to bring it") {
  const Plan plan = Example::named("yiwu-local").hand_in_nothing().hand_in("id-card").plan();
  CHECK_FALSE(plan.acceptable.now);
  CHECK(missing(plan) == "id-card, id-card");
  const auto found = std::find_if(plan.findings.begin(), plan.findings.end(),
                                  [](const Finding& finding) { return finding.code == "holder-not-stated"; });
  REQUIRE(found != plan.findings.end());
  CHECK(found->path == "/evidence/0");
  CHECK(found->message.zh.find("母亲") != std::string::npos);

  const Plan alone = Example::named("ruian-with-benefit").hand_in_nothing().hand_in("hukou-booklet").plan();
  CHECK(missing(alone).find("hukou-booklet") == std::string::npos);
  for (const Finding& finding : alone.findings) CHECK(finding.code != "holder-not-stated");
}
