// `birthcase test`: which documents it runs, under which profiles, and what it answers.
#include "program.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace birthcase::cli_tests;

namespace {

std::string data(std::string_view name) { return BIRTHCASE_SOURCE_DIR "/tests/data/rule-tests/" + std::string(name); }

std::string failing() {
  return R"({"profile": "yiwu", "as_of": "2019-06-10", "cases": [
  {"name": "it is due at once", "source": "nowhere", "expect": {"due": "2019-06-10"}}, {"name": "there is a route",
   "expect": {"route": {"include": ["birth-certificate"]}}}]})";
}

std::string test_file(std::string_view text) { return file_with(text, "tests.birthcase.json"); }

std::string text_of(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("tests that pass are counted, file by file") {
  const Outcome outcome = run({"test", data("yiwu.birthcase.json")});
  CHECK(outcome.status == 0);
  CHECK(outcome.errors.empty());
  CHECK(outcome.output ==
        data("yiwu.birthcase.json") + ": 5 passed, 0 failed\n1 document, 5 cases: 5 passed, 0 failed\n");
}

TEST_CASE("a folder's tests are found at any depth, in order, with the profiles beside them") {
  const Outcome outcome = run({"test", data("")});
  CHECK(outcome.status == 0);
  const auto lines = lines_of(outcome.output);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].ends_with("city/city.birthcase.json: 1 passed, 0 failed"));
  CHECK(lines[1].ends_with("yiwu.birthcase.json: 5 passed, 0 failed"));
  CHECK(lines[2] == "2 documents, 6 cases: 6 passed, 0 failed");
}

TEST_CASE("a test that fails is told in detail, and the status says no") {
  const Outcome outcome = run({"test", test_file(failing())});
  CHECK(outcome.status == 1);
  CHECK(outcome.errors.empty());
  CHECK(outcome.output.find(": 1 passed, 1 failed\n  FAILED it is due at once (nowhere) at /cases/0\n    due\n"
                            "      expected   2019-06-10\n") != std::string::npos);
  CHECK(outcome.output.find("there is a route") == std::string::npos);
  CHECK(run({"test", "--verbose", test_file(failing())}).output.find("  passed there is a route\n") !=
        std::string::npos);
}

TEST_CASE("tests from the standard input are read, too") {
  const Outcome outcome = run({"test", "-"}, failing());
  CHECK(outcome.status == 1);
  CHECK(outcome.output.starts_with("standard input: 1 passed, 1 failed\n"));
}

TEST_CASE("the JSON of a run has every report") {
  const Outcome outcome = run({"test", "--json", data("yiwu.birthcase.json"), test_file(failing())});
  CHECK(outcome.status == 1);
  const auto json = boost::json::parse(outcome.output);
  CHECK(json.at("passed") == 6);
  CHECK(json.at("failed") == 1);
  CHECK(json.at("documents").at(1).at("results").at(0).at("mismatches").at(0).at("expectation") == "due");
}

TEST_CASE("JUnit's XML goes to a file of its own") {
  const std::string out = file_with("", "junit.xml");
  const Outcome outcome = run({"test", "--junit", out, test_file(failing())});
  CHECK(outcome.status == 1);
  CHECK(outcome.output.find("FAILED") != std::string::npos);
  CHECK(text_of(out).find("<testsuites name=\"birthcase\" tests=\"2\" failures=\"1\"") != std::string::npos);
  const Outcome unwritable = run({"test", "--junit", "/nowhere/at/all.xml", data("yiwu.birthcase.json")});
  CHECK(unwritable.status == 2);
  CHECK(unwritable.complained_once());
}

TEST_CASE("a profile given by hand counts where tests name its id") {
  const std::string tests = test_file(
      R"({"profile": "city", "as_of": "2019-06-10", "cases": [{"name": "a", "expect": {"lanes": {"maternity-benefit": "not_offered"}}}]})");
  const Outcome without = run({"test", tests});
  CHECK(without.status == 2);
  CHECK(without.errors.find("/profile: there is no profile 'city'") != std::string::npos);
  CHECK(run({"test", "--profile", data("city/city.json"), tests}).status == 0);
  const Outcome unused = run({"test", "--profile", data("city/city.json"), data("yiwu.birthcase.json")});
  CHECK(unused.status == 2);
  CHECK(unused.errors.find("'city'") != std::string::npos);
}

TEST_CASE("what is wrong with a document is said with its place, for every document, and nothing is run") {
  const std::string broken = test_file(
      "{\"profile\": \"yiwu\", \"as_of\": \"2019-06-10\", \"cases\": [\n {\"name\": \"a\", \"expect\": "
      "{\"evidence\": {\"exactly\": [\"id-crad\"]}}}]}");
  const Outcome outcome = run({"test", broken, data("yiwu.birthcase.json"), "nowhere.birthcase.json"});
  CHECK(outcome.status == 2);
  CHECK(outcome.output.empty());
  const auto lines = lines_of(outcome.errors);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] ==
        broken + ":2:52: /cases/0/expect/evidence/exactly/0: there is no evidence 'id-crad'; did you mean 'id-card'?");
  CHECK(lines[1].starts_with("nowhere.birthcase.json: cannot be read"));
}

TEST_CASE("a profile that tests name and that does not load names itself; one that is not there, the test") {
  const std::string profile = file_with("{\"id\": \"broken\", \"lanez\": []}", "broken.json");
  const std::string head = R"({"as_of": "2019-06-10", "cases": [{"name": "a", "expect": {"due": null}}], "profile": )";
  const Outcome broken = run({"test", test_file(head + "\"broken.json\"}")});
  CHECK(broken.status == 2);
  CHECK(broken.errors.starts_with(profile + ":1:"));
  const Outcome absent = run({"test", test_file(head + "\"absent.json\"}")});
  CHECK(absent.status == 2);
  CHECK(absent.errors.find("tests.birthcase.json:1:") != std::string::npos);
  CHECK(absent.errors.find("/profile: there is no such file") != std::string::npos);
}

TEST_CASE("a profile where tests are wanted is named so") {
  const Outcome outcome = run({"test", data("city/city.json")});
  CHECK(outcome.status == 2);
  CHECK(outcome.complained_once());
  CHECK(outcome.errors.find("is a profile") != std::string::npos);
}

TEST_CASE("a folder without tests is a mistake, not a success") {
  const std::string folder = std::filesystem::path(test_file("{}")).parent_path().string() + "/empty";
  std::filesystem::create_directory(folder);
  const Outcome outcome = run({"test", folder});
  CHECK(outcome.status == 2);
  CHECK(outcome.complained_once());
  CHECK(run({"test"}).status == 2);
}
