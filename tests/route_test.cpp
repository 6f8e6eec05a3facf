// Who does what after whom, in Yiwu, Ruian and Wenling, for one child and for twins.
#include "applications.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

// The services of the route in their order, without repetition for twins.
std::vector<std::string> order(const Plan& plan) {
  std::vector<std::string> services;
  for (const Step& each : plan.route) {
    const std::string& id = each.service->id;
    if (std::find(services.begin(), services.end(), id) == services.end()) services.push_back(id);
  }
  return services;
}

std::size_t place(const std::vector<std::string>& services, std::string_view service) {
  const auto at = std::find(services.begin(), services.end(), service);
  REQUIRE_MESSAGE(at != services.end(), std::string(service));
  return static_cast<std::size_t>(at - services.begin());
}

std::string waits_for(const Plan& plan, std::string_view service) {
  const Step* found = step(plan, service);
  REQUIRE_MESSAGE(found != nullptr, std::string(service));
  return after(plan, *found);
}

const std::string& organisation(const Plan& plan, OrganisationId index) {
  return plan.profile().rules().organisations[index].id;
}

std::string operator_of(const Plan& plan, std::string_view service) {
  const Step* found = step(plan, service);
  return found == nullptr ? "no step" : organisation(plan, found->operated_by);
}

std::size_t steps(const Plan& plan, std::string_view service) {
  return static_cast<std::size_t>(std::count_if(plan.route.begin(), plan.route.end(),
                                                [service](const Step& each) { return each.service->id == service; }));
}

// The same facts, with a second child born some minutes later.
Example with_twin(std::string_view name) {
  Example family = Example::named(name);
  const boost::json::value first = family.document().at("newborns").at(0);
  family.set("/newborns/1", first).set("/newborns/1/name", "王子萱");
  return family.set("/newborns/0/order", 1).set("/newborns/1/order", 2);
}

}  // namespace

TEST_CASE("in Yiwu the police wait for the certificate, the insurance for the police, the bank for the insurance") {
  const Plan plan = Example::named("yiwu-local").plan();
  CHECK(waits_for(plan, "birth-certificate") == "none");
  CHECK(waits_for(plan, "hukou-registration") == "birth-certificate");
  CHECK(waits_for(plan, "medical-insurance-enrolment") == "birth-certificate, hukou-registration");
  CHECK(waits_for(plan, "social-security-card") == "hukou-registration, medical-insurance-enrolment");
  const auto services = order(plan);
  CHECK(services.size() == 5);
  CHECK(place(services, "birth-certificate") < place(services, "hukou-registration"));
  CHECK(place(services, "hukou-registration") < place(services, "medical-insurance-enrolment"));
  CHECK(place(services, "medical-insurance-enrolment") < place(services, "social-security-card"));
}

TEST_CASE("in Yiwu the certificate and the vaccination certificate are done at the hospital") {
  const Plan plan = Example::named("yiwu-local").plan();
  CHECK(operator_of(plan, "birth-certificate") == "midwifery-institution");
  CHECK(operator_of(plan, "vaccination-certificate") == "midwifery-institution");
  CHECK(operator_of(plan, "hukou-registration") == "public-security");
  CHECK(operator_of(plan, "medical-insurance-enrolment") == "medical-security");
  CHECK(operator_of(plan, "social-security-card") == "designated-bank");
  CHECK(organisation(plan, step(plan, "vaccination-certificate")->organisation) == "community-health-centre");
}

TEST_CASE("the joint window of Yiwu does not handle the benefit and says where to go") {
  const Plan plan = Example::named("yiwu-local").plan();
  const ServiceLane& benefit = lane(plan, "maternity-benefit");
  CHECK(benefit.lane == Lane::not_offered);
  CHECK(organisation(plan, benefit.organisation) == "medical-security");
  CHECK(step(plan, "maternity-benefit") == nullptr);
}

TEST_CASE("at Ruian's station the hospital, the insurer and the bank each stand for their services") {
  const Plan plan = Example::named("ruian-with-benefit").plan();
  CHECK(operator_of(plan, "birth-certificate") == "midwifery-institution");
  CHECK(operator_of(plan, "hukou-registration") == "insurer-picc");
  CHECK(operator_of(plan, "maternity-benefit") == "insurer-picc");
  CHECK(operator_of(plan, "medical-insurance-enrolment") == "rural-commercial-bank");
  CHECK(operator_of(plan, "social-security-card") == "rural-commercial-bank");
  CHECK(organisation(plan, step(plan, "hukou-registration")->organisation) == "public-security");
}

TEST_CASE("at a bank branch of Ruian the bank stands for all services, at home the insurer's agent") {
  const Plan branch = Example::named("ruian-bank-branch").plan();
  const Plan home = Example::named("ruian-bank-branch").set("/channel", "home-visit").plan();
  for (const std::string service : {"hukou-registration", "medical-insurance-enrolment", "social-security-card"}) {
    CAPTURE(service);
    CHECK(operator_of(branch, service) == "rural-commercial-bank");
    CHECK(operator_of(home, service) == "insurer-picc");
  }
}

