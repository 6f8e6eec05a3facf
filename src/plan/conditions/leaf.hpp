/// What conditions ask for that takes more than the classes of facts.
#pragma once

#include <birthcase/condition.hpp>

#include "feel/logic.hpp"
#include "feel/program.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace birthcase {

/// Where a fact stands: among the family's, or those of the newborn at hand.
struct FactPlace {
  std::uint16_t index = 0;
  bool at_hand = false;

  std::size_t from(std::size_t first_at_hand) const noexcept { return at_hand ? first_at_hand + index : index; }
  friend bool operator==(const FactPlace&, const FactPlace&) = default;
};

/// A fact, what a function of the profile says of it, or a constant.
struct Operand {
  const Value* constant = nullptr;  ///< or else:
  FactPlace fact{};
  const DomainFunction* function = nullptr;  ///< of the fact, if there is one

  /// The value; `scratch` holds it where a function gave it.
  const Value& value(std::span<const Value* const> facts, std::size_t first_at_hand, Value& scratch,
                     feel::Budget& budget) const;
};

/// A leaf of conditions. The two commonest kinds are answered without the machine of FEEL: what a function says of a
/// fact, and two operands compared.
struct Leaf {
  enum class Form : std::uint8_t { expression, comparison, question };

  const feel::Program* program = nullptr;
  feel::NodeId node = 0;
  bool at_hand = false;   ///< it reads facts of the newborn at hand
  bool reads_all = true;  ///< which facts it reads does not depend on their values
  Form form = Form::expression;
  feel::Comparison comparison = feel::Comparison::equal;
  std::array<Operand, 2> operands{};

  /// Of a leaf that is no `expression`: over these facts by place, the newborn's at hand from `first_at_hand` on.
  /// If it is unknown, so is an operand's fact, and these decide.
  feel::Logic answer(std::span<const Value* const> facts, std::size_t first_at_hand, feel::Budget& budget) const;
};

}  // namespace birthcase
