#include <birthcase/value.hpp>

#include "digits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>

namespace birthcase {

namespace {

constexpr std::int32_t first_boost_year = 1400;
constexpr std::int32_t last_boost_year = 9999;

CivilDate civil(const Date& date) {
  const auto parts = date.year_month_day();
  return {static_cast<std::int32_t>(parts.year), static_cast<std::uint8_t>(parts.month.as_number()),
          static_cast<std::uint8_t>(parts.day.as_number())};
}

void write_text(const Value& value, std::string& out);

void write_quoted(const Value& value, std::string& out) {
  if (!value.is(Kind::text)) return write_text(value, out);
  out += '"';
  for (const char character : value.as_text()) {
    if (character == '"' || character == '\\') out += '\\';
    out += character;
  }
  out += '"';
}

void write_list(const List& list, std::string& out) {
  out += '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += ", ";
    write_quoted(list[i], out);
  }
  out += ']';
}

void write_context(const Context& context, std::string& out) {
  out += '{';
  for (const auto& [name, value] : context.entries()) {
    if (out.back() != '{') out += ", ";
    out += name;
    out += ": ";
    write_quoted(value, out);
  }
  out += '}';
}

void write_range(const Range& range, std::string& out) {
  if (range.start && range.end) {
    out += range.start_included ? '[' : '(';
    write_quoted(*range.start, out);
    out += "..";
    write_quoted(*range.end, out);
    out += range.end_included ? ']' : ')';
    return;
  }
  out += range.start ? (range.start_included ? "(>= " : "(> ") : (range.end_included ? "(<= " : "(< ");
  if (range.start || range.end) write_quoted(range.start ? *range.start : *range.end, out);
  out += ')';
}

void write_text(const Value& value, std::string& out) {
  switch (value.kind()) {
    case Kind::unknown:
      out += "unknown";
      return;
    case Kind::null:
      out += "null";
      return;
    case Kind::boolean:
      out += value.as_boolean() ? "true" : "false";
      return;
    case Kind::number:
      out += value.as_number().to_string();
      return;
    case Kind::text:
      out += value.as_text();
      return;
    case Kind::date:
      out += to_string(value.as_date());
      return;
    case Kind::time:
      out += to_string(value.as_time());
      return;
    case Kind::date_time:
      out += to_string(value.as_date_time());
      return;
    case Kind::days_duration:
      out += to_string(value.as_days_duration());
      return;
    case Kind::months_duration:
      out += to_string(value.as_months_duration());
      return;
    case Kind::range:
      return write_range(value.as_range(), out);
    case Kind::list:
      return write_list(value.as_list(), out);
    case Kind::context:
      return write_context(value.as_context(), out);
    case Kind::any:
      return;
  }
}

// `.123` without trailing zeros, or nothing.
std::string fraction(std::uint32_t nanoseconds) {
  if (nanoseconds == 0) return {};
  std::string text = fmt::format(".{:09}", nanoseconds);
  while (text.back() == '0') text.pop_back();
  return text;
}

std::string offset_text(std::int32_t offset) {
  if (offset == 0) return "Z";
  const std::int32_t magnitude = std::abs(offset);
  std::string text = fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', magnitude / 3600, magnitude / 60 % 60);
  if (magnitude % 60 != 0) text += fmt::format(":{:02}", magnitude % 60);
  return text;
}

}  // namespace

std::string_view to_string(Kind kind) noexcept {
  switch (kind) {
    case Kind::unknown:
      return "unknown";
    case Kind::null:
      return "null";
    case Kind::boolean:
      return "boolean";
    case Kind::number:
      return "number";
    case Kind::text:
      return "string";
    case Kind::date:
      return "date";
    case Kind::time:
      return "time";
    case Kind::date_time:
      return "date and time";
    case Kind::days_duration:
      return "days and time duration";
    case Kind::months_duration:
      return "years and months duration";
    case Kind::range:
      return "range";
    case Kind::list:
      return "list";
    case Kind::context:
      return "context";
    case Kind::any:
      return "any";
  }
  return "any";
}

bool operator==(const TimeZone& left, const TimeZone& right) noexcept {
  if (left.given != right.given || left.offset != right.offset || !left.name != !right.name) return false;
  return !left.name || *left.name == *right.name;
}

Value Value::date(const Date& value) { return value.is_special() ? null() : date(civil(value)); }

