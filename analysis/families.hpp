/// Families that a solver found, and what holds of them.
#pragma once

#include <boost/dynamic_bitset.hpp>

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>
#include <z3++.h>

namespace birthcase::analysis {

/// Some of the families that were met, by the order in which they were.
using FamilySet = boost::dynamic_bitset<std::uint64_t>;

/// Keeps what a solver found for one question, so that others need not ask for it again. Works out what holds of 64
/// families at once, each part of a formula once, whatever formulas it stands in. Not for several threads.
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

  /// What a formula is for a family, and whether it holds.
  z3::expr value(const z3::expr& formula, std::size_t family);
  bool holds(const z3::expr& formula, std::size_t family) { return value(formula, family).is_true(); }

  /// The values to which formulas so far compare this constant.
  std::vector<z3::expr> values_asked_of(const z3::expr& constant);

  /// Those of whom the formula holds. The set stays where it is, and grows when it is asked for again.
  const FamilySet& of(const z3::expr& formula);

 private:
  enum class Operation : std::uint8_t {
    fixed,
    variable,
    all,
    any,
    negation,
    implication,
    choice,
    equality,
    difference,
    other
  };
  static constexpr std::size_t at_once = 64;
  using Numbers = std::array<int, at_once>;

  struct Root;
  struct Family {
    z3::model model;
    Changes changes;
    std::size_t like;  ///< the family that is changed; itself where it is not

    const z3::expr* changed(const z3::expr& constant) const;
  };

  /// A part of a formula. Its arguments come before it.
  struct Part {
    Operation operation;
    bool boolean;
    z3::expr formula;
    std::vector<std::size_t> arguments;
    std::size_t numbers;                      ///< of what is no boolean: its place among `numbers_`
    std::vector<int> column{};                ///< of a variable: the place of its value, for each family
    std::set<int> asked{};                    ///< of a variable: the places of values to which it is compared
    std::map<std::vector<int>, int> known{};  ///< of another operation: its value by those of the arguments
    const Root* root = nullptr;               ///< where it was asked for itself
  };

  /// A formula that was asked for: its truths are kept.
  struct Root {
    std::size_t part;
    FamilySet truths;
    std::vector<std::uint64_t> words;  ///< the same, to go on from
  };

  static Operation operation_of(const z3::expr& formula);
  std::size_t part(const z3::expr& formula);
  void note_comparison(const Part& part);
  std::vector<std::size_t> below(std::size_t part);
  void begin(const std::vector<std::size_t>& all, std::size_t first, std::size_t end);
  void extend();
  void fill(Root& root, std::size_t end);
  void work_out(Part& part, std::size_t first, std::size_t end);
  std::uint64_t joined(const Part& part) const;
  void choose(const Part& part, std::size_t first, std::size_t end);
  std::uint64_t same(const Part& part) const;
  void look_up(Part& part, std::size_t first, std::size_t end);
  void ask_solver(Part& part, std::size_t first, std::size_t end);
  void put(const Part& part, std::size_t family, int value);
  int value_at(const Part& part, std::size_t family) const;
  z3::expr expression(const Part& part, int value) const;
  int place_of(const z3::expr& value);

  std::vector<Family> families_;
  std::vector<Part> parts_;
  std::unordered_map<unsigned, std::size_t> by_formula_;  // by the solver's id
  std::vector<z3::expr> values_;                          // equal ones once
  std::unordered_map<unsigned, int> places_;
  std::deque<Root> roots_;  // formulas that were asked for
  std::vector<std::size_t> variables_;
  std::vector<unsigned> seen_;  // of each part, the walk that came to it last
  unsigned walk_ = 0;
  std::size_t worked_out_ = 0;        // so many families
  std::vector<std::uint64_t> words_;  // of each part, a bit for each of the families that are worked out
  std::vector<Numbers> numbers_;      // the same of parts that are no booleans
};

}  // namespace birthcase::analysis
