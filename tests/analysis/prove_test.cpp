#include "analysis/prove.hpp"

#include <birthcase/plan.hpp>

#include "../applications.hpp"
#include "analysis/outcomes.hpp"

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <doctest/doctest.h>

namespace birthcase::analysis {
namespace {

using tests::built_in;
using Verdict = Proof::Verdict;

Question question(std::string property, std::vector<std::string> given = {}) {
  return {.property = std::move(property), .given = std::move(given), .as_of = Date(2019, 6, 4)};
}

Proof proof(std::string_view profile, std::string property, std::vector<std::string> given = {}) {
  auto proof = prove(built_in(profile), question(std::move(property), std::move(given)));
  REQUIRE(proof.has_value());
  return *proof;
}

}  // namespace

TEST_CASE("what follows from the rules holds") {
  CHECK(proof("yiwu", "not(brings.marriage-certificate)",
              {"mother.hukou.division = jurisdiction.division", "father.hukou.division = jurisdiction.division"})
            .verdict == Verdict::holds);
  CHECK(proof("yiwu", "lane.maternity-benefit = \"not_offered\"").verdict == Verdict::holds);
  CHECK(proof("base", "brings.birth-certificate", {"step.vaccination-certificate"}).verdict == Verdict::holds);
}

TEST_CASE("what does not is answered with the least application that shows it, and the plan agrees") {
  const Proof wrong = proof("yiwu", "not(brings.marriage-certificate)");
  REQUIRE(wrong.verdict == Verdict::fails);
  REQUIRE(wrong.counterexample.has_value());
  const Plan made = plan(built_in("yiwu"), *wrong.counterexample, Date(2019, 6, 4));
  CHECK(tests::brings(made).find("marriage-certificate") != std::string::npos);
  REQUIRE(wrong.because.size() == 1);
  CHECK(wrong.because[0].first == "brings.marriage-certificate");
  CHECK(wrong.because[0].second.is_true());
  const auto& told = made.facts().family;
  const auto known = std::count_if(told.begin(), told.end(),
                                   [](const Value& value) { return !value.is_unknown() && !value.is(Kind::context); });
  CHECK(known == 2);  // whose hukou, and that they are not unmarried
}

TEST_CASE("a counterexample can take two newborns") {
  auto asked = question("count(newborns) < 2 or newborns[1].name = newborns[2].name or newborn.alive != false",
                        {"newborn.name != null"});
  const auto twins = prove(built_in("wenling"), asked);
  REQUIRE(twins.has_value());
  REQUIRE(twins->verdict == Verdict::fails);
  CHECK(twins->counterexample->newborn_count() == 2);
  asked.most_newborns = 1;
  CHECK(prove(built_in("wenling"), asked)->verdict == Verdict::holds);
}

TEST_CASE("what hangs on functions that the solver cannot look into is not decided by guess") {
  const Proof open = proof("base", "is citizen id(mother.id_number)", {"mother.id_number = \"11010119900101004X\""});
  CHECK(open.verdict != Verdict::holds);
  const Proof same = proof("base", "citizen id sex(mother.id_number) = citizen id sex(father.id_number)",
                           {"mother.id_number = father.id_number", "citizen id sex(mother.id_number) != null"});
  CHECK(same.verdict == Verdict::holds);
}

TEST_CASE("counterexamples have values that their fields take") {
  for (const char* field : {"newborn.sex", "newborn.birth_certificate.number", "card.debit_account", "mother.name",
                            "mother.id_number", "mother.phone", "newborn.weight_g", "applied_at"}) {
    CAPTURE(field);
    auto asked = question(std::string(field) + " = null");
    asked.most_newborns = 1;
    const auto told = prove(built_in("yiwu"), asked);
    REQUIRE(told.has_value());
    REQUIRE(told->verdict == Verdict::fails);
    CHECK(plan(built_in("yiwu"), *told->counterexample, Date(2019, 6, 4)).facts().refused.empty());
  }
}

TEST_CASE("a property that cannot be read says where") {
  const auto wrong = prove(built_in("yiwu"), question("brings.marriage-certificat"));
  REQUIRE(!wrong.has_value());
  CHECK(wrong.error().kind == ErrorKind::unknown_name);
  CHECK(wrong.error().path == "/property");
  CHECK(wrong.error().column == 1);
  const auto given = prove(built_in("yiwu"), question("true", {"lane.hukou-registration = \"jiont\""}));
  REQUIRE(!given.has_value());
  CHECK(given.error().path == "/given/0");
}

}  // namespace birthcase::analysis
