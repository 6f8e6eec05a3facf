#include "feel/program.hpp"
#include "feel/temporal.hpp"

#include <algorithm>

namespace birthcase::feel {

namespace {

Value number(std::int64_t value) { return Value::number(value); }

// Monday is 1.
std::int64_t weekday(const CivilDate& date) {
  const std::int64_t days = (day_number(date) + 3) % 7;
  return (days < 0 ? days + 7 : days) + 1;
}

Value date_property(const CivilDate& date, std::string_view name) {
  if (name == "year") return number(date.year);
  if (name == "month") return number(date.month);
  if (name == "day") return number(date.day);
  return name == "weekday" ? number(weekday(date)) : Value::null();
}

Value time_property(const CivilTime& time, const std::optional<std::int32_t>& offset, std::string_view name) {
  if (name == "hour") return number(time.hour);
  if (name == "minute") return number(time.minute);
  if (name == "second") return number(time.second);
  if (name == "timezone") return time.zone.name ? Value::text(*time.zone.name) : Value::null();
  if (name == "time offset" && offset) return Value::days_duration({*offset, 0});
  return Value::null();
}

Value moment_property(const CivilDateTime& moment, std::string_view name) {
  Value value = date_property(moment.date, name);
  return value.is_null() ? time_property(moment.time, offset_of(moment), name) : value;
}

Value days_property(const DaysDuration& duration, std::string_view name) {
  if (name == "days") return number(duration.seconds / 86'400);
  if (name == "hours") return number(duration.seconds / 3600 % 24);
  if (name == "minutes") return number(duration.seconds / 60 % 60);
  return name == "seconds" ? number(duration.seconds % 60) : Value::null();
}

Value months_property(const MonthsDuration& duration, std::string_view name) {
  if (name == "years") return number(duration.months / 12);
  return name == "months" ? number(duration.months % 12) : Value::null();
}

Value range_property(const Range& range, std::string_view name) {
  if (name == "start") return range.start.value_or(Value::null());
  if (name == "end") return range.end.value_or(Value::null());
  if (name == "start included") return Value::boolean(range.start_included);
  return name == "end included" ? Value::boolean(range.end_included) : Value::null();
}

Value list_property(const List& list, std::string_view name) {
  List values;
  values.reserve(list.size());
  for (const Value& item : list) values.push_back(property(item, name));
  return Value::list(std::move(values));
}

bool is_context_instance(const Context& context, const Type& type) {
  for (std::size_t i = 0; i < type.names.size(); ++i) {
    const Value* entry = context.find(type.names[i]);
    if (entry == nullptr || !(entry->is_null() || is_instance(*entry, type.items[i]))) return false;
  }
  return true;
}

}  // namespace

Value property(const Value& value, std::string_view name) {
  switch (value.kind()) {
    case Kind::unknown:
      return {};
    case Kind::date:
      return date_property(value.as_date(), name);
    case Kind::time:
      return time_property(value.as_time(), offset_of(value.as_time()), name);
    case Kind::date_time:
      return moment_property(value.as_date_time(), name);
    case Kind::days_duration:
      return days_property(value.as_days_duration(), name);
    case Kind::months_duration:
      return months_property(value.as_months_duration(), name);
    case Kind::range:
      return range_property(value.as_range(), name);
    case Kind::list:
      return list_property(value.as_list(), name);
    case Kind::context: {
      const Value* entry = value.as_context().find(name);
      return entry == nullptr ? Value::null() : *entry;
    }
    default:
      return Value::null();
  }
}

bool is_instance(const Value& value, const Type& type) {
  if (type.kind == Kind::any) return !value.is_null();
  if (value.kind() != type.kind) return false;
  const auto fits = [&](const Value& item) { return item.is_null() || is_instance(item, type.items.front()); };
  if (type.items.empty()) return true;
  if (type.kind == Kind::list) return std::all_of(value.as_list().begin(), value.as_list().end(), fits);
  if (type.kind == Kind::context) return is_context_instance(value.as_context(), type);
  const Range& range = value.as_range();
  return (!range.start || fits(*range.start)) && (!range.end || fits(*range.end));
}

}  // namespace birthcase::feel
