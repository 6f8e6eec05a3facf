#include <birthcase/number.hpp>

#include <boost/multiprecision/cpp_dec_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace birthcase {

namespace {

// Wide enough for every intermediate: two coefficients and a gap of 80 digits. Fixed, so nothing is allocated.
using Wide = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<
    512, 512, boost::multiprecision::unsigned_magnitude, boost::multiprecision::unchecked, void>>;
using Decimal = boost::multiprecision::number<boost::multiprecision::cpp_dec_float<60>>;

constexpr int smallest_exponent = -6176;  // of the last digit
constexpr int widest_gap = 80;            // beyond it the smaller summand only decides the rounding
constexpr int powers_known = 150;

const Wide& power_of_ten(int exponent) {
  static const auto powers = [] {
    std::array<Wide, powers_known> table;
    table[0] = 1;
    for (std::size_t i = 1; i < table.size(); ++i) table[i] = table[i - 1] * 10;
    return table;
  }();
  return powers[static_cast<std::size_t>(exponent)];
}

int digits_of(const Wide& coefficient) {
  if (coefficient.is_zero()) return 0;
  const int estimate = static_cast<int>(static_cast<double>(boost::multiprecision::msb(coefficient)) * 0.30103);
  return coefficient >= power_of_ten(estimate) ? estimate + (coefficient >= power_of_ten(estimate + 1) ? 2 : 1)
                                               : estimate;
}

bool rounds_away(const Wide& quotient, const Wide& twice_remainder, const Wide& divisor, bool negative,
                 Rounding rounding) {
  const int half = twice_remainder.compare(divisor);
  switch (rounding) {
    case Rounding::half_even:
      return half > 0 || (half == 0 && boost::multiprecision::bit_test(quotient, 0));
    case Rounding::half_up:
      return half >= 0;
    case Rounding::half_down:
      return half > 0;
    case Rounding::up:
      return true;
    case Rounding::down:
      return false;
    case Rounding::floor:
      return negative;
    case Rounding::ceiling:
      return !negative;
  }
  return false;
}

// The coefficient without its last `count` digits.
Wide drop_digits(const Wide& coefficient, int count, bool negative, Rounding rounding) {
  const Wide& divisor = power_of_ten(count);
  Wide quotient;
  Wide remainder;
  boost::multiprecision::divide_qr(coefficient, divisor, quotient, remainder);
  if (!remainder.is_zero() && rounds_away(quotient, remainder * 2, divisor, negative, rounding)) ++quotient;
  return quotient;
}

}  // namespace

struct NumberAccess {
  static Wide coefficient(const Number& number) { return (Wide(number.high_) << 64) | Wide(number.low_); }
  static int exponent(const Number& number) { return number.exponent_; }
  static bool is_small(const Number& number) {
    return number.high_ == 0 && number.exponent_ == 0 && number.low_ < (1ULL << 62);
  }
  static std::int64_t small(const Number& number) {
    const auto magnitude = static_cast<std::int64_t>(number.low_);
    return number.negative_ ? -magnitude : magnitude;
  }

  // The number with these parts, where the coefficient fits: without the zeros at the end of a fraction.
  static Number make_small(std::uint64_t coefficient, int exponent, bool negative) {
    Number number;
    if (coefficient == 0) return number;
    for (; exponent < 0 && coefficient % 10 == 0; ++exponent) coefficient /= 10;
    number.low_ = coefficient;
    number.exponent_ = exponent;
    number.negative_ = negative;
    return number;
  }

  // The number with these parts, rounded to the precision and in its one representation.
  static std::optional<Number> make(Wide coefficient, int exponent, bool negative) {
    const int excess = std::max(digits_of(coefficient) - Number::precision, smallest_exponent - exponent);
    if (excess > 0) {
      if (excess >= powers_known) return Number();
      coefficient = drop_digits(coefficient, excess, negative, Rounding::half_even);
      exponent += excess;
    }
    if (coefficient.is_zero()) return Number();
    while (exponent < 0 && (coefficient % 10).is_zero()) {
      coefficient /= 10;
      ++exponent;
    }
    const int spare = std::min(Number::precision - digits_of(coefficient), exponent);
    if (spare > 0) {
      coefficient *= power_of_ten(spare);
      exponent -= spare;
    } else if (spare < 0 && digits_of(coefficient) > Number::precision) {  // rounding carried into a new digit
      coefficient /= 10;
      ++exponent;
    }
    if (exponent + digits_of(coefficient) - 1 > Number::largest_exponent) return std::nullopt;
    return assemble(coefficient, exponent, negative);
  }

