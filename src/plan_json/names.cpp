#include "plan_json/names.hpp"

#include <birthcase/plan_json.hpp>

namespace birthcase {

std::string_view composed_fact_name(const Schema& schema, FactRef fact, std::string& room) {
  const bool newborn = fact.newborn != FactRef::family;
  const std::string_view name = schema.at(Slot{fact.index, newborn}).name;
  if (!newborn) return name;
  room = Schema::newborns;
  room += '[';
  room += std::to_string(fact.newborn);
  room += "].";
  room += name.substr(Schema::newborn_prefix.size());
  return room;
}

std::string numbered(std::string_view id, std::uint16_t newborn) {
  std::string name(id);
  return newborn == FactRef::family ? name : name + '#' + std::to_string(newborn + 1);
}

std::string_view reason_of(const Why& why, Language language) noexcept {
  if (why.rule == nullptr || why.holds == Truth::unknown) return {};
  return (why.holds == Truth::no ? why.rule->otherwise : why.rule->reason).in(language);
}

std::string_view label_of(const Rules& rules, FactRef fact, Language language) {
  const bool zh = language == Language::zh;
  const Slot slot = fact.slot();
  if (slot == rules.schema.jurisdiction()) return zh ? "本地行政区划" : "division of this place";
  if (slot == rules.schema.accepted_on()) return zh ? "受理日期" : "day of acceptance";
  const Schema::Node& node = rules.schema.at(slot);
  if (node.field != no_index) return rules.fields[node.field].label.in(language);
  for (const Holder& holder : rules.holders) {
    if (holder.id == node.name) return holder.label.in(language);
  }
  return node.name;
}

std::string_view fact_label(const Profile& profile, FactRef fact, Language language) {
  return label_of(profile.rules(), fact, language);
}

std::string_view delivery_label(const Profile& profile, std::string_view service, std::string_view method,
                                Language language) {
  const Rules& rules = profile.rules();
  std::string_view label = method;
  for (const DeliveryRule& rule : rules.deliveries) {
    if (rule.method != method) continue;
    bool for_service = false;
    rule.services.each([&](ServiceId each) { for_service = for_service || rules.services[each].id == service; });
    if (for_service) return rule.label.in(language);
    if (label == method) label = rule.label.in(language);
  }
  return label;
}

}  // namespace birthcase
