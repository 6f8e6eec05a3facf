/// Whether a service needs what another one yields.
#pragma once

#include "plan/situation.hpp"
#include "profile/links.hpp"

namespace birthcase::planning {

/// Whether this service, for this newborn, needs what the supply is about: on its form, for its delivery, to work out
/// what its form requires, or as a document.
Truth needs(const Situation& situation, ServiceId consumer, const Supply& supply, std::uint16_t newborn);

/// Whether its form cannot do without a field.
Truth needs_on_form(const Situation& situation, const Service& service, FieldId field, std::uint16_t newborn);

}  // namespace birthcase::planning
