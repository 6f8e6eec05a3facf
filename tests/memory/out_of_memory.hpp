// What every call of the library has to do when memory runs out: throw `std::bad_alloc`, and nothing else.
#pragma once

#include "failing_allocations.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <new>
#include <string>

namespace birthcase::tests {

/// Whether allocations cannot be made to fail here; says so.
inline bool skipped() {
  if (allocations_can_fail()) return false;
  MESSAGE("skipped: allocations cannot be made to fail under a sanitizer or without glibc");
  return true;
}

/// Fails each allocation of `call` in turn. It throws `std::bad_alloc`, or has found another way to the answer that it
/// gives otherwise; and it leaves no memory behind.
template <class Call>
void check_out_of_memory(const std::string& what, const Call& call, std::size_t stride = 1) {
  enum class Outcome { answered, out_of_memory, answered_otherwise, threw_otherwise };
  INFO(what);
  for (int times = 0; times < 2; ++times) static_cast<void>(call());  // a shape of plans is kept when it is met again
  const auto wanted = call();                                         // fills what is filled once
  const std::ptrdiff_t live = live_blocks();
  Outcome outcome = Outcome::answered;
  std::size_t attempts = 0;
  std::size_t done_without = 0;
  const auto attempt = [&]() noexcept {
    try {
      outcome = call() == wanted ? Outcome::answered : Outcome::answered_otherwise;
    } catch (const std::bad_alloc&) {
      outcome = Outcome::out_of_memory;
    } catch (...) {
      outcome = Outcome::threw_otherwise;
    }
  };
  const auto check = [&](bool failed) {
    ++attempts;
    CAPTURE(attempts);
    CHECK(outcome != Outcome::answered_otherwise);
    CHECK(outcome != Outcome::threw_otherwise);
    CHECK((failed || outcome == Outcome::answered));
    CHECK(live_blocks() == live);
    if (failed && outcome == Outcome::answered) ++done_without;
  };
  const std::size_t failures = for_each_failing_allocation(attempt, check, stride);
  MESSAGE(what, ": ", failures, " failing allocations, ", done_without, " of them done without");
}

}  // namespace birthcase::tests
