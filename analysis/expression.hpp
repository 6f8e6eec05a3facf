/// FEEL expressions as formulas.
#pragma once

#include "analysis/formula.hpp"
#include "feel/program.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace birthcase::analysis {

/// Where the formulas of facts come from.
class FactTerms {
 public:
  virtual ~FactTerms() = default;
  virtual Term fact(FactRef fact) = 0;

  /// Whether a list that is a fact has this item; meaningful where the fact is known.
  virtual z3::expr listed(FactRef list, std::string_view item) = 0;

  /// All that a fact can be, if it is one of a list of codes; else nothing.
  virtual std::vector<std::string> codes(FactRef fact) const = 0;
  virtual std::uint16_t newborns() const = 0;
};

/// Reads one expression. What the solver cannot look into (the digits of an ID number, the letters of a name) becomes
/// an opaque value: equal arguments give equal values, and nothing else is known about it.
class Reading {
 public:
  Reading(Formulas& formulas, FactTerms& facts, const feel::Program& program, std::uint16_t newborn);

  Answer answer() { return answer(program_.root); }
  Answer answer(feel::NodeId id);
  Term term() { return term(program_.root); }
  Term term(feel::NodeId id);

 private:
  struct Local {
    Term term;
    std::optional<std::uint16_t> newborn;  ///< where it stands for one of the newborns
  };

  std::span<const feel::NodeId> operands(const feel::Node& node) const;
  Answer joined(const feel::Node& node, bool all);
  Answer member(const feel::Node& node);
  Answer passes(const Term& subject, const feel::Node& test);
  Answer in_range(const Term& subject, const Range& range);
  Answer quantified(const feel::Node& node);
  std::optional<std::vector<Local>> items(feel::NodeId list);
  Term fact_of_newborn(const feel::Node& node, feel::NodeId id);
  std::optional<std::uint16_t> newborn_at(feel::NodeId id) const;
  Term arithmetic(const feel::Node& node);
  Term negative(const feel::Node& node);
  Term call(const feel::Node& node, feel::NodeId id);
  Term domain_call(const feel::Node& node, feel::NodeId id);
  std::optional<Term> counted(feel::NodeId list);
  std::optional<Answer> asked_of_codes(const feel::Function& function, std::span<const feel::NodeId> arguments);
  std::optional<Answer> list_contains(std::span<const feel::NodeId> arguments);
  std::optional<FactRef> fact_at(feel::NodeId id) const;
  Term hidden(feel::NodeId id, Kind kind);
  Term hidden_call(const std::string& name, Kind kind, std::span<const feel::NodeId> arguments, feel::NodeId id);

  Formulas& formulas_;
  FactTerms& facts_;
  const feel::Program& program_;
  std::uint16_t newborn_;
  std::vector<std::optional<Local>> locals_;
};

}  // namespace birthcase::analysis
