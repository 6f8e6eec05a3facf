/// From compiled FEEL to a flat program of conditions. Included by condition_program.cpp and its own file alone.
#pragma once

#include "plan/conditions/condition_program.hpp"

#include <map>
#include <optional>
#include <string>

namespace birthcase {

/// Writes all conditions into one program. Used once.
class ConditionCompiler {
 public:
  ConditionCompiler(ConditionProgram& into, const Rules& rules, const FactClasses& classes, std::uint16_t newborns);

  void write(const SharedCondition& condition);

 private:
  using Code = ConditionProgram::Code;

  struct Fact {
    Slot slot;
    FactPlace place;
  };

  struct Sides {
    feel::Comparison comparison;
    feel::NodeId left;
    feel::NodeId right_node;  ///< of a comparison
    const Value* right;       ///< if it is known
  };

  void write(const feel::Program& program, feel::NodeId node);
  void write_parts(Code code, const feel::Program& program, std::span<const feel::NodeId> parts);
  bool write_for_each_newborn(const feel::Program& program, const feel::Node& node);
  bool write_count(const feel::Program& program, const feel::Node& node);
  void write_bodies(const feel::Program& program, const feel::Node& node);
  bool write_constant(const feel::Program& program, feel::NodeId node);
  bool write_classed(const feel::Program& program, feel::NodeId node);
  void write_leaf(const feel::Program& program, feel::NodeId node);
  std::uint32_t begin(Code code);
  void end(std::uint32_t at);

  std::optional<Sides> sides_of(const feel::Program& program, const feel::Node& node);
  const feel::Node* filter_of_newborns(const feel::Program& program, feel::NodeId node) const;
  const Value* constant_at(const feel::Program& program, feel::NodeId node);
  void simplify(Leaf& leaf);
  std::optional<Operand> operand_at(const feel::Program& program, feel::NodeId node);
  std::optional<Fact> fact_at(const feel::Program& program, feel::NodeId node) const;
  bool is_by_class(const feel::Program& program, feel::NodeId node, std::optional<Fact>& about) const;
  bool is_class_constant(Slot slot, const Value& constant) const;
  feel::Logic answer_for(const feel::Program& program, feel::NodeId node, const Fact& fact, const Value& value) const;
  Facts nothing_known() const noexcept;

  ConditionProgram& into_;
  const Schema& schema_;
  const FactClasses& classes_;
  std::size_t family_slots_;
  std::size_t newborn_slots_;
  std::uint16_t newborns_;
  std::map<std::string, std::uint32_t> known_leaves_;  // by what they say
  mutable std::vector<const Value*> values_;           // all unknown, but while an answer is worked out
  std::vector<std::span<const Value* const>> rows_;
};

}  // namespace birthcase
