// Functions that an expression makes, and what takes them.

#include "feel_facts.hpp"

#include <doctest/doctest.h>

#include <string>

using birthcase::CivilDate;
using birthcase::Condition;
using birthcase::Expression;
using birthcase::FactRefs;
using birthcase::Trace;
using birthcase::Truth;
using birthcase::Value;
using birthcase::testing::FactsOfTest;

namespace {

// Every pair is an expression and one that says what it is equal to.
struct Same {
  std::string expression;
  std::string expected;
};

void check(std::initializer_list<Same> pairs) {
  const FactsOfTest facts;
  for (const auto& [expression, expected] : pairs) {
    CAPTURE(expression);
    CHECK(facts.evaluate(expression) == facts.evaluate(expected));
  }
}

std::string refusal(std::string_view text) {
  const FactsOfTest facts;
  const auto expression = Expression::compile(text, facts);
  return expression ? "accepted" : expression.error().message;
}

bool is_refused(std::string_view text, std::string_view because) {
  const std::string message = refusal(text);
  CAPTURE(message);
  CHECK(message.find(because) != std::string::npos);
  return message != "accepted";
}

}  // namespace

TEST_CASE("a function is called where it stands, by its name, with arguments by place or by name") {
  check({{"(function(a, b) a - b)(5, 3)", "2"},
         {"{f: function(a, b) a - b, r: f(5, 3)}.r", "2"},
         {"{f: function(a, b) a - b, r: f(b: 5, a: 3)}.r", "-2"},
         {"{lib: {f: function(a) a * 2, n: 4}, r: lib.f(lib.n)}.r", "8"},
         {"{n: 4, f: function(a) a * n}.f(3)", "12"},
         {"{inner: {n: 4, more: {f: function(a) a * n}}}.inner.more.f(3)", "12"},
         {"for x in [1, 2] return (function(y) x + y)(10)", "[11, 12]"},
         {"(function() \"none\")()", "\"none\""}});
}

TEST_CASE("functions are given to functions and made by functions, and keep what they were made with") {
  check({{"{twice: function(f, x) f(f(x)), r: twice(function(n) n * 3, 2)}.r", "18"},
         {"{add: function(a) function(b) a + b, r: add(2)(3)}.r", "5"},
         {"{add: function(a) function(b) a - b, five: add(5), one: add(1), r: [five(3), one(3)]}.r", "[2, -2]"},
         {"{call: function(f, g) f(g(-5)), r: call(sqrt, abs)}.r = sqrt(5)", "true"},
         {"{a: 10, add: function(a) function(b) a * b, r: {a: 7, s: add(100)(2)}.s}.r", "200"},
         {"{f: function(x) x + 1, g: function(x) f(x) * f(x + 1), r: f(g(f(1)))}.r", "13"}});
}

TEST_CASE("a call of a function within its own arguments does not mix them up") {
  check({{"{f: function(a, b) 10 * a + b, r: f(f(1, 2), f(3, f(4, 5)))}.r", "195"}});
}

TEST_CASE("parameters may have types") {
  check({{"(function(a: number, l: list<number>) a + sum(l))(1, [2, 3])", "6"},
         {"{x: [1, \"a\"], r: (function(a: number) a)(x[1])}.r", "1"},
         {"{x: [1, \"a\"], r: (function(a: number) a)(x[2])}.r", "null"}});
  CHECK(is_refused("(function(a: number) a)(\"x\")", "takes a number, not a string"));
  CHECK(is_refused("(function(a: nothing) a)(1)", "no such type"));
}

TEST_CASE("a function is no value") {
  for (const std::string text :
       {"function(x) x", "[function(x) x]", "if true then abs else abs", "{f: abs, r: f = null}", "string(abs)",
        "for x in [1] return abs", "abs + 1", "(function(f) f)(abs)", "some f in [abs] satisfies f(1) = 1"}) {
    CAPTURE(text);
    CHECK(is_refused(text, "not a value"));
  }
  check({{"abs instance of function", "true"},
         {"(function() 1) instance of number", "false"},
         {"1 instance of function<> -> Any", "false"},
         {"1 instance of function<number, string> -> list<Any>", "false"},
         {"{a: 1, f: abs}", "{a: 1}"}});
  CHECK(is_refused("abs instance of function<number> -> number", "not asked"));
}

TEST_CASE("a faulty function is refused with its column, called or not") {
  const FactsOfTest facts;
  const auto unused = Expression::compile("{f: function(x) nam, r: 1}.r", facts);
  REQUIRE_FALSE(unused.has_value());
  CHECK(unused.error().column == 17);
  const auto called = Expression::compile("{f: function(x) x + 1, r: f(\"a\")}.r", facts);
  REQUIRE_FALSE(called.has_value());
  CHECK(called.error().column == 19);
  CHECK(is_refused("{f: function(x) x, r: f()}.r", "takes other arguments"));
  CHECK(is_refused("{f: function(x) x, r: f(y: 1)}.r", "takes other arguments"));
  CHECK(is_refused("{f: function(x) f(x), r: f(1)}.r", "no function \"f\""));
  CHECK(is_refused("(function(x) external {java: {}})(1)", "outside"));
  CHECK(is_refused("{f: 1, r: f(1)}.r", "cannot be called"));
}

