// How the papers say where facts and documents come from: as it was, never as it might have been.
#include "documents/wording.hpp"

#include <algorithm>

namespace birthcase::documents {

std::string Wording::source(const FormField& field) const {
  return field.value == nullptr ? expected(field) : how_known(field);
}

// Which organisation holds or issues it, while it is not known.
std::string Wording::expected(const FormField& field) const {
  if (field.source == FieldSource::product) {
    const auto* const service = std::get_if<ServiceId>(&field.from);
    return service != nullptr ? words_(papers::from_service, in(rules_.services[*service].label)) : std::string();
  }
  if (field.source == FieldSource::hospital) return std::string(words_(papers::from_hospital));
  if (field.source == FieldSource::derived) return std::string(words_(papers::derived));
  if (field.share == no_index || rules_.shares[field.share].hospital) return {};
  const std::string whose = organisation(rules_.shares[field.share].organisation);
  const LookUpState state = plan_.look_up(field.share, field.newborn);
  if (state == LookUpState::not_found) return words_(papers::not_found_at, whose);
  if (state == LookUpState::not_available) return words_(papers::not_available_at, whose);
  if (field.source != FieldSource::shared) return {};
  return words_(state == LookUpState::asked ? papers::being_looked_up : papers::from_organisation, whose);
}

std::string Wording::how_known(const FormField& field) const {
  const Provenance from = plan_.provenance({field.field->slot.index, field.newborn});
  switch (from.origin) {
    case Origin::looked_up:
      return found(organisation(from.organisation), *from.look_up);
    case Origin::issued:
      if (field.source == FieldSource::product) return expected(field);
      return words_(papers::issued_by, organisation(from.organisation),
                    from.at ? date(from.at->date()) : std::string());
    case Origin::derived:
      return std::string(words_(papers::derived));
    case Origin::hospital:
      return std::string(words_(papers::from_hospital));
    default:
      return told(field);
  }
}

// The person who filled it in is named only where somebody else might have been thought of.
std::string Wording::told(const FormField& field) const {
  if (field.source == FieldSource::product) return expected(field);
  if (field.share == no_index || rules_.shares[field.share].hospital) return {};
  const std::string whose = organisation(rules_.shares[field.share].organisation);
  const LookUpState state = plan_.look_up(field.share, field.newborn);
  if (state == LookUpState::not_found) return words_(papers::told_not_found, whose);
  if (state == LookUpState::not_available) return words_(papers::told_not_available, whose);
  return std::string(field.field->owner == Owner::family ? words_(papers::stated_by_family)
                                                         : words_(papers::stated_by_office));
}

std::string Wording::found(std::string_view whose, const LookUp& look_up) const {
  const std::string day = look_up.at ? date(look_up.at->date()) : std::string();
  std::string text = words_(look_up.state == LookUpState::seen ? papers::seen_at : papers::looked_up, whose, day);
  if (look_up.reference.empty()) return text;
  return text + words_(papers::with_reference, look_up.reference);
}

std::string Wording::looked_up(const EvidenceItem& item) const {
  const auto place = static_cast<std::uint16_t>(&item - plan_.evidence.data());
  for (const PlannedLookUp& look_up : plan_.look_ups) {
    const auto& about = look_up.evidence;
    if (look_up.noted == nullptr || std::find(about.begin(), about.end(), place) == about.end()) continue;
    const std::string whose = organisation(look_up.share->organisation);
    if (succeeded(look_up.state)) return found(whose, *look_up.noted);
    if (look_up.state == LookUpState::asked) return words_(papers::being_looked_up, whose);
  }
  return {};
}

}  // namespace birthcase::documents
