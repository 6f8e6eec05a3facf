/// Reasons: which rule decided, and what it looked at.
#pragma once

#include <birthcase/condition.hpp>
#include <birthcase/rule.hpp>

#include <cstdint>

namespace birthcase {

/// The rule behind an answer. `Plan::explain` tells which facts it read.
struct Why {
  const Rule* rule = nullptr;               ///< nullptr: there was nothing to decide
  Truth holds = Truth::yes;                 ///< whether the rule applied
  std::uint16_t newborn = FactRef::family;  ///< for whom it was asked
  ConditionId alternative{};  ///< while it is open which document does: the condition of the alternative that may

  /// The condition that decided; none where there is none.
  ConditionId condition() const noexcept {
    if (alternative != no_index) return alternative;
    return rule == nullptr ? ConditionId() : rule->when;
  }
};

}  // namespace birthcase
