/// The change of clocks that a zone repeats every year.
#pragma once

#include <cstdint>
#include <span>

namespace birthcase::feel {

/// How many numbers such a rule has in ICU's data.
inline constexpr std::size_t zone_rule_size = 11;

/// Seconds that clocks are ahead of the zone's standard time at a moment: the rule's savings, or 0.
/// @param rule as in the table `Rules` of `zoneinfo64`: when summer time begins, when it ends, and the savings. Each of
///   the two is a month from 0 on, a day, a weekday from 1 (Sunday) on, a time in seconds, and what clock shows it. A
///   day of 0 stands for no summer time at all; with a weekday of 0 the day is that of the month; with a positive
///   weekday it counts those of the month, a negative day from its end; with a negative weekday the day of that kind is
///   meant which is the first on or after the day, or the last on or before the negative day.
/// @param offset seconds from UTC to the zone's standard time
/// @param seconds since 1970-01-01T00:00:00Z
std::int32_t savings_at(std::span<const std::int32_t, zone_rule_size> rule, std::int32_t offset, std::int64_t seconds);

}  // namespace birthcase::feel
