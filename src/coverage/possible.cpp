#include "coverage/possible.hpp"

#include <algorithm>
#include <optional>

namespace birthcase::coverage {
namespace {

constexpr std::size_t short_list = 8;
constexpr std::size_t most_combinations = 800;

class Combinations {
 public:
  Combinations(const Rules& rules, const std::function<bool(Slot)>& always_known)
      : rules_(rules),
        always_known_(always_known),
        family_(rules.schema.family_slots(), &unknown_),
        newborn_(rules.schema.newborn_slots(), &unknown_),
        newborns_{newborn_} {}

  /// Varies the facts that a condition reads; false, and nothing is changed, if that is too much.
  bool add(ConditionId condition);

  /// Calls `visit` with the facts of each combination.
  template <class Visitor>
  void each(const Visitor& visit);

 private:
  struct Fact {
    Slot slot;
    std::vector<Value> values;
  };

  std::optional<std::vector<Value>> values_of(Slot slot) const;
  std::optional<std::vector<Value>> values_of_field(const Field& field) const;
  bool varies(Slot slot) const {
    return std::any_of(facts_.begin(), facts_.end(), [slot](const Fact& fact) { return fact.slot == slot; });
  }

  const Rules& rules_;
  const std::function<bool(Slot)>& always_known_;
  const Value unknown_;
  std::vector<const Value*> family_;
  std::vector<const Value*> newborn_;
  std::vector<std::span<const Value* const>> newborns_;
  std::vector<Fact> facts_;
  std::size_t count_ = 1;
};

// Every value that the fact can have, or nothing where they are too many.
std::optional<std::vector<Value>> Combinations::values_of(Slot slot) const {
  if (slot == rules_.schema.accepted_on()) return std::nullopt;
  if (slot == rules_.schema.jurisdiction()) {
    return std::vector{rules_.division.empty() ? Value::null() : Value::text(rules_.division)};
  }
  const FieldId field = rules_.schema.at(slot).field;
  auto values = field == no_index ? std::vector{Value::context({})} : values_of_field(rules_.fields[field]);
  if (!values) return std::nullopt;
  values->push_back(Value::null());
  if (!always_known_(slot)) values->emplace_back();
  return values;
}

std::optional<std::vector<Value>> Combinations::values_of_field(const Field& field) const {
  if (field.type == FieldType::boolean) return std::vector{Value::boolean(true), Value::boolean(false)};
  if (field.type != FieldType::code) return std::nullopt;
  const auto& codes = field.table != nullptr ? field.table->codes() : field.constraints.codes;
  if (codes.size() > short_list) return std::nullopt;
  std::vector<Value> values;
  for (const std::string& code : codes) values.push_back(Value::text(code));
  return values;
}

bool Combinations::add(ConditionId condition) {
  const Expression& expression = rules_.conditions[condition].condition.expression();
  if (reads_all_newborns(expression)) return false;
  std::vector<Fact> more;
  std::size_t count = count_;
  for (const Slot slot : expression.mentions()) {
    if (varies(slot)) continue;
    auto values = values_of(slot);
    if (!values) return false;
    count *= values->size();
    if (count > most_combinations) return false;
    more.push_back({slot, std::move(*values)});
  }
  count_ = count;
  for (Fact& fact : more) facts_.push_back(std::move(fact));
  return true;
}

template <class Visitor>
void Combinations::each(const Visitor& visit) {
  for (std::size_t combination = 0; combination < count_; ++combination) {
    std::size_t rest = combination;
    for (const Fact& fact : facts_) {
      (fact.slot.newborn ? newborn_ : family_)[fact.slot.index] = &fact.values[rest % fact.values.size()];
      rest /= fact.values.size();
    }
    visit(Facts{family_, newborns_, 0});
  }
}

void note(Possible& possible, const feel::Decision* decision, const Condition& condition, const Facts& facts) {
  const Truth truth = condition.test(facts);
  possible.applying = possible.applying || truth == Truth::yes;
  possible.not_applying = possible.not_applying || truth == Truth::no;
  possible.undetermined = possible.undetermined || truth == Truth::unknown;
  if (decision == nullptr) return;
  const auto answers = decision->answers(facts);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (decision->decides(i, answers)) possible.atoms[2 * i + (answers[i] == feel::Logic::yes ? 0 : 1)] = true;
  }
}

}  // namespace

bool reads_all_newborns(const Expression& expression) {
  const auto& nodes = feel::program_of(expression).nodes;
  return std::any_of(nodes.begin(), nodes.end(), [](const feel::Node& node) {
    using feel::Operation;
    return node.operation == Operation::newborns || node.operation == Operation::newborn_count ||
           node.operation == Operation::facts_of_newborns || node.operation == Operation::fact_of_newborn;
  });
}

void Possible::add(const Possible& other) {
  applying = applying || other.applying;
  not_applying = not_applying || other.not_applying;
  undetermined = undetermined || other.undetermined;
  if (atoms.empty() || other.atoms.empty()) return atoms.clear();
  for (std::size_t i = 0; i < atoms.size(); ++i) atoms[i] = atoms[i] || other.atoms[i];
}

Possible possible_answers(const Rules& rules, ConditionId condition, const feel::Decision* decision,
                          const std::vector<ConditionId>& before, const std::function<bool(Slot)>& always_known) {
  Combinations combinations(rules, always_known);
  if (!combinations.add(condition)) return {};
  std::vector<const Condition*> all_no;
  for (const ConditionId other : before) {
    if (combinations.add(other)) all_no.push_back(&rules.conditions[other].condition);
  }
  Possible possible{false, false, false, {}};
  if (decision != nullptr) possible.atoms.assign(2 * decision->atoms().size(), false);
  combinations.each([&](const Facts& facts) {
    const bool asked = std::all_of(all_no.begin(), all_no.end(),
                                   [&facts](const Condition* other) { return other->test(facts) == Truth::no; });
    if (asked) note(possible, decision, rules.conditions[condition].condition, facts);
  });
  return possible;
}

}  // namespace birthcase::coverage
