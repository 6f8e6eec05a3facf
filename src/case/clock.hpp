// When a step is due, counted anew from a moment of its life.
#pragma once

#include <birthcase/case.hpp>

#include <optional>

namespace birthcase::cases {

/// When a step is due that becomes ready now; nothing where its promise counts from acceptance, or where the day
/// cannot be known.
std::optional<Due> due_from_ready(const Rules& rules, const PlannedStep& step, const DateTime& now);

/// When a step is due whose clock stood still from a moment until now: what was left of its time counts from now on.
std::optional<Due> due_after_pause(const Rules& rules, const PlannedStep& step, const DateTime& since,
                                   const DateTime& now);

}  // namespace birthcase::cases
