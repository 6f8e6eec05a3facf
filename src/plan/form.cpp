#include <birthcase/form.hpp>

#include "plan/planner.hpp"

namespace birthcase {

std::string_view to_string(FieldSource source) noexcept {
  constexpr std::string_view names[] = {"product", "shared", "hospital", "derived", "applicant", "undetermined"};
  return names[static_cast<std::size_t>(source)];
}

void Planner::collect_form() {
  const std::size_t rows = rules_.fields.size() * (table_->newborns() + 1u);
  needs_.resize(rows);
  places_.assign(rows, no_index);
  plan_.form.fields.reserve(rules_.form.fields.size() * table_->newborns());
  sum_up_lanes();
  for (const ServiceLane& lane : plan_.services) {
    if (lane.planned || lane.lane == Lane::undetermined) {
      collect_conditional_lines(lane);
      collect_delivery_fields(lane);
    }
    if (lane.planned) count_lines(lane);
  }
  ask_what_fields_follow_from();
  for (Index field = 0; field < rules_.fields.size(); ++field) {
    each_newborn(rules_.fields[field].per_newborn(), family, [&](std::uint16_t newborn) { add_field(field, newborn); });
  }
  note_awaited();
  FormCounts& counts = plan_.form.counts;
  for (const FormField& field : plan_.form.fields) {
    counts.unified_fields += field.needed_by.empty() ? 0 : 1;
    counts.asked += field.source == FieldSource::applicant ? 1 : 0;
  }
}

void Planner::sum_up_lanes() {
  planned_.resize(table_->newborns() + 1u);
  for (const ServiceLane& lane : plan_.services) {
    const ServiceSet service = ServiceSet::of(rules_.index_of(*lane.service));
    if (!lane.planned && lane.lane != Lane::undetermined) continue;
    for (std::size_t row = 0; row < planned_.size(); ++row) {
      if (row != 0 && lane.newborn != family && lane.newborn + 1u != row) continue;
      (lane.planned ? planned_[row].surely : planned_[row].perhaps) |= service;
    }
  }
}

void Planner::collect_conditional_lines(const ServiceLane& lane) {
  const ServiceSet service = ServiceSet::of(rules_.index_of(*lane.service));
  for (const FormLine& line : lane.service->conditional_lines) {
    const Truth on_form = table_->test(line.when, lane.newborn);
    if (on_form == Truth::no) continue;
    each_newborn(line.per_newborn, lane.newborn, [&](std::uint16_t newborn) {
      Need& need = needs_[place_of(line.field, newborn)];
      const bool sure = lane.planned && on_form == Truth::yes;
      (sure ? need.by : need.perhaps_by) |= service;
      if (sure && line.required) need.required_by |= service;
    });
  }
}

// The lines that this department's own form would have had.
void Planner::count_lines(const ServiceLane& lane) {
  for (const FormLine& line : lane.service->lines) {
    if (line.when != no_index && table_->test(line.when, lane.newborn) != Truth::yes) continue;
    plan_.form.counts.department_fields += line.per_newborn && lane.newborn == family ? table_->newborns() : 1u;
  }
}

Planner::Need Planner::need_of(Index field, std::uint16_t newborn) const {
  Need need = needs_[place_of(field, newborn)];
  const UnifiedField* unified = rules_.form.find(field);
  if (unified == nullptr) return need;
  const Planned& planned = planned_[newborn == family ? 0 : newborn + 1u];
  need.by |= unified->always_on_form_of & planned.surely;
  need.perhaps_by |= unified->always_on_form_of & planned.perhaps;
  need.required_by |= unified->always_required_by & planned.surely;
  return need;
}

void Planner::add_field(Index index, std::uint16_t newborn) {
  const Need need = need_of(index, newborn);
  if ((need.by.empty() && need.perhaps_by.empty()) || comes_later(index, newborn, need)) return;
  places_[place_of(index, newborn)] = static_cast<std::uint16_t>(plan_.form.fields.size());
  FormField& field = plan_.form.fields.emplace_back();
  field.field = &rules_.fields[index];
  field.newborn = newborn;
  field.required = !need.required_by.empty();
  field.needed_by = need.by;
  const Value& value = table_->value(rules_.fields[index].slot, newborn);
  if (!value.is_unknown()) field.value = &value;
  if (!rules_.field_sources[index].none()) find_source(field, need.by | need.perhaps_by);
  if (need.by.empty() && field.source == FieldSource::applicant) field.source = FieldSource::undetermined;
}

// Whether a department will issue the value after this case, and no step waits for it: nobody can be asked for it now.
bool Planner::comes_later(Index field, std::uint16_t newborn, const Need& need) const {
  const ServiceSet producers = rules_.field_sources[field].producers;
  if (producers.empty() || !need.required_by.empty()) return false;
  if (!table_->value(rules_.fields[field].slot, newborn).is_unknown()) return false;
  bool obtainable = false;
  producers.each([&](Index producer) {
    for (const ServiceLane& lane : lanes_of(producer)) obtainable = obtainable || lane.planned || lane.already_done;
  });
  return !obtainable;
}

// Tries those that have the value before anybody is asked: product, share, hospital.
Truth Planner::find_supplier(FormField& field, ServiceSet needed_by) const {
  const auto index = rules_.index_of(*field.field);
  const FieldSources& sources = rules_.field_sources[index];
  if (rules_.joint && !sources.producers.empty() && produced(sources.producers, field.newborn) == Truth::yes) {
    field.source = FieldSource::product;
    sources.producers.each([&](Index producer) { field.from = producer; });
    return Truth::yes;
  }
  const Truth shared = find_share(field, sources.shares, needed_by);
  const auto of_all = table_->shorthand_of(index, field.newborn);
  if (!of_all || shared == Truth::yes) return shared;
  const Index whole = rules_.schema.at(*of_all).field;
  return shared || find_share(field, rules_.field_sources[whole].shares, needed_by);
}

// Whether one of these shares answers for the field; the first that does is its source.
Truth Planner::find_share(FormField& field, std::span<const Index> shares, ServiceSet needed_by) const {
  Truth shared = Truth::no;
  for (const Index i : shares) {
    const DataShare& share = rules_.shares[i];
    if (!(needed_by - share.services).empty()) continue;
    const Truth covers = table_->applies(share, field.newborn);
    if (covers == Truth::unknown) shared = Truth::unknown;
    if (covers != Truth::yes) continue;
    field.share = i;
    if (failed_look_up(i, field.newborn) != nullptr) continue;
    field.source = share.hospital ? FieldSource::hospital : FieldSource::shared;
    field.from = share.organisation;
    return Truth::yes;
  }
  return shared;
}

// Then what follows from other facts, then the family.
void Planner::find_source(FormField& field, ServiceSet needed_by) {
  const Truth supplied = find_supplier(field, needed_by);
  if (supplied == Truth::yes) return;
  const auto index = rules_.index_of(*field.field);
  const bool follows = rules_.field_sources[index].derived != no_index &&
                       (table_->is_derived(index, field.newborn) || will_follow(field));
  if (follows) {
    field.source = FieldSource::derived;
  } else {
    field.source = supplied == Truth::unknown ? FieldSource::undetermined : FieldSource::applicant;
  }
  const bool open = !follows || field.value == nullptr;
  if (open && supplied == Truth::unknown && !field.needed_by.empty()) name_open_shares(field, needed_by);
}

// Whether an unknown field follows once the rest of the form is filled in.
bool Planner::will_follow(const FormField& field) const {
  if (field.value != nullptr) return false;
  const FactRef self{field.field->slot.index, field.newborn};
  FactRefs ask;
  table_->ask_for(self, ask, FactTable::Asking::of_each);
  for (const FactRef fact : ask) {
    if (fact == self) return false;
    const Index needed = rules_.schema.at(fact).field;
    if (needed == no_index) continue;  // a group: its fields are on the form
    const Need need = need_of(needed, fact.newborn);
    const bool on_no_form = rules_.form.find(needed) == nullptr;
    if (need.by.empty() && need.perhaps_by.empty() && !on_no_form) return false;
  }
  return !ask.empty();
}

}  // namespace birthcase
