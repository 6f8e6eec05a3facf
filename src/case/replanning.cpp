// What every change of facts ends with: the plan made anew, and the steps that follow from it.
#include "case/clock.hpp"
#include "case/decider.hpp"
#include "case/names.hpp"

#include <algorithm>

namespace birthcase::cases {
namespace {

// Why a step is on the route no more: the rule that decided its lane, or the service that it follows.
std::string why_stopped(const Plan& plan, const CaseStep& step) {
  for (const ServiceLane& lane : plan.services) {
    if (step_id(*lane.service, lane.newborn) != step.planned.step) continue;
    if (lane.why.rule != nullptr) return lane.why.rule->id;
    if (lane.follows != no_index) return plan.profile().rules().services[lane.follows].id;
  }
  return step.planned.service;
}

bool is_over(const CaseStep& step) { return step.done() || step.given_up(); }

}  // namespace

PlannedStep planned(const Plan& plan, const Step& step) {
  const Rules& rules = plan.profile().rules();
  PlannedStep result{.step = step_id(*step.service, step.newborn),
                     .service = step.service->id,
                     .newborn = step.newborn,
                     .organisation = rules.organisations[step.organisation].id,
                     .due = step.due};
  if (step.operated_by != no_index) result.operated_by = rules.organisations[step.operated_by].id;
  for (const std::uint16_t place : plan.at(step.after)) {
    result.after.push_back(step_id(*plan.route[place].service, plan.route[place].newborn));
  }
  if (step.promise != nullptr) {
    result.promise = step.promise->id;
    result.clock_stops = step.promise->clock_stops;
    result.until_delivery = step.promise->until_delivery;
  }
  if (step.delivery != nullptr) result.delivery = step.delivery->method;
  return result;
}

void Decider::replan() {
  const Plan plan = birthcase::plan(state_, now_.date());
  events::Replanned change;
  for (const Step& step : plan.route) {
    PlannedStep now_planned = planned(plan, step);
    const CaseStep* known = state_.step(now_planned.step);
    if (known == nullptr) {
      change.added.push_back(std::move(now_planned));
      continue;
    }
    if (is_over(*known)) continue;
    if (now_planned.promise == known->planned.promise) now_planned.due = known->planned.due;  // it may have moved
    if (now_planned != known->planned) change.changed.push_back(std::move(now_planned));
  }
  std::vector<CaseStep> cancelled;
  for (const CaseStep& step : state_.steps) {
    if (is_over(step) || step_in(plan, step.planned.step) != nullptr) continue;
    change.stopped.push_back({.step = step.planned.step, .because = why_stopped(plan, step)});
    if (step.under_way()) cancelled.push_back(step);
  }
  if (!change.added.empty() || !change.changed.empty() || !change.stopped.empty()) emit(std::move(change));
  for (const CaseStep& step : cancelled) cancel(step);
  settle_route();
}

// Readies what can go on and stops what never can, until nothing changes any more.
void Decider::settle_route() {
  while (stop_dependents() || move_steps()) {
  }
}

// Readies what waits for nothing more, and holds what has to wait again.
bool Decider::move_steps() {
  const Rules& rules = state_.profile.rules();
  std::vector<EventBody> moves;
  for (const CaseStep& step : state_.steps) {
    const bool can_go = std::all_of(step.planned.after.begin(), step.planned.after.end(), [this](const auto& id) {
      const CaseStep* before = state_.step(id);
      return before == nullptr || before->done();
    });
    if (step.state == StepState::blocked && can_go) {
      const auto counted = due_from_ready(rules, step.planned, now_);
      moves.emplace_back(
          events::StepReadied{.step = step.planned.step, .due = counted == step.planned.due ? std::nullopt : counted});
    } else if (step.state == StepState::ready && !can_go) {
      moves.emplace_back(events::StepHeld{.step = step.planned.step});
    } else if (step.under_way() && !can_go) {  // sent before anybody knew that it needs more
      moves.emplace_back(events::StepRecalled{.step = step.planned.step, .message = step.message});
    }
  }
  for (EventBody& move : moves) emit(std::move(move));
  return !moves.empty();
}

bool Decider::stop_dependents() {
  events::Replanned change;
  std::vector<CaseStep> cancelled;
  for (const CaseStep& step : state_.steps) {
    if (is_over(step)) continue;
    for (const std::string& id : step.planned.after) {
      const CaseStep* before = state_.step(id);
      if (before == nullptr || !before->given_up()) continue;
      change.stopped.push_back({.step = step.planned.step, .because = id});
      if (step.under_way()) cancelled.push_back(step);
      break;
    }
  }
  if (change.stopped.empty()) return false;
  emit(std::move(change));
  for (const CaseStep& step : cancelled) cancel(step);
  return true;
}

// Tells the department to stop.
void Decider::cancel(const CaseStep& step) {
  Message message = message_about(state_, *state_.step(step.planned.step), MessageKind::cancellation, now_);
  seal(message);
  emit(events::NoticeSent{.step = step.planned.step, .message = message.id, .kind = MessageKind::cancellation});
  decision_.messages.push_back(std::move(message));
}

}  // namespace birthcase::cases
