#include "analysis/expression.hpp"

#include "feel/functions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace birthcase::analysis {

using feel::Node;
using feel::NodeId;
using feel::Operation;

namespace {

bool answers_by_itself(Operation operation) noexcept {
  switch (operation) {
    case Operation::fact_equals:
    case Operation::comparison:
    case Operation::between:
    case Operation::member:
    case Operation::conjunction:
    case Operation::disjunction:
    case Operation::negation:
    case Operation::some:
    case Operation::every:
      return true;
    default:
      return false;
  }
}

}  // namespace

Reading::Reading(Formulas& formulas, FactTerms& facts, const feel::Program& program, std::uint16_t newborn)
    : formulas_(formulas), facts_(facts), program_(program), newborn_(newborn), locals_(program.locals) {}

std::span<const NodeId> Reading::operands(const Node& node) const {
  return {program_.operands.data() + node.b, node.c};
}

Answer Reading::answer(NodeId id) {
  const Node& node = program_.nodes[id];
  switch (node.operation) {
    case Operation::fact_equals: {
      const Answer equal = formulas_.equal(term(node.a), formulas_.constant(program_.constants[node.b]));
      return node.mode == 0 ? equal : formulas_.unless(equal);
    }
    case Operation::comparison:
      return formulas_.compare(static_cast<feel::Comparison>(node.mode), term(node.a), term(node.b));
    case Operation::between:
      return formulas_.both(formulas_.compare(feel::Comparison::greater_equal, term(node.a), term(node.b)),
                            formulas_.compare(feel::Comparison::less_equal, term(node.a), term(node.c)));
    case Operation::member:
      return member(node);
    case Operation::conjunction:
      return joined(node, true);
    case Operation::disjunction:
      return joined(node, false);
    case Operation::negation:
      return formulas_.unless(answer(node.a));
    case Operation::some:
    case Operation::every:
      return quantified(node);
    case Operation::conditional: {
      const Answer question = answer(node.a);
      const Answer yes = answer(node.b);
      const Answer no = answer(node.c);
      const Answer same{yes.yes && no.yes, yes.no && no.no,
                        (yes.unknown || no.unknown) || (yes.yes != no.yes) || (yes.no != no.no)};
      return formulas_.choice(question.unknown, same, formulas_.choice(question.yes, yes, no));
    }
    default:
      return formulas_.answer(term(id));
  }
}

Term Reading::term(NodeId id) {
  const Node& node = program_.nodes[id];
  if (answers_by_itself(node.operation)) return formulas_.term(answer(id));
  switch (node.operation) {
    case Operation::constant:
      return formulas_.constant(program_.constants[node.a]);
    case Operation::family_fact:
      return facts_.fact({static_cast<std::uint16_t>(node.a), FactRef::family});
    case Operation::newborn_fact:
      if (newborn_ == FactRef::family) return formulas_.unknown_term(Kind::null);
      return facts_.fact({static_cast<std::uint16_t>(node.a), newborn_});
    case Operation::fact_of_newborn:
      return fact_of_newborn(node, id);
    case Operation::newborn_count:
      return formulas_.constant(Value::number(std::int64_t{facts_.newborns()}));
    case Operation::local:
      return locals_[node.a] ? locals_[node.a]->term : hidden(id, Kind::boolean);
    case Operation::arithmetic:
      return arithmetic(node);
    case Operation::negative:
      return negative(node);
    case Operation::conditional: {
      const Answer question = answer(node.a);
      const Term yes = term(node.b);
      const Term no = term(node.c);
      const Term known = formulas_.choice(question.yes, yes, no);
      return formulas_.choice(question.unknown, formulas_.unknown_term(known.kind), known);
    }
    case Operation::call:
      return call(node, id);
    case Operation::domain_call:
      return domain_call(node, id);
    case Operation::path:
      return hidden_call("." + program_.names[node.b], Kind::number, std::array{node.a}, id);
    default:
      return hidden(id, Kind::boolean);
  }
}

Answer Reading::joined(const Node& node, bool all) {
  Answer result = formulas_.answer(all);
  bool first = true;
  for (const NodeId operand : operands(node)) {
    const Answer next = answer(operand);
    result = first ? next : all ? formulas_.both(result, next) : formulas_.either(result, next);
    first = false;
  }
  return result;
}

