/// A fact, or the result of an expression: unknown, null, or a value of one of FEEL's types.
///
/// *Unknown* means "not told yet"; *null* means "told: there is none". They are never mixed up:
/// conditions over unknown facts stay unknown and say which facts would decide them.
#pragma once

#include <birthcase/date.hpp>
#include <birthcase/number.hpp>

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace birthcase {

/// The type of a value. The order is that of `Value`'s alternatives.
enum class Kind : std::uint8_t {
  unknown,
  null,
  boolean,
  number,
  text,
  date,
  time,
  date_time,
  days_duration,
  months_duration,
  range,
  list,
  context,
  any,  ///< never a value's kind: an expression whose type is only known when it runs
};

/// FEEL's name of a type: `string`, `date and time`, `days and time duration`, …
std::string_view to_string(Kind kind) noexcept;

/// A day of the proleptic Gregorian calendar, of the years that FEEL allows and Boost does not (±999 999 999).
struct CivilDate {
  std::int32_t year = 1;
  std::uint8_t month = 1;
  std::uint8_t day = 1;

  friend auto operator<=>(const CivilDate&, const CivilDate&) = default;
};

/// What a time of day is relative to: nothing said, an offset from UTC, or a zone of the IANA database.
struct TimeZone {
  bool given = false;
  std::int32_t offset = 0;                  ///< seconds east of UTC, where there is no name
  std::shared_ptr<const std::string> name;  ///< `Asia/Shanghai`, or null

  friend bool operator==(const TimeZone& left, const TimeZone& right) noexcept;
};

struct CivilTime {
  std::uint8_t hour = 0;
  std::uint8_t minute = 0;
  std::uint8_t second = 0;
  std::uint32_t nanosecond = 0;
  TimeZone zone;

  friend bool operator==(const CivilTime&, const CivilTime&) = default;
};

struct CivilDateTime {
  CivilDate date;
  CivilTime time;

  friend bool operator==(const CivilDateTime&, const CivilDateTime&) = default;
};

/// FEEL's days and time duration.
struct DaysDuration {
  std::int64_t seconds = 0;
  std::int32_t nanoseconds = 0;  ///< of the same sign as `seconds`

  friend auto operator<=>(const DaysDuration&, const DaysDuration&) = default;
};

/// FEEL's years and months duration.
struct MonthsDuration {
  std::int64_t months = 0;

  friend auto operator<=>(const MonthsDuration&, const MonthsDuration&) = default;
};

struct Range;
class Context;
class Value;
using List = std::vector<Value>;

/// One value. Lists, contexts and ranges are immutable and shared, so copying them is cheap; texts are copied.
///
/// The `as_…` accessors require the matching kind (a programmer's error throws `std::bad_variant_access`).
class Value {
 public:
  Value() noexcept : storage_() {}  ///< unknown
  Value(const Value& other) : storage_(other.storage_) {}
  Value(Value&& other) noexcept : storage_(std::move(other.storage_)) {}
  Value& operator=(const Value& other) {
    storage_ = other.storage_;
    return *this;
  }
  Value& operator=(Value&& other) noexcept {
    storage_ = std::move(other.storage_);
    return *this;
  }
  ~Value() {
    if (owns_memory()) storage_.~Storage();
  }

  static Value null() noexcept { return Value(Null{}); }
  static Value boolean(bool value) noexcept { return Value(value); }
  static Value number(const Number& value) noexcept { return Value(value); }
  static Value number(std::int64_t value) noexcept { return Value(Number(value)); }
  static Value text(std::string value) noexcept { return Value(std::move(value)); }
  static Value date(const CivilDate& value) noexcept { return Value(value); }
  static Value date(const Date& value);  ///< null for a special value such as not-a-date
  static Value time(CivilTime value) noexcept { return Value(std::move(value)); }
  static Value date_time(CivilDateTime value) noexcept { return Value(std::move(value)); }
  static Value date_time(const DateTime& value);  ///< without zone; null for a special value
  static Value days_duration(const DaysDuration& value) noexcept { return Value(value); }
  static Value months_duration(const MonthsDuration& value) noexcept { return Value(value); }
  static Value range(Range value);
  static Value list(List value);
  static Value context(Context value);

  Kind kind() const noexcept { return static_cast<Kind>(storage_.index()); }
  bool is(Kind kind) const noexcept { return this->kind() == kind; }
  bool is_unknown() const noexcept { return is(Kind::unknown); }
  bool is_null() const noexcept { return is(Kind::null); }

  bool as_boolean() const { return std::get<bool>(storage_); }
  const Number& as_number() const { return std::get<Number>(storage_); }
  const std::string& as_text() const { return std::get<std::string>(storage_); }
  const CivilDate& as_date() const { return std::get<CivilDate>(storage_); }
  const CivilTime& as_time() const { return std::get<CivilTime>(storage_); }
  const CivilDateTime& as_date_time() const { return std::get<CivilDateTime>(storage_); }
  const DaysDuration& as_days_duration() const { return std::get<DaysDuration>(storage_); }
  const MonthsDuration& as_months_duration() const { return std::get<MonthsDuration>(storage_); }
  const Range& as_range() const { return *std::get<std::shared_ptr<const Range>>(storage_); }
  const List& as_list() const { return *std::get<std::shared_ptr<const List>>(storage_); }
  const Context& as_context() const { return *std::get<std::shared_ptr<const Context>>(storage_); }

  bool is_true() const noexcept { return holds(true); }
  bool is_false() const noexcept { return holds(false); }

  /// The day as the library's own type: of a date or a date and time; empty for other kinds and years outside
  /// 1400..9999.
  std::optional<Date> to_date() const;

  /// The moment as the library's own type: of a date and time, whatever its zone says, cut to the second; a date
  /// counts as its midnight. Empty for other kinds and years outside 1400..9999.
  std::optional<DateTime> to_date_time() const;

  /// Whether both are the same: also unknown and unknown, null and null. FEEL's `=` is another question.
  friend bool operator==(const Value& left, const Value& right) noexcept;

 private:
  struct Unknown {
    friend bool operator==(Unknown, Unknown) = default;
  };
  struct Null {
    friend bool operator==(Null, Null) = default;
  };
  using Storage = std::variant<Unknown, Null, bool, Number, std::string, CivilDate, CivilTime, CivilDateTime,
                               DaysDuration, MonthsDuration, std::shared_ptr<const Range>, std::shared_ptr<const List>,
                               std::shared_ptr<const Context>>;

  template <class Alternative>
  explicit Value(Alternative alternative) noexcept : storage_(std::move(alternative)) {}

  // Most facts of most applications own nothing, and an application has hundreds.
  bool owns_memory() const noexcept {
    const Kind kind = this->kind();
    return kind == Kind::text || kind == Kind::time || kind == Kind::date_time || kind >= Kind::range;
  }

  bool holds(bool wanted) const noexcept {
    const bool* value = std::get_if<bool>(&storage_);
    return value != nullptr && *value == wanted;
  }

  union {
    Storage storage_;  // alone here, so that nothing is called where it owns nothing
  };
};

/// An interval of comparable values.
struct Range {
  std::optional<Value> start;  ///< empty: unbounded, as in `(< 10)`
  std::optional<Value> end;
  bool start_included = false;
  bool end_included = false;

  friend bool operator==(const Range&, const Range&) noexcept = default;
};

/// Named values in the order of writing. Names are unique.
class Context {
 public:
  using Entry = std::pair<std::string, Value>;

  Context() = default;
  explicit Context(std::vector<Entry> entries) noexcept : entries_(std::move(entries)) {}  ///< names must be unique

  /// The value of this name, or nullptr.
  const Value* find(std::string_view name) const noexcept;

  /// Adds an entry, or replaces the value of the one that has this name.
  void set(std::string name, Value value);

  const std::vector<Entry>& entries() const noexcept { return entries_; }

  /// Whether both have the same names with the same values, in any order.
  friend bool operator==(const Context& left, const Context& right) noexcept;

 private:
  std::vector<Entry> entries_;
};

/// What FEEL's `string` answers: a text as it is, `2019-05-06`, `P1Y2M`, `[1, 2, "a"]`, `null`; `unknown`.
std::string to_string(const Value& value);

std::string to_string(const CivilDate& date);
std::string to_string(const CivilTime& time);
std::string to_string(const CivilDateTime& moment);
std::string to_string(const DaysDuration& duration);
std::string to_string(const MonthsDuration& duration);

}  // namespace birthcase
