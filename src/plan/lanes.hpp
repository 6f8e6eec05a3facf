/// The first phase: which services this window handles, and where the others are done.
#pragma once

#include "plan/situation.hpp"

namespace birthcase::planning {

struct Lanes {
  std::vector<ServiceLane> all;      ///< by service, then newborn
  std::vector<std::uint16_t> first;  ///< by service: in `all`; then the end
  Open open;                         ///< whose window does a service that is done elsewhere

  std::span<const ServiceLane> of(Index service) const noexcept {
    return std::span(all).subspan(first[service], first[service + 1u] - first[service]);
  }
};

Lanes choose_lanes(const Situation& situation);

}  // namespace birthcase::planning
