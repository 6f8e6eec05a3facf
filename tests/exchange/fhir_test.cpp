// FHIR Bundles: resources stand beneath each other as they refer, and the births of the map.
#include <birthcase/exchange/export.hpp>

#include "applications.hpp"
#include "exchange/records.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

std::string bundle() { return source_file("tests/exchange/samples/fhir-birth.json"); }

std::string text_below(const exchange::Node& root, std::string_view path) {
  const exchange::Node* node = exchange::Path::parse(path).value().first(root);
  return node == nullptr ? "nothing" : node->text;
}

exchange::Node read_bundles(std::string_view text) {
  return exchange::read_source(exchange::Format::fhir, text).value().root;
}

std::string kind_of_error(std::string_view text) {
  const auto source = exchange::read_source(exchange::Format::fhir, text);
  return source ? "read" : std::string(to_string(source.error().kind));
}

}  // namespace

TEST_CASE("a resource stands beneath the Patient that it is about") {
  const auto root = read_bundles(bundle());
  CHECK(text_below(root, "Bundle/type") == "collection");
  CHECK(text_below(root, "Bundle/resourceType") == "nothing");
  CHECK(text_below(root, "Bundle/Patient[2]/gender") == "male");
  CHECK(text_below(root, "Bundle/Patient[3]/id") == "nothing");
  CHECK(text_below(root, "Bundle/Patient[2]/Observation/valueQuantity/value") == "2480");
  CHECK(text_below(root, "Bundle/RelatedPerson[2]/name/text") == "王刚");
  CHECK(text_below(root, "Bundle/RelatedPerson/patient/reference") == "nothing");
  CHECK(text_below(root, "Bundle/RelatedPerson/Patient/Observation[2]/valueInteger") == "1");
  CHECK(text_below(root, "Bundle/Observation/subject/reference") == "Patient/elsewhere");
}

TEST_CASE("resources that refer to each other in a circle end the reading") {
  const std::string text = R"({"resourceType":"Bundle","entry":[
    {"resource":{"resourceType":"Patient","id":"a","link":[{"other":{"reference":"RelatedPerson/b"}}]}},
    {"resource":{"resourceType":"RelatedPerson","id":"b","patient":{"reference":"Patient/a"}}},
    {"resource":{"resourceType":"Patient","id":"c","link":[{"other":{"reference":"Patient/c"}}]}}]})";
  const auto root = read_bundles(text);
  CHECK(text_below(root, "Bundle/RelatedPerson/Patient/id") == "a");
  CHECK(text_below(root, "Bundle/Patient/id") == "c");
}

TEST_CASE("what is no resource is refused") {
  CHECK(kind_of_error(R"({"a": 1})") == "wrong-type");
  CHECK(kind_of_error(R"([{"a": 1}])") == "wrong-type");
  CHECK(kind_of_error("[1]") == "wrong-type");
  CHECK(kind_of_error(R"({"resourceType": "Bundle", "entry": [1, {}, {"resource": 5}, {"resource": {"id": 5}}]})") ==
        "read");
  CHECK(kind_of_error(R"({"resourceType": {"a": 1}, "entry": 1})") == "wrong-type");
  CHECK(kind_of_error("[]") == "read");
  CHECK(kind_of_error(R"({"resourceType": )") == "syntax");
  CHECK(kind_of_error("{\"resourceType\":\"Bundle\",\"entry\":" + std::string(100, '[') + std::string(100, ']') +
                      "}") == "out-of-range");
  CHECK(text_below(read_bundles(R"({"resourceType": "Patient", "gender": "male"})"), "Bundle/Patient/gender") ==
        "male");
}

TEST_CASE("a Bundle becomes an application with its newborns") {
  const auto imported = exchange::import_records(map_named("fhir-birth"), bundle()).value();
  REQUIRE(imported.births.size() == 1);
  const auto& birth = imported.births.front();
  CHECK(findings_of(birth) == "none");
  CHECK(birth.message == "B-1");
  CHECK(to_string(*birth.sent_at) == "2019-06-08T16:00");
  REQUIRE(birth.application->newborn_count() == 2);
  CHECK(fact(birth, "mother.name") == "李晓梅");
  CHECK(fact(birth, "mother.id_number") == "330782199103120022");
  CHECK(fact(birth, "mother.inpatient_number") == "ZY001");
  CHECK(fact(birth, "father.name") == "王刚");
  CHECK(fact(birth, "birth.mode") == "caesarean");
  CHECK(fact(birth, "birth.parity") == "1");
  CHECK(fact(birth, "newborn.weight_g", 0) == "2530");
  CHECK(fact(birth, "newborn.weight_g", 1) == "2480");
  CHECK(fact(birth, "newborn.born_at", 1) == "2019-06-08T14:26:00");
  std::vector<std::string> places;
  for (const auto& place : imported.unread) places.push_back(place.path);
  CHECK(joined(std::move(places)).find("Patient/") == std::string::npos);
}

TEST_CASE("a Bundle is written with lists where FHIR has them, and references that lead to its entries") {
  auto births = invented_births(5);
  const Plan plan = birthcase::plan(built_in("base"), births.back(), Date(2019, 7, 1));
  REQUIRE(plan.newborns() == 2);
  const auto text = exchange::export_records(map_named("fhir-birth"), std::span(&plan, 1)).value().text;
  const auto bundle = boost::json::parse(text);
  CHECK(bundle.at("resourceType") == "Bundle");
  std::vector<std::string> urls;
  for (const auto& entry : bundle.at("entry").as_array()) urls.emplace_back(entry.at("fullUrl").as_string());
  std::size_t mothers = 0;
  for (const auto& entry : bundle.at("entry").as_array()) {
    const auto& resource = entry.at("resource").as_object();
    const auto type = resource.at("resourceType").as_string();
    if (type == "RelatedPerson" || type == "Patient") {
      if (const auto* name = resource.if_contains("name")) CHECK(name->is_array());
    }
    if (type == "RelatedPerson") {
      CHECK(resource.at("relationship").at(0).at("coding").is_array());
      mothers += resource.at("relationship").at(0).at("coding").at(0).at("code") == "MTH" ? 1 : 0;
    }
    if (type != "Observation") continue;
    CHECK(resource.at("status") == "final");
    CHECK(resource.at("code").at("coding").at(0).at("system") == "http://loinc.org");
    const std::string to(resource.at("subject").at("reference").as_string());
    CHECK(std::find(urls.begin(), urls.end(), to) != urls.end());
  }
  CHECK(mothers == 2);
}

TEST_CASE("what the map carries of a birth comes back, and the rest is known") {
  for (const Application& application : invented_births(40)) {
    const Plan plan = birthcase::plan(built_in("base"), application, Date(2019, 7, 1));
    const auto trip = exchange::round_trip(map_named("fhir-birth"), plan).value();
    std::vector<std::string> lost;
    for (const FactRef fact : trip.lost) lost.push_back(built_in("base").rules().schema.at(fact).name);
    std::sort(lost.begin(), lost.end());
    lost.erase(std::unique(lost.begin(), lost.end()), lost.end());
    for (const std::string_view carried :
         {"mother.name", "mother.phone", "father.name", "birth.mode", "birth.parity", "newborn.weight_g",
          "newborn.length_cm", "newborn.gestational_weeks", "newborn.born_at", "newborn.order"}) {
      CAPTURE(carried);
      CHECK(std::find(lost.begin(), lost.end(), carried) == lost.end());
    }
    CHECK(std::find(lost.begin(), lost.end(), "newborn.gestational_days") != lost.end());
    CHECK(trip.changed.empty());
  }
}
