#include "feel/functions.hpp"
#include "feel/operations.hpp"
#include "feel/unicode.hpp"
#include "feel/utf8.hpp"

#include <algorithm>

namespace birthcase::feel {

namespace {

Value text(std::string result) { return result.size() > longest_text ? Value::null() : Value::text(std::move(result)); }

std::optional<std::int64_t> whole(const Value& number) {
  const auto rounded = number.as_number().rounded(0, Rounding::down);
  return rounded ? rounded->to_int64() : std::nullopt;
}

Value string(const Arguments& arguments) { return text(to_string(arguments[0])); }

Value string_length(const Arguments& arguments) {
  return Value::number(static_cast<std::int64_t>(code_points(arguments[0].as_text())));
}

Value substring(const Arguments& arguments) {
  const std::string& source = arguments[0].as_text();
  const auto size = static_cast<std::int64_t>(code_points(source));
  const auto start = whole(arguments[1]);
  if (!start || *start == 0 || *start > size || *start < -size) return Value::null();
  const std::int64_t first = *start > 0 ? *start - 1 : size + *start;
  std::optional<std::int64_t> length = size - first;
  if (arguments.size() > 2) length = whole(arguments[2]);
  if (!length || *length < 1) return Value::null();
  const std::int64_t last = std::min(*length, size - first) + first;
  const std::size_t begin = offset_of_code_point(source, static_cast<std::size_t>(first));
  const std::size_t end = offset_of_code_point(source, static_cast<std::size_t>(last));
  return text(source.substr(begin, end - begin));
}

// Where the second text stands in the first, or `npos`; empty if that takes too much. A long one may nearly be found at
// every place.
std::optional<std::size_t> found(const Arguments& arguments) {
  const std::string& source = arguments[0].as_text();
  const std::string& match = arguments[1].as_text();
  if (!arguments.spend(source.size() * (match.size() / 64))) return std::nullopt;
  return source.find(match);
}

Value substring_before(const Arguments& arguments) {
  const auto at = found(arguments);
  if (!at) return Value::null();
  return text(*at == std::string::npos ? std::string() : arguments[0].as_text().substr(0, *at));
}

Value substring_after(const Arguments& arguments) {
  const auto at = found(arguments);
  if (!at) return Value::null();
  const std::size_t length = arguments[1].as_text().size();
  return text(*at == std::string::npos ? std::string() : arguments[0].as_text().substr(*at + length));
}

Value upper(const Arguments& arguments) { return text(upper_case(arguments[0].as_text())); }
Value lower(const Arguments& arguments) { return text(lower_case(arguments[0].as_text())); }

Value contains_text(const Arguments& arguments) {
  const auto at = found(arguments);
  return at ? Value::boolean(*at != std::string::npos) : Value::null();
}

Value starts_with(const Arguments& arguments) {
  return Value::boolean(arguments[0].as_text().starts_with(arguments[1].as_text()));
}

Value ends_with(const Arguments& arguments) {
  return Value::boolean(arguments[0].as_text().ends_with(arguments[1].as_text()));
}

Value string_join(const Arguments& arguments) {
  const std::string delimiter = arguments.has(1) ? arguments[1].as_text() : std::string();
  std::string joined;
  bool first = true;
  for (const Value& item : arguments[0].as_list()) {
    if (item.is_null()) continue;
    if (!item.is(Kind::text)) return Value::null();
    if (!first) joined += delimiter;
    joined += item.as_text();
    first = false;
    if (joined.size() > longest_text) return Value::null();
  }
  return Value::text(std::move(joined));
}

Value number(const Arguments& arguments) {
  if (arguments[0].is(Kind::number)) return arguments[0];
  const auto result = Number::parse(arguments[0].as_text());
  return result ? Value::number(*result) : Value::null();
}

bool is_separator(const Value& value, std::string_view allowed) {
  return value.is_null() || (value.as_text().size() == 1 && allowed.find(value.as_text()) != std::string_view::npos);
}

// `number("1.234,5", ".", ",")`
Value number_with_separators(const Arguments& arguments) {
  const Value& grouping = arguments[1];
  const Value& point = arguments[2];
  if (!is_separator(grouping, " ,.") || !is_separator(point, ",.") || (!grouping.is_null() && grouping == point)) {
    return Value::null();
  }
  std::string plain;
  for (const char character : arguments[0].as_text()) {
    if (!grouping.is_null() && character == grouping.as_text().front()) continue;
    if (!point.is_null() && character == '.' && point.as_text() != ".") return Value::null();
    plain += !point.is_null() && character == point.as_text().front() ? '.' : character;
  }
  const auto result = Number::parse(plain);
  return result ? Value::number(*result) : Value::null();
}

}  // namespace

std::vector<Function> text_functions() {
  const Parameter source{"string", Kind::text, false};
  const Parameter match{"match", Kind::text, false};
  return {
      {"string", {{"from", Kind::any, false}}, 1, Kind::text, string},
      {"string length", {source}, 1, Kind::number, string_length},
      {"substring",
       {source, {"start position", Kind::number, false}, {"length", Kind::number, false}},
       2,
       Kind::text,
       substring},
      {"substring before", {source, match}, 2, Kind::text, substring_before},
      {"substring after", {source, match}, 2, Kind::text, substring_after},
      {"upper case", {source}, 1, Kind::text, upper},
      {"lower case", {source}, 1, Kind::text, lower},
      {"contains", {source, match}, 2, Kind::boolean, contains_text},
      {"starts with", {source, match}, 2, Kind::boolean, starts_with},
      {"ends with", {source, match}, 2, Kind::boolean, ends_with},
      {"string join", {{"list", Kind::list, false}, {"delimiter", Kind::text, true}}, 1, Kind::text, string_join},
      {"number", {{"from", {Kind::text, Kind::number}, false}}, 1, Kind::number, number},
      {"number",
       {{"from", Kind::text, false}, {"grouping separator", Kind::text, true}, {"decimal separator", Kind::text, true}},
       3,
       Kind::number,
       number_with_separators},
  };
}

}  // namespace birthcase::feel
