// One random life of a case.
#pragma once

#include <birthcase/case.hpp>

#include "case_story.hpp"
#include "invariants.hpp"

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace birthcase::model {

/// How often each kind of command was done or refused, over all lives.
struct Tally {
  std::map<std::string, std::uint64_t> done;
  std::map<std::string, std::uint64_t> refused;  ///< by code
  std::uint64_t events = 0;
  std::uint64_t messages = 0;
  std::uint64_t closed = 0;
};

/// Opens one of the examples and sends it random commands: likely ones, unlikely ones and impossible ones.
class Life {
 public:
  Life(std::uint64_t seed, Tally& tally);

  /// Lives it. Faults are sentences with what led there.
  Faults run();

  const std::vector<Event>& log() const noexcept { return log_; }

 private:
  CommandBody next_command();
  commands::Open open();
  commands::Answer answer();
  CommandBody look_up();
  commands::Supplement supplement();
  commands::Correct correct();
  commands::Defer defer();
  commands::RepairClock repair();
  void jump_ahead();
  void carry_out(const Command& command);
  std::vector<NamedFact> results_of(const CaseStep& step);
  NamedFact some_fact();
  std::string some_step();

  bool chance(int percent) { return static_cast<int>(random_() % 100) < percent; }
  template <class Items>
  const auto& any(const Items& items) {
    return items[random_() % items.size()];
  }

  std::mt19937_64 random_;
  Tally& tally_;
  Case state_;
  DateTime now_;
  std::vector<Event> log_;
  std::vector<Message> sent_;
  Faults faults_;
};

}  // namespace birthcase::model
