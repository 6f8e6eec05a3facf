/// The first phase: which services this window handles, and where the others are done.
#pragma once

#include "plan/situation.hpp"

namespace birthcase::planning {

struct Lanes {
  std::vector<ServiceLane> all;      ///< by service, then newborn
  std::vector<std::uint16_t> first;  ///< by service: in `all`; then the end
  Open open;                         ///< whose window does a service that is done elsewhere

  std::span<const ServiceLane> of(ServiceId service) const noexcept {
    const std::size_t at = service.place();
    return std::span(all).subspan(first[at], first[at + 1] - first[at]);
  }
};

Lanes choose_lanes(const Situation& situation);

}  // namespace birthcase::planning
