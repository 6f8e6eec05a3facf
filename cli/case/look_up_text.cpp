#include "case/look_up_text.hpp"

#include "plan_wording.hpp"

#include <algorithm>
#include <utility>

namespace birthcase::cli::cases {
namespace {

std::string facts_of(const CaseView& view, const std::vector<FactRef>& facts) {
  std::vector<std::string> names;
  for (const FactRef fact : facts) names.push_back(fact_name_of(view, fact_name(view.state.profile, fact)));
  return joined(names, view.words(command_line::list_separator));
}

std::string supplies(const CaseView& view, const Plan& plan, const PlannedLookUp& look_up) {
  const Rules& rules = view.state.profile.rules();
  std::vector<std::string> names;
  for (const std::uint16_t place : look_up.evidence) {
    const EvidenceItem& item = plan.evidence[place];
    const std::string_view holder = item.holder == no_index ? std::string_view() : rules.holders[item.holder].id;
    names.push_back(document_name(view, item.type->id, holder, item.newborn));
  }
  for (const std::uint16_t place : look_up.fields) {
    const FormField& field = plan.form.fields[place];
    names.push_back(fact_name_of(view, fact_name(view.state.profile, {field.field->slot.index, field.newborn})));
  }
  return joined(names, view.words(command_line::list_separator));
}

}  // namespace

std::string look_up_name_of(const CaseView& view, std::string_view share, std::uint16_t newborn) {
  const Rules& rules = view.state.profile.rules();
  const auto at = std::find_if(rules.shares.begin(), rules.shares.end(),
                               [share](const DataShare& each) { return each.id == share; });
  std::string name = look_up_name(share, newborn);
  if (at == rules.shares.end()) return name;
  return organisation_name(view, rules.organisations[at->organisation].id) +
         view.words(command_line::in_brackets, name);
}

Document look_ups_document(const CaseView& view, const Plan& plan) {
  const Words& words = view.words;
  Document document{.language = words.language()};
  if (plan.look_ups.empty()) document.lead.push_back({std::string(words(case_commands::no_look_ups))});
  Table table({{std::string(words(case_commands::look_up)), Align::left, false},
               {std::string(words(case_commands::department)), Align::left, true},
               {std::string(words(case_commands::state)), Align::left, false},
               {std::string(words(command_line::supplies)), Align::left, true}});
  for (const PlannedLookUp& look_up : plan.look_ups) {
    const std::string& organisation = view.state.profile.rules().organisations[look_up.share->organisation].id;
    table.add({look_up_name(look_up.share->id, look_up.newborn), organisation_name(view, organisation),
               std::string(words(word_for(look_up.state))), supplies(view, plan, look_up)});
    if (look_up.unknown_keys.empty()) continue;
    table.note(words(command_line::keys_missing, facts_of(view, look_up.unknown_keys)));
  }
  document.section(words(command_line::look_ups), std::move(table));
  return document;
}

}  // namespace birthcase::cli::cases
