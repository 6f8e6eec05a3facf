#include "plan_json/field_kind.hpp"

#include <algorithm>

namespace birthcase {
namespace {

void write_codes(JsonWriter& json, const Field& field, const Constraints& constraints, Language language) {
  if (field.table != nullptr) {
    json.text_at("codes", field.table->id());
    if (constraints.codes.empty()) return;
    json.key("only");
    json.open_array();
    for (const std::string& code : constraints.codes) json.text(code);
    return json.close_array();
  }
  if (field.inline_codes.empty()) return;
  json.key("codes");
  json.open_array();
  for (const InlineCode& each : field.inline_codes) {
    const bool accepted =
        constraints.codes.empty() || std::binary_search(constraints.codes.begin(), constraints.codes.end(), each.code);
    if (!accepted) continue;
    json.open_object();
    json.text_at("code", each.code);
    json.text_at("label", each.label.in(language));
    json.close_object();
  }
  json.close_array();
}

}  // namespace

void write_kind(JsonWriter& json, const Field& field, const Constraints& constraints, Language language) {
  json.text_at("type", to_string(field.type));
  if (field.format != Format::none) json.text_at("format", to_string(field.format));
  write_codes(json, field, constraints, language);
  if (constraints.max_length) json.number_at("max_length", *constraints.max_length);
  if (constraints.min) {
    json.key("min");
    json.literal(constraints.min->to_string());
  }
  if (constraints.max) {
    json.key("max");
    json.literal(constraints.max->to_string());
  }
}

}  // namespace birthcase
