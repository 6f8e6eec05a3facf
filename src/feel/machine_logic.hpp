/// The parts of the machine that answer yes, no, null or unknown. Included by evaluate.cpp alone.
#pragma once

#include "feel/machine.hpp"

namespace birthcase::feel {

// `fact = "text"`, the most frequent condition: no temporary value is made.
template <class Recorder>
Logic Machine<Recorder>::fact_equals(const Node& node) {
  const Node& fact = program_.nodes[node.a];
  if (fact.operation == Operation::family_fact) return equals_constant(family_fact(fact.a), node);
  Value scratch;
  return equals_constant(value(node.a, scratch), node);
}

template <class Recorder>
Logic Machine<Recorder>::equals_constant(const Value& fact, const Node& node) {
  const Value& constant = program_.constants[node.b];
  if (constant.kind() >= Kind::list && !budget_.spend_on(constant)) return Logic::null;
  const bool texts = fact.is(Kind::text) && constant.is(Kind::text);
  const Logic equal = texts ? logic(fact.as_text() == constant.as_text()) : equals(fact, constant);
  return node.mode == 0 ? equal : !equal;
}

template <class Recorder>
Logic Machine<Recorder>::between(const Node& node) {
  if (!budget_.spend(1)) return Logic::null;
  Value subject;
  Value low;
  Value high;
  const Value& first = value(node.a, subject);
  const Logic above = compare(Comparison::greater_equal, first, value(node.b, low));
  return above && compare(Comparison::less_equal, first, value(node.c, high));
}

template <class Recorder>
Logic Machine<Recorder>::member(const Node& node) {
  Value scratch;
  const Value& subject = value(node.a, scratch);
  if (node.mode != no_local) locals_[node.mode] = &subject;
  Logic result = Logic::no;
  if (!budget_.spend(node.c)) return Logic::null;
  for (const NodeId test : operands(node)) {
    result = result || passes(subject, program_.nodes[test]);
    if (result == Logic::yes) break;
  }
  return result;
}

template <class Recorder>
Logic Machine<Recorder>::passes(const Value& subject, const Node& test) {
  if (test.operation == Operation::test_condition) return this->test(test.a);
  Value scratch;
  const Value& operand = value(test.a, scratch);
  if (!budget_.spend_on(operand)) return Logic::null;
  if (test.operation == Operation::test_comparison) {
    return compare(static_cast<Comparison>(test.mode), subject, operand);
  }
  return is_member(subject, operand);
}

template <class Recorder>
Logic Machine<Recorder>::conjunction(const Node& node) {
  Logic result = Logic::yes;
  if (!budget_.spend(node.c)) return Logic::null;
  for (const NodeId operand : operands(node)) {
    result = result && test(operand);
    if (result == Logic::no) break;
  }
  return result;
}

template <class Recorder>
Logic Machine<Recorder>::disjunction(const Node& node) {
  Logic result = Logic::no;
  if (!budget_.spend(node.c)) return Logic::null;
  for (const NodeId operand : operands(node)) {
    result = result || test(operand);
    if (result == Logic::yes) break;
  }
  return result;
}

template <class Recorder>
Logic Machine<Recorder>::conditional_answer(const Node& node) {
  if (!budget_.spend(1)) return Logic::null;
  const Logic condition = test(node.a);
  if (condition != Logic::unknown) return test(condition == Logic::yes ? node.b : node.c);
  const Logic consequence = test(node.b);
  return consequence == test(node.c) ? consequence : Logic::unknown;
}

template <class Recorder>
Logic Machine<Recorder>::quantified(const Node& node) {
  Value scratch;
  const Value& list = iterable(node.a, scratch);
  if (list.is_unknown()) return Logic::unknown;
  if (list.is_null()) return Logic::null;
  const bool every = node.operation == Operation::every;
  Logic result = logic(every);
  for (const Value& item : items(list)) {
    if (!budget_.spend(1)) return Logic::null;
    locals_[node.c] = &item;
    Value own;
    const Value* const open = node.mode == open_body ? &value(node.b, own) : nullptr;
    if (open != nullptr && open->kind() > Kind::boolean) return Logic::null;
    const Logic fulfilled = open != nullptr ? logic(*open) : test(node.b);
    result = every ? result && fulfilled : result || fulfilled;
    if (result == logic(!every)) break;
  }
  return result;
}

}  // namespace birthcase::feel
