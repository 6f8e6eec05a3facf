// Calls of `birthcase case` that are wrong: status 2, and one line that says where and what.
#include "case_store.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace birthcase::cli_tests;

namespace {

void check_wrong(const Outcome& outcome, std::string_view says) {
  CAPTURE(outcome.output);
  CAPTURE(outcome.errors);
  CAPTURE(says);
  CHECK(outcome.status == 2);
  CHECK(outcome.complained_once());
  CHECK(outcome.output.empty());
  CHECK(contains(outcome.errors, says));
}

constexpr std::string_view now = "2019-04-29T10:00";

}  // namespace

TEST_CASE("a command that is not there is named, on each level") {
  check_wrong(run({"case"}), "birthcase case: ");
  check_wrong(run({"case", "opne"}), "birthcase case: there is no command 'opne'");
  check_wrong(run({"case", "outbox", "leese"}), "birthcase case outbox: there is no command 'leese'");
  check_wrong(run({"case", "show"}), "birthcase case show: CASE");
  CHECK(run({"case", "outbox", "lease", "--help"}).status == 0);
}

TEST_CASE("every command about cases has a help") {
  for (const char* command : {"open",    "set",     "hand-in",  "accept", "dispatch", "answer", "retry",  "supplement",
                              "correct", "deliver", "withdraw", "death",  "close",    "erase",  "do",     "show",
                              "events",  "list",    "due",      "outbox", "verify",   "export", "import", "anchor"}) {
    CAPTURE(command);
    const Outcome help = run({"case", command, "--help"});
    CHECK(help.status == 0);
    CHECK(contains(help.output, command));
  }
}

TEST_CASE("an unknown case is named with the file") {
  const CaseStore store;
  accept_example(store, "wl-1");
  check_wrong(store.look(now, {"show", "wl-9"}), "there is no case");
  check_wrong(store.change(now, {"dispatch", "wl-9"}), "wl-9: there is no case");
  check_wrong(store.ask({"export", "wl-9"}), "there is no case");
  check_wrong(store.ask({"verify", "wl-9"}), "there is no case");
}

TEST_CASE("an unknown fact comes with the nearest") {
  const CaseStore store;
  store.must("2019-04-29T09:10", {"open", "wl-1", example("wenling-hospital.json")});
  check_wrong(store.change(now, {"set", "wl-1", "mother.phon=139"}), "did you mean 'mother.phone'");
  check_wrong(store.change(now, {"set", "wl-1", "newborns[0].wieght_g=3250"}), "'newborns[0].weight_g'");
}

TEST_CASE("what a department wants has to be a fact or a document") {
  const CaseStore store;
  accept_example(store, "wl-1");
  store.must("2019-04-29T09:16", {"dispatch", "wl-1"});
  const std::string message = "wl-1:birth-certificate#1:1";
  check_wrong(store.change(now, {"answer", message, "returned", "--want", "mother.phon"}), "--want: ");
  check_wrong(store.change(now, {"answer", message, "returned", "--want", "mother.phon"}), "'mother.phone'");
  check_wrong(store.change(now, {"answer", message, "returned", "--want", "no-such/mother"}), "wl-1: /wanted_evidence");
  check_wrong(store.change(now, {"answer", message, "completed", "--output", "newborns[0].birth_certificate.numer=1"}),
              "wl-1: /outputs");
}

TEST_CASE("a moment that is none is refused before anything is done") {
  const CaseStore store;
  check_wrong(store.change("2019-04-31T09:00", {"open", "wl-1", example("wenling-hospital.json")}), "--now: ");
  check_wrong(store.change("yesterday", {"open", "wl-1", example("wenling-hospital.json")}), "--now: ");
  CHECK_FALSE(std::filesystem::exists(store.file()));
}

