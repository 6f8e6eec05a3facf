// How a case, or a part of it, ends.
#include "case/decider.hpp"
#include "case/labels.hpp"
#include "case/names.hpp"

#include <algorithm>

namespace birthcase::cases {

namespace {

// Who has to do what before a step is settled.
Label what_is_open(const Case& state, const CaseStep& step) {
  const Rules& rules = state.profile.rules();
  const Label name = step_words(rules, step.planned, has_several_newborns(state));
  const Label who = organisation_words(rules, step.planned.organisation);
  if (step.waits_for_family()) return texts::message(case_findings::step_waits_for_family, name);
  switch (step.state) {
    case StepState::ready:
      return texts::message(case_findings::step_not_sent, name, who);
    case StepState::failed:
      return texts::message(case_findings::step_failed, name);
    case StepState::completed:
      return texts::message(case_findings::step_not_delivered, name);
    case StepState::blocked:
      return texts::message(case_findings::step_blocked, name);
    default:
      return texts::message(case_findings::step_not_answered, name, who);
  }
}

}  // namespace

// The steps that were not done are given up, and those who did the others are told.
Objection Decider::operator()(const commands::Withdraw& withdraw) {
  if (withdraw.step.empty() && state_.status == CaseStatus::draft) {
    cancel_queries();
    emit(events::Withdrawn{.reason = {withdraw.reason}});
    return std::nullopt;
  }
  if (auto objection = only_while(CaseStatus::accepted)) return objection;
  std::vector<CaseStep> steps;
  std::vector<CaseStep> acted;
  if (withdraw.step.empty()) {
    for (const CaseStep& step : state_.steps) {
      if (!step.given_up()) (step.done() ? acted : steps).push_back(step);
    }
  } else {
    const CaseStep* step = state_.step(withdraw.step);
    if (step == nullptr) return refuse(refusals::unknown_step, "/step");
    if (step->done()) return refuse(refusals::step_done, "/step");
    if (step->given_up()) return refuse(refusals::step_over, "/step");
    steps.push_back(*step);
  }
  for (const CaseStep& step : steps) {
    emit(events::StepWithdrawn{.step = step.planned.step, .reason = {withdraw.reason}});
    if (step.under_way()) cancel(step);
  }
  if (!withdraw.step.empty()) {
    settle_route();
    follow_deferrals(birthcase::plan(state_, now_.date()));
    return std::nullopt;
  }
  for (const CaseStep& step : acted) notify(step, MessageKind::withdrawal);
  lapse_deferrals();
  cancel_queries();
  emit(events::Withdrawn{.reason = {withdraw.reason}});
  for (Finding& open : open_items()) {
    open.severity = Severity::info;
    decision_.findings.push_back(std::move(open));
  }
  return std::nullopt;
}

// Nobody brings an original for a case that is withdrawn; whoever has acted on a scan is told that it is over.
void Decider::lapse_deferrals() {
  std::vector<events::DeferralLapsed> lapsed;
  for (const Deferral& deferral : state_.deferrals) {
    const DeferredDocument& document = deferral.document;
    if (deferral.open()) lapsed.push_back({document.type, document.holder, document.newborn});
  }
  for (events::DeferralLapsed& each : lapsed) emit(std::move(each));
}

// What has become pointless stops; whoever has worked for the newborn, or goes on to, is told.
Objection Decider::operator()(const commands::RecordDeath& death) {
  if (state_.status != CaseStatus::draft) {
    if (auto objection = only_while(CaseStatus::accepted)) return objection;
  }
  if (death.newborn >= state_.application.newborn_count()) return refuse(refusals::unknown_newborn, "/newborn");
  if (!state_.profile.rules().schema.find(alive_fact)) return refuse(refusals::profile_knows_no_death);
  if (state_.application.get(alive_fact, death.newborn).value().is_false())
    return refuse(refusals::newborn_dead, "/newborn");
  emit(events::NewbornDied{.newborn = death.newborn});
  if (state_.status == CaseStatus::draft) return std::nullopt;
  replan();
  const std::vector<CaseStep> steps = state_.steps;
  for (const CaseStep& step : steps) {
    const bool concerned = step.planned.newborn == death.newborn && (step.done() || step.under_way());
    if (concerned) notify(step, MessageKind::death);
  }
  return std::nullopt;
}

std::vector<Finding> Decider::open_items() const {
  const Rules& rules = state_.profile.rules();
  std::vector<Finding> open;
  for (const CaseStep& step : state_.steps) {
    if (!step.settled()) open.push_back(finding_about(step, "step-not-settled", what_is_open(state_, step)));
  }
  for (const Deferral& deferral : state_.deferrals) {
    if (!deferral.open()) continue;
    const DeferredDocument& deferred = deferral.document;
    const Label document =
        document_words_and_id(rules, {.type = deferred.type, .holder = deferred.holder, .newborn = deferred.newborn},
                              has_several_newborns(state_));
    const std::string until = to_string(deferred.until);
    open.push_back(
        {Severity::error, "deferral-open", "/evidence", texts::message(case_findings::deferral_open, document, until)});
  }
  return open;
}

Objection Decider::operator()(const commands::Close& /*close*/) {
  if (state_.status != CaseStatus::withdrawn) {
    if (auto objection = only_while(CaseStatus::accepted)) return objection;
  }
  if (auto open = open_items(); !open.empty()) return refuse(refusals::not_settled, {}, std::move(open));
  cancel_queries();
  emit(events::Closed{});
  return std::nullopt;
}

Objection Decider::operator()(const commands::Erase& /*erase*/) {
  if (state_.status == CaseStatus::absent) return refuse(refusals::case_not_open);
  if (state_.status == CaseStatus::accepted) return refuse(refusals::not_settled);
  if (state_.erased) return refuse(refusals::nothing_to_change);
  if (state_.status == CaseStatus::draft) {
    const bool asks = std::any_of(state_.messages.begin(), state_.messages.end(), [](const SentMessage& message) {
      return message.status == SentMessage::Status::open;
    });
    if (asks) {
      return refuse(refusals::not_settled, {}, case_findings::look_up_under_way);
    }
    emit(events::Withdrawn{});
  }
  emit(events::Erased{.redacted = state_.unchecked});
  return std::nullopt;
}

}  // namespace birthcase::cases
