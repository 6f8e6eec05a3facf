/// The days on which it changes which rules are in force.
#pragma once

#include <birthcase/rules.hpp>

#include <cstdint>
#include <vector>

namespace birthcase {

class Periods {
 public:
  explicit Periods(const Rules& rules);

  /// The same number for days between which no rule, and no profile, begins or ends.
  std::uint32_t of(Date day) const noexcept;

 private:
  void add(const Validity& valid);

  std::vector<Date> first_days_;  // of each period but the first
};

}  // namespace birthcase
