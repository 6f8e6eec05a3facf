#include "plan/delivery.hpp"

#include <algorithm>

namespace birthcase::planning {
namespace {

bool asks_for(const DeliveryRule* rule, FieldId field) {
  return std::find(rule->fields.begin(), rule->fields.end(), field) != rule->fields.end();
}

}  // namespace

bool Deliveries::surely_need(FieldId field) const {
  return settled &&
         std::all_of(rules.begin(), rules.end(), [field](const DeliveryRule* rule) { return asks_for(rule, field); });
}

bool Deliveries::perhaps_need(FieldId field) const {
  return std::any_of(rules.begin(), rules.end(), [field](const DeliveryRule* rule) { return asks_for(rule, field); });
}

Deliveries deliveries_of(const Situation& situation, ServiceId service, std::uint16_t newborn, Witness witness) {
  Deliveries deliveries;
  for (const DeliveryRule& rule : situation.rules().deliveries) {
    if (!rule.services.has(service)) continue;
    const Truth applies = situation.applies(rule, newborn);
    witness.asked(rule, newborn, applies);
    if (applies == Truth::no) continue;
    deliveries.rules.push_back(&rule);
    deliveries.settled = applies == Truth::yes;
    if (deliveries.settled) break;
  }
  return deliveries;
}

// As with promises: a rule that perhaps applies leaves it open.
void leave_delivery_open(const Situation& situation, const Deliveries& deliveries, const Step& step, Open& open) {
  open.rules.push_back({{deliveries.rules.front(), Truth::unknown, step.newborn}, "delivery/" + step.service->id});
  for (const DeliveryRule* rule : deliveries.rules) {
    if (situation.applies(*rule, step.newborn) != Truth::unknown) continue;
    for (const FieldId field : rule->fields) {
      if (deliveries.surely_need(field)) continue;
      open.rules.push_back({{rule, Truth::unknown, step.newborn}, "field/" + situation.rules().fields[field].id});
    }
  }
}

}  // namespace birthcase::planning
