#include "program.hpp"

#include <doctest/doctest.h>

using namespace birthcase::cli_tests;

namespace {

std::string batch(std::string_view lines) {
  const Outcome outcome = run({"eval", "--batch"}, lines);
  CHECK(outcome.status == 0);
  CHECK(outcome.errors.empty());
  return outcome.output;
}

}  // namespace

TEST_CASE("an expression is evaluated, over facts if it needs some") {
  CHECK(run({"eval", "0.1 + 0.2"}).output == "0.3\n");
  CHECK(run({"eval", "\"a\" + \"b\""}).output == "ab\n");
  CHECK(run({"eval", "\"a\" + \"b\"", "--json"}).output == "\"ab\"\n");
  const std::string facts = file_with(R"({"born":{"type":"date","value":"2019-05-01"},"n":{"unknown":true}})", "facts");
  CHECK(run({"eval", "born + duration(\"P30D\")", "--facts", facts}).output == "2019-05-31\n");
  CHECK(run({"eval", "n > 3", "--facts", facts}).output == "unknown\n");
}

TEST_CASE("the place of a mistake in an expression is told by its column") {
  const Outcome outcome = run({"eval", "1 + nonsense"});
  CHECK(outcome.status == 2);
  CHECK(outcome.errors.starts_with("expression:5: "));
}

TEST_CASE("lines of expressions are answered line by line") {
  CHECK(batch("{\"expression\":\"a + 1\",\"inputs\":{\"a\":2}}\n"
              "{\"expression\":\"[1, \\\"x\\\", null]\"}\n"
              "{\"expression\":\"{k: 1.50}\"}\n") ==
        "{\"value\":3}\n{\"value\":[1,\"x\",null]}\n{\"value\":{\"k\":1.5}}\n");
}

TEST_CASE("typed and plain inputs mean the same") {
  CHECK(batch(R"({"expression":"a = b","inputs":{"a":{"type":"decimal","value":"2.50"},"b":2.5}})"
              "\n"
              R"-({"expression":"count(l)","inputs":{"l":{"type":"list","items":[{"type":"null"},1]}}})-"
              "\n"
              R"({"expression":"c.x","inputs":{"c":{"type":"context","entries":{"x":{"type":"string","value":"y"}}}}})"
              "\n") == "{\"value\":true}\n{\"value\":2}\n{\"value\":\"y\"}\n");
}

TEST_CASE("numbers keep every digit that was written") {
  CHECK(batch("{\"expression\":\"[a, b, "
              "c]\",\"inputs\":{\"a\":0.1234567890123456789,\"b\":451705.20289303036,\"c\":1e20}}") ==
        "{\"value\":[0.1234567890123456789,451705.20289303036,100000000000000000000]}\n");
  CHECK(batch("{\"expression\":\"1/3\"}") == "{\"value\":0.3333333333333333333333333333333333}\n");
}

TEST_CASE("a bad line is answered in its place and the next goes on") {
  std::string input = "{\"expression\":\n\n[]\n{\"expression\":5}\n{\"expression\":\"1 +\"}\n\"\xff\"\n";
  input += std::string((std::size_t{1} << 20) + 1, 'x') + '\n';
  input += "{\"expression\":\"d\",\"inputs\":{\"d\":{\"type\":\"date\",\"value\":\"2019-02-30\"}}}\n";
  input += "{\"expression\":\"1\",\"inputs\":[]}\n";
  input += "{\"expression\":\"1\"}";
  const auto lines = lines_of(batch(input));
  REQUIRE(lines.size() == 9);
  for (std::size_t i = 0; i < 8; ++i) CHECK(lines[i].starts_with("{\"error\":{\"kind\":"));
  CHECK(lines[5].find("1 MiB") != std::string::npos);
  CHECK(lines[8] == "{\"value\":1}");
}
