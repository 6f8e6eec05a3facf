// Connectors carry what waits in the outbox to the departments.
#pragma once

#include "agenda.hpp"
#include "departments.hpp"
#include "dice.hpp"
#include "office.hpp"
#include "tally.hpp"

#include <cstdint>
#include <string>

namespace city {

class Connectors {
 public:
  Connectors(Office& office, Departments& departments, Agenda& agenda, std::uint64_t seed)
      : office_(office), departments_(departments), agenda_(agenda), dice_(seed ^ 0xCA441Eu) {}

  /// One of them is going to look before long.
  void call();

  /// Carries until nothing waits any more, at the end of the year; how many messages that were.
  std::uint64_t carry_all();

 private:
  void look();
  std::uint64_t carry(const std::string& connector);

  Office& office_;
  Departments& departments_;
  Agenda& agenda_;
  Dice dice_;
  bool called_ = false;
};

}  // namespace city
