// What services need and nobody can give them.
#include "json/document.hpp"
#include "lint/subject.hpp"
#include "plan/planning_tables.hpp"
#include "texts/lint.hpp"

#include <algorithm>

namespace birthcase::linting {
namespace {

// A holder is a person that fields tell about, a role that a field decides, or one of several.
bool is_somebody(const Holder& holder, const Rules& rules) {
  return holder.decided_by || !holder.any_of.empty() || rules.schema.find(holder.id).has_value();
}

void look_at_holders(Subject& subject) {
  const Rules& rules = subject.rules();
  const auto rows = subject.rows("holders");
  for (const HolderId i : rules.holders.ids()) {
    const std::string& id = rules.holders[i].id;
    if (is_somebody(rules.holders[i], rules)) continue;
    subject.remark(
        "holder-without-person", *rows[i.place()], "",
        {texts::message(texts::lint::holder_unknown, id), texts::message(texts::lint::add_holder_facts, id)});
  }
}

bool only_authority_knows(const Rules& rules, FieldId field) {
  return rules.fields[field].owner == Owner::authority && links_of(rules).field_sources[field].none();
}

Words nobody_supplies(const Field& field) {
  return {texts::message(texts::lint::nobody_supplies, field.id), texts::lint::add_supplier};
}

void look_at_form_lines(Subject& subject) {
  const Rules& rules = subject.rules();
  const auto services = subject.rows("services");
  for (const ServiceId s : rules.services.ids()) {
    const auto lines = Subject::rows(*services[s.place()], "form");
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const FormEntry& entry = rules.services[s].form[i];
      if (!entry.required || !only_authority_knows(rules, entry.field)) continue;
      subject.remark("fact-without-supplier", *lines[i], "/field", nobody_supplies(rules.fields[entry.field]));
    }
  }
}

void look_at_conditions(Subject& subject) {
  const Rules& rules = subject.rules();
  each_rule(rules, [&](const Rule& rule) {
    if (rule.when == no_index) return;
    for (const Slot slot : rules.conditions[rule.when].condition.mentions()) {
      const FieldId field = rules.schema.at(slot).field;
      if (field == no_index || !only_authority_knows(rules, field) || rules.form.find(field) != nullptr) continue;
      subject.remark("fact-without-supplier", rule, "/when", nobody_supplies(rules.fields[field]));
    }
  });
}

void look_at_own_results(Subject& subject) {
  const Rules& rules = subject.rules();
  for (const ServiceId s : rules.services.ids()) {
    for (const Requirement& requirement : rules.services[s].requirements) {
      if (links_of(rules).evidence_sources[requirement.evidence].producers != ServiceSet::of(s)) continue;
      const std::string& id = rules.evidence[requirement.evidence].id;
      subject.remark("needs-own-result", requirement, "/evidence",
                     {texts::message(texts::lint::asked_before_yielded, id), texts::lint::drop_requirement});
    }
  }
}

// The lane rule that keeps a service from the window for every family, or nullptr.
const LaneRule* kept_away(const Rules& rules, ServiceId service) {
  for (const LaneRule& rule : rules.lanes) {
    if (!rule.services.has(service)) continue;
    if (rule.lane == Lane::joint) return nullptr;
    if (rule.when == no_index && covers(rule.valid, rules.valid)) return rule.already_done ? nullptr : &rule;
  }
  return nullptr;
}

bool needs_always(const Service& service, const Supply& supply) {
  if (const auto* const field = std::get_if<FieldId>(&supply.product)) {
    return std::any_of(service.form.begin(), service.form.end(), [&](const FormEntry& entry) {
      return entry.field == *field && entry.required && entry.when == no_index;
    });
  }
  const EvidenceId evidence = std::get<EvidenceId>(supply.product);
  return std::any_of(service.requirements.begin(), service.requirements.end(),
                     [&](const Requirement& asked) { return asked.evidence == evidence && asked.when == no_index; });
}

bool is_shared_too(const Rules& rules, const Supply& supply, ServiceId consumer) {
  const auto& shares = links_of(rules).shares_of(supply.product);
  return std::any_of(shares.begin(), shares.end(),
                     [&](ShareId share) { return rules.shares[share].services.has(consumer); });
}

// The services that need for every family what this one yields, and can have it from nowhere else.
std::vector<std::string_view> followers_of(const Rules& rules, ServiceId producer) {
  std::vector<std::string_view> followers;
  for (const ServiceId consumer : rules.services.ids()) {
    const Service& service = rules.services[consumer];
    if (kept_away(rules, consumer) != nullptr) continue;
    const auto& supplies = links_of(rules).supplies[consumer];
    const bool follows = std::any_of(supplies.begin(), supplies.end(), [&](const Supply& supply) {
      return supply.producer == producer && needs_always(service, supply) && !is_shared_too(rules, supply, consumer);
    });
    if (follows) followers.push_back(service.id);
  }
  return followers;
}

// A consumer follows its producer out of the joint lane; where that is so for every family, no rule says it openly.
void look_at_products(Subject& subject) {
  const Rules& rules = subject.rules();
  if (!rules.joint) return;
  for (const ServiceId producer : rules.services.ids()) {
    const LaneRule* lane = kept_away(rules, producer);
    if (lane == nullptr) continue;
    const auto followers = followers_of(rules, producer);
    if (followers.empty()) continue;
    const std::string& id = rules.services[producer].id;
    subject.remark(
        "producer-not-offered", *lane, "",
        {texts::message(texts::lint::producer_not_offered, id, texts::joined(followers, texts::lint::list_separator)),
         texts::lint::say_lanes_too});
  }
}

}  // namespace

void look_for_missing_suppliers(Subject& subject) {
  look_at_holders(subject);
  look_at_form_lines(subject);
  look_at_conditions(subject);
  look_at_own_results(subject);
  look_at_products(subject);
}

}  // namespace birthcase::linting
