/// Families that a solver found, and what holds of them.
#pragma once

#include <boost/dynamic_bitset.hpp>

#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>
#include <z3++.h>

namespace birthcase::analysis {

/// Some of the families that were met, by the order in which they were.
using FamilySet = boost::dynamic_bitset<std::uint64_t>;

/// Keeps what a solver found for one question, so that others need not ask for it again. Works out what holds of all
/// families at once; each part of a formula once, whatever formulas it stands in. Not for several threads.
class Families {
 public:
  void add(const z3::model& model) { families_.push_back({model, {}, families_.size()}); }
  std::size_t size() const noexcept { return families_.size(); }

  /// What another family has instead: values of constants.
  using Changes = std::vector<std::pair<z3::expr, z3::expr>>;

  /// Adds, for each of the changes, a family that is like this one, which the solver found, but for it.
  void add_like(std::size_t family, const std::vector<Changes>& all);

  /// Forgets all from the first on of whom the formula does not hold.
  void keep(const z3::expr& formula, std::size_t first);

  /// What a constant is for a family.
  z3::expr value(const z3::expr& constant, std::size_t family) const;

  /// Those of whom the formula holds.
  const FamilySet& of(const z3::expr& formula) { return truths(part(formula)); }

 private:
  enum class Operation : std::uint8_t { variable, all, any, negation, implication, choice, equality, other };

  struct Family {
    z3::model model;
    Changes changes;
    std::size_t like;  ///< the family that is changed; itself where it is not

    const z3::expr* changed(const z3::expr& constant) const;
  };

  /// A part of a formula. Its arguments come before it.
  struct Part {
    Operation operation;
    z3::expr formula;
    std::vector<std::size_t> arguments;
    FamilySet truths{};         ///< of a boolean
    std::vector<int> values{};  ///< of anything else: its place among the values
  };

  static Operation operation_of(const z3::expr& formula);
  std::size_t part(const z3::expr& formula);
  const FamilySet& truths(std::size_t index);
  const std::vector<int>& values(std::size_t index);
  FamilySet joined(const Part& part);
  FamilySet chosen(const Part& part);
  void compare(Part& part);
  void extend(Part& part);
  z3::expr worked_out(const Part& part, std::size_t family);
  z3::expr value_of(std::size_t index, std::size_t family);
  int place_of(const z3::expr& value);

  std::vector<Family> families_;
  std::vector<Part> parts_;
  std::unordered_map<unsigned, std::size_t> by_formula_;  // by the solver's id
  std::vector<z3::expr> values_;                          // equal ones once
  std::unordered_map<unsigned, int> places_;
  std::map<std::vector<unsigned>, z3::expr> worked_out_;  // by the part and its arguments
};

}  // namespace birthcase::analysis
