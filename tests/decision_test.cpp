#include "feel/decision.hpp"

#include <birthcase/condition.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using birthcase::Condition;
using birthcase::NamedValues;
using birthcase::Value;
using birthcase::feel::Decision;
using birthcase::feel::Logic;

namespace {

std::vector<std::string> atoms_of(const Decision& decision) {
  std::vector<std::string> texts;
  for (const auto& atom : decision.atoms()) texts.push_back(atom.text);
  return texts;
}

NamedValues facts(Value a, Value b, Value channel) {
  return *NamedValues::make({{"a", std::move(a)}, {"b", std::move(b)}, {"channel", std::move(channel)}});
}

std::vector<std::string> deciding(const std::string& text, const NamedValues& values) {
  const auto condition = Condition::compile(text, values);
  REQUIRE(condition.has_value());
  const Decision decision(*condition);
  const auto answers = decision.answers(values.facts());
  CHECK((decision.evaluate(answers) == Logic::yes) == (condition->test(values.facts()) == birthcase::Truth::yes));
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (decision.decides(i, answers)) texts.push_back(decision.atoms()[i].text);
  }
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a condition is split where and, or, not, if and in join it") {
  const auto values = facts(Value::number(1), Value::number(2), Value::text("hospital"));
  const auto atoms = [&](const std::string& text) { return atoms_of(Decision(*Condition::compile(text, values))); };
  CHECK(atoms("a > 1") == Texts{"a > 1"});
  CHECK(atoms("a > 1 and not(b = 2 or (a+b) > 3)") == Texts{"a > 1", "b = 2", "(a+b) > 3"});
  CHECK(atoms("if a = 1 then b = 2 else b between 3 and 4") == Texts{"a = 1", "b = 2", "b between 3 and 4"});
  CHECK(atoms("channel in (\"hospital\", \"mobile\") or a = 1") ==
        Texts{"channel in (\"hospital\")", "channel in (\"mobile\")", "a = 1"});
  CHECK(atoms("a = 1 or b = 2 and a = 1") == Texts{"a = 1", "b = 2"});
  CHECK(atoms("(some x in [a, b] satisfies x = 1 or x = 2) and a = 1") ==
        Texts{"(some x in [a, b] satisfies x = 1 or x = 2)", "a = 1"});
  CHECK(atoms("true and a = 1") == Texts{"a = 1"});
}

TEST_CASE("an atom decides if its opposite would turn the whole") {
  const auto values = facts(Value::number(1), Value::number(2), Value::text("hospital"));
  CHECK(deciding("a = 1 and b = 2", values) == Texts{"a = 1", "b = 2"});
  CHECK(deciding("a = 1 or b = 2", values).empty());
  CHECK(deciding("a = 9 and b = 2", values) == Texts{"a = 9"});
  CHECK(deciding("a = 9 and b = 9", values).empty());
  CHECK(deciding("not(a = 9) and (b = 2 or a = 7)", values) == Texts{"a = 9", "b = 2"});
  CHECK(deciding("if a = 1 then b = 2 else b = 9", values) == Texts{"a = 1", "b = 2"});
  CHECK(deciding("channel in (\"hospital\", \"mobile\")", values) == Texts{"channel in (\"hospital\")"});
  CHECK(deciding("a = 1 and b = 2 or a = 1 and b = 3", values) == Texts{"a = 1", "b = 2"});
}

TEST_CASE("what is unknown or null decides nothing, and hides what hangs on it") {
  const auto values = facts(Value(), Value::null(), Value::text("hospital"));
  CHECK(deciding("a = 1 and channel = \"hospital\"", values).empty());
  CHECK(deciding("a = 1 and channel = \"mobile\"", values).empty());
  CHECK(deciding("b > 1 or channel = \"hospital\"", values) == Texts{"channel = \"hospital\""});
}