Answer Reading::member(const Node& node) {
  const Term subject = term(node.a);
  if (node.mode != feel::no_local) locals_[node.mode] = Local{subject, std::nullopt};
  Answer result = formulas_.answer(false);
  bool first = true;
  for (const NodeId test : operands(node)) {
    const Answer next = passes(subject, program_.nodes[test]);
    result = first ? next : formulas_.either(result, next);
    first = false;
  }
  return result;
}

Answer Reading::passes(const Term& subject, const Node& test) {
  if (test.operation == Operation::test_condition) return answer(test.a);
  const Node& operand = program_.nodes[test.a];
  if (test.operation == Operation::test_comparison) {
    return formulas_.compare(static_cast<feel::Comparison>(test.mode), subject, term(test.a));
  }
  if (operand.operation != Operation::constant) return formulas_.equal(subject, term(test.a));
  const Value& constant = program_.constants[operand.a];
  if (constant.is(Kind::range)) return in_range(subject, constant.as_range());
  if (!constant.is(Kind::list)) return formulas_.equal(subject, formulas_.constant(constant));
  Answer any = formulas_.answer(false);
  for (const Value& item : constant.as_list()) {
    const Answer found =
        item.is(Kind::range) ? in_range(subject, item.as_range()) : formulas_.equal(subject, formulas_.constant(item));
    any = formulas_.either(any, formulas_.plain(found));
  }
  return any;
}

Answer Reading::in_range(const Term& subject, const Range& range) {
  using feel::Comparison;
  Answer inside = formulas_.answer(true);
  if (range.start) {
    const auto comparison = range.start_included ? Comparison::greater_equal : Comparison::greater;
    inside = formulas_.both(inside, formulas_.compare(comparison, subject, formulas_.constant(*range.start)));
  }
  if (range.end) {
    const auto comparison = range.end_included ? Comparison::less_equal : Comparison::less;
    inside = formulas_.both(inside, formulas_.compare(comparison, subject, formulas_.constant(*range.end)));
  }
  return inside;
}

// What a quantifier goes through: the newborns, or a list that is written out.
std::optional<std::vector<Reading::Local>> Reading::items(NodeId list) {
  const Node& node = program_.nodes[list];
  std::vector<Local> items;
  if (node.operation == Operation::newborns) {
    for (std::uint16_t i = 0; i < facts_.newborns(); ++i) {
      items.push_back({formulas_.constant(Value::number(std::int64_t{i} + 1)), i});
    }
    return items;
  }
  if (node.operation == Operation::list) {
    for (const NodeId item : operands(node)) items.push_back({term(item), newborn_at(item)});
    return items;
  }
  if (node.operation != Operation::constant || !program_.constants[node.a].is(Kind::list)) return std::nullopt;
  for (const Value& item : program_.constants[node.a].as_list()) {
    items.push_back({formulas_.constant(item), std::nullopt});
  }
  return items;
}

Answer Reading::quantified(const Node& node) {
  const auto all_items = items(node.a);
  if (!all_items) return formulas_.answer(hidden(static_cast<NodeId>(&node - program_.nodes.data()), Kind::boolean));
  const bool every = node.operation == Operation::every;
  Answer result = formulas_.answer(every);
  for (const Local& item : *all_items) {
    locals_[node.c] = item;
    const Answer next = answer(node.b);
    result = every ? formulas_.both(result, next) : formulas_.either(result, next);
  }
  return result;
}

// The newborn that a node stands for, if that is plain to see.
std::optional<std::uint16_t> Reading::newborn_at(NodeId id) const {
  const Node& node = program_.nodes[id];
  if (node.operation == Operation::local && locals_[node.a]) return locals_[node.a]->newborn;
  if (node.operation != Operation::index || program_.nodes[node.a].operation != Operation::newborns) return {};
  const Node& place = program_.nodes[node.b];
  if (place.operation != Operation::constant || !program_.constants[place.a].is(Kind::number)) return {};
  const auto number = program_.constants[place.a].as_number().to_int64();
  if (!number || *number < 1 || *number > facts_.newborns()) return {};
  return static_cast<std::uint16_t>(*number - 1);
}

