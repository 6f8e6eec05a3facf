#include "plan/shapes/periods.hpp"

#include "profile/every_rule.hpp"

#include <algorithm>

namespace birthcase {

Periods::Periods(const Rules& rules) {
  add(rules.valid);
  profile::each_rule(rules, [this](const Rule& rule) { add(rule.valid); });
  std::sort(first_days_.begin(), first_days_.end());
  first_days_.erase(std::unique(first_days_.begin(), first_days_.end()), first_days_.end());
}

void Periods::add(const Validity& valid) {
  if (valid.from) first_days_.push_back(*valid.from);
  if (valid.until) first_days_.push_back(*valid.until + boost::gregorian::days(1));
}

std::uint32_t Periods::of(Date day) const noexcept {
  const auto later = std::upper_bound(first_days_.begin(), first_days_.end(), day);
  return static_cast<std::uint32_t>(later - first_days_.begin());
}

}  // namespace birthcase
