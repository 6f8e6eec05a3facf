/// The fourth phase: which organisations are asked what. It comes after the documents and the form, because a look-up
/// is planned only where they count on it; what became of look-ups noted before counts from the first phase on.
#pragma once

#include "plan/evidence.hpp"
#include "plan/form.hpp"

namespace birthcase::planning {

/// In the order of the profile's shares; without what the application says of them (told_values.hpp).
std::vector<PlannedLookUp> plan_look_ups(const Situation& situation, const Lanes& lanes, const Evidence& evidence,
                                         const PlannedForm& form);

}  // namespace birthcase::planning
