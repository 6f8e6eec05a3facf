#include "feel/functions.hpp"

namespace birthcase::feel {

namespace {

Value number(const std::optional<Number>& result) { return result ? Value::number(*result) : Value::null(); }

constexpr std::size_t series_cost = 200;
constexpr std::int64_t smallest_scale = -6111;
constexpr std::int64_t largest_scale = 6176;

// Rounded to the digits that the second argument says, or to whole numbers.
Value round_to_scale(const Arguments& arguments, Rounding rounding) {
  std::optional<std::int64_t> scale = 0;
  if (arguments.size() > 1) {
    scale = arguments[1].is_null() ? std::nullopt : arguments[1].as_number().rounded(0, Rounding::down)->to_int64();
  }
  if (!scale || *scale < smallest_scale || *scale > largest_scale) return Value::null();
  return number(arguments[0].as_number().rounded(static_cast<int>(*scale), rounding));
}

template <Rounding rounding>
Value round_as(const Arguments& arguments) {
  return round_to_scale(arguments, rounding);
}

Value absolute(const Arguments& arguments) {
  const Value& operand = arguments[0];
  if (operand.is(Kind::number)) return Value::number(operand.as_number().absolute());
  if (operand.is(Kind::months_duration)) {
    const std::int64_t months = operand.as_months_duration().months;
    return Value::months_duration({months < 0 ? -months : months});
  }
  const DaysDuration& days = operand.as_days_duration();
  const bool negative = days.seconds < 0 || days.nanoseconds < 0;
  return Value::days_duration(negative ? DaysDuration{-days.seconds, -days.nanoseconds} : days);
}

Value remainder(const Arguments& arguments) {
  return number(modulo(arguments[0].as_number(), arguments[1].as_number()));
}

Value root(const Arguments& arguments) { return number(square_root(arguments[0].as_number())); }
Value exponent(const Arguments& arguments) { return number(exponential(arguments[0].as_number())); }
Value logarithm(const Arguments& arguments) { return number(natural_logarithm(arguments[0].as_number())); }

Value has_parity(const Arguments& arguments, bool odd) {
  const Number& operand = arguments[0].as_number();
  const auto rest = modulo(operand, Number(2));
  return Value::boolean(operand.is_whole() && rest && rest->is_zero() != odd);
}

Value is_odd(const Arguments& arguments) { return has_parity(arguments, true); }
Value is_even(const Arguments& arguments) { return has_parity(arguments, false); }

}  // namespace

std::vector<Function> number_functions() {
  const Parameter n{"n", Kind::number, false};
  const Parameter scale{"scale", Kind::number, false};
  const Parameter amount{"n", {Kind::number, Kind::days_duration, Kind::months_duration}, false};
  return {
      {"decimal", {n, scale}, 2, Kind::number, round_as<Rounding::half_even>},
      {"floor", {n, scale}, 1, Kind::number, round_as<Rounding::floor>},
      {"ceiling", {n, scale}, 1, Kind::number, round_as<Rounding::ceiling>},
      {"round up", {n, scale}, 2, Kind::number, round_as<Rounding::up>},
      {"round down", {n, scale}, 2, Kind::number, round_as<Rounding::down>},
      {"round half up", {n, scale}, 2, Kind::number, round_as<Rounding::half_up>},
      {"round half down", {n, scale}, 2, Kind::number, round_as<Rounding::half_down>},
      {"abs", {amount}, 1, Kind::any, absolute},
      {"modulo", {{"dividend", Kind::number, false}, {"divisor", Kind::number, false}}, 2, Kind::number, remainder},
      {"sqrt", {{"number", Kind::number, false}}, 1, Kind::number, root, Arity::fixed, false, series_cost},
      {"exp", {{"number", Kind::number, false}}, 1, Kind::number, exponent, Arity::fixed, false, series_cost},
      {"log", {{"number", Kind::number, false}}, 1, Kind::number, logarithm, Arity::fixed, false, series_cost},
      {"odd", {{"number", Kind::number, false}}, 1, Kind::boolean, is_odd},
      {"even", {{"number", Kind::number, false}}, 1, Kind::boolean, is_even},
  };
}

}  // namespace birthcase::feel
