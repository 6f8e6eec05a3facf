#include "plan/fact_reads.hpp"

namespace birthcase {
namespace {

bool is_in_group(const Schema::Node& node) noexcept {
  return node.parent != no_index && node.parent != Schema::family_root && node.parent != Schema::newborn_root;
}

}  // namespace

FactReads::FactReads(const Rules& rules, const Links& links) : rules_(rules), links_(links), of_values_(rules.schema) {
  for (const Field& field : rules.fields) {
    const Schema::Node& node = rules.schema.at(field.slot);
    if (field.never_none && is_in_group(node)) of_groups_.emplace_back(rules.schema.node(node.parent).slot, field.slot);
  }
  read_conditions();
  read_derivations();
  read_values();
}

void FactReads::read_conditions() {
  of_conditions_ = Column<SharedCondition, SlotSet>(rules_.conditions.size(), SlotSet(rules_.schema));
  for (const ConditionId id : rules_.conditions.ids())
    of_conditions_[id].add(rules_.conditions[id].condition.mentions());
}

// A fact that is taken over from a person depends on what that person is known by, and on what that would follow from.
void FactReads::read_derivations() {
  of_derived_ = Column<DerivedField, SlotSet>(links_.derived.size(), SlotSet(rules_.schema));
  for (const DerivedId id : links_.derived.ids()) {
    SlotSet& read = of_derived_[id];
    read.add(rules_.fields[links_.derived[id].field].slot);
    for (const DerivationId each : links_.derived[id].derivations) {
      add(rules_.derivations[each], read);
      for (const FieldId known_by : rules_.derivations[each].together) {
        read.add(rules_.fields[known_by].slot);
        const DerivedId derived = links_.field_sources[known_by].derived;
        if (derived == no_index) continue;
        for (const DerivationId other : links_.derived[derived].derivations) add(rules_.derivations[other], read);
      }
    }
  }
}

void FactReads::add(const Derivation& derivation, SlotSet& read) const {
  if (derivation.when != no_index) read.add(of_conditions_[derivation.when]);
  if (derivation.alias) read.add(*derivation.alias);
  if (derivation.value) read.add(derivation.value->mentions());
}

// What follows from others, in which group it stands, who is who, and what lies ahead.
void FactReads::read_values() {
  for (const DerivedId id : links_.derived.ids()) {
    of_values_.add(of_derived_[id]);
    const Schema::Node& node = rules_.schema.at(rules_.fields[links_.derived[id].field].slot);
    if (is_in_group(node)) of_values_.add(rules_.schema.node(node.parent).slot);
  }
  for (const Holder& holder : rules_.holders) {
    if (holder.decided_by) of_values_.add(*holder.decided_by);
  }
  for (const Field& field : rules_.fields) {
    if (field.past) of_values_.add(field.slot);
  }
  of_values_.add(rules_.schema.accepted_on());
  if (const auto applied_at = rules_.schema.applied_at()) of_values_.add(*applied_at);
}

// Once through what follows: what others are derived from comes first.
void FactReads::follow(SlotSet& changed) const {
  for (const auto& [group, slot] : of_groups_) {
    if (changed.has(group)) changed.add(slot);
  }
  if (const auto applied_at = rules_.schema.applied_at(); applied_at && changed.has(*applied_at)) {
    changed.add(rules_.schema.accepted_on());
  }
  for (const DerivedId id : links_.derived.ids()) {
    if (of_derived_[id].meets(changed)) changed.add(rules_.fields[links_.derived[id].field].slot);
  }
}

}  // namespace birthcase
