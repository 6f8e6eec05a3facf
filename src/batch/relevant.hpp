/// What of a birth can matter to its documents: everything that the phases of lanes and documents may read.
#pragma once

#include <birthcase/rules.hpp>

#include <vector>

namespace birthcase::batch {

/// A set of rows of a table, in the order in which they were added.
class Rows {
 public:
  explicit Rows(std::size_t table) : has_(table) {}

  bool has(std::size_t row) const { return has_[row]; }
  bool add(Index row) {
    if (has_[row]) return false;
    has_[row] = true;
    all_.push_back(row);
    return true;
  }
  const std::vector<Index>& all() const noexcept { return all_; }

 private:
  std::vector<bool> has_;
  std::vector<Index> all_;
};

/// Over-approximated: a fact that is here need not matter for any birth; one that is not here matters for none.
struct Relevant {
  explicit Relevant(const Rules& rules);

  bool has(Slot slot) const { return (slot.newborn ? of_newborn : of_family).has(slot.index); }

  Rows conditions;  ///< in `Rules::conditions`
  Rows of_family;   ///< slots of facts
  Rows of_newborn;
};

}  // namespace birthcase::batch
