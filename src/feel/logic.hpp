/// FEEL's logic of four values: yes, no, null (there is no answer) and unknown (the answer is not known yet).
#pragma once

#include <birthcase/value.hpp>

#include <cstdint>

namespace birthcase::feel {

enum class Logic : std::uint8_t { no, yes, null, unknown };

constexpr Logic logic(bool truth) noexcept { return truth ? Logic::yes : Logic::no; }

/// Any value as an operand of `and`, `or` and `not`: what is not boolean counts as null.
inline Logic logic(const Value& value) noexcept {
  if (value.is_unknown()) return Logic::unknown;
  if (!value.is(Kind::boolean)) return Logic::null;
  return logic(value.is_true());
}

constexpr Logic operator!(Logic operand) noexcept {
  if (operand == Logic::no) return Logic::yes;
  return operand == Logic::yes ? Logic::no : operand;
}

/// `no` decides; else unknown before null, because an unknown operand may still turn out to be `no`.
constexpr Logic operator&&(Logic left, Logic right) noexcept {
  if (left == Logic::no || right == Logic::no) return Logic::no;
  if (left == Logic::unknown || right == Logic::unknown) return Logic::unknown;
  return left == Logic::null || right == Logic::null ? Logic::null : Logic::yes;
}

constexpr Logic operator||(Logic left, Logic right) noexcept { return !(!left && !right); }

inline Value to_value(Logic operand) noexcept {
  if (operand == Logic::unknown) return Value();
  return operand == Logic::null ? Value::null() : Value::boolean(operand == Logic::yes);
}

}  // namespace birthcase::feel
