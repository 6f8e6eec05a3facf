// Deferral, correction, locks, withdrawal, death, closing; clocks; the same birth twice.
#include <birthcase/duplicates.hpp>

#include "case_story.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;
using commands::AnswerKind;

namespace {

NamedFact fact(std::string name, std::string value) { return {std::move(name), Value::text(std::move(value))}; }

Story yiwu_accepted() {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30");
  return story;
}

commands::Correct correction(NamedFact what, std::string authority = {}) {
  return {.facts = {std::move(what)}, .reason = "typed wrongly", .document = "id-card", .authority = authority};
}

// Wenling, with a mother's ID card of which only a scan is here.
Example scanned_id_card() {
  return Example::named("wenling-hospital")
      .hand_in_nothing()
      .hand_in("id-card", "father")
      .hand_in("id-card", "mother", "scan");
}

std::vector<BirthKey> births(const Example& example, std::string id) {
  Story story("yiwu", std::move(id));
  story.at("2019-06-10T09:30").does(commands::Open{boost::json::serialize(example.document())});
  return birth_keys(story.state());
}

}  // namespace

TEST_CASE("what is here as a scan only is deferred by name and day, and has to come before the case closes") {
  Story story("wenling");
  story.at("2019-04-29T09:15").does(commands::Open{boost::json::serialize(scanned_id_card().document())});
  CHECK(story.refused(commands::Accept{}) == "deferral-missing");
  CHECK(story.refused(commands::Accept{{{.type = "id-card", .holder = "mother", .until = Date(2019, 4, 28)}}}) ==
        "deferral-in-the-past");
  CHECK(story.refused(commands::Accept{{{.type = "id-card", .holder = "father", .until = Date(2019, 5, 10)}}}) ==
        "not-deferrable");
  story.does(commands::Accept{{{.type = "id-card", .holder = "mother", .until = Date(2019, 5, 10)}}});
  story.runs().does(commands::Deliver{});
  CHECK(story.refused(commands::Close{}) == "not-settled");
  story.at("2019-05-11T09:00");
  CHECK(story.standing("id-card/mother") == "overdue");
  story.does(commands::HandIn{{{.type = "id-card", .holder = "mother"}}});
  CHECK(story.last_events() == "supplemented, deferral-settled");
  CHECK(story.standing("id-card/mother") == "kept");
  story.does(commands::Close{});
}

TEST_CASE("a document is deferred for no longer than the profile says") {
  Story story("wenling");
  story.at("2019-04-29T09:15").does(commands::Open{boost::json::serialize(scanned_id_card().document())});
  const auto until = [](Date day) { return commands::Accept{{{.type = "id-card", .holder = "mother", .until = day}}}; };
  CHECK(story.refused(until(Date(2099, 1, 1))) == "deferral-too-long");
  // The twentieth working day after the 29th of April is the 29th of May: 1 to 4 May are off, Sunday the 5th is worked.
  CHECK(story.refused(until(Date(2019, 5, 30))) == "deferral-too-long");
  const auto decided = decide(story.state(), {"window-1", until(Date(2019, 5, 30))}, story.now());
  REQUIRE(!decided);
  CHECK(decided.error().path == "/deferred/0/until");
  CHECK(decided.error().findings.front().message.zh.find("2019-05-29") != std::string::npos);
  story.does(until(Date(2019, 5, 29)));
}

TEST_CASE("an application that is not complete is refused with everything that is in the way") {
  Story story("yiwu");
  Example incomplete = Example::named("yiwu-local").remove("/mother/phone").hand_in_nothing();
  story.at("2019-06-10T09:30").does(commands::Open{boost::json::serialize(incomplete.document())});
  const auto decided = decide(story.state(), {"window-1", commands::Accept{}}, story.now());
  REQUIRE(!decided);
  CHECK(decided.error().code == "not-acceptable");
  std::string found;
  for (const Finding& finding : decided.error().findings) found += finding.code + " " + finding.path + "; ";
  CHECK(found.find("missing-field /mother/phone") != std::string::npos);
  CHECK(found.find("missing-document /evidence") != std::string::npos);
}

