/// Working days of the People's Republic of China as announced by the State Council, and time limits in working days.
///
/// Every function takes `as_of`: it uses only the notices that were announced by this day. So the same question gives
/// the same answer later. If a year was not announced by then, the function fails with an error that names the year; it
/// never guesses from weekdays.
#pragma once

#include <birthcase/date.hpp>
#include <birthcase/result.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace birthcase {

/// One notice of the State Council's general office on the holidays of a year.
///
/// The first notice of a year decides every day of the year; on days that it does not name, the weekday decides. It
/// also decides the days of neighbouring years that it names. A later notice changes only the days that it names.
struct HolidayNotice {
  struct Period {
    Date first;
    Date last;  ///< included
  };

  int year = 0;
  std::string number;       ///< e.g. `国办发明电〔2018〕15号`
  Date announced;           ///< day of publication: the notice counts from this day on
  std::vector<Period> off;  ///< holidays and the rest days moved to them
  std::vector<Date> work;   ///< make-up working days
};

/// Reads one file of `profiles/calendar/`: the notices of one year.
/// Errors, with the JSON pointer: `syntax`, `missing`, `unknown_name`, `wrong_type`, `out_of_range`, `contradiction` (a
/// day is both a day off and a working day), `encoding`.
Result<std::vector<HolidayNotice>> parse_holiday_notices(std::string_view json);

/// Says which days are working days by the announced notices. Immutable; safe to share between threads.
class Calendar {
 public:
  /// A calendar without any notice.
  Calendar() = default;

  /// Errors: `out_of_range` for more than 256 notices, a year outside 1949–2199, or days named more than a month
  /// outside their year; `contradiction` if a day is both a day off and a working day, and if two notices of one year
  /// were announced on the same day.
  static Result<Calendar> create(std::vector<HolidayNotice> notices);

  /// Whether `day` is a working day, as known on `as_of`. Errors: `missing`, naming the year. O(1).
  Result<bool> working_day(Date day, Date as_of) const;

  /// The day on which `count` working days have passed; `start` is not counted (行政许可法 82, 民法典 201). With the
  /// count 0 it is `start`, even if this is not a working day. Errors: `missing`; `out_of_range` for a count outside
  /// 0–10 000.
  Result<Date> add_working_days(Date start, int count, Date as_of) const;

  /// `day` if it is a working day, else the next working day. Errors: `missing`.
  Result<Date> working_day_from(Date day, Date as_of) const;

  /// The first working day of the month after that of `day`. Errors: `missing`.
  Result<Date> start_of_next_month(Date day, Date as_of) const;

  /// Working days between two days, both included. Errors: `missing`; `out_of_range` if `last` is before `first`.
  Result<int> count_working_days(Date first, Date last, Date as_of) const;

  /// The last day up to which promises that begin on `from` can be counted, as known on `as_of`: for every day from
  /// `from` up to this day it is known whether it is a working day. None if this is not known for `from` itself.
  std::optional<Date> known_until(Date from, Date as_of) const;

  /// The years that have a notice, announced on any day; sorted.
  const std::vector<int>& years() const noexcept { return years_; }

  /// Every notice, by the day of its announcement, then by year.
  std::span<const HolidayNotice> notices() const noexcept { return notices_; }

 private:
  enum class State : std::uint8_t { unknown, off, work };

  struct Snapshot {  // what was known from a day of announcement on
    std::int64_t announced = 0;
    std::vector<State> days;  // from first_day_ on
  };

  void apply(const HolidayNotice& notice, Snapshot& snapshot) const;
  void set_by_weekday(Snapshot& snapshot, int year) const;
  const Snapshot* known_on(Date as_of) const noexcept;
  State state(const Snapshot* known, std::int64_t day) const noexcept;
  Result<Date> advance(std::int64_t day, int count, Date as_of) const;

  std::vector<HolidayNotice> notices_;
  std::int64_t first_day_ = 0;       // as boost::gregorian numbers days
  std::vector<Snapshot> snapshots_;  // by announcement
  std::vector<int> years_;
};

