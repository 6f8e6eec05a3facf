#include "plan/told_values.hpp"

#include <birthcase/plan_json.hpp>

#include "application/look_ups.hpp"
#include "plan/delivery.hpp"
#include "plan_json/names.hpp"
#include "texts/findings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::planning {
namespace {

// `邮寄到家、转账支付`
std::string ways_of_delivery(const Route& route, Language language) {
  std::vector<std::string> ways;
  for (const Step& step : route.steps) {
    if (step.delivery == nullptr || step.delivery->method == "none") continue;
    const std::string& way = step.delivery->label.in(language);
    if (std::find(ways.begin(), ways.end(), way) == ways.end()) ways.push_back(way);
  }
  return fmt::format("{}", fmt::join(ways, texts::findings::list_separator.in(language)));
}

// Whether a rule that perhaps applies delivers so.
bool is_delivered_so(const Situation& situation, const Lanes& lanes, const std::string& method) {
  return std::any_of(lanes.all.begin(), lanes.all.end(), [&](const ServiceLane& lane) {
    const auto rules = deliveries_of(situation, situation.rules().id_of(*lane.service), lane.newborn).rules;
    return std::any_of(rules.begin(), rules.end(), [&](const DeliveryRule* rule) { return rule->method == method; });
  });
}

}  // namespace

void tell_values(const FactTable& table, std::vector<FormField>& fields) {
  for (FormField& field : fields) {
    const Value& value = table.value({field.field->slot.index, field.newborn});
    field.value = value.is_unknown() ? nullptr : &value;
  }
}

void tell_states(const Rules& rules, const FactStore& store, std::vector<PlannedLookUp>& look_ups) {
  for (PlannedLookUp& look_up : look_ups) {
    look_up.noted = application::find_look_up(store, rules.id_of(*look_up.share), look_up.newborn);
    if (look_up.noted != nullptr) look_up.state = look_up.noted->state;
  }
}

std::vector<Finding> check_found(const Profile& profile, const FactStore& store, const FactTable& table) {
  std::vector<Finding> findings;
  for (const LookUp& look_up : store.look_ups) {
    const DataShare& share = profile.rules().shares[look_up.share];
    const Label& organisation = profile.rules().organisations[share.organisation].label;
    for (const FoundFact& found : look_up.facts) {
      if (table.value(found.fact) == found.value) continue;
      findings.push_back(
          {share.difference, "look-up-differs", fact_path(profile, found.fact),
           texts::message(texts::findings::look_up_differs, label_of(profile.rules(), found.fact), organisation)});
    }
  }
  return findings;
}

std::vector<Finding> check_delivery_method(const Situation& situation, const FactTable& table, const Lanes& lanes,
                                           const Route& route) {
  const Rules& rules = situation.rules();
  const auto wanted = rules.schema.field("delivery.method");
  if (!wanted || rules.deliveries.empty() || route.steps.empty()) return {};
  const Slot slot = rules.fields[*wanted].slot;
  const Value& method = table.value(slot, family);
  if (!method.is(Kind::text) || is_delivered_so(situation, lanes, method.as_text())) return {};
  return {{Severity::warning, "delivery-method-not-here", fact_path(situation.profile(), {slot.index, family}),
           texts::message(texts::findings::delivery_method_not_here,
                          Label{ways_of_delivery(route, Language::zh), ways_of_delivery(route, Language::en)})}};
}

}  // namespace birthcase::planning
