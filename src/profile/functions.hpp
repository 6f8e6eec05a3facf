// The functions that conditions have beside FEEL's own: about numbers, names and institutions.
#pragma once

#include <birthcase/rules.hpp>

#include <vector>

namespace birthcase::profile {

/// They look into the code tables and the institutions of `rules`, which must outlive them.
std::vector<DomainFunction> functions_of(const Rules& rules);

}  // namespace birthcase::profile
