/// Templates of one shape, by language.
#pragma once

#include <birthcase/result.hpp>

#include "plan/shapes/plan_template.hpp"

#include <array>
#include <atomic>
#include <memory>

namespace birthcase {

/// Each is made when it is needed first. Safe to use from several threads, without locks.
class PlanTemplates {
 public:
  PlanTemplates() = default;
  PlanTemplates(const PlanTemplates&) = delete;
  PlanTemplates& operator=(const PlanTemplates&) = delete;
  ~PlanTemplates() {
    for (const auto& each : made_) delete each.load(std::memory_order_relaxed);
  }

  const PlanTemplate* find(Language language) const noexcept {
    return made_[static_cast<std::size_t>(language)].load(std::memory_order_acquire);
  }

  /// Keeps a template, unless another thread was first.
  void keep(Language language, PlanTemplate made) const {
    auto own = std::make_unique<const PlanTemplate>(std::move(made));
    const PlanTemplate* none = nullptr;
    auto& place = made_[static_cast<std::size_t>(language)];
    if (place.compare_exchange_strong(none, own.get(), std::memory_order_acq_rel)) own.release();
  }

 private:
  mutable std::array<std::atomic<const PlanTemplate*>, 2> made_{};
};

}  // namespace birthcase
