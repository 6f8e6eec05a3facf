/// Who answers before the family is asked: other services of the case, and organisations' data.
#pragma once

#include "plan/lanes.hpp"

namespace birthcase::planning {

/// An answer and the rule that gave it.
struct Decision {
  Truth truth = Truth::no;
  const Rule* rule = nullptr;
  ShareId share{};  ///< where it is a share, or its look-up that failed
};

/// Whether one of these services yields something for this newborn, in this case.
Truth produced(const Lanes& lanes, ServiceSet producers, std::uint16_t newborn);

/// The first share that answers; if none does, the one that perhaps does, else the one whose look-up failed, else the
/// last that does not. `witness` is told where a document depends on it.
Decision shared(const Situation& situation, std::span<const ShareId> shares, ServiceId service, std::uint16_t newborn,
                Witness witness = {});

/// The first absorption that surely applies; else the first that perhaps does.
Decision absorbed(const Situation& situation, std::span<const AbsorptionId> absorptions, std::uint16_t newborn);

/// The rule that says why a share does not count though it covers the family: its look-up came to nothing.
const Rule* failed_look_up(const Situation& situation, ShareId share, std::uint16_t newborn);

/// What has become of a look-up, of those that were noted. Asked for the family where each newborn has one: the state
/// of one that failed, else of the first.
LookUpState state_of_look_up(const Rules& rules, std::span<const LookUp> noted, ShareId share, std::uint16_t newborn);

}  // namespace birthcase::planning
