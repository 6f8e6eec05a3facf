#include <birthcase/case.hpp>

#include "case/names.hpp"

#include <algorithm>

namespace birthcase {

std::string_view to_string(CaseStatus status) noexcept {
  constexpr std::string_view names[] = {"absent", "draft", "accepted", "withdrawn", "closed"};
  return names[static_cast<std::size_t>(status)];
}

std::string_view to_string(StepState state) noexcept {
  constexpr std::string_view names[] = {"blocked", "ready",     "dispatched", "acknowledged", "returned",
                                        "failed",  "completed", "delivered",  "withdrawn",    "stopped"};
  return names[static_cast<std::size_t>(state)];
}

bool CaseStep::settled() const noexcept {
  const bool nothing_to_deliver = planned.delivery == cases::no_delivery;
  return given_up() || state == StepState::delivered || (state == StepState::completed && nothing_to_deliver);
}

Case::Case(Profile its_profile, std::string case_id)
    : profile(std::move(its_profile)), id(std::move(case_id)), application(profile) {}

const CaseStep* Case::step(std::string_view step_id) const noexcept {
  const auto at = std::find_if(steps.begin(), steps.end(),
                               [step_id](const CaseStep& each) { return each.planned.step == step_id; });
  return at == steps.end() ? nullptr : &*at;
}

const SentMessage* Case::message(std::string_view message_id) const noexcept {
  const auto at = std::find_if(messages.begin(), messages.end(),
                               [message_id](const SentMessage& each) { return each.id == message_id; });
  return at == messages.end() ? nullptr : &*at;
}

Plan plan(const Case& state, Date today) {
  if (!state.accepted_at) return plan(state.profile, state.application, today);
  return cases::plan_accepted(state.profile, state.application, *state.accepted_at);
}

const Organisation* locked_by(const Case& state, FactRef fact) noexcept {
  const Rules& rules = state.profile.rules();
  const Schema::Node& node = rules.schema.at(Slot{fact.index, fact.newborn != FactRef::family});
  if (node.field == no_index) return nullptr;
  const std::string& service_id = rules.fields[node.field].locked_after;
  if (service_id.empty()) return nullptr;
  const auto locks = [&](const CaseStep& step) {
    const std::uint16_t whose = step.planned.newborn;
    const bool concerned = fact.newborn == FactRef::family || whose == FactRef::family || whose == fact.newborn;
    return step.planned.service == service_id && concerned && step.done();
  };
  const bool locked_here = std::any_of(state.steps.begin(), state.steps.end(), locks);
  const bool locked_before = std::any_of(state.done_before.begin(), state.done_before.end(), [&](const auto& step) {
    return cases::is_step_of(step, service_id, fact.newborn);
  });
  if (!locked_here && !locked_before) return nullptr;
  const Service* service = cases::service_named(rules, service_id);
  return service == nullptr ? nullptr : &rules.organisations[service->organisation];
}

}  // namespace birthcase
