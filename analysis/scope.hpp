/// What is said to a solver for a while.
#pragma once

#include <z3++.h>

namespace birthcase::analysis {

/// What is added to a solver while this lives goes again with it; what the solver has learned of the rest stays.
class Scope {
 public:
  explicit Scope(z3::solver& solver) : solver_(solver) { solver_.push(); }
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;
  ~Scope() { Z3_solver_pop(solver_.ctx(), solver_, 1); }  // unlike `pop` it does not throw

 private:
  z3::solver& solver_;
};

/// A solver that is asked many questions about the same, each in a scope or under assumptions. The solver that Z3 takes
/// of itself begins each time anew. Its older way with numbers takes half the time for the many bounds of codes.
inline z3::solver patient_solver(z3::context& context) {
  z3::solver solver(context, z3::solver::simple());
  solver.set("arith.solver", 2U);
  return solver;
}

}  // namespace birthcase::analysis
