#include <birthcase/testing.hpp>

#include "nearest.hpp"
#include "testing/document_reader.hpp"
#include "testing/expectation.hpp"

#include <fmt/format.h>

#include <utility>

namespace birthcase {

namespace {

Result<Profile> built_in_named(std::string_view id, const ProfileData& data) {
  const auto ids = Profile::built_in_ids();
  for (const std::string_view known : ids) {
    if (known == id) return Profile::built_in(id, data);
  }
  const bool file = id.find('/') != std::string_view::npos || id.ends_with(".json");
  const std::string_view near = nearest(id, ids);
  Error error;
  error.kind = ErrorKind::unknown_name;
  error.message = file ? "profiles in files cannot be loaded here; name a built-in one"
                       : fmt::format("there is no profile '{}'; built in are {}{}", shown(id), fmt::join(ids, ", "),
                                     near.empty() ? std::string() : fmt::format("; did you mean '{}'?", near));
  return error;
}

}  // namespace

Result<Profile> look_up_built_in(std::string_view id) { return built_in_named(id, {}); }

ProfileLookup built_in_with(ProfileData data) {
  return [data = std::move(data)](std::string_view id) { return built_in_named(id, data); };
}

Result<RuleTests> RuleTests::parse(std::string_view json, const ProfileLookup& profiles, std::string document) {
  auto cases = testing::DocumentReader(json, profiles).read();
  if (!cases) return cases.error();
  RuleTests tests;
  tests.document_ = std::move(document);
  tests.cases_ = std::move(*cases);
  return tests;
}

Result<RuleTests> RuleTests::parse(std::string_view json) { return parse(json, look_up_built_in); }

RuleTestResult judge(const RuleTest& test, const Plan& plan) {
  RuleTestResult result{test.name, test.source, test.path, {}};
  if (test.expectations != nullptr) test.expectations->compare(plan, result.mismatches);
  return result;
}

RuleTestResult run(const RuleTest& test) { return judge(test, plan(test.profile, test.application, test.as_of)); }

RuleTestReport run(const RuleTests& tests, const PlanVisitor& visit) {
  RuleTestReport report{.document = tests.document()};
  report.results.reserve(tests.cases().size());
  for (const RuleTest& test : tests.cases()) {
    const Plan made = plan(test.profile, test.application, test.as_of);
    if (visit) visit(test, made);
    report.results.push_back(judge(test, made));
    ++(report.results.back().passed() ? report.passed : report.failed);
  }
  return report;
}

}  // namespace birthcase