/// A part of a day, in minutes of the day (0–1440): from `from` until `until`, which does not belong to it.
struct OpenInterval {
  std::uint16_t from = 0;
  std::uint16_t until = 0;

  friend bool operator==(OpenInterval, OpenInterval) = default;
};

/// Reads `08:30-12:00`. Errors: `syntax`; `out_of_range` if a time does not exist, or if the end is not after the
/// beginning.
Result<OpenInterval> parse_open_interval(std::string_view text);

/// When an office is open. A make-up working Sunday counts as a working day.
class OpeningHours {
 public:
  /// `rest_days` are the opening hours on days that are not working days; empty if the office is closed then.
  /// Errors: `contradiction` for intervals that overlap or are out of order; `out_of_range`; `missing` if the office is
  /// never open.
  static Result<OpeningHours> create(std::vector<OpenInterval> working_days, std::vector<OpenInterval> rest_days = {});

  std::span<const OpenInterval> working_days() const noexcept { return working_days_; }
  std::span<const OpenInterval> rest_days() const noexcept { return rest_days_; }

  /// Whether the office is open at a moment; at the minute of closing it is closed. Errors: `missing` for a year
  /// without a notice.
  Result<bool> is_open(const DateTime& moment, const Calendar& calendar, Date as_of) const;

  /// The moment when `minutes` of opening time have passed since `start`. If the office is closed at `start`, the count
  /// starts at the next opening. If the count ends at closing time, the moment is this closing time, not the next
  /// opening. Errors: `missing` for a year without a notice; `out_of_range` for minutes outside 0–600 000.
  Result<DateTime> add_open_time(const DateTime& start, int minutes, const Calendar& calendar, Date as_of) const;

  /// How many whole minutes the office is open between two moments; 0 if `until` is not after `from`. It is the inverse
  /// of `add_open_time`. Errors: `missing` for a year without a notice; `out_of_range` for a moment that does not
  /// exist.
  Result<int> open_minutes_between(const DateTime& from, const DateTime& until, const Calendar& calendar,
                                   Date as_of) const;

 private:
  OpeningHours() = default;
  Result<std::span<const OpenInterval>> intervals(Date day, const Calendar& calendar, Date as_of) const;

  std::vector<OpenInterval> working_days_;
  std::vector<OpenInterval> rest_days_;
};

/// How long something may take (承诺时限).
struct Immediately {  ///< during the visit: on the day on which the service can begin
  friend bool operator==(Immediately, Immediately) = default;
};
struct WorkingDays {
  int count = 0;
  friend bool operator==(WorkingDays, WorkingDays) = default;
};
struct OpenMinutes {  ///< of opening time
  int count = 0;
  friend bool operator==(OpenMinutes, OpenMinutes) = default;
};
struct StartOfNextMonth {  ///< its first working day
  friend bool operator==(StartOfNextMonth, StartOfNextMonth) = default;
};
using Term = std::variant<Immediately, OpenMinutes, WorkingDays, StartOfNextMonth>;

/// A day, or a day with a time: when something is due, or when the count starts.
struct Due {
  Date date;
  std::optional<Duration> time;  ///< since midnight; none: the whole day

  Due() = default;
  explicit Due(Date day) : date(day) {}
  explicit Due(const DateTime& moment) : date(moment.date()), time(moment.time_of_day()) {}

  friend bool operator==(const Due&, const Due&) = default;
};

/// `2019-05-06` or `2019-05-06T10:30`
std::string to_string(const Due& due);

/// When a term that begins at `start` ends, as known on `as_of`. If `start` has no time, it may be as late as the end
/// of the day, so open minutes count from the first opening after that day. Only a term in open minutes needs `hours`.
/// Errors: those of `Calendar` and `OpeningHours`; `missing` if such a term has no `hours`.
Result<Due> due(const Term& term, const Due& start, const OpeningHours* hours, const Calendar& calendar, Date as_of);

}  // namespace birthcase
