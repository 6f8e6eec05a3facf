// What is written by a map is read back to the same facts.
#include <birthcase/exchange/export.hpp>
#include <birthcase/plan_json.hpp>
#include <birthcase/text.hpp>

#include "applications.hpp"
#include "exchange/records.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

Plan plan_of(const Application& application) {
  return plan(application.profile(), application, applied_on(application).value_or(Date(2019, 7, 1)));
}

// The slots that a map reads and writes without a condition.
std::set<std::pair<bool, std::uint16_t>> carried_by(const exchange::Map& map) {
  std::set<std::pair<bool, std::uint16_t>> slots;
  for (const exchange::MapRow& row : map.content().rows) {
    if (row.reads() && row.writes() && !row.when) slots.emplace(row.field->slot.newborn, row.field->slot.index);
  }
  return slots;
}

// Facts that the map carries and that did not come back, although nothing was said about them.
std::string lost_in_silence(const exchange::Map& map, const Plan& plan, const exchange::RoundTrip& trip) {
  const auto carried = carried_by(map);
  std::set<std::string> told;
  for (const auto& found : trip.exported.findings) told.insert(found.finding.path);
  std::vector<std::string> lost;
  for (const FactRef fact : trip.lost) {
    const bool is_carried = carried.contains({fact.newborn != FactRef::family, fact.index});
    const bool is_none = plan.value(fact).is_null();
    if (is_carried && !is_none && !told.contains(fact_path(map.profile(), fact))) {
      lost.push_back(fact_name(map.profile(), fact));
    }
  }
  return joined(std::move(lost));
}

std::string changed(const exchange::Map& map, const exchange::RoundTrip& trip) {
  std::vector<std::string> names;
  for (const FactRef fact : trip.changed) names.push_back(fact_name(map.profile(), fact));
  return joined(std::move(names));
}

}  // namespace

TEST_CASE("every field that a map carries comes back, for every example") {
  for (const std::string& name : Example::names()) {
    const Example example = Example::named(name);
    for (const std::string_view id : exchange::Map::built_in_ids()) {
      CAPTURE(name);
      CAPTURE(id);
      const auto map = map_named(id);
      const Plan plan = plan_of(suited(id, example.read(built_in("base"))));
      const auto trip = exchange::round_trip(map, plan);
      if (!trip) {  // the record lacks what the map requires
        CHECK(trip.error().message == "");
        continue;
      }
      CHECK(changed(map, *trip) == "none");
      const auto required = [](const exchange::SourceFinding& f) { return f.finding.code == "value-missing"; };
      const auto& findings = trip->exported.findings;
      if (std::none_of(findings.begin(), findings.end(), required)) CHECK(lost_in_silence(map, plan, *trip) == "none");
    }
  }
}

TEST_CASE("forty invented births of each format come back whole") {
  for (const std::string_view id : exchange::Map::built_in_ids()) {
    const auto map = map_named(id);
    std::size_t same = 0;
    for (const Application& application : invented_births(40)) {
      CAPTURE(id);
      CAPTURE(to_json(application));
      const Plan plan = plan_of(suited(id, application));
      const auto trip = exchange::round_trip(map, plan).value();
      CHECK(changed(map, trip) == "none");
      CHECK(lost_in_silence(map, plan, trip) == "none");
      same += trip.same.size();
    }
    CHECK(same > 40 * 2);
  }
}

TEST_CASE("many births in one text are the same births when they are read") {
  const auto map = map_named("hospital-view");
  std::vector<Plan> plans;
  for (const Application& application : invented_births(60)) plans.push_back(plan_of(application));
  const auto exported = exchange::export_records(map, plans).value();
  CHECK_FALSE(find_invalid_gb18030(exported.text));
  const auto imported = exchange::import_records(map, exported.text).value();
  REQUIRE(imported.births.size() == plans.size());
  for (std::size_t i = 0; i < plans.size(); ++i) {
    CAPTURE(i);
    REQUIRE(imported.births[i].application);
    CHECK(imported.births[i].application->newborn_count() == plans[i].newborns());
    CHECK(fact(imported.births[i], "mother.name") ==
          to_string(plans[i].facts().family.at(built_in("base").rules().schema.find("mother.name")->slot.index)));
  }
}

TEST_CASE("for a service only what its form asks is written") {
  const auto map = map_named("henan-sfb");
  const Plan plan = plan_of(Example::named("yiwu-local").read(built_in("base")));
  const auto all = exchange::export_records(map, std::span(&plan, 1)).value().text;
  const auto vaccination = exchange::export_records(map, std::span(&plan, 1), {"vaccination-certificate"}).value().text;
  CHECK(all.find("<sfb18>") != std::string::npos);
  CHECK(vaccination.find("<sfb16>") != std::string::npos);
  CHECK(vaccination.find("<sfb18>") == std::string::npos);
  CHECK(exchange::export_records(map, std::span(&plan, 1), {"no-such-service"}).has_error());
}

TEST_CASE("a row with a condition writes the spouse of whoever is insured") {
  const auto map = map_named("insurance-25003");
  Example example = Example::named("ruian-with-benefit");
  const auto written = [&](std::string_view who) {
    example.set("/benefit/claimed_by", boost::json::string(who));
    const Plan plan = plan_of(example.read(built_in("base")));
    const auto exported = exchange::export_records(map, std::span(&plan, 1)).value();
    return boost::json::parse(exported.text).at("input").at("spus_name").as_string();
  };
  CHECK(written("mother") == example.document().at_pointer("/father/name").as_string());
  CHECK(written("father") == example.document().at_pointer("/mother/name").as_string());
}

TEST_CASE("what the format cannot hold is said and not cut off") {
  auto births = invented_births(1);
  births.front().put("residence.address", Value::text(std::string(250, 'a'))).value();
  births.front().put("mother.id_type", Value::text("02")).value();
  const Plan plan = plan_of(births.front());
  const auto exported = exchange::export_records(map_named("d301-xml"), std::span(&plan, 1)).value();
  std::vector<std::string> codes;
  for (const auto& found : exported.findings) codes.push_back(found.finding.code + ' ' + found.source);
  CHECK(joined(std::move(codes)) == "code-not-written MQ_SFZJLX, value-too-long MQ_ZZ");
}
