#include "case/origins.hpp"

#include <algorithm>
#include <string>

namespace birthcase::cases {
namespace {

FactOrigin origin_of(const Plan& plan, FactRef fact, std::string name) {
  const Provenance from = plan.provenance(fact);
  FactOrigin origin{.fact = std::move(name), .origin = from.origin, .at = from.at};
  if (from.organisation != no_index) origin.organisation = plan.profile().rules().organisations[from.organisation].id;
  origin.reference = from.message.empty() ? from.reference : from.message;
  return origin;
}

bool has(std::span<const std::uint16_t> places, const std::vector<std::uint16_t>& wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [places](std::uint16_t place) {
    return std::find(places.begin(), places.end(), place) != places.end();
  });
}

}  // namespace

void add_origins(Message& message, const Plan& plan) {
  for (const NamedFact& each : message.fields) {
    message.provenance.push_back(origin_of(plan, fact_named(plan.profile(), each.fact).value(), each.fact));
  }
}

void add_origins(Message& message, const Plan& plan, const Step& step) {
  add_origins(message, plan);
  const Rules& rules = plan.profile().rules();
  for (const PlannedLookUp& look_up : plan.look_ups) {
    const bool concerned =
        has(plan.at(step.payload_fields), look_up.fields) || has(plan.at(step.payload_evidence), look_up.evidence);
    if (!concerned) continue;
    LookUpReference reference{.id = look_up.share->id,
                              .newborn = look_up.newborn,
                              .organisation = rules.organisations[look_up.share->organisation].id,
                              .state = look_up.state};
    if (look_up.noted != nullptr) {
      reference.at = look_up.noted->at;
      reference.reference = look_up.noted->reference;
    }
    message.look_ups.push_back(std::move(reference));
  }
}

}  // namespace birthcase::cases
