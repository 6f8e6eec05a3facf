// What a report of rule tests says: to people, to programs, to build servers, to doctest.
#include "profile_layers.hpp"
#include "rule_tests.hpp"

#include <boost/json/parse.hpp>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

constexpr std::string_view two_cases = R"("cases": [
  {"name": "a local mother brings two ID cards", "source": "B §1.2", "expect": {"evidence": {"exactly": ["id-card/mother", "id-card/father"]}}},
  {"name": "a mother of Hangzhou does, too", "given": {"mother": {"hukou": {"division": "330108"}}},
   "expect": {"evidence": {"exactly": ["id-card/mother", "id-card/father"]}}}])";

RuleTestReport report() {
  const auto tests = RuleTests::parse(document_with(two_cases), lookup, "two.birthcase.json");
  return run(*tests);
}

}  // namespace

TEST_CASE("a failure says what came, the rule, the facts that it read and where it stands") {
  CHECK(to_text(report()) == R"(two.birthcase.json: 1 passed, 1 failed
  FAILED a mother of Hangzhou does, too at /cases/1
    evidence exactly
      expected   id-card/mother, id-card/father
      got        id-card/mother, id-card/father, marriage-certificate
      unexpected marriage-certificate
      marriage-certificate: status bring
        rule       yiwu/marriage-shared does not apply
        stands in  yiwu /shares/1
        source     B §1.2, annex 1
        condition  mother.hukou.division = jurisdiction.division and (father = null or father.hukou.division = jurisdiction.division)
        decided by mother.hukou.division = jurisdiction.division
        facts      mother.hukou.division = "330108", jurisdiction.division = "330782"
)");
}

TEST_CASE("the text of a report can name the cases that passed") {
  const std::string text = to_text(report(), true);
  CHECK(text.find("\n  passed a local mother brings two ID cards (B §1.2)\n") != std::string::npos);
  CHECK(to_text(report()).find("a local mother") == std::string::npos);
}

TEST_CASE("the part of a condition that decides is named apart") {
  const Mismatch mismatch = result_of(R"({"evidence": {"include": ["late-statement"]}})").mismatches.front();
  CHECK(mismatch.item == "late-statement[0]");
  CHECK(mismatch.answer == "status not_required");
  CHECK(mismatch.rule == "birth-certificate/late-statement");
  CHECK(mismatch.holds == "no");
  CHECK(mismatch.document == "base");
  CHECK(mismatch.path == "/services/0/evidence/8");
  CHECK_FALSE(mismatch.condition.empty());
  CHECK_FALSE(mismatch.facts.empty());
}

TEST_CASE("each thing that differs has a reason of its own") {
  const Mismatch mismatch =
      result_of(R"({"evidence": {"exactly": ["hepatitis-b-slip", "benefit-claim-form"]}})").mismatches.front();
  CHECK(mismatch.item == "hepatitis-b-slip[0]");
  CHECK(mismatch.answer == "status hospital from midwifery-institution");
  CHECK(mismatch.rule == "yiwu/hospital-records");
  CHECK(mismatch.deciding == "birth.institution.licensed; birth.place_division = jurisdiction.division");
  REQUIRE(mismatch.others.size() == 3);
  CHECK(mismatch.others[0].item == "benefit-claim-form");
  CHECK(mismatch.others[0].answer == "no service of this case asks for it");
  CHECK(mismatch.others[1].item == "id-card/mother");
  CHECK(mismatch.others[1].rule == "birth-certificate/mother-id");
}

TEST_CASE("of an open condition the parts that are open are named, and the facts as unknown") {
  const Mismatch mismatch = result_of(R"({"evidence": {"status": {"marriage-certificate": "bring"}}})",
                                      R"({"mother": {"hukou": {"division": {"unknown": true}}}})")
                                .mismatches.front();
  CHECK(mismatch.answer == "status undetermined");
  CHECK(mismatch.holds == "unknown");
  CHECK(mismatch.deciding == "mother.hukou.division = jurisdiction.division");
  REQUIRE_FALSE(mismatch.facts.empty());
  CHECK(mismatch.facts.front() == std::pair<std::string, std::string>("mother.hukou.division", "unknown"));
}

TEST_CASE("a fact's reason is its value, its place on the form and the rule behind it") {
  const Mismatch mismatch =
      result_of(R"({"fields": {"asked": {"include": ["mother.hukou.address"]}}})").mismatches.front();
  CHECK(mismatch.answer.find("source shared from public-security") != std::string::npos);
  CHECK(mismatch.rule == "yiwu/mother-hukou-shared");
  const Mismatch derived = result_of(R"({"facts": {"settlement.division": null}})").mismatches.front();
  CHECK(derived.rule == "settlement-division-father");
}

TEST_CASE("the JSON of a report has every case, and every reason of a failure") {
  const auto json = boost::json::parse(to_json(report()));
  CHECK(json.at("document") == "two.birthcase.json");
  CHECK(json.at("passed") == 1);
  CHECK(json.at("failed") == 1);
  CHECK(json.at("results").at(0).at("passed") == true);
  CHECK(json.at("results").at(0).at("source") == "B §1.2");
  CHECK(json.at("results").at(0).at("text") == "");
  const auto& failed = json.at("results").at(1);
  CHECK(failed.at("path") == "/cases/1");
  CHECK(failed.at("text").get_string().starts_with("  FAILED a mother of Hangzhou"));
  const auto& mismatch = failed.at("mismatches").at(0);
  CHECK(mismatch.at("expectation") == "evidence exactly");
  CHECK(mismatch.at("missing").get_array().empty());
  CHECK(mismatch.at("unexpected").at(0) == "marriage-certificate");
  const auto& reason = mismatch.at("reasons").at(0);
  CHECK(reason.at("rule") == "yiwu/marriage-shared");
  CHECK(reason.at("document") == "yiwu");
  CHECK(reason.at("facts").at(0).at("fact") == "mother.hukou.division");
  CHECK(reason.at("facts").at(0).at("value") == "330108");
  const RuleTestReport both[] = {report(), report()};
  CHECK(boost::json::parse(to_json(both)).get_array().size() == 2);
}

