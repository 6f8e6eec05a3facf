#include <birthcase/calendar.hpp>

namespace birthcase {
namespace {

/// Works out each kind of term from one start.
struct DueOf {
  const Due& start;
  const OpeningHours* hours;
  const Calendar& calendar;
  Date as_of;

  // On the spot: within the visit, so on that day, to no minute.
  Result<Due> operator()(Immediately) const { return Due(start.date); }

  Result<Due> operator()(WorkingDays term) const {
    return day(calendar.add_working_days(start.date, term.count, as_of));
  }

  Result<Due> operator()(StartOfNextMonth) const { return day(calendar.start_of_next_month(start.date, as_of)); }

  Result<Due> operator()(OpenMinutes term) const {
    if (hours == nullptr) {
      Error error;
      error.kind = ErrorKind::missing;
      error.message = "a term in open minutes needs opening hours";
      return error;
    }
    const DateTime begin = start.time ? DateTime(start.date, *start.time)  //
                                      : DateTime(start.date + boost::gregorian::days(1));
    const auto moment = hours->add_open_time(begin, term.count, calendar, as_of);
    if (!moment) return moment.error();
    return Due(*moment);
  }

  static Result<Due> day(const Result<Date>& date) {
    if (!date) return date.error();
    return Due(*date);
  }
};

bool is_moment(const Due& start) {
  if (start.date.is_special()) return false;
  if (!start.time) return start.date < Date(boost::gregorian::max_date_time);  // there is a next day
  return !start.time->is_special() && !start.time->is_negative() && *start.time < Duration(24, 0, 0);
}

}  // namespace

std::string to_string(const Due& due) {
  return due.time ? to_string(DateTime(due.date, *due.time)) : to_string(due.date);
}

Result<Due> due(const Term& term, const Due& start, const OpeningHours* hours, const Calendar& calendar, Date as_of) {
  if (!is_moment(start)) {
    Error error;
    error.kind = ErrorKind::out_of_range;
    error.message = "the start is not a date, or its time is not a time of day";
    return error;
  }
  return std::visit(DueOf{start, hours, calendar, as_of}, term);
}

}  // namespace birthcase
