#include "feel/functions.hpp"
#include "feel/operations.hpp"
#include "feel/temporal.hpp"

#include <array>

namespace birthcase::feel {

namespace {

std::optional<std::int64_t> whole(const Value& number) { return number.as_number().to_int64(); }

// A day of the year is told from 1; the weeks are those of ISO 8601.
std::int64_t day_of_year_of(const CivilDate& date) noexcept {
  return day_number(date) - day_number({date.year, 1, 1}) + 1;
}

// Monday is 0.
std::int64_t weekday_of(const CivilDate& date) noexcept {
  const std::int64_t days = (day_number(date) + 3) % 7;
  return days < 0 ? days + 7 : days;
}

const CivilDate& day_of(const Value& value) {
  return value.is(Kind::date) ? value.as_date() : value.as_date_time().date;
}

CivilDateTime moment_of(const Value& value) {
  return value.is(Kind::date) ? midnight(value.as_date()) : value.as_date_time();
}

Value date(const Arguments& arguments) {
  if (!arguments[0].is(Kind::text)) return Value::date(day_of(arguments[0]));
  const auto read = read_date(arguments[0].as_text());
  return read ? Value::date(*read) : Value::null();
}

Value date_from_parts(const Arguments& arguments) {
  const auto year = whole(arguments[0]);
  const auto month = whole(arguments[1]);
  const auto day = whole(arguments[2]);
  if (!year || !month || !day) return Value::null();
  if (*year < -last_year || *year > last_year || *month < 1 || *month > 12 || *day < 1 || *day > 31)
    return Value::null();
  const CivilDate result{static_cast<std::int32_t>(*year), static_cast<std::uint8_t>(*month),
                         static_cast<std::uint8_t>(*day)};
  return is_valid(result) ? Value::date(result) : Value::null();
}

Value time(const Arguments& arguments) {
  const Value& from = arguments[0];
  if (from.is(Kind::time)) return from;
  if (from.is(Kind::date_time)) return Value::time(from.as_date_time().time);
  if (from.is(Kind::date)) return Value::time({0, 0, 0, 0, TimeZone{true, 0, nullptr}});
  auto read = read_time(from.as_text());
  return read ? Value::time(std::move(*read)) : Value::null();
}

Value time_from_parts(const Arguments& arguments) {
  const auto hour = whole(arguments[0]);
  const auto minute = whole(arguments[1]);
  const auto second = arguments[2].as_number().rounded(0, Rounding::floor)->to_int64();
  if (!hour || !minute || !second || *hour < 0 || *hour > 23 || *minute < 0 || *minute > 59 || *second < 0 ||
      *second > 59) {
    return Value::null();
  }
  const auto fraction = subtract(arguments[2].as_number(), Number(*second));
  const auto nanoseconds = multiply(*fraction, Number(1'000'000'000))->rounded(0, Rounding::down)->to_int64();
  CivilTime result{static_cast<std::uint8_t>(*hour),
                   static_cast<std::uint8_t>(*minute),
                   static_cast<std::uint8_t>(*second),
                   static_cast<std::uint32_t>(nanoseconds.value_or(0)),
                   {}};
  if (arguments.has(3)) {
    constexpr std::int64_t largest_offset = 18 * 3600;
    const std::int64_t offset = arguments[3].as_days_duration().seconds;
    if (offset > largest_offset || offset < -largest_offset) return Value::null();
    result.zone = {true, static_cast<std::int32_t>(offset), nullptr};
  }
  return Value::time(std::move(result));
}

Value date_and_time(const Arguments& arguments) {
  if (!arguments[0].is(Kind::text)) return Value::date_time(moment_of(arguments[0]));
  const std::string& text = arguments[0].as_text();
  if (const auto day = read_date(text)) return Value::date_time(midnight(*day));
  auto read = read_date_time(text);
  return read ? Value::date_time(std::move(*read)) : Value::null();
}

Value date_with_time(const Arguments& arguments) {
  return Value::date_time({day_of(arguments[0]), arguments[1].as_time()});
}

Value duration_of(const Arguments& arguments) {
  return arguments[0].is(Kind::text) ? read_duration(arguments[0].as_text()) : arguments[0];
}

Value months_duration(const Arguments& arguments) {
  return Value::months_duration(months_between(day_of(arguments[0]), day_of(arguments[1])));
}

Value day_of_week(const Arguments& arguments) {
  constexpr std::array<const char*, 7> names{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                             "Friday", "Saturday", "Sunday"};
  return Value::text(names[static_cast<std::size_t>(weekday_of(day_of(arguments[0])))]);
}

Value day_of_year(const Arguments& arguments) { return Value::number(day_of_year_of(day_of(arguments[0]))); }

// The week belongs to the year that its Thursday is in.
Value week_of_year(const Arguments& arguments) {
  const CivilDate& date = day_of(arguments[0]);
  const auto thursday = from_day_number(day_number(date) - weekday_of(date) + 3);
  return thursday ? Value::number((day_of_year_of(*thursday) - 1) / 7 + 1) : Value::null();
}

Value month_of_year(const Arguments& arguments) {
  constexpr std::array<const char*, 12> names{"January", "February", "March",     "April",   "May",      "June",
                                              "July",    "August",   "September", "October", "November", "December"};
  return Value::text(names[day_of(arguments[0]).month - 1U]);
}

Value last_day_of_month(const Arguments& arguments) {
  const CivilDate& date = day_of(arguments[0]);
  return Value::number(std::int64_t{days_in_month(date.year, date.month)});
}

}  // namespace

std::vector<Function> temporal_functions() {
  const Kinds day{Kind::date, Kind::date_time};
  const Kinds any_point{Kind::text, Kind::date, Kind::time, Kind::date_time};
  const Parameter on{"date", day, false};
  const Parameter year{"year", Kind::number, false};
  const Parameter month{"month", Kind::number, false};
  const Parameter hour{"hour", Kind::number, false};
  const Parameter minute{"minute", Kind::number, false};
  const Parameter second{"second", Kind::number, false};
  const Parameter offset{"offset", Kind::days_duration, true};
  const Parameter day_text{"from", {Kind::text, Kind::date, Kind::date_time}, false};
  const Kinds any_duration{Kind::text, Kind::days_duration, Kind::months_duration};
  return {
      {"date", {day_text}, 1, Kind::date, date},
      {"date", {year, month, {"day", Kind::number, false}}, 3, Kind::date, date_from_parts},
      {"time", {{"from", any_point, false}}, 1, Kind::time, time},
      {"time", {hour, minute, second, offset}, 3, Kind::time, time_from_parts},
      {"date and time", {day_text}, 1, Kind::date_time, date_and_time},
      {"date and time", {on, {"time", Kind::time, false}}, 2, Kind::date_time, date_with_time},
      {"duration", {{"from", any_duration, false}}, 1, Kind::any, duration_of},
      {"years and months duration",
       {{"from", day, false}, {"to", day, false}},
       2,
       Kind::months_duration,
       months_duration},
      {"day of week", {on}, 1, Kind::text, day_of_week},
      {"day of year", {on}, 1, Kind::number, day_of_year},
      {"week of year", {on}, 1, Kind::number, week_of_year},
      {"month of year", {on}, 1, Kind::text, month_of_year},
      {"last day of month", {on}, 1, Kind::number, last_day_of_month},
  };
}

}  // namespace birthcase::feel
