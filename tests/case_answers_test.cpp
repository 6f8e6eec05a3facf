// What departments answer: once, twice, late, out of order, about somebody else; and what the family then adds.
#include "case_story.hpp"

#include <boost/json/string.hpp>
#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;
using commands::AnswerKind;

namespace {

Story yiwu_under_way() {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30").does(commands::Dispatch{});
  return story;
}

NamedFact fact(std::string name, std::string value) { return {std::move(name), Value::text(std::move(value))}; }

commands::Answer completed(const Story& story, std::string_view step) {
  return {.message = story.message_of(step),
          .step = std::string(step),
          .result = AnswerKind::completed,
          .outputs = story.results_of(step)};
}

bool has_finding(const Story& story, std::string_view code) {
  for (const Finding& finding : story.last().findings) {
    if (finding.code == code) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the same answer twice is one answer, another one is refused") {
  Story story = yiwu_under_way();
  const auto answer = completed(story, "birth-certificate#1");
  story.does(answer);
  const auto version = story.state().version;
  story.does(answer);
  CHECK(story.last().events.empty());
  CHECK(has_finding(story, "answer-repeated"));
  CHECK(story.state().version == version);
  auto another = answer;
  another.outputs = {fact("newborns[0].birth_certificate.number", "T330000009")};
  CHECK(story.refused(another) == "answer-differs");
  another.result = AnswerKind::failed;
  CHECK(story.refused(another) == "answer-differs");
}

TEST_CASE("an acknowledgement counts before the answer, not after it") {
  Story story = yiwu_under_way();
  const std::string message = story.message_of("birth-certificate#1");
  const auto answer = completed(story, "birth-certificate#1");
  Story without = story;
  story.does(commands::Answer{.message = message});
  CHECK(story.state("birth-certificate#1") == "acknowledged");
  story.does(answer).does(commands::Answer{.message = message});
  CHECK(has_finding(story, "answer-repeated"));
  without.does(answer);
  CHECK(without.refused(commands::Answer{.message = message}) == "answer-out-of-order");
}

TEST_CASE("an answer to no message, or about another step than its message, is refused") {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-twins"), "2019-06-10T09:30").does(commands::Dispatch{});
  CHECK(story.refused(commands::Answer{.message = "case-1:birth-certificate#1:7"}) == "unknown-message");
  auto mixed_up = completed(story, "birth-certificate#1");
  mixed_up.message = story.message_of("birth-certificate#2");
  CHECK(story.refused(mixed_up) == "answer-for-another-step");
  mixed_up.step.clear();  // even so the facts are the first newborn's
  CHECK(story.refused(mixed_up) == "not-an-output");
}

TEST_CASE("twins have numbers of their own") {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-twins"), "2019-06-10T09:30").does(commands::Dispatch{});
  story.does(completed(story, "birth-certificate#1"));
  auto copied = completed(story, "birth-certificate#2");
  copied.outputs = {fact("newborns[1].birth_certificate.number", "T330000001")};
  CHECK(story.refused(copied) == "number-of-another-newborn");
}

TEST_CASE("of twins of whom one was registered before, the other's nature of hukou is taken under either name") {
  Example family = Example::named("yiwu-twins")
                       .set("/newborns/0/id_number", boost::json::string(citizen_id("330782", "20190608", 12)));
  family.set("/newborns/0/birth_certificate/number", "T330100001").hand_in("birth-certificate");
  family.set("/evidence/2/newborn", 0).set("/newborns/0/settlement/hukou_nature", "rural");
  for (const std::string_view told_as : {"settlement.hukou_nature", "newborns[1].settlement.hukou_nature"}) {
    CAPTURE(told_as);
    for (const bool told_for_all : {false, true}) {
      CAPTURE(told_for_all);
      Example twins = family;
      if (told_for_all) twins.set("/settlement/hukou_nature", "rural");
      Story story("yiwu");
      story.accepted(twins, "2019-06-10T09:30");
      REQUIRE(story.state().done_before.size() >= 1);
      story.runs("hukou-registration");
      std::vector<NamedFact> results = story.results_of("hukou-registration#2");
      results.back() = {std::string(told_as), Value::text("resident")};
      const commands::Answer answer{
          .message = story.message_of("hukou-registration#2"), .result = AnswerKind::completed, .outputs = results};
      story.does(answer, "connector");
      const auto nature = fact_named(story.state().profile, "newborns[0].settlement.hukou_nature").value();
      const Plan then = plan(story.state(), story.now().date());
      CHECK(then.value(nature) == Value::text("rural"));
      CHECK(then.value({nature.index, 1}) == Value::text("resident"));
      story.does(answer, "connector");
      CHECK(story.last().findings.front().code == "answer-repeated");
      commands::Answer other = answer;
      other.outputs.back().value = Value::text("urban");
      CHECK(story.refused(other) == "answer-differs");
    }
  }
}

TEST_CASE("an answer after the promised time counts and is flagged") {
  Story story = yiwu_under_way();
  story.at("2019-06-14T09:00").does(completed(story, "birth-certificate#1"));
  CHECK(has_finding(story, "answer-late"));
  const auto& event = std::get<events::StepCompleted>(story.last().events.front().body);
  CHECK(event.late);
}

TEST_CASE("what a department yields is its service's, passes its checks and contradicts nothing") {
  Story story = yiwu_under_way();
  auto answer = completed(story, "birth-certificate#1");
  answer.outputs.push_back(fact("mother.name", "别人"));
  CHECK(story.refused(answer) == "not-an-output");
  answer.outputs = {fact("newborns[0].birth_certificate.number", "12345")};
  CHECK(story.refused(answer) == "bad-value");
  answer.outputs = {};
  CHECK(story.refused(answer) == "output-missing");
  story.does(completed(story, "birth-certificate#1")).does(commands::Dispatch{});
  auto wrong_day = completed(story, "hukou-registration#1");
  wrong_day.outputs.front() = fact("newborns[0].id_number", citizen_id("330782", "20190101", 12));
  CHECK(story.refused(wrong_day) == "contradicts");
}

TEST_CASE("a returned step waits for what it asked for, its clock stands still, then it is sent anew") {
  Story story = yiwu_under_way();
  story.does(completed(story, "birth-certificate#1")).does(commands::Dispatch{});
  const std::string first = story.message_of("hukou-registration#1");
  CHECK(story.due("hukou-registration#1") == "2019-06-13");
  story.at("2019-06-11T10:00")
      .does(commands::Answer{.message = first,
                             .result = AnswerKind::returned,
                             .wanted_facts = {"newborns[0].blood_type"},
                             .wanted_evidence = {{.type = "hukou-booklet", .holder = "father"}},
                             .reason = "booklet"});
  CHECK(story.state("hukou-registration#1") == "returned");
  CHECK(story.at("2019-06-20T09:00").standing("hukou-registration#1") == "suspended");
  story.does(commands::Supplement{.facts = {fact("newborns[0].blood_type", "a")}});
  CHECK(story.state("hukou-registration#1") == "returned");
  story.does(commands::Supplement{.evidence = {{.type = "hukou-booklet", .holder = "father"}}});
  CHECK(story.last_events() == "supplemented, step-resumed, due-moved, due-moved");
  CHECK(story.due("hukou-registration#1") == "2019-06-24");  // June 12 and 13 were left: June 21 and 24
  story.does(commands::Dispatch{});
  CHECK(story.sent().back().replaces == first);
  CHECK(story.refused(commands::Answer{.message = first, .result = AnswerKind::failed}) == "answer-differs");
}

TEST_CASE("a second return or failure that says something else is refused, the same again is not") {
  Story story = yiwu_under_way();
  commands::Answer answer{.message = story.message_of("birth-certificate#1"), .result = AnswerKind::returned};
  CHECK(story.refused(answer) == "reason-missing");
  answer.reason = "the names differ";
  SUBCASE("a return") {
    answer.wanted_evidence = {{.type = "hukou-booklet", .holder = "settling-parent"}, {.type = "marriage-certificate"}};
    story.does(answer).does(answer);
    CHECK(has_finding(story, "answer-repeated"));
    std::swap(answer.wanted_evidence.front(), answer.wanted_evidence.back());
    story.does(answer);
    CHECK(has_finding(story, "answer-repeated"));
    SUBCASE("for another reason") { answer.reason = "unreadable"; }
    SUBCASE("that wants less") { answer.wanted_evidence.pop_back(); }
    SUBCASE("that wants a fact") { answer.wanted_facts = {"newborns[0].native_place"}; }
    CHECK(story.refused(answer) == "answer-differs");
  }
  SUBCASE("a failure") {
    answer.result = AnswerKind::failed;
    story.does(answer).does(answer);
    CHECK(has_finding(story, "answer-repeated"));
    answer.reason = "unreadable";
    CHECK(story.refused(answer) == "answer-differs");
  }
  SUBCASE("a return that says what it wants needs no other reason") {
    answer.reason.clear();
    answer.wanted_evidence = {{.type = "marriage-certificate"}};
    story.does(answer);
  }
}

TEST_CASE("a return says whose document it wants where it could be that of several people") {
  Story story = yiwu_under_way();
  commands::Answer answer{.message = story.message_of("birth-certificate#1"), .result = AnswerKind::returned};
  answer.wanted_evidence = {{.type = "id-card"}};
  const auto decided = decide(story.state(), {"window-1", answer}, story.now());
  REQUIRE(!decided);
  const Refusal refusal = decided.error();
  CHECK(refusal.code == "holder-missing");
  CHECK(refusal.path == "/wanted_evidence/0/holder");
  CHECK(refusal.findings.front().message.zh ==
        "“居民身份证”可以是母亲 [id-card/mother]、父亲 [id-card/father]的，请部门写明要哪一位的");
  SUBCASE("it is named") { answer.wanted_evidence = {{.type = "id-card", .holder = "father"}}; }
  SUBCASE("it can be that of one person alone, who is named then") {
    answer.wanted_evidence = {{.type = "hukou-booklet"}};
  }
  story.does(answer);
  CHECK(std::get<events::StepReturned>(story.last().events.front().body).wanted_evidence.front().holder == "father");
  story.does(answer);
  CHECK(has_finding(story, "answer-repeated"));
}

TEST_CASE("a copy is not the original that a return wants") {
  Story story = yiwu_under_way();
  story.does(commands::Answer{.message = story.message_of("birth-certificate#1"),
                              .result = AnswerKind::returned,
                              .wanted_evidence = {{.type = "marriage-certificate"}}});
  for (const HandedInAs as : {HandedInAs::copy, HandedInAs::scan}) {
    story.does(commands::HandIn{{{.type = "marriage-certificate", .as = as}}});
    CHECK(story.state("birth-certificate#1") == "returned");
    CHECK(has_finding(story, "still-wanted"));
  }
  story.does(commands::HandIn{{{.type = "marriage-certificate"}}});
  CHECK(story.state("birth-certificate#1") == "ready");
  CHECK_FALSE(has_finding(story, "still-wanted"));
}

TEST_CASE("a failure says why") {
  Story story = yiwu_under_way();
  const commands::Answer answer{.message = story.message_of("birth-certificate#1"), .result = AnswerKind::failed};
  CHECK(story.refused(answer) == "reason-missing");
}

TEST_CASE("minutes stand still too: of fifteen, what was left counts on") {
  Story story("ruian");
  story.accepted(Example::named("ruian-with-benefit"), "2019-06-12T09:00").does(commands::Dispatch{});
  story.does(completed(story, "birth-certificate#1")).does(commands::Dispatch{});
  CHECK(story.due("hukou-registration#1") == "2019-06-12T09:15");
  story.at("2019-06-12T09:05").answers("hukou-registration#1", AnswerKind::returned, {}, "unreadable scan");
  story.at("2019-06-12T11:55").does(commands::Supplement{.step = "hukou-registration#1"});
  CHECK(story.due("hukou-registration#1") == "2019-06-12T13:35");  // 5 minutes before noon, 5 after the break
}

TEST_CASE("what nobody told can be added, what is known is corrected, what a department issues is neither") {
  Story story = yiwu_under_way();
  story.does(commands::Supplement{.facts = {fact("newborns[0].blood_type", "a")}});
  CHECK(story.refused(commands::Supplement{.facts = {fact("mother.phone", "13900000009")}}) == "use-correction");
  CHECK(story.refused(commands::Supplement{.facts = {fact("newborns[0].card.number", "K1")}}) ==
        "issued-by-department");
  CHECK(story.refused(commands::Supplement{.facts = {{"father", Value::null()}}}) == "use-correction");
  CHECK(story.refused(commands::Supplement{}) == "nothing-to-change");
  CHECK(story.refused(commands::Supplement{.step = "birth-certificate#1"}) == "step-not-returned");
}

TEST_CASE("a message holds what its service asks of this newborn, and nothing else") {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-twins"), "2019-06-10T09:30").runs();
  for (const Message& message : story.sent()) {
    CAPTURE(message.id);
    for (const NamedFact& each : message.fields) {
      CHECK_FALSE((message.service == "vaccination-certificate" && each.fact == "card.debit_account"));
      CHECK_FALSE((message.service == "birth-certificate" && each.fact.starts_with("card.")));
      const std::string other = message.newborn == 0 ? "newborns[1]" : "newborns[0]";
      CHECK_FALSE(each.fact.starts_with(other));
    }
  }
}
