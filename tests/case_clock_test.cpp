// Whose clock runs: pauses, deadlines that departments are told, and clocks that were wrong.
#include "case_story.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;
using commands::AnswerKind;

namespace {

Story yiwu_at_the_police() {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30").does(commands::Dispatch{});
  story.answers("birth-certificate#1", AnswerKind::completed, story.results_of("birth-certificate#1"));
  story.does(commands::Dispatch{});
  return story;
}

std::string answer_by(const Story& story, std::string_view step) {
  const auto& due = story.state().message(story.message_of(step))->answer_by;
  return due ? to_string(*due) : "open";
}

bool was_late(const Story& story) {
  for (const Event& event : story.last().events) {
    if (const auto* completed = std::get_if<events::StepCompleted>(&event.body)) return completed->late;
  }
  FAIL("nothing was completed");
  return false;
}

commands::RepairClock repair(std::string reason = "the clock of this computer was wrong") {
  return {.reason = std::move(reason)};
}

}  // namespace

TEST_CASE("the clock of everything that waits behind a return stands still with it") {
  Story story = yiwu_at_the_police();
  story.at("2019-06-10T11:00").answers("hukou-registration#1", AnswerKind::returned, {}, "unreadable scan");
  story.at("2019-06-18T09:00");
  for (const char* step : {"hukou-registration#1", "medical-insurance-enrolment#1", "social-security-card#1"}) {
    CHECK_MESSAGE(story.standing(step) == "suspended", step);
  }
  CHECK(story.standing("vaccination-certificate#1") == "overdue");  // it waits for nobody
  story.at("2019-06-20T10:00").does(commands::Supplement{.step = "hukou-registration#1"});
  CHECK(story.last_events() == "supplemented, step-resumed, due-moved, due-moved");
  for (const char* step : {"hukou-registration#1", "medical-insurance-enrolment#1", "social-security-card#1"}) {
    CHECK_MESSAGE(story.due(step) == "2019-06-25", step);
    CHECK_MESSAGE(story.standing(step) == "running", step);
  }
}

TEST_CASE("a step behind two returns waits for the later of them, and twins do not wait for each other") {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-twins"), "2019-06-10T09:30").does(commands::Dispatch{});
  story.answers("birth-certificate#1", AnswerKind::returned, {}, "unreadable");
  story.at("2019-06-10T15:00").answers("birth-certificate#2", AnswerKind::returned, {}, "unreadable");
  story.at("2019-06-12T10:00").does(commands::Supplement{.step = "birth-certificate#1"});
  CHECK(story.due("social-security-card#1") == "2019-06-17");
  CHECK(story.due("social-security-card#2") == "2019-06-13");
  CHECK(story.at("2019-06-20T10:00").standing("social-security-card#2") == "suspended");
  CHECK(story.standing("social-security-card#1") == "overdue");
  story.does(commands::Supplement{.step = "birth-certificate#2"});
  CHECK(story.due("social-security-card#2") == "2019-06-25");
}

TEST_CASE("a step that is taken back ends no pause of another that is returned") {
  Story story = yiwu_at_the_police();
  story.answers("hukou-registration#1", AnswerKind::returned, {}, "unreadable scan");
  story.answers("vaccination-certificate#1", AnswerKind::returned, {}, "unreadable scan");
  story.at("2019-06-17T10:00").does(commands::Withdraw{.step = "vaccination-certificate#1", .reason = "later"});
  CHECK(story.standing("hukou-registration#1") == "suspended");
  CHECK(story.standing("medical-insurance-enrolment#1") == "suspended");
}

TEST_CASE("minutes that wait behind a return are counted from when it is over") {
  Story story("ruian");
  story.accepted(Example::named("ruian-with-benefit"), "2019-06-12T09:00").does(commands::Dispatch{});
  story.answers("birth-certificate#1", AnswerKind::completed, story.results_of("birth-certificate#1"));
  story.does(commands::Dispatch{.step = "hukou-registration#1"});
  story.at("2019-06-12T09:05").answers("hukou-registration#1", AnswerKind::returned, {}, "unreadable scan");
  story.at("2019-06-14T10:00");
  CHECK(story.standing("medical-insurance-enrolment#1") != "overdue");
  story.does(commands::Supplement{.step = "hukou-registration#1"});
  CHECK(story.due("hukou-registration#1") == "2019-06-14T10:10");
  CHECK(story.standing("medical-insurance-enrolment#1") != "overdue");
  CHECK(story.due("medical-insurance-enrolment#1") >= "2019-06-14");
}

