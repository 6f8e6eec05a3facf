#include "conversion.hpp"

#include "dates.hpp"
#include "formats/limits.hpp"

#include <algorithm>

namespace birthcase::exchange {
namespace {

using State = Reading::State;

Reading refused(const texts::Text& text) {
  return {.state = State::refused, .code = std::string(text.key), .message = text};
}

template <std::size_t Blanks, class... Fillings>
Reading refused(const texts::Pattern<Blanks>& text, const Fillings&... fillings) {
  return {.state = State::refused, .code = std::string(text.key), .message = texts::message(text, fillings...)};
}

bool has(const std::vector<std::string>& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

std::string part_of(std::string_view text, const Split& split) {
  for (std::size_t part = 1; part < split.part; ++part) {
    const auto at = text.find(split.by);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + split.by.size());
  }
  return std::string(formats::trimmed(text.substr(0, text.find(split.by))));
}

Reading read_number(const MapRow& row, std::string_view text) {
  const auto number = Number::parse(text);
  if (!number) return refused(texts::exchange::source_number_unreadable);
  if ((row.min && *number < *row.min) || (row.max && *number > *row.max)) {
    return refused(texts::exchange::source_out_of_range, row.min ? row.min->to_string() : std::string("…"),
                   row.max ? row.max->to_string() : std::string("…"));
  }
  const auto product = multiply(*number, row.factor);
  if (!product) return refused(texts::exchange::source_number_unreadable);
  return {.state = State::value, .value = Value::number(*product)};
}

// The code that is in force and has this label.
std::optional<std::string> code_labelled(const Field& field, std::string_view label) {
  for (const InlineCode& each : field.inline_codes) {
    if (each.label.zh == label) return each.code;
  }
  if (field.table == nullptr) return std::nullopt;
  for (const CodeEntry& entry : field.table->entries()) {
    if (entry.last_year == 0 && entry.zh == label) return std::string(entry.code);
  }
  return std::nullopt;
}

std::optional<std::string> label_of(const Field& field, std::string_view code) {
  for (const InlineCode& each : field.inline_codes) {
    if (each.code == code) return each.label.zh;
  }
  const CodeEntry* entry = field.table == nullptr ? nullptr : field.table->find(code);
  return entry == nullptr ? std::nullopt : std::optional(std::string(entry->zh));
}

Reading read_code(const MapContent& map, const MapRow& row, std::string_view text) {
  const CodeList none;
  const CodeList& list = row.codes ? map.codes[*row.codes] : none;
  for (std::size_t i = 0; i < list.pairs.size(); ++i) {
    if (list.pairs[i].first != text) continue;
    return {.state = State::value, .value = Value::text(list.pairs[i].second), .pair = i};
  }
  auto code = row.labels ? code_labelled(*row.field, text) : std::nullopt;
  if (!code) return refused(texts::exchange::source_code_unknown);
  return {.state = State::value, .value = Value::text(std::move(*code))};
}

Reading read_present(const MapContent& map, const MapRow& row, const std::string& text) {
  if (row.max_length && characters_of(text) > *row.max_length) {
    return refused(texts::exchange::source_too_long, *row.max_length);
  }
  if (row.codes || row.labels) return read_code(map, row, text);
  if (row.field->type == FieldType::number) return read_number(row, text);
  if (row.date.empty()) return {.state = State::value, .value = Value::text(text)};
  auto date = read_date(text, row.date, row.field->type == FieldType::date_time);
  if (!date) return refused(texts::exchange::source_date_unreadable, row.date);
  return {.state = State::value, .value = std::move(*date)};
}

Reading fallback_of(const MapRow& row) {
  if (row.fallback.empty()) return {};
  return {.state = State::value, .value = Value::text(row.fallback), .fallback = true};
}

Written not_written(const texts::Text& text) { return {{}, std::string(text.key), text}; }

Written write_missing(const MapContent& map, const MapRow& row) {
  if (!row.required) return {};
  Written written = not_written(texts::exchange::value_missing);
  if (!row.missing.empty()) {
    written.text = row.missing.front();
  } else if (!map.missing.empty()) {
    written.text = map.missing.front();
  }
  return written;
}

Written write_code(const MapContent& map, const MapRow& row, const Value& value) {
  const std::string ours = to_string(value);
  if (row.codes) {
    const auto& pairs = map.codes[*row.codes].pairs;
    const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.second == ours; });
    if (found != pairs.end()) return {found->first, {}, {}};
  }
  auto label = row.labels ? label_of(*row.field, ours) : std::nullopt;
  if (!label) return not_written(texts::exchange::code_not_written);
  return {std::move(label), {}, {}};
}

Written write_known(const MapContent& map, const MapRow& row, const Value& value) {
  if (row.codes || row.labels) return write_code(map, row, value);
  if (!row.date.empty()) {
    auto text = written_date(value, row.date);
    if (!text) return not_written(texts::exchange::value_not_written);
    return {std::move(text), {}, {}};
  }
  if (!value.is(Kind::number)) return {to_string(value), {}, {}};
  const auto number = divide(value.as_number(), row.factor);
  if (!number) return not_written(texts::exchange::value_not_written);
  return {number->to_string(), {}, {}};
}

}  // namespace

std::size_t characters_of(std::string_view utf8) noexcept {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Reading read_value(const MapContent& map, const MapRow& row, const std::string* text) {
  if (text == nullptr) return fallback_of(row);
  const std::string part = row.split ? part_of(*text, *row.split) : *text;
  if (has(row.none, part)) return {.state = State::none, .value = Value::null()};
  if (part.empty() || has(row.missing, part) || has(map.missing, part)) return fallback_of(row);
  return read_present(map, row, part);
}

Written write_value(const MapContent& map, const MapRow& row, const Value& value) {
  if (value.is_null() && !row.none.empty()) return {row.none.front(), {}, {}};
  if (value.is_unknown() || value.is_null()) return write_missing(map, row);
  Written written = write_known(map, row, value);
  if (written.text && row.max_length && characters_of(*written.text) > *row.max_length) {
    written.text.reset();
    written.code = texts::exchange::value_too_long.key;
    written.message = texts::message(texts::exchange::value_too_long, *row.max_length);
  }
  return written;
}

}  // namespace birthcase::exchange
