/// Reasons: which rule decided, and which condition and facts it read.
#pragma once

#include <birthcase/condition.hpp>
#include <birthcase/rule.hpp>

#include <cstdint>

namespace birthcase {

/// The rule behind an answer. `Plan::explain` lists the facts that the rule read.
struct Why {
  const Rule* rule = nullptr;               ///< nullptr: there was nothing to decide
  Truth holds = Truth::yes;                 ///< whether the rule applied
  std::uint16_t newborn = FactRef::family;  ///< the newborn that the rule was applied to
  ConditionId alternative{};  ///< if it is undetermined which document counts: the condition of the possible one

  /// The condition that decided; none if the rule has no condition.
  ConditionId condition() const noexcept {
    if (alternative != no_index) return alternative;
    return rule == nullptr ? ConditionId() : rule->when;
  }
};

}  // namespace birthcase
