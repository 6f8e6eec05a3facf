// Cases that move from store to store, and what is noticed when somebody changes the file.
#include "case_store.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <filesystem>
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

TEST_CASE("a note of heads, signed or not, is held against the store: status 1 where a case is gone") {
  const std::string key = file_with(
      "-----BEGIN PRIVATE KEY-----\n"
      "MC4CAQAwBQYDK2VwBCIEIBeQDBvKlSSDuTmfyCn+dGHClommOtdt/Xn06ZBwRPvO\n"
      "-----END PRIVATE KEY-----\n",
      "key.pem");
  const std::string pub = file_with(
      "-----BEGIN PUBLIC KEY-----\n"
      "MCowBQYDK2VwAyEADJRtmTMzZFL2PqVqfyJso2l0SMz6aJLKptn8F+x8M5s=\n"
      "-----END PUBLIC KEY-----\n",
      "pub.pem");
  const CaseStore store;
  accept_example(store, "wl-1");
  const std::string note = file_with(store.look("2019-04-29T12:00", {"anchor"}).output, "note.txt");
  const std::string signed_note = file_with(store.look("2019-04-29T12:00", {"anchor", "--sign", key}).output, "signed");
  store.must("2019-04-29T12:10", {"dispatch", "wl-1"});
  const Outcome whole = store.ask({"verify", "--against", note, "--lang", "en"});
  CAPTURE(whole.errors);
  CHECK(whole.status == 0);
  CHECK(contains(whole.output, "compared with the note of 2019-04-29 12:00, cases: 1\n"));
  CHECK(contains(store.ask({"verify", "--against", signed_note, "--lang", "en"}).output, ", signature not checked\n"));
  CHECK(contains(store.ask({"verify", "--against", signed_note, "--verify-with", pub, "--lang", "en"}).output,
                 ", signature valid\n"));
  CHECK(store.ask({"verify", "--against", note, "--verify-with", pub}).status == 2);
  CHECK(store.ask({"verify", "--against", key}).status == 2);
  CHECK(store.ask({"verify", "wl-1", "--against", note}).status == 2);

  const CaseStore other;
  accept_example(other, "wl-3");
  const Outcome gone = other.ask({"verify", "--against", note, "--lang", "en"});
  CHECK(gone.status == 1);
  CHECK(contains(gone.output, "case wl-1, event 3"));
  const Outcome json = other.ask({"verify", "--against", "-", "--json"}, read(note));
  CHECK(json.status == 1);
  CHECK(boost::json::parse(json.output).at("breaks").as_array().empty());
  CHECK(boost::json::parse(json.output).at("against").at("breaks").as_array().size() == 1);
}

TEST_CASE("a store can be named as a URI, as a copy on a disk that nobody can write to") {
  const CaseStore store;
  accept_example(store, "wl-1");
  const auto list = [](const std::string& named) { return run({"case", "list", "--store", named, "--json"}); };
  const Outcome read_only = list("file:" + store.file() + "?immutable=1");
  CHECK(read_only.status == 0);
  CHECK(read_only.output == list(store.file()).output);
  const Outcome missing = list("file:" + store.file() + ".none?immutable=1");
  CHECK(missing.status == 2);
  CHECK(contains(missing.errors, "there is no such file"));
}

TEST_CASE("what tells about a family is written to a file for its owner alone, whatever stood there") {
  namespace fs = std::filesystem;
  const CaseStore store;
  accept_example(store, "wl-1");
  const std::string fresh = store.file() + ".json";
  const std::string open_to_all = file_with("old", "paper.txt");
  fs::permissions(open_to_all, fs::perms::all);
  CHECK(store.ask({"export", "wl-1", "--output", fresh}).status == 0);
  CHECK(store.look("2019-04-29T12:00", {"paper", "wl-1", "receipt", "--output", open_to_all}).status == 0);
  for (const std::string& file : {fresh, open_to_all}) {
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  }
  CHECK(read(fresh) == store.ask({"export", "wl-1"}).output);
  CHECK(read(open_to_all) == store.look("2019-04-29T12:00", {"paper", "wl-1", "receipt"}).output);
  const Outcome nowhere = store.ask({"export", "wl-1", "--output", store.file() + "/x"});
  CHECK(nowhere.status == 2);
  CHECK(contains(nowhere.errors, "cannot be written"));
}

TEST_CASE("a draft is erased, and says so") {
  const CaseStore store;
  store.must("2019-04-29T09:10", {"open", "wl-1", "--profile", "wenling", file_with("{}", "application.json")});
  const Outcome erased = store.must("2019-04-29T09:20", {"erase", "wl-1", "--json"});
  CHECK(erased.status == 0);
  CHECK(contains(erased.output, R"("erasure":"finished")"));
  CHECK(store.change("2019-04-29T09:21", {"erase", "wl-1"}).status == 0);
}

TEST_CASE("no command about cases quotes an id that may be somebody's number or name") {
  const CaseStore store;
  accept_example(store, "wl-1");
  for (const std::string secret : {"330782199103120022", "13800138000", "王小明"}) {
    CAPTURE(secret);
    const std::vector<std::vector<std::string>> calls{
        {"open", secret, file_with("{}", "application.json")},
        {"accept", secret},
        {"dispatch", "wl-1", secret},
        {"answer", secret, "completed"},
        {"answer", secret + ":x#1:1", "completed"},
        {"answer", "wl-1:" + secret + ":1", "failed", "--reason", "x"},
        {"erase", secret},
        {"withdraw", secret, "--reason", "x"},
        {"withdraw", "wl-1", secret, "--reason", "x"},
        {"hand-in", "wl-1", secret},
        {"hand-in", "wl-1", "id-card/" + secret},
        {"supplement", "wl-1", secret + "=1"},
        {"correct", "wl-1", "mother.phone=1", "--reason", "x", "--document", secret},
        {"correct", "wl-1", "mother.phone=13800000003", "--reason", "x", "--document", "id-card", "--authority",
         secret},
        {"look-up", "ask", "wl-1", secret},
        {"look-up", "seen", "wl-1", secret},
        {"death", "wl-1", secret},
        {"defer", "wl-1", secret + "=2019-05-09"},
        {"retry", "wl-1", secret},
        {"deliver", "wl-1", secret}};
    for (const auto& call : calls) {
      const Outcome outcome = store.change("2019-04-29T12:00", call);
      CAPTURE(call.front());
      CHECK(outcome.status != 0);
      CHECK_FALSE(contains(outcome.output + outcome.errors, secret));
    }
    for (const auto& call :
         std::vector<std::vector<std::string>>{{"show", secret},
                                               {"events", secret},
                                               {"export", secret},
                                               {"verify", secret},
                                               {"anchor", "--sign", file_with(secret, "key.pem")},
                                               {"verify", "--against", file_with(secret, "note.txt")},
                                               {"paper", secret, "receipt"},
                                               {"paper", "wl-1", "hand-over-sheet", "--organisation", secret},
                                               {"outbox", "lease", "--connector", secret},
                                               {"outbox", "ack", secret, "--connector", "x"},
                                               {"outbox", "failed", secret, "--connector", "x", "--reason", "line"},
                                               {"outbox", "failed", "m", "--connector", "x", "--reason", secret},
                                               {"outbox", "retry", secret},
                                               {"outbox", "renew", secret, "--connector", "x"}}) {
      const Outcome outcome = store.ask(call);
      CAPTURE(call.front());
      CHECK(outcome.status != 0);
      CHECK_FALSE(contains(outcome.output + outcome.errors, secret));
    }
  }
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
