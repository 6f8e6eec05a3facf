// Clocks: what the end of a pause, a newer calendar or a repaired clock does to deadlines.
#include <birthcase/deadlines.hpp>

#include "case/clock.hpp"
#include "case/decider.hpp"
#include "case/names.hpp"

#include <algorithm>

namespace birthcase::cases {
namespace {

// From when the time of a step counts that does not count from ready.
const DateTime& counts_from(const Case& state, const CaseStep& step) {
  return step.added_at ? *step.added_at : *state.accepted_at;
}

// When a step is ready at the earliest, by what is known of those before it; nothing where that is not known.
std::optional<DateTime> ready_from(const Case& state, const CaseStep& step) {
  DateTime start = counts_from(state, step);
  for (const std::string& id : step.planned.after) {
    const CaseStep* before = state.step(id);
    if (before == nullptr) continue;
    if (!before->completed_at && !before->planned.due) return std::nullopt;
    const auto& due = before->planned.due;
    const DateTime ends =
        before->completed_at ? *before->completed_at : DateTime(due->date, due->time.value_or(Duration(23, 59, 0)));
    start = std::max(start, ends);
  }
  return start;
}

// Whether a step is due before one that it waits for.
bool is_due_before_another(const Case& state, const CaseStep& step) {
  return std::any_of(step.planned.after.begin(), step.planned.after.end(), [&](const std::string& id) {
    const CaseStep* before = state.step(id);
    if (before == nullptr || before->done() || !before->planned.due) return false;
    const Due& first = *before->planned.due;
    return first.time ? is_earlier(*step.planned.due, first) : step.planned.due->date < first.date;
  });
}

// Whether the promise of a step surely applies: what only perhaps applies leaves its deadline open.
bool is_promised(const Plan& plan, const CaseStep& step) {
  const Step* route_step = step_in(plan, step.planned.step);
  return route_step != nullptr && route_step->promise != nullptr && route_step->promise->id == step.planned.promise &&
         plan.applies(*route_step->promise, step.planned.newborn) == Truth::yes;
}

}  // namespace

// What every command on an accepted case ends with.
void Decider::settle_clocks() {
  count_pauses();
  count_what_is_known_now();
  count_estimates();
}

void Decider::move_due(const CaseStep& step, const std::optional<Due>& due, std::string because) {
  if (due == step.planned.due) return;
  const std::string id = step.planned.step;
  emit(events::DueMoved{.step = id, .due = due, .because = std::move(because)});
  const CaseStep& moved = *state_.step(id);
  const SentMessage* request = state_.message(moved.message);
  if (!moved.under_way() || request == nullptr) return;
  const auto answer_by = answer_deadline(state_.profile.rules(), moved.planned, now_);
  if (answer_by != request->answer_by) notify(moved, MessageKind::deadline, answer_by);
}

// The clocks that stood still until now. A step that was returned itself has gone on with its deadline counted.
void Decider::count_pauses() {
  const Rules& rules = state_.profile.rules();
  for (const auto& [id, since] : paused_) {
    const CaseStep& step = *state_.step(id);
    if (step.suspended_since || step.over() || counts_from_ready(rules, step.planned)) continue;
    const bool resumed = std::any_of(decision_.events.begin(), decision_.events.end(), [&](const Event& event) {
      const auto* went_on = std::get_if<events::StepResumed>(&event.body);
      return went_on != nullptr && went_on->step == step.planned.step;
    });
    if (!resumed) move_due(step, due_after_pause(rules, step.planned, since, now_), "family");
  }
}

// The deadline of a step as the calendar is known now; nothing where it was open for another reason.
std::optional<Due> Decider::due_by_now(const CaseStep& step, const Plan& plan) const {
  const Rules& rules = state_.profile.rules();
  const bool from_ready = counts_from_ready(rules, step.planned);
  if (from_ready && step.ready_at) return due_from(rules, step.planned, *step.ready_at, now_.date());
  const auto& planned_due = step_in(plan, step.planned.step)->due;
  if (planned_due && !step.added_at) return planned_due;
  const bool calendar_missing = std::any_of(plan.findings.begin(), plan.findings.end(),
                                            [](const Finding& finding) { return finding.code == "calendar-missing"; });
  if (!planned_due && !calendar_missing) return std::nullopt;
  const auto from = from_ready ? ready_from(state_, step) : counts_from(state_, step);
  return from ? due_from(rules, step.planned, *from, now_.date()) : std::nullopt;
}

// Deadlines that could not be counted before: the calendar of the year was not there.
void Decider::count_what_is_known_now() {
  const auto open = [](const CaseStep& step) {
    return !step.over() && !step.planned.due && !step.planned.promise.empty();
  };
  if (std::none_of(state_.steps.begin(), state_.steps.end(), open)) return;
  const Plan plan = birthcase::plan(state_, now_.date());
  for (std::size_t i = 0; i < state_.steps.size(); ++i) {
    const CaseStep& step = state_.steps[i];
    if (open(step) && is_promised(plan, step)) move_due(step, due_by_now(step, plan), "calendar");
  }
}

// Nothing is due before what it waits for: what counts from ready moves with those before it.
void Decider::count_estimates() {
  const Rules& rules = state_.profile.rules();
  for (std::size_t i = 0; i < state_.steps.size(); ++i) {
    const CaseStep& step = state_.steps[i];
    if (step.state != StepState::blocked || !counts_from_ready(rules, step.planned) || !step.planned.due) continue;
    if (!is_due_before_another(state_, step)) continue;
    const auto from = ready_from(state_, step);
    const auto due = from ? due_from(rules, step.planned, *from, now_.date()) : std::nullopt;
    if (due && is_earlier(*step.planned.due, *due)) move_due(step, due, "step-before");
  }
}

// Whether there is something to repair, and `to` is a moment that can be.
Objection Decider::check_repair(const commands::RepairClock& repair, const DateTime& to) const {
  if (state_.status == CaseStatus::absent) return refuse(refusals::case_not_open);
  if (repair.reason.empty()) return refuse(refusals::reason_missing, "/reason");
  if (!repair.since && state_.changed_at <= now_) return refuse(refusals::clock_is_right);
  if (repair.since && state_.changed_at > now_) return refuse(refusals::clock_went_back);
  if (to.is_special() || to > now_) return refuse(refusals::bad_value, "/to", case_findings::repair_too_late);
  if (!repair.since) {
    const bool before_acceptance = state_.accepted_at && *state_.accepted_at <= now_ && to < *state_.accepted_at;
    return before_acceptance ? Objection(refuse(refusals::bad_value, "/to", case_findings::repair_before_acceptance))
                             : std::nullopt;
  }
  if (repair.since->is_special() || *repair.since > state_.changed_at)
    return refuse(refusals::clock_is_right, "/since");
  return *repair.since < to ? std::nullopt
                            : Objection(refuse(refusals::bad_value, "/since", case_findings::repair_since_too_late));
}

// What a wrong clock has noted counts as done at `to`, and what was counted from there again.
Objection Decider::operator()(const commands::RepairClock& repair) {
  const DateTime to = repair.to.value_or(now_);
  if (auto objection = check_repair(repair, to)) return objection;
  const Case before = state_;
  emit(events::ClockRepaired{.was = before.changed_at, .to = to, .reason = {repair.reason}, .since = repair.since});
  if (!before.accepted_at || state_.erased) return std::nullopt;
  const bool accepted_anew = before.accepted_at != state_.accepted_at;
  const Plan plan = birthcase::plan(state_, now_.date());
  for (const CaseStep& was : before.steps) {
    const CaseStep& step = *state_.step(was.planned.step);
    if (accepted_anew || was.due_said_at != step.due_said_at) recount(step, plan, to, accepted_anew);
  }
  for (const SentMessage& message : before.messages) {
    if (message.step.empty() || message.status != SentMessage::Status::open) continue;  // a query has no deadline
    if (message.at == state_.message(message.id)->at) continue;
    const CaseStep& step = *state_.step(message.step);
    const auto answer_by = answer_deadline(state_.profile.rules(), step.planned, now_);
    const bool told = state_.message(message.id)->answer_by == answer_by;
    if (!told && step.under_way()) notify(step, MessageKind::deadline, answer_by);
  }
  return std::nullopt;
}

void Decider::recount(const CaseStep& step, const Plan& plan, const DateTime& to, bool accepted_anew) {
  const Rules& rules = state_.profile.rules();
  const Step* route_step = step_in(plan, step.planned.step);
  if (route_step == nullptr || step.planned.promise.empty()) return;
  if (counts_from_ready(rules, step.planned)) {
    const auto from = step.ready_at ? step.ready_at : ready_from(state_, step);
    return move_due(step, from ? due_from(rules, step.planned, *from, now_.date()) : std::nullopt, "clock");
  }
  if (accepted_anew || !step.last_pause) {
    return move_due(step, step.added_at ? due_from(rules, step.planned, *step.added_at, now_.date()) : route_step->due,
                    "clock");
  }
  PlannedStep paused = step.planned;
  paused.due = step.last_pause->due_before;
  move_due(step, due_after_pause(rules, paused, step.last_pause->since, to), "clock");
}

}  // namespace birthcase::cases
