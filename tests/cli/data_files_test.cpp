// --calendar, --codes and `birthcase calendar`.
#include "case_store.hpp"
#include "program.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace birthcase::cli_tests;

namespace {

const std::string invented = BIRTHCASE_SOURCE_DIR "/tests/data/calendar/2027-invented.json";
const std::string divisions = BIRTHCASE_SOURCE_DIR "/tests/data/codes";

std::string text_of(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

// The Yiwu example, a day old on 2027-03-02.
std::string family_of_2027() {
  auto family = boost::json::parse(text_of(example("yiwu-local.json")));
  family.at("applied_at") = "2027-03-02T09:30";
  family.at_pointer("/newborns/0/born_at") = "2027-03-01T08:00";
  family.at_pointer("/newborns/0/hepatitis_b/given_on") = "2027-03-01";
  family.at_pointer("/newborns/0/bcg/given_on") = "2027-03-01";
  return file_with(boost::json::serialize(family), "family-of-2027.json");
}

boost::json::value json_of(const Outcome& outcome) {
  REQUIRE(outcome.errors == "");
  return boost::json::parse(outcome.output);
}

bool has_finding(const boost::json::value& plan, std::string_view code) {
  for (const auto& finding : plan.at("findings").as_array()) {
    if (finding.at("code") == boost::json::string_view(code)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a year without a notice is planned without dates, and with the notice's file has them") {
  const std::string family = family_of_2027();
  const auto without = json_of(run({"plan", family, "--json"}));
  CHECK(without.at("due").is_null());
  CHECK(without.at_pointer("/rules/counted_until").is_null());
  CHECK(has_finding(without, "calendar-missing"));
  const auto with = json_of(run({"plan", "--calendar", invented, family, "--json"}));
  CHECK(with.at("due") == "2027-03-08");
  CHECK(with.at_pointer("/rules/counted_until") == "2027-12-31");
  CHECK_FALSE(has_finding(with, "calendar-missing"));
  CHECK(with.at_pointer("/rules/calendar") != without.at_pointer("/rules/calendar"));
  CHECK(with.at_pointer("/rules/profile") == without.at_pointer("/rules/profile"));
}

TEST_CASE("every command that loads a profile takes notices and code tables") {
  const std::string family = family_of_2027();
  const std::vector<std::string> data{"--calendar", invented, "--codes", divisions};
  const std::string city = file_with(
      R"({"id": "city", "title": {"zh": "城", "en": "City"}, "extends": "base",
          "jurisdiction": {"division": "330799", "label": {"zh": "虚构区", "en": "invented"}}})",
      "city-of-tests.json");
  for (std::vector<std::string> call :
       std::vector<std::vector<std::string>>{{"form", "--profile", city},
                                             {"compare", city},
                                             {"plan", family, "--profile", city},
                                             {"schema", "application", "--profile", city},
                                             {"lint", city}}) {
    CAPTURE(call.front());
    CHECK((run(call).output + run(call).errors).find("330799") != std::string::npos);
    call.insert(call.end(), data.begin(), data.end());
    const Outcome outcome = run(call);
    CHECK(outcome.errors == "");
    CHECK(outcome.output.find("there is no division") == std::string::npos);
  }
  const std::string line = boost::json::serialize(boost::json::parse(text_of(family))) + "\n";
  CHECK(run({"batch", "--calendar", invented}, line).output.find("2027-03-08") != std::string::npos);
}

TEST_CASE("rule tests run with the notices that they need") {
  const std::string family = text_of(family_of_2027());
  const std::string tests =
      file_with(R"({"profile": "yiwu", "as_of": "2027-03-02", "base": )" + family +
                    R"(, "cases": [{"name": "a", "expect": {"steps": {"birth-certificate": {"due": "2027-03-08"}}}}]})",
                "of-2027.birthcase.json");
  CHECK(run({"test", tests}).status == 1);
  CHECK(run({"test", tests, "--calendar", invented}).status == 0);
}

TEST_CASE("a case is taken in without a notice, and its dates come once the notice is loaded") {
  const CaseStore store;
  store.must("2027-03-02T09:30", {"open", "yw-1", family_of_2027()});
  store.must("2027-03-02T09:40", {"accept", "yw-1"});
  const auto due = [&] { return store.shown("yw-1", "2027-03-02T10:30").at_pointer("/steps/0/due"); };
  CHECK(due().is_null());
  store.must("2027-03-02T10:00", {"dispatch", "yw-1", "--calendar", invented});
  CHECK(due() == "2027-03-08");
}

TEST_CASE("an answer brings the dates, too, where nothing else is left to send") {
  const CaseStore store;
  store.must("2027-03-02T09:30", {"open", "yw-1", family_of_2027()});
  store.must("2027-03-02T09:40", {"accept", "yw-1"});
  store.must("2027-03-02T10:00", {"dispatch", "yw-1"});
  store.must("2027-03-02T10:30",
             {"answer", "yw-1:birth-certificate#1:1", "completed", "--calendar", invented, "--output",
              "newborns[0].birth_certificate.number=T330000001", "newborns[0].birth_certificate.issued_on=2027-03-02",
              "newborns[0].birth_certificate.institution=某医院"});
  CHECK(store.shown("yw-1", "2027-03-02T10:40").at_pointer("/steps/1/due") == "2027-03-08");
}

TEST_CASE("a case taken in with a notice goes on without it, and what was promised stays") {
  const CaseStore store;
  const std::string family = family_of_2027();
  store.must("2027-03-02T09:30", {"open", "yw-1", family, "--calendar", invented});
  store.must("2027-03-02T09:40", {"accept", "yw-1", "--calendar", invented});
  const auto due = [&](const std::vector<std::string>& more) {
    std::vector<std::string> call{"show", "yw-1", "--json"};
    call.insert(call.end(), more.begin(), more.end());
    return json_of(store.look("2027-03-02T10:00", call));
  };
  const auto with = due({"--calendar", invented});
  CHECK(with == due({}));  // what was promised stays promised
  CHECK(with.at_pointer("/rules/calendar") == json_of(run({"calendar", invented, "--json"})).at_pointer("/calendar"));
  CHECK(store.change("2027-03-02T10:05", {"dispatch", "yw-1"}).status == 0);
}

TEST_CASE("a file of notices that is wrong is refused with its name, place and line") {
  const std::string wrong = file_with("{\"year\": 2027,\n \"notice\": []}", "wrong-notices.json");
  for (const auto& call : std::vector<std::vector<std::string>>{
           {"calendar", wrong}, {"plan", example("yiwu-local.json"), "--calendar", wrong}}) {
    const Outcome outcome = run(call);
    CHECK(outcome.status == 2);
    CHECK(outcome.complained_once());
    CHECK(outcome.errors.find("wrong-notices.json:2:") != std::string::npos);
    CHECK(outcome.errors.find("/notice: there is no such key here; did you mean notices?") != std::string::npos);
  }
  CHECK(run({"calendar", "no-such-file.json"}).status == 2);
}

TEST_CASE("code tables that are wrong, or not there, are refused with the file's name and line") {
  const std::string wrong = file_with("# standard: x\ncode\tzh\n1\t\n", "wrong-codes.tsv");
  const Outcome outcome = run({"form", "--profile", "base", "--codes", wrong});
  CHECK(outcome.status == 2);
  CHECK(outcome.complained_once());
  CHECK(outcome.errors.find("wrong-codes.tsv:3: the Chinese name is missing") != std::string::npos);
  const Outcome none = run({"form", "--profile", "base", "--codes", BIRTHCASE_SOURCE_DIR "/tests/data/calendar"});
  CHECK(none.status == 2);
  CHECK(none.errors.find("has no code table (*.tsv) in it") != std::string::npos);
}

TEST_CASE("birthcase calendar says what is known and up to which day promises can be counted") {
  const Outcome zh = run({"calendar", "--as-of", "2026-11-30"});
  CHECK(zh.status == 0);
  CHECK(zh.output.find("国办发明电") != std::string::npos);
  CHECK(zh.output.find("承诺时限可以算到2026-12-31") != std::string::npos);
  const Outcome en = run({"calendar", invented, "--as-of", "2026-11-30", "--lang", "en"});
  CHECK(en.output.find("promises can be counted up to 2027-12-31") != std::string::npos);
  const Outcome later = run({"calendar", "--as-of", "2027-03-02", "--lang", "en"});
  CHECK(later.output.find("No notice of 2027 was known on 2027-03-02") != std::string::npos);
}

TEST_CASE("birthcase calendar as JSON has every year with its notices, and where they came from") {
  const auto json = json_of(run({"calendar", invented, "--as-of", "2026-11-30", "--json"}));
  CHECK(json.at("counted_until") == "2027-12-31");
  const auto& years = json.at("years").as_array();
  CHECK(years.front().at("year") == 2018);
  CHECK(years[1].at("working_days") == 250);
  CHECK(years[1].at("notices").as_array().size() == 2);
  CHECK(years.back().at("year") == 2027);
  CHECK(years.back().at_pointer("/notices/0/announced") == "2026-11-10");
  CHECK(years.back().at_pointer("/notices/0/file") == boost::json::string_view(invented));
  CHECK(json.at("remarks").as_array().empty());
}

TEST_CASE("birthcase calendar remarks on what is hardly meant") {
  const std::string odd =
      file_with(R"({"year": 2027, "notices": [{"number": "x", "announced": "2026-11-10", "work": ["2027-01-12"]}]})",
                "odd-notices.json");
  const auto remarks = [&](const std::string& day) {
    return json_of(run({"calendar", odd, "--as-of", day, "--json", "--lang", "en"})).at("remarks").as_array();
  };
  REQUIRE(remarks("2026-11-30").size() == 1);
  CHECK(remarks("2026-11-30")[0].as_string().find("2027-01-12 is not on a weekend") != std::string::npos);
  REQUIRE(remarks("2026-11-09").size() == 2);
  CHECK(remarks("2026-11-09")[0].as_string().find("does not count on 2026-11-09") != std::string::npos);
}
