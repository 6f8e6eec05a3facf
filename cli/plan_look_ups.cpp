#include "plan_wording.hpp"

#include <utility>

namespace birthcase::cli {
namespace {

std::string organisation(const PlanView& view, const PlannedLookUp& look_up) {
  std::string name(view.words.in(view.plan.profile().rules().organisations[look_up.share->organisation].label));
  if (look_up.newborn == FactRef::family || !several_newborns(view)) return name;
  return name + view.words(command_line::in_brackets, view.words(command_line::newborn, look_up.newborn + 1));
}

std::string facts(const PlanView& view, const std::vector<FactRef>& all) {
  std::vector<std::string> names;
  for (const FactRef fact : all) names.push_back(fact_words(view, fact));
  return joined(names, view.words(command_line::list_separator));
}

std::string supplies(const PlanView& view, const PlannedLookUp& look_up) {
  std::vector<std::string> names;
  for (const std::uint16_t place : look_up.evidence) names.push_back(document_name(view, view.plan.evidence[place]));
  for (const std::uint16_t place : look_up.fields) {
    const FormField& field = view.plan.form.fields[place];
    names.push_back(fact_words(view, FactRef{field.field->slot.index, field.newborn}));
  }
  return joined(names, view.words(command_line::list_separator));
}

// An answer speaks for itself; one that is not there yet needs its keys, and those that are missing.
void add_notes(const PlanView& view, const PlannedLookUp& look_up, Table& table) {
  if (!look_up.unknown_keys.empty() && !succeeded(look_up.state)) {
    table.note(view.words(command_line::keys_missing, facts(view, look_up.unknown_keys)));
  }
  if (!view.explain) return;
  for (std::string& line : explanation(view, look_up.why)) table.note(std::move(line));
}

}  // namespace

void add_look_ups(Document& document, const PlanView& view) {
  const Words& words = view.words;
  Table table({{std::string(words(command_line::asked_organisation)), Align::left, true},
               {std::string(words(command_line::supplies)), Align::left, true},
               {std::string(words(command_line::keys)), Align::left, true},
               {std::string(words(command_line::state)), Align::left, false}});
  for (const PlannedLookUp& look_up : view.plan.look_ups) {
    const std::string keys = facts(view, look_up.keys);
    table.add({organisation(view, look_up), supplies(view, look_up), keys.empty() ? "–" : keys,
               std::string(words(word_for(look_up.state)))},
              failed(look_up.state) ? Ink::warning : Ink::plain);
    add_notes(view, look_up, table);
  }
  document.section(words(command_line::look_ups), std::move(table));
}

}  // namespace birthcase::cli
