// The life of a case when memory runs out: a decision is whole or there is none, and a case is changed whole or not.
#include <birthcase/case.hpp>
#include <birthcase/case_json.hpp>
#include <birthcase/deadlines.hpp>
#include <birthcase/duplicates.hpp>

#include "out_of_memory.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

std::string example(const std::string& name) {
  std::ifstream file(BIRTHCASE_SOURCE_DIR "/examples/applications/" + name + ".json", std::ios::binary);
  REQUIRE(file);
  return (std::ostringstream() << file.rdbuf()).str();
}

const DateTime& now() {
  static const DateTime moment = parse_date_time("2019-06-10T10:00").value();
  return moment;
}

Command command(CommandBody body) { return {"window-1", std::move(body)}; }

void carry_out(Case& state, CommandBody body) {
  const Decision decision = decide(state, command(std::move(body)), now()).value();
  for (const Event& event : decision.events) apply(state, event).value();
}

Case draft() {
  Case state(Profile::built_in("yiwu").value(), "case-1");
  carry_out(state, commands::Open{example("yiwu-twins")});
  return state;
}

std::string answer(const Decided& decided) { return decided ? to_json(*decided) : to_json(decided.error()); }

}  // namespace

TEST_CASE("a command is decided or memory has run out") {
  if (skipped()) return;
  const Case before = draft();
  check_out_of_memory(
      "decide on acceptance", [&] { return answer(decide(before, command(commands::Accept{}), now())); }, 1);
  Case accepted = before;
  carry_out(accepted, commands::Accept{});
  check_out_of_memory(
      "decide on dispatch", [&] { return answer(decide(accepted, command(commands::Dispatch{}), now())); }, 1);
  check_out_of_memory(
      "decide on closing, refused", [&] { return answer(decide(accepted, command(commands::Close{}), now())); }, 3);
  check_out_of_memory(
      "deadlines", [&] { return to_json(deadlines(accepted, now())); }, 3);
  check_out_of_memory(
      "birth keys", [&] { return birth_keys(accepted).size(); }, 7);
}

TEST_CASE("a case is changed by an event whole, or not at all where memory has run out") {
  if (skipped()) return;
  const Case before = draft();
  const Decision decision = decide(before, command(commands::Accept{}), now()).value();
  const Event& event = decision.events.front();
  Case whole = before;
  apply(whole, event).value();
  const std::string was = to_json(before, now());
  const std::string becomes = to_json(whole, now());
  Case state = before;
  bool done = false;
  const auto attempt = [&]() noexcept {
    try {
      done = apply(state, event).has_value();
    } catch (const std::bad_alloc&) {
      done = false;
    }
  };
  const auto check = [&](bool failed) {
    CHECK((failed || done));
    CHECK(to_json(state, now()) == (done ? becomes : was));
    state = before;
  };
  CHECK(for_each_failing_allocation(attempt, check) > 20);
}

TEST_CASE("a log is written, read and replayed or memory has run out") {
  if (skipped()) return;
  const Case state = draft();
  const Event opened = decide(Case(state.profile, "case-1"), command(commands::Open{example("yiwu-twins")}), now())
                           .value()
                           .events.front();
  const std::string log = "[" + to_json(opened) + "]";
  check_out_of_memory(
      "parse_events", [&] { return to_json(std::span<const Event>(parse_events(log).value())); }, 3);
  const std::vector<Event> events = parse_events(log).value();
  check_out_of_memory(
      "replay", [&] { return to_json(replay(state.profile, events).value(), now()); }, 7);
  check_out_of_memory("parse_command of an error",
                      [] { return describe(parse_command(R"({"do":"accept","by":"w","defered":[]})").error()); });
}
