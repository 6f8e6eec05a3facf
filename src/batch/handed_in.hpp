/// The lists of documents that families have handed in, as far as they matter to what they bring.
#pragma once

#include "batch/columns.hpp"
#include "batch/partition.hpp"

#include <optional>
#include <vector>

namespace birthcase::batch {

/// Of births with so many newborns. A code is 0 for no list, else one more than the list's own.
class HandedInLists {
 public:
  HandedInLists(const Columns& columns, std::uint16_t newborns);

  /// What is wrong with a list, if anything is.
  const std::optional<Error>& error(std::uint32_t code) const noexcept { return errors_[code]; }

  /// Lists that cannot be told apart: only a document that a service yields matters, not its holder.
  const Partition& classes() const noexcept { return classes_; }

 private:
  std::vector<std::optional<Error>> errors_;
  Partition classes_;
};

}  // namespace birthcase::batch
