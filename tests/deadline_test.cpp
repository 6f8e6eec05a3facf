// By when: the promises of Wenling and Ruian over working days, opening hours, months and years.
#include "applications.hpp"

#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

Example wenling_hospital() { return Example::named("wenling-hospital"); }
Example wenling_centre() { return Example::named("wenling-service-centre"); }

// Applied for at the centre of Wenling, settling in Wenling.
std::string due_at_centre(const char* applied_at) {
  const Plan plan = wenling_centre().set("/applied_at", applied_at).plan();
  return plan.due ? to_string(*plan.due) : "open";
}

std::string due_in_ruian(std::string_view service, const char* applied_at) {
  return due(Example::named("ruian-with-benefit").set("/applied_at", applied_at).plan(), service);
}

std::string whole(const Plan& plan) { return plan.due ? to_string(*plan.due) : "open"; }

}  // namespace

TEST_CASE("what a hospital of Wenling takes in on 2019-04-29 is due on 2019-05-06") {
  const Plan plan = wenling_hospital().plan();
  CHECK(whole(plan) == "2019-05-06");
  for (const Step& each : plan.route) {
    CAPTURE(each.service->id);
    CHECK(due(plan, each.service->id) == "2019-05-06");
    REQUIRE(each.promise != nullptr);
    CHECK(each.promise->id == "wenling/three-days");
  }
}

TEST_CASE("two hours at Wenling's centre count in opening hours: in the morning, over lunch, over closing time") {
  CHECK(due_at_centre("2019-04-30T08:30") == "2019-04-30T10:30");
  CHECK(due_at_centre("2019-04-30T10:50") == "2019-04-30T14:20");
  CHECK(due_at_centre("2019-04-30T12:30") == "2019-04-30T15:30");
}

TEST_CASE("two hours that run past closing time go on at the next opening, which may be a make-up Sunday") {
  CHECK(due_at_centre("2019-04-30T16:00") == "2019-05-05T09:30");
  CHECK(due_at_centre("2019-06-13T16:00") == "2019-06-14T09:30");
}

TEST_CASE("two hours that run into a weekend go on on Monday") {
  CHECK(due_at_centre("2019-06-14T16:30") == "2019-06-17T10:00");
  CHECK(due_at_centre("2019-06-15T10:00") == "2019-06-17T10:30");
}

TEST_CASE("two hours that end with the closing time end then") {
  CHECK(due_at_centre("2019-06-13T15:00") == "2019-06-13T17:00");
}

TEST_CASE("at Wenling's centre a child that settles elsewhere takes three working days") {
  const Plan plan = wenling_centre().set("/father/hukou/division", "330106").plan();
  CHECK(whole(plan) == "2019-05-07");
  CHECK(plan.route.front().promise->id == "wenling/three-days");
}

TEST_CASE("at Wenling's centre the deadline is open while the settlement is unknown, and the plan says what to ask") {
  Example family = wenling_centre().remove("/settlement/with");
  const Plan plan = family.set("/mother/hukou/division", "330106").plan();
  CHECK(whole(plan) == "open");
  CHECK(asked_to_decide(plan, "due") == "settlement.with");
}

TEST_CASE("at Wenling's centre the time of a deadline waits for the time of the application") {
  const Plan plan = wenling_centre().remove("/applied_at").plan(built_in("wenling"), Date(2019, 4, 30));
  CHECK(whole(plan) == "open");
  CHECK(asked_to_decide(plan, "due") == "applied_at");
}

TEST_CASE("three working days across the end of 2026 have no date, with a warning that names 2027") {
  Example family = wenling_hospital().set("/applied_at", "2026-12-31T09:10");
  const Plan plan = family.set("/newborns/0/born_at", "2026-12-29T08:00").plan();
  const Finding* missing = finding(plan, "calendar-missing");
  REQUIRE(missing != nullptr);
  CHECK(missing->severity == Severity::warning);
  CHECK(missing->message.zh.find("2027") != std::string::npos);
  CHECK(missing->message.en.find("2027") != std::string::npos);
  CHECK(whole(plan) == "open");
  for (const Step& each : plan.route) CHECK_FALSE(each.due.has_value());
}

TEST_CASE("three working days before the end of 2026 need no calendar of 2027") {
  Example family = wenling_hospital().set("/applied_at", "2026-12-28T09:10");
  CHECK(whole(family.set("/newborns/0/born_at", "2026-12-26T08:00").plan()) == "2026-12-31");
}

