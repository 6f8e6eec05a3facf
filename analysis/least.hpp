/// Families of whom as little as possible is told.
#pragma once

#include "analysis/birth.hpp"
#include "analysis/scope.hpp"

#include <optional>
#include <vector>

namespace birthcase::analysis {

/// The models of a solver, those first in which the least is told and handed in. What z3::optimize does, with a solver
/// that knows the limits of applications already.
class Least {
 public:
  /// Of the families of `wanted` among those of the solver, which is left as it was.
  Least(z3::solver& solver, const Birth& birth, const z3::expr& wanted);

  /// The next one; nothing if there is none, or the solver gives up.
  std::optional<z3::model> next();

  /// Goes on without this one.
  void leave_out(const z3::model& model) { solver_.add(birth_.differs_from(model)); }

 private:
  z3::expr at_most(unsigned number);
  bool admit(const z3::expr_vector& core);

  z3::solver& solver_;
  const Birth& birth_;
  Scope scope_;
  std::vector<z3::expr> absent_;    // that this is not told, or not handed in: taken as given
  std::vector<z3::expr> admitted_;  // the same of those that may be told
  unsigned told_ = 0;               // so many of them at most, and fewer will not do
};

}  // namespace birthcase::analysis
