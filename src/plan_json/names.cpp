#include "plan_json/names.hpp"

#include <birthcase/plan_json.hpp>

#include "texts/findings.hpp"

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

Label reason_of(const Why& why) {
  return {std::string(reason_of(why, Language::zh)), std::string(reason_of(why, Language::en))};
}

std::string_view label_of(const Rules& rules, FactRef fact, Language language) {
  const Slot slot = fact.slot();
  if (slot == rules.schema.jurisdiction()) return texts::findings::division_of_place.in(language);
  if (slot == rules.schema.accepted_on()) return texts::findings::day_of_acceptance.in(language);
  const Schema::Node& node = rules.schema.at(slot);
  if (node.field != no_index) return rules.fields[node.field].label.in(language);
  for (const Holder& holder : rules.holders) {
    if (holder.id == node.name) return holder.label.in(language);
  }
  return node.name;
}

Label label_of(const Rules& rules, FactRef fact) {
  return {std::string(label_of(rules, fact, Language::zh)), std::string(label_of(rules, fact, Language::en))};
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
