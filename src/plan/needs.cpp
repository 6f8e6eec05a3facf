#include "plan/needs.hpp"

#include "plan/delivery.hpp"
#include "plan/planning_tables.hpp"
#include "plan/sources.hpp"

namespace birthcase::planning {
namespace {

// The one who delivers the result cannot do without what the delivery's rule asks for.
Truth needs_to_deliver(const Situation& situation, ServiceId service, FieldId field, std::uint16_t newborn) {
  const Deliveries deliveries = deliveries_of(situation, service, newborn);
  if (deliveries.surely_need(field)) return Truth::yes;
  return deliveries.perhaps_need(field) ? Truth::unknown : Truth::no;
}

// What the form requires and nobody yields, shares or tells may follow from what another service yields.
Truth needs_to_follow(const Situation& situation, ServiceId consumer, FieldId field, std::uint16_t newborn) {
  const Rules& rules = situation.rules();
  const Slot source = rules.fields[field].slot;
  Truth needed = Truth::no;
  for (const FormLine& line : links_of(rules).lines[consumer].all) {
    const FieldSources& sources = links_of(rules).field_sources[line.field];
    if (!line.required || line.own || sources.derived == no_index || !sources.producers.empty()) continue;
    const Truth on_form = situation.holds(line.when, newborn);
    if (on_form == Truth::no) continue;
    situation.each_newborn(line.per_newborn, newborn, [&](std::uint16_t whose) {
      if (!situation.follows_from({rules.fields[line.field].slot.index, whose}, source)) return;
      const Truth shared_too = shared(situation, sources.shares, consumer, whose).truth;
      if (shared_too == Truth::yes) return;
      needed = needed || (shared_too == Truth::unknown ? Truth::unknown : on_form);
    });
  }
  return needed;
}

Truth needs_document(const Situation& situation, const Service& service, EvidenceId evidence, std::uint16_t newborn) {
  Truth needed = Truth::no;
  for (const Requirement& requirement : service.requirements) {
    if (requirement.evidence == evidence) needed = needed || situation.applies(requirement, newborn);
  }
  return needed;
}

}  // namespace

Truth needs(const Situation& situation, ServiceId consumer, const Supply& supply, std::uint16_t newborn) {
  const Service& service = situation.rules().services[consumer];
  if (const auto* const evidence = std::get_if<EvidenceId>(&supply.product)) {
    return needs_document(situation, service, *evidence, newborn);
  }
  const FieldId field = std::get<FieldId>(supply.product);
  Truth needed = needs_on_form(situation, service, field, newborn);
  if (needed != Truth::yes) needed = needed || needs_to_deliver(situation, consumer, field, newborn);
  if (needed != Truth::yes) needed = needed || needs_to_follow(situation, consumer, field, newborn);
  return needed;
}

Truth needs_on_form(const Situation& situation, const Service& service, FieldId field, std::uint16_t newborn) {
  Truth needed = Truth::no;
  for (const FormEntry& entry : service.form) {
    if (entry.field == field && entry.required) needed = needed || situation.holds(entry.when, newborn);
  }
  return needed;
}

}  // namespace birthcase::planning
