/// The documents of a plan, each once for all services that need it.
#pragma once

#include "plan/evidence.hpp"

#include <boost/container/small_vector.hpp>

namespace birthcase::planning {

/// Collects documents: one row for each type, holder and newborn.
class Documents {
 public:
  Documents(const Rules& rules, std::size_t expected);

  /// Takes one more into its row: the status that asks most of the family, the strictest numbers. Gives the row's
  /// place.
  std::uint16_t add(const EvidenceItem& item);

  std::vector<EvidenceItem> take() && { return std::move(items_); }

 private:
  EvidenceItem* find(const EvidenceItem& item, EvidenceId type);

  const Rules& rules_;
  std::vector<EvidenceItem> items_;
  boost::container::small_vector<std::uint16_t, 128> last_;    // by type: its last row; `no_index`: none
  boost::container::small_vector<std::uint16_t, 128> before_;  // by row: the row of the same type before it
};

/// A document of either of two people is the one that the family brings anyway.
void settle_either_holder(const Rules& rules, Evidence& evidence);

}  // namespace birthcase::planning
