// Mutants: which changes are made to a rule, and whether tests notice them.
#include <birthcase/mutation.hpp>
#include <birthcase/profile.hpp>

#include "mutation/expression_changes.hpp"
#include "profile_layers.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

using Strings = std::vector<std::string>;

Strings changes(std::string_view expression) {
  Strings names;
  for (const auto& each : mutation::changes_of(expression)) names.push_back(each.change);
  return names;
}

Strings changed(std::string_view expression) {
  Strings texts;
  for (const auto& each : mutation::changes_of(expression)) texts.push_back(each.text);
  return texts;
}

// `RULE: CHANGE` of every mutant.
Strings mutants_of(std::string_view profile) {
  Strings all;
  const auto mutants = ProfileMutants::make(profile).value();
  for (const Mutant& mutant : mutants.all()) all.push_back(mutant.rule + ": " + mutant.change);
  return all;
}

constexpr std::string_view rules = R"json(
  "checks": [{"id": "long", "when": "newborn.length_cm > 60 or birth.licensed", "path": "newborn.length_cm",
              "source": "T", "message": {"zh": "长", "en": "long"}}],
  "promises": [{"id": "fast", "within": {"working_days": 3}, "services": ["certificate", "benefit"], "source": "T",
                "valid": {"from": "2020-01-06"}}]
)json";

// The case `name` of the profile above, with 61 cm and unlicensed unless said otherwise.
std::string test_case(std::string_view name, std::string_view given, std::string_view expect,
                      std::string_view day = "2020-06-01") {
  return "{\"name\": \"" + std::string(name) + "\", \"as_of\": \"" + std::string(day) + "\", \"given\": {" +
         std::string(given) + "}, \"expect\": {" + std::string(expect) + "}}";
}

const std::string found = R"("findings": {"include": ["long"]})";
const std::string not_found = R"("findings": {"exclude": ["long"]})";

// Everything that the two rules do.
Strings every_case() {
  const std::string short_child = R"("newborns": [{"length_cm": 60}], "birth": {"licensed": )";
  return {test_case("61 cm are long", R"("newborns": [{"length_cm": 61}])", found),
          test_case("60 cm are not", short_child + "false}", not_found),
          test_case("licensed counts too", short_child + "true}", found),
          test_case("three days", "",
                    R"("steps": {"certificate": {"due": "2020-06-04"}, "benefit": {"due": "2020-06-04"}})"),
          test_case("on the first day", "", R"("steps": {"certificate": {"promise": "fast"}})", "2020-01-06"),
          test_case("on the day before", "", R"("steps": {"certificate": {"promise": null}})", "2020-01-05")};
}

MutationTests tests_of(const Strings& cases) {
  std::string text =
      R"({"profile": "top", "base": {"birth": {"licensed": false}, "services": ["benefit"]}, "cases": [)";
  for (const std::string& each : cases) text += (text.ends_with('[') ? "" : ", ") + each;
  return {"our tests", text + "]}", [](std::string_view) -> Result<LayeredProfile> {
            return LayeredProfile{{{"top", layer(rules)}, {"small", std::string(small_profile_text)}}};
          }};
}

MutationReport run(const Strings& cases, MutationOptions options = {}) {
  options.own = true;
  auto report = run_mutants({tests_of(cases)}, options);
  REQUIRE_MESSAGE(report.has_value(), report.error());
  return *report;
}

Strings survivors(const MutationReport& report) {
  Strings names;
  for (const Survivor& each : report.survivors) names.push_back(each.mutant.rule + ": " + each.mutant.change);
  return names;
}

}  // namespace

TEST_CASE("each operator and each constant of a condition changes once, the end of a between does not") {
  CHECK(changes("a >= 3 and b between 1 and 2 or not(c)") ==
        Strings{">= → >", "3 → 4", "3 → 2", "and → or", "1 → 2", "1 → 0", "2 → 3", "2 → 1", "or → and"});
  CHECK(changed("a >= 3 and b") == Strings{"a > 3 and b", "a >= 4 and b", "a >= 2 and b", "a >= 3 or b"});
}

TEST_CASE("dates and durations move by one, codes and other texts do not") {
  CHECK(changes("a - b > @\"P30D\"") == Strings{"> → >=", "P30D → P31D", "P30D → P29D"});
  CHECK(changes("a = date(\"2020-02-29\")") == Strings{"2020-02-29 → 2020-03-01", "2020-02-29 → 2020-02-28"});
  CHECK(changed("a = @\"P1Y2M\"") == Strings{"a = @\"P1Y3M\"", "a = @\"P1Y1M\""});
  CHECK(changes("a in (\"20\", \"mother\") or b = \"P\"") == Strings{"or → and"});
  CHECK(changes("0 < a").size() == 2);  // 0 → 1, < → <=: nothing below nought
  CHECK(changes("a and \"").empty());
}

