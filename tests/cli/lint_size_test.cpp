// Ten thousand rules are looked through in seconds: this file's test has a limit of time that what grows with the
// square of the rules would not keep by far.
#include "program.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <functional>

using namespace birthcase::cli_tests;
namespace js = boost::json;

namespace {

js::object label() { return {{"zh", "说明"}, {"en", "said"}}; }

// A name for each number: one of the first ten thousand characters after U+4E00.
std::string name_of(int number) {
  const int character = 0x4E00 + number;
  std::string name = "王";
  name += static_cast<char>(0xE0 | (character >> 12));
  name += static_cast<char>(0x80 | ((character >> 6) & 0x3F));
  name += static_cast<char>(0x80 | (character & 0x3F));
  return name;
}

using MakeRow = std::function<void(js::object& row, int number)>;

// A profile whose one table has so many rows, each with a condition of its own unless the row says otherwise.
std::string profile_of(const char* table, int rows, const MakeRow& make) {
  js::array all;
  for (int i = 0; i < rows; ++i) {
    js::object row{
        {"id", "big/" + std::to_string(i)}, {"when", "mother.name = \"" + name_of(i) + "\""}, {"source", "Q"}};
    make(row, i);
    all.push_back(std::move(row));
  }
  const js::object profile{{"id", "big"},
                           {"extends", "base"},
                           {"title", label()},
                           {"jurisdiction", js::object{{"division", "331081"}, {"label", label()}}},
                           {"sources", js::object{{"Q", "cited"}}},
                           {table, std::move(all)}};
  return file_with(js::serialize(profile), std::string("big-") + table + ".json");
}

void make_check(js::object& row, int) {
  row["path"] = "mother.name";
  row["severity"] = "warning";
  row["message"] = label();
}

void make_lane(js::object& row, int) {
  row["services"] = js::array{"social-security-card"};
  row["lane"] = "elsewhere";
  row["go_to"] = js::object{{"organisation", "mch"}};
  row["reason"] = label();
}

void make_share(js::object& row, int) {
  row["organisation"] = "civil-affairs";
  row["evidence"] = js::array{"marriage-certificate"};
  row["keys"] = js::array{"mother.name"};
  row["reason"] = row["otherwise"] = label();
}

void make_promise(js::object& row, int number) {
  row["services"] = js::array{number % 2 == 0 ? "social-security-card" : "hukou-registration"};
  row["within"] = js::object{{"working_days", number % 20 + 1}};
  row["counted_from"] = "acceptance";
}

js::value linted(const std::string& file) {
  const Outcome outcome = run({"lint", file, "--json"});
  CAPTURE(outcome.errors);
  REQUIRE(outcome.status != 2);
  return js::parse(outcome.output).at("profiles").at(0);
}

std::size_t count(const js::value& profile, std::string_view code) {
  std::size_t found = 0;
  for (const auto& remark : profile.at("remarks").as_array()) found += remark.at("code").as_string() == code ? 1 : 0;
  return found;
}

}  // namespace

TEST_CASE("ten thousand rules of any table are looked through") {
  for (const auto& [table, make] : {std::pair<const char*, MakeRow>{"checks", make_check},
                                    {"lanes", make_lane},
                                    {"shares", make_share},
                                    {"promises", make_promise}}) {
    const js::value profile = linted(profile_of(table, 10'000, make));
    CAPTURE(js::serialize(profile).substr(0, 500));
    CHECK_FALSE(profile.as_object().contains("error"));
    CHECK(count(profile, "rule-shadowed") == 0);
  }
}

TEST_CASE("ten thousand rules with faults are looked through, and five hundred remarks have their places") {
  const js::value profile = linted(profile_of("checks", 10'000, [](js::object& row, int number) {
    make_check(row, number);
    row["when"] = number % 2 == 0 ? "mother.name = \"a\"" : "mother.name = \"b\"";
    row["source"] = "Z" + std::to_string(number);
  }));
  const js::array& remarks = profile.at("remarks").as_array();
  CHECK(count(profile, "duplicate-rule") > 100);
  REQUIRE(remarks.size() >= 500);
  for (const auto& remark : remarks) {
    if (remark.at("code").as_string() != "rules-not-compared") CHECK(remark.at("column").to_number<int>() > 1);
  }
}

TEST_CASE("some hundred rules that the solver would have to compare in pairs are looked through, too") {
  const js::value profile = linted(profile_of("shares", 800, make_share));
  if (js::parse(run({"lint", "base", "--json"}).output).at("rules_compared").as_bool()) {
    CHECK(count(profile, "rules-not-compared") == 1);
  }
}

TEST_CASE("a rule that compares a fact with thousands of values is looked through, too") {
  std::string when;
  for (int i = 0; i < 2000; ++i) when += (i == 0 ? "" : " or ") + ("mother.name = \"" + name_of(i) + "\"");
  const js::value profile = linted(profile_of("checks", 2, [&when](js::object& row, int number) {
    make_check(row, number);
    row["when"] = "(" + when + ") and mother.ethnicity = \"0" + std::to_string(number + 1) + "\"";
  }));
  if (js::parse(run({"lint", "base", "--json"}).output).at("rules_compared").as_bool()) {
    CHECK(count(profile, "rules-not-compared") == 1);
  }
}
