// The life of a case on the command line, from the first fact until its people are forgotten.
#include "case_store.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace birthcase::cli_tests;

namespace {

std::string bytes_of(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

std::string word(const boost::json::value& object, std::string_view key) {
  return std::string(object.at(key).as_string());
}

}  // namespace

TEST_CASE("a birth in Wenling goes from draft to delivery within its promise") {
  const CaseStore store;
  store.must("2019-04-29T09:10", {"open", "wl-1", example("wenling-hospital.json")});
  CHECK(word(store.shown("wl-1", "2019-04-29T09:11"), "status") == "draft");

  const CaseStore whole;
  close_example(whole, "wl-1");
  const auto closed = whole.shown("wl-1", "2019-04-30T09:00");
  CHECK(word(closed, "status") == "closed");
  CHECK(word(closed, "standing") == "kept");
  CHECK(word(closed, "accepted_at") == "2019-04-29T09:15");
  CHECK(state_of(closed, "birth-certificate#1") == "delivered");
  CHECK(state_of(closed, "social-security-card#1") == "delivered");
  CHECK(state_of(closed, "medical-insurance-enrolment#1") == "completed");  // there is no document to deliver
  CHECK(word(closed.at("application").at("newborns").at(0), "id_number") == "331081201904270027");
  CHECK(whole.ask({"verify"}).status == 0);
}

TEST_CASE("a case is erased once it is over and its messages have been carried; its chain stays verifiable") {
  const CaseStore store;
  close_example(store, "wl-1");
  REQUIRE(contains(bytes_of(store.file()), "李晓梅"));
  const Outcome early = store.change("2019-05-30T09:00", {"erase", "wl-1", "--lang", "en"});
  CHECK(early.status == 1);
  carry_all(store, "2019-05-30T09:01");
  store.must("2019-05-30T09:05", {"erase", "wl-1"});
  CHECK(store.shown("wl-1", "2019-05-30T09:06").at("erased").as_bool());
  for (const char* name : {"李晓梅", "王建国", "王子涵", "331081201904270027"}) {
    CAPTURE(name);
    CHECK_FALSE(contains(bytes_of(store.file()), name));
    CHECK_FALSE(contains(store.ask({"export", "wl-1"}).output, name));
    CHECK_FALSE(contains(store.ask({"events", "wl-1"}).output, name));
  }
  CHECK(store.ask({"verify", "wl-1"}).status == 0);
  CHECK(store.look("2019-05-30T09:06", {"show", "wl-1"}).status == 0);
}

TEST_CASE("a department sends a step back, the family adds what it wants, and the step goes on") {
  const CaseStore store;
  accept_example(store, "wl-1");
  store.must("2019-04-29T09:16", {"dispatch", "wl-1", "birth-certificate#1"});
  store.must("2019-04-29T09:20", {"answer", "wl-1:birth-certificate#1:1", "acknowledged"});
  store.must("2019-04-29T10:00",
             {"answer", "wl-1:birth-certificate#1:1", "returned", "--want", "newborns[0].native_place",
              "marriage-certificate", "id-card/mother", "--reason", "看不清"});
  const auto returned = store.shown("wl-1", "2019-04-29T10:01").at("steps").at(0);
  CHECK(word(returned, "state") == "returned");
  CHECK(returned.at("wanted_facts") == boost::json::parse(R"(["newborns[0].native_place"])"));
  REQUIRE(returned.at("wanted_evidence").as_array().size() == 2);
  CHECK(word(returned.at("wanted_evidence").at(1), "holder") == "mother");
  const Outcome shown = store.look("2019-04-29T10:01", {"show", "wl-1", "--lang", "en"});
  CHECK(contains(shown.output, "Supplement “birth certificate”: newborn's native place, marriage certificate"));

  store.must("2019-04-29T11:00", {"supplement", "wl-1", "newborns[0].native_place=331081"});
  CHECK(state_of(store.shown("wl-1", "2019-04-29T11:01"), "birth-certificate#1") == "returned");
  store.must("2019-04-29T11:30", {"supplement", "wl-1", "--document", "marriage-certificate", "id-card/mother"});
  CHECK(state_of(store.shown("wl-1", "2019-04-29T11:31"), "birth-certificate#1") == "ready");
}

TEST_CASE("a step that failed is tried again with a new message") {
  const CaseStore store;
  accept_example(store, "wl-1");
  store.must("2019-04-29T09:16", {"dispatch", "wl-1"});
  store.must("2019-04-29T09:20", {"answer", "wl-1:birth-certificate#1:1", "failed", "--reason", "系统故障"});
  CHECK(state_of(store.shown("wl-1", "2019-04-29T09:21"), "birth-certificate#1") == "failed");
  store.must("2019-04-29T09:30", {"retry", "wl-1", "birth-certificate#1"});
  const Outcome again = store.must("2019-04-29T09:31", {"dispatch", "wl-1"});
  CHECK(contains(again.output, "wl-1:birth-certificate#1:2"));
}

TEST_CASE("what a department has issued on is corrected on its word alone, and those who worked with it are told") {
  const CaseStore store;
  complete_example(store, "wl-1");
  const std::vector<std::string> correction{"correct", "wl-1",       "newborns[0].name=王子晗", "--reason",
                                            "笔误",    "--document", "delivery-record"};
  const Outcome alone = store.change("2019-04-29T14:00", correction);
  CHECK(alone.status == 1);
  CHECK(contains(alone.output, "field-locked"));
  CHECK_FALSE(contains(alone.output, "王子晗"));
  std::vector<std::string> ordered = correction;
  ordered.insert(ordered.end(), {"--authority", "midwifery-institution", "--json"});
  const auto outcome = boost::json::parse(store.must("2019-04-29T14:05", ordered).output);
  REQUIRE_FALSE(outcome.at("messages").as_array().empty());
  CHECK(word(outcome.at("messages").at(0), "kind") == "correction");
}

TEST_CASE("the family takes one step back, then the whole case") {
  const CaseStore store;
  accept_example(store, "wl-1");
  store.must("2019-04-29T10:00", {"withdraw", "wl-1", "social-security-card#1", "--reason", "不需要"});
  CHECK(state_of(store.shown("wl-1", "2019-04-29T10:01"), "social-security-card#1") == "withdrawn");
  store.must("2019-04-29T11:00", {"withdraw", "wl-1", "--reason", "到别处办"});
  CHECK(word(store.shown("wl-1", "2019-04-29T11:01"), "status") == "withdrawn");
  CHECK(contains(store.look("2019-04-29T11:01", {"show", "wl-1"}).output, "2019-04-29 09:15 受理；不再办\n"));
}

TEST_CASE("a newborn's death stops what has become pointless") {
  const CaseStore store;
  complete_example(store, "wl-1");
  const Outcome recorded = store.change("2019-04-29T12:00", {"death", "wl-1", "1", "--json"});
  CAPTURE(recorded.output);
  CHECK(recorded.status == 0);
  CHECK(store.change("2019-04-29T12:01", {"death", "wl-1", "1"}).status == 1);
  CHECK(store.change("2019-04-29T12:02", {"death", "wl-1", "2"}).status == 1);
}

TEST_CASE("what is next in a draft is what its acceptance would say at that moment") {
  const CaseStore store;
  store.must("2019-04-26T09:00", {"open", "wl-1", example("wenling-hospital.json")});
  const auto next = [&](std::string_view now) { return store.look(now, {"show", "wl-1", "--lang", "en"}).output; };
  CHECK(contains(next("2019-04-26T09:01"),
                 "Errors to correct first: 5."));  // too early twice; a birth and two doses to come
  CHECK(contains(next("2019-04-29T09:00"), "Accept the case."));
  store.must("2019-04-29T09:01", {"set", "wl-1", "--unknown", "mother.phone"});
  CHECK(contains(next("2019-04-29T09:02"), "Required answers missing: 1."));
  CHECK(store.change("2019-04-29T09:02", {"accept", "wl-1"}).status == 1);
  store.must("2019-04-29T09:03", {"set", "wl-1", "mother.phone=13800000001"});
  store.must("2019-04-29T09:04", {"accept", "wl-1"});
  CHECK(contains(next("2019-04-29T09:05"), "Dispatch: birth certificate."));
}

TEST_CASE("the steps of twins are told apart") {
  const CaseStore store;
  store.must("2019-06-20T09:00", {"open", "yw-1", example("yiwu-twins.json")});
  const Outcome accepted = store.change("2019-06-20T09:10", {"accept", "yw-1", "--lang", "en"});
  CAPTURE(accepted.output);
  REQUIRE(accepted.status == 0);
  CHECK(contains(accepted.output, "birth certificate (newborn 1): ready"));
  CHECK(contains(accepted.output, "birth certificate (newborn 2): ready"));
  store.must("2019-06-20T09:11", {"dispatch", "yw-1", "birth-certificate#2"});
  store.must("2019-06-20T09:12", {"answer", "yw-1:birth-certificate#2:1", "returned", "--want", "newborns[1].name"});
  CHECK(contains(store.look("2019-06-20T09:13", {"show", "yw-1", "--lang", "en"}).output,
                 "Supplement “birth certificate (newborn 2)”: newborn's name (newborn 2)."));
}

TEST_CASE("facts of a draft are put, told to be none, and taken back") {
  const CaseStore store;
  store.must("2019-04-29T09:10", {"open", "wl-1", example("wenling-hospital.json")});
  store.must("2019-04-29T09:11",
             {"set", "wl-1", "mother.phone=13900000009", "father=null", "--unknown", "newborns[0].name"});
  const auto application = store.shown("wl-1", "2019-04-29T09:12").at("application");
  CHECK(word(application.at("mother"), "phone") == "13900000009");
  CHECK(application.at("father").is_null());
  CHECK_FALSE(application.at("newborns").at(0).as_object().contains("name"));
}

TEST_CASE("a document that is here as a scan is deferred by name, and settled when its original comes") {
  const CaseStore store;
  accept_example(store, "wl-1", Papers::father_as_scan);
  CHECK(contains(store.look("2019-04-29T09:17", {"show", "wl-1", "--lang", "en"}).output,
                 "Hand in the original: ID card (father) [id-card/father], by 2019-05-02."));
  store.must("2019-04-30T09:00", {"hand-in", "wl-1", "id-card/father"});
  CHECK(store.shown("wl-1", "2019-04-30T09:01").at("deferrals").at(0).at("settled").as_bool());
}

TEST_CASE("a document that became necessary since the acceptance is deferred, and the undertaking names it") {
  const CaseStore store;
  accept_example(store, "wl-1");
  store.must("2019-04-29T09:20", {"correct", "wl-1", "marriage.status=10", "--reason", "x", "--document", "id-card"});
  const Outcome none = store.change("2019-04-29T09:21", {"defer", "wl-1", "out-of-wedlock-statement=2019-05-02"});
  CHECK(none.status == 1);
  CHECK(contains(none.output, "not-deferrable"));
  store.must("2019-04-29T09:22", {"supplement", "wl-1", "--document", "out-of-wedlock-statement", "--as", "scan"});
  const Outcome deferred =
      store.must("2019-04-29T09:23", {"defer", "wl-1", "out-of-wedlock-statement=2019-05-02", "--lang", "en"});
  CHECK(contains(deferred.output, "until 2019-05-02"));
  CHECK(word(store.shown("wl-1", "2019-04-29T09:24").at("deferrals").at(0), "until") == "2019-05-02");
}

TEST_CASE("a scan that nobody defers is no acceptance, and what is here as an original cannot be deferred") {
  const CaseStore store;
  store.must("2019-04-29T09:10", {"open", "wl-1", example("wenling-hospital.json")});
  const Outcome needless = store.change("2019-04-29T09:15", {"accept", "wl-1", "--defer", "id-card/father=2019-05-02"});
  CHECK(needless.status == 1);
  CHECK(contains(needless.output, "not-deferrable"));
  const auto scanned = R"({"do": "open", "by": "window-1", "application": )";
  auto application = boost::json::parse(bytes_of(example("wenling-hospital.json")));
  application.at("evidence").at(1).at("as") = "scan";
  REQUIRE(store.ask({"do", "wl-2", "-", "--now", "2019-04-29T09:10"}, scanned + serialize(application) + "}").status ==
          0);
  const Outcome forgotten = store.change("2019-04-29T09:15", {"accept", "wl-2"});
  CHECK(forgotten.status == 1);
  CHECK(contains(forgotten.output, "deferral-missing"));
}

TEST_CASE("any command can be given as JSON, also for one version of the case only") {
  const CaseStore store;
  const auto open = R"({"do": "open", "by": "window-2", "application": {"profile": "wenling", "channel": "hospital"}})";
  CHECK(store.ask({"do", "wl-1", "-", "--now", "2019-04-29T09:10"}, open).status == 0);
  const auto set = R"({"do": "set-facts", "by": "window-2", "facts": {"mother.phone": "13900000009"}})";
  CHECK(store.ask({"do", "wl-1", "-", "--now", "2019-04-29T09:11", "--expect", "1"}, set).status == 0);
  const Outcome late = store.ask({"do", "wl-1", "-", "--now", "2019-04-29T09:12", "--expect", "1"}, set);
  CHECK(late.status == 1);
  CHECK(contains(late.output, "case-moved-on"));
  const auto events = boost::json::parse(store.ask({"events", "wl-1", "--json"}).output);
  REQUIRE(events.as_array().size() == 2);
  CHECK(word(events.at(1), "by") == "window-2");
}

TEST_CASE("one command with a wrong clock does not stop a case: it is repaired, and goes on, and its dates are right") {
  const CaseStore store;
  accept_example(store, "wl-1");
  store.must("2091-04-29T09:20", {"dispatch", "wl-1"});
  for (const std::vector<std::string>& call :
       {std::vector<std::string>{"withdraw", "wl-1", "--reason", "x"}, {"close", "wl-1"}, {"erase", "wl-1"}}) {
    CHECK(store.change("2019-04-29T09:30", call).status == 1);
  }
  CHECK(
      store.change("2019-04-29T09:30", {"repair-clock", "wl-1", "--to", "2019-04-29T09:40", "--reason", "x"}).status ==
      1);
  const Outcome repaired =
      store.must("2019-04-29T09:30", {"repair-clock", "wl-1", "--reason", "the battery", "--lang", "en"});
  CHECK(contains(repaired.output, "the clock said 2091-04-29 09:20"));
  CHECK_FALSE(contains(repaired.output, "the battery"));  // what people write stays in the events
  const auto shown = store.shown("wl-1", "2019-04-29T09:31");
  CHECK(word(shown, "due") == "2019-05-06");
  CHECK(word(shown, "changed_at") == "2019-04-29T09:30");
  CHECK_FALSE(contains(store.look("2019-04-29T09:31", {"show", "wl-1"}).output, "2091"));  // nor in the timeline
  CHECK(store.ask({"verify"}).status == 0);
  CHECK(store.look("2019-04-29T09:31", {"due", "--within", "30", "--check"}).status == 0);
  store.must("2019-04-29T09:32", {"withdraw", "wl-1", "--reason", "x"});
  store.must("2019-04-29T09:33", {"close", "wl-1"});
}

TEST_CASE("a withdrawn case hands out what is done, and is overdue no longer than that takes") {
  const CaseStore store;
  accept_example(store, "wl-1");
  store.must("2019-04-29T09:20", {"dispatch", "wl-1"});
  store.must("2019-04-29T09:40", {"answer", "wl-1:birth-certificate#1:1", "completed", "--output",
                                  "newborns[0].birth_certificate.number=T330000001"});
  store.must("2019-04-29T10:00", {"withdraw", "wl-1", "--reason", "x"});
  CHECK(store.change("2019-04-29T10:01", {"close", "wl-1"}).status == 1);
  store.must("2019-05-20T10:00", {"deliver", "wl-1"});
  CHECK(store.look("2019-06-20T10:00", {"due", "--within", "30", "--check"}).status == 0);
  store.must("2019-05-20T10:01", {"close", "wl-1"});
  CHECK(word(store.shown("wl-1", "2019-05-20T10:02"), "status") == "closed");
}
