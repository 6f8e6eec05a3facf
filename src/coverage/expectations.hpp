// What a suggested case expects: what the plan says now about what a rule touches.
#pragma once

#include "coverage/targets.hpp"

#include <boost/json/object.hpp>

#include <span>

namespace birthcase::coverage {

/// The member `expect` of a case that shows these.
boost::json::object expectations(const Plan& plan, std::span<const Target> targets);

}  // namespace birthcase::coverage
