/// FEEL's operators on values: arithmetic, order, equality, membership. Unknown operands make unknown results.
#pragma once

#include <birthcase/value.hpp>

#include "feel/logic.hpp"

#include <cstdint>
#include <optional>

namespace birthcase::feel {

constexpr std::size_t longest_text = 1 << 20;  ///< bytes of a text that an expression makes; longer ones are null

enum class Arithmetic : std::uint8_t { add, subtract, multiply, divide, power };

/// The result, or null for operands that do not go together.
Value calculate(Arithmetic operation, const Value& left, const Value& right);
Value negate(const Value& operand);

/// The kind of `calculate`'s result for operands of these kinds: `null` if it can only be null for a null operand,
/// empty if the two never go together.
std::optional<Kind> result_kind(Arithmetic operation, Kind left, Kind right) noexcept;

enum class Order : std::uint8_t { less, equal, greater, none, unknown };  ///< none: not comparable

Order order(const Value& left, const Value& right);

enum class Comparison : std::uint8_t { equal, not_equal, less, less_equal, greater, greater_equal };

Logic compare(Comparison comparison, const Value& left, const Value& right);

/// FEEL's `=`: null for different types; times are compared to the second, as FEEL's properties are.
Logic equals(const Value& left, const Value& right);

/// Whether the value lies in the range.
Logic contains(const Range& range, const Value& value);

/// FEEL's `value in test`: equal to it, in it if it is a range, or one of its items or in one of them if it is a list.
Logic is_member(const Value& value, const Value& test);

/// Whether values of these static kinds can be compared at all.
bool are_comparable(Kind left, Kind right) noexcept;
bool has_order(Kind kind) noexcept;

}  // namespace birthcase::feel
