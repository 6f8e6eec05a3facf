#include "feel/parts.hpp"

#include <fmt/format.h>

namespace birthcase::feel {
namespace {

std::string constant_signature(const Value& value) {
  const std::string text = to_string(value);
  return fmt::format("{}:{}:{}", static_cast<int>(value.kind()), text.size(), text);
}

// What the numbers of a node refer to, other than its parts.
std::string reference(const Program& program, const Node& node) {
  switch (node.operation) {
    case Operation::constant:
      return constant_signature(program.constants[node.a]);
    case Operation::fact_equals:
      return constant_signature(program.constants[node.b]);
    case Operation::family_fact:
    case Operation::newborn_fact:
    case Operation::fact_of_newborn:
    case Operation::facts_of_newborns:
    case Operation::local:
      return std::to_string(node.a);
    case Operation::path:
      return program.names[node.b];
    case Operation::call:
      return fmt::format("{}", static_cast<const void*>(program.functions[node.a]));
    case Operation::domain_call:
      return std::string(program.domain_functions[node.a].name);
    case Operation::some:
    case Operation::every:
    case Operation::filter:
      return std::to_string(node.c);
    case Operation::negative:
    case Operation::arithmetic:
    case Operation::comparison:
    case Operation::between:
    case Operation::member:
    case Operation::test_value:
    case Operation::test_comparison:
    case Operation::test_condition:
    case Operation::conjunction:
    case Operation::disjunction:
    case Operation::negation:
    case Operation::conditional:
    case Operation::newborns:
    case Operation::newborn_count:
    case Operation::index:
    case Operation::list:
      return {};
    default:  // rare: not compared with those of other expressions
      return fmt::format("{}", static_cast<const void*>(&node));
  }
}

}  // namespace

std::string signature(const Program& program, NodeId id) {
  const Node& node = program.nodes[id];
  std::string all = fmt::format("({} {} {}", static_cast<int>(node.operation), node.mode, reference(program, node));
  each_part(program, node, [&](NodeId part) { all += signature(program, part); });
  return all += ')';
}

}  // namespace birthcase::feel
