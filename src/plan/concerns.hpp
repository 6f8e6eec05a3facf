/// Whose something is.
#pragma once

#include <birthcase/condition.hpp>

namespace birthcase {

/// Whether what is one newborn's, or the family's, concerns another: the same newborn, or the family on either side.
constexpr bool concerns(std::uint16_t newborn, std::uint16_t other) noexcept {
  return newborn == FactRef::family || other == FactRef::family || newborn == other;
}

}  // namespace birthcase
