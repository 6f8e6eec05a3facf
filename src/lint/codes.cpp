// Every code in one place: what is not here cannot be said.
#include "lint/subject.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <array>

namespace birthcase {
namespace {

constexpr Severity odd = Severity::warning;
constexpr Severity wrong = Severity::error;

constexpr std::array all_codes{
    LintCode{"absorption-answers-nothing", odd},
    LintCode{"alternative-never-accepted", odd},
    LintCode{"calendar-missing", odd},
    LintCode{"delivery-method-misspelt", odd},
    LintCode{"due-before-input", odd},
    LintCode{"duplicate-form-line", odd},
    LintCode{"duplicate-rule", odd},
    LintCode{"fact-without-supplier", odd},
    LintCode{"families-without-channel", odd},
    LintCode{"families-without-promise", Severity::info},
    LintCode{"fields-look-alike", odd},
    LintCode{"go-to-missing", odd},
    LintCode{"holder-without-person", wrong},
    LintCode{"hours-on-rest-days-only", odd},
    LintCode{"jurisdiction-missing", wrong},
    LintCode{"key-unknowable", odd},
    LintCode{"label-untranslated", odd},
    LintCode{"labels-alike", odd},
    LintCode{"look-up-without-keys", odd},
    LintCode{"member-without-effect", odd},
    LintCode{"needs-own-result", wrong},
    LintCode{"no-service-concerned", wrong},
    LintCode{"otherwise-missing", odd},
    LintCode{"override-changes-nothing", odd},
    LintCode{"producer-not-offered", odd},
    LintCode{"promises-overlap", odd},
    LintCode{"reason-missing", odd},
    LintCode{"rule-always-applies", odd},
    LintCode{"rule-never-applies", wrong},
    LintCode{"rule-never-in-force", wrong},
    LintCode{"rule-never-reached", wrong},
    LintCode{"rule-shadowed", wrong},
    LintCode{"rule-swallowed", odd},
    LintCode{"rules-not-compared", Severity::info},
    LintCode{"share-answers-nothing", odd},
    LintCode{"source-unknown", odd},
    LintCode{"tolerance-covers-nothing", odd},
    LintCode{"unused-evidence", odd},
    LintCode{"unused-field", odd},
    LintCode{"unused-holder", odd},
    LintCode{"unused-hours", odd},
    LintCode{"unused-institution", odd},
    LintCode{"unused-option", odd},
    LintCode{"unused-organisation", odd},
    LintCode{"unused-source", odd},
    LintCode{"versions-gap", odd},
    LintCode{"versions-overlap", odd},
};

}  // namespace

std::span<const LintCode> lint_codes() noexcept { return all_codes; }

namespace linting {

Severity severity_of(std::string_view code) noexcept {
  const auto at = std::find_if(all_codes.begin(), all_codes.end(),
                               [code](const LintCode& candidate) { return candidate.code == code; });
  BOOST_ASSERT_MSG(at != all_codes.end(), "a remark's code stands in the table");
  return at->severity;
}

}  // namespace linting
}  // namespace birthcase
