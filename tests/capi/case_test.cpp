#include "story.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace caller;

namespace {

constexpr std::string_view end = "2019-04-30T16:00";

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

birthcase_status replayed(birthcase_session* session, const birthcase_profile* profile, std::string_view events,
                          Case& made) {
  return birthcase_case_replay(session, profile, events.data(), size(events), made.out());
}

Answer due_of(birthcase_session* session, const birthcase_case* handle, std::string_view now) {
  return text_of([&](auto... out) { return birthcase_case_due(session, handle, now.data(), size(now), out...); });
}

Answer paper_of(birthcase_session* session, const birthcase_case* handle, std::string_view paper,
                std::string_view format = "text", std::string_view organisation = {}) {
  return text_of([&](auto... out) {
    return birthcase_case_paper(session, handle, paper.data(), size(paper), organisation.data(), size(organisation),
                                "2019-04-29", 10, format.data(), size(format), out...);
  });
}

}  // namespace

TEST_CASE("a case goes from a draft to its end, and its events make it again") {
  const Session session = open_session();
  const Profile wenling = built_in(session, "wenling");
  const Case whole = told_case(session, wenling, story().size());
  const std::string events = events_of(session, whole);
  CHECK(count_of(events, "\"type\":\"step-completed\"") == 5);
  CHECK(has(events, R"("sequence":1,"at":"2019-04-29T09:10","by":"window-1","type":"opened")"));
  CHECK(version_of(session, whole) == static_cast<std::int64_t>(count_of(events, "\"sequence\":")));
  const std::string state = state_of(session, whole, end);
  CHECK(has(state, R"("status":"closed")"));
  Case again;
  REQUIRE(replayed(session, wenling, events, again) == BIRTHCASE_OK);
  CHECK(state_of(session, again, end) == state);
  CHECK(events_of(session, again) == events);
  CHECK(text_of([&](auto... out) { return birthcase_case_id(session, again, out...); }).text == "wl-2019-0001");
}

