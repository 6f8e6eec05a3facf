// How a case, or a part of it, ends.
#include "case/decider.hpp"
#include "case/names.hpp"

#include <algorithm>

namespace birthcase::cases {

Objection Decider::operator()(const commands::Withdraw& withdraw) {
  if (withdraw.step.empty() && state_.status == CaseStatus::draft) {
    cancel_queries();
    emit(events::Withdrawn{.reason = {withdraw.reason}});
    return std::nullopt;
  }
  if (auto objection = only_while(CaseStatus::accepted)) return objection;
  std::vector<CaseStep> steps;
  if (withdraw.step.empty()) {
    std::copy_if(state_.steps.begin(), state_.steps.end(), std::back_inserter(steps),
                 [](const CaseStep& step) { return !step.done() && !step.given_up(); });
  } else {
    const CaseStep* step = state_.step(withdraw.step);
    if (step == nullptr) return refuse("unknown-step", "/step");
    if (step->done()) return refuse("step-done", "/step");
    if (step->given_up()) return refuse("step-over", "/step");
    steps.push_back(*step);
  }
  for (const CaseStep& step : steps) {
    emit(events::StepWithdrawn{.step = step.planned.step, .reason = {withdraw.reason}});
    if (step.under_way()) cancel(step);
  }
  if (withdraw.step.empty()) {
    cancel_queries();
    emit(events::Withdrawn{.reason = {withdraw.reason}});
  } else {
    settle_route();
  }
  return std::nullopt;
}

Objection Decider::operator()(const commands::RecordDeath& death) {
  if (state_.status != CaseStatus::draft) {
    if (auto objection = only_while(CaseStatus::accepted)) return objection;
  }
  if (death.newborn >= state_.application.newborn_count()) return refuse("unknown-newborn", "/newborn");
  if (!state_.profile.rules().schema.find(alive_fact)) return refuse("profile-knows-no-death");
  if (state_.application.get(alive_fact, death.newborn).value().is_false()) return refuse("newborn-dead", "/newborn");
  emit(events::NewbornDied{.newborn = death.newborn});
  if (state_.status == CaseStatus::accepted) replan();
  return std::nullopt;
}

Objection Decider::operator()(const commands::Close& /*close*/) {
  if (auto objection = only_while(CaseStatus::accepted)) return objection;
  std::vector<Finding> open;
  for (const CaseStep& step : state_.steps) {
    if (step.settled()) continue;
    const std::string state(to_string(step.state));
    open.push_back(finding_about(step, "step-not-settled",
                                 {"步骤未了结：" + step.planned.step, step.planned.step + " is " + state}));
  }
  for (const Deferral& deferral : state_.deferrals) {
    if (deferral.settled) continue;
    open.push_back({Severity::error,
                    "deferral-open",
                    "/evidence",
                    {"容缺材料未补齐：" + deferral.document.type, deferral.document.type + " was deferred"}});
  }
  if (!open.empty()) return refuse("not-settled", {}, std::move(open));
  cancel_queries();
  emit(events::Closed{});
  return std::nullopt;
}

Objection Decider::operator()(const commands::Erase& /*erase*/) {
  if (state_.status == CaseStatus::absent) return refuse("case-not-open");
  if (state_.status == CaseStatus::draft || state_.status == CaseStatus::accepted) return refuse("not-settled");
  if (state_.erased) return refuse("nothing-to-change");
  emit(events::Erased{});
  return std::nullopt;
}

}  // namespace birthcase::cases
