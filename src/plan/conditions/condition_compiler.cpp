#include "plan/conditions/condition_compiler.hpp"

#include "feel/parts.hpp"

#include <algorithm>

namespace birthcase {
namespace {

using feel::Logic;
using feel::Node;
using feel::NodeId;
using feel::Operation;
using feel::Program;

constexpr std::size_t most_nodes_traced = 128;  // twice those of the largest condition that is built in

const Value& unknown() noexcept {
  static const Value value;
  return value;
}

// Whether `x in (…)` only asks for constants, each of which is wanted.
template <class Wanted>
bool tests_for(const Program& program, const Node& member, const Wanted& wanted) {
  const auto tests = std::span(program.operands).subspan(member.b, member.c);
  return std::all_of(tests.begin(), tests.end(), [&](NodeId id) {
    const Node& test = program.nodes[id];
    const Node& operand = program.nodes[test.a];
    return test.operation == Operation::test_value && operand.operation == Operation::constant &&
           wanted(program.constants[operand.a]);
  });
}

// Whether an evaluation reads every fact that the node mentions, whatever their values.
bool reads_all(const Program& program, NodeId id) {
  return !feel::any_part(program, id, [&program](const Node& node) {
    switch (node.operation) {
      case Operation::constant:
      case Operation::family_fact:
      case Operation::newborn_fact:
      case Operation::fact_of_newborn:
      case Operation::newborn_count:
      case Operation::path:
      case Operation::arithmetic:
      case Operation::negative:
      case Operation::comparison:
      case Operation::fact_equals:
      case Operation::between:
      case Operation::negation:
      case Operation::call:
      case Operation::domain_call:
      case Operation::test_value:
        return false;
      case Operation::member:
        return !tests_for(program, node, [](const Value&) { return true; });
      default:
        return true;
    }
  });
}

}  // namespace

ConditionCompiler::ConditionCompiler(ConditionProgram& into, const Rules& rules, const FactClasses& classes,
                                     std::uint16_t newborns)
    : into_(into),
      schema_(rules.schema),
      classes_(classes),
      family_slots_(rules.schema.family_slots()),
      newborn_slots_(rules.schema.newborn_slots()),
      newborns_(newborns),
      values_(family_slots_ + newborns * newborn_slots_, &unknown()) {
  for (std::size_t i = 0; i < newborns; ++i) {
    rows_.push_back(std::span(values_).subspan(family_slots_ + i * newborn_slots_, newborn_slots_));
  }
}

Facts ConditionCompiler::nothing_known() const noexcept { return {std::span(values_).first(family_slots_), rows_, 0}; }

std::uint32_t ConditionCompiler::begin(Code code) {
  const auto at = static_cast<std::uint32_t>(into_.steps_.size());
  into_.steps_.push_back({.code = code, .end = at + 1});
  return at;
}

void ConditionCompiler::end(std::uint32_t at) {
  into_.steps_[at].end = static_cast<std::uint32_t>(into_.steps_.size());
}

void ConditionCompiler::write(const SharedCondition& condition) {
  const Program& program = feel::program_of(condition.condition.expression());
  const std::size_t root = into_.steps_.size();
  into_.roots_.push_back(static_cast<std::uint32_t>(root));
  write(program, program.root);
  const auto is_leaf = [](const ConditionProgram::Step& step) { return step.code == Code::leaf; };
  if (std::any_of(into_.steps_.begin() + static_cast<std::ptrdiff_t>(root), into_.steps_.end(), is_leaf)) {
    into_.with_leaves_.push_back(ConditionId(static_cast<Index>(into_.roots_.size() - 1)));
  }
}

void ConditionCompiler::write(const Program& program, NodeId id) {
  if (write_constant(program, id) || write_classed(program, id)) return;
  const Node& node = program.nodes[id];
  const std::span operands(program.operands);
  switch (node.operation) {
    case Operation::conjunction:
      return write_parts(Code::all_of, program, operands.subspan(node.b, node.c));
    case Operation::disjunction:
      return write_parts(Code::any_of, program, operands.subspan(node.b, node.c));
    case Operation::negation:
      return write_parts(Code::negation, program, std::span(&node.a, 1));
    case Operation::some:
    case Operation::every:
      if (write_for_each_newborn(program, node)) return;
      break;
    case Operation::comparison:
    case Operation::fact_equals:
      if (write_count(program, node)) return;
      break;
    default:
      break;
  }
  write_leaf(program, id);
}

void ConditionCompiler::write_parts(Code code, const Program& program, std::span<const NodeId> parts) {
  const std::uint32_t at = begin(code);
  for (const NodeId part : parts) write(program, part);
  end(at);
}

// `some n in newborns satisfies …`: the body once for each newborn.
bool ConditionCompiler::write_for_each_newborn(const Program& program, const Node& node) {
  if (program.nodes[node.a].operation != Operation::newborns || node.mode == feel::open_body) return false;
  const std::uint32_t at = begin(node.operation == Operation::every ? Code::all_of : Code::any_of);
  write_bodies(program, node);
  end(at);
  return true;
}

// The body of a node that goes through the newborns, once for each, the local being its position.
void ConditionCompiler::write_bodies(const Program& program, const Node& node) {
  const NodeId body = node.b;
  const std::uint32_t local = node.c;
  for (std::uint16_t newborn = 0; newborn < newborns_; ++newborn) {
    Program& written_out = into_.written_out_.emplace_back(program);
    const auto position = static_cast<std::uint32_t>(written_out.constants.size());
    written_out.constants.push_back(Value::number(newborn + 1));
    for (Node& each : written_out.nodes) {
      if (each.operation == Operation::local && each.a == local) each = {Operation::constant, 0, position, 0, 0};
    }
    write(written_out, body);
  }
}

// `count(newborns[…]) > 1`, compared with what reads no fact: the answer for each number of newborns of whom the body
// holds.
bool ConditionCompiler::write_count(const Program& program, const Node& node) {
  const auto sides = sides_of(program, node);
  const Node* const filter = sides ? filter_of_newborns(program, sides->left) : nullptr;
  if (filter == nullptr || sides->right == nullptr) return false;
  const std::uint32_t at = begin(Code::counted);
  write_bodies(program, *filter);
  end(at);
  into_.steps_[at].table = static_cast<std::uint32_t>(into_.answers_.size());
  for (std::int64_t count = 0; count <= newborns_; ++count) {
    into_.answers_.push_back(feel::compare(sides->comparison, Value::number(count), *sides->right));
  }
  return true;
}

// `newborns[…]` in a call of `count`, its body being one that answers yes or no; or nullptr.
const Node* ConditionCompiler::filter_of_newborns(const Program& program, NodeId id) const {
  const Node& call = program.nodes[id];
  if (call.operation != Operation::call || call.c != 1 || program.functions[call.a]->name != "count") return nullptr;
  const Node& filter = program.nodes[program.operands[call.b]];
  if (filter.operation != Operation::filter || program.nodes[filter.a].operation != Operation::newborns) return nullptr;
  const Operation body = program.nodes[filter.b].operation;
  const bool answers = body == Operation::comparison || body == Operation::fact_equals ||
                       body == Operation::conjunction || body == Operation::disjunction;
  return answers ? &filter : nullptr;
}

// What a comparison compares; its right side, where that is known without a fact.
std::optional<ConditionCompiler::Sides> ConditionCompiler::sides_of(const Program& program, const Node& node) {
  if (node.operation == Operation::fact_equals) {
    const auto comparison = node.mode == 0 ? feel::Comparison::equal : feel::Comparison::not_equal;
    return Sides{comparison, node.a, node.b, &program.constants[node.b]};
  }
  if (node.operation != Operation::comparison) return std::nullopt;
  return Sides{static_cast<feel::Comparison>(node.mode), node.a, node.b, constant_at(program, node.b)};
}

// The value of what reads no fact, or nullptr.
const Value* ConditionCompiler::constant_at(const Program& program, NodeId id) {
  const Node& node = program.nodes[id];
  if (node.operation == Operation::constant) return &program.constants[node.a];
  if (node.operation != Operation::newborn_count) return nullptr;
  return &into_.constants_.emplace_back(Value::number(newborns_));
}

// What reads no fact has one answer.
bool ConditionCompiler::write_constant(const Program& program, NodeId id) {
  const bool reads = feel::any_part(program, id, [](const Node& node) {
    return node.operation == Operation::family_fact || node.operation == Operation::newborn_fact ||
           node.operation == Operation::fact_of_newborn || node.operation == Operation::facts_of_newborns;
  });
  if (reads) return false;
  feel::Budget budget;
  const Logic answer = feel::test(program, id, nothing_known(), nullptr, budget);
  if (budget.is_used_up()) return false;
  const std::uint32_t at = begin(Code::constant);
  into_.steps_[at].constant = answer;
  return true;
}

bool ConditionCompiler::write_classed(const Program& program, NodeId id) {
  std::optional<Fact> fact;
  if (!is_by_class(program, id, fact) || !fact) return false;
  const std::uint32_t at = begin(Code::classed);
  into_.steps_[at].place = fact->place;
  into_.steps_[at].table = static_cast<std::uint32_t>(into_.answers_.size());
  for (std::size_t each = 0; each < classes_.count(fact->slot); ++each) {
    const Value example = classes_.example(fact->slot, static_cast<FactClass>(each));
    into_.answers_.push_back(answer_for(program, id, *fact, example));
  }
  return true;
}

Logic ConditionCompiler::answer_for(const Program& program, NodeId id, const Fact& fact, const Value& value) const {
  const Value*& place = values_[fact.place.index + (fact.place.at_hand ? family_slots_ : 0)];
  place = &value;
  feel::Budget budget;
  const Logic answer = feel::test(program, id, nothing_known(), nullptr, budget);
  place = &unknown();
  return answer;
}

void ConditionCompiler::write_leaf(const Program& program, NodeId id) {
  const auto next = static_cast<std::uint32_t>(into_.leaves_.size());
  const bool large = program.nodes.size() > most_nodes_traced;
  std::string says = large ? std::to_string(next) : feel::signature(program, id);  // which takes a frame for each level
  const auto [known, added] = known_leaves_.emplace(std::move(says), next);
  if (added) {
    const bool at_hand =
        feel::any_part(program, id, [](const Node& node) { return node.operation == Operation::newborn_fact; });
    into_.leaves_.push_back({&program, id, at_hand, reads_all(program, id)});
    into_.read_by_leaf_.emplace_back(schema_).add(program.mentions);
    simplify(into_.leaves_.back());
    if (into_.leaves_.back().form == Leaf::Form::expression) into_.traced_.push_back(next);
    into_.traceable_ = into_.traceable_ && !large;
  }
  if (into_.leaves_[known->second].form == Leaf::Form::expression) into_.read_by_traced_.add(program.mentions);
  const std::uint32_t at = begin(Code::leaf);
  into_.steps_[at].table = known->second;
}

// Whether a leaf is of a kind that needs no machine.
void ConditionCompiler::simplify(Leaf& leaf) {
  const Program& program = *leaf.program;
  const Node& node = program.nodes[leaf.node];
  if (const auto sides = sides_of(program, node)) {
    const auto left = operand_at(program, sides->left);
    const auto right = sides->right != nullptr ? Operand{sides->right} : operand_at(program, sides->right_node);
    if (!left || !right) return;
    leaf.form = Leaf::Form::comparison;
    leaf.comparison = sides->comparison;
    leaf.operands = {*left, *right};
  } else if (const auto asked = operand_at(program, leaf.node)) {
    leaf.form = Leaf::Form::question;
    leaf.operands[0] = *asked;
  }
}

std::optional<Operand> ConditionCompiler::operand_at(const Program& program, NodeId id) {
  if (const auto fact = fact_at(program, id)) return Operand{nullptr, fact->place};
  if (const Value* constant = constant_at(program, id)) return Operand{constant};
  const Node& node = program.nodes[id];
  if (node.operation != Operation::domain_call) return std::nullopt;
  const auto argument = fact_at(program, node.b);
  if (!argument) return std::nullopt;
  return Operand{nullptr, argument->place, &program.domain_functions[node.a]};
}

// A fact by itself: the family's, the newborn's at hand, or that of a newborn at a certain position.
std::optional<ConditionCompiler::Fact> ConditionCompiler::fact_at(const Program& program, NodeId id) const {
  const Node& node = program.nodes[id];
  const auto index = static_cast<std::uint16_t>(node.a);
  if (node.operation == Operation::family_fact) return Fact{{index, false}, {index, false}};
  if (node.operation == Operation::newborn_fact) return Fact{{index, true}, {index, true}};
  if (node.operation != Operation::fact_of_newborn) return std::nullopt;
  const Node& whose = program.nodes[node.b];
  if (whose.operation != Operation::constant || !program.constants[whose.a].is(Kind::number)) return std::nullopt;
  const auto position = program.constants[whose.a].as_number().to_int64();
  if (!position || *position < 1 || *position > newborns_) return std::nullopt;
  const auto first = family_slots_ + static_cast<std::size_t>(*position - 1) * newborn_slots_;
  return Fact{{index, true}, {static_cast<std::uint16_t>(first + index), false}};
}

bool ConditionCompiler::is_class_constant(Slot slot, const Value& constant) const {
  if (constant.is(Kind::text)) return classes_.has(slot, constant.as_text());
  return constant.is_null() || constant.is(Kind::boolean);
}

// Whether a part only tells the classes of one fact apart: which, is said in `about`.
bool ConditionCompiler::is_by_class(const Program& program, NodeId id, std::optional<Fact>& about) const {
  const Node& node = program.nodes[id];
  if (const auto fact = fact_at(program, id)) {
    const bool same = !about || about->place == fact->place;
    about = fact;
    return same;
  }
  switch (node.operation) {
    case Operation::fact_equals:
      return is_by_class(program, node.a, about) && fact_at(program, node.a) &&
             is_class_constant(about->slot, program.constants[node.b]);
    case Operation::member:
      return node.mode == feel::no_local && fact_at(program, node.a) && is_by_class(program, node.a, about) &&
             tests_for(program, node, [&](const Value& value) { return is_class_constant(about->slot, value); });
    case Operation::comparison:
      return node.mode <= static_cast<std::uint8_t>(feel::Comparison::not_equal) && fact_at(program, node.a) &&
             fact_at(program, node.b) && is_by_class(program, node.a, about) && is_by_class(program, node.b, about);
    case Operation::conjunction:
    case Operation::disjunction:
    case Operation::negation: {
      bool all = true;
      feel::each_part(program, node, [&](NodeId part) { all = all && is_by_class(program, part, about); });
      return all;
    }
    default:
      return false;
  }
}

}  // namespace birthcase
