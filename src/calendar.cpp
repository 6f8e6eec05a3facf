#include <birthcase/calendar.hpp>

#include "calendar/notice.hpp"
#include "make_error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase {
namespace {

constexpr std::size_t notice_limit = 256;
constexpr int count_limit = 10'000;

std::int64_t number_of(const Date& day) noexcept { return day.day_number(); }

Date date_of(std::int64_t day) {
  constexpr std::int64_t epoch = 2'440'588;  // 1970-01-01 as Boost numbers days
  return Date(1970, 1, 1) + boost::gregorian::days(static_cast<long>(day - epoch));
}

Error no_date() { return make_error(ErrorKind::out_of_range, "the date does not exist"); }

Error missing_year(std::int64_t day, const Date& as_of) {
  const Date last(boost::gregorian::max_date_time);
  const int year = day > number_of(last) ? last.year() + 1 : static_cast<int>(date_of(day).year());
  return make_error(ErrorKind::missing,
                    fmt::format("no holiday notice for {} was known on {}: its working days cannot be "
                                "counted",
                                year, to_string(as_of)));
}

bool by_announcement(const HolidayNotice& left, const HolidayNotice& right) noexcept {
  return left.announced != right.announced ? left.announced < right.announced : left.year < right.year;
}

Result<void> check_all(const std::vector<HolidayNotice>& notices) {
  if (notices.size() > notice_limit) return make_error(ErrorKind::out_of_range, "a calendar has at most 256 notices");
  for (const auto& notice : notices) {
    if (auto checked = check_notice(notice); !checked) return checked.error();
  }
  const auto same = [](const HolidayNotice& left, const HolidayNotice& right) {
    return left.announced == right.announced && left.year == right.year;
  };
  if (std::adjacent_find(notices.begin(), notices.end(), same) != notices.end()) {
    return make_error(ErrorKind::contradiction,
                      "two notices of one year were announced on the same day: make them one");
  }
  return {};
}

Date start_of(int year) { return Date(static_cast<unsigned short>(year), 1, 1); }
Date end_of(int year) { return Date(static_cast<unsigned short>(year), 12, 31); }

}  // namespace

Result<Calendar> Calendar::create(std::vector<HolidayNotice> notices) {
  std::stable_sort(notices.begin(), notices.end(), by_announcement);
  if (auto checked = check_all(notices); !checked) return checked.error();
  Calendar calendar;
  if (notices.empty()) return calendar;
  for (const auto& notice : notices) calendar.years_.push_back(notice.year);
  std::sort(calendar.years_.begin(), calendar.years_.end());
  calendar.years_.erase(std::unique(calendar.years_.begin(), calendar.years_.end()), calendar.years_.end());
  // A notice may name days of the months next to its year.
  calendar.first_day_ = number_of(start_of(calendar.years_.front())) - 31;
  const std::int64_t end = number_of(end_of(calendar.years_.back())) + 32;

  std::vector<int> covered;
  Snapshot snapshot{0, std::vector<State>(static_cast<std::size_t>(end - calendar.first_day_), State::unknown)};
  for (auto notice = notices.begin(); notice != notices.end();) {
    const Date announced = notice->announced;
    const auto next = std::find_if(notice, notices.end(), [&](const auto& n) { return n.announced != announced; });
    for (auto first = notice; first != next; ++first) {
      if (std::find(covered.begin(), covered.end(), first->year) != covered.end()) continue;
      covered.push_back(first->year);
      calendar.set_by_weekday(snapshot, first->year);
    }
    for (; notice != next; ++notice) calendar.apply(*notice, snapshot);
    snapshot.announced = number_of(announced);
    calendar.snapshots_.push_back(snapshot);
  }
  calendar.notices_ = std::move(notices);
  return calendar;
}