TEST_CASE("a profile's mutants are those of its own rules, named by rule and change") {
  CHECK(mutants_of(layer(rules)) == Strings{"fast: delete", "fast: valid/from: 2020-01-06 → 2020-01-07",
                                            "fast: valid/from: 2020-01-06 → 2020-01-05",
                                            "fast: within/working_days: 3 → 4", "fast: within/working_days: 3 → 2",
                                            "fast: services: without certificate", "fast: services: without benefit",
                                            "long: delete", "long: negate", "long: when: > → >=", "long: when: 60 → 61",
                                            "long: when: 60 → 59", "long: when: or → and"});
  CHECK(mutants_of(
            layer(R"json("services": [{"id": "certificate", "evidence": [{"id": "certificate/id", "evidence": "id-card",
      "original": 1, "source": "T"}], "form": [{"field": "mother.name", "label": "M", "when": "birth.licensed"}]}],
    "evidence": [{"id": "id-card", "alternatives": [{"evidence": "birth-certificate", "when": "true", "source": "T"}]}],
    "derivations": [{"id": "d", "field": "father.name", "value": "substring(mother.name, 1)", "source": "T"}],
    "deliveries": [{"id": "two", "when": "1 < 1", "method": "x"}])json")) ==
        Strings{"id-card/birth-certificate: delete", "id-card/birth-certificate: negate", "certificate/id: delete",
                "certificate/mother.name: delete", "certificate/mother.name: negate", "two: delete", "two: negate",
                "two: when: 1 → 2", "two: when: 1 → 0", "two: when: < → <=", "two: when: 1 → 2 #2",
                "two: when: 1 → 0 #2", "d: delete", "d: value: 1 → 2", "d: value: 1 → 0", "d: with default"});
}

TEST_CASE("the text of a mutant is the profile with this change and no other") {
  const auto mutants = ProfileMutants::make(layer(rules)).value();
  const auto original = boost::json::parse(layer(rules));
  for (const Mutant& mutant : mutants.all()) {
    CAPTURE(mutant.change);
    auto json = boost::json::parse(mutants.text(mutant));
    CHECK(json != original);
    if (mutant.change == "delete") {
      const char* table = mutant.rule == "long" ? "checks" : "promises";
      CHECK(json.at(table).as_array().empty());
      json.at(table) = original.at(table);
    } else if (mutant.change == "negate") {
      auto& when = json.at("checks").at(0).at("when");
      CHECK(when.as_string() == "not(newborn.length_cm > 60 or birth.licensed)");
      when = original.at("checks").at(0).at("when");
    } else {
      const char* table = mutant.rule == "long" ? "checks" : "promises";
      json.at(table) = original.at(table);
    }
    CHECK(json == original);
  }
}

TEST_CASE("tests that show everything kill every mutant") {
  const MutationReport report = run(every_case());
  CHECK(survivors(report) == Strings{});
  CHECK(report.mutants == 13);
  CHECK(report.killed == 13);
  CHECK(report.unloadable == 0);
  CHECK(report.passed());
}

TEST_CASE("what no test looks at survives") {
  Strings cases = every_case();
  cases.erase(cases.begin() + 1);  // 60 cm
  CHECK(survivors(run(cases)) == Strings{"long: when: > → >=", "long: when: 60 → 59"});
  cases = every_case();
  cases.resize(3);
  CHECK(survivors(run(cases, {.rule = "long"})) == Strings{});
  CHECK(survivors(run(cases, {.rule = "fast"})).size() == 7);
}

TEST_CASE("a survivor can be accepted with a reason; one that is killed after all cannot") {
  Strings cases = every_case();
  cases.erase(cases.begin() + 1);
  const AcceptedSurvivor a{"long", "when: > → >=", "nobody measures exactly 60"};
  const AcceptedSurvivor b{"long", "when: 60 → 59", "as above"};
  CHECK_FALSE(run(cases, {.accepted = {a}}).passed());
  CHECK(run(cases, {.accepted = {a, b}}).passed());
  const MutationReport report = run(every_case(), {.accepted = {a}});
  CHECK_FALSE(report.passed());
  REQUIRE(report.killed_after_all.size() == 1);
  CHECK(report.killed_after_all.front().change == "when: > → >=");
  CHECK(run(every_case(), {.rule = "fast", .accepted = {a}}).passed());  // not looked at
}

TEST_CASE("a test that fails before anything is changed is an error") {
  const auto failing = run_mutants({tests_of({test_case("60 cm are long", "", found)})}, {});
  REQUIRE(failing.has_error());
  CHECK(failing.error().kind == ErrorKind::contradiction);
  CHECK(failing.error().document == "our tests");
  CHECK(failing.error().path == "/cases/0");
}

TEST_CASE("a list of survivors is read strictly") {
  const auto good = survivors_in(R"([{"//": "so", "rule": "a", "change": "delete", "reason": "c"}])");
  REQUIRE(good.has_value());
  CHECK(good->front().change == "delete");
  CHECK(survivors_in("{}").error().message == "survivors are a list: [ ]");
  CHECK(survivors_in(R"([{"rule": "a", "change": "b"}])").error().path == "/0");
  const auto mistyped = survivors_in("[\n {\"rule\": \"a\", \"chnage\": \"b\", \"reason\": \"c\"}]");
  CHECK(mistyped.error().message == "unknown key 'chnage'; did you mean 'change'?");
  CHECK(mistyped.error().line == 2);
}
