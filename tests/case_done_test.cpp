// Done is done: what the family has when a case opens is not done again, and what the case itself yields stays its own.
#include "case_story.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;
using commands::AnswerKind;

namespace {

NamedFact fact(std::string name, std::string value) { return {std::move(name), Value::text(std::move(value))}; }

Example with_certificate() {
  Example family = Example::named("yiwu-local").set("/newborns/0/birth_certificate/number", "T330100001");
  return family.hand_in("birth-certificate");
}

const Message& last_to(const Story& story, std::string_view step) {
  const auto at = std::find_if(story.sent().rbegin(), story.sent().rend(),
                               [step](const Message& message) { return message.step == step; });
  REQUIRE(at != story.sent().rend());
  return *at;
}

}  // namespace

TEST_CASE("a certificate of another hospital is no step of the case, and counts as done before") {
  Story story("yiwu");
  story.accepted(with_certificate(), "2019-06-10T09:30");
  CHECK(story.state().step("birth-certificate#1") == nullptr);
  CHECK(story.state().done_before == std::vector<std::string>{"birth-certificate#1"});
  CHECK(story.state("hukou-registration#1") == "ready");
}

TEST_CASE("a certificate in hand is no step of the case, though its number has yet to be told") {
  Story story("yiwu");
  Example family = Example::named("yiwu-local").hand_in("birth-certificate");
  story.at("2019-06-10T09:30").does(commands::Open{boost::json::serialize(family.document())});
  CHECK(story.refused(commands::Accept{}) == "not-acceptable");
  story.does(commands::SetFacts{.facts = {fact("newborns[0].birth_certificate.number", "T330100001")}});
  story.does(commands::Accept{});
  CHECK(story.state().step("birth-certificate#1") == nullptr);
  CHECK(story.state().done_before == std::vector<std::string>{"birth-certificate#1"});
  CHECK(story.state("hukou-registration#1") == "ready");
}

TEST_CASE("a certificate that turns up while its step waits stops the step, and its number is asked") {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30");
  story.does(commands::HandIn{.evidence = {{.type = "birth-certificate"}}});
  CHECK(story.state("birth-certificate#1") == "stopped");
  CHECK(story.state().step("hukou-registration#1")->asked_facts ==
        std::vector<std::string>{"newborns[0].birth_certificate.number"});
}

TEST_CASE("what was issued before the case changes on its issuer's word alone") {
  Story story("yiwu");
  story.accepted(with_certificate(), "2019-06-10T09:30");
  const commands::Correct correct{.facts = {fact("newborns[0].birth_certificate.number", "T330100002")},
                                  .reason = "misread",
                                  .document = "birth-certificate"};
  CHECK(story.refused(correct) == "field-locked");
  commands::Correct by_issuer = correct;
  by_issuer.authority = "midwifery-institution";
  story.does(by_issuer);
}

TEST_CASE("what a case has completed itself stays its step: it is corrected, told and handed out") {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30");
  story.does(commands::Dispatch{"birth-certificate#1"});
  story.answers("birth-certificate#1", AnswerKind::completed, story.results_of("birth-certificate#1"));
  CHECK(story.state("birth-certificate#1") == "completed");
  CHECK(story.state().done_before.empty());
  CHECK(step(plan(story.state(), Date(2019, 6, 10)), "birth-certificate") != nullptr);
  story.does(commands::Correct{.facts = {fact("mother.name", "李晓梅梅")},
                               .reason = "misspelt",
                               .document = "id-card",
                               .authority = "midwifery-institution"});
  CHECK(last_to(story, "birth-certificate#1").kind == MessageKind::correction);
  story.runs().does(commands::Deliver{}).does(commands::Close{});
}

TEST_CASE("the log of a case says as much: it plans the same after it was read again") {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30");
  story.runs("social-security-card#1");
  const Case again = replay(story.state().profile, story.log()).value();
  CHECK(plan(again, Date(2019, 6, 10)).route.size() == plan(story.state(), Date(2019, 6, 10)).route.size());
  CHECK(plan(again, Date(2019, 6, 10)).route.size() == 5);
}

TEST_CASE("a case of one step may yield what makes the service done") {
  Story story("yiwu");
  Example family = with_certificate().set("/newborns/0/insurance/already_enrolled", true);
  family.set("/newborns/0/insurance/number", "33078200000000000001")
      .set("/newborns/0/card/number", "6228480000000000018");
  story.accepted(family.set("/newborns/0/alive", false), "2019-06-10T09:30");
  story.does(commands::Dispatch{});
  story.answers("hukou-registration#1", AnswerKind::completed, story.results_of("hukou-registration#1"));
  CHECK(story.state("hukou-registration#1") == "completed");
}

TEST_CASE("a promise to pay is kept by paying") {
  Story story("ruian");
  story.accepted(Example::named("ruian-with-benefit"), "2019-06-10T10:00");
  story.at("2019-06-10T10:10").runs("maternity-benefit");
  story.at("2019-06-20T10:00").answers("maternity-benefit", AnswerKind::completed);
  CHECK(story.standing("maternity-benefit") == "running");
  story.at("2019-07-25T10:00");
  CHECK(story.standing("maternity-benefit") == "overdue");
  story.does(commands::Deliver{"maternity-benefit"});
  CHECK(story.standing("maternity-benefit") == "missed");
}

TEST_CASE("what is handed out on the spot is in time on the day on which it could begin") {
  Story story("ruian");
  story.accepted(Example::named("ruian-with-benefit"), "2019-06-10T10:00");
  story.at("2019-06-10T10:02").does(commands::Dispatch{"birth-certificate#1"});
  story.at("2019-06-10T10:12");
  story.answers("birth-certificate#1", AnswerKind::completed, story.results_of("birth-certificate#1"));
  CHECK(story.standing("birth-certificate#1") == "kept");
  CHECK(story.due("hukou-registration#1") == "2019-06-10T10:27");
  story.does(commands::Dispatch{"hukou-registration#1"}).at("2019-06-10T10:26");
  story.answers("hukou-registration#1", AnswerKind::completed, story.results_of("hukou-registration#1"));
  CHECK(story.standing("hukou-registration#1") == "kept");
  for (const char* step : {"medical-insurance-enrolment#1", "social-security-card#1"}) {
    CAPTURE(step);
    CHECK(story.due(step) == "2019-06-10");
  }
  story.at("2019-06-10T10:40").runs("maternity-benefit");
  CHECK(story.standing("social-security-card#1") == "kept");
}
