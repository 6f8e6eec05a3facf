// Facts against each other: what was told and would also follow, and days that lie in the past.
#pragma once

#include "plan/form.hpp"

namespace birthcase::planning {

/// What is compared: the facts as the plan sees them, and as they were told.
struct Told {
  const Profile& profile;
  const FactStore& store;
  const FactTable& table;
};

/// A finding for every fact that was told otherwise than it follows from other facts. `facts-disagree` or the
/// derivation's own code; its path is the fact's, and it names what the fact follows from. Defaults are left out, and
/// so is what is null because its whole group is.
std::vector<Finding> find_disagreements(const Told& told);

/// A finding `value-needed` for every fact that was said to be none and cannot be: a field that is never none, or one
/// that a planned service requires and others than the family would answer. What the family must answer is in
/// `missing_fields`.
std::vector<Finding> find_missing_values(const Told& told, const PlannedForm& form);

/// A finding `in-the-future` for every day or moment that was told, must lie in the past, and lies after the
/// acceptance; in a case under way after the day of the last event.
std::vector<Finding> find_future_dates(const Told& told);

}  // namespace birthcase::planning
