/// Which organisation decides, and which stands at the window.
#pragma once

#include "plan/situation.hpp"

namespace birthcase::planning {

/// Who decides and issues: the service's own organisation, unless a rule says another. `no_index`, and a rule in
/// `open`, while it is not known whether one does. `witness` is told where a step of the route depends on it.
OrganisationId competent(const Situation& situation, ServiceId service, std::uint16_t newborn, Open& open,
                         Witness witness = {});

/// Who stands at the window: the competent organisation, unless a rule says another.
OrganisationId operator_of(const Situation& situation, ServiceId service, std::uint16_t newborn,
                           OrganisationId competent, Open& open);

}  // namespace birthcase::planning
