// The rows of a map.
#include "dates.hpp"
#include "json/document.hpp"
#include "map_reader.hpp"
#include "nearest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::exchange {
namespace {

// A field by its name, or why there is none.
std::string no_such_field(const Rules& rules, std::string_view name) {
  std::vector<std::string_view> ids;
  for (const Field& field : rules.fields) ids.emplace_back(field.id);
  const auto near = nearest(name, ids);
  if (near.empty()) return "the profile has no such field; `birthcase fields` lists them";
  return fmt::format("the profile has no such field; did you mean '{}'?", near);
}

bool is_day_or_moment(const Field& field) noexcept {
  return field.type == FieldType::date || field.type == FieldType::date_time;
}

}  // namespace

void MapReader::read_row(const Element& element) {
  if (!element.has_only({"from",       "to",       "codes",  "labels",    "date",     "unit",  "factor",
                         "split",      "missing",  "none",   "default",   "when",     "min",   "max",
                         "max_length", "required", "number", "direction", "constant", "unused"})) {
    return;
  }
  MapRow row;
  row.pointer = element.path();
  read_target(element, row);
  if (problems_.any()) return;
  read_texts_of(element, row);
  read_conversion(element, row);
  read_limits(element, row);
  read_condition(element, row);
  if (!problems_.any()) check_row(element, row);
  map_.rows.push_back(std::move(row));
}

void MapReader::read_target(const Element& element, MapRow& row) {
  row.from = path_at(element, "from");
  if (row.from.empty()) return element.fail(ErrorKind::missing, "'from' is missing: the path in the source");
  row.unused = text_at(element, "unused");
  if (const auto constant = element.member("constant")) {
    const auto texts = texts_at(element, "constant");
    row.constant = texts.empty() ? std::string() : texts.front();
  }
  row.to = text_at(element, "to");
  const int targets = (row.to.empty() ? 0 : 1) + (row.constant ? 1 : 0) + (row.unused.empty() ? 0 : 1);
  if (targets != 1) {
    return element.fail(ErrorKind::contradiction,
                        "a row has exactly one of 'to' (a fact), 'constant' (what is always written) and 'unused' (why "
                        "nothing reads it)");
  }
  if (row.to.empty()) return;
  const auto field = rules_.schema.field(row.to);
  if (!field) return element.member("to")->fail(ErrorKind::unknown_name, no_such_field(rules_, row.to));
  row.field = &rules_.fields[*field];
}

void MapReader::read_texts_of(const Element& element, MapRow& row) {
  row.missing = texts_at(element, "missing");
  row.none = texts_at(element, "none");
  row.fallback = text_at(element, "default");
  row.unit = text_at(element, "unit");
  row.required = flag_at(element, "required");
  row.number = flag_at(element, "number");
  row.labels = flag_at(element, "labels");
  row.direction =
      word_at<Direction>(element, "direction",
                         {{"both", Direction::both}, {"in", Direction::in}, {"out", Direction::out}}, Direction::both);
}

void MapReader::read_conversion(const Element& element, MapRow& row) {
  row.date = text_at(element, "date");
  if (const auto factor = number_at(element, "factor")) row.factor = *factor;
  if (const auto split = element.member("split")) {
    if (!split->has_only({"by", "part"})) return;
    const auto part = split->member("part");
    row.split = Split{text_at(*split, "by"), part ? part->count().value_or(1) : 1};
    if (row.split->by.empty() || row.split->part == 0) {
      split->fail(ErrorKind::missing, "write {\"by\": \"+\", \"part\": 1}: what separates the parts, and which part");
    }
  }
  use_codes(element, row);
}

// A list by its id, or pairs of the row's own.
void MapReader::use_codes(const Element& element, MapRow& row) {
  const auto codes = element.member("codes");
  if (!codes || row.field == nullptr) return;
  if (codes->value().is_object()) {
    map_.codes.push_back({row.pointer, {}});
    read_pairs(*codes, map_.codes.back());
    row.codes = map_.codes.size() - 1;
  } else if (const auto id = codes->text()) {
    const auto found =
        std::find_if(map_.codes.begin(), map_.codes.end(), [&](const CodeList& l) { return l.id == *id; });
    if (found == map_.codes.end()) {
      return codes->fail(ErrorKind::unknown_name, "'codes' of the map has no such list; add it, or correct the name");
    }
    row.codes = static_cast<std::size_t>(found - map_.codes.begin());
  }
  if (!row.codes) return;
  for (const auto& [theirs, ours] : map_.codes[*row.codes].pairs) check_code(*codes, row, ours);
}

void MapReader::check_code(const Element& at, const MapRow& row, const std::string& code) const {
  const Field& field = *row.field;
  const auto same = [&code](const InlineCode& each) { return each.code == code; };
  bool known = true;
  if (field.type == FieldType::boolean) known = code == "true" || code == "false";
  if (field.type == FieldType::code && field.table != nullptr) known = field.table->contains(code);
  if (field.type == FieldType::code && field.table == nullptr) {
    known = std::any_of(field.inline_codes.begin(), field.inline_codes.end(), same);
  }
  if (known) return;
  at.fail(ErrorKind::unknown_name, fmt::format("the field '{}' has no code '{}'; `birthcase fields` lists its codes",
                                               field.id, json::is_presentable(code) ? code : "…"));
}

void MapReader::read_limits(const Element& element, MapRow& row) {
  row.min = number_at(element, "min");
  row.max = number_at(element, "max");
  if (const auto length = element.member("max_length")) row.max_length = length->count();
}

void MapReader::read_condition(const Element& element, MapRow& row) {
  const auto when = element.member("when");
  const auto text = when ? when->text() : std::nullopt;
  if (!text) return;
  auto condition = Condition::compile(*text, *vocabulary_);
  if (condition) {
    row.when = std::move(*condition);
    return;
  }
  const Error& error = condition.error();
  when->fail(error.kind, fmt::format("column {} of the condition: {}", error.column, error.message));
}

void MapReader::check_row(const Element& element, const MapRow& row) {
  if (row.field == nullptr) return;
  const bool number = row.field->type == FieldType::number;
  if (row.labels && row.field->type != FieldType::code) {
    return element.fail(ErrorKind::wrong_type, "'labels' is for a field that is a code");
  }
  if (!number && (!(row.factor == Number(1)) || row.min || row.max)) {
    return element.fail(ErrorKind::wrong_type, "'factor', 'min' and 'max' are for a field that is a number");
  }
  if (row.factor.is_zero()) return element.fail(ErrorKind::out_of_range, "a factor must not be 0");
  if (row.date.empty()) return;
  if (!is_day_or_moment(*row.field)) {
    return element.member("date")->fail(ErrorKind::wrong_type, "'date' is for a field that is a day or a moment");
  }
  if (const auto problem = problem_of_pattern(row.date, row.field->type == FieldType::date_time)) {
    element.member("date")->fail(ErrorKind::syntax, *problem);
  }
}

}  // namespace birthcase::exchange
