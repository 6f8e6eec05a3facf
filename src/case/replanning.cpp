// What every change of facts ends with: the plan made again, and the steps that follow from it.
#include "case/asked.hpp"
#include "case/clock.hpp"
#include "case/decider.hpp"
#include "case/labels.hpp"
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

// A step that was stopped and is on the route again, unless what it waits for will not be done.
bool can_revive(const Case& state, const PlannedStep& planned, const std::vector<PlannedStep>& revived) {
  const CaseStep* known = state.step(planned.step);
  if (known == nullptr || known->state != StepState::stopped) return false;
  return std::none_of(planned.after.begin(), planned.after.end(), [&](const std::string& id) {
    const CaseStep* before = state.step(id);
    const bool comes_back =
        std::any_of(revived.begin(), revived.end(), [&](const auto& each) { return each.step == id; });
    return before != nullptr && before->given_up() && !comes_back;
  });
}

// Whether a step that is under way has become another window's.
bool goes_elsewhere(const PlannedStep& then, const PlannedStep& now) {
  return now.organisation != then.organisation || now.operated_by != then.operated_by;
}

}  // namespace

PlannedStep planned(const Plan& plan, const Step& step) {
  const Rules& rules = plan.profile().rules();
  PlannedStep result{.step = step_id(*step.service, step.newborn),
                     .service = step.service->id,
                     .newborn = step.newborn,
                     .due = step.due};
  if (step.organisation != no_index) result.organisation = rules.organisations[step.organisation].id;
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
  std::vector<CaseStep> cancelled;
  std::vector<CaseStep> moved;  // under way to somebody else's window
  events::Replanned change = changes_in(plan);
  for (const CaseStep& step : state_.steps) {
    if (step.over()) continue;
    const Step* still = step_in(plan, step.planned.step);
    if (still == nullptr) change.stopped.push_back({.step = step.planned.step, .because = why_stopped(plan, step)});
    if (!step.under_way()) continue;
    if (still == nullptr) {
      cancelled.push_back(step);
    } else if (goes_elsewhere(step.planned, planned(plan, *still))) {
      moved.push_back(step);
    }
  }
  if (change != events::Replanned{}) emit(std::move(change));
  for (const CaseStep& step : cancelled) cancel(step);
  for (const CaseStep& step : moved) recall(step);
  follow_deferrals(plan);
  ask_family(plan);
  settle_route();
}

// Nobody could have begun before now with what the facts only now put on the route.
void Decider::count_from_now(PlannedStep& step) const {
  if (step.due) step.due = due_from(state_.profile.rules(), step, now_, now_.date());
}

// The steps that are new, others than before, or back.
events::Replanned Decider::changes_in(const Plan& plan) const {
  events::Replanned change;
  for (const Step& step : plan.route) {
    PlannedStep now_planned = planned(plan, step);
    const CaseStep* known = state_.step(now_planned.step);
    if (known == nullptr) {
      count_from_now(now_planned);
      change.added.push_back(std::move(now_planned));
      continue;
    }
    if (known->done() || known->state == StepState::withdrawn) continue;
    if (known->state == StepState::stopped) {
      count_from_now(now_planned);
      if (can_revive(state_, now_planned, change.revived)) change.revived.push_back(std::move(now_planned));
      continue;
    }
    if (now_planned.promise == known->planned.promise) now_planned.due = known->planned.due;  // it may have moved
    if (now_planned != known->planned) change.changed.push_back(std::move(now_planned));
  }
  return change;
}

