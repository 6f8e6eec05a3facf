// Documents that may come later: deferred at the acceptance or since, by whichever name an operator gives them.
#include "case_story.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;
using commands::AnswerKind;

namespace {

NamedFact fact(std::string name, std::string value) { return {std::move(name), Value::text(std::move(value))}; }

const commands::Correct to_unmarried{
    .facts = {fact("marriage.status", "10")}, .reason = "told wrongly", .document = "id-card"};

/// Accepted on 2019-06-10; since then the statement and the paternity test are asked.
Story asked_since() {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30").does(to_unmarried);
  return story;
}

commands::Supplement scan_of(std::string type, std::string holder = {}) {
  return {.evidence = {{.type = std::move(type), .holder = std::move(holder), .as = HandedInAs::scan}}};
}

commands::Defer defer(std::string type, Date until, std::string holder = {}) {
  return {{{.type = std::move(type), .holder = std::move(holder), .until = until}}};
}

std::string asked(const Story& story, std::string_view step) {
  std::vector<std::string> names;
  for (const NamedDocument& each : story.state().step(step)->asked_evidence) names.push_back(each.type);
  return joined(std::move(names));
}

std::string deferred(const Story& story) {
  std::vector<std::string> names;
  for (const Deferral& each : story.state().deferrals) {
    const auto& [type, holder, newborn, until] = each.document;
    names.push_back(type + "/" + holder + " " + to_string(until) + (each.open() ? "" : " over"));
  }
  return joined(std::move(names));
}

/// The booklet of the parent with whom the child settles has to be brought, and is here as a scan.
Example booklet_as_scan() {
  Example family = Example::named("yiwu-local").hand_in("hukou-booklet", "settling-parent", "scan");
  return family.set("/look_ups", boost::json::parse(R"([{"id": "yiwu/hukou-shared", "result": "not_found"}])"));
}

Story draft(const Example& example) {
  Story story("yiwu");
  story.at("2019-06-10T09:30").does(commands::Open{boost::json::serialize(example.document())});
  return story;
}

std::string settling_parent(const Story& story) {
  return to_string(story.state().application.get("settlement.with").value());
}

}  // namespace

TEST_CASE("a document that became necessary since the acceptance is deferred, and its step goes on with the scan") {
  Story story = asked_since();
  story.does(scan_of("paternity-test")).does(scan_of("out-of-wedlock-statement"));
  CHECK(asked(story, "hukou-registration#1") == "out-of-wedlock-statement, paternity-test");
  story.does(defer("paternity-test", Date(2019, 6, 20)));
  CHECK(story.last_events().starts_with("deferral-granted"));
  CHECK(asked(story, "hukou-registration#1") == "out-of-wedlock-statement");
  story.does(defer("out-of-wedlock-statement", Date(2019, 6, 21)));
  CHECK(deferred(story) == "out-of-wedlock-statement/ 2019-06-21, paternity-test/ 2019-06-20");
  story.runs();
  CHECK(story.state("hukou-registration#1") == "completed");
  CHECK(story.standing("paternity-test#1") == "running");
  story.does(commands::Deliver{});
  CHECK(story.refused(commands::Close{}) == "not-settled");
  story.does(commands::HandIn{{{.type = "paternity-test"}, {.type = "out-of-wedlock-statement"}}});
  story.does(commands::Close{});
  const auto events = parse_events(to_json(std::span(story.log()))).value();
  CHECK(to_json(replay(built_in("yiwu"), events).value(), story.now()) == to_json(story.state(), story.now()));
}

TEST_CASE("a step that waits for a document is due later by the days that it waited, also where that is deferred") {
  Story story = asked_since();
  story.at("2019-06-12T09:30").does(scan_of("paternity-test")).does(scan_of("out-of-wedlock-statement"));
  story.at("2019-06-13T09:30").does(defer("paternity-test", Date(2019, 6, 20)));
  CHECK(story.due("hukou-registration#1") == "2019-06-13");
  story.does(defer("out-of-wedlock-statement", Date(2019, 6, 20)));
  CHECK(story.due("hukou-registration#1") == "2019-06-18");
}

