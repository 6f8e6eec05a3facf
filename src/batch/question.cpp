#include "batch/question.hpp"

#include "feel/parts.hpp"

#include <algorithm>
#include <numeric>

namespace birthcase::batch {

Question::Question(const Leaf& leaf, std::uint16_t newborn, const Inputs& inputs)
    : leaf_(&leaf), inputs_(&inputs), newborn_(newborn), followed_(leaf.reads_all) {
  if (leaf.form == Leaf::Form::expression) {
    read(leaf.node);
    return;
  }
  for (const Operand& operand : leaf.operands) {
    const bool reads =
        operand.constant == nullptr && (leaf.form == Leaf::Form::comparison || &operand == leaf.operands.data());
    if (reads) add(operand.fact.from(inputs.first_of(newborn)));
  }
}

void Question::add(std::size_t place) {
  if (std::find(places_.begin(), places_.end(), place) == places_.end()) places_.push_back(place);
}

void Question::add_all(std::uint16_t slot) {
  for (std::uint16_t each = 0; each < inputs_->newborns(); ++each) add(inputs_->first_of(each) + slot);
}

void Question::read(feel::NodeId id) {
  const feel::Node& node = leaf_->program->nodes[id];
  const auto slot = static_cast<std::uint16_t>(node.a);
  if (node.operation == feel::Operation::family_fact) add(slot);
  if (node.operation == feel::Operation::newborn_fact) add(inputs_->first_of(newborn_) + slot);
  if (node.operation == feel::Operation::fact_of_newborn || node.operation == feel::Operation::facts_of_newborns) {
    add_all(slot);
  }
  feel::each_part(*leaf_->program, node, [this](feel::NodeId part) { read(part); });
}

feel::Logic Question::answer(const Scratch& facts, FactRefs& deciding) const {
  feel::Budget budget;
  if (leaf_->form != Leaf::Form::expression) return leaf_->answer(facts.all(), inputs_->first_of(newborn_), budget);
  Trace trace;
  const feel::Logic answer = feel::test(*leaf_->program, leaf_->node, facts.facts(newborn_), &trace, budget);
  if (answer == feel::Logic::unknown) deciding = trace.deciding;
  return answer;
}

std::vector<std::uint32_t> ids_of(std::span<const Origin* const> choice, std::uint32_t input, std::size_t codes) {
  const Origin* only = nullptr;
  for (const Origin* origin : choice) {
    if (origin->is_constant() || origin->input != input) continue;
    if (only != nullptr && only != origin) {  // two values of one input: its code says both
      std::vector<std::uint32_t> all(codes);
      std::iota(all.begin(), all.end(), 0U);
      return all;
    }
    only = origin;
  }
  return only->image->of;
}

}  // namespace birthcase::batch
