#include "analysis/lint.hpp"

#include "../applications.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace birthcase::analysis {
namespace {

// `code rule path`, a line each, of a layer over Yiwu with this table.
std::string remarks_on(std::string_view tables) {
  const std::string layer =
      fmt::format(R"json({{"id":"new","extends":"yiwu","title":{{"zh":"新","en":"new"}},{}}})json", tables);
  std::string text;
  for (const LintRemark& remark : semantic_lint(tests::profile_of(boost::json::parse(layer)))) {
    text += fmt::format("{} {} {}\n", remark.code, remark.rule, remark.path);
  }
  return text;
}

}  // namespace

TEST_CASE("the built-in profiles have no rule that does nothing; Ruian publishes no time for two ways in") {
  for (const auto id : {"base", "yiwu", "wenling"}) {
    CAPTURE(id);
    CHECK(semantic_lint(tests::built_in(id)).empty());
  }
  const auto ruian = semantic_lint(tests::built_in("ruian"));
  REQUIRE(ruian.size() == 1);
  CHECK(ruian[0].code == "families-without-promise");
  CHECK(ruian[0].severity == Severity::info);
  CHECK(ruian[0].message.en.ends_with(
      "(birth.institution.id != \"ruian-peoples-hospital\" and channel = \"bank-branch\") or "
      "channel = \"home-visit\""));
}

TEST_CASE("conditions that nobody and that everybody meets") {
  CHECK(remarks_on(R"json("absorbs":[{"id":"a","evidence":["late-statement"],"source":"B",
    "when":"marriage.status = \"10\" and marriage.status = \"20\""}])json") == "rule-never-applies a /absorbs/0\n");
  CHECK(remarks_on(R"json("absorbs":[{"id":"a","evidence":["late-statement"],"source":"B",
    "when":"father = null or father != null"}])json") == "rule-always-applies a /absorbs/0\n");
  CHECK(remarks_on(R"json("absorbs":[{"id":"a","evidence":["late-statement"],"source":"B",
    "when":"is citizen id(mother.id_number)"
}])json")
            .empty());
}

TEST_CASE("a promise that comes too late, and one for some families of another") {
  CHECK(remarks_on(R"json("promises":[
    {"id":"a","when":"settlement.with = \"mother\"","within":{"working_days":1},"source":"B"},
    {"id":"b","when":"settlement.with = \"mother\" and father = null","within":{"working_days":2},"source":"B"}])json") ==
        "rule-never-reached b /promises/1\n");
  CHECK(remarks_on(R"json("promises":[
    {"id":"a","when":"settlement.with = \"mother\"","within":{"working_days":1},"source":"B"},
    {"id":"b","when":"marriage.status = \"20\"","within":{"working_days":2},"source":"B"}])json") ==
        "promises-overlap b /promises/1\n");
  CHECK(remarks_on(R"json("promises":[
    {"id":"a","when":"settlement.with = \"mother\" and father = null","within":{"working_days":1},"source":"B"},
    {"id":"b","when":"settlement.with = \"mother\"","within":{"working_days":2},"source":"B"}])json")
            .empty());
}

TEST_CASE("a requirement and a share that others make idle") {
  CHECK(remarks_on(R"json("services":[{"id":"vaccination-certificate","evidence":[
    {"id":"a","evidence":"late-statement","original":1,"when":"father = null","source":"B"},
    {"id":"b","evidence":"late-statement","original":1,"when":"father = null or marriage.status = \"10\"","source":"B"}]}])json") ==
        "rule-swallowed a /services/0/evidence/0\n");
  CHECK(remarks_on(R"json("shares":[{"id":"a","organisation":"civil-affairs","evidence":["marriage-certificate"],
    "when":"mother.hukou.division = \"330782\" and father.hukou.division = \"330782\" and channel = \"hospital\"",
    "source":"B"}])json") == "rule-swallowed a /shares/0\n");
}

TEST_CASE("families without a way in") {
  CHECK(remarks_on(R"json("channels":[{"id":"hospital","when":"birth.institution.licensed"}])json") ==
        "families-without-channel  /channels\n");
}

}  // namespace birthcase::analysis