TEST_CASE("a department that is asked after the family was promised the result has its own time, and is not late") {
  Story story = yiwu_at_the_police();
  CHECK(answer_by(story, "hukou-registration#1") == "2019-06-13");
  story.at("2019-06-17T10:00");
  story.answers("hukou-registration#1", AnswerKind::completed, story.results_of("hukou-registration#1"));
  CHECK(was_late(story));
  story.does(commands::Dispatch{});
  CHECK(answer_by(story, "medical-insurance-enrolment#1") == "2019-06-20");
  CHECK(story.sent().back().answer_by == Due(Date(2019, 6, 20)));
  CHECK(story.due("medical-insurance-enrolment#1") == "2019-06-13");  // what the family was promised stays
  story.at("2019-06-20T16:00");
  story.answers("medical-insurance-enrolment#1", AnswerKind::completed,
                story.results_of("medical-insurance-enrolment#1"));
  CHECK_FALSE(was_late(story));
  CHECK(story.standing("medical-insurance-enrolment#1") == "missed");
}

TEST_CASE("a failed step that is tried again late is told a day to come") {
  Story story = yiwu_at_the_police();
  story.answers("vaccination-certificate#1", AnswerKind::failed, {}, "no booklets");
  story.at("2019-06-21T10:00").does(commands::Retry{.step = "vaccination-certificate#1"}).does(commands::Dispatch{});
  CHECK(answer_by(story, "vaccination-certificate#1") == "2019-06-26");
}

TEST_CASE("on the spot is kept within the visit") {
  Story story("ruian");
  story.accepted(Example::named("ruian-with-benefit"), "2019-06-12T10:00").does(commands::Dispatch{});
  story.at("2019-06-12T10:12")
      .answers("birth-certificate#1", AnswerKind::completed, story.results_of("birth-certificate#1"));
  story.does(commands::Dispatch{.step = "hukou-registration#1"});
  story.at("2019-06-12T10:26")
      .answers("hukou-registration#1", AnswerKind::completed, story.results_of("hukou-registration#1"));
  story.at("2019-06-12T10:27").does(commands::Dispatch{});
  for (const Message& message : story.sent()) {
    REQUIRE(message.answer_by);
    CHECK_MESSAGE(!is_after(message.at, *message.answer_by), message.id);
  }
  story.at("2019-06-12T10:40");
  for (const char* step : {"medical-insurance-enrolment#1", "social-security-card#1"}) {
    story.answers(step, AnswerKind::completed, story.results_of(step));
  }
  story.does(commands::Deliver{});
  for (const char* step :
       {"birth-certificate#1", "hukou-registration#1", "medical-insurance-enrolment#1", "social-security-card#1"}) {
    CHECK_MESSAGE(story.standing(step) == "kept", step);
  }
}

TEST_CASE("a clock that was ahead is repaired by an event that says who, why and to when") {
  Story story = yiwu_at_the_police();
  story.at("2091-03-01T08:00")
      .answers("hukou-registration#1", AnswerKind::completed, story.results_of("hukou-registration#1"));
  story.does(commands::Dispatch{});
  CHECK(answer_by(story, "medical-insurance-enrolment#1") == "open");  // nobody knows the holidays of 2091
  story.at("2019-06-11T09:00");
  CHECK(story.refused(commands::Withdraw{.reason = "x"}) == "clock-went-back");
  CHECK(story.refused(repair("")) == "reason-missing");
  CHECK(story.refused(commands::RepairClock{.to = parse_date_time("2019-06-12T09:00").value(), .reason = "x"}) ==
        "bad-value");
  story.does(repair(), "admin-7");
  const Event& event = story.last().events.front();
  CHECK(event.by == "admin-7");
  const auto& repaired = std::get<events::ClockRepaired>(event.body);
  CHECK(repaired.was == parse_date_time("2091-03-01T08:00").value());
  CHECK(repaired.to == event.at);
  CHECK(repaired.reason.value == "the clock of this computer was wrong");
  CHECK(story.standing("hukou-registration#1") == "running");  // posted home by the 13th
  CHECK(answer_by(story, "medical-insurance-enrolment#1") == "2019-06-13");
  CHECK(story.sent().back().kind == MessageKind::deadline);
  CHECK(story.sent().back().answer_by == Due(Date(2019, 6, 13)));
  CHECK(story.refused(repair()) == "clock-is-right");
  story.answers("medical-insurance-enrolment#1", AnswerKind::completed,
                story.results_of("medical-insurance-enrolment#1"));
  CHECK_FALSE(was_late(story));
  story.does(commands::Dispatch{});  // the card of Yiwu is made with the number of the insurance
  for (const char* step : {"vaccination-certificate#1", "social-security-card#1"}) {
    story.answers(step, AnswerKind::completed, story.results_of(step));
  }
  story.does(commands::Deliver{}).does(commands::Close{}).does(commands::Erase{});
}

