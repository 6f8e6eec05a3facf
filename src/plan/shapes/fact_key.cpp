#include "plan/shapes/fact_key.hpp"

#include "feel/program.hpp"
#include "plan/planning_tables.hpp"

namespace birthcase {
namespace {

constexpr std::uint16_t family = FactRef::family;

class FactKey {
 public:
  FactKey(ShapeKey& key, const Rules& rules, const FactTable& facts)
      : key_(key), rules_(rules), tables_(planning_of(rules)), facts_(facts) {}

  void add_answers() {
    add_classes();
    add_leaves();
  }

  void add_values() {
    add_traces();
    add_what_follows();
    add_people();
  }

 private:
  void add_classes();
  void add_leaves();
  void add_traces();
  void add_trace_of(const Leaf& asked, std::uint32_t leaf, std::uint16_t newborn);
  void add_trace(const Trace& trace);
  void add_what_follows();
  void add_value_of(const Derivation& derivation, std::uint16_t newborn);
  void add_people();

  ShapeKey& key_;
  const Rules& rules_;
  const PlanningTables& tables_;
  const FactTable& facts_;
};

void FactKey::add_classes() {
  key_.add_plain(facts_.newborns());
  key_.add(facts_.classes());
  key_.add(facts_.derived());
  key_.add_plain(static_cast<std::uint16_t>(facts_.refused().size()));
  for (const FactRef fact : facts_.refused()) {
    key_.add_plain(fact.index);
    key_.add_plain(fact.newborn);
  }
}

// The leaves that planning may ask for. Where nobody has asked yet, they are asked in the order of the conditions.
void FactKey::add_leaves() {
  const ConditionProgram& program = facts_.program();
  for (const ConditionId condition : program.with_leaves()) {
    facts_.each_place(rules_.conditions[condition].per_newborn,
                      [&](std::uint16_t newborn) { facts_.test(condition, newborn); });
  }
  std::uint8_t* note = key_.room(facts_.answers());
  facts_.each_answer([&note](std::uint8_t answer) { *note++ = answer; });
}

void FactKey::add_traces() {
  const ConditionProgram& program = facts_.program();
  for (const std::uint32_t leaf : program.traced()) {
    const Leaf& asked = program.leaves()[leaf];
    facts_.each_place(asked.at_hand, [&](std::uint16_t newborn) { add_trace_of(asked, leaf, newborn); });
  }
}

// Which facts a leaf reads, and which decide it, where that does not follow from their classes.
void FactKey::add_trace_of(const Leaf& asked, std::uint32_t leaf, std::uint16_t newborn) {
  const auto answer = facts_.answer_noted(leaf, newborn);
  if (!answer || (asked.reads_all && *answer != feel::Logic::unknown)) return;
  Trace trace;
  feel::Budget budget(feel::Budget::steps_of_explanation);
  feel::test(*asked.program, asked.node, facts_.facts(newborn), &trace, budget);
  add_trace(trace);
}

void FactKey::add_trace(const Trace& trace) {
  for (const FactRefs* facts : {&trace.read, &trace.deciding}) {
    key_.add_plain(static_cast<std::uint16_t>(facts->size()));
    for (const FactRef fact : *facts) {
      key_.add_plain(fact.index);
      key_.add_plain(fact.newborn);
    }
  }
}

// What facts are known by, what open derivations would give, and whether a fact is as its shorthand says.
void FactKey::add_what_follows() {
  for (const FieldId field : tables_.known_by()) {
    const Slot slot = rules_.fields[field].slot;
    facts_.each_place(slot.newborn,
                      [&](std::uint16_t newborn) { key_.add_plain(facts_.is_as_it_follows(slot.of(newborn))); });
  }
  for (const DerivationId place : tables_.shorthands()) {
    const Derivation& derivation = rules_.derivations[place];
    const Slot slot = rules_.fields[derivation.field].slot;
    facts_.each_place(slot.newborn, [&](std::uint16_t newborn) {
      key_.add_plain(facts_.value(slot, newborn) == facts_.value(*derivation.alias, newborn));
    });
  }
  for (const DerivationId place : tables_.worked_out()) {
    const Derivation& derivation = rules_.derivations[place];
    const Slot slot = rules_.fields[derivation.field].slot;
    facts_.each_place(slot.newborn, [&](std::uint16_t newborn) {
      if (facts_.value(slot, newborn).is_unknown()) add_value_of(derivation, newborn);
    });
  }
}

void FactKey::add_value_of(const Derivation& derivation, std::uint16_t newborn) {
  if (facts_.applies(derivation, newborn) == Truth::no) return;
  Trace trace;
  key_.add_plain(facts_.explain(derivation, newborn, trace).kind());
  add_trace(trace);
}

void FactKey::add_people() {
  for (const HolderId holder : tables_.roles()) {
    key_.add_plain(facts_.person(holder, family).place());
    for (std::uint16_t each = 0; each < facts_.newborns(); ++each) key_.add_plain(facts_.person(holder, each).place());
  }
}

}  // namespace

void add_answers(ShapeKey& key, const Rules& rules, const FactTable& facts) {
  FactKey(key, rules, facts).add_answers();
}

void add_values(ShapeKey& key, const Rules& rules, const FactTable& facts) { FactKey(key, rules, facts).add_values(); }

}  // namespace birthcase
