/// The parts of the machine that make values. Included by evaluate.cpp alone.
#pragma once

#include "feel/machine.hpp"
#include "feel/temporal.hpp"

#include <bit>
#include <cstddef>

namespace birthcase::feel {

template <class Recorder>
const Value& Machine<Recorder>::fact_at(std::uint32_t slot, const Value& position) {
  static const Value null = Value::null();
  if (position.is_unknown()) return unknown_;
  const auto index = position.is(Kind::number) ? position.as_number().to_int64() : std::nullopt;
  if (!index || *index < 1 || *index > static_cast<std::int64_t>(facts_.newborns.size())) return null;
  return newborn_fact(slot, static_cast<std::uint16_t>(*index - 1));
}

template <class Recorder>
Value Machine<Recorder>::fact_of_newborn(const Node& node) {
  Value scratch;
  return fact_at(node.a, value(node.b, scratch));
}

template <class Recorder>
Value Machine<Recorder>::facts_of_newborns(const Node& node) {
  Value scratch;
  const Value& positions = value(node.b, scratch);
  if (positions.is_unknown() || positions.is_null()) return positions;
  List facts;
  for (const Value& position : items(positions)) {
    facts.push_back(fact_at(node.a, position));
    if (!budget_.spend_on(facts.back())) return Value::null();
  }
  return Value::list(std::move(facts));
}

template <class Recorder>
Value Machine<Recorder>::newborns() {
  List positions;
  if (!budget_.spend(facts_.newborns.size())) return Value::null();
  for (std::size_t i = 0; i < facts_.newborns.size(); ++i) {
    positions.push_back(Value::number(static_cast<std::int64_t>(i) + 1));
  }
  return Value::list(std::move(positions));
}

template <class Recorder>
Value Machine<Recorder>::item_name(const Node& node) {
  const Value& item = *locals_[node.a];
  if (item.is_unknown()) return {};
  const bool has_names = item.is(Kind::context);
  if (has_names && !budget_.spend(item.as_context().entries().size())) return Value::null();
  const Value* entry = has_names ? item.as_context().find(program_.names[node.b]) : nullptr;
  if (entry != nullptr) return *entry;
  if (node.c == none) return Value::null();
  Value scratch;
  return value(node.c, scratch);
}

template <class Recorder>
Value Machine<Recorder>::make_list(const Node& node) {
  List list;
  list.reserve(node.c);
  for (const NodeId operand : operands(node)) {
    Value scratch;
    list.push_back(value(operand, scratch));
    if (!budget_.spend_on(list.back())) return Value::null();
  }
  return Value::list(std::move(list));
}

template <class Recorder>
Value Machine<Recorder>::make_context(const Node& node) {
  std::vector<Context::Entry> entries;
  const auto parts = operands(node);

  entries.reserve(parts.size() / 3);  // later entries point to earlier ones
  for (std::size_t i = 0; i + 2 < parts.size(); i += 3) {
    Value scratch;
    entries.emplace_back(program_.names[parts[i + 1]], value(parts[i], scratch));
    if (!budget_.spend_on(entries.back().second)) return Value::null();
    locals_[parts[i + 2]] = &entries.back().second;
  }
  return Value::context(Context(std::move(entries)));
}

template <class Recorder>
Value Machine<Recorder>::make_range(const Node& node) {
  if (!budget_.spend(1)) return Value::null();
  Range range;
  Value scratch;
  if (node.a != none) range.start = value(node.a, scratch);
  if (node.b != none) range.end = value(node.b, scratch);
  if (range.start && range.end && !range.start->is_unknown() && !range.end->is_unknown() && !range.start->is_null() &&
      !range.end->is_null() && order(*range.start, *range.end) == Order::none) {
    return Value::null();
  }
  range.start_included = (node.mode & start_included) != 0;
  range.end_included = (node.mode & end_included) != 0;
  return Value::range(std::move(range));
}

template <class Recorder>
Value Machine<Recorder>::sequence(const Node& node) {
  if (!budget_.spend(1)) return Value::null();
  Value first;
  Value last;
  const Value& from = value(node.a, first);
  return steps(from, value(node.b, last));
}

// The whole numbers, or the days, from one to the other.
template <class Recorder>
Value Machine<Recorder>::steps(const Value& from, const Value& to) {
  if (from.is_unknown() || to.is_unknown()) return {};
  if (from.is(Kind::date) && to.is(Kind::date)) {
    return steps(day_number(from.as_date()), day_number(to.as_date()), true);
  }
  if (!from.is(Kind::number) || !to.is(Kind::number)) return Value::null();
  const auto start = from.as_number().to_int64();
  const auto end = to.as_number().to_int64();
  constexpr std::int64_t farthest = std::int64_t{1} << 60;
  if (!start || !end || *start > farthest || *start < -farthest || *end > farthest || *end < -farthest) {
    return Value::null();
  }
  return steps(*start, *end, false);
}

template <class Recorder>
Value Machine<Recorder>::steps(std::int64_t start, std::int64_t end, bool days) {
  const std::int64_t step = start <= end ? 1 : -1;
  const auto count = static_cast<std::uint64_t>(start <= end ? end - start : start - end) + 1;
  if (!std::in_range<std::size_t>(count) || !budget_.spend(static_cast<std::size_t>(count))) return Value::null();
  List items;
  items.reserve(static_cast<std::size_t>(count));
  for (std::int64_t i = start; i != end + step; i += step) {
    items.push_back(days ? Value::date(from_day_number(i).value_or(CivilDate{})) : Value::number(i));
  }
  return Value::list(std::move(items));
}

// What lies in a range of numbers or days, as far as it can be gone through.
template <class Recorder>
Value Machine<Recorder>::steps_of(const Range& range) {
  if (!range.start || !range.end) return Value::null();
  const Order direction = order(*range.start, *range.end);
  if (direction == Order::unknown) return {};
  if (direction == Order::none || direction == Order::greater) return Value::null();
  const Value all = steps(*range.start, *range.end);
  if (!all.is(Kind::list)) return all;
  const List& list = all.as_list();
  const auto begin = list.begin() + (range.start_included ? 0 : 1);
  const auto end = list.end() - (range.end_included ? 0 : 1);
  return begin < end ? Value::list(List(begin, end)) : Value::list({});
}

// A value to go through: what is in a range stands for the range.
template <class Recorder>
const Value& Machine<Recorder>::iterable(NodeId id, Value& scratch) {
  const Value& list = value(id, scratch);
  if (!list.is(Kind::range)) return list;
  scratch = steps_of(Value(list).as_range());
  return scratch;
}

template <class Recorder>
Value Machine<Recorder>::conditional(const Node& node) {
  if (!budget_.spend(1)) return Value::null();
  const Logic condition = test(node.a);
  Value scratch;
  if (condition != Logic::unknown) return value(condition == Logic::yes ? node.b : node.c, scratch);
  Value other;
  const Value& consequence = value(node.b, scratch);
  const Value& alternative = value(node.c, other);
  return consequence == alternative ? consequence : Value();
}

template <class Recorder>
Value Machine<Recorder>::loop(const Node& node) {
  List results;
  Value stop;
  const std::uint32_t so_far = (node.mode & partial_loop) != 0 ? node.c - 1 : none;
  return repeat(node, so_far, results, stop) ? Value::list(std::move(results)) : stop;
}

// Adds the loop's items to the results; false if there is no list but what `stop` says.
template <class Recorder>
bool Machine<Recorder>::repeat(const Node& node, std::uint32_t partial, List& results, Value& stop) {
  Value scratch;
  const Value& list = iterable(node.a, scratch);
  stop = list.is_unknown() ? Value() : Value::null();
  if (list.is_unknown() || list.is_null()) return false;
  for (const Value& item : items(list)) {
    stop = Value::null();
    if (!budget_.spend(1)) return false;
    locals_[node.c] = &item;
    if ((node.mode & nested_loop) != 0) {
      if (!repeat(program_.nodes[node.b], partial, results, stop)) return false;
      continue;
    }
    Value so_far;
    if (partial != none) {
      if (!budget_.spend(1 + results.size())) return false;
      so_far = Value::list(results);
      locals_[partial] = &so_far;
    }
    Value own;
    const Value& result = value(node.b, own);
    if (!budget_.spend_on(result)) return false;
    results.push_back(result);
  }
  return true;
}

// From the bottom up: runs of one, two, four … items are merged, two at a time.
template <class Recorder>
Value Machine<Recorder>::sort(const Node& node) {
  Value scratch;
  const Value& list = value(node.a, scratch);
  if (list.is_unknown() || list.is_null()) return list;
  if (!budget_.spend_on(list)) return Value::null();
  std::vector<const Value*> sorted;
  for (const Value& item : items(list)) sorted.push_back(&item);
  std::vector<const Value*> merged;
  for (std::size_t run = 1; run < sorted.size(); run *= 2) {
    merged.clear();
    for (std::size_t begin = 0; begin < sorted.size(); begin += 2 * run) {
      const std::span<const Value*> rest = std::span(sorted).subspan(begin);
      const Logic answer = merge(node, rest.first(std::min(2 * run, rest.size())), merged);
      if (answer != Logic::yes) return answer == Logic::unknown ? Value() : Value::null();
    }
    sorted.swap(merged);
  }
  List result;
  for (const Value* const item : sorted) result.push_back(*item);
  return Value::list(std::move(result));
}

// Merges two runs, the first as long as a power of two can be; not `yes` if some item does not say whether it goes
// before another.
template <class Recorder>
Logic Machine<Recorder>::merge(const Node& node, std::span<const Value*> both, std::vector<const Value*>& merged) {
  const std::size_t run = std::bit_ceil(both.size()) / 2;
  auto left = both.begin();
  const auto middle = left + static_cast<std::ptrdiff_t>(run);
  auto right = middle;
  while (left != middle && right != both.end()) {
    if (!budget_.spend(1)) return Logic::null;
    locals_[node.c] = *right;
    locals_[node.c + 1] = *left;
    const Logic precedes = test(node.b);
    if (precedes != Logic::yes && precedes != Logic::no) return precedes;
    merged.push_back(precedes == Logic::yes ? *right++ : *left++);
  }
  merged.insert(merged.end(), left, middle);
  merged.insert(merged.end(), right, both.end());
  return Logic::yes;
}

template <class Recorder>
Value Machine<Recorder>::filter(const Node& node) {
  Value scratch;
  const Value& list = value(node.a, scratch);
  if (list.is_unknown() || list.is_null()) return list;
  List kept;
  for (const Value& item : items(list)) {
    if (!budget_.spend(1)) return Value::null();
    locals_[node.c] = &item;
    Value own;
    const Value& result = value(node.b, own);
    if (result.is(Kind::number)) return picked(list, result);
    if (result.is_unknown()) return {};
    if (result.kind() > Kind::boolean) return Value::null();
    if (!result.is_true()) continue;
    if (!budget_.spend_on(item)) return Value::null();
    kept.push_back(item);
  }
  return Value::list(std::move(kept));
}

template <class Recorder>
Value Machine<Recorder>::picked(const Value& list, const Value& position) {
  if (list.is_unknown() || position.is_unknown()) return {};
  const auto all = items(list);
  const auto place = position.is(Kind::number) ? position.as_number().to_int64() : std::nullopt;
  const auto size = static_cast<std::int64_t>(all.size());
  if (!place || *place == 0 || *place > size || *place < -size) return Value::null();
  return all[static_cast<std::size_t>(*place > 0 ? *place - 1 : size + *place)];
}

template <class Recorder>
Value Machine<Recorder>::call_function(const Node& node) {
  boost::container::small_vector<Value, 3> scratch(node.c);
  boost::container::small_vector<const Value*, 3> arguments;
  for (const NodeId operand : operands(node)) arguments.push_back(&value(operand, scratch[arguments.size()]));
  const Pattern* const pattern = node.mode == 0 ? nullptr : program_.patterns[node.mode - 1U].get();
  return call(*program_.functions[node.a], {arguments.data(), arguments.size()}, budget_, pattern);
}

template <class Recorder>
Value Machine<Recorder>::call_domain_function(const Node& node) {
  Value scratch;
  return call(program_.domain_functions[node.a], value(node.b, scratch), budget_);
}

template <class Recorder>
Value Machine<Recorder>::bound(const Node& node) {
  if (!budget_.spend(1)) return Value::null();
  const std::size_t mark = recorder_.mark();
  Value scratch;
  const Value& argument = value(node.a, scratch);
  if (argument.is_unknown()) recorder_.hold(node.c, mark);
  locals_[node.c] = &argument;
  Value result;
  return value(node.b, result);
}

}  // namespace birthcase::feel
