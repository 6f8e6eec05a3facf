#include "case/refusals.hpp"

#include <birthcase/plan_json.hpp>

#include "case/labels.hpp"
#include "case/names.hpp"
#include "plan_json/names.hpp"

namespace birthcase {

std::span<const std::string_view> refusal_codes() noexcept { return texts::keys_of_refusals; }

Error Refusal::to_error() const {
  Error error;
  error.kind = kind;
  error.message = message.en;
  error.path = path;
  std::string_view separator = " (";
  for (const Finding& finding : findings) {
    error.message += separator;
    error.message += finding.code;
    if (!finding.path.empty()) error.message += " at " + finding.path;
    separator = ", ";
  }
  if (!findings.empty()) error.message += ')';
  return error;
}

void throw_exception_from_error(const Refusal& refusal, const boost::source_location& /*where*/) {
  throw BadResult(refusal.to_error());
}

namespace cases {

Refusal refuse(const texts::Text& refusal, std::string path, std::vector<Finding> findings) {
  return {
      .code = std::string(refusal.key), .message = refusal, .path = std::move(path), .findings = std::move(findings)};
}

Refusal refuse(const texts::Text& refusal, const std::string& path, Label why) {
  return refuse(refusal, path, {{Severity::error, std::string(refusal.key), path, std::move(why)}});
}

Refusal refuse(const Error& error, std::string_view under) {
  return {.kind = error.kind,
          .code = std::string(to_string(error.kind)),
          .message = {error.message, error.message},
          .path = std::string(under) + error.path};
}

std::vector<Finding> errors_of(const Plan& plan) {
  std::vector<Finding> errors;
  for (const Finding& finding : plan.findings) {
    if (finding.severity == Severity::error) errors.push_back(finding);
  }
  return errors;
}

Finding finding_about(const Profile& profile, FactRef fact, std::string code, const Label& what) {
  return {Severity::error, std::move(code), fact_path(profile, fact),
          texts::message(case_findings::about, what, label_of(profile.rules(), fact))};
}

Finding finding_about(const Plan& plan, const EvidenceItem& item, std::string code, const Label& what) {
  const Rules& rules = plan.profile().rules();
  const Label words = document_words_and_id(rules, named(rules, item), plan.newborns() > 1);
  return {Severity::error, std::move(code), "/evidence", texts::message(case_findings::about, what, words)};
}

Finding finding_about(const CaseStep& step, std::string code, Label message, Severity severity) {
  return {severity, std::move(code), "/steps/" + step.planned.step, std::move(message)};
}

}  // namespace cases
}  // namespace birthcase
