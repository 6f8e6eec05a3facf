#include "case/transitions.hpp"

#include <algorithm>

namespace birthcase {
namespace {

using enum StepState;

constexpr Transition drawn[] = {
    {blocked, "step-readied", ready},
    {ready, "step-held", blocked},
    {ready, "step-dispatched", dispatched},
    {dispatched, "step-acknowledged", acknowledged},
    {dispatched, "step-completed", completed},
    {acknowledged, "step-completed", completed},
    {dispatched, "step-returned", returned},
    {acknowledged, "step-returned", returned},
    {dispatched, "step-failed", failed},
    {acknowledged, "step-failed", failed},
    {dispatched, "step-recalled", ready},
    {acknowledged, "step-recalled", ready},
    {returned, "step-resumed", ready},
    {failed, "step-retried", ready},
    {completed, "step-delivered", delivered},
    {blocked, "step-withdrawn", withdrawn},
    {ready, "step-withdrawn", withdrawn},
    {dispatched, "step-withdrawn", withdrawn},
    {acknowledged, "step-withdrawn", withdrawn},
    {returned, "step-withdrawn", withdrawn},
    {failed, "step-withdrawn", withdrawn},
    {blocked, "replanned", stopped},
    {ready, "replanned", stopped},
    {dispatched, "replanned", stopped},
    {acknowledged, "replanned", stopped},
    {returned, "replanned", stopped},
    {failed, "replanned", stopped},
    {stopped, "replanned", blocked},
};

}  // namespace

std::span<const Transition> transitions() noexcept { return drawn; }

namespace cases {

std::optional<StepState> next_state(StepState from, std::string_view event) noexcept {
  const auto* at = std::find_if(std::begin(drawn), std::end(drawn), [&](const Transition& transition) {
    return transition.from == from && transition.event == event;
  });
  if (at == std::end(drawn)) return std::nullopt;
  return at->to;
}

}  // namespace cases
}  // namespace birthcase