TEST_CASE("a family for whom nothing can be handled here is told so") {
  Story story("ruian");
  Example elsewhere = Example::named("ruian-bank-branch").set("/settlement/division", "330782");
  elsewhere.set("/father/hukou/division", "330782").set("/mother/hukou/division", "330782");
  elsewhere.set("/benefit/claimed_by", "none");
  story.at("2019-06-11T09:30").does(commands::Open{boost::json::serialize(elsewhere.document())});
  const auto decided = decide(story.state(), {"window-1", commands::Accept{}}, story.now());
  REQUIRE(!decided);
  const Refusal refusal = decided.error();
  REQUIRE(refusal.findings.size() == 1);
  CHECK(refusal.findings.front().code == "nothing-joint");
}

TEST_CASE("what a department has issued on is corrected on its word alone, and those who are done are told") {
  Story story = yiwu_accepted();
  story.does(commands::Dispatch{});
  story.answers("birth-certificate#1", AnswerKind::completed, story.results_of("birth-certificate#1"));
  story.does(commands::Dispatch{});
  CHECK(story.refused(correction(fact("mother.name", "李小梅"))) == "field-locked");
  CHECK(story.refused(correction(fact("mother.name", "李小梅"), "public-security")) == "field-locked");
  CHECK(story.refused(commands::Correct{.facts = {fact("mother.name", "李小梅")}}) == "correction-incomplete");
  story.does(correction(fact("mother.name", "李小梅"), "midwifery-institution"));
  REQUIRE(story.last().messages.size() == 3);
  const Message notice = story.last().messages.front();
  CHECK(notice.kind == MessageKind::correction);
  CHECK(notice.service == "birth-certificate");
  CHECK(story.last().messages.at(1).kind == MessageKind::cancellation);  // those who are under way are called back
  CHECK(story.last().messages.at(2).kind == MessageKind::cancellation);
  CHECK(story.state("vaccination-certificate#1") == "ready");  // its message told the wrong name
  CHECK(story.refused(commands::Answer{.message = notice.id, .result = AnswerKind::completed}) == "no-answer-wanted");
}

TEST_CASE("a correction calls back what is under way with it and leaves the rest alone") {
  Story story = yiwu_accepted();
  story.does(commands::Dispatch{});
  story.answers("birth-certificate#1", AnswerKind::completed, story.results_of("birth-certificate#1"));
  story.does(commands::Dispatch{});
  const std::string old = story.message_of("hukou-registration#1");
  story.does(correction(fact("settlement.police_station", "北门派出所")));
  CHECK(story.state("hukou-registration#1") == "ready");
  CHECK(story.state("vaccination-certificate#1") == "dispatched");
  CHECK(story.refused(commands::Answer{.message = old, .result = AnswerKind::completed}) == "message-superseded");
}

TEST_CASE("taking a step back stops what needs its product and cancels what is under way") {
  Story story = yiwu_accepted();
  story.does(commands::Dispatch{});
  story.answers("birth-certificate#1", AnswerKind::completed, story.results_of("birth-certificate#1"));
  story.does(commands::Dispatch{}).does(commands::Withdraw{.step = "hukou-registration#1", .reason = "later"});
  CHECK(story.state("hukou-registration#1") == "withdrawn");
  CHECK(story.state("medical-insurance-enrolment#1") == "stopped");
  CHECK(story.state("social-security-card#1") == "stopped");
  CHECK(story.state("vaccination-certificate#1") == "dispatched");
  CHECK(story.last().messages.front().kind == MessageKind::cancellation);
  CHECK(story.refused(commands::Withdraw{.step = "birth-certificate#1"}) == "step-done");
}

