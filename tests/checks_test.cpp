// The cross-checks of the base profile: each raised by one application, none by an application without fault.
#include "applications.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

namespace js = boost::json;

struct Change {
  const char* pointer;
  js::value value;
};

/// An application that a check is raised by: the local one of Yiwu with these changes.
struct Case {
  const char* check;
  const char* path;
  std::vector<Change> changes;
};

// Numbers of synthetic people: the last digit checks.
constexpr const char* mans_number = "330782199001010017";
constexpr const char* mothers_number = "330782199103120022";
constexpr const char* fathers_number = "330782198907080017";

std::vector<Case> faults_of_people() {
  return {
      {"born-after-application", "/newborns/0/born_at", {{"/newborns/0/born_at", "2019-06-10T09:31"}}},
      {"mother-id-number", "/mother/id_number", {{"/mother/id_number", "330782199103120023"}}},
      {"father-id-number", "/father/id_number", {{"/father/id_number", "330782198907080018"}}},
      {"applicant-id-number",
       "/applicant/id_number",
       {{"/applicant/role", "agent"}, {"/applicant/id_type", "01"}, {"/applicant/id_number", "330782199001010014"}}},
      {"collector-id-number-invalid",
       "/collector/id_number",
       {{"/collector/id_type", "01"}, {"/collector/id_number", "330782199001010014"}}},
      {"mother-id-number-form", "/mother/id_number", {{"/mother/id_type", "03"}, {"/mother/id_number", "E12"}}},
      {"father-id-number-form", "/father/id_number", {{"/father/id_type", "06"}, {"/father/id_number", "A12345678"}}},
      {"applicant-id-number-form",
       "/applicant/id_number",
       {{"/applicant/role", "agent"}, {"/applicant/id_type", "07"}, {"/applicant/id_number", "123456789012"}}},
      {"collector-id-number-form",
       "/collector/id_number",
       {{"/collector/id_type", "99"}, {"/collector/id_number", "933000199004170027"}}},
      {"guardian-id-number-form", "/guardian/id_number", {{"/guardian/id_number", "330782199001010014"}}},
      {"mother-id-sex", "/mother/id_number", {{"/mother/id_number", mans_number}}},
      {"father-id-sex", "/father/id_number", {{"/father/id_number", "330782199001010025"}}},
      {"mother-id-birth-date", "/mother/birth_date", {{"/mother/birth_date", "1991-03-13"}}},
      {"father-id-birth-date", "/father/birth_date", {{"/father/birth_date", "1989-07-09"}}},
      {"parents-same-id-number", "/father/id_number", {{"/father/id_number", mothers_number}}},
      {"applicant-is-mother",
       "/applicant/role",
       {{"/applicant/role", "agent"}, {"/applicant/id_number", mothers_number}}},
      {"applicant-is-father",
       "/applicant/role",
       {{"/applicant/role", "agent"}, {"/applicant/id_number", fathers_number}}},
      {"applicant-no-father", "/applicant/role", {{"/father", nullptr}, {"/applicant/role", "father"}}},
      {"settlement-no-father", "/newborns/0/settlement/with", {{"/father", nullptr}}},
      {"benefit-no-father", "/benefit/claimed_by", {{"/father", nullptr}, {"/benefit/claimed_by", "father"}}},
      {"married-no-father", "/father", {{"/father", nullptr}}},
      {"mother-hukou-without-address", "/mother/hukou/address", {{"/mother/hukou/address", nullptr}}},
      {"father-hukou-without-address", "/father/hukou/address", {{"/father/hukou/address", nullptr}}},
      {"settlement-without-hukou", "/newborns/0/settlement/with", {{"/father/hukou", nullptr}}},
      {"settlement-with-deceased", "/newborns/0/settlement/with", {{"/father/alive", false}}},
      {"applicant-deceased", "/applicant/role", {{"/mother/alive", false}}},
      {"widowed-both-alive", "/marriage/status", {{"/marriage/status", "30"}}},
      {"mother-born-after-child", "/mother/birth_date", {{"/mother/birth_date", "2019-06-09"}}},
      {"father-born-after-child", "/father/birth_date", {{"/father/birth_date", "2019-06-09"}}},
      {"mother-age-implausible", "/newborns/0/mother_age", {{"/newborns/0/mother_age", 61}}},
      {"father-age-implausible", "/newborns/0/father_age", {{"/newborns/0/father_age", 71}}},
      {"student-collective-hukou", "/newborns/0/settlement/with", {{"/father/hukou/kind", "student-collective"}}},
  };
}

