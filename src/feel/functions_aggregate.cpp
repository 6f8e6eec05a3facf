#include "feel/functions.hpp"
#include "feel/operations.hpp"

#include <algorithm>

namespace birthcase::feel {

namespace {

Value number(const std::optional<Number>& result) { return result ? Value::number(*result) : Value::null(); }

bool are_numbers(const List& list) {
  return std::all_of(list.begin(), list.end(), [](const Value& item) { return item.is(Kind::number); });
}

Value count(const Arguments& arguments) {
  return Value::number(static_cast<std::int64_t>(arguments[0].as_list().size()));
}

Value extreme(const List& list, Order wanted) {
  if (list.empty()) return Value::null();
  const Value* best = &list.front();
  for (const Value& item : list) {
    const Order result = order(item, *best);
    if (result == Order::none) return Value::null();
    if (result == wanted) best = &item;
  }
  return *best;
}

Value minimum(const Arguments& arguments) { return extreme(arguments[0].as_list(), Order::less); }
Value maximum(const Arguments& arguments) { return extreme(arguments[0].as_list(), Order::greater); }

using Combine = std::optional<Number> (*)(const Number&, const Number&);

std::optional<Number> combined(const List& list, Number result, Combine combine) {
  if (list.empty() || !are_numbers(list)) return std::nullopt;
  for (const Value& item : list) {
    const auto next = combine(result, item.as_number());
    if (!next) return std::nullopt;
    result = *next;
  }
  return result;
}

Value sum(const Arguments& arguments) { return number(combined(arguments[0].as_list(), Number(), add)); }
Value product(const Arguments& arguments) { return number(combined(arguments[0].as_list(), Number(1), multiply)); }

std::optional<Number> mean_of(const List& list) {
  const auto total = combined(list, Number(), add);
  return total ? divide(*total, Number(static_cast<std::int64_t>(list.size()))) : std::nullopt;
}

Value mean(const Arguments& arguments) { return number(mean_of(arguments[0].as_list())); }

std::vector<Number> sorted_numbers(const List& list) {
  std::vector<Number> numbers;
  for (const Value& item : list) numbers.push_back(item.as_number());
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

Value median(const Arguments& arguments) {
  const List& list = arguments[0].as_list();
  if (list.empty() || !are_numbers(list)) return Value::null();
  const std::vector<Number> numbers = sorted_numbers(list);
  const std::size_t middle = numbers.size() / 2;
  if (numbers.size() % 2 == 1) return Value::number(numbers[middle]);
  const auto both = add(numbers[middle - 1], numbers[middle]);
  return number(both ? divide(*both, Number(2)) : std::nullopt);
}

// Of a sample.
Value standard_deviation(const Arguments& arguments) {
  const List& list = arguments[0].as_list();
  const auto average = list.size() < 2 ? std::nullopt : mean_of(list);
  if (!average) return Value::null();
  Number squares;
  for (const Value& item : list) {
    const auto distance = subtract(item.as_number(), *average);
    const auto square = distance ? multiply(*distance, *distance) : std::nullopt;
    const auto next = square ? add(squares, *square) : std::nullopt;
    if (!next) return Value::null();
    squares = *next;
  }
  const auto variance = divide(squares, Number(static_cast<std::int64_t>(list.size()) - 1));
  return number(variance ? square_root(*variance) : std::nullopt);
}

// The most frequent numbers, in ascending order.
Value mode(const Arguments& arguments) {
  const List& list = arguments[0].as_list();
  if (!are_numbers(list)) return Value::null();
  const std::vector<Number> numbers = sorted_numbers(list);
  List modes;
  std::ptrdiff_t most = 0;
  for (auto run = numbers.begin(); run != numbers.end();) {
    const auto end = std::upper_bound(run, numbers.end(), *run);
    if (end - run > most) modes.clear();
    if (end - run >= most) modes.push_back(Value::number(*run));
    most = std::max(most, end - run);
    run = end;
  }
  return Value::list(std::move(modes));
}

Value all(const Arguments& arguments) {
  Logic result = Logic::yes;
  for (const Value& item : arguments[0].as_list()) result = result && logic(item);
  return to_value(result);
}

Value any(const Arguments& arguments) {
  Logic result = Logic::no;
  for (const Value& item : arguments[0].as_list()) result = result || logic(item);
  return to_value(result);
}

}  // namespace

std::vector<Function> aggregate_functions() {
  const std::vector<Parameter> list{{"list", Kind::list, false}};
  return {
      {"count", list, 1, Kind::number, count, Arity::listed, true},
      {"min", list, 1, Kind::any, minimum, Arity::listed},
      {"max", list, 1, Kind::any, maximum, Arity::listed},
      {"sum", list, 1, Kind::number, sum, Arity::listed},
      {"product", list, 1, Kind::number, product, Arity::listed},
      {"mean", list, 1, Kind::number, mean, Arity::listed},
      {"median", list, 1, Kind::number, median, Arity::listed},
      {"stddev", list, 1, Kind::number, standard_deviation, Arity::listed},
      {"mode", list, 1, Kind::list, mode, Arity::listed},
      {"all", list, 1, Kind::boolean, all, Arity::listed, true},
      {"any", list, 1, Kind::boolean, any, Arity::listed, true},
  };
}

}  // namespace birthcase::feel
