/// Which facts is read what a plan asks of them, so that a plan of nearly the same facts asks only what may have
/// changed.
#pragma once

#include <birthcase/rules.hpp>

#include "plan/slot_set.hpp"
#include "profile/links.hpp"

#include <utility>
#include <vector>

namespace birthcase {

/// Belongs to one profile. What conditions read by their leaves is said by their program.
class FactReads {
 public:
  /// The rules must stay where they are.
  FactReads(const Rules& rules, const Links& links);

  /// What decides a condition.
  const SlotSet& of(ConditionId condition) const noexcept { return of_conditions_[condition]; }

  /// What decides what a fact follows from: the fact itself among it.
  const SlotSet& of(DerivedId derived) const noexcept { return of_derived_[derived]; }

  /// What the part of a key reads that depends on more than classes and leaves: `ShapeKey::values`.
  const SlotSet& of_values() const noexcept { return of_values_; }

  /// Adds to facts that were told otherwise those that may be others with them.
  void follow(SlotSet& changed) const;

 private:
  void read_conditions();
  void read_derivations();
  void read_values();
  void add(const Derivation& derivation, SlotSet& read) const;

  const Rules& rules_;
  const Links& links_;
  std::vector<std::pair<Slot, Slot>> of_groups_;  // what is refused as none unless its group is none, after the group
  Column<SharedCondition, SlotSet> of_conditions_;
  Column<DerivedField, SlotSet> of_derived_;
  SlotSet of_values_;
};

}  // namespace birthcase
