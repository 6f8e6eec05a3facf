#include "application/values.hpp"

#include <birthcase/text.hpp>

#include "application/errors.hpp"
#include "application/handed_in.hpp"

#include <fmt/format.h>

#include <string>

namespace birthcase::application {
namespace {

Reading accept(Value value) {
  Reading reading;
  reading.value = std::move(value);
  return reading;
}

Error wrong_type(FieldType type, Kind found) {
  return make_error(ErrorKind::wrong_type,
                    fmt::format("expected {}, found a value of the type {}", expected(type), to_string(found)));
}

List split(std::string_view text) {
  List items;
  while (!text.empty()) {
    const auto comma = text.find(',');
    items.push_back(Value::text(std::string(text.substr(0, comma))));
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
  }
  return items;
}

Result<void> check_text(std::string_view text) {
  if (text.size() <= Application::max_text_bytes) return check_utf8(text);
  return make_error(ErrorKind::out_of_range,
                    fmt::format("longer than {} MiB; no fact is that long", Application::max_text_bytes >> 20));
}

Result<Reading> read_given_text(const Rules& rules, FieldId field, std::string_view text) {
  if (auto valid = check_text(text); !valid) return valid.error();
  if (rules.fields[field].type == FieldType::list) return read_items(rules, field, split(text));
  return read_text(rules, field, text);
}

// China's time has no zone in a fact; another zone would have to be converted by who knows it.
Result<Reading> read_moment(const Rules& rules, FieldId field, const CivilDateTime& moment) {
  constexpr std::int32_t china = 8 * 60 * 60;
  const TimeZone& zone = moment.time.zone;
  if (zone.given && (zone.name != nullptr || zone.offset != china)) {
    return make_error(ErrorKind::out_of_range, "times are China's civil time: leave the zone out or write +08:00");
  }
  CivilDateTime local = moment;
  local.time.zone = {};
  local.time.nanosecond = 0;
  return read_text(rules, field, to_string(local));
}

Result<Reading> read_given_list(const Rules& rules, FieldId field, const List& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!items[i].is(Kind::text)) return wrong_type(FieldType::list, Kind::list);
    if (auto valid = check_text(items[i].as_text()); !valid) {
      Error error = valid.error();
      error.path = fmt::format("/{}", i);
      return error;
    }
  }
  return read_items(rules, field, items);
}

}  // namespace

Result<Reading> read_value(const Rules& rules, FieldId field, const Value& value) {
  const FieldType type = rules.fields[field].type;
  switch (value.kind()) {
    case Kind::text:
      return read_given_text(rules, field, value.as_text());
    case Kind::number:
      if (type == FieldType::number) return read_number(rules, field, value.as_number());
      break;
    case Kind::boolean:
      if (type == FieldType::boolean) return accept(value);
      break;
    case Kind::date:
      if (type == FieldType::date) return read_text(rules, field, to_string(value.as_date()));
      break;
    case Kind::date_time:
      if (type == FieldType::date_time) return read_moment(rules, field, value.as_date_time());
      break;
    case Kind::list:
      if (type == FieldType::list) return read_given_list(rules, field, value.as_list());
      break;
    default:
      break;
  }
  return wrong_type(type, value.kind());
}

Result<Reading> read_items(const Rules& rules, FieldId field, List items) {
  Reading reading = read_list(rules, field, std::move(items));
  if (is_services(rules.fields[field])) {
    const auto services = services_named(rules, reading.value.as_list());
    if (!services) return services.error();
    reading.services = *services;
  }
  return reading;
}

std::string_view expected(FieldType type) noexcept {
  switch (type) {
    case FieldType::text:
      return "a text (write it as text, in quotes)";
    case FieldType::code:
      return "a code (write it as text, in quotes)";
    case FieldType::date:
      return "a date as text, YYYY-MM-DD";
    case FieldType::date_time:
      return "a date and time as text, YYYY-MM-DDThh:mm";
    case FieldType::number:
      return "a number";
    case FieldType::boolean:
      return "true or false";
    case FieldType::list:
      return "a list of texts";
  }
  return "another type";
}

}  // namespace birthcase::application
