/// What of a birth can matter to its documents: everything that the phases of lanes and documents may read.
#pragma once

#include <birthcase/rules.hpp>

#include <vector>

namespace birthcase::batch {

/// A set of places in a table, in the order in which they were added. `Place` is an id of its rows, or a number.
template <class Place>
class Rows {
 public:
  explicit Rows(std::size_t table) : has_(table) {}

  bool has(Place row) const { return has_[number(row)]; }
  bool add(Place row) {
    if (has_[number(row)]) return false;
    has_[number(row)] = true;
    all_.push_back(row);
    return true;
  }
  const std::vector<Place>& all() const noexcept { return all_; }

 private:
  template <class Row>
  static std::size_t number(Id<Row> id) noexcept {
    return id.place();
  }
  static std::size_t number(Index place) noexcept { return place; }

  std::vector<bool> has_;
  std::vector<Place> all_;
};

/// Over-approximated: a fact that is here need not matter for any birth; one that is not here matters for none.
struct Relevant {
  explicit Relevant(const Rules& rules);

  bool has(Slot slot) const { return (slot.newborn ? of_newborn : of_family).has(slot.index); }

  Rows<ConditionId> conditions;
  Rows<Index> of_family;  ///< slots of facts
  Rows<Index> of_newborn;
};

}  // namespace birthcase::batch
