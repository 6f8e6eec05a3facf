#include "coverage/reach.hpp"

#include <birthcase/plan.hpp>

#include "plan/planning_tables.hpp"

#include <algorithm>

namespace birthcase::coverage {
namespace {

bool always(const Rule& rule) noexcept { return rule.when == no_index && !rule.valid.from && !rule.valid.until; }

// Of rules of which the first that applies decides: the services that each may be asked for.
template <class Row>
Column<Row, ServiceSet> services_reached(const birthcase::Table<Row>& table, ServiceSet left) {
  Column<Row, ServiceSet> reached;
  for (const auto& rule : table) {
    reached.push_back(rule.services & left);
    if (always(rule)) left = left - rule.services;
  }
  return reached;
}

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

Reach::Reach(const Profile& profile)
    : planned(services_ever_planned(profile.rules())),
      lanes(services_reached(profile.rules().lanes, ServiceSet::all(profile.rules().services.size()))),
      competences(services_reached(profile.rules().competences, planned)),
      operators(services_reached(profile.rules().operators, planned)),
      promises(services_reached(profile.rules().promises, planned)),
      deliveries(services_reached(profile.rules().deliveries, planned)),
      tolerances(profile.rules().tolerances.size()),
      share_evidence(profile.rules().shares.size()),
      share_fields(profile.rules().shares.size()),
      absorptions(profile.rules().absorptions.size()),
      derivations(profile.rules().derivations.size(), false),
      rules_(profile.rules()) {
  for (const EvidenceId evidence : rules_.evidence.ids()) {
    reach_shares(evidence, asking_for(evidence));
  }
  for (const FieldId field : rules_.fields.ids()) reach_shares(field);
  for (const DerivedField& derived : links_of(rules_).derived) reach_derivations(derived);
  reach_tolerances();
  find_always_known(profile);
}

ServiceSet Reach::asking_for(EvidenceId evidence) const {
  ServiceSet asking;
  planned.each([&](ServiceId service) {
    for (const Requirement& requirement : rules_.services[service].requirements) {
      if (requirement.evidence == evidence) asking |= ServiceSet::of(service);
    }
  });
  return asking;
}

void Reach::reach_shares(EvidenceId evidence, ServiceSet asking) {
  for (const ShareId share : links_of(rules_).evidence_sources[evidence].shares) {
    const DataShare& rule = rules_.shares[share];
    if (!(rule.services & asking).empty()) share_evidence[share].push_back(evidence);
    if (always(rule)) asking = asking - rule.services;
  }
  if (asking.empty()) return;
  for (const AbsorptionId absorption : links_of(rules_).evidence_sources[evidence].absorptions) {
    absorptions[absorption].push_back(evidence);
    if (always(rules_.absorptions[absorption])) return;
  }
}

void Reach::reach_shares(FieldId field) {
  const UnifiedField* unified = rules_.form.find(field);
  if (unified == nullptr) return;
  const ServiceSet asking = unified->on_form_of & planned;
  for (const ShareId share : links_of(rules_).field_sources[field].shares) {
    const DataShare& rule = rules_.shares[share];
    if (!(rule.services & asking).empty()) share_fields[share].push_back(field);
    if (always(rule) && (asking - rule.services).empty()) return;
  }
}

void Reach::reach_derivations(const DerivedField& derived) {
  for (const DerivationId derivation : derived.derivations) {
    derivations[derivation] = true;
    if (always(rules_.derivations[derivation]) && !rules_.derivations[derivation].if_known) return;
  }
}

void Reach::reach_tolerances() {
  std::vector<EvidenceId> left;
  for (const EvidenceId evidence : rules_.evidence.ids()) {
    if (!asking_for(evidence).empty()) left.push_back(evidence);
  }
  for (const auto i : tolerances.ids()) {
    const Tolerance& rule = rules_.tolerances[i];
    const auto about = [&rule](EvidenceId evidence) {
      const auto& types = rule.evidence;
      return types.empty() || std::find(types.begin(), types.end(), evidence) != types.end();
    };
    std::copy_if(left.begin(), left.end(), std::back_inserter(tolerances[i]), about);
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
  return joint_rule ? std::vector<ConditionId>() : rules_before(rules_.lanes, rules_.lanes.next(), service);
}

std::vector<ConditionId> Reach::derivations_before(DerivationId derivation) const {
  std::vector<ConditionId> before;
  const FieldId field = rules_.derivations[derivation].field;
  for (const Derivation& rule : std::span(rules_.derivations.data(), derivation.place())) {
    if (rule.field == field && !rule.if_known && blocks(rule, rules_.fields[field].per_newborn())) {
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
