/// Tests of rules: files `*.birthcase.json` that say what a plan must answer, and the engine that runs them.
///
/// A test makes an application, plans it and compares what it expects with the plan; nothing is worked out a second
/// time here. `docs/testing-rules.md` describes the documents. With doctest:
///
/// \code
/// TEST_CASE("the rules of our city") {
///   const auto tests = birthcase::RuleTests::parse(text, lookup, "our-city.birthcase.json").value();
///   BIRTHCASE_CHECK_RULES(birthcase::run(tests));
/// }
/// \endcode
#pragma once

#include <birthcase/application.hpp>
#include <birthcase/date.hpp>
#include <birthcase/plan.hpp>
#include <birthcase/profile.hpp>
#include <birthcase/result.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace birthcase {

namespace testing {
class Expectations;
}

/// Gives the profile that a document of tests names: an id, or a file (with `/` in it or ending in `.json`).
/// An error without a document is taken for one about the name, and gets the place where the name stands.
using ProfileLookup = std::function<Result<Profile>(std::string_view id_or_file)>;

/// The lookup that knows the built-in profiles only. Errors: `unknown_name`, with the nearest id.
Result<Profile> look_up_built_in(std::string_view id);

/// As above, and loads them with this data.
ProfileLookup built_in_with(ProfileData data);

/// One case: an application, a day, a profile, and what the plan must say.
struct RuleTest {
  std::string name;
  std::string source;  ///< what the case is drawn from; may be empty
  Profile profile;
  Date as_of;
  Application application;
  std::string path;                                             ///< JSON pointer of the case in its document
  std::shared_ptr<const testing::Expectations> expectations{};  ///< compiled for `profile`
};

/// A document of tests, read whole and checked. Immutable; a copy costs as much as its cases.
class RuleTests {
 public:
  static constexpr std::size_t max_document_bytes = std::size_t{8} << 20U;
  static constexpr std::size_t max_cases = 100'000;
  static constexpr std::size_t max_application_bytes = std::size_t{256} << 20U;  ///< the base, once for each case

  /// Reads a document; `document` is what reports call it. Errors have its JSON pointer, line and column: what is not
  /// JSON, unknown keys, ids, facts and codes (with the nearest), values of the wrong type, a name that stands twice,
  /// an application that does not parse, more than the limits above. What is wrong with a profile names that profile.
  static Result<RuleTests> parse(std::string_view json, const ProfileLookup& profiles, std::string document = {});

  /// As above, for tests of built-in profiles.
  static Result<RuleTests> parse(std::string_view json);

  std::span<const RuleTest> cases() const noexcept { return cases_; }
  const std::string& document() const noexcept { return document_; }

 private:
  RuleTests() = default;

  std::string document_;
  std::vector<RuleTest> cases_;
};

/// Why the plan says what it says about one thing.
struct Reason {
  std::string item;       ///< what it is about: `marriage-certificate`, `hukou-registration[0]`, `mother.name`
  std::string answer;     ///< what the plan says about it: `status bring`
  std::string rule;       ///< id of the rule that decided; empty where none did
  std::string holds;      ///< whether it applies: `yes`, `no`, `unknown`
  std::string document;   ///< where the rule stands: id of a profile …
  std::string path;       ///< … and the JSON pointer in its own document
  std::string source;     ///< the source that the rule cites
  std::string condition;  ///< empty where the rule always applies
  std::string deciding;   ///< the part of the condition, or the dates of the rule, that decided
  std::vector<std::pair<std::string, std::string>> facts;  ///< read: name → value as JSON text, or `unknown`
};

/// An expectation that was not met. Its own reason is the one about the first thing that differs.
struct Mismatch : Reason {
  std::string expectation;              ///< `evidence exactly`, `lanes hukou-registration go_to`
  std::vector<std::string> expected;    ///< as the test names it
  std::vector<std::string> got;         ///< as the plan has it
  std::vector<std::string> missing;     ///< of sets: expected and not got
  std::vector<std::string> unexpected;  ///< of sets: got and not expected
  std::vector<Reason> others;           ///< about the other things that differ
};

struct RuleTestResult {
  std::string name;
  std::string source;
  std::string path;
  std::vector<Mismatch> mismatches;

  bool passed() const noexcept { return mismatches.empty(); }
};

/// What running a document of tests gave.
struct RuleTestReport {
  std::string document;
  std::vector<RuleTestResult> results;  ///< in the order of the cases
  std::size_t passed = 0;
  std::size_t failed = 0;
  double seconds = 0;  ///< how long it took, where the caller measured: the library reads no clock
};

/// Sees each case with the plan made for it, before it is judged.
using PlanVisitor = std::function<void(const RuleTest& test, const Plan& plan)>;

/// Plans every case and compares. Changes nothing; several threads may run the same tests.
RuleTestReport run(const RuleTests& tests, const PlanVisitor& visit = {});
RuleTestResult run(const RuleTest& test);

/// Compares a plan that was made under the test's profile with what the test expects.
RuleTestResult judge(const RuleTest& test, const Plan& plan);

/// For people: a line of counts, then each failure with the expected and the actual value, the rule and its place in
/// the profile. `with_passed` also names the cases that passed.
std::string to_text(const RuleTestReport& report, bool with_passed = false);
std::string to_text(const RuleTestResult& result);

/// `{document, passed, failed, results: [{name, source, path, passed, mismatches: […]}]}`, one object or a list.
std::string to_json(const RuleTestReport& report);
std::string to_json(std::span<const RuleTestReport> reports);

/// JUnit's XML: a `testsuite` for each report, a `testcase` for each result.
std::string to_junit(std::span<const RuleTestReport> reports);

}  // namespace birthcase

/// A check of doctest for each case of a report; a failure shows the text of its result. Needs doctest where it is
/// used, and nothing here.
#define BIRTHCASE_CHECK_RULES(report)                                                           \
  do {                                                                                          \
    const ::birthcase::RuleTestReport birthcase_report = (report);                              \
    CHECK_MESSAGE(!birthcase_report.results.empty(), "the document of rule tests has no case"); \
    for (const ::birthcase::RuleTestResult& birthcase_result : birthcase_report.results) {      \
      CHECK_MESSAGE(birthcase_result.passed(), ::birthcase::to_text(birthcase_result));         \
    }                                                                                           \
  } while (false)
