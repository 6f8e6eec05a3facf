// How the result of a service comes to the family, and what whoever brings it has to know.
#include "plan/planner.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase {

// The rules that say it: those that perhaps apply, up to and with the first that surely does.
Planner::Deliveries Planner::deliveries_of(const Service& service, std::uint16_t newborn) const {
  const auto index = rules_.index_of(service);
  Deliveries deliveries;
  for (const DeliveryRule& rule : rules_.deliveries) {
    if (!rule.services.has(index)) continue;
    const Truth applies = table_->applies(rule, newborn);
    if (applies == Truth::no) continue;
    deliveries.rules.push_back(&rule);
    deliveries.settled = applies == Truth::yes;
    if (deliveries.settled) break;
  }
  return deliveries;
}

// A field that every rule asks for is needed whichever of them it is.
bool Planner::Deliveries::surely_need(Index field) const {
  return settled && std::all_of(rules.begin(), rules.end(), [field](const DeliveryRule* rule) {
           return std::find(rule->fields.begin(), rule->fields.end(), field) != rule->fields.end();
         });
}

void Planner::collect_delivery_fields(const ServiceLane& lane) {
  const ServiceSet service = ServiceSet::of(rules_.index_of(*lane.service));
  const Deliveries deliveries = deliveries_of(*lane.service, lane.newborn);
  for (const DeliveryRule* rule : deliveries.rules) {
    for (const Index field : rule->fields) {
      const bool sure = lane.planned && deliveries.surely_need(field);
      each_newborn(rules_.fields[field].per_newborn(), lane.newborn, [&](std::uint16_t newborn) {
        Need& need = needs_[place_of(field, newborn)];
        (sure ? need.by : need.perhaps_by) |= service;
        if (sure) need.required_by |= service;
      });
    }
  }
}

// As with promises: a rule that perhaps applies leaves it open, and with it what that rule asks for.
void Planner::set_delivery(Step& step) {
  const Deliveries deliveries = deliveries_of(*step.service, step.newborn);
  if (deliveries.rules.empty()) return;
  if (deliveries.settled && deliveries.rules.size() == 1) {
    step.delivery = deliveries.rules.front();
    return;
  }
  open_.push_back({{deliveries.rules.front(), Truth::unknown, step.newborn}, "delivery/" + step.service->id});
  for (const DeliveryRule* rule : deliveries.rules) {
    if (table_->applies(*rule, step.newborn) != Truth::unknown) continue;
    for (const Index field : rule->fields) {
      if (deliveries.surely_need(field)) continue;
      open_.push_back({{rule, Truth::unknown, step.newborn}, "field/" + rules_.fields[field].id});
    }
  }
}

// `邮寄到家、转账支付`
std::string Planner::ways_of_delivery(Language language) const {
  std::vector<std::string> ways;
  for (const Step& step : plan_.route) {
    if (step.delivery == nullptr || step.delivery->method == "none") continue;
    const std::string& way = step.delivery->label.in(language);
    if (std::find(ways.begin(), ways.end(), way) == ways.end()) ways.push_back(way);
  }
  return fmt::format("{}", fmt::join(ways, language == Language::zh ? "、" : ", "));
}

// A way that the family has chosen and no rule of this place follows: it is told how its results come.
void Planner::check_delivery_method() {
  const auto wanted = rules_.schema.field("delivery.method");
  if (!wanted || rules_.deliveries.empty() || plan_.route.empty()) return;
  const Field& field = rules_.fields[*wanted];
  const Value& method = table_->value(field.slot, family);
  if (!method.is(Kind::text)) return;
  for (const ServiceLane& lane : plan_.services) {
    for (const DeliveryRule* rule : deliveries_of(*lane.service, lane.newborn).rules) {
      if (rule->method == method.as_text()) return;
    }
  }
  find(Severity::warning, "delivery-method-not-here", fact_path(plan_.profile(), {field.slot.index, family}),
       {fmt::format("本次办理没有所选的送达方式，办理结果按以下方式送达：{}；请告知家长",
                    ways_of_delivery(Language::zh)),
        fmt::format("the way chosen is not to be had here; results come so: {}; tell the family",
                    ways_of_delivery(Language::en))});
}

// What the bringer needs goes with the step, once, also where the service's own form has it.
void Planner::add_delivery_fields(Step& step) {
  const Deliveries deliveries = deliveries_of(*step.service, step.newborn);
  if (deliveries.rules.empty()) return;
  for (const Index field : deliveries.rules.front()->fields) {
    if (!deliveries.surely_need(field)) continue;
    each_newborn(rules_.fields[field].per_newborn(), step.newborn, [&](std::uint16_t newborn) {
      const std::uint16_t place = places_[place_of(field, newborn)];
      const auto payload = std::span(plan_.places).subspan(step.payload_fields.first);
      const bool there = std::find(payload.begin(), payload.end(), place) != payload.end();
      if (place != no_index && !there) plan_.places.push_back(place);
    });
  }
}

}  // namespace birthcase
