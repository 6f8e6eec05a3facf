/// What is wrong or odd about a case, as far as conditions, days and what was handed in tell it. What the values of
/// facts tell is in told_values.hpp, channel.hpp and agreement.hpp.
#pragma once

#include "plan/evidence.hpp"
#include "plan/route.hpp"

namespace birthcase::planning {

/// Whether the profile is in force on the day.
std::vector<Finding> check_profile(const Situation& situation);

/// The cross-checks of the profile.
std::vector<Finding> check_facts(const Situation& situation);

/// What must be looked up before acceptance, and is open.
std::vector<Finding> check_look_ups(const Rules& rules, const std::vector<PlannedLookUp>& look_ups);

/// Whether there is anything to be done here.
std::vector<Finding> check_route(const Rules& rules, const Lanes& lanes, const Route& route);

/// Documents handed in of which several people's are needed, and nobody said whose these are.
std::vector<Finding> find_unowned_documents(const Situation& situation, const Evidence& evidence);

/// Rules whose conditions take more work than a plan may take: what they decide is left open, and they are named.
std::vector<Finding> check_costs(const Rules& rules, const FactTable& table);

}  // namespace birthcase::planning
