#include "analysis/least.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace birthcase::analysis {

Least::Least(z3::solver& solver, const Birth& birth, const z3::expr& wanted)
    : solver_(solver), birth_(birth), scope_(solver) {
  solver_.add(wanted);
  for (const Birth::Fact& fact : birth_.facts()) absent_.push_back(fact.term.unknown);
  for (const Birth::Document& document : birth_.documents()) absent_.push_back(!document.there);
}

// At first nothing may be told. Each contradiction names facts one of which has to be: these are admitted, and one more
// of all that are admitted may be told (the algorithm MSU3).
std::optional<z3::model> Least::next() {
  for (;;) {
    z3::expr_vector assumed(solver_.ctx());
    for (const z3::expr& each : absent_) assumed.push_back(each);
    if (!admitted_.empty()) assumed.push_back(at_most(told_));
    const z3::check_result found = solver_.check(assumed);
    if (found == z3::sat) return solver_.get_model();
    if (found == z3::unknown || !admit(solver_.unsat_core())) return std::nullopt;
  }
}

// A name for that so many are told of those that may be.
z3::expr Least::at_most(unsigned number) {
  const z3::expr name = solver_.ctx().bool_const(fmt::format("at most {} are told", number).c_str());
  z3::expr_vector told(solver_.ctx());
  for (const z3::expr& each : admitted_) told.push_back(!each);
  solver_.add(z3::implies(name, z3::atmost(told, number)));
  return name;
}

// Whether that gives the solver more room.
bool Least::admit(const z3::expr_vector& core) {
  std::set<unsigned> named;
  for (unsigned i = 0; i < core.size(); ++i) named.insert(core[static_cast<int>(i)].id());
  const auto rest = std::stable_partition(absent_.begin(), absent_.end(),
                                          [&](const z3::expr& each) { return !named.contains(each.id()); });
  admitted_.insert(admitted_.end(), rest, absent_.end());
  absent_.erase(rest, absent_.end());
  ++told_;
  return !named.empty() && told_ <= admitted_.size();
}

}  // namespace birthcase::analysis
