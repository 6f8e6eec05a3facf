#include "feel/operations.hpp"
#include "feel/temporal.hpp"

namespace birthcase::feel {

namespace {

template <class Comparable>
Order order_of(const Comparable& left, const Comparable& right) {
  const auto result = left <=> right;
  if (result < 0) return Order::less;
  return result > 0 ? Order::greater : Order::equal;
}

// Moments and times: comparable if both have a zone, or neither.
template <class Moment>
Order order_of_moments(const Moment& left, const Moment& right, const CivilTime& left_time,
                       const CivilTime& right_time) {
  if (left_time.zone.given != right_time.zone.given) return Order::none;
  return order_of(instant(left), instant(right));
}

template <class Moment>
Logic equal_moments(const Moment& left, const Moment& right, const CivilTime& left_time, const CivilTime& right_time) {
  if (left_time.zone.given != right_time.zone.given) return Logic::no;
  return logic(instant(left).seconds == instant(right).seconds);
}

Logic null_is_no(Logic operand) noexcept { return operand == Logic::null ? Logic::no : operand; }

Logic equal_lists(const List& left, const List& right) {
  if (left.size() != right.size()) return Logic::no;
  Logic result = Logic::yes;
  for (std::size_t i = 0; i < left.size() && result != Logic::no; ++i) {
    result = result && null_is_no(equals(left[i], right[i]));
  }
  return result;
}

Logic equal_contexts(const Context& left, const Context& right) {
  if (left.entries().size() != right.entries().size()) return Logic::no;
  Logic result = Logic::yes;
  for (const auto& [name, value] : left.entries()) {
    const Value* other = right.find(name);
    if (other == nullptr) return Logic::no;
    result = result && null_is_no(equals(value, *other));
  }
  return result;
}

Logic equal_ends(const std::optional<Value>& left, const std::optional<Value>& right) {
  if (!left || !right) return logic(!left && !right);
  return null_is_no(equals(*left, *right));
}

Logic equal_ranges(const Range& left, const Range& right) {
  if (left.start_included != right.start_included || left.end_included != right.end_included) return Logic::no;
  return equal_ends(left.start, right.start) && equal_ends(left.end, right.end);
}

// One side of a range: whether `value` is beyond `bound` in the wanted direction, or on it where that counts.
Logic is_within(const Value& value, const std::optional<Value>& bound, Order wanted, bool included) {
  if (!bound) return Logic::yes;
  switch (const Order result = order(value, *bound)) {
    case Order::unknown:
      return Logic::unknown;
    case Order::none:
      return Logic::null;
    case Order::equal:
      return logic(included);
    default:
      return logic(result == wanted);
  }
}

Logic is_item(const Value& value, const List& list) {
  Logic result = Logic::no;
  for (const Value& item : list) {
    Logic found = null_is_no(equals(value, item));
    if (item.is(Kind::range) && !value.is(Kind::range)) found = null_is_no(contains(item.as_range(), value));
    result = result || found;
    if (result == Logic::yes) break;
  }
  return result;
}

}  // namespace

bool has_order(Kind kind) noexcept {
  return kind == Kind::any || kind == Kind::null || (kind >= Kind::number && kind <= Kind::months_duration);
}

bool are_comparable(Kind left, Kind right) noexcept {
  return left == right || left == Kind::any || right == Kind::any || left == Kind::null || right == Kind::null;
}

Order order(const Value& left, const Value& right) {
  if (left.is_unknown() || right.is_unknown()) return Order::unknown;
  if (left.kind() != right.kind()) return Order::none;
  switch (left.kind()) {
    case Kind::number:
      return order_of(left.as_number(), right.as_number());
    case Kind::text:
      return order_of(left.as_text().compare(right.as_text()), 0);
    case Kind::date:
      return order_of(left.as_date(), right.as_date());
    case Kind::time:
      return order_of_moments(left.as_time(), right.as_time(), left.as_time(), right.as_time());
    case Kind::date_time:
      return order_of_moments(left.as_date_time(), right.as_date_time(), left.as_date_time().time,
                              right.as_date_time().time);
    case Kind::days_duration:
      return order_of(left.as_days_duration(), right.as_days_duration());
    case Kind::months_duration:
      return order_of(left.as_months_duration(), right.as_months_duration());
    default:
      return Order::none;
  }
}

Logic compare(Comparison comparison, const Value& left, const Value& right) {
  if (comparison == Comparison::equal) return equals(left, right);
  if (comparison == Comparison::not_equal) return !equals(left, right);
  const Order result = order(left, right);
  if (result == Order::unknown) return Logic::unknown;
  if (result == Order::none) return Logic::null;
  switch (comparison) {
    case Comparison::less:
      return logic(result == Order::less);
    case Comparison::less_equal:
      return logic(result != Order::greater);
    case Comparison::greater:
      return logic(result == Order::greater);
    default:
      return logic(result != Order::less);
  }
}

Logic equals(const Value& left, const Value& right) {
  if (left.is_unknown() || right.is_unknown()) return Logic::unknown;
  if (left.is_null() || right.is_null()) return logic(left.kind() == right.kind());
  if (left.kind() != right.kind()) return Logic::null;
  switch (left.kind()) {
    case Kind::text:
      return logic(left.as_text() == right.as_text());
    case Kind::time:
      return equal_moments(left.as_time(), right.as_time(), left.as_time(), right.as_time());
    case Kind::date_time:
      return equal_moments(left.as_date_time(), right.as_date_time(), left.as_date_time().time,
                           right.as_date_time().time);
    case Kind::range:
      return equal_ranges(left.as_range(), right.as_range());
    case Kind::list:
      return equal_lists(left.as_list(), right.as_list());
    case Kind::context:
      return equal_contexts(left.as_context(), right.as_context());
    default:
      return logic(left == right);
  }
}

Logic contains(const Range& range, const Value& value) {
  return is_within(value, range.start, Order::greater, range.start_included) &&
         is_within(value, range.end, Order::less, range.end_included);
}

Logic is_member(const Value& value, const Value& test) {
  if (test.is(Kind::range) && !value.is(Kind::range)) return contains(test.as_range(), value);
  if (!test.is(Kind::list)) return equals(value, test);
  const Logic item = is_item(value, test.as_list());
  return value.is(Kind::list) ? item || equals(value, test) : item;
}

}  // namespace birthcase::feel
