// Runs the public DMN Technology Compatibility Kit's cases, where they are at hand: they are not part of the project.
// BIRTHCASE_CONFORMANCE names the file. What fails on purpose is listed, with the reason, in
// data/feel-exceptions.json.

#include <birthcase/condition.hpp>
#include <birthcase/json.hpp>

#include "feel/temporal.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace {

using birthcase::Kind;
using birthcase::Number;
using birthcase::Value;
namespace json = boost::json;

std::string path_of_cases() {
  if (const char* given = std::getenv("BIRTHCASE_CONFORMANCE")) return given;
#ifdef BIRTHCASE_SOURCE_DIR
  return std::string(BIRTHCASE_SOURCE_DIR) + "/../shared/conformance/feel-cases.ndjson";
#else
  return {};
#endif
}

std::string text_at(const json::object& object, const char* key) { return std::string(object.at(key).as_string()); }

// A value as the kit writes it, with its type.
Value typed_value(const json::object& typed) {
  const std::string type = text_at(typed, "type");
  if (type == "null") return Value::null();
  if (type == "list") {
    birthcase::List list;
    for (const auto& item : typed.at("items").as_array()) list.push_back(typed_value(item.as_object()));
    return Value::list(std::move(list));
  }
  if (type == "context") {
    birthcase::Context context;
    for (const auto& [name, entry] : typed.at("entries").as_object()) {
      context.set(std::string(name), typed_value(entry.as_object()));
    }
    return Value::context(std::move(context));
  }
  const std::string text = text_at(typed, "value");
  if (type == "boolean") return Value::boolean(text == "true");
  if (type == "string") return Value::text(text);
  if (type == "decimal") return Value::number(*Number::parse(text));
  return birthcase::feel::read_temporal(text);
}

// The kit's numbers are rounded in places.
bool is_close(const Number& got, const Number& expected) {
  const auto distance = subtract(got, expected)->absolute();
  return distance <= *Number::parse("0.00000001");
}

bool is_expected(const Value& got, const Value& expected) {
  if (got.kind() != expected.kind()) return false;
  if (got.is(Kind::number)) return is_close(got.as_number(), expected.as_number());
  if (!got.is(Kind::list)) return got == expected;
  const auto& left = got.as_list();
  const auto& right = expected.as_list();
  return left.size() == right.size() && std::equal(left.begin(), left.end(), right.begin(), is_expected);
}

enum class Outcome { passed, rejected, failed };

struct Answer {
  Outcome outcome = Outcome::passed;
  std::string what;  // of a failure
};

Answer run(const json::object& test) {
  std::vector<birthcase::NamedValues::Entry> inputs;
  for (const auto& [name, value] : test.at("inputs").as_object()) {
    inputs.emplace_back(std::string(name), typed_value(value.as_object()));
  }
  const auto names = birthcase::NamedValues::make(std::move(inputs));
  const Value expected = typed_value(test.at("expected").as_object());
  const auto expression = birthcase::Expression::compile(text_at(test, "expression"), *names);
  if (!expression) {
    if (expected.is_null()) return {Outcome::rejected, {}};
    return {Outcome::failed, "is refused: " + expression.error().message};
  }
  const Value got = expression->evaluate(names->facts());
  if (is_expected(got, expected)) return {};
  return {Outcome::failed, "is " + to_string(got) + ", expected " + to_string(expected)};
}

std::string id_of(const json::object& test) { return text_at(test, "folder") + '/' + text_at(test, "case"); }

// The cases that are known to fail, each with a reason.
std::set<std::string> exceptions() {
  std::ifstream file(std::string(BIRTHCASE_SOURCE_DIR) + "/tests/data/feel-exceptions.json");
  REQUIRE(file);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  std::set<std::string> ids;
  for (const auto& exception : json::parse(text).as_array()) {
    CHECK_FALSE(text_at(exception.as_object(), "reason").empty());
    ids.insert(text_at(exception.as_object(), "case"));
  }
  return ids;
}

using Counts = std::map<Outcome, int>;

void print(const std::string& subject, Counts& counts) {
  std::cout << "FEEL conformance: " << subject << ": " << counts[Outcome::passed] << " passed, "
            << counts[Outcome::rejected] << " rejected at load, " << counts[Outcome::failed] << " failed\n";
}

// By suite and folder; an empty folder stands for the whole suite, an empty suite for all.
using Table = std::map<std::pair<std::string, std::string>, Counts>;

void count(const json::object& test, Outcome outcome, Table& table) {
  const std::string suite = text_at(test, "suite");
  ++table[{suite, text_at(test, "folder")}][outcome];
  ++table[{suite, {}}][outcome];
  ++table[{}][outcome];
}

}  // namespace

TEST_CASE("every case of the DMN kit passes, or is rejected at load where null is expected, or is a listed exception") {
  std::ifstream file(path_of_cases());
  if (!file) {
    std::cout << "FEEL conformance: skipped, there are no cases at hand (BIRTHCASE_CONFORMANCE names the file)\n";
    return;
  }
  std::set<std::string> listed = exceptions();
  Table table;
  for (std::string line; std::getline(file, line);) {
    const json::value parsed = json::parse(line);
    const json::object& test = parsed.as_object();
    const Answer answer = run(test);
    count(test, answer.outcome, table);
    const bool is_listed = listed.erase(id_of(test)) > 0;
    INFO(id_of(test), ": ", text_at(test, "expression"), " ", answer.what);
    CHECK((answer.outcome == Outcome::failed) == is_listed);
  }
  for (const std::string& id : listed) FAIL_CHECK(id, " is listed as an exception, and there is no such case");
  for (auto& [subject, counts] : table) {
    const auto& [suite, folder] = subject;
    print(suite.empty() ? "in all" : suite + (folder.empty() ? "" : ' ' + folder), counts);
  }
  CHECK(table.at({})[Outcome::passed] > 0);
}
