#include "coverage/reach.hpp"

#include <birthcase/plan.hpp>

#include "plan/planning_tables.hpp"

#include <algorithm>

namespace birthcase::coverage {
namespace {

bool always(const Rule& rule) noexcept { return rule.when == no_index && !rule.valid.from && !rule.valid.until; }

ServiceSet services_ever_planned(const Rules& rules) {
  ServiceSet planned;
  ServiceSet left = ServiceSet::all(rules.services.size());
  for (const LaneRule& rule : rules.lanes) {
    if (rule.lane == Lane::joint) planned |= rule.services & left;
    if (always(rule)) left = left - rule.services;
  }
  planned |= left;  // those that no rule sends away for certain
  return planned;
}

}  // namespace

Reach::Reach(const Profile& profile) : rules_(profile.rules()), planned_(services_ever_planned(profile.rules())) {
  profile::for_each_table(rules_, [this](const auto&, const auto& rows) { reach(rows); });
  for (const EvidenceId evidence : rules_.evidence.ids()) {
    reach_shares(evidence, asking_for(evidence));
  }
  for (const FieldId field : rules_.fields.ids()) reach_shares(field);
  for (const DerivedField& derived : links_of(rules_).derived) reach_derivations(derived);
  reach_tolerances();
  find_always_known(profile);
}

// Rules about documents and derivations are reached by what they are about.
template <class Row>
void Reach::reach(const birthcase::Table<Row>& table) {
  ServiceSet left = std::is_same_v<Row, LaneRule> ? ServiceSet::all(rules_.services.size()) : planned_;
  for (const Row& rule : table) {
    Reached& reached = reached_[&rule];
    if constexpr (std::is_same_v<Row, Requirement>) {
      reached.services = ServiceSet::of(rule.service) & planned_;
      reached.asked = !reached.services.empty();
    } else if constexpr (profile::DecidesOnServices<Row>) {
      reached.services = rule.services & left;
      reached.asked = !reached.services.empty();
      if (always(rule)) left = left - rule.services;
    } else {
      reached.asked = !profile::ListsEvidence<Row> && !std::is_same_v<Row, Derivation>;
    }
  }
}

ServiceSet Reach::asking_for(EvidenceId evidence) const {
  ServiceSet asking;
  planned_.each([&](ServiceId service) {
    for (const Requirement& requirement : rules_.services[service].requirements) {
      if (requirement.evidence == evidence) asking |= ServiceSet::of(service);
    }
  });
  return asking;
}

void Reach::reach_shares(EvidenceId evidence, ServiceSet asking) {
  for (const ShareId share : links_of(rules_).evidence_sources[evidence].shares) {
    const DataShare& rule = rules_.shares[share];
    if (!(rule.services & asking).empty()) add(rule, &Reached::evidence, evidence);
    if (always(rule)) asking = asking - rule.services;
  }
  if (asking.empty()) return;
  for (const AbsorptionId absorption : links_of(rules_).evidence_sources[evidence].absorptions) {
    const Absorption& rule = rules_.absorptions[absorption];
    add(rule, &Reached::evidence, evidence);
    if (always(rule)) return;
  }
}

void Reach::reach_shares(FieldId field) {
  const UnifiedField* unified = rules_.form.find(field);
  if (unified == nullptr) return;
  const ServiceSet asking = unified->on_form_of & planned_;
  for (const ShareId share : links_of(rules_).field_sources[field].shares) {
    const DataShare& rule = rules_.shares[share];
    if (!(rule.services & asking).empty()) add(rule, &Reached::fields, field);
    if (always(rule) && (asking - rule.services).empty()) return;
  }
}

void Reach::reach_derivations(const DerivedField& derived) {
  for (const DerivationId derivation : derived.derivations) {
    const Derivation& rule = rules_.derivations[derivation];
    reached_[&rule].asked = true;
    if (always(rule) && !rule.if_known) return;
  }
}

void Reach::reach_tolerances() {
  std::vector<EvidenceId> left;
  for (const EvidenceId evidence : rules_.evidence.ids()) {
    if (!asking_for(evidence).empty()) left.push_back(evidence);
  }
  for (const Tolerance& rule : rules_.tolerances) {
    const auto about = [&rule](EvidenceId evidence) {
      const auto& types = rule.evidence;
      return types.empty() || std::find(types.begin(), types.end(), evidence) != types.end();
    };
    for (const EvidenceId evidence : left) {
      if (about(evidence)) add(rule, &Reached::evidence, evidence);
    }
    if (always(rule)) std::erase_if(left, about);
  }
}

// The plan's own facts, and those that an unconditional rule derives from nothing.
void Reach::find_always_known(const Profile& profile) {
  known_of_family_.assign(rules_.schema.family_slots(), false);
  known_of_newborns_.assign(rules_.schema.newborn_slots(), false);
  known_of_family_[rules_.schema.jurisdiction().index] = true;
  known_of_family_[rules_.schema.accepted_on().index] = true;
  const Plan nothing_known = plan(profile, Application(profile), Date(2000, 1, 1));
  for (const DerivedField& derived : links_of(rules_).derived) {
    const Derivation& first = rules_.derivations[derived.derivations.front()];
    if (!always(first) || !first.value || !first.value->mentions().empty()) continue;
    const Value value = nothing_known.evaluate(*first.value);
    if (value.is_unknown() || value.is_null()) continue;
    const Slot slot = rules_.fields[derived.field].slot;
    (slot.newborn ? known_of_newborns_ : known_of_family_)[slot.index] = true;
  }
}

// A condition about the newborn at hand says nothing about a family as a whole.
bool Reach::blocks(const Rule& rule, bool per_newborn) const {
  const bool dated = rule.valid.from || rule.valid.until;
  return rule.when != no_index && !dated && (per_newborn || !rules_.conditions[rule.when].per_newborn);
}

std::vector<ConditionId> Reach::lanes_before(ServiceId service) const {
  const bool joint_rule = std::any_of(rules_.lanes.begin(), rules_.lanes.end(), [service](const LaneRule& rule) {
    return rule.lane == Lane::joint && rule.services.has(service);
  });
  std::vector<ConditionId> before;
  if (!joint_rule) add_rules_before(before, std::span(rules_.lanes.data(), rules_.lanes.size()), service);
  return before;
}

std::vector<ConditionId> Reach::before(const Derivation& derivation) const {
  std::vector<ConditionId> before;
  const bool per_newborn = rules_.fields[derivation.field].per_newborn();
  for (const Derivation& rule : std::span(rules_.derivations.data(), &derivation)) {
    if (rule.field == derivation.field && !rule.if_known && blocks(rule, per_newborn)) {
      before.push_back(rule.when);
    }
  }
  return before;
}

bool Reach::can_be_unknown(ConditionId condition) const {
  if (condition == no_index) return false;
  const auto mentions = rules_.conditions[condition].condition.mentions();
  return std::any_of(mentions.begin(), mentions.end(), [this](Slot slot) { return !is_always_known(slot); });
}

}  // namespace birthcase::coverage
