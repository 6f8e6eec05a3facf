// What is refused, in words and for programs, and that neither tells about people.
#include "case_store.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

using namespace birthcase::cli_tests;

TEST_CASE("a refusal is an answer: the message, the code and each finding with its place, with status 1") {
  const CaseStore store;
  store.must("2019-04-29T09:10", {"open", "wl-1", example("wenling-hospital.json")});
  store.must("2019-04-29T09:11", {"set", "wl-1", "--unknown", "mother.phone"});
  const Outcome english = store.change("2019-04-29T09:15", {"accept", "wl-1", "--lang", "en"});
  CHECK(english.status == 1);
  CHECK(english.errors.empty());
  CHECK(contains(english.output, "refused: the application cannot be accepted yet (not-acceptable)"));
  CHECK(contains(english.output, "(missing-field), at /mother/phone"));
  const Outcome chinese = store.change("2019-04-29T09:15", {"accept", "wl-1"});
  CHECK(chinese.status == 1);
  CHECK(contains(chinese.output, "未予办理：尚不符合受理条件（not-acceptable）"));
  CHECK(contains(chinese.output, "位置 /mother/phone"));
}

TEST_CASE("programs get a refusal as JSON") {
  const CaseStore store;
  accept_example(store, "wl-1");
  const Outcome outcome = store.change("2019-04-29T09:20", {"close", "wl-1", "--json"});
  CHECK(outcome.status == 1);
  const auto refusal = boost::json::parse(outcome.output);
  CHECK(refusal.at("code").as_string() == "not-settled");
  CHECK(refusal.at("findings").as_array().size() == 5);
}

TEST_CASE("what is out of its order is refused, and changes nothing") {
  const CaseStore store;
  accept_example(store, "wl-1");
  const auto before = store.shown("wl-1", "2019-04-29T10:00");
  const std::vector<std::vector<std::string>> commands{
      {"open", "wl-1", example("wenling-hospital.json")},
      {"set", "wl-1", "mother.phone=13900000009"},
      {"accept", "wl-1"},
      {"dispatch", "wl-1", "hukou-registration#1"},
      {"dispatch", "wl-1", "no-such-step"},
      {"answer", "wl-1:birth-certificate#1:1", "completed"},
      {"retry", "wl-1", "birth-certificate#1"},
      {"supplement", "wl-1", "newborns[0].id_number=331081201904270027"},
      {"deliver", "wl-1"},
      {"death", "wl-1", "2"},
      {"close", "wl-1"},
      {"erase", "wl-1"},
      {"accept", "wl-1", "--defer", "id-card/mother=2019-05-10"},
  };
  for (const auto& command : commands) {
    CAPTURE(command);
    const Outcome outcome = store.change("2019-04-29T10:00", command);
    CAPTURE(outcome.output);
    CAPTURE(outcome.errors);
    CHECK(outcome.status == 1);
    CHECK(outcome.errors.empty());
    CHECK_FALSE(outcome.output.empty());
  }
  CHECK(store.shown("wl-1", "2019-04-29T10:00") == before);
}

TEST_CASE("a moment long before the last event is refused: somebody's clock is wrong") {
  const CaseStore store;
  accept_example(store, "wl-1");
  const Outcome outcome = store.change("2019-04-29T08:00", {"dispatch", "wl-1"});
  CHECK(outcome.status == 1);
  CHECK(contains(outcome.output, "clock-went-back"));
}

TEST_CASE("the same birth cannot be accepted twice; the other case is named, nobody else") {
  const CaseStore store;
  accept_example(store, "wl-1");
  const Outcome opened = store.must("2019-04-29T10:00", {"open", "wl-2", example("wenling-hospital.json")});
  CHECK(contains(opened.output, "办件 wl-1"));
  const Outcome accepted = store.change("2019-04-29T10:01", {"accept", "wl-2", "--lang", "en"});
  CHECK(accepted.status == 1);
  CHECK(contains(accepted.output, "case wl-1 is about the same birth"));
}

