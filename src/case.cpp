#include <birthcase/case.hpp>

#include "case/names.hpp"
#include "plan/concerns.hpp"
#include "plan_json/names.hpp"

#include <algorithm>

namespace birthcase {
namespace {

// Who issued what a service yields for this newborn, or nullptr while nobody has: for what was done before the case,
// the one who usually does.
const Organisation* issuer_of(const Case& state, std::string_view service, std::uint16_t newborn) noexcept {
  const Rules& rules = state.profile.rules();
  const auto completed = std::find_if(state.steps.begin(), state.steps.end(), [&](const CaseStep& step) {
    const std::uint16_t whose = step.planned.newborn;
    const bool concerned = concerns(whose, newborn);
    return step.planned.service == service && concerned && step.done();
  });
  if (completed != state.steps.end()) return cases::organisation_named(rules, completed->planned.organisation);
  const bool before = std::any_of(state.done_before.begin(), state.done_before.end(),
                                  [&](const std::string& step) { return cases::is_step_of(step, service, newborn); });
  const Service* known = before ? cases::service_named(rules, service) : nullptr;
  return known == nullptr ? nullptr : &rules.organisations[known->organisation];
}

// A group is locked by whatever locks a field in it.
const Organisation* lock_on(const Case& state, const Schema::Node& node, std::uint16_t newborn) noexcept {
  const Rules& rules = state.profile.rules();
  if (node.field == no_index) {
    for (const auto& [key, child] : node.children) {
      if (const Organisation* issuer = lock_on(state, rules.schema.node(child), newborn)) return issuer;
    }
    return nullptr;
  }
  const std::string& locked_after = rules.fields[node.field].locked_after;
  return locked_after.empty() ? nullptr : issuer_of(state, locked_after, newborn);
}

}  // namespace

std::string_view to_string(CaseStatus status) noexcept {
  constexpr std::string_view names[] = {"absent", "draft", "accepted", "withdrawn", "closed"};
  return names[static_cast<std::size_t>(status)];
}

std::string_view to_string(StepState state) noexcept {
  constexpr std::string_view names[] = {"blocked", "ready",     "dispatched", "acknowledged", "returned",
                                        "failed",  "completed", "delivered",  "withdrawn",    "stopped"};
  return names[static_cast<std::size_t>(state)];
}

bool CaseStep::waits_for_family() const noexcept {
  if (done() || given_up()) return false;
  return state == StepState::returned || !asked_facts.empty() || !asked_evidence.empty();
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

const SentMessage* Case::open_query(std::string_view look_up) const noexcept {
  const auto at = std::find_if(messages.begin(), messages.end(), [look_up](const SentMessage& each) {
    return each.look_up == look_up && each.status == SentMessage::Status::open;
  });
  return at == messages.end() ? nullptr : &*at;
}

std::string look_up_name(std::string_view share, std::uint16_t newborn) { return numbered(share, newborn); }

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
  const Schema& schema = state.profile.rules().schema;
  return lock_on(state, schema.at(fact), fact.newborn);
}

}  // namespace birthcase
