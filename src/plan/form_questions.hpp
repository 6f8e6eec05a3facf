/// What else must be asked so that the one form can be filled in: the facts that its fields follow from.
#pragma once

#include "plan/form_needs.hpp"

#include <utility>
#include <vector>

namespace birthcase::planning {

/// By `place_of`, before it is added to what the forms need.
using Questions = std::vector<std::pair<std::size_t, Need>>;

/// A field that is required and does not follow yet: what it follows from is asked for the same services, also where it
/// is on no department's form. If the field is perhaps shared, that is perhaps asked.
Questions questions_behind(const Situation& situation, const Lanes& lanes, const FormNeeds& needs, Open& open);

}  // namespace birthcase::planning
