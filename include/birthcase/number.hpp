/// FEEL's number: an exact decimal of 34 significant digits, as IEEE 754-2008 decimal128, without NaN and infinities.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace birthcase {

/// How a number that lies between two candidates is rounded.
enum class Rounding : std::uint8_t {
  half_even,
  half_up,    ///< ties away from zero
  half_down,  ///< ties towards zero
  up,         ///< away from zero
  down,       ///< towards zero
  floor,      ///< towards negative infinity
  ceiling,    ///< towards positive infinity
};

/// An exact decimal number. Results are rounded half to even to 34 significant digits.
///
/// Every value has one representation, so that equal numbers are equal member by member: a whole number of up to
/// 34 digits has the exponent 0, a fraction has no trailing zeros. What does not fit (overflow, division by zero,
/// the square root of a negative) is an empty `optional`, never a special value.
class Number {
 public:
  static constexpr int precision = 34;           ///< significant digits
  static constexpr int largest_exponent = 6144;  ///< of the first digit

  constexpr Number() noexcept = default;  ///< zero
  constexpr explicit Number(std::int64_t value) noexcept
      : low_(value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value)),
        negative_(value < 0) {}

  /// Reads `[-]digits[.digits][e[+-]digits]`, also `.5`; empty for another form or an exponent out of range.
  static std::optional<Number> parse(std::string_view text);

  /// The shortest decimal that names this double; empty for NaN and infinities.
  static std::optional<Number> from_double(double value);

  /// Plain notation (`0.0001`, `1200`); from 10^34 and below 10^-20 with an exponent (`1.5e+40`).
  std::string to_string() const;

  /// The nearest double.
  double to_double() const;

  /// The value as an integer if it is whole and fits.
  std::optional<std::int64_t> to_int64() const noexcept;

  constexpr bool is_zero() const noexcept { return low_ == 0 && high_ == 0; }
  constexpr bool is_negative() const noexcept { return negative_; }
  constexpr bool is_whole() const noexcept { return exponent_ >= 0; }

  constexpr Number operator-() const noexcept {
    Number result = *this;
    result.negative_ = !negative_ && !is_zero();
    return result;
  }
  constexpr Number absolute() const noexcept { return negative_ ? -*this : *this; }

  /// Rounded to `scale` digits after the decimal point (before it, if negative); empty if that overflows.
  std::optional<Number> rounded(int scale, Rounding rounding) const;

  friend constexpr bool operator==(const Number&, const Number&) noexcept = default;
  friend std::strong_ordering operator<=>(const Number& left, const Number& right) noexcept;

  friend std::optional<Number> add(const Number& left, const Number& right);
  friend std::optional<Number> subtract(const Number& left, const Number& right);
  friend std::optional<Number> multiply(const Number& left, const Number& right);
  friend std::optional<Number> divide(const Number& left, const Number& right);

  /// The remainder of floored division: it has the divisor's sign. Empty for a divisor of zero.
  friend std::optional<Number> modulo(const Number& dividend, const Number& divisor);
  friend std::optional<Number> power(const Number& base, const Number& exponent);
  friend std::optional<Number> square_root(const Number& number);
  friend std::optional<Number> exponential(const Number& number);        ///< e^x
  friend std::optional<Number> natural_logarithm(const Number& number);  ///< empty unless positive

 private:
  friend struct NumberAccess;  // the wide arithmetic of number.cpp

  std::uint64_t low_ = 0;  // the coefficient, below 10^34
  std::uint64_t high_ = 0;
  std::int32_t exponent_ = 0;  // the value is coefficient * 10^exponent
  bool negative_ = false;      // never for zero
};

std::optional<Number> add(const Number& left, const Number& right);
std::optional<Number> subtract(const Number& left, const Number& right);
std::optional<Number> multiply(const Number& left, const Number& right);
std::optional<Number> divide(const Number& left, const Number& right);
std::optional<Number> modulo(const Number& dividend, const Number& divisor);
std::optional<Number> power(const Number& base, const Number& exponent);
std::optional<Number> square_root(const Number& number);
std::optional<Number> exponential(const Number& number);
std::optional<Number> natural_logarithm(const Number& number);

}  // namespace birthcase
