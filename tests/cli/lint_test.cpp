// A folder of profiles with one fault each: what the program says about them, and where.
#include <birthcase/profile.hpp>

#include "program.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

using namespace birthcase::cli_tests;
namespace js = boost::json;

namespace {

const std::string broken_profiles = std::string(BIRTHCASE_SOURCE_DIR) + "/tests/data/broken-profiles/";

js::object parsed(const std::string& text) { return js::parse(text).as_object(); }

std::string file_text(const std::string& file) {
  std::ifstream stream(file);
  REQUIRE(stream.good());
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::string member(const js::object& object, const char* key) {
  const js::value* value = object.if_contains(key);
  return value == nullptr ? std::string() : js::value_to<std::string>(*value);
}

std::int64_t number(const js::object& object, const char* key) {
  const js::value* value = object.if_contains(key);
  return value == nullptr ? 0 : value->to_number<std::int64_t>();
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

void check_place(const js::object& said, const js::object& expected) {
  CHECK(member(said, "path") == member(expected, "path"));
  CHECK(number(said, "line") == number(expected, "line"));
  CHECK(number(said, "column") == number(expected, "column"));
}

void check_rejection(const js::object& answer, const js::object& expected) {
  CHECK(answer.at("remarks").as_array().empty());
  REQUIRE(answer.contains("error"));
  const js::object& error = answer.at("error").as_object();
  CHECK(member(error, "kind") == member(expected, "kind"));
  check_place(error, expected);
  const std::string message = member(error, "message");
  CAPTURE(message);
  CHECK(contains(message, member(expected, "says")));
  CHECK(contains(message, member(expected, "suggestion")));
}

void check_remark(const js::object& answer, const js::object& expected) {
  CHECK_FALSE(answer.contains("error"));
  const js::array& remarks = answer.at("remarks").as_array();
  CAPTURE(js::serialize(remarks));
  REQUIRE(remarks.size() == 1);
  const js::object& remark = remarks[0].as_object();
  CHECK(member(remark, "code") == member(expected, "code"));
  CHECK(member(remark, "rule") == member(expected, "rule"));
  CHECK(member(remark, "document") == member(answer, "profile"));
  check_place(remark, expected);
  CHECK(contains(member(remark, "message"), member(expected, "says")));
  CHECK(contains(member(remark, "suggestion"), member(expected, "suggestion")));
}

// Without a solver nothing is to be said about these; with one, what is expected, if that is written down.
void check_compared(const js::object& answer, const js::object& expected, bool compared) {
  if (!compared) CHECK(answer.at("remarks").as_array().empty());
  if (compared && expected.contains("code")) check_remark(answer, expected);
}

}  // namespace

TEST_CASE("every broken profile is refused or remarked on, with the place and what to do") {
  const js::object all = parsed(file_text(broken_profiles + "expected.json"));
  CHECK(all.size() >= 30);
  std::vector<std::string> call{"lint", "--json", "--lang", "en"};
  for (const auto& entry : std::filesystem::directory_iterator(broken_profiles)) {
    const std::string name = entry.path().filename().string();
    if (name == "expected.json") continue;
    CAPTURE(name);
    CHECK(all.contains(name));
  }
  for (const auto& expected : all) call.push_back(broken_profiles + std::string(expected.key()));
  const Outcome outcome = run(call);
  CHECK(outcome.status == 1);
  CHECK(outcome.errors.empty());
  const js::object report = parsed(outcome.output);
  const js::array& profiles = report.at("profiles").as_array();
  REQUIRE(profiles.size() == all.size());
  std::size_t i = 0;
  for (const auto& [file, value] : all) {
    const js::object& expected = value.as_object();
    const std::string name(file);
    CAPTURE(name);
    const js::object& answer = profiles[i++].as_object();
    CHECK(member(answer, "profile") == broken_profiles + name);
    const std::string how = member(expected, "how");
    if (how == "rejected") {
      check_rejection(answer, expected);
    } else if (how == "linted") {
      check_remark(answer, expected);
    } else {
      CHECK(how == "linted by solver");
      check_compared(answer, expected, report.at("rules_compared").as_bool());
    }
  }
}

TEST_CASE("a remark is one line that an editor can follow") {
  const std::string file = broken_profiles + "61-unknown-source.json";
  const Outcome outcome = run({"lint", file, "--lang", "en"});
  CHECK(outcome.status == 1);
  REQUIRE_FALSE(outcome.output.empty());
  CHECK(lines_of(outcome.output)[0] ==
        file + ":7:99: /promises/0/source: warning: 'sources' has no 'X'; add it to 'sources', or cite one of: B, N, " +
            "V, R, O [source-unknown]");
  CHECK(contains(outcome.output, file + ": 0 errors, 1 warning, 0 notes\n"));
}

TEST_CASE("a profile that does not load is the answer no, not a wrong call") {
  const std::string file = broken_profiles + "05-misspelt-fact.json";
  const Outcome outcome = run({"lint", file});
  CHECK(outcome.status == 1);
  CHECK(outcome.errors.empty());
  REQUIRE_FALSE(outcome.output.empty());
  CHECK(lines_of(outcome.output)[0].starts_with(file + ":7:"));
  CHECK(contains(outcome.output, "/lanes/0/when: error: "));
  CHECK(contains(outcome.output, "did you mean \"mother.hukou.division\"?"));
}

TEST_CASE("what cannot be read is a wrong call; the others are still looked at") {
  for (const char* name : {"no-such-profile", "/no/such/file", "/tmp"}) {
    const Outcome outcome = run({"lint", name});
    CHECK(outcome.status == 2);
    CHECK(outcome.complained_once());
    CHECK(outcome.output.empty());
  }
  const Outcome outcome = run({"lint", "no-such-profile", "yiwu"});
  CHECK(outcome.status == 2);
  CHECK(contains(outcome.output, "yiwu"));
  CHECK(run({"lint"}).status == 2);
}

TEST_CASE("the built-in profiles have nothing to remark on, but that Ruian publishes no time for some ways in") {
  std::vector<std::string> call{"lint"};
  for (const std::string_view id : birthcase::Profile::built_in_ids()) call.emplace_back(id);
  const Outcome outcome = run(call);
  CAPTURE(outcome.output);
  CHECK(outcome.status == 0);
  for (const char* id : {"base", "yiwu", "wenling"}) {
    CHECK(contains(outcome.output, std::string(id) + "：没有问题"));
  }
}

TEST_CASE("a profile beside the file is extended, and what is wrong with it is not said of the file") {
  file_with(file_text(broken_profiles + "42-unused-organisation.json"), "broken.json");
  const std::string top =
      file_with(R"({"id": "top", "extends": "broken", "title": {"zh": "上", "en": "top"}})", "over-broken.json");
  const Outcome outcome = run({"lint", top, "--lang", "en"});
  CHECK(outcome.status == 0);
  CHECK(contains(outcome.output, "over-broken.json: nothing to remark"));
}
