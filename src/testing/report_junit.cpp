// Reports for build servers: JUnit's XML as Maven's Surefire writes it.
#include <birthcase/testing.hpp>

#include <fmt/format.h>

namespace birthcase {
namespace {

// Text that may stand in an attribute or an element. XML 1.0 has no control characters, not even escaped.
std::string escaped(std::string_view text, bool attribute) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&') {
      result += "&amp;";
    } else if (c == '<') {
      result += "&lt;";
    } else if (c == '>') {
      result += "&gt;";
    } else if (c == '"' && attribute) {
      result += "&quot;";
    } else if (c == '\n' || c == '\t' || c == '\r') {
      result += attribute || c == '\r' ? fmt::format("&#{};", static_cast<int>(byte)) : std::string(1, c);
    } else if (byte < 0x20) {
      result += "\xEF\xBF\xBD";
    } else {
      result += c;
    }
  }
  return result;
}

std::string quoted(std::string_view text) { return '"' + escaped(text, true) + '"'; }

std::string_view name_of_suite(const RuleTestReport& report) {
  return report.document.empty() ? std::string_view("rule tests") : report.document;
}

std::string summary(const RuleTestResult& result) {
  std::string text;
  for (const Mismatch& mismatch : result.mismatches) {
    text += fmt::format("{}{}: expected {}, got {}", text.empty() ? "" : "; ", mismatch.expectation,
                        fmt::join(mismatch.expected, ", "), fmt::join(mismatch.got, ", "));
  }
  return text;
}

void add_case(std::string& xml, const RuleTestReport& report, const RuleTestResult& result) {
  xml +=
      fmt::format("    <testcase name={} classname={} time=\"0\"", quoted(result.name), quoted(name_of_suite(report)));
  if (result.passed()) {
    xml += "/>\n";
    return;
  }
  xml += fmt::format(">\n      <failure message={} type=\"mismatch\">{}</failure>\n    </testcase>\n",
                     quoted(summary(result)), escaped(to_text(result), false));
}

}  // namespace

std::string to_junit(std::span<const RuleTestReport> reports) {
  std::size_t tests = 0;
  std::size_t failures = 0;
  double seconds = 0;
  std::string suites;
  for (const RuleTestReport& report : reports) {
    tests += report.results.size();
    failures += report.failed;
    seconds += report.seconds;
    suites +=
        fmt::format("  <testsuite name={} tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\" time=\"{:.3f}\">\n",
                    quoted(name_of_suite(report)), report.results.size(), report.failed, report.seconds);
    for (const RuleTestResult& result : report.results) add_case(suites, report, result);
    suites += "  </testsuite>\n";
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"birthcase\" tests=\"{}\" "
      "failures=\"{}\" errors=\"0\" time=\"{:.3f}\">\n{}</testsuites>\n",
      tests, failures, seconds, suites);
}

}  // namespace birthcase
