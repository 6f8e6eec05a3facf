// `birthcase test --coverage`, `--suggest` and `--mutants`: what is said about the tests themselves.
#include "program.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

using namespace birthcase::cli_tests;
namespace js = boost::json;

namespace {

constexpr std::string_view city = R"({"id": "our-city", "extends": "base",
  "title": {"zh": "某市", "en": "a city"}, "window": {"joint": true, "label": {"zh": "窗", "en": "window"}, "source": "T"},
  "tolerances": [{"id": "later", "evidence": ["id-card", "passport"], "when": "channel = \"hospital\"", "source": "T",
                  "until": {"zh": "后", "en": "later"}}]})";

// A test of that city with these cases, beside it.
std::string tests(std::string_view cases, std::string_view more = "") {
  file_with(city, "our-city.json");
  return file_with(R"({"profile": "our-city.json", "as_of": "2019-06-10", "cases": [)" + std::string(cases) + "]" +
                       std::string(more) + "}",
                   "city.birthcase.json");
}

const std::string tolerated =
    R"({"name": "a card can come later", "given": {"channel": "hospital", "mother": {"id_type": "01"}},
  "expect": {"evidence": {"status": {"id-card/mother": {"status": "bring", "tolerance": "later"}}}}})";
const std::string elsewhere =
    R"({"name": "elsewhere it cannot", "given": {"channel": "branch", "mother": {"id_type": "01"}},
  "expect": {"evidence": {"status": {"id-card/mother": {"status": "bring", "tolerance": null}}}}})";

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string text_of(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("coverage says what of a rule no test has shown, and where the rule stands") {
  const Outcome outcome = run({"test", tests(tolerated), "--coverage", "--own"});
  CHECK(outcome.status == 0);
  CHECK(contains(outcome.output, "coverage of rules: 50.0 % (2 of 4)\n  tolerances       2 of    4\n"));
  CHECK(contains(outcome.output,
                 "missing:\n  tolerances later  (our-city /tolerances/0)\n    - not applying\n"
                 "    - undetermined\n"));
}

TEST_CASE("less than the wanted coverage is a no; an excuse takes part in it, a wrong one is refused") {
  const std::string excuse = R"({"rule": "later", "what": "undetermined", "reason": "the channel is asked first"})";
  CHECK(run({"test", tests(tolerated + "," + elsewhere), "--own", "--min", "75"}).status == 0);
  CHECK(run({"test", tests(tolerated + "," + elsewhere), "--own", "--min", "76"}).status == 1);
  const Outcome excused =
      run({"test", tests(tolerated + "," + elsewhere, R"(, "uncovered": [)" + excuse + "]"), "--own", "--min", "100"});
  CHECK(excused.status == 0);
  CHECK(contains(excused.output, "because: the channel is asked first"));

  const std::string wrong = R"({"rule": "latr", "what": "undetermined", "reason": "x"})";
  const Outcome refused = run({"test", tests(tolerated, R"(, "uncovered": [)" + wrong + "]"), "--coverage"});
  CHECK(refused.status == 2);
  CHECK(contains(refused.errors,
                 "city.birthcase.json: /uncovered/0/rule: no rule 'latr' has to be covered; did you mean 'later'?"));
}

TEST_CASE("an excuse for what a test shows after all is refused, with its place") {
  const std::string excuse = R"({"rule": "later", "what": "applying", "reason": "nobody may"})";
  const Outcome outcome = run({"test", tests(tolerated, R"(, "uncovered": [)" + excuse + "]"), "--coverage"});
  CHECK(outcome.status == 2);
  CHECK(contains(outcome.errors, "city.birthcase.json: /uncovered/0: a test shows 'applying' of the rule 'later'"));
}

TEST_CASE("coverage is data too") {
  const Outcome outcome = run({"test", tests(tolerated), "--coverage", "--own", "--json"});
  const js::value coverage = js::parse(outcome.output).at("coverage");
  CHECK(coverage.at("demanded").as_int64() == 4);
  CHECK(coverage.at("seen").as_int64() == 2);
  REQUIRE(coverage.at("missing").as_array().size() == 2);
  const js::value& first = coverage.at("missing").at(0);
  CHECK(first.at("rule").as_string() == "later");
  CHECK(first.at("path").as_string() == "/tolerances/0");
  CHECK(first.at("what").as_string() == "not applying");
}

TEST_CASE("suggested tests go to the standard output or a file, and close the gap") {
  const std::string file = tests(tolerated);
  const Outcome outcome = run({"test", file, "--own", "--suggest"});
  CHECK(outcome.status == 0);
  CHECK(contains(outcome.errors, "suggested for 2 of 2 that are missing"));
  js::value document = js::parse(outcome.output);
  CHECK(document.at("cases").as_array().size() >= 1);
  CHECK(document.at("cases").at(0).at("name").as_string().starts_with("CONFIRM: "));

  const std::string suggested = (std::filesystem::path(file).parent_path() / "suggested.birthcase.json").string();
  CHECK(run({"test", file, "--own", "--suggest", suggested}).status == 0);
  CHECK(js::parse(text_of(suggested)) == document);
  const Outcome both = run({"test", file, suggested, "--own", "--min", "100"});
  CHECK(both.status == 0);
  CHECK(contains(both.output, "coverage of rules: 100.0 % (4 of 4)"));
  std::filesystem::remove(suggested);
}

TEST_CASE("mutants that no test notices are a no, until they are accepted") {
  const Outcome open = run({"test", tests(tolerated), "--mutants", "later"});
  CHECK(open.status == 1);
  CHECK(contains(open.output, "survived:\n  later: evidence: without passport  (our-city /tolerances/0)\n"));

  const std::string survivors = file_with(
      R"([{"rule": "later", "change": "evidence: without passport", "reason": "nobody has one"}])", "survivors.json");
  const Outcome accepted = run({"test", tests(tolerated), "--mutants", "later", "--survivors", survivors});
  CHECK(accepted.status == 0);
  CHECK(contains(accepted.output, "    because: nobody has one\n"));

  const std::string too_many = file_with(R"([{"rule": "later", "change": "delete", "reason": "x"}])", "survivors.json");
  const Outcome killed = run({"test", tests(tolerated), "--mutants", "later", "--survivors", too_many, "--json"});
  CHECK(killed.status == 1);
  CHECK(js::parse(killed.output).at("mutants").at("killed_after_all").at(0).at("change").as_string() == "delete");
}
