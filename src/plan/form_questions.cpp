#include "plan/form_questions.hpp"

#include "plan/form_sources.hpp"
#include "plan/planning_tables.hpp"

namespace birthcase::planning {
namespace {

// Whether a form has the field only if something holds that is not known, say that there is a father: that comes first.
bool perhaps_exists(const Rules& rules, const FormNeeds& needs, FieldId field, std::uint16_t newborn) {
  const Need& own = needs.conditional[place_of(rules, field, newborn)];
  return own.by.empty() && !(own.perhaps_by & needs.planned_for(newborn).surely).empty();
}

void ask_what_follows_to(const Situation& situation, const Lanes& lanes, const FormNeeds& needs, FieldId field,
                         std::uint16_t newborn, Questions& questions, Open& open) {
  const Rules& rules = situation.rules();
  const FactRef fact = rules.fields[field].slot.of(newborn);
  const Need need = needs.of(rules, field, newborn);
  if (need.required_by.empty() || !situation.is_unknown(fact)) return;
  const Truth supplied = supplier_of(situation, lanes, field, newborn, need.all()).has_it;
  if (supplied == Truth::yes) return;
  const bool perhaps_shared = supplied == Truth::unknown;
  for (const FactRef each : situation.facts_behind(fact)) {
    const FieldId source = rules.schema.at(each).field;
    if (source == no_index) open.facts.emplace_back(each, "field/" + rules.fields[field].id);
    if (source == no_index || each == fact || perhaps_exists(rules, needs, source, each.newborn)) continue;
    Need added{.by = {}, .perhaps_by = need.perhaps_by, .required_by = {}};
    (perhaps_shared ? added.perhaps_by : added.by) |= need.by;
    if (!perhaps_shared) added.required_by = need.required_by;
    questions.emplace_back(place_of(rules, source, each.newborn), added);
  }
}

}  // namespace

Questions questions_behind(const Situation& situation, const Lanes& lanes, const FormNeeds& needs, Open& open) {
  const Rules& rules = situation.rules();
  Questions questions;
  for (const DerivedField& derived : links_of(rules).derived) {
    situation.each_newborn(rules.fields[derived.field].per_newborn(), family, [&](std::uint16_t newborn) {
      ask_what_follows_to(situation, lanes, needs, derived.field, newborn, questions, open);
    });
  }
  return questions;
}

}  // namespace birthcase::planning
