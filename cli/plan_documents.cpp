#include "plan_wording.hpp"

#include <algorithm>
#include <utility>

namespace birthcase::cli {
namespace {

bool holds(const std::vector<std::uint16_t>& places, std::size_t place) noexcept {
  return std::find(places.begin(), places.end(), place) != places.end();
}

bool need_not_bring(const EvidenceItem& item) noexcept {
  return item.status != EvidenceStatus::bring && item.status != EvidenceStatus::undetermined;
}

std::string count(std::uint8_t number) { return number == 0 ? "–" : std::to_string(number); }

std::string_view state(const PlanView& view, std::size_t place) {
  const Acceptability& acceptable = view.plan.acceptable;
  if (holds(acceptable.deferrable_evidence, place)) return view.words(command_line::original_later);
  if (!holds(acceptable.missing_evidence, place)) return view.words(command_line::handed_in);
  return view.plan.evidence[place].tolerance != nullptr ? view.words(command_line::may_come_later)
                                                        : view.words(command_line::still_to_bring);
}

void explain(const PlanView& view, const EvidenceItem& item, Table& table) {
  if (!view.explain) return;
  for (std::string& line : explanation(view, item.why)) table.note(std::move(line));
}

// Each rule once, even if several documents are still out under it.
void add_tolerances(Document& document, const PlanView& view) {
  std::vector<const Tolerance*> told;
  for (std::size_t i = 0; i < view.plan.evidence.size(); ++i) {
    const EvidenceItem& item = view.plan.evidence[i];
    if (item.status != EvidenceStatus::bring || item.tolerance == nullptr) continue;
    if (state(view, i) != view.words(command_line::may_come_later)) continue;
    if (std::find(told.begin(), told.end(), item.tolerance) != told.end()) continue;
    told.push_back(item.tolerance);
    const std::string until = view.words.in(item.tolerance->until);
    if (!until.empty()) document.paragraph(view.words(command_line::tolerated, until), Ink::faint);
  }
}

void add_to_bring(Document& document, const PlanView& view) {
  const Words& words = view.words;
  Table table({{std::string(words(command_line::document)), Align::left, true},
               {std::string(words(command_line::holder)), Align::left, false},
               {std::string(words(command_line::original)), Align::right, false},
               {std::string(words(command_line::copies)), Align::right, false},
               {std::string(words(command_line::state)), Align::left, false},
               {std::string(words(command_line::needed_for)), Align::left, true}});
  std::size_t items = 0;
  for (std::size_t i = 0; i < view.plan.evidence.size(); ++i) {
    const EvidenceItem& item = view.plan.evidence[i];
    if (item.status != EvidenceStatus::bring) continue;
    ++items;
    const std::string_view now = state(view, i);
    table.add({std::string(words.in(item.type->label)), holder_name(view, item), count(item.original),
               count(item.copies), std::string(now), service_names(view, item.needed_by)},
              now == words(command_line::handed_in) ? Ink::faint : Ink::plain);
    const std::string why = reason(view, item.why);
    if (!why.empty()) table.note(std::string(words(command_line::why)) + std::string(words(command_line::colon)) + why);
    explain(view, item, table);
  }
  if (items == 0) {
    const bool perhaps = std::any_of(view.plan.evidence.begin(), view.plan.evidence.end(),
                                     [](const auto& item) { return item.status == EvidenceStatus::undetermined; });
    const std::string_view none = perhaps ? words(command_line::bring_nothing_yet) : words(command_line::bring_nothing);
    document.heading(words(command_line::bring, items));
    return document.paragraph(none);
  }
  document.section(words(command_line::bring, items), std::move(table));
  add_tolerances(document, view);
}

std::string deciding_facts(const PlanView& view, const Why& why) {
  std::vector<std::string> facts;
  for (const FactRef fact : view.plan.explain(why).deciding) facts.push_back(fact_words(view, fact));
  return joined(facts, view.words(command_line::list_separator));
}

void add_perhaps(Document& document, const PlanView& view) {
  const Words& words = view.words;
  Table table({{std::string(words(command_line::document)), Align::left, true},
               {std::string(words(command_line::holder)), Align::left, false},
               {std::string(words(command_line::depends_on)), Align::left, true},
               {std::string(words(command_line::needed_for)), Align::left, true}});
  for (const EvidenceItem& item : view.plan.evidence) {
    if (item.status != EvidenceStatus::undetermined) continue;
    table.add({std::string(words.in(item.type->label)), holder_name(view, item), deciding_facts(view, item.why),
               service_names(view, item.needed_by)});
    explain(view, item, table);
  }
  document.section(words(command_line::perhaps), std::move(table));
}

std::string why_not(const PlanView& view, const EvidenceItem& item) {
  const Words& words = view.words;
  const Rules& rules = view.plan.profile().rules();
  const auto* const service = std::get_if<ServiceId>(&item.from);
  const auto* const whose = std::get_if<OrganisationId>(&item.from);
  switch (item.status) {
    case EvidenceStatus::produced:
      return service == nullptr ? std::string()
                                : words(command_line::produced_by, words.in(rules.services[*service].label));
    case EvidenceStatus::shared:
      return whose == nullptr ? std::string()
                              : words(command_line::shared_by, words.in(rules.organisations[*whose].label));
    case EvidenceStatus::hospital:
      return std::string(words(command_line::hospital_has));
    case EvidenceStatus::absorbed:
      return std::string(words(command_line::absorbed));
    default:
      break;
  }
  const std::string text = reason(view, item.why);
  return text.empty() ? std::string(words(command_line::not_required)) : text;
}

void add_not_needed(Document& document, const PlanView& view) {
  const Words& words = view.words;
  const auto items = std::count_if(view.plan.evidence.begin(), view.plan.evidence.end(), need_not_bring);
  if (items == 0) return;
  if (!view.explain) return document.paragraph(words(command_line::not_needed_hint, items), Ink::faint);
  Table table({{std::string(words(command_line::document)), Align::left, true},
               {std::string(words(command_line::holder)), Align::left, false},
               {std::string(words(command_line::how)), Align::left, true}});
  for (const EvidenceItem& item : view.plan.evidence) {
    if (!need_not_bring(item)) continue;
    table.add({std::string(words.in(item.type->label)), holder_name(view, item), why_not(view, item)});
    explain(view, item, table);
  }
  document.section(words(command_line::not_needed), std::move(table));
}

}  // namespace

void add_documents(Document& document, const PlanView& view) {
  add_to_bring(document, view);
  add_perhaps(document, view);
  add_not_needed(document, view);
}

}  // namespace birthcase::cli
