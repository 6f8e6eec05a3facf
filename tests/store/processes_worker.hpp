// One of the processes that share a store for a day: a window with cases of its own, cases that all work on, and a
// connector.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace birthcase::tests {

/// A working day in little time: every process reads the same clock.
struct Day {
  std::chrono::steady_clock::time_point begun;
  std::chrono::milliseconds length;
};

/// How many cases all processes work on.
inline constexpr std::uint32_t shared_cases = 3;

/// Tells `ready`, waits for the day to be announced in a file (begin and length, in the clock's ticks and in
/// milliseconds), works until it is over, then tells:
///
///     events COUNT       events that it was told are kept
///     commands COUNT     commands that were carried out
///     moved-on COUNT     commands that came too late for the version they expected
///     refused COUNT      other refusals: what a case's rules do not allow any more
///     longest COUNT      the longest time that a call took, in milliseconds
///     carried MESSAGE    a line for each
///     failed WHAT        what must not happen
int work_for_a_day(const std::string& location, const std::string& announced, std::uint32_t place);

}  // namespace birthcase::tests
