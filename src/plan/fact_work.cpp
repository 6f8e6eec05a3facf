// What evaluations for one plan may take, together and each.
#include "feel/program.hpp"
#include "plan/fact_table.hpp"

#include <algorithm>

namespace birthcase {
namespace {

// In `FactTable::tested_`: one more than the truth, or that the evaluation was given up.
constexpr std::uint8_t given_up = 4;

constexpr auto relaxed = std::memory_order_relaxed;

constexpr std::uint8_t note_of(Truth truth) noexcept { return static_cast<std::uint8_t>(static_cast<int>(truth) + 1); }

constexpr Truth truth_of(std::uint8_t note) noexcept {
  return note == given_up ? Truth::unknown : static_cast<Truth>(note - 1);
}

constexpr std::uint8_t note_of(feel::Logic answer) noexcept {
  if (answer == feel::Logic::unknown) return note_of(Truth::unknown);
  return note_of(answer == feel::Logic::yes ? Truth::yes : Truth::no);
}

}  // namespace

// What one evaluation may spend of what the plan has left. Where that is little, an evaluation that needs little still
// gets it: one costly rule takes no answer from the others.
inline std::size_t FactTable::allowed() const noexcept {
  using feel::Budget;
  const std::size_t spent = work();
  if (spent <= Budget::steps_of_plan - Budget::steps) return Budget::steps;  // nearly always
  if (spent < Budget::steps_of_plan) return std::max(Budget::steps_of_plan - spent, Budget::steps_for_everybody);
  return spent < Budget::steps_of_plan + Budget::steps_in_reserve ? Budget::steps_for_everybody
                                                                  : Budget::steps_at_least;
}

// Counts what an evaluation spent; false if that was not enough. Two threads that ask for reasons at once may count as
// one: that is cheaper than to count exactly.
inline bool FactTable::pay(std::size_t allowed, std::size_t left) const noexcept {
  work_.store(work() + allowed - left, std::memory_order_relaxed);
  if (left != 0) return true;
  gave_up_.store(true, std::memory_order_relaxed);
  return false;
}

std::optional<feel::Logic> FactTable::answer_noted(std::uint32_t leaf, std::uint16_t newborn) const noexcept {
  const std::size_t row = program_.leaves()[leaf].at_hand ? newborn + 1u : 0u;
  const std::uint8_t note = asked_[row * program_.leaves().size() + leaf].load(std::memory_order_relaxed);
  if (note == 0 || (note & not_asked) != 0) return std::nullopt;
  return static_cast<feel::Logic>(note - 1);
}

// A leaf of the conditions, once for a plan, even if many conditions have it.
feel::Logic FactTable::answer(std::uint32_t leaf, std::uint16_t newborn, bool& gave_up) const {
  const Leaf& asked = program_.leaves()[leaf];
  auto& noted = asked_[(asked.at_hand ? newborn + 1u : 0u) * program_.leaves().size() + leaf];
  if (const auto known = static_cast<std::uint8_t>(noted.load(relaxed) & ~not_asked); known != 0) {
    noted.store(known, relaxed);
    return static_cast<feel::Logic>(known - 1);
  }
  const std::size_t allowed = this->allowed();
  feel::Budget budget(allowed);
  const feel::Logic answer = asked.form == Leaf::Form::expression
                                 ? feel::test(*asked.program, asked.node, facts(newborn), nullptr, budget)
                                 : asked.answer(pointers_, first_at_hand(newborn), budget);
  if (!pay(allowed, budget.left())) {
    gave_up = true;
    return feel::Logic::null;
  }
  noted.store(static_cast<std::uint8_t>(static_cast<int>(answer) + 1), relaxed);
  return answer;
}

std::uint8_t FactTable::evaluate(ConditionId condition, std::uint16_t newborn) const {
  const std::size_t at_hand = first_at_hand(newborn);
  bool gave_up = false;
  const auto class_of = [&](FactPlace place) { return classes_[place.from(at_hand)]; };
  const auto ask = [&](std::uint32_t leaf) { return answer(leaf, newborn, gave_up); };
  const feel::Logic answer = program_.run(condition, class_of, ask);
  return gave_up ? given_up : note_of(answer);
}

std::uint8_t FactTable::evaluate_for_any(ConditionId condition) const {
  Truth any = Truth::no;
  for (std::uint16_t each = 0; each < newborns(); ++each) {
    const std::uint8_t note = evaluate(condition, each);
    if (note == given_up) return note;
    any = any || truth_of(note);
  }
  return note_of(any);
}

Value FactTable::evaluate(const Derivation& derivation, std::uint16_t newborn) const {
  const feel::Program& program = feel::program_of(*derivation.value);
  const std::size_t allowed = this->allowed();
  feel::Budget budget(allowed);
  Value value = feel::evaluate(program, program.root, facts(newborn), nullptr, budget);
  if (pay(allowed, budget.left())) return value;
  given_up_[rules_.id_of(derivation).place()].store(true, std::memory_order_relaxed);
  return {};
}

bool FactTable::gave_up(ConditionId condition) const noexcept {
  for (std::size_t at = condition.place(); at < tested_.size(); at += rules_.conditions.size()) {
    if (tested_[at].load(std::memory_order_relaxed) == given_up) return true;
  }
  return false;
}

bool FactTable::gave_up(const Derivation& derivation) const noexcept {
  return given_up_[rules_.id_of(derivation).place()].load(std::memory_order_relaxed);
}

// Plans may be asked for reasons by several threads: each that tests a condition first notes the same answer.
Truth FactTable::test(ConditionId condition, std::uint16_t newborn) const {
  const SharedCondition& shared = rules_.conditions[condition];
  const std::size_t row = shared.per_newborn && newborn != FactRef::family ? newborn + 1u : 0u;
  std::atomic<std::uint8_t>& noted = tested_[row * rules_.conditions.size() + condition.place()];
  std::uint8_t note = noted.load(std::memory_order_relaxed);
  if (note == 0) {
    const bool of_any = shared.per_newborn && newborn == FactRef::family;
    note = of_any ? evaluate_for_any(condition) : evaluate(condition, newborn);
    noted.store(note, std::memory_order_relaxed);
  }
  return truth_of(note);
}

// Of what takes much work to explain: everything that it speaks of.
Trace FactTable::mentions(const feel::Program& program, std::uint16_t newborn, bool open) const {
  Trace trace;
  for (const Slot slot : program.mentions) {
    if (slot.newborn && newborn == FactRef::family) continue;
    const FactRef fact = slot.of(newborn);
    trace.read.push_back(fact);
    if (open && value(fact).is_unknown()) trace.deciding.push_back(fact);
  }
  return trace;
}

Trace FactTable::trace(ConditionId condition, std::uint16_t newborn) const {
  const feel::Program& program = feel::program_of(rules_.conditions[condition].condition.expression());
  Trace trace;
  feel::Budget budget(feel::Budget::steps_of_explanation);
  feel::test(program, program.root, facts(newborn), &trace, budget);
  if (budget.is_used_up()) trace = mentions(program, newborn, test(condition, newborn) == Truth::unknown);
  return trace;
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