TEST_CASE("a case that was taken back is over: nothing but forgetting is left") {
  Story story = yiwu_accepted();
  story.does(commands::Dispatch{}).does(commands::Withdraw{.reason = "moved away"});
  CHECK(story.state().status == CaseStatus::withdrawn);
  CHECK(story.refused(commands::Dispatch{}) == "case-over");
  story.does(commands::Erase{});
  CHECK(story.state().erased);
  CHECK(story.state().application.newborn_count() == 0);
  CHECK(story.refused(commands::Erase{}) == "nothing-to-change");
}

TEST_CASE("a clock that is a little behind counts as the last event's, one far behind is refused") {
  Story story = yiwu_accepted();
  story.at("2019-06-10T09:26").does(commands::Dispatch{});
  CHECK(story.log().back().at == parse_date_time("2019-06-10T09:30").value());
  story.at("2019-06-10T09:20");
  CHECK(story.refused(commands::Close{}) == "clock-went-back");
}

TEST_CASE("commands that cannot be understood are refused with where and why") {
  Story story("yiwu");
  story.at("2019-06-10T09:30");
  CHECK(story.refused(commands::Accept{}) == "case-not-open");
  CHECK(story.refused(commands::Open{"{\"mothr\": {}}"}) == "unknown-name");
  CHECK(story.refused(commands::Open{"{}"}, "") == "bad-actor");
  CHECK(Story("yiwu", "李晓梅").at("2019-06-10T09:30").refused(commands::Open{"{}"}) == "bad-case-id");
  story.does(commands::Open{"{}"});
  CHECK(story.refused(commands::Open{"{}"}) == "case-exists");
  CHECK(story.refused(commands::SetFacts{{fact("mother.nam", "x")}}) == "unknown-name");
  CHECK(story.refused(commands::SetFacts{{fact("mother.name", "x"), fact("mother.name", "y")}}) == "contradiction");
  CHECK(story.refused(commands::SetFacts{{fact("newborns[99].name", "x")}}) == "unknown-name");
  CHECK(story.refused(commands::HandIn{{{.type = "id-crad"}}}) == "unknown-name");
}

TEST_CASE("a command in JSON says what it does not know, and where") {
  const auto error_of = [](std::string_view json) { return describe(parse_command(json).error()); };
  CHECK(error_of("{}").find("'do' is missing") != std::string::npos);
  CHECK(error_of(R"({"do":"acept","by":"w"})").find("did you mean 'accept'") != std::string::npos);
  CHECK(error_of(R"({"do":"accept","by":"w","defered":[]})").find("/defered") != std::string::npos);
  CHECK(error_of(R"({"do":"accept","by":"w","deferred":[{"until":"tomorrow"}]})").find("/deferred/0/until") !=
        std::string::npos);
  CHECK(error_of(R"({"do":"answer","by":"w","result":"done"})").find("'completed'") != std::string::npos);
  const auto open = parse_command(R"({"do":"open","by":"w","application":{"channel":"hospital"}})").value();
  CHECK(std::get<commands::Open>(open.body).application == R"({"channel":"hospital"})");
}

