#include "feel/decision.hpp"

#include <algorithm>
#include <array>

namespace birthcase::feel {

Decision::Decision(const Program& program) : program_(program) { root_ = add(program.root); }

std::uint32_t Decision::add(NodeId id) {
  const feel::Node node = program_.nodes[id];
  const auto operands = [&] {
    const auto first = program_.operands.begin() + node.b;
    return std::vector<NodeId>(first, first + node.c);
  };
  switch (node.operation) {
    case Operation::conjunction:
      return add_join(Join::conjunction, operands());
    case Operation::disjunction:
      return add_join(Join::disjunction, operands());
    case Operation::negation:
      return add_join(Join::negation, std::array{node.a});
    case Operation::conditional:
      return add_join(Join::conditional, std::array{node.a, node.b, node.c});
    case Operation::member:
      return node.c > 1 ? add_tests(id) : add_atom(id, text_of(id));
    case Operation::constant:
      nodes_.push_back({.join = Join::constant, .value = logic(program_.constants[node.a])});
      return static_cast<std::uint32_t>(nodes_.size() - 1);
    default:
      return add_atom(id, text_of(id));
  }
}

std::uint32_t Decision::add_join(Join join, std::span<const NodeId> operands) {
  Node joined{.join = join};
  for (const NodeId operand : operands) joined.operands.push_back(add(operand));
  nodes_.push_back(std::move(joined));
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

std::uint32_t Decision::add_atom(NodeId id, std::string text) {
  auto atom = std::find_if(atoms_.begin(), atoms_.end(), [&text](const Atom& other) { return other.text == text; });
  if (atom == atoms_.end()) atom = atoms_.insert(atoms_.end(), Atom{id, std::move(text)});
  nodes_.push_back({.join = Join::atom, .atom = static_cast<std::uint32_t>(atom - atoms_.begin())});
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

// `subject in (a, b)` as `subject in a or subject in b`.
std::uint32_t Decision::add_tests(NodeId id) {
  const feel::Node member = program_.nodes[id];
  Node any{.join = Join::disjunction};
  for (std::uint32_t i = 0; i < member.c; ++i) {
    const NodeId test = program_.operands[member.b + i];
    const std::string text = text_of(member.a) + " in (" + text_of(test) + ")";
    program_.nodes.push_back({Operation::member, member.mode, member.a, member.b + i, 1});
    any.operands.push_back(add_atom(static_cast<NodeId>(program_.nodes.size() - 1), text));
  }
  nodes_.push_back(std::move(any));
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

std::string Decision::text_of(NodeId id) const {
  if (id >= program_.extents.size() || program_.extents[id].end == 0) return program_.text;
  const Extent extent = program_.extents[id];
  return program_.text.substr(extent.begin, extent.end - extent.begin);
}

std::vector<Logic> Decision::answers(const Facts& facts) const {
  std::vector<Logic> answers;
  answers.reserve(atoms_.size());
  for (const Atom& atom : atoms_) {
    Budget budget;
    answers.push_back(test(program_, atom.node, facts, nullptr, budget));
  }
  return answers;
}

Logic Decision::evaluate(std::uint32_t id, std::span<const Logic> answers) const {
  const Node& node = nodes_[id];
  const auto operand = [&](std::size_t i) { return evaluate(node.operands[i], answers); };
  switch (node.join) {
    case Join::atom:
      return answers[node.atom];
    case Join::constant:
      return node.value;
    case Join::negation:
      return !operand(0);
    case Join::conditional: {
      const Logic question = operand(0);
      if (question != Logic::unknown) return operand(question == Logic::yes ? 1 : 2);
      const Logic consequence = operand(1);
      return consequence == operand(2) ? consequence : Logic::unknown;
    }
    case Join::conjunction:
    case Join::disjunction:
      break;
  }
  const bool all = node.join == Join::conjunction;
  Logic result = all ? Logic::yes : Logic::no;
  for (std::size_t i = 0; i < node.operands.size(); ++i) {
    result = all ? result && operand(i) : result || operand(i);
  }
  return result;
}

bool Decision::decides(std::size_t atom, std::span<const Logic> answers) const {
  if (answers[atom] != Logic::yes && answers[atom] != Logic::no) return false;
  const Logic before = evaluate(answers);
  std::vector<Logic> flipped(answers.begin(), answers.end());
  flipped[atom] = !flipped[atom];
  const Logic after = evaluate(flipped);
  if (before == Logic::unknown || after == Logic::unknown) return false;
  return (before == Logic::yes) != (after == Logic::yes);
}

}  // namespace birthcase::feel
