/// The evaluation of a compiled expression. Included by evaluate.cpp alone, which makes it with and without tracing.
#pragma once

#include "feel/program.hpp"

#include <boost/container/small_vector.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace birthcase::feel {

/// Records nothing, and costs nothing.
struct NoTracer {
  void read(FactRef, bool) noexcept {}
  std::size_t mark() const noexcept { return 0; }
  void settle(std::size_t) noexcept {}
  void hold(std::uint32_t, std::size_t) noexcept {}
  void recall(std::uint32_t) noexcept {}
};

/// Records what is read, and which unknown facts the open questions depend on.
struct Tracer {
  Trace& trace;
  std::vector<std::pair<std::uint32_t, FactRefs>> held{};

  void read(FactRef fact, bool unknown) {
    if (std::find(trace.read.begin(), trace.read.end(), fact) == trace.read.end()) trace.read.push_back(fact);
    if (unknown) decide(fact);
  }
  std::size_t mark() const noexcept { return trace.deciding.size(); }

  /// What was unknown since the mark did not matter.
  void settle(std::size_t mark) { trace.deciding.resize(mark); }

  /// What was unknown since the mark only matters where this local is read.
  void hold(std::uint32_t local, std::size_t mark) {
    const auto known = std::find_if(held.begin(), held.end(), [&](const auto& entry) { return entry.first == local; });
    FactRefs& facts = known == held.end() ? held.emplace_back(local, FactRefs()).second : known->second;
    facts.assign(trace.deciding.begin() + static_cast<std::ptrdiff_t>(mark), trace.deciding.end());
    settle(mark);
  }
  void recall(std::uint32_t local) {
    for (const auto& [index, facts] : held) {
      if (index == local) std::for_each(facts.begin(), facts.end(), [this](FactRef fact) { decide(fact); });
    }
  }

 private:
  void decide(FactRef fact) {
    const auto& known = trace.deciding;
    if (std::find(known.begin(), known.end(), fact) == known.end()) trace.deciding.push_back(fact);
  }
};

constexpr std::size_t power_cost = 200;

template <class Recorder>
class Machine {
 public:
  Machine(const Program& program, const Facts& facts, Recorder recorder, Budget& budget)
      : program_(program), facts_(facts), recorder_(recorder), budget_(budget), locals_(program.locals) {}

  /// The value of a node: a reference to a fact, constant or local, or to `scratch` which then holds it.
  const Value& value(NodeId id, Value& scratch) {
    const Node& node = program_.nodes[id];
    switch (node.operation) {
      case Operation::constant:
        return program_.constants[node.a];
      case Operation::family_fact:
        return family_fact(node.a);
      case Operation::newborn_fact:
        return newborn_fact(node.a, facts_.newborn);
      case Operation::local:
        if (locals_[node.a]->is_unknown()) recorder_.recall(node.a);
        return *locals_[node.a];
      default:
        break;
    }
    const std::size_t mark = recorder_.mark();
    scratch = compute(node, id);
    if (scratch.is(Kind::text) && !budget_.spend_on(scratch)) scratch = Value::null();  // copying it took as long
    if (!scratch.is_unknown() && !scratch.is(Kind::list)) recorder_.settle(mark);       // a list may hold unknown items
    return scratch;
  }

  /// The node as an answer to a question.
  Logic test(NodeId id) {
    const std::size_t mark = recorder_.mark();
    const Logic result = answer(program_.nodes[id], id);
    if (result != Logic::unknown) recorder_.settle(mark);
    return result;
  }

 private:
  const Value& family_fact(std::uint32_t slot) {
    const Value& fact = slot < facts_.family.size() ? *facts_.family[slot] : unknown_;
    recorder_.read({static_cast<std::uint16_t>(slot), FactRef::family}, fact.is_unknown());
    return fact;
  }

  const Value& newborn_fact(std::uint32_t slot, std::uint16_t newborn) {
    const bool there = newborn < facts_.newborns.size() && slot < facts_.newborns[newborn].size();
    const Value& fact = there ? *facts_.newborns[newborn][slot] : unknown_;
    recorder_.read({static_cast<std::uint16_t>(slot), newborn}, fact.is_unknown());
    return fact;
  }

  std::span<const NodeId> operands(const Node& node) const noexcept {
    return {program_.operands.data() + node.b, node.c};
  }

  Logic answer(const Node& node, NodeId id);
  Value compute(const Node& node, NodeId id);
  BIRTHCASE_FEEL_APART Value apply(const Node& node, NodeId id);
  BIRTHCASE_FEEL_APART Value calculated(Arithmetic operation, const Value& left, const Value& right);

  Logic fact_equals(const Node& node);
  Logic equals_constant(const Value& fact, const Node& node);
  BIRTHCASE_FEEL_APART Logic between(const Node& node);
  BIRTHCASE_FEEL_APART Logic member(const Node& node);
  BIRTHCASE_FEEL_APART Logic passes(const Value& subject, const Node& test);
  Logic conjunction(const Node& node);
  Logic disjunction(const Node& node);
  BIRTHCASE_FEEL_APART Logic quantified(const Node& node);
  Logic conditional_answer(const Node& node);

