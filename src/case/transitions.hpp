// Which event takes a step from which state to which.
#pragma once

#include <birthcase/case.hpp>

#include <optional>
#include <string_view>

namespace birthcase::cases {

/// The state after an event of this kind, or nothing if the event cannot happen in this state.
std::optional<StepState> next_state(StepState from, std::string_view event) noexcept;

}  // namespace birthcase::cases
