#include "plan/form.hpp"

#include "plan/form_questions.hpp"
#include "plan/form_sources.hpp"
#include "plan/planning_tables.hpp"

#include <algorithm>

namespace birthcase {

std::string_view to_string(FieldSource source) noexcept {
  constexpr std::string_view names[] = {"product", "shared", "hospital", "derived", "applicant", "undetermined"};
  return names[static_cast<std::size_t>(source)];
}

namespace planning {
namespace {

// Whether a department will issue the value after this case, and no step waits for it: nobody can be asked for it now.
bool comes_later(const Situation& situation, const Lanes& lanes, FieldId field, std::uint16_t newborn,
                 const Need& need) {
  const ServiceSet producers = links_of(situation.rules()).field_sources[field].producers;
  if (producers.empty() || !need.required_by.empty()) return false;
  if (!situation.is_unknown(situation.rules().fields[field].slot.of(newborn))) return false;
  bool obtainable = false;
  producers.each([&](ServiceId producer) {
    for (const ServiceLane& lane : lanes.of(producer)) obtainable = obtainable || lane.planned || lane.already_done;
  });
  return !obtainable;
}

void add_field(const Situation& situation, const Lanes& lanes, const FormNeeds& needs, FieldId index,
               std::uint16_t newborn, PlannedForm& form) {
  const Rules& rules = situation.rules();
  const Need need = needs.of(rules, index, newborn);
  if (need.none() || comes_later(situation, lanes, index, newborn, need)) return;
  form.places[place_of(rules, index, newborn)] = static_cast<std::uint16_t>(form.fields.size());
  FormField& field = form.fields.emplace_back();
  field.field = &rules.fields[index];
  field.newborn = newborn;
  field.required = !need.required_by.empty();
  field.needed_by = need.by;
  if (!links_of(rules).field_sources[index].none()) find_source(situation, lanes, needs, need.all(), field, form.open);
  if (need.by.empty() && field.source == FieldSource::applicant) field.source = FieldSource::undetermined;
}

// What is on somebody's records, and what follows from that: nobody is asked, and nothing waits for it.
void note_awaited(const Situation& situation, PlannedForm& form) {
  const Rules& rules = situation.rules();
  const auto on_record = [](const FormField& field) {
    return field.source == FieldSource::shared || field.source == FieldSource::hospital;
  };
  for (FormField& field : form.fields) {
    const FactRef fact{field.field->slot.index, field.newborn};
    if (!situation.is_unknown(fact) && !situation.is_null(fact)) continue;
    if (field.source != FieldSource::derived) {
      field.awaited = on_record(field);
      continue;
    }
    const FactRefs behind = situation.facts_behind(fact);
    field.awaited = std::all_of(behind.begin(), behind.end(), [&](FactRef each) {
      const FieldId source = rules.schema.at(each).field;
      const std::uint16_t place = source == no_index ? no_index : form.place(rules, source, each.newborn);
      if (place == no_index) return false;
      return on_record(form.fields[place]) || form.fields[place].source == FieldSource::product;
    });
  }
}

FormCounts counts_of(const std::vector<FormField>& fields, std::size_t department_fields) {
  FormCounts counts{.department_fields = department_fields};
  for (const FormField& field : fields) {
    counts.unified_fields += field.needed_by.empty() ? 0 : 1;
    counts.asked += field.source == FieldSource::applicant ? 1 : 0;
  }
  return counts;
}

}  // namespace

PlannedForm collect_form(const Situation& situation, const Lanes& lanes) {
  const Rules& rules = situation.rules();
  PlannedForm form;
  FormNeeds needs = needs_of_forms(situation, lanes);
  for (const auto& [place, more] : questions_behind(situation, lanes, needs, form.open)) needs.add(place, more);
  form.places.assign(needs.conditional.size(), no_index);
  form.fields.reserve(rules.form.fields.size() * situation.newborns());
  for (const FieldId field : rules.fields.ids()) {
    situation.each_newborn(rules.fields[field].per_newborn(), family,
                           [&](std::uint16_t newborn) { add_field(situation, lanes, needs, field, newborn, form); });
  }
  note_awaited(situation, form);
  form.counts = counts_of(form.fields, lines_of_departments(situation, lanes));
  return form;
}

}  // namespace planning
}  // namespace birthcase
