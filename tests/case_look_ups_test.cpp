// Look-ups in the life of a case: asked, answered, seen, void.
#include "case_story.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;
using commands::AnswerKind;

namespace {

constexpr std::string_view marriage = "yiwu/marriage-shared";

NamedFact fact(std::string name, std::string value) { return {std::move(name), Value::text(std::move(value))}; }

Story draft(Example example = Example::named("yiwu-local")) {
  Story story("yiwu");
  story.at("2019-06-10T09:30").does(commands::Open{boost::json::serialize(example.document())});
  return story;
}

commands::AskLookUp ask(std::string_view look_up) { return {.look_up = std::string(look_up)}; }

std::string query_of(const Story& story, std::string_view look_up) {
  const SentMessage* query = story.state().open_query(look_up);
  return query == nullptr ? "none" : query->id;
}

commands::AnswerLookUp answer(const Story& story, std::string_view look_up, LookUpState result,
                              std::vector<NamedFact> facts = {}) {
  return {.message = query_of(story, look_up), .result = result, .reference = "MZ-1", .facts = std::move(facts)};
}

std::string brought(const Story& story) { return brings(plan(story.state(), story.now().date())); }

LookUpState state_of(const Story& story, std::string_view look_up) {
  for (const PlannedLookUp& each : plan(story.state(), story.now().date()).look_ups) {
    if (each.share->id == look_up) return each.state;
  }
  return LookUpState::open;
}

}  // namespace

TEST_CASE("a query goes to the organisation with the keys and what is wanted, and nothing else") {
  Story story = draft();
  story.does(ask(marriage));
  CHECK(story.last_events() == "look-up-asked");
  REQUIRE(story.last().messages.size() == 1);
  const Message& query = story.last().messages.front();
  CHECK(query.kind == MessageKind::query);
  CHECK(query.id == "case-1:yiwu/marriage-shared:1");
  CHECK(query.organisation == "civil-affairs");
  CHECK(query.step.empty());
  CHECK(query.look_up == marriage);
  CHECK(query.fields.size() == 6);
  CHECK(query.fields.front() == fact("mother.name", "李晓梅"));
  REQUIRE(query.evidence.size() == 1);
  CHECK(query.evidence.front().type == "marriage-certificate");
  CHECK(query.outputs.empty());
  CHECK(state_of(story, marriage) == LookUpState::asked);
}

TEST_CASE("without a name everything is asked that is open and can be asked") {
  Story story = draft();
  story.does(commands::AskLookUp{});
  CHECK(story.state().open_query("yiwu/marriage-shared") != nullptr);
  CHECK(story.state().open_query("base/own-look-up#1") == nullptr);  // the child has no number yet
  CHECK(story.refused(commands::AskLookUp{}) == "nothing-to-look-up");
  CHECK(story.refused(ask(marriage)) == "look-up-asked");
  CHECK(story.refused(ask("yiwu/marriage")) == "unknown-look-up");
  CHECK(story.refused(ask("base/own-look-up")) == "look-up-keys-missing");
}

TEST_CASE("a registration that is not found becomes a document to bring, before the acceptance") {
  Story story = draft();
  story.does(ask(marriage)).does(answer(story, marriage, LookUpState::not_found), "civil-affairs");
  CHECK(story.last_events() == "look-up-answered");
  CHECK(brought(story) == "id-card/father, id-card/mother, marriage-certificate");
  CHECK(story.refused(commands::Accept{}) == "not-acceptable");
  story.does(commands::HandIn{{{.type = "marriage-certificate"}}}).does(commands::Accept{});
}

TEST_CASE("an open look-up keeps no case back") {
  Story story = draft();
  story.does(commands::AskLookUp{}).does(commands::Accept{}).runs().does(commands::Deliver{}).does(commands::Close{});
  CHECK(story.last_events().find("look-up-voided") != std::string::npos);  // nobody is left looking
  CHECK(story.last().messages.front().kind == MessageKind::cancellation);
}

