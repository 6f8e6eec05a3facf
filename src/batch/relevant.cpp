#include "batch/relevant.hpp"

#include "plan/planning_tables.hpp"

#include <algorithm>

namespace birthcase::batch {
namespace {

// Walks from what the phases of lanes and documents ask to every fact that could change an answer.
class Walk {
 public:
  Walk(const Rules& rules, Relevant& into) : rules_(rules), links_(links_of(rules)), into_(into) {}

  void all() {
    for (const LaneRule& rule : rules_.lanes) condition(rule.when);
    for (const DoneRule& rule : rules_.done) condition(rule.when);
    for (const Tolerance& rule : rules_.tolerances) condition(rule.when);
    for (const Holder& holder : rules_.holders) {
      if (holder.decided_by) fact(*holder.decided_by);
    }
    for (const ServiceId service : rules_.services.ids()) {
      for (const Requirement& requirement : rules_.services[service].requirements) document(requirement);
      for (const Supply& supply : links_.supplies[service]) this->supply(service, supply);
    }
  }

 private:
  void condition(ConditionId id) {
    if (id == no_index || !into_.conditions.add(id)) return;
    for (const Slot slot : rules_.conditions[id].condition.mentions()) fact(slot);
  }

  void fact(Slot slot) {
    if (!(slot.newborn ? into_.of_newborn : into_.of_family).add(slot.index)) return;
    if (slot == rules_.schema.accepted_on() && rules_.schema.applied_at()) fact(*rules_.schema.applied_at());
    for (const DerivationId id : derivations_of(rules_.schema.at(slot).field)) {
      const Derivation& derivation = rules_.derivations[id];
      condition(derivation.when);
      for (const Slot source : sources_of(derivation)) fact(source);
      for (const FieldId field : derivation.together) fact(rules_.fields[field].slot);
    }
  }

  std::span<const DerivationId> derivations_of(FieldId field) const {
    const DerivedId derived = field == no_index ? DerivedId() : links_.field_sources[field].derived;
    return derived == no_index ? std::span<const DerivationId>() : links_.derived[derived].derivations;
  }

  static std::span<const Slot> sources_of(const Derivation& derivation) {
    return derivation.alias ? std::span(&*derivation.alias, 1) : derivation.value->mentions();
  }

  void shares(const std::vector<ShareId>& ids) {
    for (const ShareId id : ids) condition(rules_.shares[id].when);
  }

  void document(const Requirement& requirement) {
    condition(requirement.when);
    const EvidenceSources& sources = links_.evidence_sources[requirement.evidence];
    shares(sources.shares);
    for (const AbsorptionId id : sources.absorptions) condition(rules_.absorptions[id].when);
    for (const auto& alternative : rules_.evidence[requirement.evidence].alternatives) {
      for (const ConditionId when : alternative.when) condition(when);
    }
  }

  // A service leaves the joint window with another whose product it needs and has not.
  void supply(ServiceId service, const Supply& supply) {
    shares(links_.shares_of(supply.product));
    const auto* const field = std::get_if<FieldId>(&supply.product);
    if (field == nullptr) return;
    const Slot product = rules_.fields[*field].slot;
    fact(product);
    for (const FormEntry& entry : rules_.services[service].form) {
      if (entry.field == *field) condition(entry.when);
    }
    delivery(service, *field);
    for (const FormLine& line : links_.lines[service].all) {
      Rows<FieldId> seen(rules_.fields.size());
      if (line.required && may_follow(line.field, product, seen)) this->line(line);
    }
  }

  // Which rule delivers is asked where one of them asks for the field.
  void delivery(ServiceId service, FieldId field) {
    const auto asks = [&](const DeliveryRule& rule) {
      return rule.services.has(service) &&
             std::find(rule.fields.begin(), rule.fields.end(), field) != rule.fields.end();
    };
    if (std::none_of(rules_.deliveries.begin(), rules_.deliveries.end(), asks)) return;
    for (const DeliveryRule& rule : rules_.deliveries) {
      if (rule.services.has(service)) condition(rule.when);
    }
  }

  void line(const FormLine& line) {
    condition(line.when);
    fact(rules_.fields[line.field].slot);
    shares(links_.field_sources[line.field].shares);
  }

  // Whether a field may be worked out from a fact, by whatever derivations.
  bool may_follow(FieldId field, Slot source, Rows<FieldId>& seen) const {
    if (field == no_index || !seen.add(field)) return false;
    for (const DerivationId id : derivations_of(field)) {
      const Derivation& derivation = rules_.derivations[id];
      const auto follows = [&](Slot slot) {
        return slot == source || may_follow(rules_.schema.at(slot).field, source, seen);
      };
      const auto sources = sources_of(derivation);
      if (std::any_of(sources.begin(), sources.end(), follows)) return true;
      if (derivation.when == no_index) continue;
      const auto decides = rules_.conditions[derivation.when].condition.mentions();
      if (std::any_of(decides.begin(), decides.end(), follows)) return true;
    }
    return false;
  }

  const Rules& rules_;
  const Links& links_;
  Relevant& into_;
};

}  // namespace

Relevant::Relevant(const Rules& rules)
    : conditions(rules.conditions.size()),
      of_family(rules.schema.family_slots()),
      of_newborn(rules.schema.newborn_slots()) {
  Walk(rules, *this).all();
}

}  // namespace birthcase::batch
