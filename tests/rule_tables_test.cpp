// The list of tables of rules against everything that says which tables there are: schema, page, coverage, documents.
#include "profile/rule_tables.hpp"

#include <birthcase/coverage.hpp>
#include <birthcase/profile.hpp>

#include "applications.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

using Names = std::set<std::string>;

// The tables whose rows are rules, of an object that the schema describes.
Names rule_tables_of(const boost::json::object& schema, const boost::json::object& described) {
  constexpr std::string_view definitions = "#/$defs/";
  Names tables;
  for (const auto& [name, member] : described.at("properties").as_object()) {
    const auto* items = member.as_object().if_contains("items");
    const auto* reference = (items != nullptr ? *items : member).as_object().if_contains("$ref");
    if (reference == nullptr) continue;
    const auto row = reference->as_string().subview(definitions.size());
    const auto* head = schema.at("$defs").at(row).as_object().if_contains("$ref");
    if (head != nullptr && head->as_string() == "#/$defs/rule") tables.emplace(name);
  }
  return tables;
}

// The ids of the rows under a key, which has a list of them or one.
void add_ids(Names& ids, const boost::json::object& object, std::string_view key) {
  const auto add = [&ids](const boost::json::value& row) { ids.emplace(row.at("id").as_string()); };
  const auto* rows = object.if_contains(key);
  if (rows == nullptr) return;
  if (rows->is_object()) return add(*rows);
  for (const auto& row : rows->as_array()) add(row);
}

std::string every_table() { return source_file("tests/schemas/every-table.json"); }

}  // namespace

TEST_CASE("the tables of rules are those of the schema of profiles") {
  const auto schema = boost::json::parse(source_file("schemas/profile.schema.json")).as_object();
  Names of_profile;
  Names of_services;
  profile::for_each_table([&](const auto& table) {
    if (table.in_service.empty()) {
      of_profile.emplace(table.name);
    } else {
      of_services.emplace(table.in_service);
    }
  });
  CHECK(of_profile == rule_tables_of(schema, schema));
  CHECK(of_services == rule_tables_of(schema, schema.at("$defs").at("service").as_object()));
}

TEST_CASE("each rule of a document with every table is visited once, in its table") {
  const auto document = boost::json::parse(every_table()).as_object();
  const Profile profile = Profile::parse(every_table()).value();
  profile::for_each_table(profile.rules(), [&](const auto& table, const auto& rows) {
    CAPTURE(std::string(table.name));
    Names written;
    if (table.in_service.empty()) add_ids(written, document, table.name);
    for (const auto& service : document.at("services").as_array()) {
      if (!table.in_service.empty()) add_ids(written, service.as_object(), table.in_service);
    }
    Names visited;
    for (const Rule& rule : rows) CHECK(visited.insert(rule.id).second);
    CHECK_FALSE(visited.empty());
    CHECK(visited == written);
  });
}

TEST_CASE("coverage counts every table of rules, and beside them what has a condition or dates and is no rule") {
  Coverage coverage;
  for (const std::string_view id : Profile::built_in_ids()) coverage.expect(built_in(id));
  Names others;
  for (const Obligation& obligation : coverage.obligations()) others.insert(obligation.table);
  profile::for_each_table(
      [&](const auto& table) { CHECK_MESSAGE(others.erase(std::string(table.name)) == 1, table.name); });
  CHECK(others == Names{"alternatives", "form", "keys", "profile"});
}

TEST_CASE("the page on profiles has every table, and says in which the first rule that applies decides") {
  const std::string page = source_file("docs/profiles.md");
  std::string first;
  profile::for_each_table_of_profile([&](const auto& table) {
    CHECK_MESSAGE(page.find("\n| `" + std::string(table.name) + "` | ") != std::string::npos, table.name);
    if (table.decides != profile::Decides::first) return;
    first += (first.empty() ? "`" : ", `") + std::string(table.name) + "`";
  });
  std::string words = page;
  for (auto at = words.find('\n'); at != std::string::npos; at = words.find('\n', at)) words[at] = ' ';
  CHECK(words.find("In tables where the first rule that applies decides (" + first + ")") != std::string::npos);
}
