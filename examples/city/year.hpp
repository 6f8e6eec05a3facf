// A city's year: families, windows, connectors and departments around one file.
#pragma once

#include "audit.hpp"
#include "place.hpp"
#include "tally.hpp"

#include <cstdint>
#include <string>

namespace city {

struct Year {
  Tally tally{};
  Balance balance{};
  double seconds = 0;  ///< that the year took, without the audit
  double audit_seconds = 0;
  std::uintmax_t bytes = 0;  ///< of the file and its log
};

/// Lives it. The same arguments give the same year, save for the salts in the file.
Year live(const Place& place, std::uint32_t families, std::uint64_t seed, const std::string& file);

}  // namespace city