TEST_CASE("a document that a look-up did not find is deferred as well") {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30");
  story.does(commands::NoteLookUp{.look_up = "yiwu/marriage-shared", .result = LookUpState::not_found});
  CHECK(asked(story, "hukou-registration#1") == "marriage-certificate");
  story.does(scan_of("marriage-certificate")).does(defer("marriage-certificate", Date(2019, 6, 20)));
  CHECK(asked(story, "hukou-registration#1") == "none");
}

TEST_CASE("what cannot be deferred since the acceptance is refused as at the acceptance") {
  Story story = asked_since();
  const Date soon(2019, 6, 20);
  CHECK(story.refused(commands::Defer{}) == "nothing-to-change");
  CHECK(story.refused(defer("paternity-test", soon)) == "not-deferrable");  // no scan of it is here
  story.does(scan_of("paternity-test"));
  CHECK(story.refused(defer("paternity-test", Date(2019, 6, 9))) == "deferral-in-the-past");
  CHECK(story.refused(defer("paternity-test", Date(2019, 12, 1))) == "deferral-too-long");
  CHECK(story.refused(defer("id-card", soon)) == "not-deferrable");
  story.does(defer("paternity-test", soon));
  CHECK(story.refused(defer("paternity-test", soon)) == "deferred-already");
  CHECK(draft(Example::named("yiwu-local")).refused(defer("paternity-test", soon)) == "not-accepted");
}

TEST_CASE("a document that only a step which is done would have needed is not deferred") {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30").runs();
  commands::Correct ordered = to_unmarried;
  ordered.authority = "public-security";
  story.does(ordered).does(scan_of("paternity-test"));
  CHECK(story.refused(defer("paternity-test", Date(2019, 6, 20))) == "not-deferrable");
  story.does(commands::Deliver{}).does(commands::Close{});
}

TEST_CASE("a document is deferred by the role that a service asks for it by, or by the person") {
  for (const bool by_role : {true, false}) {
    Story story = draft(booklet_as_scan());
    const std::string person = settling_parent(story);
    CHECK(story.refused(commands::Accept{}) == "deferral-missing");
    const Date until(2019, 6, 20);
    story.does(commands::Accept{{{"hukou-booklet", by_role ? "settling-parent" : person, FactRef::family, until}}});
    CHECK(deferred(story) == "hukou-booklet/" + person + " 2019-06-20");
    story.does(commands::HandIn{{{.type = "hukou-booklet", .holder = by_role ? "settling-parent" : person}}});
    CHECK(deferred(story) == "hukou-booklet/" + person + " 2019-06-20 over");
  }
  const std::string other = settling_parent(draft(booklet_as_scan())) == "mother" ? "father" : "mother";
  const commands::Accept other_parent{{{"hukou-booklet", other, FactRef::family, Date(2019, 6, 20)}}};
  CHECK(draft(booklet_as_scan()).refused(other_parent) == "not-deferrable");
}

TEST_CASE("a document that is deferred without a holder is deferred for everybody who brings one") {
  Example family = Example::named("yiwu-local").hand_in_nothing();
  family.hand_in("id-card", "mother", "scan").hand_in("id-card", "father", "scan");
  Story story = draft(family);
  story.does(commands::Accept{{{.type = "id-card", .until = Date(2019, 6, 20)}}});
  CHECK(deferred(story) == "id-card/father 2019-06-20, id-card/mother 2019-06-20");
}

TEST_CASE("a document that a department wants by the role is there when it comes by the person") {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30").runs("hukou-registration");
  story.does(commands::Answer{.message = story.message_of("hukou-registration#1"),
                              .result = AnswerKind::returned,
                              .wanted_evidence = {{.type = "hukou-booklet", .holder = "settling-parent"}}});
  story.does(commands::Supplement{.evidence = {{.type = "hukou-booklet", .holder = settling_parent(story)}}});
  CHECK(story.state("hukou-registration#1") == "ready");
}