TEST_CASE("what look-ups found and departments issued under a wrong clock counts from the repair too") {
  Story story = yiwu_at_the_police();
  story.at("2019-09-10T10:00").does(commands::NoteLookUp{.look_up = "yiwu/marriage-shared"});
  story.answers("hukou-registration#1", AnswerKind::completed, story.results_of("hukou-registration#1"));
  story.at("2019-06-11T09:00").does(repair());
  const FactStore& facts = *story.state().application.facts();
  REQUIRE(facts.look_ups.size() == 1);
  CHECK(facts.look_ups.front().at == story.now());
  REQUIRE_FALSE(facts.issued.empty());
  for (const IssuedFact& issued : facts.issued) CHECK(issued.at <= story.now());
}

TEST_CASE("a clock that was behind is repaired by saying since when: what it noted happened at that moment") {
  Example family = Example::named("yiwu-local").set("/newborns/0/born_at", "2019-05-20T14:20");
  family.set("/newborns/0/hepatitis_b/given_on", "2019-05-20").set("/newborns/0/bcg/given_on", "2019-05-20");
  Story story("yiwu");
  story.at("2019-05-27T09:00").does(commands::Open{boost::json::serialize(family.document())});
  story.at("2019-05-28T09:30").does(commands::Accept{}).does(commands::Dispatch{"birth-certificate#1"});
  CHECK(story.due("birth-certificate#1") == "2019-05-31");
  story.at("2019-06-10T11:00")
      .answers("birth-certificate#1", AnswerKind::completed, story.results_of("birth-certificate#1"));
  CHECK(story.refused(repair()) == "clock-is-right");
  const DateTime since = parse_date_time("2019-05-28T09:30").value();
  const DateTime to = parse_date_time("2019-06-10T09:30").value();
  const commands::RepairClock behind{.to = to, .reason = "two weeks behind", .since = since};
  commands::RepairClock wrong = behind;
  wrong.since = to;
  CHECK(story.refused(wrong) == "bad-value");
  wrong.since = parse_date_time("2019-06-10T11:01").value();
  CHECK(story.refused(wrong) == "clock-is-right");
  wrong = behind;
  wrong.to = parse_date_time("2019-06-11T09:30").value();
  CHECK(story.refused(wrong) == "bad-value");
  story.does(behind, "admin-7");
  CHECK(story.state().accepted_at == to);
  CHECK(story.due("social-security-card#1") == "2019-06-13");
  CHECK(story.state().step("birth-certificate#1")->completed_at == parse_date_time("2019-06-10T11:00").value());
  CHECK(story.state().changed_at == parse_date_time("2019-06-10T11:00").value());
  const auto events = parse_events(to_json(std::span(story.log()))).value();
  CHECK(events == story.log());
  CHECK(to_json(replay(built_in("yiwu"), events).value(), story.now()) == to_json(story.state(), story.now()));
  CHECK(story.at("2019-06-09T09:00").refused(behind) == "clock-went-back");
}

TEST_CASE("a case that was accepted under a wrong clock is counted from the moment that it was repaired to") {
  Story story("yiwu");
  story.at("2019-06-10T09:00").does(commands::Open{boost::json::serialize(Example::named("yiwu-local").document())});
  story.at("2019-07-01T09:30").does(commands::Accept{}).does(commands::Dispatch{});
  CHECK(story.due("birth-certificate#1") == "2019-07-04");
  story.at("2019-06-11T16:00")
      .does(commands::RepairClock{.to = parse_date_time("2019-06-10T09:30").value(), .reason = "a wrong month"});
  CHECK(story.state().accepted_at == parse_date_time("2019-06-10T09:30").value());
  CHECK(story.due("birth-certificate#1") == "2019-06-13");
  CHECK(story.due("social-security-card#1") == "2019-06-13");
  CHECK(answer_by(story, "birth-certificate#1") == "2019-06-13");
}

TEST_CASE("what waited for the family under a wrong clock counts on from the repair") {
  Story story = yiwu_at_the_police();
  story.at("2019-06-11T10:00").answers("hukou-registration#1", AnswerKind::returned, {}, "unreadable scan");
  story.at("2020-06-11T10:00").does(commands::Supplement{.step = "hukou-registration#1"});
  CHECK(story.due("hukou-registration#1") == "2020-06-15");
  story.at("2019-06-20T09:00").does(repair());
  CHECK(story.due("hukou-registration#1") == "2019-06-24");
  CHECK(story.due("social-security-card#1") == "2019-06-24");
}

