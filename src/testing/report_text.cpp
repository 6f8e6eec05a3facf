// Reports for people.
#include <birthcase/testing.hpp>

#include "text/wrap.hpp"

#include <fmt/format.h>

namespace birthcase {
namespace {

using text::on_one_line;

std::string listed(const std::vector<std::string>& items) {
  return items.empty() ? std::string("(none)") : fmt::format("{}", fmt::join(items, ", "));
}

void add_line(std::string& text, std::size_t indent, std::string_view key, std::string_view value) {
  text += on_one_line(fmt::format("{:{}}{:<11}{}", "", indent, key, value)) + '\n';
}

void add_reason(std::string& text, const Reason& reason) {
  if (reason.item.empty() && reason.answer.empty()) return;
  text += on_one_line(fmt::format("      {}: {}", reason.item, reason.answer)) + '\n';
  if (reason.rule.empty()) return;
  const std::string_view holds = reason.holds == "yes"  ? "applies"
                                 : reason.holds == "no" ? "does not apply"
                                                        : "is open: facts are missing";
  add_line(text, 8, "rule", fmt::format("{} {}", reason.rule, holds));
  add_line(text, 8, "stands in", fmt::format("{} {}", reason.document, reason.path));
  add_line(text, 8, "source", reason.source);
  if (!reason.condition.empty()) add_line(text, 8, "condition", reason.condition);
  if (!reason.deciding.empty() && reason.deciding != reason.condition) {
    add_line(text, 8, "decided by", reason.deciding);
  }
  std::string facts;
  for (const auto& [name, value] : reason.facts)
    facts += fmt::format("{}{} = {}", facts.empty() ? "" : ", ", name, value);
  if (!facts.empty()) add_line(text, 8, "facts", facts);
}

void add_mismatch(std::string& text, const Mismatch& mismatch) {
  text += "    " + on_one_line(mismatch.expectation) + '\n';
  add_line(text, 6, "expected", listed(mismatch.expected));
  add_line(text, 6, "got", listed(mismatch.got));
  if (!mismatch.missing.empty()) add_line(text, 6, "missing", listed(mismatch.missing));
  if (!mismatch.unexpected.empty()) add_line(text, 6, "unexpected", listed(mismatch.unexpected));
  add_reason(text, mismatch);
  for (const Reason& other : mismatch.others) add_reason(text, other);
}

}  // namespace

std::string to_text(const RuleTestResult& result) {
  std::string text = fmt::format("  {} {}", result.passed() ? "passed" : "FAILED", result.name);
  if (!result.source.empty()) text += fmt::format(" ({})", result.source);
  if (!result.passed()) text += " at " + result.path;
  text = on_one_line(std::move(text)) + '\n';
  for (const Mismatch& mismatch : result.mismatches) add_mismatch(text, mismatch);
  return text;
}

std::string to_text(const RuleTestReport& report, bool with_passed) {
  const std::string_view document = report.document.empty() ? std::string_view("rule tests") : report.document;
  std::string text =
      fmt::format("{}: {} passed, {} failed\n", on_one_line(std::string(document)), report.passed, report.failed);
  for (const RuleTestResult& result : report.results) {
    if (with_passed || !result.passed()) text += to_text(result);
  }
  return text;
}

}  // namespace birthcase
