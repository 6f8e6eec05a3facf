/// The boolean structure of a condition: what `and`, `or`, `not` and `if` join, and which of it decides.
#pragma once

#include "feel/program.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace birthcase::feel {

/// A part of a condition that is not joined from others: a comparison, a fact, a test of `in`, `some`, `every`, a call.
struct Atom {
  NodeId node = none;  ///< in `Decision::program`
  std::string text;
};

/// A condition as its atoms and what joins them. Of `x in (a, b)` each test is an atom of its own; what is written
/// twice is one atom.
class Decision {
 public:
  enum class Join : std::uint8_t { atom, constant, conjunction, disjunction, negation, conditional };

  /// Of a conditional the operands are the question and the two answers.
  struct Node {
    Join join = Join::atom;
    Logic value = Logic::null;              ///< of a constant
    std::uint32_t atom = 0;                 ///< of an atom: in `atoms`
    std::vector<std::uint32_t> operands{};  ///< in `nodes`
  };

  explicit Decision(const Program& program);
  explicit Decision(const Condition& condition) : Decision(program_of(condition.expression())) {}

  const Program& program() const noexcept { return program_; }
  std::span<const Atom> atoms() const noexcept { return atoms_; }
  std::span<const Node> nodes() const noexcept { return nodes_; }
  std::uint32_t root() const noexcept { return root_; }

  /// What every atom answers over these facts.
  std::vector<Logic> answers(const Facts& facts) const;

  /// The whole, for these answers of the atoms.
  Logic evaluate(std::span<const Logic> answers) const { return evaluate(root_, answers); }

  /// Whether the whole would turn from yes to no, or back, if this atom answered the opposite. An atom that is null or
  /// unknown has no opposite. Null counts as no.
  bool decides(std::size_t atom, std::span<const Logic> answers) const;

 private:
  std::uint32_t add(NodeId id);
  std::uint32_t add_atom(NodeId id, std::string text);
  std::uint32_t add_join(Join join, std::span<const NodeId> operands);
  std::uint32_t add_tests(NodeId id);
  std::string text_of(NodeId id) const;
  Logic evaluate(std::uint32_t node, std::span<const Logic> answers) const;

  Program program_;
  std::vector<Atom> atoms_;
  std::vector<Node> nodes_;
  std::uint32_t root_ = 0;
};

}  // namespace birthcase::feel
