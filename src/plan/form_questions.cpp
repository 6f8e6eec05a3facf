// What else has to be asked so that the one form can be filled in: the facts that its fields follow from.
#include "plan/planner.hpp"

#include <algorithm>

namespace birthcase {

void Planner::ask_what_fields_follow_from() {
  Questions questions;
  for (const DerivedField& derived : rules_.derived) {
    each_newborn(rules_.fields[derived.field].per_newborn(), family, [&](std::uint16_t newborn) {
      const Need need = need_of(derived.field, newborn);
      if (!need.required_by.empty()) ask_what_follows_to(derived.field, newborn, need, questions);
    });
  }
  for (const auto& [place, added] : questions) {
    needs_[place].by |= added.by;
    needs_[place].perhaps_by |= added.perhaps_by;
    needs_[place].required_by |= added.required_by;
  }
}

// A field that is required and does not follow yet: what it follows from is asked for the same services, also where it
// is on no department's form. If the field is perhaps shared, that is perhaps asked.
void Planner::ask_what_follows_to(Index index, std::uint16_t newborn, const Need& need, Questions& questions) {
  FormField field{.field = &rules_.fields[index], .newborn = newborn};
  const FactRef self{field.field->slot.index, newborn};
  if (!table_->value(self).is_unknown()) return;
  const Truth supplied = find_supplier(field, need.by | need.perhaps_by);
  if (supplied == Truth::yes) return;
  const bool perhaps_shared = supplied == Truth::unknown;
  FactRefs ask;
  table_->ask_for(self, ask, FactTable::Asking::of_each);
  for (const FactRef fact : ask) {
    const Index source = rules_.schema.at(fact).field;
    if (source == no_index) open_facts_.emplace_back(fact, "field/" + field.field->id);
    if (source == no_index || fact == self || perhaps_exists(source, fact.newborn)) continue;
    Need added{.by = {}, .perhaps_by = need.perhaps_by, .required_by = {}};
    (perhaps_shared ? added.perhaps_by : added.by) |= need.by;
    if (!perhaps_shared) added.required_by = need.required_by;
    questions.emplace_back(place_of(source, fact.newborn), added);
  }
}

// Whether a form has the field only if something holds that is not known, say that there is a father: that comes first.
bool Planner::perhaps_exists(Index field, std::uint16_t newborn) const {
  const Need& own = needs_[place_of(field, newborn)];
  return own.by.empty() && !(own.perhaps_by & planned_[newborn == family ? 0 : newborn + 1u].surely).empty();
}

// Whose data perhaps has the field, and what that hangs on.
void Planner::name_open_shares(const FormField& field, ServiceSet needed_by) {
  const auto field_index = rules_.index_of(*field.field);
  std::vector<Index> shares = rules_.field_sources[field_index].shares;
  if (const auto of_all = table_->shorthand_of(field_index, field.newborn)) {
    const auto& of_whole = rules_.field_sources[rules_.schema.at(*of_all).field].shares;
    shares.insert(shares.end(), of_whole.begin(), of_whole.end());
  }
  for (const Index index : shares) {
    const DataShare& share = rules_.shares[index];
    if (!(needed_by - share.services).empty()) continue;
    const Why why{&share, table_->applies(share, field.newborn), field.newborn};
    if (why.holds == Truth::unknown) open_.emplace_back(why, "field/" + field.field->id);
  }
}

// What is on somebody's records, and what follows from that: nobody is asked, and nothing waits for it.
void Planner::note_awaited() {
  const auto on_record = [](const FormField& field) {
    return field.source == FieldSource::shared || field.source == FieldSource::hospital;
  };
  for (FormField& field : plan_.form.fields) {
    const bool told = field.value != nullptr && !field.value->is_null();
    if (told) continue;
    if (field.source != FieldSource::derived) {
      field.awaited = on_record(field);
      continue;
    }
    FactRefs ask;
    table_->ask_for({field.field->slot.index, field.newborn}, ask, FactTable::Asking::of_each);
    field.awaited = std::all_of(ask.begin(), ask.end(), [&](FactRef fact) {
      const Index source = rules_.schema.at(fact).field;
      const std::uint16_t place = source == no_index ? no_index : places_[place_of(source, fact.newborn)];
      if (place == no_index) return false;
      const FormField& follows_from = plan_.form.fields[place];
      return on_record(follows_from) || follows_from.source == FieldSource::product;
    });
  }
}

// What is on the hospital's records is there for the hospital's own steps. It goes to others with their messages, so it
// has to be told before.
void Planner::have_records_told() {
  for (const Step& step : plan_.route) {
    for (const std::uint16_t place : plan_.at(step.payload_fields)) {
      FormField& field = plan_.form.fields[place];
      const bool of_the_hospital = step.organisation == field.from || step.operated_by == field.from;
      if (field.source != FieldSource::hospital || !field.awaited || of_the_hospital) continue;
      const auto index = rules_.index_of(*field.field);
      if (needs_on_form(*step.service, index, step.newborn) == Truth::yes) field.awaited = false;
    }
  }
}

}  // namespace birthcase
