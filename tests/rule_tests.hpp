// Documents of rule tests for the tests of the engine: one case over the local family of Yiwu.
#pragma once

#include <birthcase/testing.hpp>

#include "applications.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>

namespace birthcase::tests {

/// The built-in profiles, loaded once.
inline Result<Profile> lookup(std::string_view id) {
  for (const std::string_view known : Profile::built_in_ids()) {
    if (known == id) return built_in(id);
  }
  return look_up_built_in(id);
}

/// A document with these members besides the local family of Yiwu on 10 June 2019.
inline std::string document_with(std::string_view members) {
  static const std::string base = source_file("examples/applications/yiwu-local.json");
  return fmt::format(R"({{"profile": "yiwu", "as_of": "2019-06-10", "base": {}, {}}})", base, members);
}

/// A document with one case.
inline std::string document_of(std::string_view expect, std::string_view given = "{}") {
  return document_with(fmt::format(R"("cases": [{{"name": "case", "given": {}, "expect": {}}}])", given, expect));
}

inline RuleTests tests_of(std::string_view document) { return RuleTests::parse(document, lookup).value(); }

inline RuleTestResult result_of(std::string_view expect, std::string_view given = "{}") {
  const RuleTests tests = tests_of(document_of(expect, given));
  REQUIRE(tests.cases().size() == 1);
  return run(tests.cases().front());
}

inline bool passes(std::string_view expect, std::string_view given = "{}") { return result_of(expect, given).passed(); }

/// The mismatches in short: `evidence exactly: expected a, b; got b; missing a`, one a line.
inline std::string failure_of(std::string_view expect, std::string_view given = "{}") {
  std::string text;
  for (const Mismatch& each : result_of(expect, given).mismatches) {
    if (!text.empty()) text += '\n';
    text += fmt::format("{}: expected {}; got {}", each.expectation, fmt::join(each.expected, ", "),
                        fmt::join(each.got, ", "));
    if (!each.missing.empty()) text += fmt::format("; missing {}", fmt::join(each.missing, ", "));
    if (!each.unexpected.empty()) text += fmt::format("; unexpected {}", fmt::join(each.unexpected, ", "));
  }
  return text;
}

/// What is wrong with a document that has to be refused.
inline Error refusal_of(std::string_view document) {
  const auto tests = RuleTests::parse(document, lookup);
  REQUIRE_FALSE(tests.has_value());
  return tests.error();
}

}  // namespace birthcase::tests
