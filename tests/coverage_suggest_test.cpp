// Tests that the library suggests: they are test documents, they pass, and they show what was missing.
#include <birthcase/coverage.hpp>
#include <birthcase/testing.hpp>

#include "profile_layers.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const Date any_day(2020, 5, 4);

// A rule of each table, with conditions over every kind of fact.
constexpr std::string_view members = R"json(
  "window": {"joint": true, "label": {"zh": "窗口", "en": "window"}, "source": "T"},
  "valid": {"from": "2019-01-01"},
  "lanes": [{"id": "unnamed", "services": ["certificate"], "lane": "elsewhere", "source": "T",
             "when": "newborn.name = null or newborn.length_cm < 20 and birth.licensed"}],
  "services": [{"id": "benefit", "evidence": [
    {"id": "benefit/card", "evidence": "id-card", "holder": "father", "original": 1, "source": "T",
     "when": "father = null or accepted_on - father.birth_date > @\"P7300D\""}]}],
  "shares": [{"id": "local", "organisation": "office", "fields": ["newborn.name"], "source": "T",
              "when": "mother.hukou.division = \"330782\" or mother.hukou.division = father.hukou.division"}],
  "promises": [{"id": "fast", "within": {"working_days": 1}, "source": "T", "valid": {"from": "2020-01-06"},
                "when": "list contains(services, \"benefit\")"}],
  "checks": [{"id": "twins", "when": "count(newborns) > 1 and (some n in newborns satisfies n.name = null)",
              "path": "newborns", "source": "T", "message": {"zh": "双", "en": "twins"}},
             {"id": "man", "when": "citizen id sex(mother.id_number) = \"1\"", "path": "mother.id_number",
              "source": "T", "message": {"zh": "男", "en": "man"}}],
  "derivations": [{"id": "name", "field": "father.name", "when": "settlement.with = \"father\"",
                   "value": "mother.name", "source": "T"}]
)json";

Profile top() {
  auto profile = parse_layer(members);
  REQUIRE_MESSAGE(profile.has_value(), profile.error());
  return *profile;
}

RuleTests read(const Suggestion& suggestion, const Profile& profile) {
  const auto tests = RuleTests::parse(
      suggestion.document, [&](std::string_view) { return Result<Profile>(profile); }, "suggested");
  REQUIRE_MESSAGE(tests.has_value(), tests.error());
  return *tests;
}

}  // namespace

TEST_CASE("suggested tests pass as they are, and show everything that can be shown") {
  const Profile profile = top();
  Coverage coverage;
  coverage.expect(profile);
  const Suggestion suggestion = suggest(coverage, {.as_of = any_day});
  for (const std::size_t place : suggestion.not_found) {
    const Obligation& obligation = coverage.obligations()[place];
    CHECK_MESSAGE(false, obligation.rule, ": ", obligation.what);
  }
  CHECK(suggestion.covered.size() == coverage.obligations().size());

  const RuleTests tests = read(suggestion, profile);
  CHECK(tests.cases().size() == suggestion.cases);
  CHECK(suggestion.cases < suggestion.covered.size());
  for (const RuleTest& test : tests.cases()) CHECK(test.name.starts_with("CONFIRM: "));
  const RuleTestReport report = run(tests, [&coverage](const RuleTest&, const Plan& plan) { coverage.see(plan); });
  CHECK_MESSAGE(report.failed == 0, to_text(report));
  CHECK(coverage.total().seen == coverage.total().demanded);
}

TEST_CASE("suggested families have had nothing done yet, unless that is what the case is about") {
  const auto profile = parse_layer(R"json(
      "window": {"joint": true, "label": {"zh": "窗口", "en": "window"}, "source": "T"},
      "services": [{"id": "certificate", "done": {"id": "certificate/issued", "source": "T",
                                                  "when": "newborn.card.number != null"},
        "evidence": [{"id": "certificate/card", "evidence": "id-card", "holder": "mother", "original": 1, "source": "T",
                      "when": "birth.licensed"}]}])json");
  REQUIRE_MESSAGE(profile.has_value(), profile.error());
  Coverage coverage;
  coverage.expect(*profile);
  const Suggestion suggestion = suggest(coverage, {.as_of = any_day});
  for (const std::size_t place : suggestion.not_found) {
    CHECK_MESSAGE(false, coverage.obligations()[place].rule, ": ", coverage.obligations()[place].what);
  }
  CHECK(suggestion.covered.size() == coverage.obligations().size());
}

TEST_CASE("the same coverage gives the same suggestion; nothing missing gives none") {
  const Profile profile = top();
  Coverage coverage;
  coverage.expect(profile);
  const Suggestion suggestion = suggest(coverage, {.as_of = any_day, .tries = 300});
  CHECK(suggest(coverage, {.as_of = any_day, .tries = 300}).document == suggestion.document);
  CHECK(suggestion.document.find("CONFIRM") != std::string::npos);
  run(read(suggestion, profile), [&coverage](const RuleTest&, const Plan& plan) { coverage.see(plan); });
  for (const Obligation& each : coverage.obligations()) {
    if (!each.seen) CHECK(coverage.excuse({each.rule, each.what, "not found", "/uncovered/0"}).has_value());
  }
  const Suggestion none = suggest(coverage, {.as_of = any_day});
  CHECK(none.cases == 0);
  CHECK(none.document.empty());
}

TEST_CASE("what cannot be is left over, not made up") {
  // Whoever has no name has no name of a saint: the second part can never decide.
  auto profile = parse_layer(R"("checks": [{"id": "both", "path": "mother.name", "source": "T",
      "when": "mother.name = null and mother.name != \"甲\"", "message": {"zh": "无", "en": "none"}}])");
  REQUIRE(profile.has_value());
  Coverage coverage;
  coverage.expect(*profile);
  const Suggestion suggestion = suggest(coverage, {.as_of = any_day, .tries = 300});
  REQUIRE(suggestion.not_found.size() == 1);
  CHECK(coverage.obligations()[suggestion.not_found.front()].what == "false and deciding: mother.name != \"甲\"");
}