TEST_CASE("lists are sorted and their items replaced as a function says") {
  check({{"sort([3, 1, 2], function(x, y) x < y)", "[1, 2, 3]"},
         {"sort([5, 4, 3, 2, 1, 9, 8, 7, 6], function(x, y) x < y)", "[1, 2, 3, 4, 5, 6, 7, 8, 9]"},
         {"sort(precedes: function(x, y) x > y, list: [3, 1, 2])", "[3, 2, 1]"},
         {"sort([], function(x, y) x < y)", "[]"},
         {"sort([{k: 2, v: 1}, {k: 1, v: 2}, {k: 2, v: 3}, {k: 1, v: 4}], function(x, y) x.k < y.k).v", "[2, 4, 1, 3]"},
         {"sort([1, \"a\"], function(x, y) x < y)", "null"},
         {"list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)", "[5, 5, 7, 8]"},
         {"list replace(match: function(item, newItem) item = 2, newItem: 4, list: [1, 2])", "[1, 4]"},
         {"list replace([1, 2], 2.9, 4)", "[1, 4]"}});
  CHECK(is_refused("sort([1], 2)", "takes a function"));
  CHECK(is_refused("sort([1])", "does not take these arguments"));
  CHECK(is_refused("sort([1], function(x) true)", "takes other arguments"));
}

TEST_CASE("newborns stay newborns in functions and when sorted") {
  FactsOfTest facts;
  facts.set(0, "newborn.weight_g", Value::number(3000));
  facts.set(1, "newborn.weight_g", Value::number(2400));
  CHECK(facts.evaluate("sort(newborns, function(a, b) a.weight_g < b.weight_g)[1].weight_g") == Value::number(2400));
  CHECK(facts.evaluate("(function(all) count(all[weight_g < 2500]))(newborns)") == Value::number(1));
  CHECK(is_refused("(function(n) n.weigth_g)(newborns[1])", "newborn.weight_g"));
}

TEST_CASE("contexts are made, changed and merged") {
  check({{"context([{key: \"a\", value: 1}, {key: \"b\", value: null}])", "{a: 1, b: null}"},
         {"context([{key: \"a\", value: 1}, {key: \"a\", value: 2}])", "null"},
         {"context({key: \"a\", value: 1})", "{a: 1}"},
         {"context put({a: 1}, \"a\", 2)", "{a: 2}"},
         {"context put({x: 1, y: {a: 0}}, [\"y\", \"a\"], 2)", "{x: 1, y: {a: 2}}"},
         {"context put(context: {x: 1, y: {a: 0}}, keys: [\"y\", \"a\"], value: 2)", "{x: 1, y: {a: 2}}"},
         {"context put({x: 1}, [\"x\", \"a\"], 2)", "null"},
         {"context merge([{a: 1, b: 1}, {b: 2}])", "{a: 1, b: 2}"},
         {"context merge([{a: 1}, 2])", "null"}});
}

TEST_CASE("a range is read from a text whose ends are literals") {
  check({{"range(\"[1..3]\")", "[1..3]"},
         {"range(\"(18..21[\")", "(18..21)"},
         {"range(\"[date(\\\"1970-01-01\\\")..@\\\"1970-01-02\\\"]\")", "[@\"1970-01-01\"..@\"1970-01-02\"]"},
         {"range(\"[3..1]\")", "null"},
         {"range(\"[1..]\")", "null"},
         {"range(\"[count(string(1))..3]\")", "null"},
         {"range(\"[local..3]\")", "null"},
         {"range(\">= 10\")", "null"},
         {"range(\"]\")", "null"},
         {"range(\"(function(x) [1..x])(3)\")", "null"}});
}

TEST_CASE("loops go through numbers, days and ranges of them, and see what they made so far") {
  check({{"for i in 0..4 return if i = 0 then 1 else i * partial[-1]", "[1, 1, 2, 6, 24]"},
         {"for i in 1..2, j in 1..2 return count(partial)", "[0, 1, 2, 3]"},
         {"for i in @\"1980-03-01\"..@\"1980-02-28\" return i", "[@\"1980-03-01\", @\"1980-02-29\", @\"1980-02-28\"]"},
         {"for i in (1..4] return i", "[2, 3, 4]"},
         {"for i in (1..2) return i", "[]"},
         {"for i in [2..1] return i", "null"},
         {"for i in [\"a\"..\"c\"] return i", "null"},
         {"some i in [1..3] satisfies i = 3", "true"},
         {"every d in [@\"2019-01-31\"..@\"2019-02-01\"] satisfies d.month = 1", "false"}});
}

