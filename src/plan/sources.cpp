#include "plan/sources.hpp"

namespace birthcase::planning {

Truth produced(const Lanes& lanes, ServiceSet producers, std::uint16_t newborn) {
  Truth any = Truth::no;
  producers.each([&](ServiceId producer) {
    for (const ServiceLane& lane : lanes.of(producer)) {
      if (!concerns(lane.newborn, newborn)) continue;
      if (lane.lane == Lane::undetermined) any = any || Truth::unknown;
      if (lane.planned) any = Truth::yes;
    }
  });
  return any;
}

Decision shared(const Situation& situation, std::span<const ShareId> shares, ServiceId service, std::uint16_t newborn,
                Witness witness) {
  Decision decision;
  Decision failure;
  for (const ShareId index : shares) {
    const DataShare& share = situation.rules().shares[index];
    if (!share.services.has(service)) continue;
    const Truth covers = situation.applies(share, newborn);
    witness.asked(share, newborn, covers);
    const Rule* failed = covers == Truth::yes ? failed_look_up(situation, index, newborn) : nullptr;
    if (failed != nullptr) {
      failure = {Truth::no, failed, index};
      continue;
    }
    if (covers == Truth::yes) return {covers, &share, index};
    if (decision.truth == Truth::no) decision = {covers, &share, index};
  }
  return decision.truth == Truth::no && failure.rule != nullptr ? failure : decision;
}

Decision absorbed(const Situation& situation, std::span<const AbsorptionId> absorptions, std::uint16_t newborn) {
  Decision decision;
  for (const AbsorptionId index : absorptions) {
    const Absorption& absorption = situation.rules().absorptions[index];
    const Truth applies = situation.applies(absorption, newborn);
    situation.witness().asked(absorption, newborn, applies);
    if (applies == Truth::yes) return {applies, &absorption};
    if (applies == Truth::unknown && decision.truth == Truth::no) decision = {applies, &absorption};
  }
  return decision;
}

const Rule* failed_look_up(const Situation& situation, ShareId share, std::uint16_t newborn) {
  if (situation.look_ups().empty()) return nullptr;
  const Rules& rules = situation.rules();
  const LookUpState state = state_of_look_up(rules, situation.look_ups(), share, newborn);
  if (state == LookUpState::not_found) return &rules.shares[share].if_not_found;
  return state == LookUpState::not_available ? &rules.shares[share].if_not_available : nullptr;
}

LookUpState state_of_look_up(const Rules& rules, std::span<const LookUp> noted, ShareId share, std::uint16_t newborn) {
  const bool each = rules.shares[share].per_newborn;
  LookUpState state = LookUpState::open;
  for (const LookUp& look_up : noted) {
    if (look_up.share != share || (each && newborn != family && look_up.newborn != newborn)) continue;
    if (failed(look_up.state)) return look_up.state;
    if (state == LookUpState::open) state = look_up.state;
  }
  return state;
}

}  // namespace birthcase::planning
