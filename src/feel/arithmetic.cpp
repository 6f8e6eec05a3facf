#include "feel/operations.hpp"
#include "feel/temporal.hpp"

namespace birthcase::feel {

namespace {

template <class Result>
Value or_null(const std::optional<Result>& result, Value (*wrap)(const Result&)) {
  return result ? wrap(*result) : Value::null();
}

Value wrap_number(const Number& number) { return Value::number(number); }
Value wrap_date(const CivilDate& date) { return Value::date(date); }
Value wrap_moment(const CivilDateTime& moment) { return Value::date_time(moment); }
Value wrap_days(const DaysDuration& duration) { return Value::days_duration(duration); }

bool is_duration(Kind kind) noexcept { return kind == Kind::days_duration || kind == Kind::months_duration; }
bool is_day(Kind kind) noexcept { return kind == Kind::date || kind == Kind::date_time; }

Value months(std::int64_t count) {
  constexpr std::int64_t longest = 100'000'000'000'000;
  return count > longest || count < -longest ? Value::null() : Value::months_duration({count});
}

Number seconds_of(const DaysDuration& duration) {
  const Number fraction = *divide(Number(duration.nanoseconds), Number(1'000'000'000));
  return *add(Number(duration.seconds), fraction);
}

Value days_from_seconds(const std::optional<Number>& seconds) {
  if (!seconds) return Value::null();
  const auto nanoseconds = multiply(*seconds, Number(1'000'000'000));
  const auto whole = seconds->rounded(0, Rounding::down);
  if (!nanoseconds || !whole || !whole->to_int64()) return Value::null();
  const auto rest = modulo(nanoseconds->absolute(), Number(1'000'000'000));
  const auto fraction = rest ? rest->rounded(0, Rounding::down)->to_int64() : std::nullopt;
  if (!fraction) return Value::null();
  return or_null(duration(*whole->to_int64(), seconds->is_negative() ? -*fraction : *fraction), wrap_days);
}

Value months_from(const std::optional<Number>& count) {
  if (!count) return Value::null();
  const auto whole = count->rounded(0, Rounding::down)->to_int64();
  return whole ? months(*whole) : Value::null();
}

Value plus_duration(const Value& moment, const Value& amount) {
  if (amount.is(Kind::days_duration)) {
    const DaysDuration& days = amount.as_days_duration();
    if (moment.is(Kind::date)) return or_null(plus(moment.as_date(), days), wrap_date);
    if (moment.is(Kind::date_time)) return or_null(plus(moment.as_date_time(), days), wrap_moment);
    return Value::time(plus(moment.as_time(), days));
  }
  if (moment.is(Kind::date)) return or_null(plus(moment.as_date(), amount.as_months_duration()), wrap_date);
  if (!moment.is(Kind::date_time)) return Value::null();
  const auto date = plus(moment.as_date_time().date, amount.as_months_duration());
  return date ? Value::date_time({*date, moment.as_date_time().time}) : Value::null();
}

Value add_durations(const Value& left, const Value& right) {
  if (left.is(Kind::months_duration))
    return months(left.as_months_duration().months + right.as_months_duration().months);
  const DaysDuration& a = left.as_days_duration();
  const DaysDuration& b = right.as_days_duration();
  return or_null(duration(a.seconds + b.seconds, std::int64_t{a.nanoseconds} + b.nanoseconds), wrap_days);
}

Value add_texts(const std::string& left, const std::string& right) {
  return left.size() + right.size() > longest_text ? Value::null() : Value::text(left + right);
}

Value add_values(const Value& left, const Value& right) {
  if (left.is(Kind::number)) return or_null(add(left.as_number(), right.as_number()), wrap_number);
  if (left.is(Kind::text)) return add_texts(left.as_text(), right.as_text());
  if (is_duration(left.kind())) {
    return is_duration(right.kind()) ? add_durations(left, right) : plus_duration(right, left);
  }
  return plus_duration(left, right);
}

// The distance of two days or moments. A day counts as its midnight UTC, so that a moment without zone has no distance
// from it.
Value subtract_days(const Value& left, const Value& right) {
  const auto moment = [](const Value& value) {
    if (value.is(Kind::date_time)) return value.as_date_time();
    CivilDateTime start = midnight(value.as_date());
    start.time.zone.given = true;
    return start;
  };
  const CivilDateTime later = moment(left);
  const CivilDateTime earlier = moment(right);
  if (later.time.zone.given != earlier.time.zone.given) return Value::null();
  return or_null(difference(instant(later), instant(earlier)), wrap_days);
}

Value subtract_values(const Value& left, const Value& right) {
  if (left.is(Kind::number)) return or_null(subtract(left.as_number(), right.as_number()), wrap_number);
  if (is_duration(right.kind())) return add_values(left, negate(right));
  if (left.is(Kind::time)) {
    if (left.as_time().zone.given != right.as_time().zone.given) return Value::null();
    return or_null(difference(instant(left.as_time()), instant(right.as_time())), wrap_days);
  }
  return subtract_days(left, right);
}

Value multiply_values(const Value& left, const Value& right) {
  if (!left.is(Kind::number)) return multiply_values(right, left);
  const Number& factor = left.as_number();
  if (right.is(Kind::number)) return or_null(multiply(factor, right.as_number()), wrap_number);
  if (right.is(Kind::months_duration)) return months_from(multiply(factor, Number(right.as_months_duration().months)));
  return days_from_seconds(multiply(factor, seconds_of(right.as_days_duration())));
}

Value divide_values(const Value& left, const Value& right) {
  if (left.is(Kind::number)) return or_null(divide(left.as_number(), right.as_number()), wrap_number);
  if (left.is(Kind::months_duration)) {
    const Number dividend(left.as_months_duration().months);
    if (right.is(Kind::number)) return months_from(divide(dividend, right.as_number()));
    return or_null(divide(dividend, Number(right.as_months_duration().months)), wrap_number);
  }
  const Number dividend = seconds_of(left.as_days_duration());
  if (right.is(Kind::number)) return days_from_seconds(divide(dividend, right.as_number()));
  return or_null(divide(dividend, seconds_of(right.as_days_duration())), wrap_number);
}

std::optional<Kind> sum_kind(Kind left, Kind right) noexcept {
  if (left == right && (left == Kind::number || left == Kind::text || is_duration(left))) return left;
  if (is_duration(left)) std::swap(left, right);
  if (!is_duration(right)) return std::nullopt;
  if (is_day(left) || (left == Kind::time && right == Kind::days_duration)) return left;
  return std::nullopt;
}

std::optional<Kind> difference_kind(Kind left, Kind right) noexcept {
  if (left == Kind::number && right == Kind::number) return left;
  if ((is_day(left) && is_day(right)) || (left == Kind::time && right == Kind::time)) return Kind::days_duration;
  return is_duration(right) && left != Kind::text ? sum_kind(left, right) : std::nullopt;
}

std::optional<Kind> quotient_kind(Kind left, Kind right) noexcept {
  if (left == right && (left == Kind::number || is_duration(left))) return Kind::number;
  return is_duration(left) && right == Kind::number ? std::optional(left) : std::nullopt;
}

std::optional<Kind> product_kind(Kind left, Kind right) noexcept {
  if (left == Kind::number && (right == Kind::number || is_duration(right))) return right;
  return right == Kind::number && is_duration(left) ? std::optional(left) : std::nullopt;
}

}  // namespace

std::optional<Kind> result_kind(Arithmetic operation, Kind left, Kind right) noexcept {
  if (left == Kind::null || right == Kind::null) return Kind::null;
  if (left == Kind::any || right == Kind::any) return Kind::any;
  switch (operation) {
    case Arithmetic::add:
      return sum_kind(left, right);
    case Arithmetic::subtract:
      return difference_kind(left, right);
    case Arithmetic::multiply:
      return product_kind(left, right);
    case Arithmetic::divide:
      return quotient_kind(left, right);
    case Arithmetic::power:
      return left == Kind::number && right == Kind::number ? std::optional(Kind::number) : std::nullopt;
  }
  return std::nullopt;
}

Value calculate(Arithmetic operation, const Value& left, const Value& right) {
  if (left.is_unknown() || right.is_unknown()) return {};
  const auto kind = result_kind(operation, left.kind(), right.kind());
  if (!kind || *kind == Kind::null) return Value::null();
  switch (operation) {
    case Arithmetic::add:
      return add_values(left, right);
    case Arithmetic::subtract:
      return subtract_values(left, right);
    case Arithmetic::multiply:
      return multiply_values(left, right);
    case Arithmetic::divide:
      return divide_values(left, right);
    case Arithmetic::power:
      return or_null(power(left.as_number(), right.as_number()), wrap_number);
  }
  return Value::null();
}

Value negate(const Value& operand) {
  switch (operand.kind()) {
    case Kind::unknown:
      return {};
    case Kind::number:
      return Value::number(-operand.as_number());
    case Kind::months_duration:
      return months(-operand.as_months_duration().months);
    case Kind::days_duration: {
      const DaysDuration& days = operand.as_days_duration();
      return Value::days_duration({-days.seconds, -days.nanoseconds});
    }
    default:
      return Value::null();
  }
}

}  // namespace birthcase::feel
