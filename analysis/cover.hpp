/// A set of families in words: the condition, in the rule language, that holds for exactly them.
#pragma once

#include "analysis/rulebook.hpp"

#include <string>
#include <vector>

namespace birthcase::analysis {

/// Part of a condition, with its formula.
struct Literal {
  std::string text;  ///< as the rules write it
  z3::expr yes;
  z3::expr no;
  std::string opposite{};  ///< as they write that it does not hold; empty: they do not
};

/// A condition and whether it was shown to hold for exactly the families in question.
struct Description {
  std::string condition;
  bool exact = false;
};

/// Adds the atoms of every condition that this rulebook was asked, for its first newborn, each text once.
void add_literals_of(Rulebook& rules, std::vector<Literal>& literals);

/// Describes the families of `wanted` among those of `possible`, a solver that is left as it was, by as few atoms as
/// will do: the prime implicants of the formula, one after the other until nothing is left. Gives up on exactness where
/// the atoms do not determine it.
Description describe(const z3::expr& wanted, z3::solver& possible, const std::vector<Literal>& literals,
                     Rulebook& rules);

}  // namespace birthcase::analysis
