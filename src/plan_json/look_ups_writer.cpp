// Look-ups and where facts come from, in a plan's JSON.
#include "plan_json/names.hpp"
#include "plan_json/plan_writer.hpp"

namespace birthcase {

void PlanWriter::look_ups() {
  json_.key("look_ups");
  json_.open_array();
  for (const PlannedLookUp& each : plan_.look_ups) look_up(each);
  json_.close_array();
}

void PlanWriter::look_up(const PlannedLookUp& look_up) {
  json_.open_object();
  json_.text_at("id", look_up.share->id);
  newborn(look_up.newborn);
  json_.text_at("organisation", rules_.organisations[look_up.share->organisation].id);
  label(rules_.organisations[look_up.share->organisation].label);
  json_.text_at("state", to_string(look_up.state));
  if (look_up.noted != nullptr && look_up.noted->at) json_.text_at("at", to_string(*look_up.noted->at));
  if (look_up.noted != nullptr && !look_up.noted->reference.empty()) {
    json_.text_at("reference", look_up.noted->reference);
  }
  json_.key("keys");
  facts_at(look_up.keys);
  json_.key("unknown_keys");
  facts_at(look_up.unknown_keys);
  json_.key("supplies");
  json_.open_object();
  json_.key("fields");
  json_.open_array();
  for (const std::uint16_t place : look_up.fields) {
    const FormField& field = plan_.form.fields[place];
    fact(FactRef{field.field->slot.index, field.newborn});
  }
  json_.close_array();
  json_.key("evidence");
  json_.open_array();
  for (const std::uint16_t place : look_up.evidence) {
    const EvidenceItem& item = plan_.evidence[place];
    json_.open_object();
    json_.text_at("type", item.type->id);
    if (item.holder != no_index) json_.text_at("holder", rules_.holders[item.holder].id);
    newborn(item.newborn);
    json_.close_object();
  }
  json_.close_array();
  json_.close_object();
  needed_by(look_up.services);
  json_.boolean_at("by_hand", look_up.share->by_hand);
  why(look_up.why);
  json_.close_object();
}

void PlanWriter::facts_at(const std::vector<FactRef>& facts) {
  json_.open_array();
  for (const FactRef each : facts) fact(each);
  json_.close_array();
}

void PlanWriter::provenance(FactRef fact) {
  const Provenance from = plan_.provenance(fact);
  if (from.origin == Origin::unknown) return;
  json_.key("provenance");
  json_.open_object();
  json_.text_at("origin", to_string(from.origin));
  if (from.organisation != no_index) json_.text_at("organisation", rules_.organisations[from.organisation].id);
  if (from.look_up != nullptr) json_.text_at("state", to_string(from.look_up->state));
  if (from.at) json_.text_at("at", to_string(*from.at));
  if (!from.reference.empty()) json_.text_at("reference", from.reference);
  if (!from.message.empty()) json_.text_at("message", from.message);
  json_.close_object();
}

}  // namespace birthcase
