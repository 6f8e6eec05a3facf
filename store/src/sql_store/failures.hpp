/// Messages that could not be carried.
#pragma once

#include <birthcase/store.hpp>

#include <cstdint>
#include <string_view>

namespace birthcase::store {

/// How many seconds a message waits at most before it is tried once more.
inline constexpr int longest_pause = 86'400;

/// With how many failures a message is dead at the latest.
inline constexpr int most_failures_of_all = 1000;

/// Whether a text can be the code of a failure: see `Failure::reason`.
bool is_failure_code(std::string_view code) noexcept;

/// How many seconds a message waits after so many failures in a row.
int pause_after(std::uint32_t failures, const Patience& patience) noexcept;

}  // namespace birthcase::store
