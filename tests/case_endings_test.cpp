// Withdrawal and death: what is done is handed out, those who have acted are told, then the case closes.
#include "case_story.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;
using commands::AnswerKind;

namespace {

Story certificate_is_done() {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30").does(commands::Dispatch{});
  story.answers("birth-certificate#1", AnswerKind::completed, story.results_of("birth-certificate#1"));
  story.does(commands::Dispatch{});
  return story;
}

/// The messages that the last command made: `cancellation hukou-registration#1, …`, sorted.
std::string told(const Story& story) {
  std::vector<std::string> messages;
  for (const Message& message : story.last().messages) {
    messages.push_back(std::string(to_string(message.kind)) + " " + message.step);
  }
  return joined(std::move(messages));
}

}  // namespace

TEST_CASE("a withdrawn case hands out what is done, calls back what is under way, and closes") {
  Story story = certificate_is_done();
  story.at("2019-06-11T09:00").does(commands::Withdraw{.reason = "moves away"});
  CHECK(told(story) ==
        "cancellation hukou-registration#1, cancellation vaccination-certificate#1, withdrawal birth-certificate#1");
  CHECK(story.state("birth-certificate#1") == "completed");
  CHECK(story.refused(commands::Dispatch{}) == "case-over");
  CHECK(story.refused(commands::Close{}) == "not-settled");
  story.at("2019-06-14T09:00");
  CHECK(story.standing() == "overdue");  // the certificate was promised by the 13th
  story.does(commands::Deliver{.reference = "at the window"});
  CHECK(story.state("birth-certificate#1") == "delivered");
  CHECK(story.standing() == "given_up");
  CHECK(story.standing("birth-certificate#1") == "missed");
  story.does(commands::Close{});
  CHECK(story.state().status == CaseStatus::closed);
  CHECK(story.standing() == "given_up");
  story.does(commands::Erase{});
}

TEST_CASE("a withdrawal tells nobody facts") {
  Story story = certificate_is_done();
  story.does(commands::Withdraw{.reason = "moves away"});
  for (const Message& message : story.last().messages) {
    CHECK(message.fields.empty());
    CHECK(message.evidence.empty());
  }
}

TEST_CASE("a draft that was withdrawn closes, and nothing of it is overdue") {
  Story story("yiwu");
  story.at("2019-06-10T09:30").does(commands::Open{boost::json::serialize(Example::named("yiwu-local").document())});
  story.does(commands::Withdraw{.reason = "another window"});
  CHECK(story.at("2020-06-10T09:30").standing() == "given_up");
  story.does(commands::Close{});
}

TEST_CASE("the deferred documents of a withdrawn case are waited for no longer") {
  Story story("wenling");
  const Example scan = Example::named("wenling-hospital")
                           .hand_in_nothing()
                           .hand_in("id-card", "father")
                           .hand_in("id-card", "mother", "scan");
  story.at("2019-04-29T09:15").does(commands::Open{boost::json::serialize(scan.document())});
  story.does(commands::Accept{{{.type = "id-card", .holder = "mother", .until = Date(2019, 5, 10)}}});
  story.does(commands::Withdraw{.reason = "x"});
  CHECK(story.last_events().find("deferral-lapsed") != std::string::npos);
  CHECK(story.at("2019-06-10T09:00").standing("id-card/mother") == "given_up");
  story.does(commands::Close{});
}

TEST_CASE("a document that only a step needs that is taken back is waited for no longer") {
  Story story("wenling");
  const Example scan = Example::named("wenling-hospital")
                           .hand_in_nothing()
                           .hand_in("id-card", "mother", "scan")
                           .hand_in("id-card", "father");
  story.at("2019-04-29T09:15").does(commands::Open{boost::json::serialize(scan.document())});
  story.does(commands::Accept{{{.type = "id-card", .holder = "mother", .until = Date(2019, 5, 10)}}});
  for (const char* step : {"social-security-card#1", "medical-insurance-enrolment#1", "hukou-registration#1"}) {
    if (story.state(step) != "stopped" && story.state(step) != "no step") {
      story.does(commands::Withdraw{.step = step, .reason = "later"});
    }
  }
  CHECK(story.standing("id-card/mother") == "running");  // the certificate needs it
  story.does(commands::Withdraw{.step = "birth-certificate#1", .reason = "later"});
  CHECK(story.standing("id-card/mother") == "given_up");
}

TEST_CASE("whoever has acted for a newborn that dies is told, and what is done is handed out") {
  Story story = certificate_is_done();
  story.does(commands::RecordDeath{0});
  CHECK(told(story) == "cancellation vaccination-certificate#1, death birth-certificate#1, death hukou-registration#1");
  for (const Message& message : story.last().messages) CHECK(message.fields.empty());
  story.answers("hukou-registration#1", AnswerKind::completed, story.results_of("hukou-registration#1"));
  story.does(commands::Deliver{}).does(commands::Close{});
  CHECK(story.state().status == CaseStatus::closed);
}

TEST_CASE("the death of one twin tells nobody who works for the other alone") {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-twins"), "2019-06-10T09:30").does(commands::Dispatch{});
  story.does(commands::RecordDeath{1});
  for (const Message& message : story.last().messages) CHECK(message.newborn == 1);
  CHECK_FALSE(story.last().messages.empty());
}

TEST_CASE("what keeps a case from closing says who has to do what, by its name") {
  Story story("wenling");
  const Example scan = Example::named("wenling-hospital")
                           .hand_in_nothing()
                           .hand_in("id-card", "mother", "scan")
                           .hand_in("id-card", "father");
  story.at("2019-04-29T09:15").does(commands::Open{boost::json::serialize(scan.document())});
  story.does(commands::Accept{{{.type = "id-card", .holder = "mother", .until = Date(2019, 5, 10)}}});
  const auto decided = decide(story.state(), {"window-1", commands::Close{}}, story.now());
  REQUIRE(!decided);
  std::string said;
  for (const Finding& finding : decided.error().findings) said += finding.message.zh + "\n";
  CHECK(said.find("居民身份证（母亲） [id-card/mother]") != std::string::npos);  // as `hand-in` wants it
  CHECK(said.find("请窗口派送") != std::string::npos);
  CHECK(said.find("birth-certificate") == std::string::npos);
}

TEST_CASE("an only child is not numbered, twins are") {
  const auto first_open = [](const char* example, const char* moment) {
    Story story("yiwu");
    story.accepted(Example::named(example), moment);
    const auto refused = decide(story.state(), {"window-1", commands::Close{}}, story.now());
    REQUIRE_FALSE(refused.has_value());
    return refused.error().findings.front().message;
  };
  CHECK(first_open("yiwu-local", "2019-06-10T09:30").zh == "“新生儿出生医学证明申领”尚未派送：请窗口派送助产机构");
  CHECK(first_open("yiwu-twins", "2019-06-10T09:30").zh ==
        "“新生儿出生医学证明申领，第1名新生儿”尚未派送：请窗口派送助产机构");
}
