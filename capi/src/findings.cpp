#include "findings.hpp"

#include "guard.hpp"
#include "plan_json/findings_json.hpp"

namespace birthcase::capi {

std::string findings_json(std::span<const Finding> findings, Language language) {
  JsonWriter json(64 + 256 * findings.size());
  write_findings(json, findings, language);
  return json.take();
}

std::string finding_text(std::span<const Finding> findings, std::int32_t attribute, std::int32_t index,
                         Language language) {
  if (attribute < BIRTHCASE_FINDING_SEVERITY || attribute > BIRTHCASE_FINDING_MESSAGE) {
    fail(BIRTHCASE_BAD_ARGUMENT, "attribute: one of BIRTHCASE_FINDING_…");
  }
  const Finding& finding = findings[place(index, findings.size())];
  if (attribute == BIRTHCASE_FINDING_SEVERITY) return std::string(to_string(finding.severity));
  if (attribute == BIRTHCASE_FINDING_CODE) return finding.code;
  if (attribute == BIRTHCASE_FINDING_PATH) return finding.path;
  return finding.message.in(language);
}

std::int32_t state_of(const Value& value) noexcept {
  if (value.is_unknown()) return BIRTHCASE_FACT_UNKNOWN;
  return value.is_null() ? BIRTHCASE_FACT_NONE : BIRTHCASE_FACT_KNOWN;
}

std::string text_of(const Value& value) {
  if (value.is_unknown() || value.is_null() || value.is(Kind::context)) return {};
  if (!value.is(Kind::list)) return to_string(value);
  std::string text;
  for (const Value& item : value.as_list()) {
    if (!text.empty()) text += ',';
    text += to_string(item);
  }
  return text;
}

}  // namespace birthcase::capi
