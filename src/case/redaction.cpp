#include "case/redaction.hpp"

#include <birthcase/case_json.hpp>
#include <birthcase/digest.hpp>

#include "case/names.hpp"

#include <utility>

namespace birthcase::cases {
namespace {

bool is_checked_document(const std::string& id, const Rules* rules) {
  return id.empty() || (rules != nullptr && is_document_of(*rules, id));
}

bool is_checked_authority(const std::string& id, const Rules* rules) {
  return id.empty() || (rules != nullptr && is_organisation_of(*rules, id));
}

}  // namespace

bool tells_unchecked(const Event& event, const Rules* rules) {
  if (!is_actor(event.by)) return true;
  const auto* corrected = std::get_if<events::Corrected>(&event.body);
  return corrected != nullptr &&
         !(is_checked_document(corrected->document, rules) && is_checked_authority(corrected->authority, rules));
}

Event redacted(Event event) {
  event.by = redacted_actor(std::move(event.by));
  if (auto* corrected = std::get_if<events::Corrected>(&event.body)) {
    corrected->document.clear();
    corrected->authority.clear();
  }
  return event;
}

std::string redacted_actor(std::string by) {
  if (!is_actor(by)) by.assign(by.size(), 'x');
  return by;
}

std::string public_digest(std::uint64_t sequence, std::string_view at, std::string_view by, std::string_view type,
                          std::string_view data) {
  data = data.substr(0, data.find_last_not_of(' ') + 1);
  const std::string number = std::to_string(sequence);
  std::string text;
  for (const std::string_view part : {std::string_view(number), at, by, type, data}) {
    text += std::to_string(part.size());
    text += ':';
    text += part;
  }
  return sha256(text);
}

std::string public_digest(const Event& event) {
  return public_digest(event.sequence, to_string(event.at), event.by, kind_of(event.body),
                       to_json_parts(event.body).data);
}

}  // namespace birthcase::cases
