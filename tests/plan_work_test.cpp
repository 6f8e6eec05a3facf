// What a plan may take: the work of all its rules together, and what becomes of those that take too much.
#include <birthcase/plan.hpp>

#include "feel/functions.hpp"
#include "plan/fact_table.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace birthcase;
using birthcase::feel::Budget;

namespace {

constexpr std::string_view backtracking =
    "(some i in 1..500 satisfies matches(string join(for k in 1..200 return substring(mother.name, 1, 1), \"\"), "
    "\"(王+)+(王+)+(王+)+b\"))";
constexpr std::string_view looping = "count(for i in 1..100, k in 1..1000 return mother.name) = 100000";
constexpr std::string_view endless = "count(for i in 1..90000, k in 1..90000 return mother.name) = 1";

boost::json::object label() { return {{"zh", "说明"}, {"en", "said"}}; }

boost::json::object check(std::string id, std::string_view when) {
  return {{"id", std::move(id)},   {"path", "mother.name"}, {"when", when},
          {"severity", "warning"}, {"message", label()},    {"source", "O"}};
}

Profile profile_with(boost::json::array checks, boost::json::array derivations = {}) {
  boost::json::object profile{{"id", "costly"}, {"extends", "base"}, {"title", label()}, {"checks", std::move(checks)}};
  if (!derivations.empty()) profile["derivations"] = std::move(derivations);
  auto parsed = Profile::parse(boost::json::serialize(profile));
  if (!parsed) FAIL(describe(parsed.error()));
  return std::move(*parsed);
}

Application family(const Profile& profile) {
  return Application::parse(profile, R"({"channel": "hospital", "applicant": {"role": "mother"},
    "mother": {"name": "王五", "id_type": "01"}, "newborns": [{}, {}]})")
      .value();
}

Plan plan_of(const Profile& profile) { return plan(profile, family(profile), Date(2019, 6, 10)); }

std::vector<std::string> named_as_costly(const Plan& plan) {
  std::vector<std::string> messages;
  for (const Finding& finding : plan.findings) {
    if (finding.code != "rule-too-costly") continue;
    CHECK(finding.severity == Severity::error);
    messages.push_back(finding.message.en);
  }
  return messages;
}

bool has_finding(const Plan& plan, std::string_view code) {
  return std::any_of(plan.findings.begin(), plan.findings.end(), [code](const Finding& f) { return f.code == code; });
}

}  // namespace

TEST_CASE("a rule that takes too much work is named, and what it decides is open") {
  for (const std::string_view when : {backtracking, endless}) {
    CAPTURE(when);
    const Profile profile = profile_with({check("costly/slow", when), check("costly/quick", "mother.name = \"王五\"")});
    const Plan plan = plan_of(profile);
    const auto named = named_as_costly(plan);
    REQUIRE(named.size() == 1);
    CHECK(named[0].find("'costly/slow'") != std::string::npos);
    CHECK_FALSE(has_finding(plan, "costly/slow"));
    CHECK(has_finding(plan, "costly/quick"));
    CHECK_FALSE(plan.acceptable.now);
    const auto& checks = profile.rules().checks;
    const auto slow = std::find_if(checks.begin(), checks.end(), [](const Check& c) { return c.id == "costly/slow"; });
    REQUIRE(slow != checks.end());
    CHECK(plan.applies(*slow) == Truth::unknown);
    CHECK_FALSE(plan.explain({&*slow, Truth::unknown, FactRef::family}).read.empty());
  }
}

TEST_CASE("many rules that each may take much take no more than one plan may, and leave the others their answers") {
  boost::json::array checks;
  for (int i = 0; i < 60; ++i) {
    // each another condition: equal ones are tested once
    checks.push_back(
        check("costly/" + std::to_string(i), std::string(looping) + " and " + std::to_string(i) + " >= 0"));
  }
  checks.push_back(check("costly/quick", "mother.name = \"王五\" or mother.name = \"李四\""));
  const Profile profile = profile_with(std::move(checks));
  const Plan plan = plan_of(profile);
  CHECK(named_as_costly(plan).size() >= 40);
  CHECK(has_finding(plan, "costly/0"));
  CHECK(has_finding(plan, "costly/quick"));

  const Application known = family(profile);
  const FactTable table(profile.rules(), *known.facts(), Date(2019, 6, 10));
  const auto conditions = static_cast<Index>(profile.rules().conditions.size());
  for (Index condition = 0; condition < conditions; ++condition) table.test(condition, FactRef::family);
  CHECK(table.gave_up());
  CHECK(table.work() <= Budget::steps_of_plan + Budget::steps + conditions * 3 * Budget::steps_for_everybody);
}

TEST_CASE("a derivation that takes too much work gives no value") {
  const Profile profile =
      profile_with({}, {boost::json::object{{"id", "costly/derived"},
                                            {"field", "mother.ethnicity"},
                                            {"value", "if " + std::string(endless) + " then \"01\" else \"02\""},
                                            {"source", "O"}}});
  const Plan plan = plan_of(profile);
  const auto named = named_as_costly(plan);
  REQUIRE(named.size() == 1);
  CHECK(named[0].find("'costly/derived'") != std::string::npos);
  CHECK(std::none_of(plan.form.fields.begin(), plan.form.fields.end(), [](const FormField& field) {
    return field.field->id == "mother.ethnicity" && field.value != nullptr && !field.value->is_unknown();
  }));
}

TEST_CASE("the built-in profiles need a hundredth of what a plan may take, also for six newborns") {
  for (const std::string_view id : Profile::built_in_ids()) {
    const Profile profile = Profile::built_in(id).value();
    const Application known = Application::parse(profile, R"({"channel": "hospital", "applicant": {"role": "mother"},
          "mother": {"name": "王五", "id_type": "01", "id_number": "331081199103120029"},
          "newborns": [{}, {}, {}, {}, {}, {}]})")
                                  .value();
    const FactTable table(profile.rules(), *known.facts(), Date(2019, 6, 10));
    const auto conditions = static_cast<Index>(profile.rules().conditions.size());
    for (std::uint16_t newborn = 0; newborn < table.newborns(); ++newborn) {
      for (Index condition = 0; condition < conditions; ++condition) table.test(condition, newborn);
    }
    for (Index condition = 0; condition < conditions; ++condition) table.test(condition, FactRef::family);
    CAPTURE(id);
    CAPTURE(table.work());
    CHECK(table.work() > 0);
    CHECK(table.work() <= Budget::steps_of_plan / 100);
    CHECK_FALSE(table.gave_up());
  }
}
