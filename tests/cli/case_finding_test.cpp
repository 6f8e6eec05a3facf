// Lists of cases, and what is due.
#include "case_store.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

using namespace birthcase::cli_tests;

namespace {

boost::json::array due(const CaseStore& store, std::string_view now, std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"due", "--json"});
  return boost::json::parse(store.look(now, more).output).as_array();
}

std::string standing_of(const boost::json::array& all, std::string_view id) {
  for (const auto& each : all) {
    if (each.at("id").as_string() == id) return std::string(each.at("standing").as_string());
  }
  return "not due";
}

}  // namespace

TEST_CASE("cases are listed by their ids, with where they stand") {
  const CaseStore store;
  accept_example(store, "wl-2");
  store.must("2019-04-29T09:20", {"open", "wl-1", example("wenling-unnamed.json")});
  const auto all = boost::json::parse(store.ask({"list", "--json"}).output).as_array();
  REQUIRE(all.size() == 2);
  CHECK(all[0].at("case").as_string() == "wl-1");
  CHECK(all[0].at("status").as_string() == "draft");
  CHECK(all[1].at("status").as_string() == "accepted");
  CHECK(contains(store.ask({"list", "--lang", "en"}).output, "cases: 2"));
}

TEST_CASE("every case is listed") {
  const CaseStore store;
  store.must("2019-04-29T09:00", {"open", "wl-0", example("wenling-unnamed.json")});
  const std::string line = R"({"do": "open", "by": "window-1", "application": {"profile": "wenling"}})";
  for (int i = 1; i < 4; ++i) {
    REQUIRE(store.ask({"do", "wl-" + std::to_string(i), "-", "--now", "2019-04-29T09:00"}, line).status == 0);
  }
  CHECK(boost::json::parse(store.ask({"list", "--json"}).output).as_array().size() == 4);
}

TEST_CASE("what is due is found by its day, and stands as it does at the moment that is asked for") {
  const CaseStore store;
  accept_example(store, "wl-1");  // three working days, with the holidays of May 2019 between: 2019-05-06
  CHECK(due(store, "2019-04-29T10:00").empty());
  CHECK(due(store, "2019-04-29T10:00", {"--within", "6"}).empty());
  const auto within = due(store, "2019-04-29T10:00", {"--within", "7"});
  CHECK(within.size() == 6);  // five steps and the case
  CHECK(standing_of(within, "hukou-registration#1") == "running");
  CHECK(standing_of(due(store, "2019-05-06T08:00"), "hukou-registration#1") == "due_soon");
  CHECK(standing_of(due(store, "2019-05-07T08:00"), "hukou-registration#1") == "overdue");
  CHECK(due(store, "2019-05-07T08:00", {"--limit", "2"}).size() == 2);
}

TEST_CASE("something overdue is status 1 where that was asked") {
  const CaseStore store;
  accept_example(store, "wl-1");
  CHECK(store.look("2019-05-06T08:00", {"due", "--check"}).status == 0);
  CHECK(store.look("2019-05-07T08:00", {"due"}).status == 0);
  const Outcome overdue = store.look("2019-05-07T08:00", {"due", "--check", "--lang", "en"});
  CHECK(overdue.status == 1);
  CHECK(contains(overdue.output, "overdue"));
  CHECK(contains(overdue.output, "hukou registration of the birth"));
  const Outcome cut = store.look("2019-05-07T08:00", {"due", "--limit", "2", "--lang", "en"});
  CHECK(contains(cut.output, "Only the first 2 are listed"));
}

TEST_CASE("a case that is settled is not due any more") {
  const CaseStore store;
  close_example(store, "wl-1");
  CHECK(due(store, "2019-05-07T08:00").empty());
}

TEST_CASE("a deferred document is due on its day") {
  const CaseStore store;
  accept_example(store, "wl-1", Papers::father_as_scan);
  const auto found = due(store, "2019-04-29T10:00", {"--within", "3"});
  REQUIRE(found.size() == 1);
  CHECK(found[0].at("what").as_string() == "deferral");
  CHECK(found[0].at("id").as_string() == "id-card/father");
  CHECK(contains(store.look("2019-05-03T10:00", {"due", "--check"}).output, "居民身份证（父亲）"));
  CHECK(store.look("2019-05-03T10:00", {"due", "--check"}).status == 1);
}

TEST_CASE("messages are carried once, by whoever took them, and given back if they could not be") {
  const CaseStore store;
  accept_example(store, "wl-1");
  store.must("2019-04-29T09:16", {"dispatch", "wl-1"});
  const std::string message = "wl-1:birth-certificate#1:1";
  const auto lease = [&](const std::string& connector, std::string_view now) {
    return boost::json::parse(store.look(now, {"outbox", "lease", "--connector", connector, "--json"}).output)
        .as_array();
  };
  const auto first = lease("a", "2019-04-29T09:17");
  REQUIRE(first.size() == 1);
  CHECK(first[0].at("message").as_string() == message);
  CHECK(first[0].at("body").at("service").as_string() == "birth-certificate");
  CHECK(lease("b", "2019-04-29T09:17").empty());
  CHECK(store.ask({"outbox", "ack", message, "--connector", "b"}).status == 1);
  CHECK(store.look("2019-04-29T09:17", {"outbox", "renew", message, "--connector", "a", "--seconds", "0"}).status == 0);
  const auto second = lease("b", "2019-04-29T09:18");
  REQUIRE(second.size() == 1);
  CHECK(second[0].at("attempt").as_int64() == 2);
  CHECK(store.ask({"outbox", "ack", message, "--connector", "b"}).status == 0);
  CHECK(store.ask({"outbox", "ack", message, "--connector", "b"}).status == 0);
  CHECK(lease("a", "2019-04-29T12:00").empty());
  CHECK(store.ask({"outbox", "ack", "wl-1:nothing:1", "--connector", "b"}).status == 2);
}

