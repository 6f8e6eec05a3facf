#include "feel_facts.hpp"

#include <doctest/doctest.h>

using birthcase::FactRef;
using birthcase::FactRefs;
using birthcase::Trace;
using birthcase::Truth;
using birthcase::Value;
using birthcase::testing::FactsOfTest;

TEST_CASE("a condition over an unknown fact is unknown, and names the fact that would decide it") {
  const FactsOfTest facts;
  Trace trace;
  CHECK(facts.test("mother.hukou.division = \"330782\"", &trace) == Truth::unknown);
  CHECK(trace.read == FactRefs{facts.ref("mother.hukou.division")});
  CHECK(trace.deciding == FactRefs{facts.ref("mother.hukou.division")});
}

TEST_CASE("what is not there is not unknown") {
  FactsOfTest facts;
  CHECK(facts.test("father = null") == Truth::unknown);
  facts.set("father", Value::null());
  CHECK(facts.test("father = null") == Truth::yes);
  CHECK(facts.test("father != null") == Truth::no);
}

TEST_CASE("a side that decides alone makes the other irrelevant") {
  FactsOfTest facts;
  facts.set("foreign", Value::boolean(true));
  Trace trace;
  CHECK(facts.test("local or foreign", &trace) == Truth::yes);
  CHECK(trace.deciding.empty());
  CHECK(trace.read == FactRefs{facts.ref("local"), facts.ref("foreign")});
  CHECK(facts.test("local and not(foreign)", &trace) == Truth::no);
  CHECK(trace.deciding.empty());
  CHECK(facts.test("foreign or local", &trace) == Truth::yes);
  CHECK(trace.read == FactRefs{facts.ref("foreign")});
}

TEST_CASE("only the open questions of a mixed condition decide it") {
  FactsOfTest facts;
  facts.set("foreign", Value::boolean(false));
  Trace trace;
  CHECK(facts.test("(local and foreign) or birth.weight < 2500", &trace) == Truth::unknown);
  CHECK(trace.deciding == FactRefs{facts.ref("birth.weight")});
}

TEST_CASE("a choice whose condition is unknown is known if both ways lead to the same") {
  FactsOfTest facts;
  Trace trace;
  CHECK(facts.evaluate("if local then 1 else 1", &trace) == Value::number(1));
  CHECK(trace.deciding.empty());
  CHECK(facts.evaluate("if local then 1 else 2", &trace).is_unknown());
  CHECK(trace.deciding == FactRefs{facts.ref("local")});
}

TEST_CASE("functions, arithmetic and comparisons over the unknown are unknown") {
  const FactsOfTest facts;
  for (const std::string text :
       {"birth.weight + 1", "birth.weight > 1", "string length(mother.name)", "min(1, birth.weight)",
        "birth.weight in [1..5]", "birth.weight between 1 and 2", "@\"P1D\" + applied on", "applied on.year",
        "mother.name instance of string", "not(local)", "[birth.weight] = [1]", "shout loudly(mother.name)",
        "mother.name in (\"a\", \"b\")"}) {
    CAPTURE(text);
    CHECK(facts.evaluate(text).is_unknown());
  }
}

TEST_CASE("an unknown item does not hide what the other items decide") {
  const FactsOfTest facts;
  CHECK(facts.evaluate("any([local, true])") == Value::boolean(true));
  CHECK(facts.evaluate("all(local, false)") == Value::boolean(false));
  CHECK(facts.evaluate("all(local, true)").is_unknown());
  CHECK(facts.evaluate("count([local, foreign])") == Value::number(2));
  CHECK(facts.evaluate("list contains([birth.weight, 3], 3)") == Value::boolean(true));
  CHECK(facts.evaluate("[birth.weight, 3] = [1, 4]") == Value::boolean(false));
}

TEST_CASE("the current newborn's facts are unknown where there is no current newborn") {
  FactsOfTest facts;
  facts.set(1, "newborn.weight_g", Value::number(2400));
  CHECK(facts.evaluate("newborn.weight_g").is_unknown());
  Trace trace;
  CHECK(facts.evaluate("newborn.weight_g", &trace, 1) == Value::number(2400));
  CHECK(trace.read == FactRefs{facts.ref("newborn.weight_g", 1)});
}

TEST_CASE("one newborn can decide for all, and the undecided ones are named") {
  FactsOfTest facts;
  facts.set(0, "newborn.weight_g", Value::number(3000));
  Trace trace;
  CHECK(facts.test("some n in newborns satisfies n.weight_g < 2500", &trace) == Truth::unknown);
  CHECK(trace.deciding == FactRefs{facts.ref("newborn.weight_g", 1)});
  CHECK(facts.test("every n in newborns satisfies n.weight_g < 2500", &trace) == Truth::no);
  CHECK(trace.deciding.empty());
  facts.set(1, "newborn.weight_g", Value::number(2400));
  CHECK(facts.test("some n in newborns satisfies n.weight_g < 2500") == Truth::yes);
}

TEST_CASE("newborns can be counted, filtered, picked and looked through") {
  FactsOfTest facts;
  facts.set(0, "newborn.sex", Value::text("1"));
  facts.set(1, "newborn.sex", Value::text("2"));
  facts.set(0, "newborn.weight_g", Value::number(3000));
  facts.set(1, "newborn.weight_g", Value::number(2400));
  CHECK(facts.evaluate("count(newborns)") == Value::number(2));
  CHECK(facts.evaluate("count(newborns[item.sex = \"1\"])") == Value::number(1));
  CHECK(facts.evaluate("count(newborns[sex = \"1\"])") == Value::number(1));
  CHECK(facts.evaluate("newborns[2].weight_g") == Value::number(2400));
  CHECK(facts.evaluate("newborns[3].weight_g").is_null());
  CHECK(facts.evaluate("min(newborns.weight_g)") == Value::number(2400));
  CHECK(facts.evaluate("newborns[sex = \"2\"][1].weight_g") == Value::number(2400));
  CHECK(facts.evaluate("sum(for n in newborns return n.weight_g)") == Value::number(5400));
}
