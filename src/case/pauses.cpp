#include "case/pauses.hpp"

#include <algorithm>
#include <vector>

namespace birthcase::cases {
namespace {

// Which steps the family is waited for in, or before. Steps wait for each other in no circle, but events could say so.
std::vector<bool> waiting(const Case& state) {
  std::vector<bool> waits(state.steps.size());
  for (bool again = true; again;) {
    again = false;
    for (std::size_t i = 0; i < waits.size(); ++i) {
      const CaseStep& step = state.steps[i];
      if (waits[i] || step.over()) continue;
      waits[i] = step.waits_for_family() ||
                 std::any_of(step.planned.after.begin(), step.planned.after.end(), [&](const std::string& id) {
                   const CaseStep* before = state.step(id);
                   return before != nullptr && waits[static_cast<std::size_t>(before - state.steps.data())];
                 });
      again = again || waits[i];
    }
  }
  return waits;
}

}  // namespace

void end_pause(CaseStep& step) {
  if (!step.suspended_since) return;
  step.last_pause = Pause{*step.suspended_since, step.planned.due};
  step.suspended_since.reset();
}

void note_pauses(Case& state, const DateTime& at) {
  const bool any = std::any_of(state.steps.begin(), state.steps.end(), [](const CaseStep& step) {
    return step.suspended_since.has_value() || step.waits_for_family();
  });
  if (!any) return;
  const std::vector<bool> waits = waiting(state);
  for (std::size_t i = 0; i < waits.size(); ++i) {
    CaseStep& step = state.steps[i];
    if (step.over()) {
      step.suspended_since.reset();
    } else if (!waits[i]) {
      end_pause(step);
    } else if (step.planned.clock_stops && !step.suspended_since) {
      step.suspended_since = at;
    }
  }
}

}  // namespace birthcase::cases
