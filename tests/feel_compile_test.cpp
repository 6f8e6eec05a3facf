#include "feel_facts.hpp"

#include <doctest/doctest.h>

#include <string>

using birthcase::Condition;
using birthcase::Error;
using birthcase::ErrorKind;
using birthcase::Expression;
using birthcase::Kind;
using birthcase::Value;
using birthcase::testing::FactsOfTest;

namespace {

Error error_of(std::string_view text) {
  const FactsOfTest facts;
  const auto condition = Condition::compile(text, facts);
  return condition ? Error{.message = "accepted"} : condition.error();
}

bool mentions(const Error& error, std::string_view part) { return error.message.find(part) != std::string::npos; }

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("a name that does not exist is refused with its column and the nearest that does") {
  const Error error = error_of("local and mother.hukou.divison = \"330782\"");
  CHECK(error.kind == ErrorKind::unknown_name);
  CHECK(error.column == 11);
  CHECK(mentions(error, "mother.hukou.division"));
}

TEST_CASE("columns count characters, not bytes") {
  const Error error = error_of("mother.name = \"乌鲁木齐\" and fremd");
  CHECK(error.column == 26);
}

TEST_CASE("an error shows a name up to its first control character") {
  for (const std::string text : {"marriage.status = \"1\n1\"", "marriage.status = \"1\\n1\""}) {
    CHECK(error_of(text).message.starts_with("\"1\" is not among"));
  }
}

TEST_CASE("a misspelt fact of a group is not taken for an entry of the group") {
  const Error error = error_of("father.nam = null");
  CHECK(error.kind == ErrorKind::unknown_name);
  CHECK(mentions(error, "father.name"));
}

TEST_CASE("a code that is not in the fact's table is refused wherever it is compared") {
  for (const std::string text : {"marriage.status = \"11\"", "\"11\" != marriage.status",
                                 "marriage.status in [\"10\", \"11\"]", "marriage.status in (\"10\", \"11\")",
                                 "marriage.status in \"11\"", "some n in newborns satisfies n.sex = \"11\""}) {
    CAPTURE(text);
    const Error error = error_of(text);
    CHECK(error.kind == ErrorKind::unknown_name);
    CHECK(mentions(error, "\"11\""));
    CHECK(error.column > 0);
  }
  CHECK(error_of("marriage.status in [\"10\", \"20\"]").message == "accepted");
}

TEST_CASE("types that never go together are refused at load") {
  for (const std::string text :
       {"birth.weight = \"3000\"", "mother.name < 3", "birth.weight + mother.name = 1", "mother.name and local",
        "birth.weight", "not(mother.name)", "local < true", "birth.weight between \"a\" and \"b\"",
        "string length(birth.weight) > 1", "birth.weight.year = 1", "birth.weight in [\"a\"..\"b\"]",
        "if mother.name then true else false", "shout loudly(birth.weight) = \"a\""}) {
    CAPTURE(text);
    CHECK(error_of(text).kind == ErrorKind::wrong_type);
  }
}

TEST_CASE("null may be compared with everything") {
  CHECK(error_of("birth.weight = null or null = mother.name").message == "accepted");
}

TEST_CASE("a constant that can only be null is refused in a condition") {
  CHECK(error_of("applied on > date(\"2019-02-30\")").kind == ErrorKind::out_of_range);
  CHECK(error_of("applied on > @\"2019-02-30\"").kind == ErrorKind::syntax);
}

TEST_CASE("no clock is read") {
  CHECK(mentions(error_of("applied on < today()"), "no clock"));
  CHECK(mentions(error_of("now() = null"), "no clock"));
}

TEST_CASE("an unknown function is refused with the nearest that exists") {
  const Error error = error_of("sting length(mother.name) = 1");
  CHECK(error.kind == ErrorKind::unknown_name);
  CHECK(mentions(error, "string length"));
}

TEST_CASE("malformed expressions are refused with a column") {
  for (const std::string text : {"",
                                 "   ",
                                 "1 +",
                                 "(1",
                                 "[1, 2",
                                 "\"open",
                                 "{a: 1",
                                 "if local then 1",
                                 "1 2",
                                 "local and",
                                 "a..b",
                                 "f(",
                                 ")",
                                 "some x in",
                                 "for x in [1] retrun x",
                                 "\"\\ud800\"",
                                 "/* open",
                                 "1 == 1",
                                 "local = = true",
                                 "#",
                                 "'text'",
                                 "function(x) x",
                                 "every",
                                 "in",
                                 "[1..2",
                                 "@\"x\"",
                                 "@",
                                 "{a 1}",
                                 "{a: 1, a: 2}",
                                 "between",
                                 "1 between 2"}) {
    CAPTURE(text);
    const Error error = error_of(text);
    CHECK(error.message != "accepted");
    CHECK(error.column > 0);
  }
  CHECK(error_of("mother.name = \"\xff\"").kind == ErrorKind::encoding);
}

TEST_CASE("nesting, length, operators in a row and names are bounded") {
  CHECK(error_of(repeated("(", 60) + "local" + repeated(")", 60)).message == "accepted");
  for (const std::string& text :
       {repeated("(", 100000).substr(0, 60000), repeated("[", 100) + repeated("]", 100), repeated("not(", 9000),
        repeated("-", 60000) + "1", "local = " + repeated("1 + ", 10000) + "1", repeated("if true then 1 else ", 3000),
        "1" + repeated("[1]", 20000), repeated("for x in 1 return ", 3000), repeated("{a:", 9000)}) {
    CHECK(error_of(text).message != "accepted");
  }
  CHECK(error_of(std::string(70000, ' ') + "local").kind == ErrorKind::out_of_range);
  CHECK(error_of("local" + repeated(" or local", 5000)).message == "accepted");
}

TEST_CASE("an expression knows its text, its kind and the facts it names") {
  const FactsOfTest facts;
  const auto expression = Expression::compile("mother.name = \"a\" or mother.name = birth.place", facts);
  CHECK_FALSE(expression.has_value());
  const auto second = Expression::compile("if local then mother.name else father.name", facts);
  REQUIRE(second.has_value());
  CHECK(second->kind() == Kind::text);
  CHECK(second->text() == "if local then mother.name else father.name");
  CHECK(second->mentions().size() == 3);
}

TEST_CASE("names may contain spaces, and functions of the vocabulary too") {
  FactsOfTest facts;
  facts.set("applied on", Value::date(birthcase::CivilDate{2019, 5, 6}));
  CHECK(facts.evaluate("applied   on = @\"2019-05-06\"") == Value::boolean(true));
  CHECK(facts.evaluate("applied on.year") == Value::number(2019));
  CHECK(facts.evaluate("shout loudly(\"a\")") == Value::text("a!"));
  CHECK(facts.evaluate("shout loudly(null)").is_null());
}
