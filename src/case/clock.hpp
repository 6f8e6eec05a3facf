// When a step is due, counted again from a moment of its life.
#pragma once

#include <birthcase/case.hpp>

#include <optional>

namespace birthcase::cases {

/// When a step is due that becomes ready now; nothing where its promise counts from acceptance, or where the day
/// cannot be known.
std::optional<Due> due_from_ready(const Rules& rules, const PlannedStep& step, const DateTime& now);

/// Whether a step's time counts from the moment it became ready: before that its deadline is an estimate.
bool counts_from_ready(const Rules& rules, const PlannedStep& step) noexcept;

/// When a step is due whose whole time is given from a moment on; nothing where nothing is promised or the day cannot
/// be known on `as_of`.
std::optional<Due> due_from(const Rules& rules, const PlannedStep& step, const DateTime& from, Date as_of);

/// By when a department that is asked now must answer: by the step's deadline or, where that has passed, within its
/// own time counted from now. Never before now.
std::optional<Due> answer_deadline(const Rules& rules, const PlannedStep& step, const DateTime& now);

/// Whether something due at `a` is due before something due at `b`; a day without a time ends with the day.
bool is_earlier(const Due& a, const Due& b) noexcept;

/// When a step is due whose clock stood still from a moment until now: what was left of its time counts from now on.
std::optional<Due> due_after_pause(const Rules& rules, const PlannedStep& step, const DateTime& since,
                                   const DateTime& now);

}  // namespace birthcase::cases
