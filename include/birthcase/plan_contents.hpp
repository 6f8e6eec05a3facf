/// What is wanted of a plan's document: which of its parts, and with or without words and reasons.
#pragma once

#include <birthcase/result.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace birthcase {

/// The members of a plan's document (docs/plan.md), in its order.
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

/// The key under which the part stands in the document.
std::string_view to_string(PlanPart part) noexcept;

/// A set of parts. A small value; safe to share between threads.
class PlanParts {
 public:
  /// None.
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

  /// Calls `visit` with each part of the set, in the order of the document.
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

/// Reads names of parts with commas between them, in any order: `evidence,undetermined`. One that stands there twice
/// counts once. Errors: `unknown_name`, also for an empty name; the message tells the names that there are.
Result<PlanParts> parse_plan_parts(std::string_view names);

/// What is written of a plan. Everything, unless something else is asked for; what is not asked for is absent.
struct PlanContents {
  PlanParts parts = PlanParts::all();

  /// Words for people: every `label`, the `message` of findings and the `text` of reasons. Without them a document is
  /// the same in all languages.
  bool labels = true;

  /// Every `why`: the rule that decided, its condition, the facts that it read, its source.
  bool reasons = true;
};

}  // namespace birthcase
