/// What the library makes of a profile's rules, once: links between rows, programs, the shapes of plans, and the guide
/// that applications are read by. Behind the one private pointer of `Rules`.
#pragma once

#include <birthcase/rules.hpp>

#include "application/guide.hpp"
#include "plan/conditions/condition_program.hpp"
#include "plan/fact_reads.hpp"
#include "plan/shapes/periods.hpp"
#include "plan/shapes/shape_cache.hpp"
#include "profile/links.hpp"

#include <optional>
#include <span>
#include <vector>

namespace birthcase {

/// Belongs to one profile. Safe to use from several threads.
class PlanningTables {
 public:
  /// The rules must stay where they are.
  PlanningTables(const Rules& rules, Links links);

  const Links& links() const noexcept { return links_; }
  const ConditionPrograms& programs() const noexcept { return programs_; }
  const FactClasses& classes() const noexcept { return programs_.classes(); }
  const Periods& periods() const noexcept { return periods_; }
  const FactReads& reads() const noexcept { return reads_; }

  /// The fields that say who a person is, each once: of `Derivation::together`.
  std::span<const FieldId> known_by() const noexcept { return known_by_; }

  /// The derivations that take over another fact if it is known, and those whose value is worked out.
  std::span<const DerivationId> shorthands() const noexcept { return shorthands_; }
  std::span<const DerivationId> worked_out() const noexcept { return worked_out_; }

  /// The holders whom a fact decides.
  std::span<const HolderId> roles() const noexcept { return roles_; }

  /// Where the way of delivery stands that the family has chosen, if the profile has such a field.
  const std::optional<Slot>& delivery_method() const noexcept { return delivery_method_; }

  /// How applications are read.
  const application::GuideHolder& guide() const noexcept { return guide_; }

  /// Plans that were made before, by what they follow from.
  ShapeCache& shapes() const noexcept { return shapes_; }

 private:
  Links links_;
  ConditionPrograms programs_;
  Periods periods_;
  FactReads reads_;
  std::vector<FieldId> known_by_;
  std::vector<DerivationId> shorthands_;
  std::vector<DerivationId> worked_out_;
  std::vector<HolderId> roles_;
  std::optional<Slot> delivery_method_;
  application::GuideHolder guide_;
  mutable ShapeCache shapes_;
};

inline const PlanningTables& planning_of(const Rules& rules) noexcept { return *rules.planning_; }
inline const Links& links_of(const Rules& rules) noexcept { return planning_of(rules).links(); }
inline const FormLines& lines_of(const Rules& rules, const Service& service) noexcept {
  return links_of(rules).lines[rules.id_of(service)];
}

}  // namespace birthcase