std::vector<Case> faults_of_the_birth() {
  return {
      {"gestation-implausible", "/newborns/0/gestational_weeks", {{"/newborns/0/gestational_weeks", 45}}},
      {"weight-implausible", "/newborns/0/weight_g", {{"/newborns/0/weight_g", 399}}},
      {"length-implausible", "/newborns/0/length_cm", {{"/newborns/0/length_cm", 66}}},
      {"weight-for-weeks-implausible", "/newborns/0/weight_g", {{"/newborns/0/weight_g", 1199}}},
      {"order-not-consecutive",
       "/newborns",
       {{"/newborns/0/order", 1}, {"/newborns/1/order", 3}, {"/newborns/1/born_at", "2019-06-08T14:30"}}},
      {"surname-of-neither-parent",
       "/newborns/0/name",
       {{"/newborns/0/name", "赵子涵"}, {"/newborns/0/ethnicity", "01"}}},
      {"given-name-outside-standard", "/newborns/0/name", {{"/newborns/0/name", "王𠮷"}}},
      {"ethnicity-of-neither-parent", "/newborns/0/ethnicity", {{"/newborns/0/ethnicity", "02"}}},
      {"child-status-of-other-parent",
       "/newborns/0/settlement/child_status",
       {{"/marriage/status", "40"},
        {"/settlement/with", "father"},
        {"/settlement/child_status", "out-of-wedlock-with-mother"}}},
      {"home-birth-licensed", "/birth/place_kind", {{"/birth/place_kind", "home"}}},
      {"certificate-before-birth",
       "/newborns/0/birth_certificate/issued_on",
       {{"/newborns/0/birth_certificate/issued_on", "2019-06-07"}}},
      {"hepatitis-b-before-birth",
       "/newborns/0/hepatitis_b/given_on",
       {{"/newborns/0/hepatitis_b/given_on", "2019-06-07"}}},
      {"bcg-before-birth", "/newborns/0/bcg/given_on", {{"/newborns/0/bcg/given_on", "2019-06-07"}}},
      {"newborn-id-birth-date", "/newborns/0/id_number", {{"/newborns/0/id_number", "330782201906090023"}}},
      {"newborn-id-sex", "/newborns/0/id_number", {{"/newborns/0/id_number", "33078220190608001X"}}},
      {"already-enrolled",
       "/newborns/0/insurance/already_enrolled",
       {{"/newborns/0/insurance/already_enrolled", true}}},
  };
}

// The second of twins, with what makes the two not fit each other.
std::vector<Change> second_twin(std::vector<Change> changes) {
  changes.insert(changes.begin(), {{"/newborns/0/order", 1}, {"/newborns/1/order", 2}});
  return changes;
}

std::vector<Case> faults_of_twins() {
  const char* const both = "/newborns";
  return {
      {"order-against-time", both, second_twin({{"/newborns/1/born_at", "2019-06-08T14:10"}})},
      {"multiple-birth-same-time", both, second_twin({{"/newborns/1/born_at", "2019-06-08T14:20"}})},
      {"multiple-birth-far-apart", both, second_twin({{"/newborns/1/born_at", "2019-06-09T14:21"}})},
      {"multiple-birth-too-far-apart", both,
       second_twin({{"/newborns/0/born_at", "2019-01-08T14:20"}, {"/newborns/1/born_at", "2019-06-08T14:20"}})},
      {"multiple-birth-same-name", both, second_twin({{"/newborns/1/name", "王子涵"}})},
      {"newborns-same-number", both,
       second_twin({{"/newborns/0/birth_certificate/number", "T330000001"},
                    {"/newborns/1/birth_certificate/number", "T330000001"}})},
  };
}

std::vector<Case> faults_of_the_registers() {
  return {
      {"relation-to-head-implausible", "/newborns/0/relation_to_head", {{"/newborns/0/relation_to_head", "20"}}},
      {"enrolled-before-birth",
       "/newborns/0/insurance/enrolled_on",
       {{"/newborns/0/insurance/enrolled_on", "2019-06-07"}}},
  };
}

