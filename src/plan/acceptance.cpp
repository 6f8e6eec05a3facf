#include "plan/acceptance.hpp"

#include "plan/holders.hpp"

#include <algorithm>

namespace birthcase::planning {
namespace {

bool is_on_record(const FormField& field) {
  return field.source == FieldSource::hospital || field.source == FieldSource::shared;
}

// What may stay open: when something is due, which the day of acceptance itself or a notice tells; and which lines of a
// form there are for what is on somebody's records, who have it or not.
bool may_stay_open(const std::vector<FormField>& fields, std::string_view decides) {
  constexpr std::string_view of_field = "field/";
  if (!decides.starts_with(of_field)) return decides == "due";
  const std::string_view id = decides.substr(of_field.size());
  return std::all_of(fields.begin(), fields.end(),
                     [id](const FormField& field) { return field.field->id != id || is_on_record(field); });
}

bool has_to_be_told_first(const std::vector<FormField>& fields, const Undetermined& open) {
  return !std::all_of(open.decides.begin(), open.decides.end(),
                      [&fields](const std::string& each) { return may_stay_open(fields, each); });
}

// What nobody has told, and those who have it, if any, do not send it along.
bool is_to_be_told(const Situation& situation, const FormField& field) {
  const FactRef fact{field.field->slot.index, field.newborn};
  const bool told = !situation.is_unknown(fact) && (!situation.is_null(fact) || field.field->none_counts);
  if (told) return false;
  return field.source == FieldSource::applicant || (field.source == FieldSource::hospital && !field.awaited);
}

bool is_handed_in(const Situation& situation, const Evidence& evidence, const EvidenceItem& item, HandedInAs as) {
  const auto documents = situation.handed_in();
  return std::any_of(documents.begin(), documents.end(), [&](const HandedIn& document) {
    if (document.as != as) return false;
    const HolderId stated = document.holder == no_index ? no_index : situation.person(document.holder, family);
    return is_same(situation.rules(), evidence.items, item, document, stated);
  });
}

void judge_evidence(const Situation& situation, const Evidence& evidence, Acceptability& answer) {
  for (std::uint16_t i = 0; i < evidence.items.size(); ++i) {
    const EvidenceItem& item = evidence.items[i];
    if (item.status != EvidenceStatus::bring) continue;
    const bool original = item.original == 0 || is_handed_in(situation, evidence, item, HandedInAs::original);
    const bool copies = item.copies == 0 || is_handed_in(situation, evidence, item, HandedInAs::copy);
    if (original && copies) continue;
    const bool scanned = item.tolerance != nullptr && is_handed_in(situation, evidence, item, HandedInAs::scan);
    (scanned ? answer.deferrable_evidence : answer.missing_evidence).push_back(i);
  }
}

bool any(const auto& all, auto&& is_so) { return std::any_of(all.begin(), all.end(), is_so); }

}  // namespace

Acceptability judge(const Situation& situation, const Lanes& lanes, const Evidence& evidence, const PlannedForm& form,
                    const std::vector<Finding>& findings, const std::vector<Undetermined>& undetermined) {
  Acceptability answer;
  judge_evidence(situation, evidence, answer);
  for (std::uint16_t i = 0; i < form.fields.size(); ++i) {
    if (form.fields[i].required && is_to_be_told(situation, form.fields[i])) answer.missing_fields.push_back(i);
  }
  const bool undecided =
      any(evidence.items, [](const EvidenceItem& item) { return item.status == EvidenceStatus::undetermined; }) ||
      any(form.fields, [](const FormField& field) { return field.source == FieldSource::undetermined; }) ||
      any(lanes.all, [](const ServiceLane& lane) { return lane.lane == Lane::undetermined; }) ||
      any(undetermined, [&form](const Undetermined& open) { return has_to_be_told_first(form.fields, open); });
  const bool wrong = any(findings, [](const Finding& finding) { return finding.severity == Severity::error; });
  answer.now = !undecided && !wrong && answer.missing_evidence.empty() && answer.missing_fields.empty();
  return answer;
}

}  // namespace birthcase::planning
