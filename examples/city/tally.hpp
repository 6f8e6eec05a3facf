// What is counted while the year goes by.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace city {

using Counts = std::map<std::string, std::uint64_t>;

struct Tally {
  Counts happened{};  ///< in the families' lives: `twins`, `draft left unfinished`
  Counts done{};      ///< commands by kind
  Counts refused{};   ///< by code
  Counts events{};    ///< by kind
  Counts remarks{};   ///< findings of done commands, by code
  std::uint64_t carried = 0;
  std::uint64_t carried_again = 0;
  std::uint64_t power_cuts = 0;
  std::uint64_t cut_after_keeping = 0;

  /// What must never be. Any of these fails the run.
  std::vector<std::string> faults{};

  void fault(std::string what) { faults.push_back(std::move(what)); }
  void note(std::string_view what) { ++happened[std::string(what)]; }
};

}  // namespace city