TEST_CASE("the XML of reports is JUnit's, with nothing in it that XML does not allow") {
  RuleTestReport odd = report();
  odd.results[0].name = "a<b & \"c\"\x01\nd";
  odd.seconds = 0.25;
  const std::string xml = to_junit(std::span(&odd, 1));
  CHECK(xml.starts_with(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"birthcase\" tests=\"2\" failures=\"1\" "
      "errors=\"0\" time=\"0.250\">\n  <testsuite name=\"two.birthcase.json\" tests=\"2\" failures=\"1\" "
      "errors=\"0\" skipped=\"0\" time=\"0.250\">\n    <testcase name=\"a&lt;b &amp; &quot;c&quot;\xEF\xBF\xBD&#10;d\" "
      "classname=\"two.birthcase.json\" time=\"0\"/>\n"));
  CHECK(xml.find("<failure message=\"evidence exactly: expected id-card/mother, id-card/father, got id-card/mother, "
                 "id-card/father, marriage-certificate\" type=\"mismatch\">") != std::string::npos);
  CHECK(xml.find("mother.hukou.division = \"330108\"") != std::string::npos);  // text needs no quotes escaped
  CHECK(xml.ends_with("    </testcase>\n  </testsuite>\n</testsuites>\n"));
}

TEST_CASE("doctest checks every case of a report") {
  const auto tests = tests_of(document_of(R"({"due": "2019-06-13"})"));
  BIRTHCASE_CHECK_RULES(run(tests));
}

TEST_CASE("doctest fails where a case of a report fails" * doctest::should_fail()) { BIRTHCASE_CHECK_RULES(report()); }

TEST_CASE("doctest fails where a report has no case" * doctest::should_fail()) {
  BIRTHCASE_CHECK_RULES(RuleTestReport{});
}

TEST_CASE("of a condition with several parts the one that decides is named") {
  const auto profile =
      parse_layer(R"json("lanes": [{"id": "away", "services": ["certificate"], "lane": "elsewhere", "source": "T",
      "when": "birth.licensed = false and (settlement.with = \"mother\" or father = null)"}])json");
  REQUIRE(profile.has_value());
  const auto tests = RuleTests::parse(R"({"profile": "top", "as_of": "2019-06-10", "cases": [
      {"name": "a", "given": {"birth": {"licensed": true}, "settlement": {"with": "mother"}},
       "expect": {"lanes": {"certificate": {"lane": "elsewhere", "rule": "away"}}}},
      {"name": "b", "given": {"birth": {"licensed": false}, "settlement": {"with": "mother"}, "father": {"name": "王建国"}},
       "expect": {"lanes": {"certificate": "joint"}}},
      {"name": "c", "given": {"birth": {"licensed": true}}, "expect": {"lanes": {"certificate": "not_offered"}}}]})",
                                      [&](std::string_view) { return profile; });
  REQUIRE(tests.has_value());
  const RuleTestReport report = run(*tests);
  REQUIRE(report.failed == 3);
  const Mismatch& away = report.results[0].mismatches.front();
  REQUIRE(away.others.size() == 1);  // the rule that was expected
  CHECK(away.others[0].rule == "away");
  CHECK(away.others[0].holds == "no");
  CHECK(away.others[0].document == "top");
  CHECK(away.others[0].path == "/lanes/0");
  CHECK(away.others[0].deciding == "birth.licensed = false");
  const Mismatch& joint = report.results[1].mismatches.front();
  CHECK(joint.rule == "away");
  CHECK(joint.holds == "yes");
  CHECK(joint.deciding == "birth.licensed = false; settlement.with = \"mother\"");
  CHECK(to_text(report.results[1]).find("\n        decided by birth.licensed = false; settlement.with") !=
        std::string::npos);
  CHECK(report.results[2].mismatches.front().others.front().answer == "did not decide");
}

TEST_CASE("a rule that is not in force is decided by its dates") {
  const auto profile =
      parse_layer(R"("lanes": [{"id": "away", "services": ["certificate"], "lane": "elsewhere", "source": "T",
      "valid": {"from": "2020-01-01"}, "when": "birth.licensed = false"}])");
  const auto tests = RuleTests::parse(R"({"profile": "top", "as_of": "2019-06-10", "cases": [
      {"name": "a", "given": {"birth": {"licensed": false}}, "expect": {"lanes": {"certificate": {"rule": "away"}}}}]})",
                                      [&](std::string_view) { return profile; });
  const Mismatch mismatch = run(*tests).results.front().mismatches.front();
  REQUIRE(mismatch.others.size() == 1);
  CHECK(mismatch.others[0].deciding == "in force from 2020-01-01");
  CHECK(mismatch.others[0].facts.empty());
}

TEST_CASE("what somebody wrote cannot break the lines of a report") {
  RuleTestResult result{"a\nb\x1b[31m", "", "/cases/0", {}};
  CHECK(to_text(result) == "  passed a b [31m\n");
}
