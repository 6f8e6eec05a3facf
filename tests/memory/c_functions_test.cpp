// Every function of the C interface when memory runs out: the list of the description, each with its examples.
#include "interface/world.hpp"
#include "out_of_memory.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace birthcase::tests;

namespace {

std::set<std::string> checked;  // subjects

// What the examples come to counts as success.
birthcase_status called(const walk::Function& function, std::span<const walk::Argument> arguments) {
  const birthcase_status status = function.call(arguments);
  return status == function.example_status ? BIRTHCASE_OK : status;
}

// After an attempt: all or nothing.
void check_attempt(const World& world, birthcase_status status, const std::string& before, const std::string& wanted) {
  if (status == BIRTHCASE_OK) {
    CHECK(world.answer() == wanted);
    return;
  }
  CHECK(status == BIRTHCASE_OUT_OF_MEMORY);
  CHECK(world.state() == before);
  CHECK(world.given.text == nullptr);
  CHECK_FALSE(world.given.has_handle());
}

// At least the number of allocations that a call makes, and at most twice that.
std::size_t allocations_of(const walk::Function& function, World& world) {
  std::size_t most = 1;
  for (bool failed = true; failed; most *= 2) {
    const auto arguments = world.arguments();
    {
      const FailingAllocation failing(most, Shortage::passing);
      (void)function.call(arguments);
      failed = failing.has_failed();
    }
    world.reset();
  }
  return most / 2;
}

// Which allocations to leave out where a function makes very many. A round with a store takes much longer than others.
std::size_t stride_of(const walk::Function& function, std::size_t allocations) {
  const bool in_store = needs_of(function) == Needs::a_store;
  if (allocations <= (in_store ? 32 : 2048)) return 1;
  return (allocations / (in_store ? 32 : 128)) | 1U;
}

std::size_t check_in(std::int32_t encoding, const walk::Function& function) {
  World world(encoding, function);
  std::string wanted;
  for (int times = 0; times < 3; ++times) {  // fills what is filled once, or when a shape of plans is met again
    REQUIRE(called(function, world.arguments()) == BIRTHCASE_OK);
    wanted = world.answer();
    world.reset();
  }
  const std::size_t stride = stride_of(function, allocations_of(function, world));
  const std::string before = world.state();
  world.reset();  // a look at the state may have filled what a store keeps ready
  const std::ptrdiff_t live = live_blocks();
  birthcase_status status = BIRTHCASE_OK;
  std::vector<walk::Argument> arguments = world.arguments();
  const auto attempt = [&]() noexcept { status = called(function, arguments); };
  const auto check = [&](bool failed) {
    CHECK((failed || status == BIRTHCASE_OK));
    check_attempt(world, status, before, wanted);
    world.reset();
    arguments = world.arguments();
  };
  const std::size_t failures = for_each_failing_allocation(attempt, check, stride);
  std::vector<walk::Argument>().swap(arguments);
  CHECK(live_blocks() == live);
  return failures;
}

void check_subject(std::string_view subject) {
  checked.insert(std::string(subject));
  if (skipped()) return;
  std::size_t functions = 0;
  for (const walk::Function* function : every_function()) {
    if (function->subject != subject) continue;
    ++functions;
    INFO(std::string(function->name));
    const std::size_t in_utf8 = check_in(BIRTHCASE_UTF8, *function);
    const std::size_t in_gb18030 = check_in(BIRTHCASE_GB18030, *function);
    MESSAGE(std::string(function->name), ": ", in_utf8, " failing allocations in UTF-8, ", in_gb18030, " in GB18030");
  }
  CHECK(functions > 0);
}

}  // namespace

TEST_CASE("sessions out of memory") { check_subject("base"); }
TEST_CASE("profiles out of memory") { check_subject("profile"); }
TEST_CASE("applications out of memory") { check_subject("application"); }
TEST_CASE("plans out of memory") { check_subject("plan"); }
TEST_CASE("rule tests out of memory") { check_subject("rule_tests"); }
TEST_CASE("cases out of memory") { check_subject("case"); }
TEST_CASE("stores out of memory") { check_subject("store"); }

TEST_CASE("every function belongs to a subject above") {
  for (const walk::Function* function : every_function()) CHECK(checked.contains(std::string(function->subject)));
}
