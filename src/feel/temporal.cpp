#include "feel/temporal.hpp"

#include "feel/zones.hpp"

namespace birthcase::feel {

namespace {

constexpr std::int64_t seconds_per_day = 86'400;
constexpr std::int64_t nanoseconds_per_second = 1'000'000'000;
constexpr std::int64_t longest_duration = 100'000'000'000'000'000;  // seconds; sums of a few still fit 64 bits

constexpr std::int64_t floor_divide(std::int64_t dividend, std::int64_t divisor) noexcept {
  const std::int64_t quotient = dividend / divisor;
  return dividend % divisor < 0 ? quotient - 1 : quotient;
}

std::int64_t second_of_day(const CivilTime& time) noexcept { return time.hour * 3600 + time.minute * 60 + time.second; }

std::int64_t local_seconds(const CivilDateTime& moment) noexcept {
  return day_number(moment.date) * seconds_per_day + second_of_day(moment.time);
}

std::optional<std::int32_t> offset_at(const TimeZone& zone, std::int64_t seconds) {
  if (!zone.given) return std::nullopt;
  return zone.name ? zone_offset(*zone.name, seconds) : zone.offset;
}

CivilTime with_clock(const CivilTime& time, std::int64_t second, std::int64_t nanosecond) {
  CivilTime result = time;
  result.hour = static_cast<std::uint8_t>(second / 3600);
  result.minute = static_cast<std::uint8_t>(second / 60 % 60);
  result.second = static_cast<std::uint8_t>(second % 60);
  result.nanosecond = static_cast<std::uint32_t>(nanosecond);
  return result;
}

}  // namespace

bool is_leap_year(std::int32_t year) noexcept { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

std::uint8_t days_in_month(std::int32_t year, int month) noexcept {
  if (month == 2) return is_leap_year(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool is_valid(const CivilDate& date) noexcept {
  return date.year >= -last_year && date.year <= last_year && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= days_in_month(date.year, date.month);
}

// Howard Hinnant's `days_from_civil`: eras of 400 years, years that begin in March.
std::int64_t day_number(const CivilDate& date) noexcept {
  const std::int64_t year = std::int64_t{date.year} - (date.month <= 2 ? 1 : 0);
  const std::int64_t era = floor_divide(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * ((date.month + 9) % 12) + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146'097 + day_of_era - 719'468;
}

std::optional<CivilDate> from_day_number(std::int64_t days) noexcept {
  constexpr std::int64_t farthest = std::int64_t{last_year} * 366;
  if (days > farthest || days < -farthest) return std::nullopt;
  days += 719'468;
  const std::int64_t era = floor_divide(days, 146'097);
  const std::int64_t day_of_era = days - era * 146'097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const std::int64_t day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  const std::int64_t month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  if (year > last_year || year < -last_year) return std::nullopt;
  return CivilDate{static_cast<std::int32_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

std::optional<std::int32_t> offset_of(const CivilTime& time) { return offset_at(time.zone, second_of_day(time)); }

std::optional<std::int32_t> offset_of(const CivilDateTime& moment) {
  return offset_at(moment.time.zone, local_seconds(moment));
}

Instant instant(const CivilDateTime& moment) {
  return {local_seconds(moment) - offset_of(moment).value_or(0), static_cast<std::int32_t>(moment.time.nanosecond)};
}

Instant instant(const CivilTime& time) {
  return {second_of_day(time) - offset_of(time).value_or(0), static_cast<std::int32_t>(time.nanosecond)};
}

std::optional<DaysDuration> duration(std::int64_t seconds, std::int64_t nanoseconds) noexcept {
  seconds += nanoseconds / nanoseconds_per_second;
  nanoseconds %= nanoseconds_per_second;
  if (seconds > 0 && nanoseconds < 0) {
    --seconds;
    nanoseconds += nanoseconds_per_second;
  } else if (seconds < 0 && nanoseconds > 0) {
    ++seconds;
    nanoseconds -= nanoseconds_per_second;
  }
  if (seconds > longest_duration || seconds < -longest_duration) return std::nullopt;
  return DaysDuration{seconds, static_cast<std::int32_t>(nanoseconds)};
}

std::optional<DaysDuration> difference(const Instant& later, const Instant& earlier) noexcept {
  return duration(later.seconds - earlier.seconds, std::int64_t{later.nanoseconds} - earlier.nanoseconds);
}

std::optional<CivilDate> plus(const CivilDate& date, const MonthsDuration& duration) noexcept {
  constexpr std::int64_t farthest = std::int64_t{last_year} * 24 + 24;
  if (duration.months > farthest || duration.months < -farthest) return std::nullopt;
  const std::int64_t months = std::int64_t{date.year} * 12 + date.month - 1 + duration.months;
  const std::int64_t year = floor_divide(months, 12);
  if (year > last_year || year < -last_year) return std::nullopt;
  CivilDate result{static_cast<std::int32_t>(year), static_cast<std::uint8_t>(months - year * 12 + 1), date.day};
  const std::uint8_t last_day = days_in_month(result.year, result.month);
  if (result.day > last_day) result.day = last_day;
  return result;
}

std::optional<CivilDateTime> plus(const CivilDateTime& moment, const DaysDuration& duration) noexcept {
  std::int64_t seconds = local_seconds(moment) + duration.seconds;
  std::int64_t nanoseconds = std::int64_t{moment.time.nanosecond} + duration.nanoseconds;
  const std::int64_t carry = floor_divide(nanoseconds, nanoseconds_per_second);
  seconds += carry;
  nanoseconds -= carry * nanoseconds_per_second;
  const std::int64_t days = floor_divide(seconds, seconds_per_day);
  const auto date = from_day_number(days);
  if (!date) return std::nullopt;
  return CivilDateTime{*date, with_clock(moment.time, seconds - days * seconds_per_day, nanoseconds)};
}

std::optional<CivilDate> plus(const CivilDate& date, const DaysDuration& duration) noexcept {
  const auto moment = plus(midnight(date), duration);
  return moment ? std::optional(moment->date) : std::nullopt;
}

CivilTime plus(const CivilTime& time, const DaysDuration& duration) noexcept {
  std::int64_t nanoseconds = std::int64_t{time.nanosecond} + duration.nanoseconds;
  const std::int64_t carry = floor_divide(nanoseconds, nanoseconds_per_second);
  const std::int64_t seconds = second_of_day(time) + duration.seconds % seconds_per_day + carry;
  return with_clock(time, seconds - floor_divide(seconds, seconds_per_day) * seconds_per_day,
                    nanoseconds - carry * nanoseconds_per_second);
}

MonthsDuration months_between(const CivilDate& from, const CivilDate& to) noexcept {
  std::int64_t months = (std::int64_t{to.year} - from.year) * 12 + (std::int64_t{to.month} - from.month);
  if (months > 0 && to.day < from.day) --months;
  if (months < 0 && to.day > from.day) ++months;
  return {months};
}

}  // namespace birthcase::feel