 private:
  static Number assemble(const Wide& coefficient, int exponent, bool negative) {
    Number number;
    number.low_ = static_cast<std::uint64_t>(coefficient & Wide(std::numeric_limits<std::uint64_t>::max()));
    number.high_ = static_cast<std::uint64_t>(coefficient >> 64);
    number.exponent_ = exponent;
    number.negative_ = negative;
    return number;
  }
};

namespace {

using Access = NumberAccess;

// Results of irrational functions, with more digits than a number keeps. Not by their text: that is made by a stream,
// which answers with fewer digits where memory runs out.
std::optional<Number> from_decimal(const Decimal& decimal) {
  constexpr int digits_at_once = 17;
  constexpr int times = 3;
  if (!boost::multiprecision::isfinite(decimal)) return std::nullopt;
  if (decimal.is_zero()) return Number();
  const int first = static_cast<int>(boost::multiprecision::ilogb(decimal));  // the exponent of the first digit
  Decimal rest = boost::multiprecision::scalbn(boost::multiprecision::abs(decimal), digits_at_once - 1 - first);
  Wide coefficient = 0;
  for (int i = 0; i < times; ++i) {
    const auto digits = rest.convert_to<std::uint64_t>();
    coefficient = coefficient * power_of_ten(digits_at_once) + digits;
    rest = boost::multiprecision::scalbn(Decimal(rest - digits), digits_at_once);
  }
  return Access::make(coefficient, first + 1 - times * digits_at_once, decimal < 0);
}

Decimal to_decimal(const Number& number) { return Decimal(number.to_string()); }

// The sum of two numbers of which `high` has the larger exponent.
std::optional<Number> add_aligned(const Number& high, const Number& low) {
  const int gap = Access::exponent(high) - Access::exponent(low);
  const bool far = gap > widest_gap;
  const int shift = far ? widest_gap / 2 : gap;
  const Wide left = Access::coefficient(high) * power_of_ten(shift);
  const Wide right = far ? Wide(1) : Access::coefficient(low);
  const int exponent = Access::exponent(high) - shift;
  if (high.is_negative() == low.is_negative()) return Access::make(left + right, exponent, high.is_negative());
  if (left >= right) return Access::make(left - right, exponent, high.is_negative());
  return Access::make(right - left, exponent, low.is_negative());
}

}  // namespace

std::optional<Number> add(const Number& left, const Number& right) {
  if (Access::is_small(left) && Access::is_small(right)) return Number(Access::small(left) + Access::small(right));
  if (left.is_zero()) return right;
  if (right.is_zero()) return left;
  return Access::exponent(left) >= Access::exponent(right) ? add_aligned(left, right) : add_aligned(right, left);
}

std::optional<Number> subtract(const Number& left, const Number& right) { return add(left, -right); }

std::optional<Number> multiply(const Number& left, const Number& right) {
  if (Access::is_small(left) && Access::is_small(right)) {
    constexpr std::int64_t limit = 1LL << 31;
    const std::int64_t a = Access::small(left);
    const std::int64_t b = Access::small(right);
    if (a < limit && a > -limit && b < limit && b > -limit) return Number(a * b);
  }
  return Access::make(Access::coefficient(left) * Access::coefficient(right),
                      Access::exponent(left) + Access::exponent(right), left.is_negative() != right.is_negative());
}

std::optional<Number> divide(const Number& left, const Number& right) {
  if (right.is_zero()) return std::nullopt;
  const Wide divisor = Access::coefficient(right);
  const Wide dividend = Access::coefficient(left);
  const int shift = std::max(0, Number::precision + 1 + digits_of(divisor) - digits_of(dividend));
  Wide quotient;
  Wide remainder;
  boost::multiprecision::divide_qr(Wide(dividend * power_of_ten(shift)), divisor, quotient, remainder);
  int exponent = Access::exponent(left) - Access::exponent(right) - shift;
  if (!remainder.is_zero()) {  // one more digit keeps the rounding right
    quotient = quotient * 10 + 1;
    --exponent;
  }
  return Access::make(quotient, exponent, left.is_negative() != right.is_negative());
}