TEST_CASE("Yiwu posts home within three working days, over the Dragon Boat days too") {
  CHECK(whole(Example::named("yiwu-local").plan()) == "2019-06-13");
  Example family = Example::named("yiwu-local").set("/newborns/0/born_at", "2019-06-04T08:00");
  CHECK(whole(family.set("/applied_at", "2019-06-05T09:30").plan()) == "2019-06-11");
}

TEST_CASE("Ruian's benefit is paid on the first working day of the next month") {
  CHECK(due_in_ruian("maternity-benefit", "2019-06-10T16:50") == "2019-07-01");
  CHECK(due_in_ruian("maternity-benefit", "2019-05-20T10:00") == "2019-06-03");
  CHECK(due_in_ruian("maternity-benefit", "2019-09-30T10:00") == "2019-10-08");
  CHECK(due_in_ruian("maternity-benefit", "2019-12-31T10:00") == "2020-01-02");
}

TEST_CASE(
    "Ruian's police take fifteen minutes of opening time after the certificate, and are due no sooner than that") {
  CHECK(due_in_ruian("hukou-registration", "2019-06-10T10:00") == "2019-06-10");
  CHECK(due_in_ruian("hukou-registration", "2019-06-10T11:50") == "2019-06-10");
  CHECK(due_in_ruian("hukou-registration", "2019-06-10T16:50") == "2019-06-11T08:35");
}

TEST_CASE("what Ruian hands out on the spot waits for the number that the police generate") {
  CHECK(due_in_ruian("birth-certificate", "2019-06-10T11:50") == "2019-06-10");
  CHECK(due_in_ruian("medical-insurance-enrolment", "2019-06-10T11:50") == "2019-06-10");
  CHECK(due_in_ruian("social-security-card", "2019-06-10T16:50") == "2019-06-11");
}

TEST_CASE("no step is due before what it waits for, whatever it was promised itself") {
  const auto promised = [](std::string_view hukou, std::string_view all) {
    return Profile::parse(R"({"id": "due", "extends": "yiwu", "promises": [
      {"id": "hukou", "services": ["hukou-registration"], "within": )" +
                          std::string(hukou) + R"(, "source": "test"},
      {"id": "all", "within": )" +
                          std::string(all) + R"(, "source": "test"}]})")
        .value();
  };
  const Example family = Example::named("yiwu-local");
  const Plan days = family.plan(promised(R"({"working_days": 10})", R"({"working_days": 1})"));
  CHECK(due(days, "birth-certificate") == "2019-06-11");
  CHECK(due(days, "hukou-registration") == "2019-06-24");
  CHECK(due(days, "medical-insurance-enrolment") == "2019-06-24");
  CHECK(due(days, "social-security-card") == "2019-06-24");
  CHECK(due(days, "vaccination-certificate") == "2019-06-11");
  const Plan month = family.plan(promised(R"({"start_of_next_month": true})", R"({"immediately": true})"));
  CHECK(due(month, "birth-certificate") == "2019-06-10");
  CHECK(due(month, "social-security-card") == "2019-07-01");
}

TEST_CASE("what counts from when it is ready counts from what the results before it were put off to") {
  const auto rules = Profile::parse(R"({"id": "due", "extends": "yiwu", "promises": [
    {"id": "hukou", "services": ["hukou-registration"], "within": {"working_days": 10}, "source": "test"},
    {"id": "card", "services": ["social-security-card"], "within": {"working_days": 2}, "counted_from": "ready", "source": "test"},
    {"id": "all", "within": {"working_days": 1}, "source": "test"}]})");
  CHECK(due(Example::named("yiwu-local").plan(rules.value()), "social-security-card") == "2019-06-26");
}

TEST_CASE("where Ruian publishes no promise, none is made up") {
  const Plan plan = Example::named("ruian-bank-branch").plan();
  for (const std::string service : {"hukou-registration", "medical-insurance-enrolment", "social-security-card"}) {
    CAPTURE(service);
    CHECK(due(plan, service) == "open");
    CHECK(step(plan, service)->promise == nullptr);
  }
  CHECK(due(plan, "maternity-benefit") == "2019-07-01");
  CHECK(whole(plan) == "open");
  CHECK(finding(plan, "calendar-missing") == nullptr);
}
