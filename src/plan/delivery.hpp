/// How the result of a service comes to the family, and what the one who brings it must know.
#pragma once

#include "plan/situation.hpp"

#include <boost/container/small_vector.hpp>

namespace birthcase::planning {

/// The rules of which one says how a result comes: the last surely applies if it is settled.
struct Deliveries {
  boost::container::small_vector<const DeliveryRule*, 4> rules;
  bool settled = false;

  /// A field that every rule asks for is needed whichever of them it is.
  bool surely_need(FieldId field) const;
  bool perhaps_need(FieldId field) const;

  /// The rule by which the result comes, if that is known.
  const DeliveryRule* decided() const { return settled && rules.size() == 1 ? rules.front() : nullptr; }
};

/// Those that perhaps apply, up to and with the first that surely does. `witness` is told where a step depends on it.
Deliveries deliveries_of(const Situation& situation, ServiceId service, std::uint16_t newborn, Witness witness = {});

/// What is open about a step's delivery, and with it what the rules that perhaps apply ask for.
void leave_delivery_open(const Situation& situation, const Deliveries& deliveries, const Step& step, Open& open);

}  // namespace birthcase::planning
