/// What is odd about the rules of a profile once their conditions are compared by a solver.
#pragma once

#include <birthcase/lint.hpp>
#include <birthcase/profile.hpp>

#include <vector>

namespace birthcase::analysis {

/// Remarks that take a solver: `rule-never-applies`, `rule-always-applies`, `rule-never-reached`, `rule-swallowed`,
/// `promises-overlap`, `families-without-promise`, `families-without-channel`. They are about the rules that this
/// profile itself writes, and about what it promises and opens, for families whose facts are known, with one newborn.
/// Line and column are left to `place`.
std::vector<LintRemark> semantic_lint(const Profile& profile);

}  // namespace birthcase::analysis
