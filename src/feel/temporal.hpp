/// Dates, times and durations: their text and their arithmetic. What leaves the calendar's range is empty.
#pragma once

#include <birthcase/value.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace birthcase::feel {

constexpr std::int32_t last_year = 999'999'999;  ///< the first is its negative

/// Reading their text; empty for another form or a moment that does not exist.
std::optional<CivilDate> read_date(std::string_view text);
std::optional<CivilTime> read_time(std::string_view text);
std::optional<CivilDateTime> read_date_time(std::string_view text);  ///< needs the part after the `T`

/// A duration of either kind, or null.
Value read_duration(std::string_view text);

/// What `@"…"` holds: a date, time, date and time or duration; null for anything else.
Value read_temporal(std::string_view text);

bool is_leap_year(std::int32_t year) noexcept;
std::uint8_t days_in_month(std::int32_t year, int month) noexcept;
bool is_valid(const CivilDate& date) noexcept;

/// Days since 1970-01-01.
std::int64_t day_number(const CivilDate& date) noexcept;
std::optional<CivilDate> from_day_number(std::int64_t days) noexcept;

/// A point on a line of seconds: since 1970 for moments, since midnight for times; in UTC if a zone is given.
struct Instant {
  std::int64_t seconds = 0;
  std::int32_t nanoseconds = 0;  // never negative

  friend auto operator<=>(const Instant&, const Instant&) = default;
};

Instant instant(const CivilDateTime& moment);
Instant instant(const CivilTime& time);

/// Seconds east of UTC, or nothing where no zone is given.
std::optional<std::int32_t> offset_of(const CivilTime& time);
std::optional<std::int32_t> offset_of(const CivilDateTime& moment);

std::optional<DaysDuration> difference(const Instant& later, const Instant& earlier) noexcept;
std::optional<DaysDuration> duration(std::int64_t seconds, std::int64_t nanoseconds) noexcept;  ///< normalised

std::optional<CivilDate> plus(const CivilDate& date, const MonthsDuration& duration) noexcept;
std::optional<CivilDate> plus(const CivilDate& date, const DaysDuration& duration) noexcept;
std::optional<CivilDateTime> plus(const CivilDateTime& moment, const DaysDuration& duration) noexcept;
CivilTime plus(const CivilTime& time, const DaysDuration& duration) noexcept;

/// A moment at the start of a day.
inline CivilDateTime midnight(const CivilDate& date) { return {date, {}}; }

/// Whole months from one day to another, negative if the other is earlier.
MonthsDuration months_between(const CivilDate& from, const CivilDate& to) noexcept;

}  // namespace birthcase::feel