  BIRTHCASE_FEEL_APART Value fact_of_newborn(const Node& node);
  const Value& fact_at(std::uint32_t slot, const Value& position);
  BIRTHCASE_FEEL_APART Value facts_of_newborns(const Node& node);
  BIRTHCASE_FEEL_APART Value newborns();
  BIRTHCASE_FEEL_APART Value item_name(const Node& node);
  BIRTHCASE_FEEL_APART Value make_list(const Node& node);
  BIRTHCASE_FEEL_APART Value make_context(const Node& node);
  BIRTHCASE_FEEL_APART Value make_range(const Node& node);
  BIRTHCASE_FEEL_APART Value sequence(const Node& node);
  Value steps(const Value& from, const Value& to);
  Value steps(std::int64_t start, std::int64_t end, bool days);
  Value steps_of(const Range& range);
  const Value& iterable(NodeId id, Value& scratch);
  BIRTHCASE_FEEL_APART Value conditional(const Node& node);
  BIRTHCASE_FEEL_APART Value loop(const Node& node);
  bool repeat(const Node& node, std::uint32_t partial, List& results, Value& stop);
  BIRTHCASE_FEEL_APART Value sort(const Node& node);
  Logic merge(const Node& node, std::span<const Value*> items, std::vector<const Value*>& merged);
  BIRTHCASE_FEEL_APART Value filter(const Node& node);
  BIRTHCASE_FEEL_APART Value picked(const Value& list, const Value& position);
  BIRTHCASE_FEEL_APART Value call_function(const Node& node);
  BIRTHCASE_FEEL_APART Value call_domain_function(const Node& node);
  BIRTHCASE_FEEL_APART Value bound(const Node& node);

  /// A value as the items to go through: a list's own, none for null, else the value itself.
  static std::span<const Value> items(const Value& value) noexcept {
    if (value.is(Kind::list)) return value.as_list();
    return {&value, value.is_null() ? std::size_t{0} : std::size_t{1}};
  }

  const Program& program_;
  const Facts& facts_;
  [[no_unique_address]] Recorder recorder_;
  Budget& budget_;
  boost::container::small_vector<const Value*, 8> locals_;  // set before they are read: the parser sees to that
  inline static const Value unknown_{};
};

template <class Recorder>
Logic Machine<Recorder>::answer(const Node& node, NodeId id) {
  switch (node.operation) {
    case Operation::fact_equals:
      return fact_equals(node);
    case Operation::comparison: {
      Value left;
      Value right;
      const Value& first = value(node.a, left);
      const Value& second = value(node.b, right);
      return budget_.spend_on(first) ? compare(static_cast<Comparison>(node.mode), first, second) : Logic::null;
    }
    case Operation::between:
      return between(node);
    case Operation::member:
      return member(node);
    case Operation::conjunction:
      return conjunction(node);
    case Operation::disjunction:
      return disjunction(node);
    case Operation::negation:
      return !test(node.a);
    case Operation::conditional:
      return conditional_answer(node);
    case Operation::some:
    case Operation::every:
      return quantified(node);
    default: {
      Value scratch;
      return logic(value(id, scratch));
    }
  }
}

template <class Recorder>
Value Machine<Recorder>::compute(const Node& node, NodeId id) {
  switch (node.operation) {
    case Operation::fact_of_newborn:
      return fact_of_newborn(node);
    case Operation::facts_of_newborns:
      return facts_of_newborns(node);
    case Operation::newborns:
      return newborns();
    case Operation::newborn_count:
      return Value::number(static_cast<std::int64_t>(facts_.newborns.size()));
    case Operation::item_name:
      return item_name(node);
    case Operation::list:
      return make_list(node);
    case Operation::context:
      return make_context(node);
    case Operation::range:
      return make_range(node);
    case Operation::sequence:
      return sequence(node);
    case Operation::conditional:
      return conditional(node);
    case Operation::loop:
      return loop(node);
    case Operation::filter:
      return filter(node);
    case Operation::sort:
      return sort(node);
    case Operation::call:
      return call_function(node);
    case Operation::domain_call:
      return call_domain_function(node);
    case Operation::binding:
      return bound(node);
    default:
      return apply(node, id);
  }
}

template <class Recorder>
Value Machine<Recorder>::apply(const Node& node, NodeId id) {
  Value left;
  Value right;
  switch (node.operation) {
    case Operation::path: {
      const Value& subject = value(node.a, left);
      return budget_.spend_on(subject) ? property(subject, program_.names[node.b]) : Value::null();
    }
    case Operation::negative:
      return negate(value(node.a, left));
    case Operation::index: {
      const Value& list = value(node.a, left);
      return picked(list, value(node.b, right));
    }
    case Operation::instance_of: {
      const Value& subject = value(node.a, left);
      if (!budget_.spend_on(subject)) return Value::null();
      return subject.is_unknown() ? Value() : Value::boolean(is_instance(subject, program_.types[node.b]));
    }
    case Operation::arithmetic: {
      const Value& first = value(node.a, left);
      return calculated(static_cast<Arithmetic>(node.mode), first, value(node.b, right));
    }
    default:
      return to_value(answer(node, id));
  }
}

template <class Recorder>
Value Machine<Recorder>::calculated(Arithmetic operation, const Value& left, const Value& right) {
  const bool affordable = budget_.spend(operation == Arithmetic::power ? power_cost : 1) && budget_.spend_on(left) &&
                          budget_.spend_on(right);
  return affordable ? calculate(operation, left, right) : Value::null();
}

}  // namespace birthcase::feel
