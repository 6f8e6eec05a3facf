/// What planning makes of a profile's rules, once: programs, indexes and the shapes of plans.
#pragma once

#include <birthcase/rules.hpp>

#include "plan/conditions/condition_program.hpp"
#include "plan/shapes/periods.hpp"
#include "plan/shapes/shape_cache.hpp"

#include <optional>
#include <span>
#include <vector>

namespace birthcase {

/// Belongs to one profile. Safe to use from several threads.
class PlanningTables {
 public:
  /// The rules have to stay where they are.
  explicit PlanningTables(const Rules& rules);

  const ConditionPrograms& programs() const noexcept { return programs_; }
  const FactClasses& classes() const noexcept { return programs_.classes(); }
  const Periods& periods() const noexcept { return periods_; }

  /// The fields that say who a person is, each once: of `Derivation::together`.
  std::span<const Index> known_by() const noexcept { return known_by_; }

  /// The derivations that take over another fact if it is known, and those whose value is worked out.
  std::span<const Index> shorthands() const noexcept { return shorthands_; }
  std::span<const Index> worked_out() const noexcept { return worked_out_; }

  /// The holders whom a fact decides.
  std::span<const Index> roles() const noexcept { return roles_; }

  /// Where the way of delivery stands that the family has chosen, if the profile has such a field.
  const std::optional<Slot>& delivery_method() const noexcept { return delivery_method_; }

  /// Plans that were made before, by what they follow from.
  ShapeCache& shapes() const noexcept { return shapes_; }

 private:
  ConditionPrograms programs_;
  Periods periods_;
  std::vector<Index> known_by_;
  std::vector<Index> shorthands_;
  std::vector<Index> worked_out_;
  std::vector<Index> roles_;
  std::optional<Slot> delivery_method_;
  mutable ShapeCache shapes_;
};

}  // namespace birthcase