void Calendar::set_by_weekday(Snapshot& snapshot, int year) const {
  const std::int64_t last = number_of(end_of(year));
  auto weekday = start_of(year).day_of_week().as_number();  // 0: Sunday
  for (std::int64_t day = number_of(start_of(year)); day <= last; ++day) {
    const bool weekend = weekday == 0 || weekday == 6;
    snapshot.days[static_cast<std::size_t>(day - first_day_)] = weekend ? State::off : State::work;
    weekday = static_cast<decltype(weekday)>((weekday + 1) % 7);
  }
}

void Calendar::apply(const HolidayNotice& notice, Snapshot& snapshot) const {
  const auto set = [&](const Date& day, State state) {
    snapshot.days[static_cast<std::size_t>(number_of(day) - first_day_)] = state;
  };
  for (const auto& [first, last] : notice.off) {
    for (Date day = first; day <= last; day += boost::gregorian::days(1)) set(day, State::off);
  }
  for (const Date& day : notice.work) set(day, State::work);
}

const Calendar::Snapshot* Calendar::known_on(Date as_of) const noexcept {
  const std::int64_t day = number_of(as_of);
  const auto after = std::upper_bound(snapshots_.begin(), snapshots_.end(), day,
                                      [](std::int64_t key, const Snapshot& s) { return key < s.announced; });
  return after == snapshots_.begin() ? nullptr : &*std::prev(after);
}

Calendar::State Calendar::state(const Snapshot* known, std::int64_t day) const noexcept {
  const std::int64_t index = day - first_day_;
  if (known == nullptr || index < 0 || index >= static_cast<std::int64_t>(known->days.size())) return State::unknown;
  return known->days[static_cast<std::size_t>(index)];
}

Result<bool> Calendar::working_day(Date day, Date as_of) const {
  if (day.is_special() || as_of.is_special()) return no_date();
  const State found = state(known_on(as_of), number_of(day));
  if (found == State::unknown) return missing_year(number_of(day), as_of);
  return found == State::work;
}

std::optional<Date> Calendar::known_until(Date from, Date as_of) const {
  if (from.is_special() || as_of.is_special()) return std::nullopt;
  const Snapshot* const known = known_on(as_of);
  const std::int64_t day = number_of(from);
  if (state(known, day) == State::unknown) return std::nullopt;
  const auto first = known->days.begin() + (day - first_day_);
  return date_of(day + (std::find(first, known->days.end(), State::unknown) - first) - 1);
}

Result<Date> Calendar::advance(std::int64_t day, int count, Date as_of) const {
  const Snapshot* const known = known_on(as_of);
  while (count > 0) {
    const State next = state(known, ++day);
    if (next == State::unknown) return missing_year(day, as_of);
    if (next == State::work) --count;
  }
  return date_of(day);
}

Result<Date> Calendar::add_working_days(Date start, int count, Date as_of) const {
  if (start.is_special() || as_of.is_special()) return no_date();
  if (count < 0 || count > count_limit) {
    return make_error(ErrorKind::out_of_range, "a count of working days is from 0 to 10000");
  }
  return advance(number_of(start), count, as_of);
}

Result<Date> Calendar::working_day_from(Date day, Date as_of) const {
  if (day.is_special() || as_of.is_special()) return no_date();
  return advance(number_of(day) - 1, 1, as_of);
}

Result<Date> Calendar::start_of_next_month(Date day, Date as_of) const {
  if (day.is_special() || as_of.is_special()) return no_date();
  return advance(number_of(day.end_of_month()), 1, as_of);
}

Result<int> Calendar::count_working_days(Date first, Date last, Date as_of) const {
  if (first.is_special() || last.is_special() || as_of.is_special()) return no_date();
  if (last < first) return make_error(ErrorKind::out_of_range, "the last day is before the first");
  const Snapshot* const known = known_on(as_of);
  int count = 0;
  for (std::int64_t day = number_of(first); day <= number_of(last); ++day) {
    const State found = state(known, day);
    if (found == State::unknown) return missing_year(day, as_of);
    if (found == State::work) ++count;
  }
  return count;
}

}  // namespace birthcase
