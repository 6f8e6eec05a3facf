/// Who does what, after whom, with which data, by when.
#pragma once

#include <birthcase/calendar.hpp>
#include <birthcase/rules.hpp>
#include <birthcase/why.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace birthcase {

/// Places in a list of the plan.
struct Places {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

/// One service for the family or for one newborn.
struct Step {
  const Service* service = nullptr;
  std::uint16_t newborn = FactRef::family;
  OrganisationId organisation{};  ///< who decides
  OrganisationId operated_by{};   ///< who stands at the window; none while that is not decided
  Places after;                   ///< in `Plan::places`: steps whose product this one needs
  Places payload_fields;          ///< in `Plan::places`: of `Plan::form.fields`
  Places payload_evidence;        ///< in `Plan::places`: of `Plan::evidence`
  std::optional<Due> due;         ///< absent where it cannot be known; the findings say why
  const Promise* promise = nullptr;
  const DeliveryRule* delivery = nullptr;
};

}  // namespace birthcase
