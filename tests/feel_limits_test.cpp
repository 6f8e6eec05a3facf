// Expressions made to be slow or large end soon, with null.

#include "feel_facts.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using birthcase::Value;
using birthcase::testing::FactsOfTest;

namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("an evaluation that would take too long answers null") {
  const FactsOfTest facts;
  for (const std::string& text : std::initializer_list<std::string>{
           "count(for a in 1..100000, b in 1..100000 return a)",
           "some a in 1..100000, b in 1..100000 satisfies a = b + 200000",
           "count(1..2)",
           "for i in 1..1000000000000 return i",
           "for i in -4611686018427387904..4611686018427387904 return i",
           "count(distinct values(for i in 1..100000 return i))",
           "count(for i in 1..500000 return sqrt(i))",
           "sum(for i in 1..500000 return 1.1 ** 0.3)",
           "count(for x in 1..1000 return (x = 0" + repeated(" or x = 0", 5000) + "))",
           "count(for x in 1..1000 return x in (0" + repeated(", < 0", 5000) + "))",
           "{l: [1" + repeated(", 1", 5000) + "], r: count(for x in 1..1000 return l = [1" + repeated(", 1", 5000) +
               "])}.r",
           "{l: for x in 1..5000 return x, r: count(for x in 1..1000 return l instance of list<number>)}.r",
           "matches(string join(for i in 1..3000 return \"a\", \"\"), \"(a+)+(a+)+(a+)+b\")",
       }) {
    CAPTURE(text);
    const Value value = facts.evaluate(text);
    CHECK((value.is_null() || (value.is(birthcase::Kind::text) && value.as_text().starts_with("refused"))));
  }
}

TEST_CASE("values that double themselves do not fill the memory") {
  const FactsOfTest facts;
  std::string lists = "[1]";
  std::string texts = "\"0123456789\"";
  for (int i = 0; i < 40; ++i) {
    lists = "(function(x) [x, x])(" + lists + ")";
    texts = "(function(x) x + x)(" + texts + ")";
  }
  CHECK(facts.evaluate("string(" + lists + ")").is_null());
  CHECK(facts.evaluate("count(flatten(" + lists + "))") != Value::number(1LL << 40));
  CHECK(facts.evaluate(texts).is_null());
}

TEST_CASE("numbers out of range are null, not wrong") {
  const FactsOfTest facts;
  for (const std::string text :
       {"10 ** 100000", "10 ** 1e30", "exp(1e10)", "1 / 0", "1e6000 * 1e6000", "decimal(1, 1e30)", "date(1e18, 1, 1)",
        "@\"999999999-12-31\" + @\"P1D\"", "@\"P999999999999D\" * 1e30", "@\"P1Y\" * 1e30", "[1][1e30]",
        "substring(\"abc\", 1e30)", "modulo(1, 0)"}) {
    CAPTURE(text);
    CHECK(facts.evaluate(text).is_null());
  }
}
