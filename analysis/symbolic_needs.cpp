// Whether a service needs what another yields, for all applications at once.

#include "analysis/symbolic_plan.hpp"
#include "plan/planning_tables.hpp"

#include <algorithm>

namespace birthcase::analysis {

Answer SymbolicPlan::needs(ServiceId consumer, const Supply& supply, std::uint16_t newborn) {
  const Service& service = rules_.services[consumer];
  if (const auto* const field = std::get_if<FieldId>(&supply.product)) {
    const bool always = std::any_of(service.form.begin(), service.form.end(), [&](const FormEntry& entry) {
      return entry.field == *field && entry.required && entry.when == no_index;
    });
    if (always) return formulas_.answer(true);
    const Answer delivery = needs_to_deliver(consumer, *field, newborn);
    const Answer form =
        formulas_.either(needs_on_form(service, *field, newborn), needs_to_follow(consumer, *field, newborn));
    return formulas_.either(form, delivery);
  }
  Answer needed = formulas_.answer(false);
  for (const Requirement& requirement : service.requirements) {
    if (requirement.evidence != std::get<EvidenceId>(supply.product)) continue;
    needed = formulas_.either(needed, rulebook_.applies(requirement, newborn));
  }
  return needed;
}

Answer SymbolicPlan::needs_on_form(const Service& service, FieldId field, std::uint16_t newborn) {
  Answer needed = formulas_.answer(false);
  for (const FormEntry& entry : service.form) {
    if (entry.field != field || !entry.required || entry.when == no_index) continue;
    needed = formulas_.either(needed, rulebook_.test(entry.when, newborn));
  }
  return needed;
}

// The rules up to and with the first that surely applies: a field that each of them asks for is surely needed.
Answer SymbolicPlan::needs_to_deliver(ServiceId consumer, FieldId field, std::uint16_t newborn) {
  z3::expr surely = formulas_.truth(false);
  z3::expr perhaps = formulas_.truth(false);
  for (auto rule = rules_.deliveries.rbegin(); rule != rules_.deliveries.rend(); ++rule) {
    if (!rule->services.has(consumer)) continue;
    const bool asks = std::find(rule->fields.begin(), rule->fields.end(), field) != rule->fields.end();
    const z3::expr asked = formulas_.truth(asks);
    const Answer applies = rulebook_.applies(*rule, newborn);
    surely = z3::ite(applies.yes, asked, z3::ite(applies.no, surely, asked && surely));
    perhaps = z3::ite(applies.yes, asked, z3::ite(applies.no, perhaps, asked || perhaps));
  }
  return {surely, !perhaps, perhaps && !surely};
}

// What the form requires and nobody yields, shares or tells may follow from what another service yields.
Answer SymbolicPlan::needs_to_follow(ServiceId consumer, FieldId field, std::uint16_t newborn) {
  const Slot source = rules_.fields[field].slot;
  Answer needed = formulas_.answer(false);
  for (const FormLine& line : links_of(rules_).lines[consumer].all) {
    const FieldSources& sources = links_of(rules_).field_sources[line.field];
    if (!line.required || line.own || sources.derived == no_index || !sources.producers.empty()) continue;
    const Answer on_form = line.when == no_index ? formulas_.answer(true) : rulebook_.test(line.when, newborn);
    std::vector<std::uint16_t> whose{family};
    if (line.per_newborn) whose = newborn == family ? copies(true) : std::vector{newborn};
    for (const std::uint16_t each : whose) {
      const z3::expr follows = follows_from({rules_.fields[line.field].slot.index, each}, source);
      const Answer covers = shared(sources.shares, consumer, each);
      const z3::expr sure = follows && covers.no && on_form.yes;
      const z3::expr open = follows && !covers.yes && !on_form.no && !sure;
      needed = formulas_.either(needed, {sure, !sure && !open, open});
    }
  }
  return needed;
}

// By the derivation that gives the value, or by a condition that is open while the source is not known.
z3::expr SymbolicPlan::follows_from(FactRef fact, Slot source) {
  const FieldId field = rules_.schema.at(fact).field;
  const DerivedId derived = field == no_index ? no_index : links_of(rules_).field_sources[field].derived;
  z3::expr follows = formulas_.truth(false);
  if (derived == no_index) return follows;
  const Term value = rulebook_.fact(fact);
  const auto& rows = links_of(rules_).derived[derived].derivations;
  for (auto index = rows.rbegin(); index != rows.rend(); ++index) {
    const Derivation& derivation = rules_.derivations[*index];
    const Answer holds = rulebook_.holds(derivation, fact.newborn);
    z3::expr reads = any_follows_from(
        derivation.alias ? std::span(&*derivation.alias, 1) : derivation.value->mentions(), fact.newborn, source);
    if (derivation.when != no_index) {
      const auto mentions = rules_.conditions[derivation.when].condition.mentions();
      reads = reads || (holds.unknown && value.unknown && any_follows_from(mentions, fact.newborn, source));
    }
    z3::expr decides = holds.yes;
    if (derivation.if_known) {
      const Slot alias = *derivation.alias;
      const Term known = rulebook_.fact(alias.of(fact.newborn));
      decides = decides && !known.unknown && !known.null;
    }
    follows = z3::ite(holds.no, follows, reads || (!decides && follows));
  }
  return follows && rulebook_.birth().told(rulebook_.profile(), fact).unknown;
}

z3::expr SymbolicPlan::any_follows_from(std::span<const Slot> facts, std::uint16_t newborn, Slot source) {
  z3::expr any = formulas_.truth(false);
  for (const Slot& slot : facts) {
    if (slot == source) return formulas_.truth(true);
    if (slot.newborn && newborn == family) continue;
    any = any || follows_from(slot.of(newborn), source);
  }
  return any;
}

}  // namespace birthcase::analysis