TEST_CASE("the text of outcomes, refusals, cases and the outbox tells nothing about people") {
  const CaseStore store;
  complete_example(store, "wl-1");
  const std::vector<Outcome> outcomes{
      store.must("2019-04-30T08:30", {"deliver", "wl-1", "--reference", "王小姐代领"}),
      store.change("2019-04-30T08:31",
                   {"correct", "wl-1", "mother.name=李小梅", "--reason", "笔误", "--document", "id-card"}),
      store.look("2019-04-30T08:32", {"show", "wl-1"}),
      store.look("2019-04-30T08:32", {"due", "--within", "30"}),
      store.look("2019-04-30T08:33", {"outbox", "lease", "--connector", "carrier"}),
      store.ask({"list"}),
      store.ask({"verify"}),
  };
  for (const Outcome& outcome : outcomes) {
    CAPTURE(outcome.output);
    CHECK_FALSE(outcome.output.empty());
    for (const char* told : {"李晓梅", "李小梅", "王建国", "王子涵", "331081", "13800000001", "王小姐", "笔误"}) {
      CAPTURE(told);
      CHECK_FALSE(contains(outcome.output, told));
      CHECK_FALSE(contains(outcome.errors, told));
    }
  }
  CHECK(contains(store.ask({"events", "wl-1"}).output, "331081201904270027"));
}

TEST_CASE("a refusal names a document as the command wants it, and what it names can be handed in") {
  const CaseStore store;
  store.must("2019-04-29T09:10",
             {"open", "wl-1", file_with(R"({"profile": "yiwu", "channel": "hospital", "father": null,
      "applicant": {"role": "mother"}, "mother": {"alive": true, "id_type": "01"}})")});
  const Outcome refused = store.change("2019-04-29T09:12", {"accept", "wl-1", "--lang", "en"});
  CHECK(refused.status == 1);
  const std::regex named("\\[([a-z-]+(/[a-z-]+)?(#[0-9])?)\\]");
  std::size_t documents = 0;
  for (auto at = std::sregex_iterator(refused.output.begin(), refused.output.end(), named);
       at != std::sregex_iterator(); ++at, ++documents) {
    CAPTURE((*at)[1].str());
    CHECK(store.change("2019-04-29T09:13", {"hand-in", "wl-1", (*at)[1]}).status == 0);
  }
  CHECK(documents > 0);
}

TEST_CASE("whoever writes a label where an id is wanted is told the id") {
  const CaseStore store;
  store.must("2019-04-29T09:10", {"open", "wl-1", example("wenling-hospital.json")});
  const Outcome outcome = store.change("2019-04-29T09:11", {"hand-in", "wl-1", "结婚证"});
  CHECK(outcome.status == 2);
  CHECK(contains(outcome.errors, "write the id 'marriage-certificate'"));
}

TEST_CASE("every command that a message names is there") {
  const std::regex named("`birthcase ([a-z-]+(?: [a-z-]+)?)|run `([a-z-]+)`|`([a-z-]+)` (?:says more|lists)");
  std::size_t found = 0;
  for (const char* folder : {"/src", "/store/src", "/cli", "/analysis", "/capi/src", "/texts"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::string(BIRTHCASE_SOURCE_DIR) + folder)) {
      if (!entry.is_regular_file()) continue;
      std::ostringstream stream;
      stream << std::ifstream(entry.path()).rdbuf();
      const std::string text = stream.str();
      for (auto at = std::sregex_iterator(text.begin(), text.end(), named); at != std::sregex_iterator(); ++at) {
        CAPTURE(entry.path().string());
        CAPTURE(at->str());
        std::vector<std::string> command{"case", at->str(2) + at->str(3)};  // the library's own are commands on a case
        if ((*at)[1].matched) {
          std::istringstream words((*at)[1].str());
          command.assign(std::istream_iterator<std::string>(words), {});
        }
        command.emplace_back("--help");
        CHECK(run(command).status == 0);
        ++found;
      }
    }
  }
  CHECK(found > 5);
}
