// Runs the public DMN Technology Compatibility Kit's cases, where they are at hand: they are not part of the project.

#include <birthcase/condition.hpp>
#include <birthcase/json.hpp>

#include "feel/temporal.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

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

Outcome run(const json::object& test) {
  std::vector<birthcase::NamedValues::Entry> inputs;
  for (const auto& [name, value] : test.at("inputs").as_object()) {
    inputs.emplace_back(std::string(name), typed_value(value.as_object()));
  }
  const auto names = birthcase::NamedValues::make(std::move(inputs));
  const Value expected = typed_value(test.at("expected").as_object());
  const auto expression = birthcase::Expression::compile(text_at(test, "expression"), *names);
  if (!expression) {
    if (expected.is_null()) return Outcome::rejected;
    MESSAGE(text_at(test, "folder") << ": " << text_at(test, "expression")
                                    << " is refused: " << expression.error().message);
    return Outcome::failed;
  }
  const Value got = expression->evaluate(names->facts());
  if (is_expected(got, expected)) return Outcome::passed;
  MESSAGE(text_at(test, "folder") << ": " << text_at(test, "expression") << " is " << to_string(got) << ", expected "
                                  << to_string(expected));
  return Outcome::failed;
}

}  // namespace

TEST_CASE("every case of the DMN kit that is at hand passes, or is refused at load where null is expected") {
  std::ifstream file(path_of_cases());
  if (!file) {
    std::cout << "FEEL conformance: skipped, there are no cases at hand (BIRTHCASE_CONFORMANCE names the file)\n";
    return;
  }
  std::map<std::string, std::map<Outcome, int>> counts;
  for (std::string line; std::getline(file, line);) {
    const json::value test = json::parse(line);
    ++counts[text_at(test.as_object(), "folder")][run(test.as_object())];
  }
  std::map<Outcome, int> total;
  for (auto& [folder, count] : counts) {
    std::cout << "FEEL conformance: " << folder << ": " << count[Outcome::passed] << " passed, "
              << count[Outcome::rejected] << " refused at load, " << count[Outcome::failed] << " failed\n";
    for (const auto& [outcome, number] : count) total[outcome] += number;
  }
  std::cout << "FEEL conformance: in all " << total[Outcome::passed] << " passed, " << total[Outcome::rejected]
            << " refused at load, " << total[Outcome::failed] << " failed\n";
  CHECK(total[Outcome::failed] == 0);
}