TEST_CASE("nothing freezes: drafts, withdrawn, closed and erased cases are repaired too, and told again the same") {
  for (const bool erase : {false, true}) {
    Story story("yiwu");
    story.at("2091-01-01T08:00").does(commands::Open{boost::json::serialize(Example::named("yiwu-local").document())});
    if (erase) story.does(commands::Withdraw{.reason = "x"}).does(commands::Erase{});
    story.at("2019-06-10T09:00").does(repair());
    CHECK(story.state().changed_at == story.now());
    if (!erase) story.does(commands::Withdraw{.reason = "x"}).does(commands::Close{}).does(commands::Erase{});
    const auto events = parse_events(to_json(std::span(story.log()))).value();
    CHECK(events == story.log());
    CHECK(to_json(replay(built_in("yiwu"), events).value(), story.now()) == to_json(story.state(), story.now()));
  }
}

TEST_CASE("dates that nobody could know at acceptance come with a newer calendar, and departments are told") {
  Story story("yiwu");
  Example family = Example::named("yiwu-local");
  for (const char* day : {"/newborns/0/hepatitis_b/given_on", "/newborns/0/bcg/given_on"})
    family.set(day, "2027-03-01");
  family.set("/newborns/0/born_at", "2027-03-01T08:00");
  story.accepted(family, "2027-03-02T09:30").does(commands::Dispatch{});
  CHECK(story.due("birth-certificate#1") == "open");
  CHECK(answer_by(story, "birth-certificate#1") == "open");

  ProfileData data;
  REQUIRE(data.add_calendar(source_file("tests/data/calendar/2027-invented.json")).has_value());
  const Profile newer = Profile::built_in("yiwu", data).value();
  const Case state = replay(newer, story.log()).value();
  const Command answer{"connector", commands::Answer{.message = story.message_of("birth-certificate#1")}};
  const auto decided = decide(state, answer, parse_date_time("2027-03-02T10:00").value());
  REQUIRE(decided.has_value());
  Case next = state;
  for (const Event& event : decided->events) apply(next, event).value();
  // the 4th is off in that calendar: three working days after the 2nd are the 3rd, the 5th and the 8th
  CHECK(next.step("birth-certificate#1")->planned.due == Due(Date(2027, 3, 8)));
  CHECK(next.step("social-security-card#1")->planned.due == Due(Date(2027, 3, 8)));
  REQUIRE(decided->messages.size() == 1);
  CHECK(decided->messages.front().kind == MessageKind::deadline);
  CHECK(decided->messages.front().answer_by == Due(Date(2027, 3, 8)));
  const auto moved = std::get<events::DueMoved>(decided->events.at(1).body);
  CHECK(moved.because == "calendar");
}

TEST_CASE("an event goes back in time only to repair a clock") {
  Story story = yiwu_at_the_police();
  Case state = story.state();
  const DateTime early = story.now() - boost::posix_time::hours(1);
  const events::ClockRepaired later{.was = story.now(), .to = story.now(), .reason = {"x"}};
  CHECK(apply(state, {.sequence = state.version + 1, .at = early, .by = "w", .body = later}).error().kind ==
        ErrorKind::contradiction);
  const events::ClockRepaired right{.was = story.now(), .to = early, .reason = {"x"}};
  CHECK(apply(state, {.sequence = state.version + 1, .at = early, .by = "w", .body = right}).has_value());
}

TEST_CASE("a step that a correction puts back on the route is due from then, not from the acceptance") {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30");
  const auto correct = [](std::vector<NamedFact> facts) {
    return commands::Correct{.facts = std::move(facts), .reason = "typed wrongly", .document = "hukou-booklet"};
  };
  story.does(correct({{"settlement.with", Value::text("mother")},
                      {"settlement.division", Value::text("330108")},
                      {"mother.hukou.division", Value::text("330108")}}));
  REQUIRE(story.state("hukou-registration#1") == "stopped");
  story.at("2019-07-03T10:00")
      .does(correct({{"settlement.with", Value::text("father")}, {"settlement.division", Value::text("330782")}}));
  REQUIRE(story.state("hukou-registration#1") == "blocked");
  CHECK(story.due("hukou-registration#1") == "2019-07-08");
}

TEST_CASE("a wrong moment of a repair says what is wrong with it") {
  Story story = yiwu_at_the_police();
  const DateTime last = story.now();
  const DateTime tomorrow = last + boost::posix_time::hours(24);
  const Command late{"window-1", commands::RepairClock{.to = tomorrow, .reason = "x", .since = last}};
  const auto refusal = decide(story.state(), late, last);
  REQUIRE(refusal.has_error());
  CHECK(refusal.error().code == "bad-value");
  REQUIRE(refusal.error().findings.size() == 1);
  CHECK(refusal.error().findings.front().message.zh == "修正后的时间不能晚于当前时间");
}
