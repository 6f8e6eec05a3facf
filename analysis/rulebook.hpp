/// A profile's rules, asked about all applications at once.
#pragma once

#include "analysis/birth.hpp"
#include "analysis/expression.hpp"
#include "profile/links.hpp"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace birthcase::analysis {

/// Facts as a plan of this profile sees them (told, derived, or the plan's own), and its conditions over them. What
/// `FactTable` is for one application.
class Rulebook final : public FactTerms {
 public:
  Rulebook(Formulas& formulas, Birth& birth, Profile profile, Date as_of);

  const Profile& profile() const noexcept { return profile_; }
  const Rules& rules() const noexcept { return profile_.rules(); }
  Formulas& formulas() noexcept { return formulas_; }
  Birth& birth() noexcept { return birth_; }
  Date as_of() const noexcept { return as_of_; }

  Term fact(FactRef fact) override;
  z3::expr listed(FactRef list, std::string_view item) override;
  std::vector<std::string> codes(FactRef fact) const override;
  std::uint16_t newborns() const override { return birth_.newborns(); }

  /// Null counts as no. For the family, a condition about newborns holds if it does for any.
  Answer test(ConditionId condition, std::uint16_t newborn);
  Answer applies(const Rule& rule, std::uint16_t newborn);

  /// The same of a derivation: what it asks is not asked by a rule. It does not apply to somebody else than the person
  /// from whom it takes over.
  Answer holds(const Derivation& derivation, std::uint16_t newborn);

  /// The conditions that were asked so far, but for those that only derivations asked.
  const std::set<ConditionId>& asked_by_rules() const noexcept { return asked_by_rules_; }

  /// That every fact which a condition so far asked for is known.
  z3::expr everything_known();

 private:
  /// A derivation that perhaps applies, and what it gives.
  struct Possible {
    Answer holds;
    Term value;
  };

  Answer tested(ConditionId condition, std::uint16_t newborn);
  Answer answered(const Rule& rule, std::uint16_t newborn);
  Term derived(FactRef fact, const DerivedField& field);
  std::optional<z3::expr> refused_none(FactRef fact);
  using Holds = Answer (Rulebook::*)(const Derivation&, std::uint16_t);
  Term follows(FactRef fact, const DerivedField& field, Holds decides);
  Answer answered_alone(const Derivation& derivation, std::uint16_t newborn) { return answered(derivation, newborn); }
  Term value_of(const Derivation& derivation, std::uint16_t newborn, Kind kind);
  z3::expr agree(std::span<const Possible> all, std::size_t first);
  Term day_of_acceptance();

  Formulas& formulas_;
  Birth& birth_;
  Profile profile_;
  Date as_of_;
  std::map<FactRef, Term> facts_;
  std::map<std::pair<ConditionId, std::uint16_t>, Answer> tested_;
  std::set<ConditionId> asked_by_rules_;
};

}  // namespace birthcase::analysis