Value Value::date_time(const DateTime& value) {
  if (value.is_special()) return null();
  const auto clock = value.time_of_day();
  CivilTime time;
  time.hour = static_cast<std::uint8_t>(clock.hours());
  time.minute = static_cast<std::uint8_t>(clock.minutes());
  time.second = static_cast<std::uint8_t>(clock.seconds());
  time.nanosecond = static_cast<std::uint32_t>(clock.fractional_seconds() * (1'000'000'000 / clock.ticks_per_second()));
  return date_time(CivilDateTime{civil(value.date()), time});
}

Value Value::range(Range value) { return Value(std::make_shared<const Range>(std::move(value))); }
Value Value::list(List value) { return Value(std::make_shared<const List>(std::move(value))); }

// The empty one is what every group of facts is that something is known of: all share one that nobody counts.
Value Value::context(Context value) {
  static const Context empty;
  if (value.entries().empty()) return Value(std::shared_ptr<const Context>(std::shared_ptr<const void>(), &empty));
  return Value(std::make_shared<const Context>(std::move(value)));
}

std::optional<Date> Value::to_date() const {
  if (!is(Kind::date) && !is(Kind::date_time)) return std::nullopt;
  const CivilDate& day = is(Kind::date) ? as_date() : as_date_time().date;
  if (day.year < first_boost_year || day.year > last_boost_year) return std::nullopt;
  return Date(static_cast<unsigned short>(day.year), day.month, day.day);
}

std::optional<DateTime> Value::to_date_time() const {
  const auto day = to_date();
  if (!day) return std::nullopt;
  if (is(Kind::date)) return DateTime(*day, Duration(0, 0, 0));
  const CivilTime& time = as_date_time().time;
  return DateTime(*day, Duration(time.hour, time.minute, time.second));
}

bool operator==(const Value& left, const Value& right) noexcept {
  if (left.kind() != right.kind()) return false;
  switch (left.kind()) {
    case Kind::range:
      return left.as_range() == right.as_range();
    case Kind::list:
      return left.as_list() == right.as_list();
    case Kind::context:
      return left.as_context() == right.as_context();
    default:
      return left.storage_ == right.storage_;
  }
}

const Value* Context::find(std::string_view name) const noexcept {
  const auto entry = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.first == name; });
  return entry == entries_.end() ? nullptr : &entry->second;
}

void Context::set(std::string name, Value value) {
  const auto entry = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.first == name; });
  if (entry != entries_.end()) {
    entry->second = std::move(value);
  } else {
    entries_.emplace_back(std::move(name), std::move(value));
  }
}

bool operator==(const Context& left, const Context& right) noexcept {
  if (left.entries_.size() != right.entries_.size()) return false;
  return std::all_of(left.entries_.begin(), left.entries_.end(), [&](const Context::Entry& entry) {
    const Value* other = right.find(entry.first);
    return other != nullptr && *other == entry.second;
  });
}

std::string to_string(const Value& value) {
  std::string text;
  write_text(value, text);
  return text;
}

std::string to_string(const CivilDate& date) {
  constexpr std::int32_t four_digits = 9999;
  if (date.year >= 0 && date.year <= four_digits) {
    std::array<char, day_length> text{};
    put_day(text.data(), static_cast<unsigned>(date.year), date.month, date.day);
    return {text.data(), text.size()};
  }
  return fmt::format("{}{:04}-{:02}-{:02}", date.year < 0 ? "-" : "", std::abs(date.year), date.month, date.day);
}

std::string to_string(const CivilTime& time) {
  std::array<char, std::string_view("14:30:05").size()> clock{};
  put_second(put_minute(clock.data(), time.hour, time.minute), time.second);
  std::string text(clock.data(), clock.size());
  text += fraction(time.nanosecond);
  if (time.zone.name) {
    text += '@';
    text += *time.zone.name;
  } else if (time.zone.given) {
    text += offset_text(time.zone.offset);
  }
  return text;
}

std::string to_string(const CivilDateTime& moment) { return to_string(moment.date) + 'T' + to_string(moment.time); }

std::string to_string(const DaysDuration& duration) {
  const bool negative = duration.seconds < 0 || duration.nanoseconds < 0;
  const auto seconds =
      negative ? 0 - static_cast<std::uint64_t>(duration.seconds) : static_cast<std::uint64_t>(duration.seconds);
  const auto nanoseconds = static_cast<std::uint32_t>(std::abs(duration.nanoseconds));
  if (seconds == 0 && nanoseconds == 0) return "PT0S";
  std::string text = negative ? "-P" : "P";
  if (seconds >= 86400) text += fmt::format("{}D", seconds / 86400);
  if (seconds % 86400 == 0 && nanoseconds == 0) return text;
  text += 'T';
  if (const auto hours = seconds / 3600 % 24; hours > 0) text += fmt::format("{}H", hours);
  if (const auto minutes = seconds / 60 % 60; minutes > 0) text += fmt::format("{}M", minutes);
  if (seconds % 60 != 0 || nanoseconds != 0) text += fmt::format("{}{}S", seconds % 60, fraction(nanoseconds));
  return text;
}

std::string to_string(const MonthsDuration& duration) {
  if (duration.months == 0) return "P0M";
  const auto months = duration.months < 0 ? 0 - static_cast<std::uint64_t>(duration.months)
                                          : static_cast<std::uint64_t>(duration.months);
  std::string text = duration.months < 0 ? "-P" : "P";
  if (months >= 12) text += fmt::format("{}Y", months / 12);
  if (months % 12 != 0) text += fmt::format("{}M", months % 12);
  return text;
}

}  // namespace birthcase
