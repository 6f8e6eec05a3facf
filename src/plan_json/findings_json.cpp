#include "plan_json/findings_json.hpp"

namespace birthcase {

void write_findings(JsonWriter& json, std::span<const Finding> findings, std::optional<Language> language) {
  json.open_array();
  for (const Finding& finding : findings) {
    json.open_object();
    json.text_at("severity", to_string(finding.severity));
    json.text_at("code", finding.code);
    json.text_at("path", finding.path);
    if (language) json.text_at("message", finding.message.in(*language));
    json.close_object();
  }
  json.close_array();
}

}  // namespace birthcase