TEST_CASE("at Wenling's centre one window stands for all, and the citizen card company makes the card") {
  const Plan plan = Example::named("wenling-service-centre").plan();
  CHECK(plan.route.size() == 6);
  for (const Step& each : plan.route) CHECK(organisation(plan, each.operated_by) == "service-centre");
  CHECK(organisation(plan, step(plan, "social-security-card")->organisation) == "citizen-card-company");
}

TEST_CASE("Wenling's benefit is optional: done for those who ask, left to its office for those who do not") {
  Example family = Example::named("wenling-service-centre");
  CHECK(lane(family.plan(), "maternity-benefit").lane == Lane::joint);
  const Plan not_asked = family.set("/services", boost::json::array()).plan();
  CHECK(lane(not_asked, "maternity-benefit").lane == Lane::elsewhere);
  CHECK(organisation(not_asked, lane(not_asked, "maternity-benefit").organisation) == "medical-security");
  CHECK(status(not_asked, "birth-registration-slip") == "absent");
  CHECK(not_asked.route.size() == 5);
}

TEST_CASE("whether the optional benefit is wanted is asked, not guessed") {
  const Plan plan = Example::named("wenling-service-centre").remove("/services").plan();
  CHECK(lane(plan, "maternity-benefit").lane == Lane::undetermined);
  CHECK(asked_to_decide(plan, "lane/maternity-benefit") == "services");
  CHECK(status(plan, "birth-registration-slip") == "undetermined");
}

TEST_CASE("Wenling's vaccination certificate is issued from the institution's own record of the birth") {
  const Plan plan = Example::named("wenling-unnamed").plan();
  CHECK(waits_for(plan, "vaccination-certificate") == "none");
  CHECK(document(plan, "birth-certificate").status == EvidenceStatus::hospital);
}

TEST_CASE("twins in Ruian and Wenling: two certificates, two registrations, one benefit") {
  for (const std::string name : {"ruian-with-benefit", "wenling-service-centre"}) {
    CAPTURE(name);
    const Plan plan = with_twin(name).plan();
    CHECK(steps(plan, "birth-certificate") == 2);
    CHECK(steps(plan, "hukou-registration") == 2);
    CHECK(steps(plan, "medical-insurance-enrolment") == 2);
    CHECK(steps(plan, "social-security-card") == 2);
    CHECK(steps(plan, "maternity-benefit") == 1);
    CHECK(plan.evidence.size() > 0);
    CHECK(document(plan, "id-card", "mother").original == 1);
  }
}

TEST_CASE("each twin's registration waits for that twin's certificate, the benefit for both") {
  const Plan plan = with_twin("wenling-service-centre").plan();
  for (const std::uint16_t newborn : {std::uint16_t{0}, std::uint16_t{1}}) {
    const Step* registration = step(plan, "hukou-registration", newborn);
    REQUIRE(registration != nullptr);
    const auto before = plan.at(registration->after);
    REQUIRE(before.size() == 1);
    CHECK(plan.route[before.front()].newborn == newborn);
  }
  CHECK(waits_for(plan, "maternity-benefit") == "birth-certificate, birth-certificate");
}

TEST_CASE("twins of Yiwu bring no more than a single child's parents") {
  const Plan plan = Example::named("yiwu-twins").plan();
  CHECK(brings(plan) == "id-card/father, id-card/mother");
  CHECK(plan.route.size() == 10);
}

TEST_CASE("in every example no step comes before a step whose result it needs") {
  for (const std::string& name : Example::names()) {
    CAPTURE(name);
    const Plan plan = Example::named(name).plan();
    std::set<std::pair<std::string, std::uint16_t>> done;
    for (std::uint16_t i = 0; i < plan.route.size(); ++i) {
      for (const std::uint16_t earlier : plan.at(plan.route[i].after)) CHECK(earlier < i);
      CHECK(done.insert({plan.route[i].service->id, plan.route[i].newborn}).second);
    }
    CHECK(plan.route.size() ==
          static_cast<std::size_t>(std::count_if(plan.services.begin(), plan.services.end(),
                                                 [](const ServiceLane& each) { return each.planned; })));
  }
}

TEST_CASE("in every joint example a step waits for whatever it needs that another step yields") {
  for (const std::string& name : Example::names()) {
    CAPTURE(name);
    const Plan plan = Example::named(name).plan();
    for (const EvidenceUse& use : plan.uses) {
      if (use.status != EvidenceStatus::produced || use.needed != Truth::yes) continue;
      const ServiceLane& consumer = plan.services[use.lane];
      const Step* waiting = step(plan, consumer.service->id, consumer.newborn);
      if (waiting == nullptr) continue;
      const auto producer = std::get<ServiceId>(plan.evidence[use.evidence].from);
      CHECK(after(plan, *waiting).find(plan.profile().rules().services[producer].id) != std::string::npos);
    }
  }
}
