/// The last phase: whether the window can take the case in now.
#pragma once

#include "plan/evidence.hpp"
#include "plan/form.hpp"

namespace birthcase::planning {

Acceptability judge(const Situation& situation, const Lanes& lanes, const Evidence& evidence, const PlannedForm& form,
                    const std::vector<Finding>& findings, const std::vector<Undetermined>& undetermined);

}  // namespace birthcase::planning