TEST_CASE("the same answer twice is one, another is refused, and so is one to a void query") {
  Story story = draft();
  story.does(ask(marriage));
  const auto found = answer(story, marriage, LookUpState::found);
  story.does(found).does(found);
  CHECK(story.last().events.empty());
  CHECK(story.last().findings.front().code == "answer-repeated");
  auto other = found;
  other.result = LookUpState::not_found;
  CHECK(story.refused(other) == "answer-differs");
  CHECK(story.refused(commands::AnswerLookUp{.message = "case-1:nothing:1"}) == "unknown-message");
  CHECK(story.refused(commands::Answer{.message = found.message}) == "not-accepted");
  story.does(commands::SetFacts{{fact("father.id_number", citizen_id("330782", "19890708", 3))}});
  CHECK(state_of(story, marriage) == LookUpState::open);
  story.does(ask(marriage));
  const auto again = answer(story, marriage, LookUpState::found);
  CHECK(again.message == "case-1:yiwu/marriage-shared:2");
  story.does(commands::SetFacts{{fact("father.name", "王建军")}});
  CHECK(story.last_events() == "facts-set, look-up-voided");
  CHECK(story.last().messages.front().kind == MessageKind::cancellation);
  CHECK(story.last().messages.front().replaces == again.message);
  const auto decided = decide(story.state(), {"window-1", again}, story.now());
  REQUIRE(!decided);
  const Refusal refusal = decided.error();
  CHECK(refusal.code == "message-superseded");
  CHECK(refusal.findings.front().message.zh.find("请窗口重新发出查询") != std::string::npos);
}

TEST_CASE("what is found is known, with its provenance, and goes on to the police") {
  Story story = draft(Example::named("yiwu-local").remove("/settlement/household/head_name"));
  story.does(ask("yiwu/hukou-shared"));
  CHECK(story.last().messages.front().outputs.size() >= 3);
  story.does(answer(story, "yiwu/hukou-shared", LookUpState::found, {fact("settlement.household.head_name", "王建国")}),
             "police");
  story.does(commands::Accept{}).runs("hukou-registration");
  const auto& sent = story.sent();
  const auto at = std::find_if(sent.begin(), sent.end(),
                               [](const Message& each) { return each.step.starts_with("hukou-registration"); });
  REQUIRE(at != sent.end());
  const auto of_head = std::find_if(at->provenance.begin(), at->provenance.end(),
                                    [](const FactOrigin& each) { return each.fact.ends_with("household.head_name"); });
  REQUIRE(of_head != at->provenance.end());
  CHECK(of_head->origin == Origin::looked_up);
  CHECK(of_head->organisation == "public-security");
  CHECK(of_head->reference == "MZ-1");
  CHECK(std::any_of(at->look_ups.begin(), at->look_ups.end(), [](const LookUpReference& each) {
    return each.id == "yiwu/hukou-shared" && each.state == LookUpState::found;
  }));
  const auto number = std::find_if(at->provenance.begin(), at->provenance.end(), [](const FactOrigin& each) {
    return each.fact == "newborns[0].birth_certificate.number";
  });
  REQUIRE(number != at->provenance.end());
  CHECK(number->origin == Origin::issued);
  CHECK(number->organisation == "midwifery-institution");
  CHECK(number->reference == "case-1:birth-certificate#1:1");
}

TEST_CASE("a look-up that nobody can send is noted by hand, where the profile allows it") {
  Story story = draft();
  story.does(commands::NoteLookUp{.look_up = std::string(marriage)});
  CHECK(state_of(story, marriage) == LookUpState::seen);
  CHECK(story.refused(commands::NoteLookUp{.look_up = std::string(marriage), .result = LookUpState::asked}) ==
        "bad-look-up-result");
  CHECK(story.refused(commands::NoteLookUp{.look_up = std::string(marriage),
                                           .at = parse_date_time("2019-06-10T09:31").value()}) ==
        "look-up-in-the-future");
  story.does(ask(marriage))
      .does(commands::NoteLookUp{.look_up = std::string(marriage), .result = LookUpState::not_available});
  CHECK(story.last_events() == "look-up-voided, look-up-answered");  // the query is of no use any more
  CHECK(brought(story).find("marriage-certificate") != std::string::npos);
  boost::json::value document = built_in_document("yiwu");
  for (auto& share : document.as_object().at("shares").as_array()) {
    if (share.at("id").as_string() == boost::json::string_view(marriage)) share.as_object()["by_hand"] = false;
  }
  Case connected(profile_of(document), "case-1");
  const auto opened =
      decide(connected, {"window-1", commands::Open{boost::json::serialize(Example::named("yiwu-local").document())}},
             story.now());
  REQUIRE(opened.has_value());
  apply(connected, opened->events.front()).value();
  const auto refused =
      decide(connected, {"window-1", commands::NoteLookUp{.look_up = std::string(marriage)}}, story.now());
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == "look-up-not-by-hand");
}

