// What evaluations for one plan may take, together and each.
#include "feel/program.hpp"
#include "plan/fact_table.hpp"

#include <algorithm>

namespace birthcase {
namespace {

constexpr std::uint8_t given_up = 4;  // in `FactTable::tested_`; else one more than the truth

}  // namespace

// What one evaluation may spend of what the plan has left. Where that is little, whoever needs little still gets it:
// one costly rule takes no answer from the others.
template <class Evaluation>
auto FactTable::within_budget(bool& paid, Evaluation&& evaluation) const {
  using feel::Budget;
  const std::size_t spent = std::min(work(), Budget::steps_of_plan);
  const std::size_t allowed = std::clamp(Budget::steps_of_plan - spent, Budget::steps_for_everybody, Budget::steps);
  Budget budget(allowed);
  auto result = evaluation(budget);
  // Two threads that ask for reasons at once may count as one: that is cheaper than to count exactly.
  work_.store(work() + allowed - budget.left(), std::memory_order_relaxed);
  paid = !budget.is_used_up();
  if (!paid) gave_up_.store(true, std::memory_order_relaxed);
  return result;
}

Truth FactTable::evaluate(const SharedCondition& condition, std::uint16_t newborn, bool& paid) const {
  const feel::Program& program = feel::program_of(condition.condition.expression());
  const auto test_for = [&](std::uint16_t each) {
    bool paid_for = true;
    const feel::Logic result = within_budget(paid_for, [&](feel::Budget& budget) {
      return feel::test(program, program.root, facts(each), nullptr, budget);
    });
    paid = paid && paid_for;
    if (!paid_for || result == feel::Logic::unknown) return Truth::unknown;
    return result == feel::Logic::yes ? Truth::yes : Truth::no;
  };
  if (!condition.per_newborn || newborn != FactRef::family) return test_for(newborn);
  Truth any = Truth::no;
  for (std::uint16_t each = 0; each < newborns(); ++each) any = any || test_for(each);
  return any;
}

Value FactTable::evaluate(const Derivation& derivation, std::uint16_t newborn) const {
  const feel::Program& program = feel::program_of(*derivation.value);
  bool paid = true;
  Value value = within_budget(paid, [&](feel::Budget& budget) {
    return feel::evaluate(program, program.root, facts(newborn), nullptr, budget);
  });
  if (paid) return value;
  given_up_[static_cast<std::size_t>(&derivation - rules_.derivations.data())].store(true, std::memory_order_relaxed);
  return {};
}

bool FactTable::gave_up(Index condition) const noexcept {
  for (std::size_t at = condition; at < tested_.size(); at += rules_.conditions.size()) {
    if (tested_[at].load(std::memory_order_relaxed) == given_up) return true;
  }
  return false;
}

bool FactTable::gave_up(const Derivation& derivation) const noexcept {
  return given_up_[static_cast<std::size_t>(&derivation - rules_.derivations.data())].load(std::memory_order_relaxed);
}

// Plans may be asked for reasons by several threads: whoever tests a condition first notes the same answer.
Truth FactTable::test(Index condition, std::uint16_t newborn) const {
  const SharedCondition& shared = rules_.conditions[condition];
  const std::size_t row = shared.per_newborn && newborn != FactRef::family ? newborn + 1u : 0u;
  std::atomic<std::uint8_t>& noted = tested_[row * rules_.conditions.size() + condition];
  if (const auto known = noted.load(std::memory_order_relaxed); known != 0) {
    return known == given_up ? Truth::unknown : static_cast<Truth>(known - 1);
  }
  bool paid = true;
  const Truth truth = evaluate(shared, newborn, paid);
  noted.store(paid ? static_cast<std::uint8_t>(static_cast<int>(truth) + 1) : given_up, std::memory_order_relaxed);
  return truth;
}

// Of what takes much work to explain: everything that it speaks of.
Trace FactTable::mentions(const feel::Program& program, std::uint16_t newborn, bool open) const {
  Trace trace;
  for (const Slot slot : program.mentions) {
    if (slot.newborn && newborn == FactRef::family) continue;
    const FactRef fact{slot.index, slot.newborn ? newborn : FactRef::family};
    trace.read.push_back(fact);
    if (open && value(fact).is_unknown()) trace.deciding.push_back(fact);
  }
  return trace;
}

Trace FactTable::trace(Index condition, std::uint16_t newborn) const {
  const feel::Program& program = feel::program_of(rules_.conditions[condition].condition.expression());
  Trace trace;
  feel::Budget budget(feel::Budget::steps_of_explanation);
  feel::test(program, program.root, facts(newborn), &trace, budget);
  return budget.is_used_up() ? mentions(program, newborn, test(condition, newborn) == Truth::unknown) : trace;
}

Value FactTable::explain(const Derivation& derivation, std::uint16_t newborn, Trace& trace) const {
  const feel::Program& program = feel::program_of(*derivation.value);
  feel::Budget budget(feel::Budget::steps_of_explanation);
  Value result = feel::evaluate(program, program.root, facts(newborn), &trace, budget);
  if (!budget.is_used_up()) return result;
  trace = mentions(program, newborn, true);
  return {};
}

}  // namespace birthcase
