/// Messages that could not be carried.
#pragma once

#include <birthcase/store.hpp>

#include <cstdint>
#include <string_view>

namespace birthcase::store {

/// Whether a text can be the code of a failure: see `Failure::reason`.
bool is_failure_code(std::string_view code) noexcept;

/// How many seconds a message waits after so many failures in a row.
int pause_after(std::uint32_t failures, const Patience& patience) noexcept;

}  // namespace birthcase::store
