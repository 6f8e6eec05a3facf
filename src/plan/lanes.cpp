#include "plan/planner.hpp"

#include <algorithm>

namespace birthcase {

std::span<ServiceLane> Planner::lanes_of(Index service) noexcept {
  return std::span(plan_.services).subspan(first_lane_[service], first_lane_[service + 1u] - first_lane_[service]);
}

std::span<const ServiceLane> Planner::lanes_of(Index service) const noexcept {
  return std::span(plan_.services).subspan(first_lane_[service], first_lane_[service + 1u] - first_lane_[service]);
}

void Planner::choose_lanes() {
  plan_.services.reserve(rules_.services.size() * table_->newborns());
  first_lane_.reserve(rules_.services.size() + 1);
  for (const Service& service : rules_.services) {
    first_lane_.push_back(static_cast<std::uint16_t>(plan_.services.size()));
    each_newborn(service.per_newborn, family,
                 [&](std::uint16_t newborn) { plan_.services.push_back({.service = &service, .newborn = newborn}); });
  }
  first_lane_.push_back(static_cast<std::uint16_t>(plan_.services.size()));
  for (const Index service : rules_.order) {
    for (ServiceLane& lane : lanes_of(service)) {
      choose_lane(lane);
      if (rules_.joint && lane.planned) follow_producers(lane);
    }
  }
}

// Without a joint window every service is done at its own office, and the plan says how.
void Planner::choose_lane(ServiceLane& lane) {
  const auto service = rules_.index_of(*lane.service);
  lane.lane = rules_.joint ? Lane::joint : Lane::elsewhere;
  if (was_done_before(lane)) return;
  const LaneRule* const pointless = pointless_by(service, lane.newborn);
  for (const LaneRule& rule : rules_.lanes) {
    if (!rule.services.has(service) || (pointless != nullptr && pointless != &rule)) continue;
    const Truth applies = table_->applies(rule, lane.newborn);
    if (applies == Truth::no) continue;
    lane.lane = applies == Truth::yes ? rule.lane : Lane::undetermined;
    lane.planned = lane.lane == Lane::joint;
    lane.why = {&rule, applies, lane.newborn};
    if (lane.lane == Lane::elsewhere || lane.lane == Lane::not_offered) {
      const bool own_office = lane.lane == Lane::elsewhere && rule.organisation == no_index && rule.channel == no_index;
      lane.organisation = own_office ? competent(service, lane.newborn) : rule.organisation;
      lane.channel = rule.channel;
      lane.already_done = rule.already_done;
    }
    return;
  }
  if (!rules_.joint) lane.organisation = competent(service, lane.newborn);
}

// The rule that says that there is nothing to be had for this family, here or anywhere. It decides before all others: a
// window that handles the service for nobody would send the family on for nothing.
const LaneRule* Planner::pointless_by(Index service, std::uint16_t newborn) const {
  const auto at = std::find_if(rules_.lanes.begin(), rules_.lanes.end(), [&](const LaneRule& rule) {
    return rule.is_pointless() && rule.services.has(service) && table_->applies(rule, newborn) == Truth::yes;
  });
  return at == rules_.lanes.end() ? nullptr : &*at;
}

// Done is done, wherever that was: by what the rule goes by, else by a document that the service yields and that was
// handed in, though nobody has told its number. What this case itself has yielded is no reason.
bool Planner::was_done_before(ServiceLane& lane) const {
  const CompletedService here{rules_.index_of(*lane.service), lane.newborn};
  const auto& completed = store_.completed;
  if (std::find(completed.begin(), completed.end(), here) != completed.end()) return false;
  const DoneRule* const rule = lane.service->done == no_index ? nullptr : &rules_.done[lane.service->done];
  const bool told = rule != nullptr && table_->applies(*rule, lane.newborn) == Truth::yes;
  if (!told && !has_its_product(lane)) return false;
  lane.lane = Lane::elsewhere;
  lane.organisation = no_index;
  lane.planned = false;
  lane.already_done = true;
  if (rule != nullptr) lane.why = {told ? rule : &rule->by_document, Truth::yes, lane.newborn};
  return true;
}

// Whether a document that the service yields is at hand: of each newborn that the lane is about.
bool Planner::has_its_product(const ServiceLane& lane) const {
  if (store_.evidence.empty()) return false;
  return std::any_of(lane.service->outputs.begin(), lane.service->outputs.end(), [&](const Output& output) {
    if (output.evidence == no_index) return false;
    bool all = true;
    each_newborn(rules_.evidence[output.evidence].per_newborn, lane.newborn,
                 [&](std::uint16_t newborn) { all = all && at_hand(output.evidence, newborn); });
    return all;
  });
}

// A service that needs what another yields leaves the joint lane with it, unless the product is at hand some other way.
void Planner::follow_producers(ServiceLane& lane) {
  const auto consumer = rules_.index_of(*lane.service);
  for (const Supply& supply : rules_.supplies[consumer]) {
    for (const ServiceLane& producer : lanes_of(supply.producer)) {
      const bool same_newborn =
          lane.newborn == family || producer.newborn == family || lane.newborn == producer.newborn;
      if (!same_newborn || producer.lane == Lane::joint || producer.already_done) continue;
      if (at_hand(supply, producer.newborn) || needs(consumer, supply, lane.newborn) == Truth::no) continue;
      const auto& shares = supply.field != no_index ? rules_.field_sources[supply.field].shares
                                                    : rules_.evidence_sources[supply.evidence].shares;
      const Decision answered = shared(shares, consumer, lane.newborn);
      if (answered.truth == Truth::yes) continue;
      follow(lane, producer);
      if (answered.truth == Truth::unknown) leave_open(lane, *answered.rule);
      if (lane.lane != Lane::undetermined) return;
    }
  }
}

// Another channel takes both in; elsewhere each is done at its own office.
void Planner::follow(ServiceLane& lane, const ServiceLane& producer) {
  const auto service = rules_.index_of(*lane.service);
  lane.lane = producer.lane == Lane::undetermined ? Lane::undetermined : Lane::elsewhere;
  lane.planned = false;
  lane.organisation = producer.channel == no_index ? competent(service, lane.newborn) : no_index;
  lane.channel = producer.channel;
  lane.follows = rules_.index_of(*producer.service);
  lane.why = producer.why;
}

// While a share perhaps answers instead of the producer, nobody knows whether the service goes on.
void Planner::leave_open(ServiceLane& lane, const Rule& share) const {
  lane.lane = Lane::undetermined;
  lane.why = {&share, Truth::unknown, lane.newborn};
}

// Whether this service, for this newborn, needs what the supply is about.
Truth Planner::needs(Index consumer, const Supply& supply, std::uint16_t newborn) const {
  const Service& service = rules_.services[consumer];
  Truth needed = Truth::no;
  if (supply.field != no_index) {
    needed = needs_on_form(service, supply.field, newborn);
    if (needed != Truth::yes) needed = needed || needs_to_deliver(service, supply.field, newborn);
    if (needed != Truth::yes) needed = needed || needs_to_follow(consumer, supply.field, newborn);
    return needed;
  }
  for (const Requirement& requirement : service.requirements) {
    if (requirement.evidence == supply.evidence) needed = needed || table_->applies(requirement, newborn);
  }
  return needed;
}

Truth Planner::needs_on_form(const Service& service, Index field, std::uint16_t newborn) const {
  Truth needed = Truth::no;
  for (const FormEntry& entry : service.form) {
    if (entry.field != field || !entry.required) continue;
    needed = needed || (entry.when == no_index ? Truth::yes : table_->test(entry.when, newborn));
  }
  return needed;
}

// Whoever delivers the result cannot do without what the delivery's rule asks for.
Truth Planner::needs_to_deliver(const Service& service, Index field, std::uint16_t newborn) const {
  const Deliveries deliveries = deliveries_of(service, newborn);
  if (deliveries.surely_need(field)) return Truth::yes;
  const bool perhaps = std::any_of(deliveries.rules.begin(), deliveries.rules.end(), [field](const DeliveryRule* rule) {
    return std::find(rule->fields.begin(), rule->fields.end(), field) != rule->fields.end();
  });
  return perhaps ? Truth::unknown : Truth::no;
}

// What the form requires and nobody yields, shares or tells may follow from what another service yields.
Truth Planner::needs_to_follow(Index consumer, Index field, std::uint16_t newborn) const {
  const Slot source = rules_.fields[field].slot;
  Truth needed = Truth::no;
  for (const FormLine& line : rules_.services[consumer].lines) {
    const FieldSources& sources = rules_.field_sources[line.field];
    if (!line.required || line.own || sources.derived == no_index || !sources.producers.empty()) continue;
    const Truth on_form = line.when == no_index ? Truth::yes : table_->test(line.when, newborn);
    if (on_form == Truth::no) continue;
    each_newborn(line.per_newborn, newborn, [&](std::uint16_t whose) {
      if (!table_->follows_from({rules_.fields[line.field].slot.index, whose}, source)) return;
      const Truth shared_too = shared(sources.shares, consumer, whose).truth;
      if (shared_too == Truth::yes) return;
      needed = needed || (shared_too == Truth::unknown ? Truth::unknown : on_form);
    });
  }
  return needed;
}

// Whether the family or the hospital has the product already.
bool Planner::at_hand(const Supply& supply, std::uint16_t newborn) const {
  if (supply.field != no_index) {
    const Value& value = table_->value(rules_.fields[supply.field].slot, newborn);
    return !value.is_unknown() && !value.is_null();
  }
  return at_hand(supply.evidence, newborn);
}

// Whether a document was handed in, in whatever manner.
bool Planner::at_hand(Index evidence, std::uint16_t newborn) const {
  return std::any_of(store_.evidence.begin(), store_.evidence.end(), [&](const HandedIn& document) {
    return document.evidence == evidence && (document.newborn == newborn || document.newborn == family);
  });
}

}  // namespace birthcase
