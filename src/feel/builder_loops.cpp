#include "feel/builder.hpp"

namespace birthcase::feel {

Typed Builder::test_value(const Typed& subject, const Typed& value) {
  const bool is_single = value.kind != Kind::list && value.kind != Kind::range;
  if (is_single && subject.kind != Kind::list) require_comparable(subject, value, value.offset);
  check_codes(subject, value);
  if (value.kind == Kind::range && value.constant && !diagnostics_.failed()) {
    const Range& range = program_.constants[program_.nodes[value.node].a].as_range();
    const std::optional<Value>& bound = range.start ? range.start : range.end;
    Typed of_bound = value;
    if (bound) of_bound.kind = bound->kind();
    if (subject.kind != Kind::range) require_comparable(subject, of_bound, value.offset);
  }
  return add({Operation::test_value, 0, value.node, 0, 0}, Kind::boolean, {value}, value.offset);
}

Typed Builder::test_comparison(Comparison comparison, const Typed& subject, const Typed& operand) {
  require_comparable(subject, operand, operand.offset);
  if (comparison == Comparison::equal || comparison == Comparison::not_equal) {
    check_codes(subject, operand);
  } else {
    require_order(operand);
  }
  const auto mode = static_cast<std::uint8_t>(comparison);
  return add({Operation::test_comparison, mode, operand.node, 0, 0}, Kind::boolean, {operand}, operand.offset);
}

Typed Builder::test_condition(const Typed& condition) {
  require_boolean(condition);
  return add({Operation::test_condition, 0, condition.node, 0, 0}, Kind::boolean, {condition}, condition.offset);
}

Typed Builder::member(const Typed& subject, std::span<const Typed> tests, std::uint32_t local) {
  Typed typed = add_with_operands({Operation::member, static_cast<std::uint8_t>(local), subject.node, 0, 0},
                                  Kind::boolean, tests, subject.offset);
  typed.depth = one_deeper(typed.depth, subject.depth);
  return typed;
}

Typed Builder::quantified(Operation operation, const Typed& list, const Typed& body, std::uint32_t local) {
  require_boolean(body);
  const auto mode = static_cast<std::uint8_t>(body.kind == Kind::any ? open_body : 0);
  return add({operation, mode, list.node, body.node, local}, Kind::boolean, {list, body}, list.offset);
}

Typed Builder::loop(const Typed& list, const Typed& body, std::uint32_t local, unsigned mode) {
  const Node node{Operation::loop, static_cast<std::uint8_t>(mode), list.node, body.node, local};
  return add(node, Kind::list, {list, body}, list.offset);
}

Typed Builder::sort(const Typed& list, const Typed& precedes, std::uint32_t local) {
  require_boolean(precedes);
  Typed typed = add({Operation::sort, 0, list.node, precedes.node, local}, Kind::list, {list, precedes}, list.offset);
  typed.newborns = list.newborns;
  return typed;
}

// What an item of this list can be said to be; a single value counts as a list of it.
Kind Builder::element_kind(const Typed& list) const noexcept {
  if (list.newborns) return Kind::number;
  return list.kind == Kind::list ? Kind::any : list.kind;
}

Typed Builder::filter(const Typed& list, const Typed& body, std::uint32_t local, bool uses_item) {
  const bool fits =
      body.kind == Kind::boolean || body.kind == Kind::number || body.kind == Kind::any || body.kind == Kind::null;
  if (!fits) diagnostics_.fail(ErrorKind::wrong_type, "a condition or a position belongs in brackets", body.offset);
  if (body.kind == Kind::number && !uses_item) {
    Typed typed = add({Operation::index, 0, list.node, body.node, 0}, element_kind(list), {list, body}, list.offset);
    typed.newborn = list.newborns;
    return typed;
  }
  const Kind kind = body.kind == Kind::boolean ? Kind::list : Kind::any;
  Typed typed = add({Operation::filter, 0, list.node, body.node, local}, kind, {list, body}, list.offset);
  typed.newborns = list.newborns && body.kind == Kind::boolean;
  return typed;
}

Typed Builder::binding(const Typed& value, const Typed& body, std::uint32_t local) {
  return add({Operation::binding, 0, value.node, body.node, local}, body.kind, {value, body}, body.offset);
}

}  // namespace birthcase::feel
