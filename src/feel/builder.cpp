#include "feel/builder.hpp"

#include "feel/suggestion.hpp"
#include "nearest.hpp"

#include <algorithm>

namespace birthcase::feel {

namespace {

constexpr std::size_t deepest = 250;

bool is_named(const std::vector<std::string>& codes, const std::string& code) {
  return std::binary_search(codes.begin(), codes.end(), code);
}

std::string with_article(Kind kind) { return "a " + std::string(to_string(kind)); }

Kind joined(Kind left, Kind right) noexcept {
  if (left == right || right == Kind::null) return left;
  return left == Kind::null ? right : Kind::any;
}

// The kind of a property, empty if values of this kind have none of this name.
std::optional<Kind> property_kind(Kind kind, std::string_view name) noexcept {
  const auto among = [&](std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  const bool of_date = among({"year", "month", "day", "weekday"});
  const bool of_time = among({"hour", "minute", "second", "timezone", "time offset"});
  bool known = false;
  switch (kind) {
    case Kind::date:
      known = of_date;
      break;
    case Kind::time:
      known = of_time;
      break;
    case Kind::date_time:
      known = of_date || of_time;
      break;
    case Kind::days_duration:
      known = among({"days", "hours", "minutes", "seconds"});
      break;
    case Kind::months_duration:
      known = among({"years", "months"});
      break;
    case Kind::range:
      return among({"start", "end", "start included", "end included"}) ? std::optional(Kind::any) : std::nullopt;
    case Kind::list:
      return Kind::list;
    case Kind::null:
      return Kind::null;
    case Kind::context:
    case Kind::any:
      return Kind::any;
    default:
      return std::nullopt;
  }
  if (!known) return std::nullopt;
  return among({"timezone", "time offset"}) ? Kind::any : Kind::number;
}

}  // namespace

Typed Builder::add(Node node, Kind kind, std::initializer_list<Typed> parts, std::size_t offset) {
  Typed typed;
  typed.kind = kind;
  typed.offset = static_cast<std::uint32_t>(offset);
  for (const Typed& part : parts) {
    typed.depth = one_deeper(typed.depth, part.depth);
    if (part.function == nullptr) continue;
    diagnostics_.fail(ErrorKind::wrong_type, "a function is not a value; call it", part.offset);
  }
  if (program_.nodes.size() >= most_nodes) {
    diagnostics_.fail(ErrorKind::out_of_range, "the functions of the expression are too much; split it", offset);
  }
  if (typed.depth > deepest) {
    diagnostics_.fail(ErrorKind::out_of_range, "too many operators in a row; split the expression", offset);
  }
  if (diagnostics_.failed()) return typed;
  typed.node = static_cast<NodeId>(program_.nodes.size());
  program_.nodes.push_back(node);
  return typed;
}

Typed Builder::add_with_operands(Node node, Kind kind, std::span<const Typed> operands, std::size_t offset) {
  node.b = static_cast<std::uint32_t>(program_.operands.size());
  node.c = static_cast<std::uint32_t>(operands.size());
  Typed deepest_operand;
  for (const Typed& operand : operands) {
    program_.operands.push_back(operand.node);
    deepest_operand.depth = std::max(deepest_operand.depth, operand.depth);
    if (operand.function == nullptr) continue;
    deepest_operand.function = operand.function;
    deepest_operand.offset = operand.offset;
  }
  return add(node, kind, {deepest_operand}, offset);
}

// The node's value in its place, for a node whose parts are all constant; the node itself where that is too much work.
Typed Builder::fold(const Typed& typed) {
  if (diagnostics_.failed()) return typed;
  Value value = evaluate(program_, typed.node, Facts{}, nullptr, budget_);
  return budget_.is_used_up() ? typed : constant(std::move(value), typed.offset);
}

Typed Builder::constant(Value value, std::size_t offset) {
  const Kind kind = value.kind();
  Typed typed =
      add({Operation::constant, 0, static_cast<std::uint32_t>(program_.constants.size()), 0, 0}, kind, {}, offset);
  program_.constants.push_back(std::move(value));
  typed.constant = true;
  return typed;
}

std::uint32_t Builder::name_index(std::string name) {
  const auto [entry, added] = names_.try_emplace(name, static_cast<std::uint32_t>(program_.names.size()));
  if (added) program_.names.push_back(std::move(name));
  return entry->second;
}

Typed Builder::fact(const Binding& binding, std::size_t offset) {
  if (binding.newborn_list) {
    Typed typed = add({Operation::newborns, 0, 0, 0, 0}, Kind::list, {}, offset);
    typed.newborns = true;
    return typed;
  }
  auto& mentions = program_.mentions;
  if (std::find(mentions.begin(), mentions.end(), binding.slot) == mentions.end()) mentions.push_back(binding.slot);
  const Operation operation = binding.slot.newborn ? Operation::newborn_fact : Operation::family_fact;
  Typed typed = add({operation, 0, binding.slot.index, 0, 0}, binding.kind, {}, offset);
  typed.codes = binding.codes;
  return typed;
}

Typed Builder::fact_of(const Typed& newborn, const Binding& binding) {
  auto& mentions = program_.mentions;
  if (std::find(mentions.begin(), mentions.end(), binding.slot) == mentions.end()) mentions.push_back(binding.slot);
  const Operation operation = newborn.newborns ? Operation::facts_of_newborns : Operation::fact_of_newborn;
  const Kind kind = newborn.newborns ? Kind::list : binding.kind;
  Typed typed = add({operation, 0, binding.slot.index, newborn.node, 0}, kind, {newborn}, newborn.offset);
  typed.codes = binding.codes;
  return typed;
}

Typed Builder::local(std::uint32_t index, const Typed& known, std::size_t offset) {
  Typed typed = add({Operation::local, 0, index, 0, 0}, known.kind, {}, offset);
  typed.newborn = known.newborn;
  typed.newborns = known.newborns;
  typed.open = known.open;
  typed.codes = known.codes;
  typed.members = known.members;
  return typed;
}

Typed Builder::placeholder(std::size_t offset) {
  Typed typed = constant(Value::null(), offset);
  typed.kind = Kind::any;
  typed.constant = false;
  typed.open = true;
  return typed;
}

Typed Builder::item_name(std::uint32_t local, std::string name, const std::optional<Typed>& otherwise,
                         std::size_t offset) {
  const Node node{Operation::item_name, 0, local, name_index(std::move(name)), otherwise ? otherwise->node : none};
  return add(node, Kind::any, {otherwise.value_or(Typed())}, offset);
}

Typed Builder::path(const Typed& subject, std::string name, std::size_t offset) {
  const auto kind = property_kind(subject.kind, name);
  if (!kind) {
    diagnostics_.fail(ErrorKind::wrong_type,
                      with_article(subject.kind) + " has no \"" + std::string(shown(name)) + "\"", offset);
  }
  const Typed typed = add({Operation::path, 0, subject.node, name_index(std::move(name)), 0}, kind.value_or(Kind::any),
                          {subject}, subject.offset);
  return subject.constant ? fold(typed) : typed;
}

Typed Builder::list(std::span<const Typed> items, std::size_t offset) {
  const Typed typed = add_with_operands({Operation::list, 0, 0, 0, 0}, Kind::list, items, offset);
  const bool constant = std::all_of(items.begin(), items.end(), [](const Typed& item) { return item.constant; });
  return constant ? fold(typed) : typed;
}

Typed Builder::context(std::span<const Typed> values, std::span<const std::string> names,
                       std::span<const std::uint32_t> locals, std::size_t offset) {
  std::vector<Typed> operands;
  for (std::size_t i = 0; i < values.size(); ++i) {
    operands.push_back(values[i]);
    operands.emplace_back().node = name_index(names[i]);
    operands.emplace_back().node = locals[i];
  }
  return add_with_operands({Operation::context, 0, 0, 0, 0}, Kind::context, operands, offset);
}

Typed Builder::range(const std::optional<Typed>& start, const std::optional<Typed>& end, unsigned mode,
                     std::size_t offset) {
  if (start && end) require_comparable(*start, *end, offset);
  for (const auto& bound : {start, end}) {
    if (bound) require_order(*bound);
  }
  const Node node{Operation::range, static_cast<std::uint8_t>(mode), start ? start->node : none, end ? end->node : none,
                  0};
  const Typed typed = add(node, Kind::range, {start.value_or(Typed()), end.value_or(Typed())}, offset);
  const bool constant = (!start || start->constant) && (!end || end->constant);
  return constant ? fold(typed) : typed;
}

Typed Builder::sequence(const Typed& from, const Typed& to) {
  return add({Operation::sequence, 0, from.node, to.node, 0}, Kind::list, {from, to}, from.offset);
}

Typed Builder::arithmetic(Arithmetic operation, const Typed& left, const Typed& right, std::size_t offset) {
  const auto kind = result_kind(operation, left.kind, right.kind);
  if (!kind) {
    diagnostics_.fail(ErrorKind::wrong_type,
                      "this operator does not take " + with_article(left.kind) + " and " + with_article(right.kind),
                      offset);
  }
  const Node node{Operation::arithmetic, static_cast<std::uint8_t>(operation), left.node, right.node, 0};
  const Typed typed = add(node, kind.value_or(Kind::any), {left, right}, left.offset);
  return left.constant && right.constant ? fold(typed) : typed;
}

Typed Builder::negative(const Typed& operand, std::size_t offset) {
  const Kind kind = operand.kind;
  const bool fits = kind == Kind::number || kind == Kind::days_duration || kind == Kind::months_duration ||
                    kind == Kind::any || kind == Kind::null;
  if (!fits) diagnostics_.fail(ErrorKind::wrong_type, with_article(kind) + " has no negative", offset);
  const Typed typed = add({Operation::negative, 0, operand.node, 0, 0}, kind, {operand}, offset);
  return operand.constant ? fold(typed) : typed;
}

void Builder::require_boolean(const Typed& operand) {
  const bool fits = operand.kind == Kind::boolean || operand.kind == Kind::any || operand.kind == Kind::null;
  if (fits || (operand.constant && !strict_)) return;  // FEEL: `false and 123` is false
  diagnostics_.fail(ErrorKind::wrong_type, "true or false belongs here, not " + with_article(operand.kind),
                    operand.offset);
}

void Builder::require_comparable(const Typed& left, const Typed& right, std::size_t offset) {
  if (are_comparable(left.kind, right.kind)) return;
  diagnostics_.fail(ErrorKind::wrong_type,
                    with_article(left.kind) + " is never comparable with " + with_article(right.kind) +
                        "; compare values of one type",
                    offset);
}

void Builder::require_order(const Typed& operand) {
  if (has_order(operand.kind)) return;
  diagnostics_.fail(ErrorKind::wrong_type, with_article(operand.kind) + " is neither less nor greater than another",
                    operand.offset);
}

namespace {

// The nearest code, or all of them where none is near and they are few.
std::string choice(std::string_view written, const std::vector<std::string>& codes) {
  constexpr std::size_t few = 12;
  std::string near = suggestion(written, codes);
  if (!near.empty() || codes.size() > few) return near;
  near = "; it has:";
  for (const std::string& code : codes) near += (&code == codes.data() ? " \"" : ", \"") + code + '"';
  return near;
}

}  // namespace

void Builder::check_codes(const Typed& fact, const Typed& constant) {
  if (fact.codes == nullptr || !constant.constant || diagnostics_.failed()) return;
  check_code(fact, program_.constants[program_.nodes[constant.node].a], constant.offset);
}

void Builder::check_code(const Typed& fact, const Value& value, std::size_t offset) {
  if (value.is(Kind::list)) {
    for (const Value& item : value.as_list()) check_code(fact, item, offset);
  } else if (value.is(Kind::text) && !is_named(*fact.codes, value.as_text())) {
    diagnostics_.fail(ErrorKind::unknown_name,
                      "\"" + std::string(shown(value.as_text())) + "\" is not among this field's codes" +
                          choice(value.as_text(), *fact.codes),
                      offset);
  }
}

Typed Builder::comparison(Comparison comparison, const Typed& left, const Typed& right, std::size_t offset) {
  if (left.test != right.test && left.kind == Kind::range && right.kind == Kind::range) {
    return constant(Value::boolean(comparison == Comparison::not_equal), offset);
  }
  require_comparable(left, right, offset);
  const bool is_equality = comparison == Comparison::equal || comparison == Comparison::not_equal;
  if (is_equality) {
    check_codes(left, right);
    check_codes(right, left);
  } else {
    require_order(left);
    require_order(right);
  }
  if (is_equality && left.constant != right.constant) {
    const Typed& fact = left.constant ? right : left;
    const Typed& value = left.constant ? left : right;
    const auto negated = static_cast<std::uint8_t>(comparison == Comparison::not_equal ? 1 : 0);
    const std::uint32_t index = diagnostics_.failed() ? 0 : program_.nodes[value.node].a;
    return add({Operation::fact_equals, negated, fact.node, index, 0}, Kind::boolean, {left, right}, left.offset);
  }
  return add({Operation::comparison, static_cast<std::uint8_t>(comparison), left.node, right.node, 0}, Kind::boolean,
             {left, right}, left.offset);
}

Typed Builder::between(const Typed& subject, const Typed& low, const Typed& high) {
  for (const Typed& bound : {low, high}) {
    require_comparable(subject, bound, bound.offset);
    require_order(bound);
  }
  return add({Operation::between, 0, subject.node, low.node, high.node}, Kind::boolean, {subject, low, high},
             subject.offset);
}

Typed Builder::junction(Operation operation, std::span<const Typed> operands) {
  for (const Typed& operand : operands) require_boolean(operand);
  return add_with_operands({operation, 0, 0, 0, 0}, Kind::boolean, operands, operands.front().offset);
}

Typed Builder::negation(const Typed& operand) {
  require_boolean(operand);
  return add({Operation::negation, 0, operand.node, 0, 0}, Kind::boolean, {operand}, operand.offset);
}

Typed Builder::conditional(const Typed& condition, const Typed& consequence, const Typed& alternative,
                           std::size_t offset) {
  require_boolean(condition);
  if (condition.constant && condition.kind != Kind::boolean && condition.kind != Kind::null) {
    diagnostics_.fail(ErrorKind::wrong_type, "true or false belongs here, not " + with_article(condition.kind),
                      condition.offset);
  }
  return add({Operation::conditional, 0, condition.node, consequence.node, alternative.node},
             joined(consequence.kind, alternative.kind), {condition, consequence, alternative}, offset);
}

Typed Builder::instance_of(const Typed& subject, Type type) {
  const auto index = static_cast<std::uint32_t>(program_.types.size());
  program_.types.push_back(std::move(type));
  return add({Operation::instance_of, 0, subject.node, index, 0}, Kind::boolean, {subject}, subject.offset);
}

}  // namespace birthcase::feel
