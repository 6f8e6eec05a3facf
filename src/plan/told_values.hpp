/// What a plan says of the values that were told. What the phases give depends on none of them, so it is put in apart.
#pragma once

#include "plan/form.hpp"
#include "plan/route.hpp"

namespace birthcase::planning {

/// Puts the values into the form.
void tell_values(const FactTable& table, std::vector<FormField>& fields);

/// Puts into look-ups what the application says has become of them.
void tell_states(const Rules& rules, const FactStore& store, std::vector<PlannedLookUp>& look_ups);

/// What was told, or another look-up found, against what each one found. Names the fact and the organisation, no value.
std::vector<Finding> check_found(const Profile& profile, const FactStore& store, const FactTable& table);

/// A way of delivery that the family has chosen and no rule of this place follows: it is told how its results come.
std::vector<Finding> check_delivery_method(const Situation& situation, const FactTable& table, const Lanes& lanes,
                                           const Route& route);

}  // namespace birthcase::planning
