/// The same birth opened twice: at another window, through another channel.
#pragma once

#include <birthcase/case.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase {

/// What tells one birth from another.
struct BirthKey {
  std::string case_id{};
  std::uint16_t newborn = 0;
  std::string mother_id_number{};
  std::optional<DateTime> born_at{};
  std::optional<std::int64_t> order{};  ///< of birth: twins differ in it
};

/// The births of a case that can be told from others; none where the mother's number or the time is not known.
std::vector<BirthKey> birth_keys(const Case& state);

enum class Likeness : std::uint8_t {
  different,
  similar,         ///< a person should look: the number with one slip, or the same mother too soon
  exact,           ///< the same mother, the same minute, the same order
#ifndef near       // <windows.h> defines it away
  near = similar,  ///< the older name
#endif
};
std::string_view to_string(Likeness likeness) noexcept;

/// How alike two births are. Two of one mother on one day with different orders are twins, never duplicates. Two of one
/// mother that are up to `spacing_days` apart are near: nature leaves more time between them. 0: only a day is looked
/// at.
Likeness likeness(const BirthKey& a, const BirthKey& b, int spacing_days = 0);

/// Births further apart in time than this, and than the spacing, are never alike: an index by time finds all that can
/// be.
inline constexpr int likeness_hours = 24;

}  // namespace birthcase
