/// `birthcase test --mutants`: whether the tests notice each change of a rule.
#pragma once

#include <birthcase/mutation.hpp>

#include "output.hpp"
#include "test_run.hpp"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <vector>

namespace birthcase::cli {

/// `--mutants [RULE]`, `--survivors FILE`
struct MutantOptions {
  std::optional<std::string> mutants;  ///< the beginning of rules' ids; empty: all rules
  std::string survivors;

  void add_to(CLI::App& command);
  bool wanted() const noexcept { return mutants.has_value(); }
};

/// Changes the rules of the profiles that the run's documents name; of `own` only those that they add or change.
/// `profiles`: those of `--profile`. `answer_is_no` where a change went unnoticed that `--survivors` does not name, or
/// one that it names was noticed.
Status find_mutants(const MutantOptions& options, const TestRun& run, const std::vector<std::string>& profiles,
                    MutationReport& report, bool own = false);

/// Counts, then every survivor with its place, and every accepted one that was killed.
std::string to_text(const MutationReport& report);

}  // namespace birthcase::cli