TEST_CASE("what is no answer to a question makes no answer") {
  check({{"[1, 2, 3][if item < 3 then true else \"x\"]", "null"},
         {"some x in [1, 2] satisfies if x = 2 then true else \"x\"", "null"},
         {"(= 10) = [10..10]", "false"},
         {"(!= 10) = (!= 10)", "true"},
         {"10 in [(!= 10)]", "10 in [(> 10), (< 10)]"}});
  CHECK(is_refused("if \"abc\" then 1 else 2", "true or false"));
}

TEST_CASE("functions over unknown facts are unknown, and hang on the facts that still matter") {
  FactsOfTest facts;
  Trace trace;
  CHECK(facts.evaluate("(function(a, b) a = 1 or b)(birth.weight, local)", &trace).is_unknown());
  CHECK(trace.deciding == FactRefs{facts.ref("birth.weight"), facts.ref("local")});
  CHECK(facts.test("(function(a, b) if a = null then b else b)(birth.weight, local)", &trace) == Truth::unknown);
  facts.set("local", Value::boolean(true));
  CHECK(facts.test("(function(a, b) a = 1 or b)(birth.weight, local)", &trace) == Truth::yes);
  CHECK(trace.deciding.empty());
  facts.set("local", Value::boolean(false));
  CHECK(facts.test("(function(unused, b) b or foreign)(birth.weight, local)", &trace) == Truth::unknown);
  CHECK(trace.deciding == FactRefs{facts.ref("foreign")});
  CHECK(facts.evaluate("sort([birth.weight, 3], function(x, y) x < y)", &trace).is_unknown());
  CHECK(trace.deciding == FactRefs{facts.ref("birth.weight")});
  CHECK(facts.evaluate("sort([birth.weight], function(x, y) x < y)[1] = null").is_unknown());
}

TEST_CASE("functions made to be endless or large are refused at load, or end soon with null") {
  CHECK(is_refused("(function(f) f(f))(function(f) f(f))", "64 levels"));
  for (const std::string body : {"f() + f()", "[f(), f()]", "(function(a, b) 1)(f(), f())"}) {
    std::string nested = "{f: function() 1, r: f()}.r";
    std::string flat = "{f0: function() 1";
    for (int i = 1; i <= 60; ++i) {
      std::string next = body;
      for (std::size_t at = next.find("f()"); at != std::string::npos; at = next.find("f()", at + 2)) {
        next.replace(at, 1, "f" + std::to_string(i - 1));
      }
      flat += ", f" + std::to_string(i) + ": function() " + next;
    }
    flat += ", r: f60()}.r";
    CAPTURE(body);
    CHECK(refusal(nested) == "accepted");
    CHECK(refusal(flat) != "accepted");
  }
  // an argument that a function keeps is worked out again for every call
  const auto doubled = [](int times) {
    std::string text = "{a0: {v: birth.weight, f: function() v}";
    for (int i = 1; i <= times; ++i) {
      const std::string before = "a" + std::to_string(i - 1) + ".f()";
      text += ", a" + std::to_string(i) + ": {v: " + before + " + " + before + ", f: function() v}";
    }
    return text + ", r: a" + std::to_string(times) + ".f()}.r";
  };
  FactsOfTest facts;
  facts.set("birth.weight", Value::number(1));
  CHECK(facts.evaluate(doubled(3)) == Value::number(8));
  CHECK(facts.evaluate(doubled(25)).is_null());
}

TEST_CASE("blanks around a point change nothing") {
  FactsOfTest facts;
  facts.set("mother.name", Value::text("a"));
  facts.set("birth.weight", Value::number(1));
  CHECK(facts.evaluate("mother . name") == Value::text("a"));
  CHECK(facts.evaluate("{a: {b: birth. weight}, c: a . b}.c") == Value::number(1));
  CHECK(facts.test("newborn . sex = \"1\"") == Truth::unknown);
}

TEST_CASE("a constant pattern that is none of XPath's is refused in a condition") {
  const FactsOfTest facts;
  const auto refused = Condition::compile("matches(mother.name, \"(\")", facts);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().column == 22);
  CHECK_FALSE(Condition::compile("matches(mother.name, \"a\", \"q\")", facts).has_value());
  CHECK(facts.evaluate("matches(\"a\", \"(\")").is_null());
}

TEST_CASE("a constant pattern serves every call, with its flags") {
  check({{"for t in [\"ABC\", \"abd\", \"xbc\"] return matches(t, \"^a.c\", \"i\")", "[true, false, false]"},
         {"for t in [\"a1b22\", \"3\"] return replace(t, \"[0-9]+\", \"#\")", "[\"a#b#\", \"#\"]"},
         {"for t in [\"a;b\", \"c\"] return split(t, \";\")", "[[\"a\", \"b\"], [\"c\"]]"},
         {"for p in [\"^a\", \"^b\"] return matches(\"abc\", p)", "[true, false]"},
         {"matches(\"a\\rb\", \"a.b\")", "false"},
         {"matches(\"a\\rb\", \"a.b\", \"s\")", "true"},
         {"matches(\"hello world\", \"hello\\\\ sworld\", \"x\")", "true"}});
}
