#include "feel/zone_rule.hpp"

#include <chrono>
#include <cstdlib>

namespace birthcase::feel {
namespace {

namespace chrono = std::chrono;

constexpr std::size_t numbers_of_change = 5;
enum Clock : std::int32_t { wall_clock, standard_clock, utc_clock };

using Change = std::span<const std::int32_t, numbers_of_change>;

chrono::sys_days nth_weekday(chrono::year_month month, std::int32_t n, chrono::weekday weekday) {
  if (n > 0) return chrono::sys_days(month / weekday[static_cast<unsigned>(n)]);
  return chrono::sys_days(month / weekday[chrono::last]) + chrono::weeks(n + 1);
}

chrono::sys_days day_of(Change change, chrono::year year) {
  const std::int32_t day = change[1];
  const std::int32_t weekday_as_written = change[2];
  const auto month = year / chrono::month(static_cast<unsigned>(change[0] + 1));
  const chrono::sys_days date = month / chrono::day(static_cast<unsigned>(std::abs(day)));
  if (weekday_as_written == 0) return date;
  const chrono::weekday weekday(static_cast<unsigned>(std::abs(weekday_as_written) - 1));
  if (weekday_as_written > 0) return nth_weekday(month, day, weekday);
  const chrono::weekday there(date);
  return day > 0 ? date + (weekday - there) : date - (there - weekday);
}

// In seconds of the zone's standard time.
std::int64_t moment_of(Change change, chrono::year year, std::int32_t offset, std::int32_t savings) {
  const std::int64_t moment = chrono::seconds(day_of(change, year).time_since_epoch()).count() + change[3];
  if (change[4] == utc_clock) return moment + offset;
  return change[4] == wall_clock ? moment - savings : moment;
}

}  // namespace

std::int32_t savings_at(std::span<const std::int32_t, zone_rule_size> rule, std::int32_t offset, std::int64_t seconds) {
  const auto begin = rule.subspan<0, numbers_of_change>();
  const auto end = rule.subspan<numbers_of_change, numbers_of_change>();
  const std::int32_t savings = rule.back();
  if (begin[1] == 0 || end[1] == 0) return 0;
  const std::int64_t now = seconds + offset;
  const auto today = chrono::floor<chrono::days>(chrono::sys_seconds(chrono::seconds(now)));
  const chrono::year year = chrono::year_month_day(today).year();
  const std::int64_t summer = moment_of(begin, year, offset, 0);
  const std::int64_t winter = moment_of(end, year, offset, savings);
  const bool in_summer = summer < winter ? summer <= now && now < winter : now >= summer || now < winter;
  return in_summer ? savings : 0;
}

}  // namespace birthcase::feel
