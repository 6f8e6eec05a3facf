// What a map may say, and what is odd about one.
#include <birthcase/exchange/review.hpp>

#include "applications.hpp"
#include "exchange/records.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

boost::json::object map_document(std::string_view rows) {
  boost::json::object map{{"id", "m"},
                          {"version", "1"},
                          {"title", {{"zh", "例"}, {"en", "m"}}},
                          {"format", "xml"},
                          {"root", "r"},
                          {"sources", {{"S", "invented"}}},
                          {"certainty", "assumed"}};
  map["rows"] = boost::json::parse(rows);
  return map;
}

// `kind path` of the error; `loads` if there is none.
std::string error_of(const boost::json::object& map) {
  const auto loaded = exchange::Map::parse(built_in("base"), boost::json::serialize(map));
  if (loaded) return "loads";
  CHECK(loaded.error().line == 1);
  return std::string(to_string(loaded.error().kind)) + ' ' + loaded.error().path;
}

std::string error_of(std::string_view rows) { return error_of(map_document(rows)); }

std::string remarks_of(const boost::json::object& map) {
  std::vector<std::string> all;
  for (const auto& remark : exchange::review(built_in("base"), boost::json::serialize(map)).value()) {
    if (remark.code != "fact-not-read") all.push_back(remark.code + ' ' + remark.path);
  }
  return joined(std::move(all));
}

}  // namespace

TEST_CASE("every built-in map loads for every built-in profile, and has no warning") {
  for (const std::string_view id : exchange::Map::built_in_ids()) {
    for (const std::string_view profile : Profile::built_in_ids()) {
      CAPTURE(id);
      CAPTURE(profile);
      const auto remarks = exchange::review(built_in(profile), exchange::Map::built_in_text(id).value());
      REQUIRE(remarks.has_value());
      for (const auto& remark : *remarks) CHECK(remark.severity == Severity::info);
    }
  }
  CHECK(exchange::Map::built_in_ids().size() == 9);
  CHECK(exchange::Map::built_in(built_in("base"), "no-such-map").has_error());
}

TEST_CASE("a map that cannot be meant is refused with the place") {
  CHECK(error_of(R"([{"from": "a", "to": "mother.name"}])") == "loads");
  CHECK(error_of("[]") == "missing /rows");
  CHECK(error_of(R"([{"from": "a"}])") == "contradiction /rows/0");
  CHECK(error_of(R"([{"to": "mother.name"}])") == "missing /rows/0");
  CHECK(error_of(R"([{"from": "a", "to": "mother.name", "constant": "x"}])") == "contradiction /rows/0");
  CHECK(error_of(R"([{"from": "a", "to": "mother.nam"}])") == "unknown-name /rows/0/to");
  CHECK(error_of(R"([{"from": "a[", "to": "mother.name"}])") == "syntax /rows/0/from");
  CHECK(error_of(R"([{"from": "a", "to": "newborn.sex", "codes": {"M": "7"}}])") == "unknown-name /rows/0/codes");
  CHECK(error_of(R"([{"from": "a", "to": "newborn.sex", "codes": "sex"}])") == "unknown-name /rows/0/codes");
  CHECK(error_of(R"([{"from": "a", "to": "birth.complications", "codes": {"1": "yes"}}])") ==
        "unknown-name /rows/0/codes");
  CHECK(error_of(R"([{"from": "a", "to": "mother.name", "factor": 2}])") == "wrong-type /rows/0");
  CHECK(error_of(R"([{"from": "a", "to": "newborn.weight_g", "factor": 0}])") == "out-of-range /rows/0");
  CHECK(error_of(R"([{"from": "a", "to": "mother.name", "date": "yyyy"}])") == "wrong-type /rows/0/date");
  CHECK(error_of(R"([{"from": "a", "to": "newborn.born_at", "date": "yyyyMMdd"}])") == "syntax /rows/0/date");
  CHECK(error_of(R"([{"from": "a", "to": "mother.birth_date", "date": "yyMMdd"}])") == "syntax /rows/0/date");
  CHECK(error_of(R"([{"from": "a", "to": "mother.name", "when": "mother.nam = 1"}])") == "unknown-name /rows/0/when");
  CHECK(error_of(R"([{"from": "a", "to": "mother.name", "wenn": "x"}])") == "unknown-name /rows/0/wenn");
  CHECK(error_of(R"([{"from": "a", "to": "mother.name", "labels": true}])") == "wrong-type /rows/0");
}

TEST_CASE("the head of a map is checked too") {
  const auto with = [](std::string_view key, boost::json::value value) {
    auto map = map_document(R"([{"from": "a", "to": "mother.name"}])");
    map[key] = std::move(value);
    return error_of(map);
  };
  CHECK(with("format", "hl8") == "unknown-name /format");
  CHECK(with("separator", "ab") == "out-of-range /separator");
  CHECK(with("certainty", "sure") == "unknown-name /certainty");
  CHECK(with("sources", boost::json::object()) == "missing /sources");
  CHECK(with("named", {{"mother.name", "a"}}) == "contradiction /named/mother.name");
  CHECK(with("message", {{"id", "a"}, {"sent_at", "b"}}) == "missing /message");
  auto map = map_document(R"([{"from": "a", "to": "mother.name"}])");
  map.erase("root");
  CHECK(error_of(map) == "missing ");
  map = map_document(R"([{"from": "a", "to": "mother.name"}])");
  map["newborns"] = "n";
  map["same_birth"] = boost::json::array{"a"};
  CHECK(error_of(map) == "contradiction ");
}

TEST_CASE("the review finds what loads and cannot be meant") {
  CHECK(remarks_of(map_document(R"([{"from": "a", "to": "mother.name"}, {"from": "b", "to": "father.name"}])")) ==
        "none");
  CHECK(remarks_of(map_document(R"([{"from": "a", "to": "mother.name", "required": true},
                                    {"from": "b", "to": "mother.name", "direction": "in"}])")) == "fact-twice /rows/1");
  CHECK(remarks_of(map_document(R"([{"from": "a", "to": "mother.name"}, {"from": "a", "to": "father.name"}])")) ==
        "place-twice /rows/1");
  CHECK(remarks_of(map_document(R"([{"from": "a", "to": "birth.mode", "codes": {"1": "vaginal", "2": "vaginal"}}])")) ==
        "code-not-back /rows/0, code-not-carried /rows/0");
  CHECK(remarks_of(map_document(R"([{"from": "a", "to": "newborn.weight_g", "min": 1, "max": 20, "factor": 1000}])")) ==
        "range-wider /rows/0");
  CHECK(remarks_of(map_document(R"([{"from": "a", "to": "mother.name", "max_length": 500}])")) ==
        "length-wider /rows/0");
  auto map = map_document(R"([{"from": "a", "to": "mother.name"}])");
  map["codes"] = {{"sex", {{"M", "1"}}}};
  CHECK(remarks_of(map) == "list-unused /codes/sex");
}

TEST_CASE("the review names the facts of the hospital that a service requires and the map does not read") {
  const auto map = map_document(R"([{"from": "a", "to": "newborn.born_at", "date": "yyyyMMddHHmm"}])");
  std::string messages;
  for (const auto& remark : exchange::review(built_in("base"), boost::json::serialize(map)).value()) {
    messages += remark.message.en + '\n';
  }
  CHECK(messages.find("birth weight") != std::string::npos);
  CHECK(messages.find("date of birth") == std::string::npos);  // follows from the moment
  CHECK(messages.find("mother's name") == std::string::npos);  // the family's
}
