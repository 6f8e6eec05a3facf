// What a family brings, and why: the answers that the bulletin gives for Yiwu and Ruian.
#include "applications.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

bool read_by(const Plan& plan, const Why& why, std::string_view fact) {
  const Trace trace = plan.explain(why);
  return std::any_of(trace.read.begin(), trace.read.end(),
                     [&](FactRef read) { return fact_name(plan.profile(), read) == fact; });
}

Example yiwu_local() { return Example::named("yiwu-local"); }

}  // namespace

TEST_CASE("a local applicant in Yiwu brings the parents' ID cards and nothing else") {
  const Plan plan = yiwu_local().plan();
  CHECK(brings(plan) == "id-card/father, id-card/mother");
  CHECK(evidence(plan, EvidenceStatus::undetermined) == "none");
}

TEST_CASE("what a local applicant in Yiwu need not bring has somebody who answers for it") {
  const Plan plan = yiwu_local().plan();
  CHECK(status(plan, "marriage-certificate") == "shared");
  CHECK(status(plan, "hukou-booklet", "father") == "shared");
  CHECK(status(plan, "birth-certificate") == "produced");
  CHECK(status(plan, "hepatitis-b-slip") == "hospital");
  CHECK(status(plan, "certificate-application-form") == "absorbed");
  CHECK(status(plan, "debit-authorisation") == "absorbed");
  CHECK(status(plan, "late-statement") == "not_required");
  CHECK(status(plan, "delivery-record") == "not_required");
  const Rules& rules = plan.profile().rules();
  CHECK(rules.id_of(document(plan, "marriage-certificate").from) == "civil-affairs");
  CHECK(rules.id_of(document(plan, "hukou-booklet", "father").from) == "public-security");
  CHECK(rules.id_of(document(plan, "birth-certificate").from) == "birth-certificate");
}

TEST_CASE("a parent in Yiwu who is not of Yiwu hukou brings the marriage certificate too") {
  const Plan plan = Example::named("yiwu-non-local-applicant").plan();
  CHECK(brings(plan) == "id-card/father, id-card/mother, marriage-certificate");
}

TEST_CASE("the reason for the marriage certificate is the share that does not cover the couple") {
  const Plan plan = Example::named("yiwu-non-local-applicant").plan();
  const EvidenceItem& certificate = document(plan, "marriage-certificate");
  REQUIRE(certificate.why.rule != nullptr);
  CHECK(certificate.why.rule->id == "yiwu/marriage-shared");
  CHECK(certificate.why.holds == Truth::no);
  CHECK(certificate.why.rule->source.find("B") != std::string::npos);
  CHECK(certificate.why.rule->interpretation);
  CHECK(certificate.why.rule->otherwise.zh == "父母一方或双方户籍不在义乌");
  CHECK(read_by(plan, certificate.why, "mother.hukou.division"));
  CHECK(plan.explain(certificate.why).deciding.empty());
}

TEST_CASE("a parent whose hukou is unknown leaves the marriage certificate open, and one fact decides it") {
  const Plan plan = yiwu_local().remove("/mother/hukou/division").plan();
  CHECK(status(plan, "marriage-certificate") == "undetermined");
  CHECK(asked_to_decide(plan, "evidence/marriage-certificate") == "mother.hukou.division");
  CHECK(brings(plan) == "id-card/father, id-card/mother");
  CHECK_FALSE(plan.acceptable.now);
}

TEST_CASE("the half-filled application of Yiwu leaves the marriage certificate open, and one fact decides it") {
  const Plan plan = Example::named("yiwu-half-filled").plan();
  CHECK(status(plan, "marriage-certificate") == "undetermined");
  CHECK(asked_to_decide(plan, "evidence/marriage-certificate") == "mother.hukou.division");
}

TEST_CASE("Ruian asks for exactly four materials, all as originals") {
  const Plan plan = Example::named("ruian-with-benefit").hand_in_nothing().plan();
  CHECK(brings(plan) ==
        "birth-registration-slip, hukou-booklet/father, id-card/father, id-card/mother, marriage-certificate");
  CHECK(evidence(plan, EvidenceStatus::undetermined) == "none");
  for (const EvidenceItem& item : plan.evidence) {
    if (item.status != EvidenceStatus::bring) continue;
    CAPTURE(item.type->id);
    CHECK(item.original == 1);
    CHECK(item.copies == 0);
  }
}

TEST_CASE("in Ruian the booklet is that of the parent with whom the child settles") {
  const Plan plan = Example::named("ruian-with-benefit").set("/settlement/with", "mother").plan();
  CHECK(status(plan, "hukou-booklet", "mother") == "bring");
  CHECK(status(plan, "hukou-booklet", "father") == "absent");
}

