// What a plan costs a family in the terms of the reform: trips, and papers to bring on them.
#pragma once

#include <birthcase/plan.hpp>

#include <cstdint>

namespace birthcase::capi {

/// How often the family goes somewhere: once to a joint window, if it handles anything, and once for each service that
/// it does not handle, unless that was done before, is optional, is offered nowhere, or is not known yet.
std::int64_t trips(const Plan& plan);

/// What is brought on all trips together. A document that two trips need is counted for each.
struct Papers {
  std::int64_t documents = 0;
  std::int64_t sheets = 0;  ///< originals and copies
};
Papers papers(const Plan& plan);

}  // namespace birthcase::capi
