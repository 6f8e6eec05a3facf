/// `birthcase test --coverage`: what the tests have shown of the rules, what is missing, and tests for it.
#pragma once

#include <birthcase/coverage.hpp>

#include "output.hpp"
#include "test_run.hpp"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace birthcase::cli {

/// `--coverage`, `--own`, `--min N`, `--suggest [FILE]`
struct CoverageOptions {
  bool coverage = false;
  bool own = false;
  std::optional<double> min;
  std::optional<std::string> suggest;  ///< a file; empty or `-`: the standard output

  void add_to(CLI::App& command);
  bool wanted() const noexcept { return coverage || own || min || suggest; }

  /// Whether the suggested document is what is written to the standard output.
  bool takes_output() const noexcept { return suggest && (suggest->empty() || *suggest == "-"); }
};

/// What the tests of a run have shown of the profiles that they name, with the excuses of their documents; complains
/// about each excuse that is wrong.
Status cover(const CoverageOptions& options, const TestRun& run, Coverage& coverage);

/// Totals by table, then what is missing, rule by rule.
std::string to_text(const Coverage& coverage);

/// Writes the tests that are suggested, and says what was found.
Status write_suggestion(const CoverageOptions& options, const TestRun& run, const Coverage& coverage);

/// `answer_is_no`, and why, where less than `--min` has been seen.
Status judge(const CoverageOptions& options, const Coverage& coverage);

}  // namespace birthcase::cli
