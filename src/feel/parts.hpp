/// The parts of a compiled node.
#pragma once

#include "feel/program.hpp"

#include <string>

namespace birthcase::feel {

/// Calls `visit` with every node that this node is made of, in the order of the text.
template <class Visitor>
void each_part(const Program& program, const Node& node, Visitor&& visit) {
  const auto visit_operands = [&](std::uint32_t stride) {
    for (std::uint32_t i = 0; i < node.c; i += stride) visit(program.operands[node.b + i]);
  };
  switch (node.operation) {
    case Operation::constant:
    case Operation::family_fact:
    case Operation::newborn_fact:
    case Operation::newborns:
    case Operation::newborn_count:
    case Operation::local:
      return;
    case Operation::fact_of_newborn:
    case Operation::facts_of_newborns:
    case Operation::domain_call:
      return visit(node.b);
    case Operation::item_name:
      if (node.c != none) visit(node.c);
      return;
    case Operation::path:
    case Operation::negative:
    case Operation::fact_equals:
    case Operation::test_value:
    case Operation::test_comparison:
    case Operation::test_condition:
    case Operation::negation:
    case Operation::instance_of:
      return visit(node.a);
    case Operation::range:
      if (node.a != none) visit(node.a);
      if (node.b != none) visit(node.b);
      return;
    case Operation::sequence:
    case Operation::arithmetic:
    case Operation::comparison:
    case Operation::some:
    case Operation::every:
    case Operation::loop:
    case Operation::filter:
    case Operation::sort:
    case Operation::index:
    case Operation::binding:
      visit(node.a);
      return visit(node.b);
    case Operation::between:
    case Operation::conditional:
      visit(node.a);
      visit(node.b);
      return visit(node.c);
    case Operation::context:
      return visit_operands(3);
    case Operation::member:
      visit(node.a);
      return visit_operands(1);
    case Operation::list:
    case Operation::conjunction:
    case Operation::disjunction:
    case Operation::call:
      return visit_operands(1);
  }
}

/// Whether `wanted` is true of a node or of any part of it.
template <class Predicate>
bool any_part(const Program& program, NodeId id, const Predicate& wanted) {
  const Node& node = program.nodes[id];
  if (wanted(node)) return true;
  bool found = false;
  each_part(program, node, [&](NodeId part) { found = found || any_part(program, part, wanted); });
  return found;
}

/// What a node says, so that equal texts mean equal answers over the same facts.
std::string signature(const Program& program, NodeId id);

}  // namespace birthcase::feel
