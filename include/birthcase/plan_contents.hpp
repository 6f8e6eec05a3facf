/// Which parts of a plan's JSON to write, and whether to write words and reasons.
#pragma once

#include <birthcase/result.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace birthcase {

/// The members of a plan's JSON (docs/plan.md), in their order.
enum class PlanPart : std::uint8_t {
  profile,
  as_of,
  services,
  form,
  evidence,
  look_ups,
  route,
  undetermined,
  findings,
  acceptable,
  due,
  rules,
};
inline constexpr std::size_t plan_part_count = static_cast<std::size_t>(PlanPart::rules) + 1;

/// The key of the part in the JSON.
std::string_view to_string(PlanPart part) noexcept;

/// A set of parts. A small value; safe to share between threads.
class PlanParts {
 public:
  /// No part.
  constexpr PlanParts() noexcept = default;

  constexpr PlanParts(std::initializer_list<PlanPart> parts) noexcept {
    for (const PlanPart part : parts) add(part);
  }

  static constexpr PlanParts all() noexcept {
    PlanParts parts;
    parts.bits_ = (1U << plan_part_count) - 1U;
    return parts;
  }

  constexpr void add(PlanPart part) noexcept { bits_ |= 1U << static_cast<unsigned>(part); }
  constexpr bool has(PlanPart part) const noexcept { return (bits_ >> static_cast<unsigned>(part) & 1U) != 0; }

  /// Calls `visit` with each part of the set, in the order of the JSON.
  template <class Visitor>
  constexpr void each(Visitor visit) const {
    for (std::size_t part = 0; part < plan_part_count; ++part) {
      if (has(static_cast<PlanPart>(part))) visit(static_cast<PlanPart>(part));
    }
  }

  friend constexpr bool operator==(PlanParts, PlanParts) noexcept = default;

 private:
  std::uint32_t bits_ = 0;
};

/// Reads names of parts with commas between them, in any order: `evidence,undetermined`. A repeated name counts once.
/// Errors: `unknown_name`, also for an empty name; the message lists the existing names.
Result<PlanParts> parse_plan_parts(std::string_view names);

/// What to write of a plan: everything by default. The JSON has no member for a part that is not wanted.
struct PlanContents {
  PlanParts parts = PlanParts::all();

  /// Words for people: every `label`, the `message` of findings and the `text` of reasons. Without them the JSON is the
  /// same in all languages.
  bool labels = true;

  /// Every `why`: the rule that decided, its condition, the facts that it read, its source.
  bool reasons = true;
};

}  // namespace birthcase