TEST_CASE("a contradiction is remarked on with the answer, and stops nothing after acceptance") {
  Story story = draft();
  story.does(ask("yiwu/hukou-shared")).does(commands::Accept{});
  story.does(
      answer(story, "yiwu/hukou-shared", LookUpState::found, {fact("settlement.household.head_name", "王大山")}));
  REQUIRE_FALSE(story.last().findings.empty());
  CHECK(story.last().findings.front().code == "look-up-differs");
  story.runs().does(commands::Deliver{}).does(commands::Close{});
}

TEST_CASE("an answer that supplies what it was not asked for changes nothing") {
  Story story = draft();
  story.does(ask(marriage));
  CHECK(story.refused(answer(story, marriage, LookUpState::found, {fact("mother.phone", "13800000009")})) ==
        "contradiction");
  CHECK(story.refused(answer(story, marriage, LookUpState::seen)) == "bad-look-up-result");
}

TEST_CASE("a correction of a key takes the look-up back after acceptance") {
  Story story = draft();
  story.does(commands::Accept{}).does(ask(marriage)).does(answer(story, marriage, LookUpState::found));
  story.does(
      commands::Correct{.facts = {fact("father.name", "王建军")}, .reason = "typed wrongly", .document = "id-card"});
  CHECK(state_of(story, marriage) == LookUpState::open);
  CHECK(story.last_events().find("look-up-voided") != std::string::npos);
}

TEST_CASE("a look-up is void once the organisation would be asked by somebody else") {
  Story story = draft();
  story.does(ask("yiwu/hukou-shared"));
  story.does(commands::SetFacts{{fact("settlement.with", "mother")}});
  CHECK(story.last_events() == "facts-set, look-up-voided");
  CHECK(state_of(story, "yiwu/hukou-shared") == LookUpState::open);
}

TEST_CASE("a withdrawn case leaves nobody looking, and once it is erased nothing is left of its look-ups") {
  Story story = draft();
  story.does(ask("yiwu/hukou-shared")).does(ask(marriage));
  story.does(
      answer(story, "yiwu/hukou-shared", LookUpState::found, {fact("settlement.household.head_name", "王建国")}));
  const auto late = answer(story, marriage, LookUpState::found);
  story.does(commands::Withdraw{.reason = "another city"});
  CHECK(story.last_events() == "look-up-voided, withdrawn");
  CHECK(story.refused(late) == "case-over");
  story.does(commands::Erase{});
  const std::string left = to_json(story.state(), story.now());
  CHECK(left.find("王建国") == std::string::npos);
  CHECK(left.find("MZ-1") == std::string::npos);
  std::vector<Event> forgotten;
  for (const Event& event : story.log()) {
    const auto parts = to_json_parts(event.body);
    CHECK(parts.data.find("王建国") == std::string::npos);
    CHECK(parts.data.find("MZ-1") == std::string::npos);
    forgotten.push_back(
        {event.sequence, event.at, event.by, event_body_from(kind_of(event.body), parts.data, "").value()});
  }
  CHECK(to_json(replay(story.state().profile, forgotten).value(), story.now()) == left);
}

TEST_CASE("events and messages of look-ups survive writing and reading") {
  Story story = draft();
  story.does(ask(marriage)).does(answer(story, marriage, LookUpState::found)).does(ask("yiwu/hukou-shared"));
  story.does(commands::SetFacts{{fact("father.name", "王建军")}});
  const auto again = parse_events(to_json(story.log())).value();
  CHECK(again == story.log());
  CHECK(to_json(replay(story.state().profile, again).value(), story.now()) == to_json(story.state(), story.now()));
  const auto json = boost::json::parse(to_json(story.state(), story.now()));
  CHECK(json.at("look_ups").as_array().empty());  // both are void: the father is another
}

TEST_CASE("commands about look-ups are read from JSON") {
  const auto command = parse_command(R"({"do": "answer-look-up", "by": "civil-affairs",
      "message": "case-1:yiwu/marriage-shared:1", "result": "not_found", "at": "2019-06-10T09:31"})")
                           .value();
  const auto& body = std::get<commands::AnswerLookUp>(command.body);
  CHECK(body.result == LookUpState::not_found);
  CHECK(to_string(*body.at) == "2019-06-10T09:31");
  CHECK(parse_command(R"({"do": "ask-look-up", "by": "w"})").has_value());
  CHECK(parse_command(R"({"do": "note-look-up", "by": "w", "look_up": "x", "result": "seen"})").has_value());
}