// Numbers of documents that are of another type than was told, or that say something else than was told.
std::vector<Case> faults_of_documents() {
  constexpr const char* permit = "810000199003070023";     // of a woman of Hong Kong
  constexpr const char* permanent = "933392199103120028";  // of a woman of Japan
  std::vector<Case> cases{
      {"mother-id-residence-permit", "/mother/id_type", {{"/mother/id_number", permit}}},
      {"mother-id-permanent-residence", "/mother/id_type", {{"/mother/id_number", permanent}}},
      {"father-id-residence-permit", "/father/id_type", {{"/father/id_number", permit}}},
      {"father-id-permanent-residence", "/father/id_type", {{"/father/id_number", permanent}}},
      {"mother-id-number-birth-date",
       "/mother/birth_date",
       {{"/mother/id_type", "99"}, {"/mother/id_number", permit}, {"/mother/birth_date", "1990-03-08"}}},
      {"father-id-number-birth-date",
       "/father/birth_date",
       {{"/father/id_type", "99"}, {"/father/id_number", permit}, {"/father/birth_date", "1990-03-08"}}},
      {"mother-id-nationality",
       "/mother/nationality",
       {{"/mother/id_type", "99"}, {"/mother/id_number", permanent}, {"/mother/nationality", "FRA"}}},
      {"father-id-nationality",
       "/father/nationality",
       {{"/father/id_type", "99"}, {"/father/id_number", permanent}, {"/father/nationality", "FRA"}}},
      {"mother-id-citizen", "/mother/nationality", {{"/mother/id_type", "05"}, {"/mother/nationality", "FRA"}}},
      {"father-id-citizen", "/father/nationality", {{"/father/id_type", "05"}, {"/father/nationality", "FRA"}}},
      {"newborn-id-residence-permit", "/newborns/0/id_number", {{"/newborns/0/id_number", permit}}},
      {"collector-not-mother",
       "/collector/relation",
       {{"/collector/name", "李大山"}, {"/collector/relation", "52"}, {"/collector/id_type", "01"}}},
      {"collector-not-father",
       "/collector/relation",
       {{"/collector/name", "李大山"}, {"/collector/relation", "51"}, {"/collector/id_type", "01"}}},
      {"mother-missing", "/mother", {{"/mother", nullptr}}},
      {"birth-missing", "/birth", {{"/birth", nullptr}}}};
  const std::vector<Change> agent{{"/applicant/role", "agent"}, {"/applicant/id_type", "01"}};
  const auto of = [](std::vector<Change> changes, const char* pointer, const char* number) {
    changes.push_back({pointer, number});
    return changes;
  };
  const std::vector<Change> collector{{"/collector/id_type", "01"}};
  const std::vector<Change> guardian{{"/guardian/id_type", "01"}};
  cases.insert(
      cases.end(),
      {{"applicant-id-residence-permit", "/applicant/id_type", of(agent, "/applicant/id_number", permit)},
       {"applicant-id-permanent-residence", "/applicant/id_type", of(agent, "/applicant/id_number", permanent)},
       {"collector-id-residence-permit", "/collector/id_type", of(collector, "/collector/id_number", permit)},
       {"collector-id-permanent-residence", "/collector/id_type", of(collector, "/collector/id_number", permanent)},
       {"guardian-id-residence-permit", "/guardian/id_type", of(guardian, "/guardian/id_number", permit)},
       {"guardian-id-permanent-residence", "/guardian/id_type", of(guardian, "/guardian/id_number", permanent)}});
  return cases;
}

std::vector<Case> all_cases() {
  std::vector<Case> cases = faults_of_people();
  for (const auto& faults :
       {faults_of_documents(), faults_of_the_birth(), faults_of_twins(), faults_of_the_registers()}) {
    cases.insert(cases.end(), faults.begin(), faults.end());
  }
  return cases;
}

Example with(const Case& fault) {
  Example family = Example::named("yiwu-local");
  for (const Change& change : fault.changes) family.set(change.pointer, change.value);
  return family;
}