Term Reading::fact_of_newborn(const Node& node, NodeId id) {
  const auto newborn = newborn_at(node.b);
  return newborn ? facts_.fact({static_cast<std::uint16_t>(node.a), *newborn}) : hidden(id, Kind::boolean);
}

// Sums and differences of numbers, days and moments; products are left to the solver, the rest is opaque.
Term Reading::arithmetic(const Node& node) {
  const Term a = term(node.a);
  const Term b = term(node.b);
  const auto operation = static_cast<feel::Arithmetic>(node.mode);
  const auto kind = feel::result_kind(operation, a.kind, b.kind);
  const z3::expr unknown = a.unknown || b.unknown;
  if (!kind || *kind == Kind::null) return {Kind::null, unknown, !unknown, formulas_.truth(false)};
  const z3::expr null = !unknown && (a.null || b.null);
  const bool add = operation == feel::Arithmetic::add;
  const auto made = [&](const z3::expr& value) { return Term{*kind, unknown, null, value}; };
  if (add || operation == feel::Arithmetic::subtract) {
    const auto sum = [add](const z3::expr& x, const z3::expr& y) { return add ? x + y : x - y; };
    const bool days = a.kind == Kind::date && b.kind == Kind::days_duration;
    const bool same = a.kind == b.kind && (a.kind == Kind::number || a.kind == Kind::days_duration ||
                                           a.kind == Kind::months_duration || a.kind == Kind::date_time);
    if (same || (a.kind == Kind::date_time && b.kind == Kind::days_duration)) return made(sum(a.value, b.value));
    if (a.kind == Kind::date && b.kind == Kind::date) return made((a.value - b.value) * seconds_a_day);
    if (days) return made(sum(a.value, b.value / seconds_a_day));
  }
  if (operation == feel::Arithmetic::multiply && a.kind == Kind::number && b.kind == Kind::number) {
    return made(a.value * b.value);
  }
  const std::array arguments{a, b};
  return formulas_.opaque(fmt::format("arithmetic {}", node.mode), *kind, arguments);
}

Term Reading::negative(const Node& node) {
  Term operand = term(node.a);
  if (operand.kind == Kind::number || operand.kind == Kind::days_duration || operand.kind == Kind::months_duration) {
    operand.value = -operand.value;
  }
  return operand;
}

Term Reading::call(const Node& node, NodeId id) {
  const feel::Function& function = *program_.functions[node.a];
  const auto arguments = operands(node);
  if (function.name == "list contains") {
    if (const auto contained = list_contains(arguments)) return formulas_.term(*contained);
  }
  if (const auto found = asked_of_codes(function, arguments)) return formulas_.term(*found);
  if (function.name == "count" && arguments.size() == 1) {
    if (const auto number = counted(arguments[0])) return *number;
  }
  if (function.name == "date" && arguments.size() == 1) {
    Term moment = term(arguments[0]);
    if (moment.kind == Kind::date) return moment;
    if (moment.kind == Kind::date_time) {
      return {Kind::date, moment.unknown, moment.null, moment.value / seconds_a_day};
    }
  }
  if (function.sees_unknown) return hidden(id, function.result);
  return hidden_call(std::string(function.name), function.result, arguments, id);
}

// How many items a list has that is written out, that is the newborns, or that is what a condition leaves of one.
std::optional<Term> Reading::counted(NodeId list) {
  const Node& node = program_.nodes[list];
  const bool filtered = node.operation == Operation::filter;
  if (filtered && !answers_by_itself(program_.nodes[node.b].operation)) return std::nullopt;
  const auto all_items = items(filtered ? node.a : list);
  if (!all_items) return std::nullopt;
  if (!filtered) return formulas_.constant(Value::number(static_cast<std::int64_t>(all_items->size())));
  Term number = formulas_.constant(Value::number(std::int64_t{0}));
  const z3::expr one = formulas_.constant(Value::number(std::int64_t{1})).value;
  for (const Local& item : *all_items) {
    locals_[node.c] = item;
    const Answer kept = answer(node.b);
    number.unknown = number.unknown || kept.unknown;
    number.value = z3::ite(kept.yes, number.value + one, number.value);
  }
  return number;
}

