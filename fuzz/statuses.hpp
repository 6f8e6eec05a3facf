// Sets of statuses. documented.hpp says which ones a function may answer.
#pragma once

#include "birthcase.h"

#include <cstdint>
#include <initializer_list>

namespace fuzz {

class Statuses {
 public:
  constexpr Statuses(std::initializer_list<birthcase_status> documented) noexcept {
    for (const birthcase_status status : documented) bits_ |= bit(status);
  }

  constexpr bool has(birthcase_status status) const noexcept {
    return status >= 0 && status < 32 && (bits_ & bit(status)) != 0;
  }

  constexpr Statuses less(birthcase_status status) const noexcept {
    Statuses left = *this;
    left.bits_ &= ~bit(status);
    return left;
  }

  friend constexpr Statuses operator|(Statuses left, Statuses right) noexcept {
    left.bits_ |= right.bits_;
    return left;
  }

 private:
  static constexpr std::uint32_t bit(birthcase_status status) noexcept {
    return std::uint32_t{1} << static_cast<unsigned>(status);
  }
  std::uint32_t bits_ = 0;
};

/// Of a call that was given nothing that can be wrong. Memory does not run out here, and a defect is never in order.
inline constexpr Statuses only_ok{BIRTHCASE_OK};

}  // namespace fuzz