// Of a check, or of a derivation whose finding has a name of its own.
Severity severity_of(std::string_view id) {
  const Rules& rules = built_in("yiwu").rules();
  for (const Check& check : rules.checks) {
    if (check.id == id) return check.severity;
  }
  const auto named = std::find_if(rules.derivations.begin(), rules.derivations.end(),
                                  [id](const Derivation& each) { return each.code == id; });
  REQUIRE_MESSAGE(named != rules.derivations.end(), std::string(id));
  return named->severity;
}

// What a person typed: names, numbers, phones, addresses.
void collect_personal(const js::value& value, bool personal, std::vector<std::string>& texts) {
  static const std::set<std::string> kinds{"name", "id_number", "phone", "address", "debit_account", "head_name"};
  if (const js::object* object = value.if_object()) {
    for (const auto& member : *object) {
      collect_personal(member.value(), kinds.contains(std::string(member.key())), texts);
    }
  } else if (const js::array* array = value.if_array()) {
    for (const js::value& each : *array) collect_personal(each, false, texts);
  } else if (value.is_string() && personal) {
    texts.emplace_back(value.get_string());
  }
}

}  // namespace

TEST_CASE("an application without fault raises no check") {
  for (const std::string name : {"yiwu-local", "ruian-with-benefit", "wenling-hospital", "wenling-service-centre",
                                 "yiwu-twins", "yiwu-unmarried-mother"}) {
    CAPTURE(name);
    for (const Finding& raised : Example::named(name).plan().findings) CHECK_MESSAGE(false, raised.code);
  }
}

TEST_CASE("each check is raised by its fault, at the place to look at") {
  for (const Case& fault : all_cases()) {
    CAPTURE(std::string(fault.check));
    const Plan plan = with(fault).plan();
    const Finding* raised = finding(plan, fault.check);
    CHECK(raised != nullptr);
    if (raised == nullptr) continue;
    CHECK(raised->path == fault.path);
    CHECK(raised->severity == severity_of(fault.check));
    CHECK_FALSE(raised->message.zh.empty());
    CHECK_FALSE(raised->message.en.empty());
  }
}

TEST_CASE("every check and named disagreement of the base profile has a fault here that raises it") {
  std::set<std::string> covered;
  for (const Case& fault : all_cases()) covered.insert(fault.check);
  for (const Check& check : built_in("base").rules().checks) CHECK_MESSAGE(covered.contains(check.id), check.id);
  for (const Derivation& each : built_in("base").rules().derivations) {
    if (!each.code.empty()) CHECK_MESSAGE(covered.contains(each.code), each.code);
  }
}

TEST_CASE("no finding repeats what a person typed") {
  for (const Case& fault : all_cases()) {
    CAPTURE(std::string(fault.check));
    const Example family = with(fault);
    std::vector<std::string> typed;
    collect_personal(family.document(), false, typed);
    for (const Finding& raised : family.plan().findings) {
      for (const std::string& text : typed) {
        CHECK(raised.message.zh.find(text) == std::string::npos);
        CHECK(raised.message.en.find(text) == std::string::npos);
        CHECK(raised.path.find(text) == std::string::npos);
      }
    }
  }
}

TEST_CASE("limits themselves are plausible: the check begins behind them") {
  Example family = Example::named("yiwu-local");
  family.set("/newborns/0/weight_g", 6500).set("/newborns/0/length_cm", 65).set("/newborns/0/gestational_weeks", 44);
  CHECK(family.plan().findings.empty());
}

TEST_CASE("a check whose facts are unknown is not raised") {
  const Plan plan = Example("{}").plan(built_in("yiwu"), Date(2019, 6, 10));
  CHECK(plan.findings.empty());
}

TEST_CASE("a surname of either parent is in order, also for a child of a father who is not recorded") {
  Example family = Example::named("yiwu-local").set("/newborns/0/name", "李子涵");
  CHECK(finding(family.plan(), "surname-of-neither-parent") == nullptr);
  const Plan alone = Example::named("yiwu-unmarried-mother").set("/father", nullptr).plan();
  CHECK(finding(alone, "surname-of-neither-parent") == nullptr);
}

TEST_CASE("of twins the check points at the one that it is about") {
  const Plan plan = Example::named("yiwu-twins").set("/newborns/1/weight_g", 399).plan();
  const Finding* raised = finding(plan, "weight-implausible");
  REQUIRE(raised != nullptr);
  CHECK(raised->path == "/newborns/1/weight_g");
}
