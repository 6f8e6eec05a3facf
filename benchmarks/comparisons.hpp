// A store beside its database alone.
#pragma once

#include "bare.hpp"

#include <cstdint>
#include <string>

namespace birthcase::bench {

/// Prints what an acceptance through a desk takes, durable, beside the same bytes as one row. `alone` names the
/// database.
void compare_acceptance(const std::string& location, Bare& bare, const char* alone);

struct Rate {
  double by_the_clock = 0;  ///< events a second
  double by_processor = 0;  ///< events a second of processor time
};

/// Whole lives, so many by each writer, who has a handle of its own. Ends the program where they are not all kept.
Rate rate_of_lives(const std::string& location, unsigned count, std::uint32_t lives_each);

}  // namespace birthcase::bench
