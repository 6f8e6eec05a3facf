#include "plan/conditions/leaf.hpp"

#include "feel/functions.hpp"
#include "feel/operations.hpp"

namespace birthcase {

const Value& Operand::value(std::span<const Value* const> facts, std::size_t first_at_hand, Value& scratch,
                            feel::Budget& budget) const {
  if (constant != nullptr) return *constant;
  const Value& told = *facts[fact.from(first_at_hand)];
  if (function == nullptr) return told;
  scratch = feel::call(*function, told, budget);
  return scratch;
}

feel::Logic Leaf::answer(std::span<const Value* const> facts, std::size_t first_at_hand, feel::Budget& budget) const {
  Value left;
  const Value& first = operands[0].value(facts, first_at_hand, left, budget);
  if (form == Form::question) return feel::logic(first);
  Value right;
  const Value& second = operands[1].value(facts, first_at_hand, right, budget);
  return budget.spend_on(first) ? feel::compare(comparison, first, second) : feel::Logic::null;
}

}  // namespace birthcase
