/// The second phase: what must be brought, and who answers instead.
#pragma once

#include "plan/lanes.hpp"

namespace birthcase::planning {

struct Evidence {
  std::vector<EvidenceItem> items;
  std::vector<EvidenceUse> uses;    ///< by lane, then in the order of the service's requirements
  std::vector<ShareId> counted_on;  ///< by use: the share that answers it or whose look-up failed, or none
};

Evidence collect_evidence(const Situation& situation, const Lanes& lanes);

}  // namespace birthcase::planning
