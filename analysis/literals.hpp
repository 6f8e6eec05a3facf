/// The parts of conditions that descriptions of families are made of.
#pragma once

#include "analysis/rulebook.hpp"

#include <string>
#include <vector>
#include <z3++.h>

namespace birthcase::analysis {

/// Part of a condition, with its formula.
struct Literal {
  std::string text;  ///< as the rules write it
  z3::expr yes;
  z3::expr no;
  std::string opposite{};  ///< as they write that it does not hold; empty: they do not
};

/// Adds the atoms of every condition that this rulebook was asked, for its first newborn, each text once.
void add_literals_of(Rulebook& rules, std::vector<Literal>& literals);

}  // namespace birthcase::analysis
