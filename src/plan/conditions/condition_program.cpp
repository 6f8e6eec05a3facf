#include "plan/conditions/condition_program.hpp"

#include "plan/conditions/condition_compiler.hpp"

namespace birthcase {

ConditionProgram::ConditionProgram(const Rules& rules, const FactClasses& classes, std::uint16_t newborns)
    : read_by_traced_(rules.schema) {
  ConditionCompiler compiler(*this, rules, classes, newborns);
  for (const SharedCondition& condition : rules.conditions) compiler.write(condition);
}

const ConditionProgram& ConditionPrograms::of(std::size_t newborns) const {
  const std::size_t place = std::min(newborns, most_newborns);
  if (const ConditionProgram* ready = ready_[place].load(std::memory_order_acquire)) return *ready;
  const std::scoped_lock lock(making_);
  if (made_[place] == nullptr) {
    made_[place] = std::make_unique<const ConditionProgram>(rules_, classes_, static_cast<std::uint16_t>(newborns));
    ready_[place].store(made_[place].get(), std::memory_order_release);
  }
  return *made_[place];
}

}  // namespace birthcase