// Exact, however large the quotient is: the dividend's power of ten is reduced on its way up.
std::optional<Number> modulo(const Number& dividend, const Number& divisor) {
  if (divisor.is_zero()) return std::nullopt;
  const bool same_sign = dividend.is_negative() == divisor.is_negative();
  const int gap = Access::exponent(dividend) - Access::exponent(divisor);
  if (gap < -widest_gap) return same_sign || dividend.is_zero() ? dividend : add(divisor, dividend);
  const Wide modulus = Access::coefficient(divisor) * power_of_ten(std::max(-gap, 0));
  Wide rest = Access::coefficient(dividend) % modulus;
  if (gap > 0) rest = rest * Wide(boost::multiprecision::powm(Wide(10), static_cast<unsigned>(gap), modulus)) % modulus;
  if (!same_sign && !rest.is_zero()) rest = modulus - rest;
  return Access::make(rest, std::min(Access::exponent(dividend), Access::exponent(divisor)), divisor.is_negative());
}

std::optional<Number> power(const Number& base, const Number& exponent) {
  if (exponent.is_zero()) return Number(1);
  if (base.is_zero()) return exponent.is_negative() ? std::nullopt : std::optional(Number());
  if (base == Number(1)) return base;
  if (const auto whole = exponent.to_int64()) {
    if (std::llabs(*whole) > 1'000'000'000) return std::nullopt;
    return from_decimal(boost::multiprecision::pow(to_decimal(base), static_cast<int>(*whole)));
  }
  if (base.is_negative() || exponent.is_whole()) return std::nullopt;
  return from_decimal(boost::multiprecision::pow(to_decimal(base), to_decimal(exponent)));
}

std::optional<Number> square_root(const Number& number) {
  if (number.is_negative()) return std::nullopt;
  return from_decimal(boost::multiprecision::sqrt(to_decimal(number)));
}

std::optional<Number> exponential(const Number& number) {
  if (number > Number(20'000)) return std::nullopt;
  if (number < Number(-20'000)) return Number();
  return from_decimal(boost::multiprecision::exp(to_decimal(number)));
}

std::optional<Number> natural_logarithm(const Number& number) {
  if (number.is_negative() || number.is_zero()) return std::nullopt;
  return from_decimal(boost::multiprecision::log(to_decimal(number)));
}

std::strong_ordering operator<=>(const Number& left, const Number& right) noexcept {
  if (left.negative_ != right.negative_)
    return left.negative_ ? std::strong_ordering::less : std::strong_ordering::greater;
  if (left.negative_) return -right <=> -left;
  if (left.exponent_ == right.exponent_)
    return left.high_ != right.high_ ? left.high_ <=> right.high_ : left.low_ <=> right.low_;
  if (left.is_zero() || right.is_zero()) return !left.is_zero() <=> !right.is_zero();
  const int gap = left.exponent_ - right.exponent_;
  if (gap > Number::precision) return std::strong_ordering::greater;
  if (gap < -Number::precision) return std::strong_ordering::less;
  const Wide a = Access::coefficient(left) * power_of_ten(std::max(gap, 0));
  const Wide b = Access::coefficient(right) * power_of_ten(std::max(-gap, 0));
  return a.compare(b) <=> 0;
}

std::optional<Number> Number::rounded(int scale, Rounding rounding) const {
  const int drop = -scale - exponent_;
  if (drop <= 0) return *this;
  Wide quotient = drop < powers_known
                      ? drop_digits(NumberAccess::coefficient(*this), drop, negative_, rounding)
                      : Wide(!is_zero() && (rounding == Rounding::up || (rounding == Rounding::floor && negative_) ||
                                            (rounding == Rounding::ceiling && !negative_))
                                 ? 1
                                 : 0);
  return NumberAccess::make(quotient, -scale, negative_);
}

std::optional<std::int64_t> Number::to_int64() const noexcept {
  if (exponent_ != 0 || high_ != 0) return std::nullopt;  // whole numbers of 64 bits have the exponent 0
  constexpr auto limit = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (low_ <= limit) return negative_ ? -static_cast<std::int64_t>(low_) : static_cast<std::int64_t>(low_);
  if (negative_ && low_ == limit + 1) return std::numeric_limits<std::int64_t>::min();
  return std::nullopt;
}

namespace {

bool is_digit(char character) noexcept { return character >= '0' && character <= '9'; }

// Collects the digits of a text into a coefficient that keeps all that can matter for rounding.
struct DigitReader {
  Wide coefficient = 0;
  int exponent = 0;
  std::size_t count = 0;  // digits seen
  int kept = 0;           // significant digits kept

  void digit(char character, bool fraction) {
    ++count;
    if (kept < 2 * Number::precision) {
      coefficient = coefficient * 10 + static_cast<unsigned>(character - '0');
      if (!coefficient.is_zero()) ++kept;
      if (fraction) --exponent;
      return;
    }
    if (character != '0') boost::multiprecision::bit_set(coefficient, 0);  // sticky
    if (!fraction) ++exponent;
  }
};

// `e+12` at the end of a number: its value, or nothing if malformed. Clamped far outside the range.
std::optional<int> read_exponent(std::string_view text) {
  text.remove_prefix(1);
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  int exponent = 0;
  for (const char character : text) exponent = std::min(exponent * 10 + (character - '0'), 1'000'000);
  return negative ? -exponent : exponent;
}

// Almost every number: a few digits, with or without a point among them. Nothing for any other form.
std::optional<Number> parse_small(std::string_view text) noexcept {
  constexpr std::size_t most = 18;  // whose digits surely fit
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > most || !is_digit(text.back())) return std::nullopt;
  std::uint64_t coefficient = 0;
  int exponent = 0;
  bool fraction = false;
  for (const char character : text) {
    if (character == '.' && !fraction) {
      fraction = true;
    } else if (is_digit(character)) {
      coefficient = coefficient * 10 + static_cast<unsigned>(character - '0');
      exponent -= fraction ? 1 : 0;
    } else {
      return std::nullopt;
    }
  }
  return NumberAccess::make_small(coefficient, exponent, negative);
}

}  // namespace

std::optional<Number> Number::parse(std::string_view text) {
  constexpr std::size_t longest = 1 << 16;
  if (const auto small = parse_small(text)) return small;
  if (text.size() > longest) return std::nullopt;
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  DigitReader reader;
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) reader.digit(text[at++], false);
  if (at < text.size() && text[at] == '.') {
    const std::size_t point = ++at;
    while (at < text.size() && is_digit(text[at])) reader.digit(text[at++], true);
    if (at == point) return std::nullopt;
  }
  if (reader.count == 0) return std::nullopt;
  int exponent = 0;
  if (at < text.size()) {
    if (text[at] != 'e' && text[at] != 'E') return std::nullopt;
    const auto written = read_exponent(text.substr(at));
    if (!written) return std::nullopt;
    exponent = *written;
  }
  return NumberAccess::make(reader.coefficient, reader.exponent + exponent, negative);
}

std::optional<Number> Number::from_double(double value) {
  if (!std::isfinite(value)) return std::nullopt;
  std::array<char, 32> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  return parse(std::string_view(buffer.data(), static_cast<std::size_t>(end - buffer.data())));
}

std::string Number::to_string() const {
  constexpr int deepest_fraction = 20;
  std::string digits = high_ == 0 ? std::to_string(low_) : NumberAccess::coefficient(*this).str();
  const int count = static_cast<int>(digits.size());
  const int first = count + exponent_ - 1;  // the exponent of the first digit
  if (exponent_ > 0 || first < -deepest_fraction) {
    while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
    if (digits.size() > 1) digits.insert(1, ".");
    digits += (first < 0 ? "e-" : "e+") + std::to_string(std::abs(first));
  } else if (exponent_ < 0) {
    if (first < 0) digits.insert(0, static_cast<std::size_t>(-first), '0');
    digits.insert(digits.size() - static_cast<std::size_t>(-exponent_), ".");
  }
  return negative_ ? "-" + digits : digits;
}

double Number::to_double() const {
  const std::string text = to_string();
  double value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc::result_out_of_range) return value;
  if (exponent_ < 0) return 0;
  return negative_ ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
}

}  // namespace birthcase
