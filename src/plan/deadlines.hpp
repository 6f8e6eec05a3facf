/// The sixth phase: when each step is due. Reads when the case was accepted, besides what the route says.
#pragma once

#include "plan/route.hpp"

#include <boost/container/small_vector.hpp>

#include <optional>

namespace birthcase::planning {

struct Deadlines {
  boost::container::small_vector<std::optional<Due>, 8> due;  ///< by step
  std::optional<Due> last;                                    ///< when the last result is due, if that is known of each
  std::vector<Finding> findings;                              ///< what the calendar does not know
  bool needs_time = false;  ///< a promise counts minutes, and the time of acceptance is not known
};

/// The moment of acceptance as far as it is known: the application's, or any time of the day that is planned for.
Due moment_of_acceptance(const Rules& rules, const FactTable& table, Date as_of);

/// Each step by what was promised, yet never before what it waits for.
Deadlines set_deadlines(const Rules& rules, Date as_of, const Due& accepted, const Route& route);

}  // namespace birthcase::planning
