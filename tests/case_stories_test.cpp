// The stories of the sources, from open to closed.
#include "case_story.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;
using commands::AnswerKind;

TEST_CASE("Wenling's first case: born on 2019-04-27, accepted on the 29th, collected in the morning of the 30th") {
  Story story("wenling", "wenling-2019-0001");
  story.accepted(Example::named("wenling-hospital").set("/delivery/method", "outlet"), "2019-04-29T09:15");
  CHECK(story.last_events() == "accepted, step-readied");
  CHECK(story.due("hukou-registration#1") == "2019-05-06");
  CHECK(story.standing() == "running");

  story.at("2019-04-29T10:00").runs();
  CHECK(story.state("social-security-card#1") == "completed");
  CHECK(story.state("medical-insurance-enrolment#1") == "completed");

  story.at("2019-04-30T08:30").does(commands::Deliver{.reference = "at the window"});
  CHECK(story.last_events() == "step-delivered, step-delivered, step-delivered, step-delivered");
  CHECK(story.standing() == "kept");
  story.does(commands::Close{});
  CHECK(story.state().status == CaseStatus::closed);
  CHECK(story.state().step("maternity-benefit") == nullptr);  // optional, and not asked for
}

TEST_CASE("Yiwu: hospital and vaccination at once, police to insurance to bank, posted home within three days") {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30");
  CHECK(story.state("birth-certificate#1") == "ready");
  CHECK(story.state("hukou-registration#1") == "blocked");
  story.does(commands::Dispatch{});
  story.answers("birth-certificate#1", AnswerKind::completed, story.results_of("birth-certificate#1"));
  CHECK(story.last_events() == "step-completed, step-readied, step-readied");
  story.runs();
  CHECK(story.standing("social-security-card#1") == "running");  // the promise is to have it at home
  story.at("2019-06-13T16:00").does(commands::Deliver{.reference = "EMS"});
  CHECK(story.standing("social-security-card#1") == "kept");
  story.does(commands::Close{});
}

TEST_CASE("Yiwu: what is posted after the third working day was promised earlier") {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30").runs();
  story.at("2019-06-14T09:00");
  CHECK(story.standing("social-security-card#1") == "overdue");
  story.does(commands::Deliver{});
  CHECK(story.standing("social-security-card#1") == "missed");
  CHECK(story.standing() == "missed");
}

TEST_CASE("Ruian: done on the spot, the booklet collected, the benefit paid on the first working day of next month") {
  Story story("ruian");
  story.accepted(Example::named("ruian-with-benefit"), "2019-06-12T09:00");
  CHECK(story.due("maternity-benefit") == "2019-07-01");
  CHECK(story.state("vaccination-certificate#1") == "no step");
  story.runs("maternity-benefit");
  CHECK(story.state("social-security-card#1") == "completed");
  story.does(commands::Deliver{});
  CHECK(story.refused(commands::Close{}) == "not-settled");

  story.at("2019-06-28T10:00");
  CHECK(story.standing("maternity-benefit") == "due_soon");
  story.at("2019-07-01T11:00").answers("maternity-benefit", AnswerKind::completed);
  story.does(commands::Deliver{.step = "maternity-benefit"});
  CHECK(story.standing("maternity-benefit") == "kept");
  story.does(commands::Close{});
}

TEST_CASE("Ruian: fifteen minutes for the police count from the certificate, not from acceptance") {
  Story story("ruian");
  story.accepted(Example::named("ruian-with-benefit"), "2019-06-12T09:00");
  story.at("2019-06-12T09:40").does(commands::Dispatch{.step = "birth-certificate#1"});
  story.answers("birth-certificate#1", AnswerKind::completed, story.results_of("birth-certificate#1"));
  CHECK(story.due("hukou-registration#1") == "2019-06-12T09:55");
  story.at("2019-06-12T09:45");
  CHECK(story.standing("hukou-registration#1") == "due_soon");
  story.at("2019-06-12T09:56");
  CHECK(story.standing("hukou-registration#1") == "overdue");
}

TEST_CASE("twins: the second newborn never waits for what failed with the first") {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-twins"), "2019-06-10T09:30").does(commands::Dispatch{});
  story.answers("birth-certificate#1", AnswerKind::failed, {}, "printer");
  story.answers("birth-certificate#2", AnswerKind::completed, story.results_of("birth-certificate#2"));
  story.runs();
  CHECK(story.state("social-security-card#2") == "completed");
  CHECK(story.state("hukou-registration#1") == "blocked");
  CHECK(story.refused(commands::Dispatch{.step = "birth-certificate#1"}) == "step-not-ready");
  story.does(commands::Retry{.step = "birth-certificate#1"}).runs();
  CHECK(story.state("social-security-card#1") == "completed");
}

TEST_CASE("a debit that is refused stops the card alone, and can be tried again") {
  Story story("wenling");
  story.accepted(Example::named("wenling-hospital"), "2019-04-29T09:15").runs("social-security-card");
  story.answers("social-security-card#1", AnswerKind::failed, {}, "the account has no money");
  CHECK(story.state("social-security-card#1") == "failed");
  CHECK(story.state("medical-insurance-enrolment#1") == "completed");
  const std::string first = story.state().step("social-security-card#1")->message;
  story.does(commands::Retry{.step = "social-security-card#1"}).does(commands::Dispatch{});
  CHECK(story.sent().back().replaces == first);
  CHECK(story.sent().back().id != first);
}

TEST_CASE("a neonatal death stops what has become pointless and cancels what is under way; the rest goes on") {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30").does(commands::Dispatch{});
  story.answers("birth-certificate#1", AnswerKind::completed, story.results_of("birth-certificate#1"));
  story.does(commands::Dispatch{});
  story.does(commands::RecordDeath{0});
  CHECK(story.state("vaccination-certificate#1") == "stopped");
  CHECK(story.state("medical-insurance-enrolment#1") == "stopped");
  CHECK(story.state("social-security-card#1") == "stopped");
  CHECK(story.state("hukou-registration#1") == "dispatched");
  REQUIRE_FALSE(story.last().messages.empty());
  CHECK(story.last().messages.front().kind == MessageKind::cancellation);
  CHECK(story.last().messages.front().step == "vaccination-certificate#1");
  CHECK(story.last().messages.front().fields.empty());
  CHECK(story.refused(commands::RecordDeath{0}) == "newborn-dead");
}

TEST_CASE("every story replays from its own JSON to the same case") {
  for (const std::string& name : Example::names()) {
    const Example example = Example::named(name);
    const std::string profile(example.document().at("profile").as_string());
    Story story(profile);
    story.at("2019-06-10T09:30").does(commands::Open{boost::json::serialize(example.document())});
    if (story.refused(commands::Accept{}) == "done") story.does(commands::Accept{}).runs().does(commands::Deliver{});
    CAPTURE(name);
    const auto events = parse_events(to_json(std::span(story.log()))).value();
    CHECK(events == story.log());
    const Case again = replay(built_in(profile), events).value();
    CHECK(to_json(again, story.now()) == to_json(story.state(), story.now()));
  }
}