TEST_CASE("a decision has the events and the messages that follow") {
  const Session session = open_session();
  Case draft = told_case(session, built_in(session, "wenling"), accepted);
  const std::int64_t before = version_of(session, draft);
  const auto [status, decision] = perform(session, draft, story()[accepted].command, story()[accepted].now);
  REQUIRE(status == BIRTHCASE_OK);
  CHECK(has(decision, R"("id":"wl-2019-0001:birth-certificate#1:1")"));
  CHECK(has(decision, R"("findings":[])"));
  CHECK(has(decision, "\"events\":" + events_of(session, draft, before)));
}

TEST_CASE("a refusal is told in the language of the session, with code and findings, and changes nothing") {
  const Session chinese = open_session();
  const Session english = open_session(BIRTHCASE_UTF8, BIRTHCASE_ENGLISH);
  const Profile wenling = built_in(chinese, "wenling");
  Case known = told_case(chinese, wenling, dispatched);
  const std::string before = state_of(chinese, known, end);
  const std::string_view close = R"({"do":"close","by":"window-1"})";
  CHECK(perform(chinese, known, close, end).status == BIRTHCASE_REFUSED);
  const std::string error = error_json(chinese);
  CHECK(has(error, R"("status":13,"kind":"refused","message":"尚有事项未了结")"));
  CHECK(has(error, R"("code":"not-settled","findings":[{"severity":"error","code":"step-not-settled")"));
  CHECK(perform(english, known, close, end).status == BIRTHCASE_REFUSED);
  CHECK(has(error_json(english), R"("message":"not everything is settled")"));
  CHECK(has(error_message(english), "not-settled: not everything is settled (step-not-settled at /steps/"));
  CHECK(state_of(chinese, known, end) == before);
  CHECK(version_of(chinese, known) == 4);
}

TEST_CASE("an error that is no refusal has neither code nor findings, also after one that was") {
  const Session session = open_session();
  Case draft = new_case(session, built_in(session, "wenling"));
  REQUIRE(perform(session, draft, R"({"do":"accept","by":"x"})", end).status == BIRTHCASE_REFUSED);
  REQUIRE(has(error_json(session), R"("code":"case-not-open")"));
  CHECK(perform(session, draft, "{", end).status == BIRTHCASE_SYNTAX);
  CHECK_FALSE(has(error_json(session), "code"));
  CHECK_FALSE(has(error_json(session), "findings"));
}

TEST_CASE("what is wrong with a command has its kind, path, line and column") {
  const Session session = open_session();
  Case draft = new_case(session, built_in(session, "wenling"));
  struct Wrong {
    std::string_view command;
    birthcase_status status;
    std::string_view place;
  };
  for (const Wrong& each :
       {Wrong{"[1]", BIRTHCASE_WRONG_TYPE, R"("line":1,"column":1)"},
        Wrong{R"({"do":"acept","by":"x"})", BIRTHCASE_UNKNOWN_NAME, R"("path":"/do","line":1,"column":7)"},
        Wrong{"{\"do\":\"accept\",\n \"by\":7}", BIRTHCASE_WRONG_TYPE, R"("path":"/by","line":2,"column":7)"},
        Wrong{R"({"do":"accept"})", BIRTHCASE_MISSING, R"("line":1)"},
        Wrong{R"({"do":"accept","by":"x","by":"y"})", BIRTHCASE_CONTRADICTION, R"("line":1,"column":28)"},
        Wrong{R"({"do":"record-death","by":"x","newborn":99})", BIRTHCASE_OUT_OF_RANGE, R"("path":"/newborn")"},
        Wrong{R"({"do":"open","by":"x","application":{"mother":{"nmae":"y"}}})", BIRTHCASE_UNKNOWN_NAME,
              R"("path":"/application/mother/nmae")"}}) {
    INFO(each.command);
    CHECK(perform(session, draft, each.command, end).status == each.status);
    CHECK(has(error_json(session), each.place));
    CHECK_FALSE(has(error_json(session), "\"code\""));
    CHECK(version_of(session, draft) == 0);
  }
}

TEST_CASE("a moment is needed, and one that goes back is refused") {
  const Session session = open_session();
  Case draft = told_case(session, built_in(session, "wenling"), accepted);
  const std::string_view dispatch = story()[accepted].command;
  CHECK(perform(session, draft, dispatch, "").status == BIRTHCASE_SYNTAX);
  CHECK(has(error_message(session), "now: "));
  CHECK(perform(session, draft, dispatch, "2019-04-31T09:00").status == BIRTHCASE_OUT_OF_RANGE);
  CHECK(perform(session, draft, dispatch, "2019-04-29T09:00").status == BIRTHCASE_REFUSED);
  CHECK(has(error_json(session), "clock-went-back"));
  CHECK(perform(session, draft, dispatch, "2019-04-29T09:12+08:00").status == BIRTHCASE_OK);
  CHECK(has(events_of(session, draft, 3), R"("at":"2019-04-29T09:15")"));
}

TEST_CASE("the same answer twice changes nothing and is remarked") {
  const Session session = open_session();
  Case known = told_case(session, built_in(session, "wenling"), dispatched + 1);
  const std::int64_t version = version_of(session, known);
  const auto [status, decision] = perform(session, known, story()[dispatched].command, "2019-04-29T09:42");
  CHECK(status == BIRTHCASE_OK);
  CHECK(has(decision, R"("events":[],"messages":[])"));
  CHECK(has(decision, "answer-repeated"));
  CHECK(version_of(session, known) == version);
}

TEST_CASE("events can be had from a number on") {
  const Session session = open_session();
  const Case known = told_case(session, built_in(session, "wenling"), accepted);
  CHECK(events_of(session, known, 3) == "[]");
  CHECK(has(events_of(session, known, 2), R"([{"sequence":3,)"));
  for (const std::int64_t wrong : {-1, 4}) {
    CHECK(birthcase_case_events(session, known, wrong, nullptr, nullptr) == BIRTHCASE_OUT_OF_RANGE);
  }
  CHECK(events_of(session, new_case(session, built_in(session, "wenling"))) == "[]");
}

TEST_CASE("what cannot follow is not replayed") {
  const Session session = open_session();
  const Profile wenling = built_in(session, "wenling");
  const std::string events = events_of(session, told_case(session, wenling, accepted));
  Case made;
  CHECK(replayed(session, wenling, "[]", made) == BIRTHCASE_MISSING);
  CHECK(replayed(session, wenling, "{}", made) == BIRTHCASE_WRONG_TYPE);
  CHECK(replayed(session, wenling, "[", made) == BIRTHCASE_SYNTAX);
  CHECK(replayed(session, wenling, R"([{"sequence":1}])", made) == BIRTHCASE_MISSING);
  std::string gap = events;
  gap.replace(gap.find("\"sequence\":2"), 12, "\"sequence\":5");
  CHECK(replayed(session, wenling, gap, made) == BIRTHCASE_CONTRADICTION);
  CHECK(replayed(session, built_in(session, "yiwu"), events, made) != BIRTHCASE_OK);
  CHECK(made == nullptr);
}

TEST_CASE("the plan of a case is that of its acceptance, and outlives it") {
  const Session session = open_session();
  const Profile wenling = built_in(session, "wenling");
  Plan of_draft;
  Plan of_case;
  {
    Case known = new_case(session, wenling);
    REQUIRE(perform(session, known, opening(), opened_at).status == BIRTHCASE_OK);
    REQUIRE(birthcase_case_plan(session, known, "2019-05-02", 10, of_draft.out()) == BIRTHCASE_OK);
    REQUIRE(perform(session, known, story()[0].command, story()[0].now).status == BIRTHCASE_OK);
    REQUIRE(birthcase_case_plan(session, known, "2020-01-01", 10, of_case.out()) == BIRTHCASE_OK);
    Plan none;
    CHECK(birthcase_case_plan(session, known, "soon", 4, none.out()) == BIRTHCASE_SYNTAX);
    CHECK(none == nullptr);
  }
  CHECK(text_of(session, of_draft, BIRTHCASE_PLAN_AS_OF) == "2019-05-02");
  CHECK(text_of(session, of_case, BIRTHCASE_PLAN_AS_OF) == "2019-04-29");
  CHECK(caller::count_of(session, of_case, BIRTHCASE_STEPS) == 5);
}

TEST_CASE("a case tells the profile that it goes by") {
  const Session session = open_session();
  const Case known = new_case(session, built_in(session, "wenling"));
  Profile profile;
  REQUIRE(birthcase_case_profile(session, known, profile.out()) == BIRTHCASE_OK);
  CHECK(text_of([&](auto... out) { return birthcase_profile_id(session, profile, out...); }).text == "wenling");
}

TEST_CASE("what is due stands otherwise as time goes on") {
  const Session session = open_session();
  const Case known = told_case(session, built_in(session, "wenling"), dispatched);
  const std::string early = due_of(session, known, "2019-04-29T09:20").text;
  CHECK(count_of(early, R"("standing":"running")") == 6);
  CHECK(has(early, R"("what":"step","id":"birth-certificate#1","due":"2019-05-06")"));
  CHECK(count_of(due_of(session, known, "2019-05-07T00:00").text, R"("standing":"overdue")") == 6);
  CHECK(due_of(session, known, "tomorrow").status == BIRTHCASE_SYNTAX);
}

TEST_CASE("in GB18030 a case is the same, in other bytes") {
  const Session utf8 = open_session();
  const Session gb = open_session(BIRTHCASE_GB18030);
  const Profile wenling = built_in(utf8, "wenling");
  const Case in_utf8 = told_case(utf8, wenling, dispatched + 1);
  Case in_gb = new_case(gb, wenling);
  const auto perform_in_gb = [&](std::string_view command, std::string_view now) {
    const std::string bytes = converted(utf8, BIRTHCASE_UTF8, BIRTHCASE_GB18030, command);
    return perform(gb, in_gb, bytes, now).status;
  };
  REQUIRE(perform_in_gb(opening(), opened_at) == BIRTHCASE_OK);
  for (const Told& each : story().first(dispatched + 1)) REQUIRE(perform_in_gb(each.command, each.now) == BIRTHCASE_OK);
  const std::string events = events_of(gb, in_gb);
  CHECK(events != events_of(utf8, in_utf8));
  CHECK(converted(utf8, BIRTHCASE_GB18030, BIRTHCASE_UTF8, events) == events_of(utf8, in_utf8));
  CHECK(perform(gb, in_gb, "{\"do\":\"close\",\"by\":\"\xFF\"}", end).status == BIRTHCASE_ENCODING);
  CHECK(has(error_json(gb), R"("path":"/by","line":1)"));
}

TEST_CASE("a case's id is checked when it is opened") {
  const Session session = open_session();
  const Profile wenling = built_in(session, "wenling");
  for (const std::string_view id : {std::string_view("王子涵"), std::string_view(""), std::string_view("a b")}) {
    Case wrong = new_case(session, wenling, id);
    CHECK(perform(session, wrong, opening(), opened_at).status == BIRTHCASE_REFUSED);
    CHECK(has(error_json(session), "bad-case-id"));
  }
}

TEST_CASE("the papers of a case are printed in the language and the encoding of the session") {
  const Session session = open_session();
  const Profile wenling = built_in(session, "wenling");
  const Case birth = told_case(session, wenling, accepted);
  for (const char* paper : {"application-form", "notice", "receipt"}) {
    CAPTURE(paper);
    CHECK(has(paper_of(session, birth, paper).text, "温岭"));
    CHECK(paper_of(session, birth, paper, "html").text.starts_with("<!DOCTYPE html>"));
  }
  CHECK(has(paper_of(session, birth, "hand-over-sheet", "text", "public-security").text, "公安部门"));
  CHECK(paper_of(session, birth, "hand-over-sheet", "text", "fire-brigade").status == BIRTHCASE_UNKNOWN_NAME);
  CHECK(paper_of(session, birth, "deferral-undertaking").status == BIRTHCASE_MISSING);
  CHECK(paper_of(session, birth, "supplement-notice").status == BIRTHCASE_MISSING);
  CHECK(paper_of(session, birth, "reciept").status == BIRTHCASE_UNKNOWN_NAME);
  CHECK(paper_of(session, birth, "receipt", "pdf").status == BIRTHCASE_UNKNOWN_NAME);
  const Session gb = open_session(BIRTHCASE_GB18030);
  const std::string page = paper_of(gb, birth, "receipt", "html").text;
  CHECK(has(page, "charset=\"GB18030\""));
  CHECK_FALSE(has(page, "utf-8"));
  CHECK(has(page, converted(session, BIRTHCASE_UTF8, BIRTHCASE_GB18030, "受理")));
}
