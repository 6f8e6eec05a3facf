// What a plan may take: the work of all its rules together, and what becomes of those that take too much.
#include <birthcase/plan_json.hpp>

#include "feel/functions.hpp"
#include "plan/fact_table.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>

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

Profile parsed(const boost::json::object& profile) {
  auto result = Profile::parse(boost::json::serialize(profile));
  if (!result) FAIL(describe(result.error()));
  return std::move(*result);
}

Profile profile_with(boost::json::array checks, boost::json::array derivations = {}) {
  boost::json::object profile{{"id", "costly"}, {"extends", "base"}, {"title", label()}, {"checks", std::move(checks)}};
  if (!derivations.empty()) profile["derivations"] = std::move(derivations);
  return parsed(profile);
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

TEST_CASE("whatever a condition goes through, it is paid for") {
  std::string wide = "mother.name != \"0\"";
  for (int i = 1; i < 2000; ++i) wide += " and mother.name != \"" + std::to_string(i) + "\"";
  std::string choices = "true";
  for (int i = 0; i < 9; ++i) choices = "(if father.name = \"a\" then " + choices + " else " + choices + ")";
  const std::string large = "context(for k in 1..1000 return {key: string(k), value: k})";
  const std::string row = "append(for k in 1..600 return mother.name, i)";
  const std::string long_text = "string join(for k in 1..100000 return substring(mother.name, 1, 1), \"\")";
  for (const std::string& when : std::initializer_list<std::string>{
           "some i in 1..300, j in 1..300, k in 1..300 satisfies mother.name = \"x\"",
           "every i in 1..300, j in 1..300, k in 1..300 satisfies mother.name != \"x\"",
           "count(for i in 1..1000000000 return mother.name) = 1",
           "some i in 1..300000 satisfies not(" + wide + ")",
           "count(for i in 1..400000 return " + choices + ") = 1",
           "count(for i in 1..400000 return mother.name between \"a\" and \"b\") = 1",
           "count(distinct values(for i in 1..600 return " + row + ")) = 1",
           "{h: " + long_text + ", r: contains(h, substring(h, 1, 50000) + \"b\")}.r",
           "{h: " + long_text + ", r: substring after(h, substring(h, 1, 50000) + \"b\")}.r = \"\"",
           "{c: " + large +
               ", l: for i in 1..100 return c, r: count(for i in 1..9000 return l[zz = mother.name])}.r = 1",
           "count(sort(for i in 1..10000 return i, function(x, y) count(for k in 1..1000 return mother.name) = x)) = 1",
           "count((for i in 1..40 return if i = 1 then [mother.name] else concatenate(partial[-1], partial[-1]))[-1]) "
           "= 1",
           "count(flatten(for i in 1..40 return if i = 1 then [mother.name] else [partial[-1], partial[-1]])) = 1",
           "some i in 1..300000 satisfies matches(mother.name, \"^x+$\")",
           "some i in 1..300000 satisfies count(split(mother.name, \",\")) = 5",
           "some i in 1..300000 satisfies replace(mother.name, \"a\", \"b\") = \"x\"",
       }) {
    CAPTURE(when.substr(0, 200));
    const Profile profile = profile_with({check("costly/slow", when), check("costly/quick", "mother.name = \"王五\"")});
    const Plan plan = plan_of(profile);
    const auto named = named_as_costly(plan);
    CHECK(named.size() == 1);
    CHECK_FALSE(has_finding(plan, "costly/slow"));
    CHECK(has_finding(plan, "costly/quick"));
  }
}

TEST_CASE("rules of any table are named") {
  const boost::json::object lane{{"id", "costly/lane"}, {"services", boost::json::array{"social-security-card"}},
                                 {"lane", "elsewhere"}, {"go_to", boost::json::object{{"organisation", "mch"}}},
                                 {"reason", label()},   {"when", endless},
                                 {"source", "O"}};
  const boost::json::object promise{{"id", "costly/promise"},
                                    {"services", boost::json::array{"birth-certificate"}},
                                    {"within", boost::json::object{{"working_days", 3}}},
                                    {"counted_from", "acceptance"},
                                    {"when", endless},
                                    {"source", "O"}};
  const boost::json::object share{{"id", "costly/share"},
                                  {"organisation", "civil-affairs"},
                                  {"evidence", boost::json::array{"marriage-certificate"}},
                                  {"keys", boost::json::array{"mother.name"}},
                                  {"reason", label()},
                                  {"otherwise", label()},
                                  {"when", endless},
                                  {"source", "O"}};
  for (const auto& [table, row] : {std::pair("lanes", lane), {"promises", promise}, {"shares", share}}) {
    const Profile profile =
        parsed({{"id", "costly"}, {"extends", "base"}, {"title", label()}, {table, boost::json::array{row}}});
    const auto named = named_as_costly(plan_of(profile));
    REQUIRE(named.size() == 1);
    const std::string id(row.at("id").as_string());
    CHECK(named[0].find("'" + id + "'") != std::string::npos);
  }
}

TEST_CASE("ten thousand rules of little work each keep their answers") {
  boost::json::array checks;
  for (int i = 0; i < 10'000; ++i) {
    checks.push_back(check("small/" + std::to_string(i),
                           "count(for i in 1..200 return mother.name) = 200 and " + std::to_string(i) + " >= 0"));
  }
  const Plan plan = plan_of(profile_with(std::move(checks)));
  CHECK(named_as_costly(plan).empty());
  CHECK(has_finding(plan, "small/0"));
  CHECK(has_finding(plan, "small/9999"));
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
  const auto conditions = profile.rules().conditions.ids();
  for (const ConditionId condition : conditions) table.test(condition, FactRef::family);
  CHECK(table.gave_up());
  CHECK(table.work() <=
        Budget::steps_of_plan + Budget::steps + profile.rules().conditions.size() * 3 * Budget::steps_for_everybody);
}

TEST_CASE("costly rules get their answers in the order of the phases") {
  boost::json::object profile{{"id", "costly"}, {"extends", "base"}, {"title", label()}};
  for (const std::string_view table : {"promises", "checks"}) {  // written first, asked last
    boost::json::array& rows = profile[table].emplace_array();
    for (int i = 0; i < 20; ++i) {
      const std::string id = std::string(table) + '/' + std::to_string(i);
      const std::string when = std::string(looping) + " and \"" + id + "\" != \"\"";
      rows.push_back(table == "checks" ? check(id, when)
                                       : boost::json::object{{"id", id},
                                                             {"services", {"birth-certificate"}},
                                                             {"when", when},
                                                             {"within", {{"immediately", true}}},
                                                             {"source", "O"}});
    }
  }
  const Profile costly = parsed(profile);
  const Plan plan = plan_of(costly);
  CHECK(has_finding(plan, "checks/0"));
  CHECK(to_json(plan) == to_json(planning::plan_anew(costly, family(costly), Date(2019, 6, 10))));
}

TEST_CASE("what rules are allowed though a plan has nothing left is limited for all together") {
  boost::json::array checks;
  for (int i = 0; i < 7000; ++i) {
    checks.push_back(
        check("costly/" + std::to_string(i), std::string(looping) + " and " + std::to_string(i) + " >= 0"));
  }
  const Profile profile = profile_with(std::move(checks));
  const Application known = family(profile);
  const FactTable table(profile.rules(), *known.facts(), Date(2019, 6, 10));
  const auto conditions = profile.rules().conditions.ids();
  for (const ConditionId condition : conditions) table.test(condition, FactRef::family);
  const std::size_t together = Budget::steps_of_plan + Budget::steps + Budget::steps_in_reserve;
  CHECK(table.work() > Budget::steps_of_plan + Budget::steps_in_reserve);
  CHECK(table.work() <=
        together + Budget::steps_for_everybody + profile.rules().conditions.size() * 3 * Budget::steps_at_least);
}

TEST_CASE("moments in named zones are paid for, since what a zone is has to be looked up") {
  constexpr std::string_view when =
      "count(for i in 1..40000 return string length(mother.name) = i or @\"2019-01-01T10:00:00@Asia/Shanghai\" < "
      "@\"2019-01-01T10:00:00@America/New_York\") > 0";
  CHECK(named_as_costly(plan_of(profile_with({check("costly/zones", when)}))).size() == 1);
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
    const auto conditions = profile.rules().conditions.ids();
    for (std::uint16_t newborn = 0; newborn < table.newborns(); ++newborn) {
      for (const ConditionId condition : conditions) table.test(condition, newborn);
    }
    for (const ConditionId condition : conditions) table.test(condition, FactRef::family);
    CAPTURE(id);
    CAPTURE(table.work());
    CHECK(table.work() > 0);
    CHECK(table.work() <= Budget::steps_of_plan / 100);
    CHECK_FALSE(table.gave_up());
  }
}
