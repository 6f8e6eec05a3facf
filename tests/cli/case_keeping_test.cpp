// Cases that move from store to store, and what is noticed when somebody changes the file.
#include "case_store.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace birthcase::cli_tests;

namespace {

std::string read(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

TEST_CASE("a case that was exported and imported is the same, and is found there") {
  const CaseStore here;
  complete_example(here, "wl-1");
  const std::string document = here.ask({"export", "wl-1"}).output;
  const CaseStore there;
  const Outcome imported = there.ask({"import", file_with(document, "case.json"), "--lang", "en"});
  CAPTURE(imported.errors);
  CHECK(imported.status == 0);
  CHECK(imported.output == "imported case wl-1\n");
  const std::vector<std::string> show{"show", "wl-1", "--json"};
  CHECK(there.look("2019-04-29T12:00", show).output == here.look("2019-04-29T12:00", show).output);
  CHECK(there.ask({"events", "wl-1", "--json"}).output == here.ask({"events", "wl-1", "--json"}).output);
  CHECK(there.ask({"verify", "wl-1", "--json"}).output == here.ask({"verify", "wl-1", "--json"}).output);
  CHECK(there.ask({"export", "wl-1"}).output == document);
  there.must("2019-04-30T08:30", {"deliver", "wl-1"});
}

TEST_CASE("what is due in a case is found in the store that it was imported into") {
  const CaseStore here;
  accept_example(here, "wl-1");
  const CaseStore there;
  REQUIRE(there.ask({"import", "-"}, here.ask({"export", "wl-1"}).output).status == 0);
  const std::vector<std::string> due{"due", "--within", "30", "--json"};
  const std::string found = there.look("2019-04-29T12:00", due).output;
  CHECK(found == here.look("2019-04-29T12:00", due).output);
  CHECK(boost::json::parse(found).as_array().size() == 6);
}

TEST_CASE("indented, an exported case is imported as well") {
  const CaseStore here;
  accept_example(here, "wl-1");
  const CaseStore there;
  CHECK(there.ask({"import", "-"}, here.ask({"export", "wl-1", "--pretty"}).output).status == 0);
}

TEST_CASE("a case is imported once") {
  const CaseStore store;
  accept_example(store, "wl-1");
  const Outcome again = store.ask({"import", "-"}, store.ask({"export", "wl-1"}).output);
  CHECK(again.status == 1);
  CHECK(again.complained_once());
}

TEST_CASE("what was changed on the way is not imported") {
  const CaseStore here;
  accept_example(here, "wl-1");
  std::string document = here.ask({"export", "wl-1"}).output;
  replace_all(document, "window-1", "window-2");
  const CaseStore there;
  const Outcome imported = there.ask({"import", "-"}, document);
  CHECK(imported.status == 2);
  CHECK(imported.complained_once());
  CHECK(there.ask({"list", "--json"}).output == "[]\n");
  CHECK(there.ask({"import", "-"}, "{}").status == 2);
  CHECK(there.ask({"import", "-"}, "no JSON").status == 2);
}

TEST_CASE("a file that somebody wrote into breaks its chain: status 1, and where") {
  const CaseStore store;
  accept_example(store, "wl-1");
  CHECK(store.ask({"verify"}).status == 0);
  std::string bytes = read(store.file());
  REQUIRE(contains(bytes, "window-1"));
  replace_all(bytes, "window-1", "window-9");
  std::ofstream(store.file(), std::ios::binary) << bytes;
  const Outcome whole = store.ask({"verify", "--lang", "en"});
  CAPTURE(whole.errors);
  CHECK(whole.status == 1);
  CHECK(contains(whole.output, "case wl-1, event 1"));
  const Outcome one = store.ask({"verify", "wl-1", "--json"});
  CHECK(one.status == 1);
  CHECK_FALSE(boost::json::parse(one.output).at("breaks").as_array().empty());
}

TEST_CASE("a row that cannot be read is left out with status 3, named by verify and put right by repair") {
  const CaseStore store;
  accept_example(store, "wl-1");
  std::string bytes = read(store.file());
  REQUIRE(contains(bytes, "running"));
  replace_all(bytes, "running", "sitting");
  std::ofstream(store.file(), std::ios::binary) << bytes;
  const std::vector<std::string> due{"due", "--within", "30", "--json"};
  const Outcome left_out = store.look("2019-04-29T12:00", due);
  CHECK(left_out.status == 3);
  CHECK(contains(left_out.errors, "table deadlines, case wl-1"));
  CHECK(boost::json::parse(left_out.output).is_array());
  CHECK(store.ask({"verify", "--chains"}).status == 0);
  const Outcome found = store.ask({"verify", "--lang", "en"});
  CHECK(found.status == 1);
  CHECK(contains(found.output, "deadlines.standing"));
  const Outcome repaired = store.look("2019-04-29T12:00", {"repair", "--lang", "en"});
  CAPTURE(repaired.output);
  CAPTURE(repaired.errors);
  CHECK(repaired.status == 0);
  CHECK(contains(repaired.output, "deadlines.standing"));
  CHECK(store.ask({"verify"}).status == 0);
  CHECK(store.look("2019-04-29T12:00", due).status == 0);
  CHECK(store.look("2019-04-29T12:00", {"repair", "--json"}).output == "{\"cases\":1,\"mended\":[],\"left\":[]}\n");
}

TEST_CASE("repair leaves a case whose chain is broken, and says so with status 1") {
  const CaseStore store;
  accept_example(store, "wl-1");
  std::string bytes = read(store.file());
  replace_all(bytes, "window-1", "window-9");
  std::ofstream(store.file(), std::ios::binary) << bytes;
  const Outcome repaired = store.look("2019-04-29T12:00", {"repair", "wl-1", "--lang", "en"});
  CHECK(repaired.status == 1);
  CHECK(contains(repaired.output, "case wl-1, event 1"));
  CHECK(store.ask({"verify"}).status == 1);
}