TEST_CASE("a message that cannot be carried waits, is dead in the end, and is handed out again when somebody says so") {
  constexpr std::string_view now = "2019-04-29T09:16";
  const CaseStore store;
  accept_example(store, "wl-1");
  store.must(now, {"dispatch", "wl-1"});
  const std::string message = "wl-1:birth-certificate#1:1";
  const auto lease = [&](std::string_view when) {
    return store.look(when, {"outbox", "lease", "--connector", "a", "--json"}).output;
  };
  const auto fail = [&](std::string_view when, const std::string& most) {
    return store.look(
        when, {"outbox", "failed", message, "--connector", "a", "--reason", "no-line", "--most", most, "--lang", "en"});
  };
  CHECK(contains(lease(now), message));
  CHECK(fail(now, "2").output == "not carried: " + message + ", failure 1, waits until 2019-04-29T09:17\n");
  CHECK_FALSE(contains(lease(now), message));
  CHECK(store.ask({"outbox", "list", "--dead", "--json"}).output == "[]\n");
  CHECK(contains(lease("2019-04-29T09:17"), message));
  CHECK(fail("2019-04-29T09:17", "2").output == "dead letter: " + message + ", failures: 2\n");
  const Outcome dead = store.ask({"outbox", "list", "--dead", "--lang", "en"});
  CHECK(dead.status == 0);
  CHECK(contains(dead.output, message));
  CHECK(contains(dead.output, "no-line"));
  CHECK(contains(dead.output, "dead letter"));
  CHECK(store.ask({"outbox", "retry", message, "--lang", "en"}).output == "handed out again: " + message + "\n");
  CHECK(contains(lease("2019-04-29T09:17"), message));
  CHECK(store.look(now, {"outbox", "failed", message, "--connector", "b", "--reason", "no-line"}).status == 1);
  CHECK(store.ask({"outbox", "retry", "wl-1:nothing:1"}).status == 2);
}

TEST_CASE("once the line is mended, all messages to an organisation that have failed are handed out again") {
  constexpr std::string_view now = "2019-06-20T09:12";
  const CaseStore store;
  complete_example(store, "wl-1");
  store.must(now, {"open", "yw-1", example("yiwu-twins.json")});
  store.must(now, {"accept", "yw-1"});
  store.must(now, {"dispatch", "yw-1"});
  const auto lease = [&] {
    std::vector<std::string> messages;  // to the hospital; the others, which have failed too, after them
    std::vector<std::string> others;
    const Outcome got = store.look(now, {"outbox", "lease", "--connector", "a", "--json"});
    const auto all = boost::json::parse(got.output);
    for (const auto& each : all.as_array()) {
      const bool to_hospital = each.at("organisation").as_string() == "midwifery-institution";
      (to_hospital ? messages : others).emplace_back(each.at("message").as_string());
    }
    return std::pair(messages, others);
  };
  const auto retry = [&](const std::string& organisation) {
    return store.ask({"outbox", "retry", "--organisation", organisation, "--lang", "en"});
  };
  const auto leased = lease();
  const auto& to_hospital = leased.first;
  const auto& others = leased.second;
  REQUIRE(to_hospital.size() == 3);
  REQUIRE_FALSE(others.empty());
  const auto fail = [&](const std::string& message, const std::string& most) {
    return store.look(now, {"outbox", "failed", message, "--connector", "a", "--reason", "no-line", "--most", most});
  };
  CHECK(fail(to_hospital[0], "1").status == 0);
  CHECK(fail(to_hospital[1], "10").status == 0);
  CHECK(fail(others[0], "1").status == 0);
  CHECK_FALSE(retry("nobody").output.empty());
  CHECK(retry("nobody").output == store.ask({"outbox", "list", "--organisation", "nobody", "--lang", "en"}).output);
  const Outcome listed = store.ask({"outbox", "list", "--dead", "--organisation", "midwifery-institution"});
  CHECK(contains(listed.output, to_hospital[0]));
  CHECK(contains(listed.output, "停止投递"));
  CHECK_FALSE(contains(listed.output, to_hospital[1]));
  CHECK_FALSE(contains(listed.output, others[0]));
  const Outcome retried = retry("midwifery-institution");
  CHECK(retried.status == 0);
  CHECK(retried.output == "handed out again: " + to_hospital[0] + "\nhanded out again: " + to_hospital[1] + "\n");
  CHECK(lease() == std::pair(std::vector{to_hospital[0], to_hospital[1]}, std::vector<std::string>()));
  CHECK(store.ask({"outbox", "retry"}).status == 2);
  CHECK(store.ask({"outbox", "retry", others[0], "--organisation", "nobody"}).status == 2);
}
