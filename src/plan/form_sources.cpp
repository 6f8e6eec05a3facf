#include "plan/form_sources.hpp"

#include "plan/planning_tables.hpp"
#include "plan/sources.hpp"

namespace birthcase::planning {
namespace {

// Asks these shares for one who has the field; the first that does is its source.
Truth ask_shares(const Situation& situation, std::span<const ShareId> shares, ServiceSet needed_by,
                 std::uint16_t newborn, Supplier& supplier, Witness witness = {}) {
  Truth has_it = Truth::no;
  for (const ShareId i : shares) {
    const DataShare& share = situation.rules().shares[i];
    if (!(needed_by - share.services).empty()) continue;
    const Truth covers = situation.applies(share, newborn);
    witness.asked(share, newborn, covers);
    if (covers == Truth::unknown) has_it = Truth::unknown;
    if (covers != Truth::yes) continue;
    supplier.share = i;
    if (failed_look_up(situation, i, newborn) != nullptr) continue;
    supplier.source = share.hospital ? FieldSource::hospital : FieldSource::shared;
    supplier.from = share.organisation;
    return Truth::yes;
  }
  return has_it;
}

// Whether an unknown field follows once the rest of the form is filled in.
bool will_follow(const Situation& situation, const FormNeeds& needs, FactRef fact) {
  if (!situation.is_unknown(fact)) return false;
  const Rules& rules = situation.rules();
  const FactRefs behind = situation.facts_behind(fact);
  for (const FactRef each : behind) {
    if (each == fact) return false;
    const FieldId field = rules.schema.at(each).field;
    if (field == no_index) continue;  // a group: its fields are on the form
    const bool on_no_form = needs.unified[field] == nullptr;
    if (needs.of(rules, field, each.newborn).none() && !on_no_form) return false;
  }
  return !behind.empty();
}

// Whose data perhaps has the field, and what that depends on.
void leave_shares_open(const Situation& situation, std::span<const ShareId> shares, ServiceSet needed_by,
                       const FormField& field, Open& open) {
  for (const ShareId index : shares) {
    const DataShare& share = situation.rules().shares[index];
    if (!(needed_by - share.services).empty()) continue;
    const Why why{&share, situation.applies(share, field.newborn), field.newborn};
    if (why.holds == Truth::unknown) open.rules.emplace_back(why, "field/" + field.field->id);
  }
}

// The field of all children that this one follows from as it was told, where there is one.
FieldId whole_of(const Situation& situation, FieldId field, std::uint16_t newborn) {
  const auto of_all = situation.shorthand_of(field, newborn);
  return of_all ? situation.rules().schema.at(*of_all).field : no_index;
}

}  // namespace

Supplier supplier_of(const Situation& situation, const Lanes& lanes, FieldId field, std::uint16_t newborn,
                     ServiceSet needed_by, Witness witness) {
  const Rules& rules = situation.rules();
  const FieldSources& sources = links_of(rules).field_sources[field];
  Supplier supplier;
  if (rules.joint && !sources.producers.empty() && produced(lanes, sources.producers, newborn) == Truth::yes) {
    supplier = {.has_it = Truth::yes, .source = FieldSource::product};
    sources.producers.each([&supplier](ServiceId producer) { supplier.from = producer; });
    return supplier;
  }
  supplier.has_it = ask_shares(situation, sources.shares, needed_by, newborn, supplier, witness);
  if (supplier.has_it == Truth::yes) witness.chose(rules.shares[supplier.share], field);
  const FieldId whole = whole_of(situation, field, newborn);
  if (whole == no_index || supplier.has_it == Truth::yes) return supplier;
  const auto& shares = links_of(rules).field_sources[whole].shares;
  supplier.has_it = supplier.has_it || ask_shares(situation, shares, needed_by, newborn, supplier);
  return supplier;
}

void find_source(const Situation& situation, const Lanes& lanes, const FormNeeds& needs, ServiceSet needed_by,
                 FormField& field, Open& open) {
  const Rules& rules = situation.rules();
  const FactRef fact{field.field->slot.index, field.newborn};
  const auto index = rules.id_of(*field.field);
  const Supplier supplier = supplier_of(situation, lanes, index, field.newborn, needed_by, situation.witness());
  field.source = supplier.source;
  field.from = supplier.from;
  field.share = supplier.share;
  if (supplier.has_it == Truth::yes) return;
  const bool derivable = links_of(rules).field_sources[index].derived != no_index;
  const bool follows = derivable && (situation.is_derived(index, field.newborn) || will_follow(situation, needs, fact));
  if (follows) {
    field.source = FieldSource::derived;
  } else {
    field.source = supplier.has_it == Truth::unknown ? FieldSource::undetermined : FieldSource::applicant;
  }
  const bool undecided = !follows || situation.is_unknown(fact);
  if (!undecided || supplier.has_it != Truth::unknown || field.needed_by.empty()) return;
  leave_shares_open(situation, links_of(rules).field_sources[index].shares, needed_by, field, open);
  const FieldId whole = whole_of(situation, index, field.newborn);
  if (whole != no_index) {
    leave_shares_open(situation, links_of(rules).field_sources[whole].shares, needed_by, field, open);
  }
}

}  // namespace birthcase::planning
