#include "feel/functions.hpp"
#include "feel/lexer.hpp"
#include "feel/operations.hpp"
#include "feel/program.hpp"
#include "feel/temporal.hpp"

#include <algorithm>

namespace birthcase::feel {

namespace {

// A point counts as the range that holds only itself.
struct Interval {
  const Value* start = nullptr;  // nullptr: unbounded
  const Value* end = nullptr;
  bool start_included = true;
  bool end_included = true;
  bool point = true;
};

Interval interval(const Value& value) {
  if (!value.is(Kind::range)) return {&value, &value, true, true, true};
  const Range& range = value.as_range();
  return {range.start ? &*range.start : nullptr, range.end ? &*range.end : nullptr, range.start_included,
          range.end_included, false};
}

// How two bounds compare; an absent bound makes no relation hold.
Logic holds(Comparison comparison, const Value* left, const Value* right) {
  return left == nullptr || right == nullptr ? Logic::no : compare(comparison, *left, *right);
}

Logic less(const Value* left, const Value* right) { return holds(Comparison::less, left, right); }
Logic same(const Value* left, const Value* right) { return holds(Comparison::equal, left, right); }

Logic before(const Interval& a, const Interval& b) {
  return less(a.end, b.start) || (same(a.end, b.start) && logic(!a.end_included || !b.start_included));
}

Logic meets(const Interval& a, const Interval& b) {
  return logic(a.end_included && b.start_included) && same(a.end, b.start);
}

Logic same_start(const Interval& a, const Interval& b) {
  return same(a.start, b.start) && logic(a.start_included == b.start_included);
}

Logic same_end(const Interval& a, const Interval& b) {
  return same(a.end, b.end) && logic(a.end_included == b.end_included);
}

// Whether `a` begins no later than `b`, and ends no earlier.
Logic covers_start(const Interval& a, const Interval& b) {
  if (a.start == nullptr) return Logic::yes;
  return less(a.start, b.start) || (same(a.start, b.start) && logic(a.start_included || !b.start_included));
}

Logic covers_end(const Interval& a, const Interval& b) {
  if (a.end == nullptr) return Logic::yes;
  return less(b.end, a.end) || (same(a.end, b.end) && logic(a.end_included || !b.end_included));
}

Logic includes(const Interval& a, const Interval& b) { return covers_start(a, b) && covers_end(a, b); }

Logic overlaps(const Interval& a, const Interval& b) { return !before(a, b) && !before(b, a); }

Logic overlaps_before(const Interval& a, const Interval& b) {
  const Logic starts_first =
      less(a.start, b.start) || (same(a.start, b.start) && logic(a.start_included && !b.start_included));
  const Logic ends_inside = less(b.start, a.end) || meets(a, b);
  const Logic ends_first = less(a.end, b.end) || (same(a.end, b.end) && logic(!a.end_included || b.end_included));
  return starts_first && ends_inside && ends_first;
}

Logic finishes(const Interval& a, const Interval& b) { return same_end(a, b) && covers_start(b, a); }
Logic starts(const Interval& a, const Interval& b) { return same_start(a, b) && covers_end(b, a); }
Logic coincides(const Interval& a, const Interval& b) { return same_start(a, b) && same_end(a, b); }

using Relation = Logic (*)(const Interval&, const Interval&);

template <Relation relation>
Value relate(const Arguments& arguments) {
  return to_value(relation(interval(arguments[0]), interval(arguments[1])));
}

template <Relation relation>
Value relate_reversed(const Arguments& arguments) {
  return to_value(relation(interval(arguments[1]), interval(arguments[0])));
}

// Equal in kind and value; other than `=`, times of different zones are different, and null is itself.
Value is(const Arguments& arguments) {
  const Value& left = arguments[0];
  const Value& right = arguments[1];
  if (left.kind() != right.kind()) return Value::boolean(false);
  if (left.is(Kind::time)) return Value::boolean(left.as_time() == right.as_time());
  if (left.is(Kind::date_time)) return Value::boolean(left.as_date_time() == right.as_date_time());
  return Value::boolean(equals(left, right) == Logic::yes);
}

// Whether the ends of a written range are literals, or calls of functions over nothing but literals.
bool has_literal_ends(std::span<const Token> tokens) {
  std::size_t depth = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.kind == TokenKind::name) {
      const auto after = std::find_if(tokens.begin() + static_cast<std::ptrdiff_t>(i), tokens.end(),
                                      [](const Token& next) { return next.kind != TokenKind::name; });
      if (depth > 0 || after == tokens.end() || after->written != "(") return false;
    }
    if (token.kind != TokenKind::symbol) continue;
    if (std::string_view("()@-..,").find(token.written) == std::string_view::npos) return false;
    if (token.written == "(") ++depth;
    if (token.written == ")") --depth;
  }
  return true;
}

// `range("[1..3]")`
Value range_of_text(const Arguments& arguments) {
  constexpr std::size_t cost_of_a_character = 20;
  const std::string& text = arguments[0].as_text();
  if (!arguments.spend(cost_of_a_character * text.size())) return Value::null();
  const auto tokens = tokenize(text);
  constexpr std::size_t brackets_and_end = 3;
  if (!tokens || tokens->size() <= brackets_and_end) return Value::null();
  if (!has_literal_ends(std::span(*tokens).subspan(1, tokens->size() - brackets_and_end))) return Value::null();
  const auto program = compile(text, NamedValues(), false);
  if (!program || program->kind != Kind::range) return Value::null();
  Value made = evaluate(*program, program->root, Facts{}, nullptr, arguments.budget());
  if (!made.is(Kind::range)) return Value::null();
  const Range& range = made.as_range();
  if (!range.start || !range.end) return Value::null();
  const Order direction = order(*range.start, *range.end);
  return direction == Order::less || direction == Order::equal ? made : Value::null();
}

Function relation(std::string_view name, Kinds left, Kinds right, Value (*call)(const Arguments&)) {
  const std::string_view first = left.has(Kind::number) ? "point1" : "range1";
  const std::string_view second = right.has(Kind::number) ? "point2" : "range2";
  return {name, {{first, left, false}, {second, right, false}}, 2, Kind::boolean, call};
}

}  // namespace

std::vector<Function> range_functions() {
  const Kinds range{Kind::range};
  const Kinds either{Kind::number,          Kind::text, Kind::date, Kind::time, Kind::date_time, Kind::days_duration,
                     Kind::months_duration, Kind::range};
  const Parameter anything{"value1", Kind::any, true};
  return {
      relation("before", either, either, relate<before>),
      relation("after", either, either, relate_reversed<before>),
      relation("meets", range, range, relate<meets>),
      relation("met by", range, range, relate_reversed<meets>),
      relation("overlaps", range, range, relate<overlaps>),
      relation("overlaps before", range, range, relate<overlaps_before>),
      relation("overlaps after", range, range, relate_reversed<overlaps_before>),
      relation("finishes", either, range, relate<finishes>),
      relation("finished by", range, either, relate_reversed<finishes>),
      relation("includes", range, either, relate<includes>),
      relation("during", either, range, relate_reversed<includes>),
      relation("starts", either, range, relate<starts>),
      relation("started by", range, either, relate_reversed<starts>),
      relation("coincides", either, either, relate<coincides>),
      {"range", {{"from", Kind::text, false}}, 1, Kind::range, range_of_text},
      {"is", {anything, {"value2", Kind::any, true}}, 2, Kind::boolean, is},
  };
}

}  // namespace birthcase::feel
