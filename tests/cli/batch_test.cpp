#include "program.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace birthcase::cli_tests;

namespace {

constexpr std::string_view good = R"({"profile":"yiwu","applied_at":"2019-05-06T09:00","newborns":[{"sex":"1"}]})";

}  // namespace

TEST_CASE("a batch answers every line in its place, whatever the number of threads") {
  std::string input;
  for (int i = 0; i < 500; ++i) {
    input += i % 7 == 3 ? std::string("{\"bad\":") : std::string(good);
    input += '\n';
  }
  const Outcome one = run({"batch", "--threads", "1"}, input);
  const Outcome four = run({"batch", "--threads", "4"}, input);
  CHECK(one.status == 1);
  CHECK(four.output == one.output);
  const auto lines = lines_of(one.output);
  REQUIRE(lines.size() == 500);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool bad = i % 7 == 3;
    CHECK(lines[i].starts_with(bad ? "{\"line\":" + std::to_string(i + 1) + ",\"error\":{" : "{\"profile\":\"yiwu\""));
  }
}

TEST_CASE("a batch of good applications ends with status 0 and equals the plans one by one") {
  const std::string line(good);
  const Outcome outcome = run({"batch"}, line + "\n\n" + line);
  CHECK(outcome.status == 0);
  const std::string plan = run({"plan", "-", "--json"}, line).output;
  CHECK(outcome.output == plan + plan);
}

TEST_CASE("an empty batch is an empty answer") {
  const Outcome outcome = run({"batch"}, "");
  CHECK(outcome.status == 0);
  CHECK(outcome.output.empty());
}

TEST_CASE("a line without a profile, and one that is too long, are answered as errors") {
  const Outcome outcome = run({"batch"}, "{}\n" + std::string(std::size_t{3} << 20, 'x') + "\n" + std::string(good));
  CHECK(outcome.status == 1);
  const auto lines = lines_of(outcome.output);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].starts_with("{\"line\":1,\"error\":{\"kind\":\"missing\""));
  CHECK(lines[1].starts_with("{\"line\":2,\"error\":{\"kind\":\"out-of-range\""));
  CHECK(lines[2].starts_with("{\"profile\":"));
}
