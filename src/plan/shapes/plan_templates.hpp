/// Templates of one shape, by part and by how it is written.
#pragma once

#include <birthcase/plan_contents.hpp>
#include <birthcase/result.hpp>

#include "plan/shapes/plan_template.hpp"

#include <array>
#include <atomic>
#include <memory>
#include <optional>

namespace birthcase {

/// How a part is written.
struct PartStyle {
  std::optional<Language> words;  ///< for people; none: without them
  bool reasons = true;
};

/// Each is made when it is needed first. Safe to use from several threads, without locks.
class PlanTemplates {
 public:
  PlanTemplates() = default;
  PlanTemplates(const PlanTemplates&) = delete;
  PlanTemplates& operator=(const PlanTemplates&) = delete;
  ~PlanTemplates() {
    for (const auto& each : made_) delete each.load(std::memory_order_relaxed);
  }

  const PlanTemplate* find(PlanPart part, PartStyle style) const noexcept {
    return made_[place(part, style)].load(std::memory_order_acquire);
  }

  /// Keeps a template, unless another thread was first.
  void keep(PlanPart part, PartStyle style, PlanTemplate made) const {
    auto own = std::make_unique<const PlanTemplate>(std::move(made));
    const PlanTemplate* none = nullptr;
    if (made_[place(part, style)].compare_exchange_strong(none, own.get(), std::memory_order_acq_rel)) own.release();
  }

 private:
  static constexpr std::size_t styles = 3 * 2;  // no words or those of a language; without reasons or with them

  // Parts in which there are none of these: one template does for all.
  static constexpr PlanParts without_words{PlanPart::profile, PlanPart::as_of, PlanPart::acceptable, PlanPart::due,
                                           PlanPart::rules};
  static constexpr PlanParts without_reasons{PlanPart::profile,    PlanPart::as_of,        PlanPart::form,
                                             PlanPart::route,      PlanPart::undetermined, PlanPart::findings,
                                             PlanPart::acceptable, PlanPart::due,          PlanPart::rules};

  static constexpr std::size_t place(PlanPart part, PartStyle style) noexcept {
    const bool words = style.words && !without_words.has(part);
    const bool reasons = style.reasons && !without_reasons.has(part);
    const std::size_t language = words ? 1 + static_cast<std::size_t>(*style.words) : 0;
    return static_cast<std::size_t>(part) * styles + language * 2 + (reasons ? 1 : 0);
  }

  mutable std::array<std::atomic<const PlanTemplate*>, plan_part_count * styles> made_{};
};

}  // namespace birthcase
