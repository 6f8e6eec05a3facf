#include "plan/lanes.hpp"

#include "plan/competence.hpp"
#include "plan/needs.hpp"
#include "plan/planning_tables.hpp"
#include "plan/sources.hpp"

#include <algorithm>

namespace birthcase::planning {
namespace {

// A lane of each service for whom it is done, undecided.
Lanes all_lanes(const Situation& situation) {
  const auto& services = situation.rules().services;
  Lanes lanes;
  lanes.all.reserve(services.size() * situation.newborns());
  lanes.first.reserve(services.size() + 1);
  for (const Service& service : services) {
    lanes.first.push_back(static_cast<std::uint16_t>(lanes.all.size()));
    situation.each_newborn(service.per_newborn, family, [&](std::uint16_t newborn) {
      lanes.all.push_back({.service = &service, .newborn = newborn});
    });
  }
  lanes.first.push_back(static_cast<std::uint16_t>(lanes.all.size()));
  return lanes;
}

// The rule that says that nobody offers it to this family, here or anywhere. It decides before all others: a
// window that handles the service for nobody would send the family on for nothing.
const LaneRule* pointless_by(const Situation& situation, ServiceId service, std::uint16_t newborn) {
  const auto& rules = situation.rules().lanes;
  const auto at = std::find_if(rules.begin(), rules.end(), [&](const LaneRule& rule) {
    return rule.is_pointless() && rule.services.has(service) && situation.applies(rule, newborn) == Truth::yes;
  });
  return at == rules.end() ? nullptr : &*at;
}

// Whether a document was handed in, in whatever manner.
bool at_hand(const Situation& situation, EvidenceId evidence, std::uint16_t newborn) {
  const auto documents = situation.handed_in();
  return std::any_of(documents.begin(), documents.end(), [&](const HandedIn& document) {
    return document.evidence == evidence && (document.newborn == newborn || document.newborn == family);
  });
}

// Whether the family or the hospital has the product already.
bool at_hand(const Situation& situation, const Supply& supply, std::uint16_t newborn) {
  if (const auto* const evidence = std::get_if<EvidenceId>(&supply.product)) {
    return at_hand(situation, *evidence, newborn);
  }
  const FactRef fact = situation.rules().fields[std::get<FieldId>(supply.product)].slot.of(newborn);
  return !situation.is_unknown(fact) && !situation.is_null(fact);
}

// Whether a document that the service yields is at hand: of each newborn that the lane is about.
bool has_its_product(const Situation& situation, const ServiceLane& lane) {
  if (situation.handed_in().empty()) return false;
  const auto& outputs = lane.service->outputs;
  return std::any_of(outputs.begin(), outputs.end(), [&](const Product& product) {
    const auto* const evidence = std::get_if<EvidenceId>(&product);
    if (evidence == nullptr) return false;
    bool all = true;
    situation.each_newborn(situation.rules().evidence[*evidence].per_newborn, lane.newborn,
                           [&](std::uint16_t newborn) { all = all && at_hand(situation, *evidence, newborn); });
    return all;
  });
}

// Done is done, wherever that was: by what the rule goes by, else by a document that the service yields and that was
// handed in, though nobody has told its number. What this case itself has yielded is no reason.
bool was_done_before(const Situation& situation, ServiceLane& lane) {
  const Rules& rules = situation.rules();
  const CompletedService here{rules.id_of(*lane.service), lane.newborn};
  const auto completed = situation.completed();
  if (std::find(completed.begin(), completed.end(), here) != completed.end()) return false;
  const DoneId done = links_of(rules).done[here.service];
  const DoneRule* const rule = done == no_index ? nullptr : &rules.done[done];
  const Truth applies = rule == nullptr ? Truth::no : situation.applies(*rule, lane.newborn);
  if (rule != nullptr) situation.witness().asked(*rule, lane.newborn, applies);
  const bool told = applies == Truth::yes;
  if (told) situation.witness().chose(*rule);
  if (!told && !has_its_product(situation, lane)) return false;
  lane.lane = Lane::elsewhere;
  lane.organisation = no_index;
  lane.planned = false;
  lane.already_done = true;
  if (rule != nullptr) lane.why = {told ? rule : &rule->by_document, Truth::yes, lane.newborn};
  return true;
}

// Takes the lane that a rule decides.
void take(const Situation& situation, const LaneRule& rule, Truth applies, ServiceLane& lane, Open& open) {
  lane.lane = applies == Truth::yes ? rule.lane : Lane::undetermined;
  lane.planned = lane.lane == Lane::joint;
  lane.why = {&rule, applies, lane.newborn};
  if (lane.lane != Lane::elsewhere && lane.lane != Lane::not_offered) return;
  const bool own_office = lane.lane == Lane::elsewhere && rule.organisation == no_index && rule.channel == no_index;
  const auto service = situation.rules().id_of(*lane.service);
  lane.organisation = own_office ? competent(situation, service, lane.newborn, open) : rule.organisation;
  lane.channel = rule.channel;
  lane.already_done = rule.already_done;
}

// Without a joint window every service is done at its own office, and the plan says how.
void choose_lane(const Situation& situation, ServiceLane& lane, Open& open) {
  const Rules& rules = situation.rules();
  const auto service = rules.id_of(*lane.service);
  lane.lane = rules.joint ? Lane::joint : Lane::elsewhere;
  if (was_done_before(situation, lane)) return;
  const LaneRule* const pointless = pointless_by(situation, service, lane.newborn);
  for (const LaneRule& rule : rules.lanes) {
    if (!rule.services.has(service) || (pointless != nullptr && pointless != &rule)) continue;
    const Truth applies = situation.applies(rule, lane.newborn);
    situation.witness().asked(rule, lane.newborn, applies);
    if (applies == Truth::yes) situation.witness().chose(rule, service);
    if (applies != Truth::no) return take(situation, rule, applies, lane, open);
  }
  if (!rules.joint) lane.organisation = competent(situation, service, lane.newborn, open);
}

// Another channel takes both in; elsewhere each is done at its own office.
void follow(const Situation& situation, const ServiceLane& producer, ServiceLane& lane, Open& open) {
  const Rules& rules = situation.rules();
  lane.lane = producer.lane == Lane::undetermined ? Lane::undetermined : Lane::elsewhere;
  lane.planned = false;
  lane.organisation =
      producer.channel == no_index ? competent(situation, rules.id_of(*lane.service), lane.newborn, open) : no_index;
  lane.channel = producer.channel;
  lane.follows = rules.id_of(*producer.service);
  lane.why = producer.why;
}

// While a share perhaps answers instead of the producer, nobody knows whether the service goes on.
void leave_open(ServiceLane& lane, const Rule& share) {
  lane.lane = Lane::undetermined;
  lane.why = {&share, Truth::unknown, lane.newborn};
}

// Whether the service must wait for what this producer yields elsewhere; perhaps, while a share may answer instead.
Decision waits_elsewhere(const Situation& situation, const ServiceLane& lane, const Supply& supply,
                         const ServiceLane& producer) {
  const Rules& rules = situation.rules();
  const auto consumer = rules.id_of(*lane.service);
  const bool same_newborn = concerns(lane.newborn, producer.newborn);
  if (!same_newborn || producer.lane == Lane::joint || producer.already_done) return {Truth::no};
  if (at_hand(situation, supply, producer.newborn)) return {Truth::no};
  if (needs(situation, consumer, supply, lane.newborn) == Truth::no) return {Truth::no};
  Decision answered = shared(situation, links_of(rules).shares_of(supply.product), consumer, lane.newborn);
  answered.truth = !answered.truth;
  return answered;
}

// A service that needs what another yields leaves the joint lane with it, unless the product is at hand some other way.
void follow_producers(const Situation& situation, Lanes& lanes, ServiceLane& lane) {
  const Rules& rules = situation.rules();
  for (const Supply& supply : links_of(rules).supplies[rules.id_of(*lane.service)]) {
    for (const ServiceLane& producer : lanes.of(supply.producer)) {
      const Decision waits = waits_elsewhere(situation, lane, supply, producer);
      if (waits.truth == Truth::no) continue;
      follow(situation, producer, lane, lanes.open);
      if (waits.truth == Truth::unknown) leave_open(lane, *waits.rule);
      if (lane.lane != Lane::undetermined) return;
    }
  }
}

}  // namespace

Lanes choose_lanes(const Situation& situation) {
  const Rules& rules = situation.rules();
  Lanes lanes = all_lanes(situation);
  for (const ServiceId service : links_of(rules).order) {
    const std::size_t at = service.place();
    for (ServiceLane& lane : std::span(lanes.all).subspan(lanes.first[at], lanes.first[at + 1] - lanes.first[at])) {
      choose_lane(situation, lane, lanes.open);
      if (rules.joint && lane.planned) follow_producers(situation, lanes, lane);
    }
  }
  return lanes;
}

}  // namespace birthcase::planning
