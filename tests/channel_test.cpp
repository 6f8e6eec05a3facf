// Ways in: when each is open, for whom, and what a family can do that came by the wrong one.
#include "applications.hpp"

#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

bool says(const Finding& finding, std::string_view zh, std::string_view en) {
  return finding.message.zh.find(zh) != std::string::npos && finding.message.en.find(en) != std::string::npos;
}

Example mobile() { return Example::named("wenling-mobile-too-early"); }

const char* const named_services[] = {"birth-certificate", "hukou-registration", "medical-insurance-enrolment",
                                      "social-security-card"};

}  // namespace

TEST_CASE("mobile on 2019-05-10 is not open yet, and the finding names what is") {
  const Plan plan = mobile().plan();
  const Finding* closed = finding(plan, "channel-not-open");
  REQUIRE(closed != nullptr);
  CHECK(closed->severity == Severity::error);
  CHECK(closed->path == "/channel");
  CHECK(says(*closed, "2019-07-01", "2019-07-01"));
  CHECK(says(*closed, "助产机构", "midwifery institution"));
  CHECK(says(*closed, "市行政服务中心", "service centre"));
  CHECK_FALSE(plan.acceptable.now);
}

TEST_CASE("from 2019-07-01 mobile is open for families that settle elsewhere than at the place of birth") {
  CHECK(finding(mobile().set("/applied_at", "2019-06-30T21:00").plan(), "channel-not-open") != nullptr);
  const Plan plan = mobile().set("/applied_at", "2019-07-01T21:00").plan();
  CHECK(finding(plan, "channel-not-open") == nullptr);
  CHECK(finding(plan, "channel-not-for-this-family") == nullptr);
  CHECK(due(plan, "birth-certificate") == "2019-07-04");
}

TEST_CASE("mobile is not for a family that settles at the place of birth") {
  Example family = mobile().set("/applied_at", "2019-07-01T21:00");
  const Plan plan = family.set("/father/hukou/division", "331081").plan();
  const Finding* refused = finding(plan, "channel-not-for-this-family");
  REQUIRE(refused != nullptr);
  CHECK(refused->path == "/channel");
  CHECK(says(*refused, "助产机构", "midwifery institution"));
  CHECK_FALSE(says(*refused, "现可办理：手机", "open now: mobile"));
}

TEST_CASE("whether mobile is open is asked while the settlement is unknown") {
  Example family = mobile().set("/applied_at", "2019-07-01T21:00");
  const Plan plan = family.remove("/father/hukou/division").plan();
  CHECK(finding(plan, "channel-not-for-this-family") == nullptr);
  CHECK(asked_to_decide(plan, "channel/mobile") == "father.hukou.division");
}

TEST_CASE("a channel that the place does not have is an error that names those that it has") {
  const Plan plan = Example::named("yiwu-local").set("/channel", "mobile").plan();
  const Finding* unknown = finding(plan, "unknown-channel");
  REQUIRE(unknown != nullptr);
  CHECK(says(*unknown, "医院出生联办窗口", "joint birth window in the hospital"));
}

TEST_CASE("Wenling's rules are not in force before 2019-04-29") {
  Example family = Example::named("wenling-hospital");
  const Plan early = family.set("/applied_at", "2019-04-28T09:10").plan();
  const Finding* not_yet = finding(early, "profile-not-in-force");
  REQUIRE(not_yet != nullptr);
  CHECK(not_yet->severity == Severity::error);
  CHECK(says(*not_yet, "2019-04-29", "2019-04-29"));
  CHECK(finding(family.set("/applied_at", "2019-04-29T09:10").plan(), "profile-not-in-force") == nullptr);
}

TEST_CASE("an unnamed newborn at the hospital: what needs a name moves to the centre, vaccination goes on") {
  const Plan plan = Example::named("wenling-unnamed").plan();
  for (const std::string service : named_services) {
    CAPTURE(service);
    const ServiceLane& moved = lane(plan, service);
    CHECK(moved.lane == Lane::elsewhere);
    CHECK_FALSE(moved.planned);
    REQUIRE(moved.channel != no_index);
    CHECK(plan.profile().rules().channels[moved.channel].id == "service-centre");
    REQUIRE(moved.why.rule != nullptr);
    CHECK(moved.why.rule->id == "wenling/unnamed");
    CHECK(step(plan, service) == nullptr);
  }
  CHECK(lane(plan, "vaccination-certificate").lane == Lane::joint);
  CHECK(due(plan, "vaccination-certificate") == "2019-05-06");
  CHECK(brings(plan) == "none");
}

TEST_CASE("a newborn whose name has not been asked for yet is not taken for unnamed") {
  const Plan plan = Example::named("wenling-unnamed").remove("/newborns/0/name").plan();
  CHECK(lane(plan, "birth-certificate").lane == Lane::undetermined);
  CHECK(asked_to_decide(plan, "lane/birth-certificate") == "newborns[0].name");
}

TEST_CASE("a child without a name can apply at Wenling's centre no sooner than it has one, and elsewhere is not sent") {
  const Plan plan = Example::named("wenling-service-centre").set("/newborns/0/name", nullptr).plan();
  CHECK(lane(plan, "birth-certificate").lane == Lane::joint);
  CHECK_FALSE(plan.acceptable.now);
}

TEST_CASE("of twins the named one is registered at the hospital, only the unnamed one waits") {
  Example family = Example::named("wenling-hospital");
  const boost::json::value first = family.document().at("newborns").at(0);
  family.set("/newborns/1", first).set("/newborns/1/name", nullptr).set("/newborns/1/born_at", "2019-04-27T20:22");
  const Plan plan = family.set("/newborns/0/order", 1).set("/newborns/1/order", 2).plan();
  for (const std::string service : named_services) {
    CAPTURE(service);
    CHECK(lane(plan, service, 0).lane == Lane::joint);
    CHECK(lane(plan, service, 1).lane == Lane::elsewhere);
    CHECK(step(plan, service, 1) == nullptr);
  }
  CHECK(lane(plan, "vaccination-certificate", 1).lane == Lane::joint);
  CHECK(due(plan, "hukou-registration", 0) == "2019-05-06");
}

TEST_CASE("Ruian's station is for children of the People's Hospital, bank branches for the others") {
  const Plan station = Example::named("ruian-with-benefit").set("/channel", "bank-branch").plan();
  CHECK(finding(station, "channel-not-for-this-family") != nullptr);
  const Plan branch = Example::named("ruian-bank-branch").set("/channel", "hospital").plan();
  const Finding* refused = finding(branch, "channel-not-for-this-family");
  REQUIRE(refused != nullptr);
  CHECK(says(*refused, "瑞安农商银行网点", "bank branch"));
}

TEST_CASE("born elsewhere in Ruian: the certificate comes first from the hospital of birth, the branch does the rest") {
  const Plan plan = Example::named("ruian-bank-branch").plan();
  const ServiceLane& certificate = lane(plan, "birth-certificate");
  CHECK(certificate.lane == Lane::elsewhere);
  CHECK(certificate.already_done);
  CHECK(status(plan, "birth-certificate") == "bring");
  for (const std::string service : {"hukou-registration", "medical-insurance-enrolment", "social-security-card"}) {
    CHECK(lane(plan, service).lane == Lane::joint);
  }
}