// What the facts make the family tell or bring by now; nothing where they ask for it no longer.
void Decider::ask_family(const Plan& plan) {
  const Rules& rules = state_.profile.rules();
  std::vector<events::FamilyAsked> changes;
  for (const CaseStep& step : state_.steps) {
    const Step* route_step = step_in(plan, step.planned.step);
    if (step.over() || route_step == nullptr) continue;
    const Asked asked = asked_of(state_, plan, *route_step);
    if (asked == Asked{step.asked_facts, step.asked_evidence}) continue;
    changes.push_back({.step = step.planned.step, .wanted_facts = asked.facts, .wanted_evidence = asked.evidence});
    if (asked.empty()) continue;
    const Label words = words_for(state_, asked);
    const Label service = step_words(rules, step.planned, has_several_newborns(state_));
    const Label who = organisation_words(rules, step.planned.organisation);
    remark(Severity::warning, "family-asked", texts::message(case_findings::family_asked, service, words, who),
           "/steps/" + step.planned.step);
  }
  for (events::FamilyAsked& each : changes) emit(std::move(each));
}

// Deferred documents that nothing needs any more lapse; they count again where something does.
void Decider::follow_deferrals(const Plan& plan) {
  std::vector<EventBody> changes;
  for (const Deferral& deferral : state_.deferrals) {
    const DeferredDocument& document = deferral.document;
    const bool needed = !deferral.settled && is_needed(state_, plan, document);
    if (deferral.open() && !needed) {
      changes.emplace_back(events::DeferralLapsed{document.type, document.holder, document.newborn});
    } else if (deferral.lapsed && needed) {
      changes.emplace_back(events::DeferralReinstated{document.type, document.holder, document.newborn});
    }
  }
  for (EventBody& each : changes) emit(std::move(each));
}

// Readies what can go on and stops what never can, until nothing changes any more.
void Decider::settle_route() {
  while (stop_dependents() || move_steps()) {
  }
}

// Readies what waits for nothing more, and holds what must wait again.
bool Decider::move_steps() {
  const Rules& rules = state_.profile.rules();
  std::vector<EventBody> moves;
  std::vector<CaseStep> recalled;
  for (const CaseStep& step : state_.steps) {
    const bool products_there =
        std::all_of(step.planned.after.begin(), step.planned.after.end(), [this](const auto& id) {
          const CaseStep* before = state_.step(id);
          return before == nullptr || before->done();
        });
    const bool can_go = products_there && step.asked_facts.empty() && step.asked_evidence.empty();
    if (step.state == StepState::blocked && can_go) {
      const auto counted = due_from_ready(rules, step.planned, now_);
      moves.emplace_back(
          events::StepReadied{.step = step.planned.step, .due = counted == step.planned.due ? std::nullopt : counted});
    } else if (step.state == StepState::ready && !can_go) {
      moves.emplace_back(events::StepHeld{.step = step.planned.step});
    } else if (step.under_way() && !can_go) {  // sent before anybody knew that it needs more
      recalled.push_back(step);
    }
  }
  for (EventBody& move : moves) emit(std::move(move));
  for (const CaseStep& step : recalled) recall(step);
  return !moves.empty() || !recalled.empty();
}

bool Decider::stop_dependents() {
  events::Replanned change;
  std::vector<CaseStep> cancelled;
  for (const CaseStep& step : state_.steps) {
    if (step.over()) continue;
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
void Decider::cancel(const CaseStep& step) { notify(step, MessageKind::cancellation); }

// Makes the request of a step void, as it was sent, and tells the department that may have it. When another one goes is
// open.
void Decider::recall(const CaseStep& step) {
  emit(events::StepRecalled{.step = step.planned.step, .message = step.message});
  cancel(step);
}

// A message about a step, as it was when it went out, that tells no facts and wants no answer.
void Decider::notify(const CaseStep& step, MessageKind kind, std::optional<Due> answer_by) {
  Message message = message_about(state_, *state_.step(step.planned.step), kind, now_);
  message.organisation = step.planned.organisation;
  message.operated_by = step.planned.operated_by;
  if (kind == MessageKind::deadline) message.replaces.clear();  // the request stands
  message.answer_by = answer_by;
  seal(message);
  emit(events::NoticeSent{.step = step.planned.step, .message = message.id, .kind = kind, .answer_by = answer_by});
  decision_.messages.push_back(std::move(message));
}

}  // namespace birthcase::cases
