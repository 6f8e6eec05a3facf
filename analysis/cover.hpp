/// A set of families in words: the condition, in the rule language, that holds for exactly them.
#pragma once

#include "analysis/families.hpp"
#include "analysis/literals.hpp"
#include "analysis/rulebook.hpp"

#include <functional>
#include <string>
#include <vector>

namespace birthcase::analysis {

/// A condition and whether it was shown to hold for exactly the families in question.
struct Description {
  std::string condition;
  bool exact = false;
};

/// Adds to the families met some that are possible and differ from this one in one fact.
using MakeLike = std::function<void(std::size_t family)>;

/// Describes the families of `wanted` among those of `possible`, a solver that is left as it was, by as few atoms as
/// will do: prime implicants of the formula, one after the other until nothing is left. `met` are some of those that
/// are possible; it gets those that the solver finds. Where the atoms do not determine the formula, or more than a
/// dozen implicants would be needed, the description is not exact and has the few that reach most of those met.
Description describe(const z3::expr& wanted, z3::solver& possible, Families& met, const MakeLike& make_like,
                     const std::vector<Literal>& literals, Rulebook& rules);

}  // namespace birthcase::analysis
