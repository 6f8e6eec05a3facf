#include "feel/temporal.hpp"
#include "feel/zones.hpp"

#include <algorithm>

namespace birthcase::feel {

namespace {

bool is_digit(char character) noexcept { return character >= '0' && character <= '9'; }

// Takes a text apart from its front.
class Reader {
 public:
  explicit Reader(std::string_view text) noexcept : rest_(text) {}

  bool done() const noexcept { return rest_.empty(); }
  std::string_view rest() const noexcept { return rest_; }
  std::size_t digits_ahead() const noexcept {
    return static_cast<std::size_t>(std::find_if_not(rest_.begin(), rest_.end(), is_digit) - rest_.begin());
  }

  bool take(char expected) noexcept {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // All digits ahead, of which there must be from `least` to `most`.
  std::optional<std::int64_t> number(std::size_t least, std::size_t most) noexcept {
    const std::size_t count = digits_ahead();
    if (count < least || count > most) return std::nullopt;
    std::int64_t value = 0;
    for (const char digit : rest_.substr(0, count)) value = value * 10 + (digit - '0');
    rest_.remove_prefix(count);
    return value;
  }

  // `.123` as nanoseconds, finer digits cut off; 0 where there is no point. After it there are at least `least` digits.
  std::optional<std::uint32_t> fraction(std::size_t least) noexcept {
    if (!take('.')) return 0;
    const std::size_t count = digits_ahead();
    if (count < least) return std::nullopt;
    std::uint32_t nanoseconds = 0;
    for (std::size_t i = 0; i < 9; ++i) {
      nanoseconds = nanoseconds * 10 + (i < count ? static_cast<std::uint32_t>(rest_[i] - '0') : 0);
    }
    rest_.remove_prefix(count);
    return nanoseconds;
  }

 private:
  std::string_view rest_;
};

std::optional<CivilDate> take_date(Reader& reader) {
  const bool negative = reader.take('-');
  const bool padded = reader.rest().starts_with('0') && reader.digits_ahead() > 4;
  const auto year = reader.number(4, 9);
  if (!year || padded || !reader.take('-')) return std::nullopt;
  const auto month = reader.number(2, 2);
  if (!month || !reader.take('-')) return std::nullopt;
  const auto day = reader.number(2, 2);
  if (!day) return std::nullopt;
  const CivilDate date{static_cast<std::int32_t>(negative ? -*year : *year), static_cast<std::uint8_t>(*month),
                       static_cast<std::uint8_t>(*day)};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

// `Z`, `+08:00`, `@Asia/Shanghai` or nothing; always to the end of the text.
std::optional<TimeZone> take_zone(Reader& reader) {
  constexpr std::int32_t largest_offset = 18 * 3600;
  TimeZone zone;
  if (reader.done()) return zone;
  zone.given = true;
  if (reader.take('@')) {
    if (!is_zone(reader.rest())) return std::nullopt;
    zone.name = std::make_shared<const std::string>(reader.rest());
    return zone;
  }
  if (reader.take('Z') || reader.take('z')) return reader.done() ? std::optional(zone) : std::nullopt;
  const bool west = reader.take('-');
  if (!west && !reader.take('+')) return std::nullopt;
  const auto hours = reader.number(2, 2);
  if (!hours || !reader.take(':')) return std::nullopt;
  const auto minutes = reader.number(2, 2);
  const auto seconds = reader.take(':') ? reader.number(2, 2) : 0;
  if (!minutes || !seconds || *minutes > 59 || *seconds > 59 || !reader.done()) return std::nullopt;
  const auto offset = static_cast<std::int32_t>(*hours * 3600 + *minutes * 60 + *seconds);
  if (offset > largest_offset) return std::nullopt;
  zone.offset = west ? -offset : offset;
  return zone;
}

// A time whose hour may be 24, if all else is zero.
std::optional<CivilTime> take_time(Reader& reader) {
  const auto hour = reader.number(2, 2);
  if (!hour || !reader.take(':')) return std::nullopt;
  const auto minute = reader.number(2, 2);
  if (!minute || !reader.take(':')) return std::nullopt;
  const auto second = reader.number(2, 2);
  const auto nanosecond = reader.fraction(1);
  if (!second || !nanosecond || *hour > 24 || *minute > 59 || *second > 59) return std::nullopt;
  if (*hour == 24 && (*minute != 0 || *second != 0 || *nanosecond != 0)) return std::nullopt;
  auto zone = take_zone(reader);
  if (!zone) return std::nullopt;
  return CivilTime{static_cast<std::uint8_t>(*hour), static_cast<std::uint8_t>(*minute),
                   static_cast<std::uint8_t>(*second), *nanosecond, std::move(*zone)};
}

// The number before a designator such as `D`; 0 where the designator does not come next.
struct Components {
  Reader reader;
  bool failed = false;
  bool any = false;

  std::int64_t take(char designator) {
    constexpr std::size_t most_digits = 12;
    const std::size_t digits = reader.digits_ahead();
    if (failed || digits == 0 || digits >= reader.rest().size() || reader.rest()[digits] != designator) return 0;
    const auto value = reader.number(1, most_digits);
    if (!value || !reader.take(designator)) {
      failed = true;
      return 0;
    }
    any = true;
    return *value;
  }
};

// What follows the `T`.
std::optional<DaysDuration> take_clock_part(Components& parts) {
  parts.any = false;
  std::int64_t seconds = parts.take('H') * 3600 + parts.take('M') * 60;
  std::uint32_t nanoseconds = 0;
  if (!parts.reader.done()) {
    const auto whole = parts.reader.number(1, 12);
    const auto fraction = parts.reader.fraction(0);  // the kit has `PT0.S`
    if (!whole || !fraction || !parts.reader.take('S')) return std::nullopt;
    seconds += *whole;
    nanoseconds = *fraction;
    parts.any = true;
  }
  if (parts.failed || !parts.any || !parts.reader.done()) return std::nullopt;
  return duration(seconds, nanoseconds);
}

std::optional<DaysDuration> read_days_duration(Components parts) {
  const std::int64_t days = parts.take('D');
  if (parts.reader.done() && parts.any && !parts.failed) return duration(days * 86'400, 0);
  if (!parts.reader.take('T')) return std::nullopt;
  const auto clock = take_clock_part(parts);
  return clock ? duration(days * 86'400 + clock->seconds, clock->nanoseconds) : std::nullopt;
}

std::optional<MonthsDuration> read_months_duration(Components parts) {
  const std::int64_t years = parts.take('Y');
  const std::int64_t months = parts.take('M');
  if (parts.failed || !parts.any || !parts.reader.done()) return std::nullopt;
  return MonthsDuration{years * 12 + months};
}

}  // namespace

std::optional<CivilDate> read_date(std::string_view text) {
  Reader reader(text);
  const auto date = take_date(reader);
  return reader.done() ? date : std::nullopt;
}

std::optional<CivilTime> read_time(std::string_view text) {
  Reader reader(text);
  auto time = take_time(reader);
  if (time && time->hour == 24) time->hour = 0;
  return time;
}

std::optional<CivilDateTime> read_date_time(std::string_view text) {
  Reader reader(text);
  const auto date = take_date(reader);
  if (!date || !reader.take('T')) return std::nullopt;
  auto time = take_time(reader);
  if (!time) return std::nullopt;
  if (time->hour < 24) return CivilDateTime{*date, std::move(*time)};
  time->hour = 0;
  return plus(CivilDateTime{*date, std::move(*time)}, DaysDuration{86'400, 0});
}

Value read_duration(std::string_view text) {
  Reader reader(text);
  const bool negative = reader.take('-');
  if (!reader.take('P')) return Value::null();
  if (const auto months = read_months_duration(Components{reader})) {
    return Value::months_duration({negative ? -months->months : months->months});
  }
  const auto days = read_days_duration(Components{reader});
  if (!days) return Value::null();
  return Value::days_duration(negative ? DaysDuration{-days->seconds, -days->nanoseconds} : *days);
}

Value read_temporal(std::string_view text) {
  if (const auto date = read_date(text)) return Value::date(*date);
  if (auto moment = read_date_time(text)) return Value::date_time(std::move(*moment));
  if (auto time = read_time(text)) return Value::time(std::move(*time));
  return read_duration(text);
}

}  // namespace birthcase::feel
