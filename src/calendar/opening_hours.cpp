#include <birthcase/calendar.hpp>

#include "make_error.hpp"

#include <algorithm>
#include <utility>

namespace birthcase {
namespace {

constexpr std::uint16_t day_end = 24 * 60;
constexpr int minutes_limit = 600'000;
constexpr std::size_t interval_limit = 24;

/// Minutes of the day that `hh:mm` is, up to 24:00, or more than a day for any other text.
int read_minute(std::string_view text) noexcept {
  constexpr int not_a_time = day_end + 1;
  if (text.size() != 5 || text[2] != ':') return not_a_time;
  for (const std::size_t i : {0U, 1U, 3U, 4U}) {
    if (text[i] < '0' || text[i] > '9') return not_a_time;
  }
  const int hour = (text[0] - '0') * 10 + (text[1] - '0');
  const int minute = (text[3] - '0') * 10 + (text[4] - '0');
  return minute > 59 ? not_a_time : std::min(hour * 60 + minute, not_a_time);
}

Result<void> check_intervals(std::span<const OpenInterval> intervals) {
  if (intervals.size() > interval_limit) {
    return make_error(ErrorKind::out_of_range, "a day has at most 24 opening intervals");
  }
  int closed_since = 0;
  for (const auto& [from, until] : intervals) {
    if (until > day_end || from >= until) {
      return make_error(ErrorKind::out_of_range, "an opening interval ends after it begins and by 24:00");
    }
    if (from < closed_since) {
      return make_error(ErrorKind::contradiction,
                        "opening intervals overlap or are out of order; write them one after the other");
    }
    closed_since = until;
  }
  return {};
}

Duration minutes_of(int count) { return Duration(0, count, 0); }

/// How much of a part of a day is open.
Duration open_time(std::span<const OpenInterval> intervals, const Duration& from, const Duration& until) {
  Duration open;
  for (const OpenInterval& interval : intervals) {
    const Duration begin = std::max(from, minutes_of(interval.from));
    const Duration end = std::min(until, minutes_of(interval.until));
    if (begin < end) open += end - begin;
  }
  return open;
}

}  // namespace

Result<OpenInterval> parse_open_interval(std::string_view text) {
  if (text.size() != 11 || text[5] != '-' || text[2] != ':' || text[8] != ':') {
    return make_error(ErrorKind::syntax, "expected opening hours as hh:mm-hh:mm");
  }
  const int from = read_minute(text.substr(0, 5));
  const int until = read_minute(text.substr(6));
  if (from > day_end || until > day_end || from >= until) {
    return make_error(ErrorKind::out_of_range, "opening hours are times of one day, the end after the beginning");
  }
  return OpenInterval{static_cast<std::uint16_t>(from), static_cast<std::uint16_t>(until)};
}

Result<OpeningHours> OpeningHours::create(std::vector<OpenInterval> working_days, std::vector<OpenInterval> rest_days) {
  if (auto checked = check_intervals(working_days); !checked) return checked.error();
  if (auto checked = check_intervals(rest_days); !checked) return checked.error();
  if (working_days.empty() && rest_days.empty())
    return make_error(ErrorKind::missing,
                      "the office is never open; add 'working_days' or 'rest_days' such as [\"08:30-12:00\"]");
  OpeningHours hours;
  hours.working_days_ = std::move(working_days);
  hours.rest_days_ = std::move(rest_days);
  return hours;
}

Result<std::span<const OpenInterval>> OpeningHours::intervals(Date day, const Calendar& calendar, Date as_of) const {
  const auto working = calendar.working_day(day, as_of);
  if (!working) return working.error();
  return std::span<const OpenInterval>(*working ? working_days_ : rest_days_);
}

Result<bool> OpeningHours::is_open(const DateTime& moment, const Calendar& calendar, Date as_of) const {
  if (moment.is_special()) return make_error(ErrorKind::out_of_range, "the moment does not exist");
  const auto today = intervals(moment.date(), calendar, as_of);
  if (!today) return today.error();
  const Duration time = moment.time_of_day();
  return std::any_of(today->begin(), today->end(), [&time](const OpenInterval& interval) {
    return minutes_of(interval.from) <= time && time < minutes_of(interval.until);
  });
}

Result<DateTime> OpeningHours::add_open_time(const DateTime& start, int minutes, const Calendar& calendar,
                                             Date as_of) const {
  if (start.is_special()) return make_error(ErrorKind::out_of_range, "the moment does not exist");
  if (minutes < 0 || minutes > minutes_limit) {
    return make_error(ErrorKind::out_of_range, "a count of open minutes is from 0 to 600000");
  }
  Duration left = minutes_of(minutes);
  Duration time = start.time_of_day();
  // Ends at the latest with the last year that the calendar knows.
  for (Date day = start.date();; day += boost::gregorian::days(1), time = Duration()) {
    const auto today = intervals(day, calendar, as_of);
    if (!today) return today.error();
    for (const auto& [from, until] : *today) {
      const Duration begin = std::max(time, minutes_of(from));
      const Duration open = minutes_of(until) - begin;
      if (open <= Duration()) continue;
      if (left <= open) return DateTime(day, begin + left);
      left -= open;
    }
  }
}

Result<int> OpeningHours::open_minutes_between(const DateTime& from, const DateTime& until, const Calendar& calendar,
                                               Date as_of) const {
  if (from.is_special() || until.is_special()) return make_error(ErrorKind::out_of_range, "the moment does not exist");
  if (until <= from) return 0;
  Duration open;
  Duration time = from.time_of_day();
  // Ends at the latest with the last year that the calendar knows. Of a day that begins at `until` nothing counts.
  for (Date day = from.date(); DateTime(day) < until; day += boost::gregorian::days(1), time = Duration()) {
    const auto today = intervals(day, calendar, as_of);
    if (!today) return today.error();
    open += open_time(*today, time, day == until.date() ? until.time_of_day() : minutes_of(day_end));
  }
  return static_cast<int>(open.total_seconds() / 60);
}

}  // namespace birthcase