TEST_CASE("the same birth is found again, also with a slip in the number; twins are not") {
  const Example first = Example::named("yiwu-local");
  const BirthKey birth = births(first, "a").front();
  CHECK(likeness(birth, births(first, "b").front()) == Likeness::exact);
  Example slip = first;
  std::string number(first.document().at_pointer("/mother/id_number").as_string());
  std::swap(number[15], number[16]);
  slip.set("/mother/id_number", boost::json::string(number));
  BirthKey other = birth;
  other.mother_id_number = number;
  CHECK(likeness(birth, other) == Likeness::near);
  other = birth;
  other.born_at = *birth.born_at + boost::posix_time::minutes(40);
  CHECK(likeness(birth, other) == Likeness::near);
  other.born_at = *birth.born_at + boost::posix_time::hours(25);
  CHECK(likeness(birth, other) == Likeness::different);
  const int spacing = built_in("yiwu").rules().birth_spacing.days;
  other.mother_id_number = number;
  CHECK(likeness(birth, other, spacing) == Likeness::different);  // a number with a slip is only looked at on one day
  other.mother_id_number = birth.mother_id_number;
  other.order = 2;
  CHECK(likeness(birth, other, spacing) == Likeness::near);
  other.born_at = *birth.born_at + boost::gregorian::days(200);
  CHECK(likeness(birth, other, spacing) == Likeness::near);
  CHECK(likeness(other, birth, spacing) == Likeness::near);
  other.born_at = *birth.born_at + boost::gregorian::days(273);
  CHECK(likeness(birth, other, spacing) == Likeness::near);
  other.born_at = *birth.born_at + boost::gregorian::days(274);
  CHECK(likeness(birth, other, spacing) == Likeness::different);
  const auto twins = births(Example::named("yiwu-twins"), "t");
  REQUIRE(twins.size() == 2);
  CHECK(likeness(twins[0], twins[1]) == Likeness::different);
  CHECK(birth_keys(Story("yiwu").state()).empty());
}

TEST_CASE("an event that cannot follow is refused and changes nothing") {
  Story story = yiwu_accepted();
  Case state = story.state();
  const std::string before = to_json(state, story.now());
  const Event gap{.sequence = state.version + 2, .at = story.now(), .by = "w", .body = events::Closed{}};
  CHECK(apply(state, gap).error().kind == ErrorKind::contradiction);
  const Event early{.sequence = state.version + 1,
                    .at = story.now() - boost::posix_time::hours(1),
                    .by = "w",
                    .body = events::Closed{}};
  CHECK(apply(state, early).error().kind == ErrorKind::contradiction);
  const Event impossible{.sequence = state.version + 1,
                         .at = story.now(),
                         .by = "w",
                         .body = events::StepDelivered{.step = "birth-certificate#1"}};
  CHECK(apply(state, impossible).error().kind == ErrorKind::contradiction);
  CHECK(to_json(state, story.now()) == before);
  CHECK(replay(built_in("yiwu"), {}).error().kind == ErrorKind::missing);
}

TEST_CASE(
    "a correction rests on a document and an organisation of the profile; a refusal names them, not what was typed") {
  Story story("yiwu");
  story.accepted(Example::named("yiwu-local"), "2019-06-10T09:30");
  const auto refusal = [&](std::string document, std::string authority) {
    const commands::Correct correct{.facts = {fact("mother.phone", "13800000009")},
                                    .reason = "typed wrongly",
                                    .document = std::move(document),
                                    .authority = std::move(authority)};
    const auto decided = decide(story.state(), {"window-1", correct}, story.now());
    if (decided) return std::string("taken");
    const Finding& finding = decided.error().findings.at(0);
    return decided.error().code + ' ' + decided.error().path + ' ' + finding.message.zh + ' ' + finding.message.en;
  };
  const auto has = [](const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; };
  CHECK(refusal("id-crad", "") ==
        "unknown-document /document 是否应为：id-card（居民身份证） did you mean: id-card (ID card)");
  CHECK(has(refusal("居民身份证", ""), "是否应为：id-card（居民身份证）"));
  CHECK(has(refusal("id-card", "public-securty"), "unknown-organisation /authority 是否应为：public-security（"));
  for (const char* secret : {"330782199003071234", "出生证 330782199003071234 原件", "13800138000", "王小明"}) {
    CAPTURE(secret);
    const std::string by_document = refusal(secret, "");
    CHECK(has(by_document, "可填：id-card（居民身份证）、passport（"));
    CHECK_FALSE(has(by_document, secret));
    const std::string by_authority = refusal("id-card", secret);
    CHECK(has(by_authority, "one of: "));
    CHECK(has(by_authority, "public-security ("));
    CHECK_FALSE(has(by_authority, secret));
  }
  CHECK(refusal("id-card", "") == "taken");
  CHECK(refusal("birth-certificate", "public-security") == "taken");
}
