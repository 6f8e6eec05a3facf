// What the window does with steps: sends them, tries again, hands results over.
#include "case/clock.hpp"
#include "case/decider.hpp"
#include "case/names.hpp"

#include <algorithm>

namespace birthcase::cases {

Objection Decider::operator()(const commands::Dispatch& dispatch) {
  if (auto objection = only_while(CaseStatus::accepted)) return objection;
  const Plan plan = birthcase::plan(state_, now_.date());
  if (!dispatch.step.empty()) {
    const CaseStep* step = state_.step(dispatch.step);
    if (step == nullptr) return refuse(refusals::unknown_step, "/step");
    if (step->state != StepState::ready) return refuse(refusals::step_not_ready, "/step");
    return send(*step, plan);
  }
  std::vector<std::string> ready;
  for (const CaseStep& step : state_.steps) {
    if (step.state == StepState::ready) ready.push_back(step.planned.step);
  }
  if (ready.empty()) return refuse(refusals::nothing_ready);
  Objection first;  // a step that cannot go does not keep the others back
  for (const std::string& id : ready) {
    const CaseStep& step = *state_.step(id);
    auto objection = send(step, plan);
    if (!objection) continue;
    for (Finding& finding : objection->findings) finding.severity = Severity::warning;
    decision_.findings.insert(decision_.findings.end(), objection->findings.begin(), objection->findings.end());
    if (!first) first = std::move(objection);
  }
  return decision_.events.empty() ? first : std::nullopt;
}

Objection Decider::send(const CaseStep& step, const Plan& plan) {
  const Step* route_step = step_in(plan, step.planned.step);
  if (route_step == nullptr) return refuse(refusals::step_over, "/step");
  if (auto missing = missing_in(plan, *route_step); !missing.empty()) {
    return refuse(refusals::payload_incomplete, "/steps/" + step.planned.step, std::move(missing));
  }
  Message message = message_about(state_, step, MessageKind::request, now_);
  Payload payload = payload_of(state_, plan, *route_step);
  events::StepDispatched dispatched{.step = step.planned.step,
                                    .message = message.id,
                                    .replaces = message.replaces,
                                    .answer_by = answer_deadline(state_.profile.rules(), step.planned, now_),
                                    .payload = {payload.digest}};
  message.answer_by = dispatched.answer_by;
  fill(message, plan, *route_step, std::move(payload));
  seal(message);
  emit(std::move(dispatched));
  decision_.messages.push_back(std::move(message));
  return std::nullopt;
}

Objection Decider::operator()(const commands::Retry& retry) {
  if (auto objection = only_while(CaseStatus::accepted)) return objection;
  const CaseStep* step = state_.step(retry.step);
  if (step == nullptr) return refuse(refusals::unknown_step, "/step");
  if (step->state != StepState::failed) return refuse(refusals::step_not_failed, "/step");
  emit(events::StepRetried{.step = retry.step});
  settle_route();
  return std::nullopt;
}

// What was done before the family withdrew the case is theirs.
Objection Decider::operator()(const commands::Deliver& deliver) {
  if (state_.status != CaseStatus::withdrawn) {
    if (auto objection = only_while(CaseStatus::accepted)) return objection;
  }
  std::vector<const CaseStep*> packet;
  if (deliver.step.empty()) {
    for (const CaseStep& step : state_.steps) {
      if (step.state == StepState::completed && !step.settled()) packet.push_back(&step);
    }
  } else {
    const CaseStep* step = state_.step(deliver.step);
    if (step == nullptr) return refuse(refusals::unknown_step, "/step");
    if (step->state != StepState::completed) return refuse(refusals::step_not_completed, "/step");
    if (!step->settled()) packet.push_back(step);
  }
  if (packet.empty()) return refuse(refusals::nothing_to_deliver);
  std::vector<events::StepDelivered> deliveries;
  for (const CaseStep* step : packet) {
    deliveries.push_back(
        {.step = step->planned.step, .method = step->planned.delivery, .reference = {deliver.reference}});
  }
  for (events::StepDelivered& each : deliveries) emit(std::move(each));
  return std::nullopt;
}

}  // namespace birthcase::cases