// One that looks up a list is the list; of the others nothing is known.
Term Reading::domain_call(const Node& node, NodeId id) {
  const DomainFunction& function = program_.domain_functions[node.a];
  if (function.listed.empty()) {
    return hidden_call(std::string(function.name), function.result, std::array{node.b}, id);
  }
  const Term argument = term(node.b);
  Term result = formulas_.constant(function.otherwise);
  for (const auto& [given, answer] : function.listed) {
    const Answer same = formulas_.equal(argument, formulas_.constant(given));
    result = formulas_.choice(same.yes, formulas_.constant(answer), result);
  }
  return {result.kind, argument.unknown, !argument.unknown && (argument.null || result.null), result.value};
}

std::optional<FactRef> Reading::fact_at(NodeId id) const {
  const Node& node = program_.nodes[id];
  const auto slot = static_cast<std::uint16_t>(node.a);
  if (node.operation == Operation::family_fact) return FactRef{slot, FactRef::family};
  if (node.operation == Operation::newborn_fact && newborn_ != FactRef::family) return FactRef{slot, newborn_};
  return std::nullopt;
}

// What a function such as `starts with` says of a code: there are so many codes, and each is asked.
std::optional<Answer> Reading::asked_of_codes(const feel::Function& function, std::span<const NodeId> arguments) {
  const auto fact = arguments.size() < 2 ? std::nullopt : fact_at(arguments[0]);
  if (!fact || function.result != Kind::boolean || function.sees_unknown) return std::nullopt;
  std::vector<const Value*> values{nullptr};
  for (const NodeId argument : arguments.subspan(1)) {
    const Node& node = program_.nodes[argument];
    if (node.operation != Operation::constant) return std::nullopt;
    values.push_back(&program_.constants[node.a]);
  }
  const auto codes = facts_.codes(*fact);
  if (codes.empty()) return std::nullopt;
  std::vector<int> numbers;
  for (const std::string& code : codes) {
    const Value asked = Value::text(code);
    values[0] = &asked;
    feel::Budget budget;
    const int number = formulas_.texts().id(code);
    const Value said = feel::call(function, values, budget, nullptr);
    if (!said.is(Kind::boolean)) return std::nullopt;
    if (said.is_true()) numbers.push_back(number);
  }
  const Term term = facts_.fact(*fact);
  const z3::expr known = !term.unknown && !term.null;
  const z3::expr holds = formulas_.among(term.value, std::move(numbers));
  return Answer{known && holds, known && !holds, term.unknown};
}

// A list that was told, asked for a text that is written out.
std::optional<Answer> Reading::list_contains(std::span<const NodeId> arguments) {
  if (arguments.size() != 2) return std::nullopt;
  const auto fact = fact_at(arguments[0]);
  const Node& item = program_.nodes[arguments[1]];
  if (!fact || item.operation != Operation::constant || !program_.constants[item.a].is(Kind::text)) return {};
  const Term list = facts_.fact(*fact);
  if (list.kind != Kind::list) return std::nullopt;
  const z3::expr there = facts_.listed(*fact, program_.constants[item.a].as_text());
  const z3::expr known = !list.unknown && !list.null;
  return Answer{known && there, known && !there, list.unknown};
}

Term Reading::hidden(NodeId id, Kind kind) {
  const std::string name = fmt::format("{} at {} of #{}", program_.text, id, newborn_);
  z3::context& context = formulas_.context();
  const Term marked = formulas_.opaque(name, kind, {});  // counts as opaque
  const z3::expr unknown = context.bool_const((name + " unknown").c_str());
  return {kind, unknown, !unknown && marked.null, marked.value};
}

Term Reading::hidden_call(const std::string& name, Kind kind, std::span<const NodeId> arguments, NodeId id) {
  std::vector<Term> terms;
  for (const NodeId argument : arguments) {
    terms.push_back(term(argument));
    if (!Formulas::is_comparable(terms.back().kind) && terms.back().kind != Kind::null) return hidden(id, kind);
  }
  if (kind == Kind::any) return hidden(id, Kind::boolean);
  const bool text_to_date = name == "date" || name == "date and time";
  return formulas_.opaque(name + (text_to_date ? " of a text" : ""), kind, terms);
}

}  // namespace birthcase::analysis
