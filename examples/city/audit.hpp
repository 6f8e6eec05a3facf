// What must hold when the year is over, looked up in the file alone.
#pragma once

#include <birthcase/date.hpp>

#include "agenda.hpp"
#include "office.hpp"
#include "tally.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace city {

/// The cases and promises of a file.
struct Balance {
  Counts cases{};                            ///< by outcome: `closed`, `open: a department has it`
  std::map<std::string, Counts> promises{};  ///< by service, then by standing
  std::uint64_t events = 0;
  std::uint64_t messages = 0;
  std::uint64_t answered_twice = 0;  ///< messages that got the same answer again
  std::string digest{};              ///< of the chains
};

/// Adds to the tally's faults: a broken chain, a case that is open though nobody is waited for, a message with two
/// effects, an outbox that is not drained, a birth that two cases have accepted.
Balance audit(Office& office, const Agenda& agenda, Tally& tally);

}  // namespace city