TEST_CASE("a store that is not there is not made by those who only look for a case") {
  const CaseStore store;
  check_wrong(store.look(now, {"show", "wl-1"}), store.file());
  check_wrong(store.change(now, {"accept", "wl-1"}), store.file());
  check_wrong(store.ask({"list"}), store.file());
  CHECK_FALSE(std::filesystem::exists(store.file()));
}

TEST_CASE("a text file is no store, and stays as it is") {
  const std::string file = file_with(std::string(4096, 'x'), "notes.txt");
  for (const char* command : {"list", "verify"}) {
    check_wrong(run({"case", command, "--store", file}), file);
  }
  check_wrong(run({"case", "open", "wl-1", example("wenling-hospital.json"), "--store", file, "--by", "window-1"}),
              file);
  CHECK(std::filesystem::file_size(file) == 4096);
}

TEST_CASE("who changes something has to say who they are") {
  const CaseStore store;
  accept_example(store, "wl-1");
  check_wrong(store.look(now, {"dispatch", "wl-1"}), "--by");
}

TEST_CASE("facts, documents and days are spelt in one way, and a wrong spelling is not repeated") {
  const CaseStore store;
  store.must("2019-04-29T09:10", {"open", "wl-1", example("wenling-hospital.json")});
  check_wrong(store.change(now, {"set", "wl-1", "mother.phone=1", "李晓梅"}), "fact 2: ");
  check_wrong(store.change(now, {"set", "wl-1", "mother.phone="}), "fact 1: ");
  check_wrong(store.change(now, {"hand-in", "wl-1", "id-card/"}), "document 1: ");
  check_wrong(store.change(now, {"hand-in", "wl-1", "photo#0"}), "document 1: ");
  check_wrong(store.change(now, {"hand-in", "wl-1", "photo#one"}), "document 1: ");
  check_wrong(store.change(now, {"hand-in", "wl-1", "no-such-document"}), "wl-1: ");
  check_wrong(store.change(now, {"hand-in", "wl-1", "id-card/mother", "--as", "fax"}), "--as");
  check_wrong(store.change(now, {"accept", "wl-1", "--defer", "id-card/mother"}), "--defer 1: ");
  check_wrong(store.change(now, {"accept", "wl-1", "--defer", "id-card/mother=2019-02-30"}), "--defer 1: ");
  check_wrong(store.change(now, {"death", "wl-1", "0"}), "NEWBORN: ");
  check_wrong(store.change(now, {"answer", "wl-1", "completed"}), "MESSAGE");
  check_wrong(store.change(now, {"answer", "wl-1:a:1", "perhaps"}), "ANSWER");
  const Outcome repeated = store.change(now, {"set", "wl-1", "李晓梅"});
  CHECK_FALSE(contains(repeated.errors, "李晓梅"));
}

TEST_CASE("a command in JSON that is none is placed, with the nearest name") {
  const CaseStore store;
  accept_example(store, "wl-1");
  const auto say = [&](std::string_view json) {
    return store.ask({"do", "wl-1", "-", "--now", std::string(now)}, json);
  };
  check_wrong(say("{"), "standard input:1");
  check_wrong(say(R"({"do": "acept", "by": "window-1"})"), "'accept'");
  check_wrong(say(R"({"do": "dispatch", "by": "window-1", "stp": "x"})"), "standard input: /stp");
  check_wrong(store.ask({"do", "wl-1", "/no/such/file", "--now", std::string(now)}), "/no/such/file");
}

TEST_CASE("an application that cannot be read makes no case, and one without a profile says so") {
  const CaseStore store;
  check_wrong(store.change(now, {"open", "wl-1", "-"}, "{}"), "--profile");
  check_wrong(store.change(now, {"open", "wl-1", "-", "--profile", "wenling"}, R"({"mothr": {}})"), "'mother'");
  check_wrong(store.change(now, {"open", "wl-1", "/no/such/file"}), "/no/such/file");
  CHECK(store.ask({"list", "--json"}).output == "[]\n");
}
