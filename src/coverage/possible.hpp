// What a condition can answer at all, where the rules before it have not decided.
#pragma once

#include <birthcase/rules.hpp>

#include "feel/decision.hpp"

#include <functional>
#include <vector>

namespace birthcase::coverage {

/// What may be seen of a condition; what is true may still turn out to be impossible.
struct Possible {
  bool applying = true;
  bool not_applying = true;
  bool undetermined = true;
  std::vector<bool> atoms{};  ///< true and deciding, false and deciding, of each in turn; empty: all of them

  bool atom(std::size_t place) const noexcept { return atoms.empty() || atoms[place]; }

  /// What either of them allows.
  void add(const Possible& other);
};

/// Whether an expression speaks of all newborns together, `count(newborns) = 1`.
bool reads_all_newborns(const Expression& expression);

/// Tries every combination of values where the condition reads only facts of few values: short lists of codes,
/// booleans, whether a group is there. Then what does not come up is impossible, whatever else is true of a family.
///
/// `before`: conditions that all must answer no. Those that read other facts, or make too many combinations, are
/// left out, which can only make more seem possible. `always_known`: facts that are never unknown.
Possible possible_answers(const Rules& rules, ConditionId condition, const feel::Decision* decision,
                          const std::vector<ConditionId>& before, const std::function<bool(Slot)>& always_known);

}  // namespace birthcase::coverage
