#include "coverage/trial.hpp"

#include "plan/planning_tables.hpp"

#include <algorithm>

namespace birthcase::coverage {
namespace {

constexpr std::uint16_t first_newborn = 0;

std::uint16_t whose(Slot slot) noexcept { return slot.newborn ? first_newborn : FactRef::family; }

// The fields that some rule reads.
Column<Field, bool> fields_read(const Rules& rules) {
  Column<Field, bool> read(rules.fields.size(), false);
  const auto mention = [&](Slot slot) {
    const FieldId field = rules.schema.at(slot).field;
    if (field != no_index) read[field] = true;
  };
  for (const SharedCondition& shared : rules.conditions) {
    for (const Slot slot : shared.condition.mentions()) mention(slot);
  }
  for (const Derivation& derivation : rules.derivations) {
    if (derivation.alias) mention(*derivation.alias);
    if (!derivation.value) continue;
    for (const Slot slot : derivation.value->mentions()) mention(slot);
  }
  return read;
}

// With this nothing has been done for the ordinary family yet.
Value nothing_done(const Field& field) {
  return field.type == FieldType::boolean ? Value::boolean(false) : Value::null();
}

// The fields by which services are seen to have been done before.
Column<Field, bool> fields_of_done(const Rules& rules) {
  Column<Field, bool> read(rules.fields.size(), false);
  for (const DoneRule& rule : rules.done) {
    if (rule.when == no_index) continue;
    for (const Slot slot : rules.conditions[rule.when].condition.mentions()) {
      const FieldId field = rules.schema.at(slot).field;
      if (field != no_index) read[field] = true;
    }
  }
  return read;
}

}  // namespace

void Trial::tell(Told fact) {
  const auto known =
      std::find_if(facts.begin(), facts.end(), [&fact](const Told& other) { return other.same_fact(fact); });
  if (known != facts.end()) {
    *known = std::move(fact);
  } else {
    facts.push_back(std::move(fact));
  }
}

Family::Family(const Profile& profile, const Domains& domains) : profile_(profile), ordinary_(profile) {
  tell_reference(domains.as_of());
  tell_the_rest(domains);
}

// What the profile itself says of the ordinary family.
void Family::tell_reference(Date as_of) {
  const Rules& rules = profile_.rules();
  const Plan nothing_known = plan(profile_, ordinary_, as_of);
  for (const auto& [field, expression] : rules.reference) {
    const Slot slot = rules.fields[field].slot;
    Value value = nothing_known.evaluate(expression);
    if (value.is_null()) continue;
    // A reference that the field's format refuses would leave the fact unknown.
    Application with_value = ordinary_;
    if (with_value.put(rules.fields[field].id, std::move(value), whose(slot)) && with_value.findings().empty()) {
      ordinary_ = std::move(with_value);
    }
  }
}

void Family::tell_the_rest(const Domains& domains) {
  const Rules& rules = profile_.rules();
  const auto read = fields_read(rules);
  const auto of_done = fields_of_done(rules);
  std::vector<std::string> used;
  products_ = Column<Field, Value>(rules.fields.size());
  for (const FieldId field : rules.fields.ids()) {
    const Field& data = rules.fields[field];
    const FieldSources& sources = links_of(rules).field_sources[field];
    if (!sources.producers.empty()) products_[field] = domains.plausible(field);
    if (!read[field] || sources.derived != no_index || rules.schema.applied_at() == data.slot) continue;
    const auto known = ordinary_.get(data.id, whose(data.slot));
    if (known && !known->is_unknown()) continue;
    if (of_done[field]) {
      put(ordinary_, {data.slot, whose(data.slot), nothing_done(data)});
      continue;
    }
    if (auto value = choose(field, domains, used)) ordinary_.put(data.id, std::move(*value), whose(data.slot)).value();
  }
}

// The first value that is accepted; of names and numbers of people one that nobody else has, if there is one.
std::optional<Value> Family::choose(FieldId field, const Domains& domains, std::vector<std::string>& used) const {
  const Field& data = profile_.rules().fields[field];
  std::optional<Value> first;
  for (Value& value : domains.of(field, {})) {
    Application with_value = ordinary_;
    if (!with_value.put(data.id, value, whose(data.slot)) || !with_value.findings().empty()) continue;
    if (data.format == Format::none || !value.is(Kind::text)) return value;
    const bool taken = std::find(used.begin(), used.end(), value.as_text()) != used.end();
    if (!taken) used.push_back(value.as_text());
    if (!taken) return value;
    if (!first) first = std::move(value);
  }
  return first;
}

void Family::hand_in(Application& application, const Product& product) const {
  const Rules& rules = profile_.rules();
  const auto* const field = std::get_if<FieldId>(&product);
  const auto* const evidence = std::get_if<EvidenceId>(&product);
  const bool per_newborn =
      field != nullptr ? rules.fields[*field].per_newborn() : rules.evidence[*evidence].per_newborn;
  const std::size_t newborns = per_newborn ? application.newborn_count() : 1;
  for (std::uint16_t newborn = 0; newborn < newborns; ++newborn) {
    const std::uint16_t of = per_newborn ? newborn : FactRef::family;
    if (field != nullptr) {
      put(application, {rules.fields[*field].slot, of, products_[*field]});
    } else {
      (void)application.hand_in(rules.evidence[*evidence].id, {}, HandedInAs::original, of);
    }
  }
}

// Values that a field cannot take are left out: the domains of facts that are compared are mixed.
void Family::put(Application& application, const Told& fact) const {
  const Schema& schema = profile_.rules().schema;
  (void)application.put(schema.at(fact.slot).name, fact.value, fact.newborn);
}

Application Family::of(const Trial& trial) const {
  const Rules& rules = profile_.rules();
  Application application = ordinary_;
  for (std::uint16_t newborn = 1; newborn < trial.newborns; ++newborn) {
    for (const Field& field : rules.fields) {
      if (!field.per_newborn() || ordinary_.newborn_count() == 0) continue;
      const Value& value = ordinary_.facts()->newborns.front()[field.slot.index];
      if (!value.is_unknown()) put(application, {field.slot, newborn, value});
    }
  }
  trial.at_hand.each([&](ServiceId service) {
    for (const Product& product : rules.services[service].outputs) hand_in(application, product);
  });
  const auto is_group = [&rules](const Told& fact) { return rules.schema.at(fact.slot).field == no_index; };
  for (const Told& fact : trial.facts) {
    if (is_group(fact)) put(application, fact);
  }
  for (const Told& fact : trial.facts) {
    if (!is_group(fact)) put(application, fact);
  }
  return application;
}

}  // namespace birthcase::coverage
