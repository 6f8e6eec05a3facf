// Which statuses birthcase.h says that a function may answer.
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

/// Every kind of input error.
inline constexpr Statuses input_errors{BIRTHCASE_SYNTAX,       BIRTHCASE_UNKNOWN_NAME, BIRTHCASE_WRONG_TYPE,
                                       BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_ENCODING,     BIRTHCASE_CONTRADICTION,
                                       BIRTHCASE_MISSING};

/// Of a call that was given nothing that can be wrong. Memory does not run out here, and a defect is never in order.
inline constexpr Statuses only_ok{BIRTHCASE_OK};

inline constexpr Statuses parsing = only_ok | input_errors;
inline constexpr Statuses planning{BIRTHCASE_OK, BIRTHCASE_SYNTAX, BIRTHCASE_OUT_OF_RANGE, BIRTHCASE_MISSING,
                                   BIRTHCASE_ENCODING};

}  // namespace fuzz