TEST_CASE("a certificate first applied for on day 31 needs the late statement, on day 30 not") {
  Example family = yiwu_local().set("/newborns/0/born_at", "2019-06-08T23:59");
  CHECK(status(family.set("/applied_at", "2019-07-08T00:10").plan(), "late-statement") == "not_required");
  const Plan late = family.set("/applied_at", "2019-07-09T00:10").plan();
  CHECK(status(late, "late-statement") == "bring");
  CHECK(document(late, "late-statement").why.rule->id == "birth-certificate/late-statement");
  CHECK(brings(late) == "id-card/father, id-card/mother, late-statement");
}

TEST_CASE("a certificate applied for late needs the statement in Ruian and Wenling too") {
  for (const std::string name : {"ruian-with-benefit", "wenling-hospital"}) {
    CAPTURE(name);
    Example family = Example::named(name).set("/newborns/0/born_at", "2019-06-01T08:00");
    CHECK(status(family.set("/applied_at", "2019-07-01T09:00").plan(), "late-statement") == "not_required");
    CHECK(status(family.set("/applied_at", "2019-07-02T09:00").plan(), "late-statement") == "bring");
  }
}

TEST_CASE("of a child born outside a licensed institution the hospital has no record: what it would have is brought") {
  const Plan plan = yiwu_local().set("/birth/institution/licensed", false).plan();
  const std::string what = "delivery-record, hepatitis-b-slip, id-card/father, id-card/mother";
  CHECK(brings(plan) == what);
  CHECK(brings(Example::named("yiwu-born-on-the-way").plan()) == what);
  const Plan unknown = yiwu_local().remove("/birth/institution/licensed").plan();
  CHECK(status(unknown, "delivery-record") == "undetermined");
  CHECK(asked_to_decide(unknown, "evidence/delivery-record") == "birth.institution.licensed");
}

TEST_CASE("an unmarried mother brings the statement on the birth out of wedlock instead of a marriage certificate") {
  const Plan plan = Example::named("yiwu-unmarried-mother").hand_in_nothing().plan();
  CHECK(status(plan, "marriage-certificate") == "not_required");
  CHECK(status(plan, "out-of-wedlock-statement") == "bring");
  CHECK(status(plan, "paternity-test") == "not_required");
}

TEST_CASE("a child of unmarried parents who settles with the father needs the paternity test") {
  const Plan plan = Example::named("yiwu-unmarried-mother").set("/settlement/with", "father").plan();
  CHECK(status(plan, "paternity-test") == "bring");
  CHECK(status(plan, "out-of-wedlock-statement") == "bring");
  CHECK(document(plan, "paternity-test").why.rule->source.find("国办发") != std::string::npos);
}

TEST_CASE("where there is no father nothing of a father is asked") {
  Example family = Example::named("yiwu-unmarried-mother");
  const Plan plan = family.hand_in_nothing().set("/father", nullptr).plan();
  CHECK(brings(plan) == "father-not-stated-statement, id-card/mother, out-of-wedlock-statement");
  CHECK(status(plan, "id-card", "father") == "not_required");
  for (const FormField& field : plan.form.fields) {
    const bool asked_of_family = field.source == FieldSource::applicant || field.source == FieldSource::undetermined;
    CHECK_FALSE((asked_of_family && field.field->id.starts_with("father.")));
  }
}

TEST_CASE("a father of whom nothing is known yet is not taken for no father") {
  const Plan plan = yiwu_local().remove("/father").remove("/settlement/with").plan();
  CHECK(status(plan, "id-card", "father") == "undetermined");
}

TEST_CASE("families from elsewhere still get what does not hang on the hukou") {
  const Plan plan = Example::named("yiwu-both-from-elsewhere").plan();
  CHECK(brings(plan) == "id-card/father, id-card/mother, marriage-certificate");
  CHECK(lane(plan, "birth-certificate").lane == Lane::joint);
  CHECK(lane(plan, "vaccination-certificate").lane == Lane::joint);
  const std::vector<std::pair<std::string, std::string>> offices{{"hukou-registration", "public-security"},
                                                                 {"medical-insurance-enrolment", "medical-security"},
                                                                 {"social-security-card", "designated-bank"}};
  for (const auto& [service, office] : offices) {
    CAPTURE(service);
    const ServiceLane& other = lane(plan, service);
    CHECK(other.lane == Lane::elsewhere);
    REQUIRE(other.organisation != no_index);
    CHECK(plan.profile().rules().organisations[other.organisation].id == office);
    REQUIRE(other.why.rule != nullptr);
    CHECK(other.why.rule->id == "yiwu/settles-elsewhere");
  }
}
