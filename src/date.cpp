#include <birthcase/date.hpp>

#include "digits.hpp"
#include "make_error.hpp"

#include <boost/date_time/gregorian/gregorian.hpp>

#include <array>
#include <optional>
#include <utility>

namespace birthcase {
namespace {

Error syntax_error(std::string message) { return make_error(ErrorKind::syntax, std::move(message)); }
Error range_error(std::string message) { return make_error(ErrorKind::out_of_range, std::move(message)); }

/// The number that the digits of `text` are, or nothing if there is anything else in it.
std::optional<unsigned> read_digits(std::string_view text) noexcept {
  unsigned number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  return number;
}

struct Clock {
  unsigned hour = 0;
  unsigned minute = 0;
  unsigned second = 0;
};

/// `hh:mm` or `hh:mm:ss`
Result<Clock> parse_clock(std::string_view text) {
  const bool with_seconds = text.size() == 8 && text[5] == ':';
  if ((text.size() != 5 && !with_seconds) || text[2] != ':') return syntax_error("expected a time hh:mm or hh:mm:ss");
  const auto hour = read_digits(text.substr(0, 2));
  const auto minute = read_digits(text.substr(3, 2));
  const auto second = with_seconds ? read_digits(text.substr(6, 2)) : std::optional<unsigned>(0);
  if (!hour || !minute || !second) return syntax_error("expected a time hh:mm or hh:mm:ss");
  if (*hour > 23 || *minute > 59 || *second > 59) return range_error("there is no such time of day");
  return Clock{*hour, *minute, *second};
}

/// Takes `+08:00` off the end. Any other offset is an error; no offset is China's time.
Result<std::string_view> without_offset(std::string_view text) {
  const std::size_t sign = text.find_first_of("+-Zz");
  if (sign == std::string_view::npos) return text;
  if (text.substr(sign) != "+08:00") {
    return syntax_error("times are China's civil time: leave the offset out or write +08:00");
  }
  return text.substr(0, sign);
}

char* put_day(char* at, Date date) noexcept {
  const auto ymd = date.year_month_day();
  return birthcase::put_day(at, ymd.year, ymd.month, ymd.day);
}

}  // namespace

Result<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return syntax_error("expected a date YYYY-MM-DD");
  const auto year = read_digits(text.substr(0, 4));
  const auto month = read_digits(text.substr(5, 2));
  const auto day = read_digits(text.substr(8, 2));
  if (!year || !month || !day) return syntax_error("expected a date YYYY-MM-DD");
  if (*year < 1400) return range_error("dates are supported from 1400-01-01 to 9999-12-31");
  if (*month < 1 || *month > 12) return range_error("there is no such month");
  const auto last = boost::gregorian::gregorian_calendar::end_of_month_day(static_cast<unsigned short>(*year),
                                                                           static_cast<unsigned short>(*month));
  if (*day < 1 || *day > last) return range_error("there is no such day in that month");
  return Date(static_cast<unsigned short>(*year), static_cast<unsigned short>(*month),
              static_cast<unsigned short>(*day));
}

Result<DateTime> parse_date_time(std::string_view text) {
  if (text.size() < 11 || text[10] != 'T') return syntax_error("expected a date and time YYYY-MM-DDThh:mm");
  const auto date = parse_date(text.substr(0, 10));
  if (!date) return date.error();
  const auto rest = without_offset(text.substr(11));
  if (!rest) return rest.error();
  const auto clock = parse_clock(*rest);
  if (!clock) return clock.error();
  return DateTime(*date, Duration(clock->hour, clock->minute, clock->second));
}

std::string to_string(Date date) {
  if (date.is_special()) return "no date";
  std::array<char, day_length> text{};
  put_day(text.data(), date);
  return {text.data(), text.size()};
}

std::string to_string(const DateTime& moment) {
  if (moment.is_special()) return "no time";
  const Duration time = moment.time_of_day();
  std::array<char, std::string_view("2019-05-06T14:30:05").size()> text{};
  char* at = put_day(text.data(), moment.date());
  *at++ = 'T';
  at = put_minute(at, static_cast<unsigned>(time.hours()), static_cast<unsigned>(time.minutes()));
  if (time.seconds() != 0) at = put_second(at, static_cast<unsigned>(time.seconds()));
  return {text.data(), at};
}

}  // namespace birthcase
