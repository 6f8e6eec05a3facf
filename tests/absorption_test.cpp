// A document that the form perhaps absorbs, or that is perhaps shared though the form absorbs it, is neither demanded
// nor waived by guess: what would decide is named.
#include "applications.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

/// Yiwu, with these rows for the marriage certificate.
Profile yiwu_with(const std::string& members) {
  return Profile::parse(R"({"id": "top", "extends": "yiwu", )" + members + "}").value();
}

std::string absorbs_when(std::string_view condition, std::string_view id = "top/maybe") {
  return R"({"id": ")" + std::string(id) + R"(", "evidence": ["marriage-certificate"], "source": "test", "when": ")" +
         std::string(condition) + R"(", "reason": {"zh": "已并入", "en": "part of the form"}})";
}

/// A couple of whom the mother is from elsewhere: no share answers for its marriage.
Example from_elsewhere() { return Example::named("yiwu-local").set("/mother/hukou/division", "330108"); }

std::string decided_by(const Plan& plan, std::string_view decides) {
  std::vector<std::string> facts;
  for (const Undetermined& open : plan.undetermined) {
    const bool concerned = std::find(open.decides.begin(), open.decides.end(), decides) != open.decides.end();
    if (concerned) facts.push_back(fact_name(plan.profile(), open.fact));
  }
  return joined(std::move(facts));
}

const std::string certificate = "evidence/marriage-certificate";

}  // namespace

TEST_CASE("a document that the form perhaps absorbs is undetermined, and what decides is asked") {
  const Profile profile = yiwu_with(R"("absorbs": [)" + absorbs_when(R"(newborn.blood_type = \"a\")") + "]");
  const Plan open = from_elsewhere().plan(profile);
  CHECK(status(open, "marriage-certificate") == "undetermined");
  CHECK(decided_by(open, certificate) == "newborns[0].blood_type");
  CHECK_FALSE(open.acceptable.now);
  CHECK(status(from_elsewhere().set("/newborns/0/blood_type", "a").plan(profile), "marriage-certificate") ==
        "absorbed");
  CHECK(status(from_elsewhere().set("/newborns/0/blood_type", "b").plan(profile), "marriage-certificate") == "bring");
}

TEST_CASE("one absorption that surely applies is enough, whatever another perhaps does") {
  const Profile profile = yiwu_with(R"("absorbs": [)" + absorbs_when(R"(newborn.blood_type = \"a\")") + ", " +
                                    absorbs_when(R"(mother.hukou.division = \"330108\")", "top/surely") + "]");
  CHECK(status(from_elsewhere().plan(profile), "marriage-certificate") == "absorbed");
}

TEST_CASE("a share that perhaps answers beside an absorption leaves the document open") {
  const Profile profile = yiwu_with(R"("absorbs": [)" + absorbs_when(R"(marriage.status = \"20\")") + "]");
  const Plan open = from_elsewhere().remove("/mother/hukou/division").plan(profile);
  CHECK(status(open, "marriage-certificate") == "undetermined");
  CHECK(decided_by(open, certificate).find("mother.hukou.division") != std::string::npos);
  CHECK(status(Example::named("yiwu-local").plan(profile), "marriage-certificate") == "shared");
  CHECK(status(from_elsewhere().plan(profile), "marriage-certificate") == "absorbed");
}
