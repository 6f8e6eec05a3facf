// After a correction documents, deferrals and steps follow the new facts, both ways.
#include "case_story.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;
using commands::AnswerKind;

namespace {

NamedFact fact(std::string name, std::string value) { return {std::move(name), Value::text(std::move(value))}; }

commands::Correct correction(std::vector<NamedFact> facts) {
  return {.facts = std::move(facts), .reason = "typed wrongly", .document = "id-card"};
}

Story yiwu_accepted() {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30");
  return story;
}

Story yiwu_at_the_police() {
  Story story = yiwu_accepted();
  story.does(commands::Dispatch{});
  story.answers("birth-certificate#1", AnswerKind::completed, story.results_of("birth-certificate#1"));
  story.does(commands::Dispatch{});
  return story;
}

/// What the family is asked for a step, sorted: `out-of-wedlock-statement, paternity-test`; `none`.
std::string asked(const Story& story, std::string_view step) {
  std::vector<std::string> names = story.state().step(step)->asked_facts;
  for (const NamedDocument& each : story.state().step(step)->asked_evidence) {
    names.push_back(each.holder.empty() ? each.type : each.type + "/" + each.holder);
  }
  return joined(std::move(names));
}

std::string text_of_finding(const Story& story, std::string_view code) {
  for (const Finding& finding : story.last().findings) {
    if (finding.code == code) return finding.message.zh;
  }
  return {};
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

const NamedFact unmarried = fact("marriage.status", "10");
const NamedFact married = fact("marriage.status", "20");

const commands::Supplement both_papers{.evidence = {{.type = "out-of-wedlock-statement"}, {.type = "paternity-test"}}};

}  // namespace

TEST_CASE("documents that a correction makes necessary are asked, and the step waits for them") {
  Story story = yiwu_accepted();
  story.does(correction({unmarried}));
  CHECK(asked(story, "hukou-registration#1") == "out-of-wedlock-statement, paternity-test");
  CHECK(has(story.last_events(), "family-asked"));
  const std::string said = text_of_finding(story, "family-asked");
  CHECK(has(said, "非婚生育说明"));
  CHECK(has(said, "亲子鉴定证明"));
  CHECK(has(said, "申请人"));
  story.does(commands::Dispatch{});
  story.answers("birth-certificate#1", AnswerKind::completed, story.results_of("birth-certificate#1"));
  CHECK(story.state("hukou-registration#1") == "blocked");
  CHECK(story.refused(commands::Dispatch{.step = "hukou-registration#1"}) == "step-not-ready");
  story.does(commands::Supplement{.evidence = {{.type = "paternity-test"}}});
  CHECK(asked(story, "hukou-registration#1") == "out-of-wedlock-statement");
  story.does(commands::Supplement{.evidence = {{.type = "out-of-wedlock-statement"}}});
  CHECK(asked(story, "hukou-registration#1") == "none");
  CHECK(story.state("hukou-registration#1") == "ready");
  story.does(commands::Dispatch{});
  const auto& evidence = story.sent().back().evidence;
  CHECK(std::any_of(evidence.begin(), evidence.end(), [](const EvidenceReference& each) {
    return each.type == "paternity-test" && each.as == HandedInAs::original;
  }));
}

TEST_CASE("a step that is under way without a document that it now needs is called back and waits") {
  Story story = yiwu_at_the_police();
  story.does(correction({unmarried}));
  CHECK(story.state("hukou-registration#1") == "blocked");
  CHECK(story.state("vaccination-certificate#1") == "dispatched");
  CHECK(has(story.last_events(), "step-recalled"));
  CHECK(story.at("2019-06-17T09:00").standing("hukou-registration#1") == "suspended");  // the family is waited for
  CHECK(story.standing("social-security-card#1") == "suspended");
  story.does(both_papers);
  CHECK(story.state("hukou-registration#1") == "ready");
  CHECK(story.due("hukou-registration#1") == "2019-06-20");
  story.runs();
  CHECK(story.state("social-security-card#1") == "completed");
}

TEST_CASE("whoever is called back is told at once, and what it answers before it has read that is not lost") {
  Story story = yiwu_at_the_police();
  const std::string request = story.message_of("hukou-registration#1");
  story.does(correction({unmarried}));
  REQUIRE(story.last().messages.size() == 2);  // the other is the hospital's correction
  const Message cancellation = story.last().messages.front();
  CHECK(cancellation.kind == MessageKind::cancellation);
  CHECK(cancellation.step == "hukou-registration#1");
  CHECK(cancellation.replaces == request);
  CHECK(cancellation.organisation == "public-security");
  const Command late{"public-security", commands::Answer{.message = request, .result = AnswerKind::completed}};
  const auto refusal = decide(story.state(), late, story.now());
  REQUIRE(refusal.has_error());
  CHECK(refusal.error().code == "message-superseded");
  REQUIRE(refusal.error().findings.size() == 1);
  const std::string& words = refusal.error().findings.front().message.zh;
  CHECK(has(words, "请窗口联系"));
  CHECK(has(words, "待申请人补齐"));
  story.does(both_papers);
  const auto ready = decide(story.state(), late, story.now());
  CHECK(has(ready.error().findings.front().message.zh, "请窗口重新派送"));
  story.does(commands::Dispatch{});
  const auto sent = decide(story.state(), late, story.now());
  CHECK(has(sent.error().findings.front().message.zh, "新派送的消息"));
}

TEST_CASE("a correction that is taken back takes back what it asked for") {
  Story story = yiwu_accepted();
  story.does(correction({unmarried})).does(correction({married}));
  CHECK(asked(story, "hukou-registration#1") == "none");
  story.runs().does(commands::Deliver{}).does(commands::Close{});
}

TEST_CASE("a document that is here already is not asked for") {
  Story story = yiwu_accepted();
  story.does(both_papers).does(correction({unmarried}));
  CHECK(asked(story, "hukou-registration#1") == "none");
}

TEST_CASE("the paternity test hangs on with whom the child settles: a second correction changes what is asked") {
  Story story = yiwu_accepted();
  story.does(correction({unmarried, fact("settlement.with", "mother")}));
  CHECK(asked(story, "hukou-registration#1") == "out-of-wedlock-statement");
  story.does(correction({fact("settlement.with", "father")}));
  CHECK(asked(story, "hukou-registration#1") == "out-of-wedlock-statement, paternity-test");
}

TEST_CASE("a step that is done is not undone: its department is told, and so is the window") {
  Story story = yiwu_accepted();
  story.runs();
  CHECK(story.refused(correction({unmarried})) == "field-locked");  // the child's status follows from it
  story.does(commands::Correct{
      .facts = {unmarried}, .reason = "told wrongly", .document = "id-card", .authority = "public-security"});
  CHECK(story.state("hukou-registration#1") == "completed");
  CHECK(asked(story, "hukou-registration#1") == "none");
  REQUIRE_FALSE(story.last().messages.empty());
  for (const Message& message : story.last().messages) CHECK(message.kind == MessageKind::correction);
  CHECK(has(text_of_finding(story, "needed-after-all"), "非婚生育说明"));
}

TEST_CASE("a department that is done is told also where its service is not handled here any more") {
  Story story = yiwu_accepted();
  story.runs("medical-insurance-enrolment");
  story.does(commands::Correct{.facts = {fact("settlement.with", "mother"), fact("settlement.division", "330108"),
                                         fact("mother.hukou.division", "330108")},
                               .reason = "told wrongly",
                               .document = "hukou-booklet",
                               .authority = "public-security"});
  CHECK(step(plan(story.state(), story.now().date()), "hukou-registration") == nullptr);
  CHECK(story.state("hukou-registration#1") == "completed");
  CHECK(has(text_of_finding(story, "done-off-route"), "户口登记"));
  const auto to_police = [](const Message& message) {
    return message.kind == MessageKind::correction && message.step == "hukou-registration#1";
  };
  const auto& told = story.last().messages;
  const auto message = std::find_if(told.begin(), told.end(), to_police);
  REQUIRE(message != told.end());
  CHECK(message->organisation == "public-security");
  CHECK(message->provenance.size() == message->fields.size());
  const auto division = std::find_if(message->fields.begin(), message->fields.end(), [](const NamedFact& each) {
    return each.fact == "newborns[0].settlement.division";
  });
  REQUIRE(division != message->fields.end());
  CHECK(division->value == Value::text("330108"));

  SUBCASE("later corrections of its facts reach it too, and others do not") {
    story.does(correction({fact("card.branch", "东门支行")}));
    CHECK(std::none_of(story.last().messages.begin(), story.last().messages.end(), to_police));
    story.does(commands::Correct{.facts = {fact("newborns[0].native_place", "330108")},
                                 .reason = "told wrongly",
                                 .document = "hukou-booklet",
                                 .authority = "public-security"});
    CHECK(std::any_of(story.last().messages.begin(), story.last().messages.end(), to_police));
  }
  SUBCASE("it is told when its service is handled here again") {
    story.does(
        commands::Correct{.facts = {fact("settlement.division", "330782"), fact("mother.hukou.division", "330782")},
                          .reason = "right after all",
                          .document = "hukou-booklet",
                          .authority = "public-security"});
    CHECK(std::any_of(story.last().messages.begin(), story.last().messages.end(), to_police));
    CHECK(text_of_finding(story, "done-off-route").empty());
  }
}

TEST_CASE("a deferral lapses with the lateness that it was for, and comes back with it") {
  Story story("yiwu");
  story.at("2019-06-12T10:00")
      .does(commands::Open{boost::json::serialize(Example::named("yiwu-local")
                                                      .set("/newborns/0/born_at", "2019-04-10T14:20")
                                                      .set("/newborns/0/hepatitis_b/given_on", "2019-04-10")
                                                      .set("/newborns/0/bcg/given_on", "2019-04-10")
                                                      .hand_in("late-statement", {}, "scan")
                                                      .document())});
  story.does(commands::Accept{{{.type = "late-statement", .until = Date(2019, 6, 20)}}});
  const std::vector<NamedFact> two_days_ago{fact("newborns[0].hepatitis_b.given_on", "2019-06-10"),
                                            fact("newborns[0].bcg.given_on", "2019-06-10"),
                                            fact("newborns[0].born_at", "2019-06-10T14:20")};
  story.does(correction(two_days_ago));
  CHECK(has(story.last_events(), "deferral-lapsed"));
  CHECK(story.standing("late-statement#1") == "given_up");
  Story back = story;
  back.does(
      correction({fact("newborns[0].hepatitis_b.given_on", "2019-04-10"),
                  fact("newborns[0].bcg.given_on", "2019-04-10"), fact("newborns[0].born_at", "2019-04-10T14:20")}));
  CHECK(has(back.last_events(), "deferral-reinstated"));
  CHECK(back.standing("late-statement#1") == "running");
  CHECK(asked(back, "birth-certificate#1") == "none");  // it may still come later
  story.runs().does(commands::Deliver{}).does(commands::Close{});
}

TEST_CASE("only messages whose payload a correction changes are called back") {
  Story story = yiwu_at_the_police();
  story.does(commands::Supplement{.facts = {fact("newborns[0].blood_type", "a")}});  // on the police's form
  story.does(correction({fact("card.branch", "东门支行")}));
  CHECK(story.state("hukou-registration#1") == "dispatched");
  CHECK(story.state("vaccination-certificate#1") == "dispatched");
  CHECK(story.last().messages.empty());
}

TEST_CASE("what became known after a message was made does not call it back") {
  Story story = yiwu_at_the_police();
  story.answers("hukou-registration#1", AnswerKind::completed, story.results_of("hukou-registration#1"));
  CHECK(story.state("vaccination-certificate#1") == "dispatched");  // its form has room for the ID number
  story.does(correction({fact("card.branch", "东门支行")}));
  CHECK(story.state("vaccination-certificate#1") == "dispatched");
}

TEST_CASE("steps that a correction stops come back when it is taken back") {
  Story story = yiwu_accepted();
  story.does(commands::Dispatch{});
  story.answers("birth-certificate#1", AnswerKind::completed, story.results_of("birth-certificate#1"));
  story.does(commands::RecordDeath{0});
  CHECK(story.state("vaccination-certificate#1") == "stopped");
  story.does(commands::Correct{.facts = {{"newborns[0].alive", Value::boolean(true)}},
                               .reason = "another newborn was meant",
                               .document = "delivery-record"});
  CHECK(story.state("vaccination-certificate#1") == "ready");
  CHECK(story.state("medical-insurance-enrolment#1") == "blocked");
  story.runs().does(commands::Deliver{}).does(commands::Close{});
}

TEST_CASE("a step that the family has taken back stays so, and what waits for it is not brought back by a correction") {
  Story story = yiwu_accepted();
  story.does(commands::Withdraw{.step = "hukou-registration#1", .reason = "later"});
  CHECK(story.state("social-security-card#1") == "stopped");
  story.does(correction({fact("residence.house_number", "2号")}));
  CHECK(story.state("hukou-registration#1") == "withdrawn");
  CHECK(story.state("social-security-card#1") == "stopped");
  CHECK_FALSE(has(story.last_events(), "replanned"));
}

TEST_CASE("an answer that a correction makes necessary is asked, and \"none\" is no answer") {
  Story story = yiwu_accepted();
  story.does(
      commands::Correct{.facts = {{"card.branch", Value()}}, .reason = "not known after all", .document = "id-card"});
  CHECK(asked(story, "social-security-card#1") == "card.branch");
  CHECK(story.refused(commands::Supplement{.facts = {{"card.branch", Value::null()}}}) == "value-needed");
  story.does(commands::Supplement{.facts = {fact("card.branch", "东门支行")}});
  CHECK(asked(story, "social-security-card#1") == "none");
  story.runs().does(commands::Deliver{}).does(commands::Close{});
}

TEST_CASE("a returned step that is answered with \"none\" where it cannot be is asked again") {
  Story story = yiwu_at_the_police();
  story.does(commands::Answer{.message = story.message_of("hukou-registration#1"),
                              .result = AnswerKind::returned,
                              .wanted_facts = {"newborns[0].native_place"}});
  CHECK(story.refused(commands::Supplement{.facts = {{"newborns[0].native_place", Value::null()}}}) == "value-needed");
  story.does(commands::Supplement{.facts = {fact("newborns[0].native_place", "330782")}});
  CHECK(story.state("hukou-registration#1") == "ready");
}

TEST_CASE("an application is not corrected to a moment before the birth") {
  Story story = yiwu_at_the_police();
  CHECK(story.refused(correction({{"applied_at", Value::date_time(parse_date_time("2018-06-08T10:00").value())}})) ==
        "contradicts");
  story.does(correction({{"applied_at", Value::date_time(parse_date_time("2019-06-10T09:29").value())}}));
}

TEST_CASE("a name that its department has taken back is the family's to tell anew") {
  Story story = yiwu_at_the_police();
  const std::string name = "newborns[0].name";
  commands::Correct taken_back = correction({{name, Value::null()}});
  taken_back.authority = "midwifery-institution";
  story.does(taken_back);
  REQUIRE(asked(story, "hukou-registration#1") != "none");
  story.does(commands::Supplement{.facts = {{name, Value::text("沈知微")}}});
  CHECK(asked(story, "hukou-registration#1") == "none");
  CHECK(story.refused(commands::Supplement{.facts = {{name, Value::text("沈知远")}}}) == "use-correction");
}
