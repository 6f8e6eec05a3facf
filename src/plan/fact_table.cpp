#include "plan/fact_table.hpp"

#include "feel/program.hpp"
#include "plan/planning_tables.hpp"

#include <algorithm>

namespace birthcase {
namespace {

const Value& unknown() noexcept {
  static const Value value;
  return value;
}

// The day of acceptance: the application's, or the day that is planned for.
Value day_of_acceptance(const Value* applied_at, Date as_of) {
  if (applied_at != nullptr) {
    if (const auto day = applied_at->to_date()) return Value::date(*day);
  }
  return Value::date(as_of);
}

// The value of a derivation that says but one, such as "CHN".
const Value* constant_of(const Derivation& derivation) noexcept {
  const feel::Program& program = feel::program_of(*derivation.value);
  const feel::Node& root = program.nodes[program.root];
  return root.operation == feel::Operation::constant ? &program.constants[root.a] : nullptr;
}

void add(FactRefs& facts, FactRef fact) {
  if (std::find(facts.begin(), facts.end(), fact) == facts.end()) facts.push_back(fact);
}

}  // namespace

FactTable::FactTable(const Rules& rules, const FactStore& store, Date as_of, Stage)
    : rules_(rules),
      program_(planning_of(rules).programs().of(std::max<std::size_t>(store.newborns.size(), 1))),
      refused_(store.refused.begin(), store.refused.end()),
      as_of_(as_of),
      newborn_slots_(rules.schema.newborn_slots()),
      tested_(rules.conditions.size() * (std::max<std::size_t>(store.newborns.size(), 1) + 1)),
      asked_(program_.leaves().size() * (std::max<std::size_t>(store.newborns.size(), 1) + 1)),
      given_up_(rules.derivations.size()) {
  const std::size_t family_slots = rules.schema.family_slots();
  const std::size_t count = std::max<std::size_t>(store.newborns.size(), 1);
  pointers_.assign(family_slots + count * newborn_slots_, &unknown());
  is_derived_.assign(pointers_.size(), 0);
  taken_from_.assign(pointers_.size(), itself);
  family_ = std::span(pointers_).first(family_slots);
  for (std::size_t i = 0; i < count; ++i) {
    newborns_.push_back(std::span(pointers_).subspan(family_slots + i * newborn_slots_, newborn_slots_));
  }
  for (std::size_t i = 0; i < store.family.size(); ++i) pointers_[i] = &store.family[i];
  for (std::size_t n = 0; n < store.newborns.size(); ++n) {
    for (std::size_t i = 0; i < store.newborns[n].size(); ++i) {
      pointers_[family_slots + n * newborn_slots_ + i] = &store.newborns[n][i];
    }
  }
  derived_.reserve(links_of(rules).derived.size() * count);
}

FactTable::FactTable(const Rules& rules, const FactStore& store, Date as_of)
    : FactTable(rules, store, as_of, Stage::told) {
  classify();
  settle(store);
  for (const DerivedField& derived : links_of(rules).derived) derive(derived);
}

// All that stands before what follows from others.
void FactTable::settle(const FactStore& store) {
  const Schema& schema = rules_.schema;
  refuse();
  fill_in(store.look_ups);
  jurisdiction_ = rules_.division.empty() ? Value::null() : Value::text(rules_.division);
  set(schema.jurisdiction(), 0, jurisdiction_);
  const auto applied_at = schema.applied_at();
  accepted_on_ = day_of_acceptance(applied_at ? &value(*applied_at, 0) : nullptr, as_of_);
  set(schema.accepted_on(), 0, accepted_on_);
}

void FactTable::set(Slot slot, std::uint16_t newborn, const Value& value) noexcept {
  const std::size_t place = place_of(slot, newborn);
  pointers_[place] = &value;
  classes_[place] = planning_of(rules_).classes().of(slot, value);
}

void FactTable::classify() {
  const FactClasses& classes = planning_of(rules_).classes();
  classes_.reserve(pointers_.size());
  for (std::uint16_t slot = 0; slot < family_.size(); ++slot)
    classes_.push_back(classes.of({slot, false}, *family_[slot]));
  for (const auto& newborn : newborns_) {
    for (std::uint16_t slot = 0; slot < newborn_slots_; ++slot) {
      classes_.push_back(classes.of({slot, true}, *newborn[slot]));
    }
  }
}

void FactTable::refuse() {
  for (const Field& field : rules_.fields) {
    if (!field.never_none) continue;
    each_place(field.per_newborn(), [&](std::uint16_t newborn) { refuse_nones(field, newborn); });
  }
  for (const FactRef fact : refused_) {
    set(fact.slot(), fact.newborn, unknown());
  }
}

// A field whose whole group is none, such as the father's, is none with it.
void FactTable::refuse_nones(const Field& field, std::uint16_t newborn) {
  const Index parent = rules_.schema.at(field.slot).parent;
  const bool root = parent == no_index || parent == Schema::family_root || parent == Schema::newborn_root;
  if (!value(field.slot, newborn).is_null()) return;
  if (!root && value(rules_.schema.node(parent).slot, newborn).is_null()) return;
  refused_.push_back({field.slot.index, newborn});
}

// What was found fills in what nobody has told; a fact that was told stands, and the planner compares the two.
void FactTable::fill_in(std::span<const LookUp> look_ups) {
  for (const LookUp& look_up : look_ups) {
    for (const FoundFact& found : look_up.facts) {
      const Slot slot = found.fact.slot();
      if (value(found.fact).is_unknown()) {
        open_groups(rules_.schema.at(slot), found.fact.newborn);
        set(slot, found.fact.newborn, found.value);
      }
      if (value(found.fact) != found.value) continue;
      looked_up_.resize(pointers_.size());
      looked_up_[place_of(slot, found.fact.newborn)] = &look_up;
    }
  }
}

// Where a fact of a group is known, the group is.
void FactTable::open_groups(const Schema::Node& node, std::uint16_t newborn) {
  static const Value there = Value::context({});
  for (Index parent = node.parent; parent != Schema::family_root && parent != Schema::newborn_root;) {
    const Schema::Node& group = rules_.schema.node(parent);
    if (value(group.slot, newborn).is_unknown()) set(group.slot, newborn, there);
    parent = group.parent;
  }
}

const LookUp* FactTable::look_up_of(FactRef fact) const noexcept {
  if (looked_up_.empty()) return nullptr;
  return looked_up_[place_of(fact.slot(), fact.newborn)];
}

void FactTable::derive(const DerivedField& derived) {
  each_place(rules_.fields[derived.field].per_newborn(), [&](std::uint16_t newborn) { derive(derived, newborn); });
}

// A fact that was told is never overruled by one that follows. While it is open which rule decides, the fact follows
// all the same if every rule that may decide gives the same value.
void FactTable::derive(const DerivedField& derived, std::uint16_t newborn) {
  const Slot slot = rules_.fields[derived.field].slot;
  if (!value(slot, newborn).is_unknown() || is_refused({slot.index, newborn})) return;
  const Value* given = nullptr;
  std::uint32_t from = itself;
  for (const DerivationId index : derived.derivations) {
    const Derivation& derivation = rules_.derivations[index];
    const Truth holds = this->holds(derivation, newborn);
    if (holds == Truth::no || is_passed_over(derivation, newborn)) continue;
    if (given != nullptr && !gives(derivation, newborn, *given)) return;
    if (given == nullptr) {
      given = &value_of(derivation, newborn);
      if (derivation.alias) from = static_cast<std::uint32_t>(place_of(*derivation.alias, newborn));
    }
    if (given->is_unknown() || given->is_null()) return;  // nothing follows: it must be asked
    if (holds == Truth::unknown) continue;
    set(slot, newborn, *given);
    is_derived_[place_of(slot, newborn)] = 1;
    taken_from_[place_of(slot, newborn)] = from;
    return;
  }
}

bool FactTable::is_passed_over(const Derivation& derivation, std::uint16_t newborn) const {
  if (!derivation.if_known) return false;
  const Value& source = value(*derivation.alias, newborn);
  if (source.is_null()) return true;
  return source.is_unknown() && !is_refused(derivation.alias->of(newborn));
}

bool FactTable::is_refused(FactRef fact) const noexcept {
  return std::find(refused_.begin(), refused_.end(), fact) != refused_.end();
}

// As `derive` does it: the first derivation that applies; one that perhaps does must give the same.
std::optional<FactTable::Follows> FactTable::follows(const DerivedField& derived, std::uint16_t newborn) const {
  std::optional<Follows> result;
  for (const DerivationId index : derived.derivations) {
    const Derivation& derivation = rules_.derivations[index];
    const Truth holds = applies(derivation, newborn);
    if (holds == Truth::no || is_passed_over(derivation, newborn)) continue;
    const FieldId shorthand = derivation.if_known ? rules_.schema.at(*derivation.alias).field : no_index;
    if (shorthand != no_index && is_derived(shorthand, newborn)) continue;
    Value value = derivation.alias ? this->value(*derivation.alias, newborn) : evaluate(derivation, newborn);
    if (value.is_unknown() || value.is_null() || (result && value != result->value)) return std::nullopt;
    if (!result) result = Follows{&derivation, std::move(value)};
    result->is_default = result->is_default || derivation.is_default;
    if (holds == Truth::yes) return result;
  }
  return std::nullopt;
}

Truth FactTable::holds(const Derivation& derivation, std::uint16_t newborn) const {
  Truth holds = applies(derivation, newborn);
  for (const FieldId field : derivation.together) {
    if (holds == Truth::no) return holds;
    const Slot slot = rules_.fields[field].slot;
    holds = holds && is_as_it_follows(slot.of(newborn));
  }
  return holds;
}

// Unknown while it cannot be used, and while it is not known what would follow. What follows from nothing is nobody's.
Truth FactTable::is_as_it_follows(FactRef fact) const {
  const FieldId field = rules_.schema.at(fact).field;
  const DerivedId derived = links_of(rules_).field_sources[field].derived;
  if (derived == no_index) return Truth::yes;
  if (is_refused(fact)) return Truth::unknown;
  if (value(fact).is_unknown() || is_derived(field, fact.newborn)) return Truth::yes;
  if (const auto expected = follows(links_of(rules_).derived[derived], fact.newborn)) {
    return expected->value == value(fact) ? Truth::yes : Truth::no;
  }
  return taken_alone(links_of(rules_).derived[derived], fact.newborn).derivation == nullptr ? Truth::yes
                                                                                            : Truth::unknown;
}

const Value& FactTable::value_of(const Derivation& derivation, std::uint16_t newborn) {
  if (derivation.alias) return value(*derivation.alias, newborn);
  if (const Value* constant = constant_of(derivation)) return *constant;
  derived_.push_back(evaluate(derivation, newborn));
  return derived_.back();
}

bool FactTable::gives(const Derivation& derivation, std::uint16_t newborn, const Value& expected) const {
  if (derivation.alias) return value(*derivation.alias, newborn) == expected;
  return evaluate(derivation, newborn) == expected;
}

HolderId FactTable::person(HolderId holder, std::uint16_t newborn) const noexcept {
  if (holder == no_index || !rules_.holders[holder].decided_by) return holder;
  const Holder& role = rules_.holders[holder];
  const Slot slot = *role.decided_by;
  if (!slot.newborn || newborn != FactRef::family) return person_by(role, value(slot, newborn));
  const HolderId first = person_by(role, value(slot, 0));
  for (std::uint16_t other = 1; other < newborns(); ++other) {
    if (person_by(role, value(slot, other)) != first) return holder;
  }
  return first;
}

HolderId FactTable::person_by(const Holder& role, const Value& who) const noexcept {
  const auto named = !who.is(Kind::text)
                         ? role.people.end()
                         : std::find_if(role.people.begin(), role.people.end(),
                                        [&who](const auto& each) { return each.first == who.as_text(); });
  return named == role.people.end() ? rules_.id_of(role) : named->second;
}

bool FactTable::is_derived(FieldId field, std::uint16_t newborn) const noexcept {
  const Slot slot = rules_.fields[field].slot;
  return is_derived_[slot.newborn ? family_.size() + newborn * newborn_slots_ + slot.index : slot.index] != 0;
}

Trace FactTable::explain(ConditionId condition, std::uint16_t newborn, Asking asking) const {
  const SharedCondition& shared = rules_.conditions[condition];
  Trace all;
  const bool each_newborn = shared.per_newborn && newborn == FactRef::family;
  const std::uint16_t first = each_newborn ? 0 : newborn;
  const std::uint16_t last = each_newborn ? static_cast<std::uint16_t>(newborns() - 1) : newborn;
  for (std::uint16_t at = first;; ++at) {
    const Trace one = trace(condition, at);
    for (const FactRef fact : one.read) add(all.read, fact);
    ask_for_all(one.deciding, all.deciding, asking);
    if (at == last) return all;
  }
}

void FactTable::ask_for_all(const FactRefs& unknown_facts, FactRefs& ask, Asking asking) const {
  for (const FactRef fact : unknown_facts) ask_for(fact, ask, asking);
}

void FactTable::ask_for(FactRef fact, FactRefs& ask, Asking asking) const {
  const Slot slot = fact.slot();
  const FieldId field = rules_.schema.at(slot).field;
  const DerivedId derived = field == no_index ? no_index : links_of(rules_).field_sources[field].derived;
  if (derived == no_index || is_refused(fact)) return add(ask, fact);
  const Awaited awaited = awaited_by(links_of(rules_).derived[derived], fact.newborn);
  if (awaited.derivation == nullptr) return add(ask, fact);
  if (asking == Asking::of_each && is_passed_over(*awaited.derivation, fact.newborn)) return add(ask, fact);
  ask_for_derivation(awaited, fact, ask, asking);
}

// The first derivation that applies or perhaps does; where there is none, a shorthand that nobody has told.
FactTable::Awaited FactTable::awaited_by(const DerivedField& derived, std::uint16_t newborn) const {
  return awaited_by(derived, newborn, &FactTable::holds);
}

// The same of a fact by which a person is known.
FactTable::Awaited FactTable::taken_alone(const DerivedField& derived, std::uint16_t newborn) const {
  return awaited_by(derived, newborn, &FactTable::applies_alone);
}

FactTable::Awaited FactTable::awaited_by(const DerivedField& derived, std::uint16_t newborn, Holds decides) const {
  Awaited shorthand;
  for (const DerivationId index : derived.derivations) {
    const Derivation& derivation = rules_.derivations[index];
    const Truth holds = (this->*decides)(derivation, newborn);
    if (holds == Truth::no) continue;
    if (!is_passed_over(derivation, newborn)) return {&derivation, holds};
    if (holds == Truth::yes) shorthand = {&derivation, holds};
  }
  return shorthand;
}

// By the derivation that gives the value, or by a condition that is open while the source is not known.
bool FactTable::follows_from(FactRef fact, Slot source) const {
  const FieldId field = rules_.schema.at(fact).field;
  const DerivedId derived = field == no_index ? no_index : links_of(rules_).field_sources[field].derived;
  const bool told = !value(fact).is_unknown() && derived != no_index && !is_derived(field, fact.newborn);
  if (derived == no_index || told || is_refused(fact)) return false;
  for (const DerivationId index : links_of(rules_).derived[derived].derivations) {
    const Derivation& derivation = rules_.derivations[index];
    const Truth holds = this->holds(derivation, fact.newborn);
    if (holds == Truth::no) continue;
    const bool open = holds == Truth::unknown;
    const bool undecided = open && value(fact).is_unknown();
    if (undecided && derivation.when != no_index &&
        any_follows_from(rules_.conditions[derivation.when].condition.mentions(), fact.newborn, source)) {
      return true;
    }
    const auto facts = derivation.alias ? std::span(&*derivation.alias, 1) : derivation.value->mentions();
    if (any_follows_from(facts, fact.newborn, source)) return true;
    if (!open && !is_passed_over(derivation, fact.newborn)) return false;
  }
  return false;
}

bool FactTable::any_follows_from(std::span<const Slot> facts, std::uint16_t newborn, Slot source) const {
  return std::any_of(facts.begin(), facts.end(), [&](const Slot& slot) {
    if (slot == source) return true;
    if (!slot.newborn) return follows_from({slot.index, FactRef::family}, source);
    return newborn != FactRef::family && follows_from({slot.index, newborn}, source);
  });
}

std::optional<FactRef> FactTable::shorthand_of(FieldId field, std::uint16_t newborn) const {
  const DerivedId derived = field == no_index ? no_index : links_of(rules_).field_sources[field].derived;
  if (derived == no_index) return std::nullopt;
  for (const DerivationId index : links_of(rules_).derived[derived].derivations) {
    const Derivation& derivation = rules_.derivations[index];
    if (!derivation.if_known || applies(derivation, newborn) != Truth::yes) continue;
    return derivation.alias->of(newborn);
  }
  return std::nullopt;
}

void FactTable::ask_for_derivation(const Awaited& awaited, FactRef fact, FactRefs& ask, Asking asking) const {
  const Derivation& derivation = *awaited.derivation;
  if (awaited.holds == Truth::unknown) {
    if (applies(derivation, fact.newborn) == Truth::yes) return ask_who(derivation, fact, ask, asking);
    for (const FactRef each : explain(derivation.when, fact.newborn, asking).deciding) add(ask, each);
    return;
  }
  if (derivation.alias) {
    const FactRef source = derivation.alias->of(fact.newborn);
    return value(source).is_unknown() ? ask_for(source, ask, asking) : add(ask, fact);
  }
  Trace trace;
  const Value result = explain(derivation, fact.newborn, trace);
  if (!result.is_unknown() || trace.deciding.empty()) return add(ask, fact);
  ask_for_all(trace.deciding, ask, asking);
}

// What decides whether the facts are of the person from whom they would be taken over.
void FactTable::ask_who(const Derivation& derivation, FactRef fact, FactRefs& ask, Asking asking) const {
  for (const FieldId field : derivation.together) {
    const Slot slot = rules_.fields[field].slot;
    const FactRef known_by = slot.of(fact.newborn);
    if (is_as_it_follows(known_by) != Truth::unknown) continue;
    if (is_refused(known_by)) {
      add(ask, known_by);
    } else {
      const DerivedField& derived = links_of(rules_).derived[links_of(rules_).field_sources[field].derived];
      ask_for_derivation(taken_alone(derived, known_by.newborn), known_by, ask, asking);
    }
  }
}

}  // namespace birthcase
