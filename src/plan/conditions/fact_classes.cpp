#include "plan/conditions/fact_classes.hpp"

#include "feel/program.hpp"

#include <optional>

namespace birthcase {
namespace {

std::optional<Slot> slot_of(const feel::Node& node) noexcept {
  using feel::Operation;
  const auto slot = static_cast<std::uint16_t>(node.a);
  if (node.operation == Operation::family_fact) return Slot{slot, false};
  if (node.operation == Operation::newborn_fact || node.operation == Operation::fact_of_newborn) {
    return Slot{slot, true};
  }
  return std::nullopt;
}

}  // namespace

FactClasses::FactClasses(const Rules& rules)
    : schema_(rules.schema), of_family_(rules.schema.family_slots()), of_newborn_(rules.schema.newborn_slots()) {
  for (const SharedCondition& shared : rules.conditions) collect(feel::program_of(shared.condition.expression()));
}

void FactClasses::collect(const feel::Program& program) {
  using feel::Operation;
  for (const feel::Node& node : program.nodes) {
    if (node.operation == Operation::fact_equals) {
      if (const auto slot = slot_of(program.nodes[node.a])) add(*slot, program.constants[node.b]);
    }
    if (node.operation != Operation::member) continue;
    const auto slot = slot_of(program.nodes[node.a]);
    for (std::uint32_t i = 0; slot && i < node.c; ++i) {
      const feel::Node& test = program.nodes[program.operands[node.b + i]];
      if (test.operation != Operation::test_value) continue;
      const feel::Node& operand = program.nodes[test.a];
      if (operand.operation == Operation::constant) add(*slot, program.constants[operand.a]);
    }
  }
}

void FactClasses::add(Slot slot, const Value& constant) {
  if (!constant.is(Kind::text) || has(slot, constant.as_text())) return;
  auto& known = slot.newborn ? of_newborn_[slot.index] : of_family_[slot.index];
  if (known.size() < most_texts) known.push_back(constant.as_text());
}

Value FactClasses::example(Slot slot, FactClass of) const {
  switch (of) {
    case fact_class::unknown:
      return Value();
    case fact_class::null:
      return Value::null();
    case fact_class::yes:
    case fact_class::no:
      return Value::boolean(of == fact_class::yes);
    case fact_class::neither:
      return schema_.at(slot).kind == Kind::context ? Value::context({}) : Value::number(1);
    case fact_class::other_text:
      return Value::text("\x01");
    default:
      return Value::text(texts(slot)[of - fact_class::first_text]);
  }
}

}  // namespace birthcase
