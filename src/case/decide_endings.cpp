// How a case, or a part of it, ends.
#include "case/decider.hpp"
#include "case/labels.hpp"
#include "case/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::cases {

namespace {

// Who has to do what before a step is settled.
Label what_is_open(const Case& state, const CaseStep& step) {
  const Rules& rules = state.profile.rules();
  const Label name = step_words(rules, step.planned, has_several_newborns(state));
  const Label who = organisation_words(rules, step.planned.organisation);
  const auto say = [&](std::string_view zh, std::string_view en) {
    return Label{fmt::format(fmt::runtime(zh), name.zh, who.zh), fmt::format(fmt::runtime(en), name.en, who.en)};
  };
  if (step.waits_for_family()) return say("“{0}”等待申请人补正", "\"{0}\" waits for the family");
  switch (step.state) {
    case StepState::ready:
      return say("“{0}”尚未派送：请窗口派送{1}", "\"{0}\" has not been sent: dispatch it to {1}");
    case StepState::failed:
      return say("“{0}”未办成：请窗口重新办理", "\"{0}\" has failed: try it again");
    case StepState::completed:
      return say("“{0}”已办结而未送达：请窗口送达", "\"{0}\" is done and not handed out: deliver it");
    case StepState::blocked:
      return say("“{0}”等待前面的事项办结", "\"{0}\" waits for the services before it");
    default:
      return say("“{0}”等待{1}答复", "\"{0}\" waits for the answer of {1}");
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
    if (step == nullptr) return refuse("unknown-step", "/step");
    if (step->done()) return refuse("step-done", "/step");
    if (step->given_up()) return refuse("step-over", "/step");
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
  if (death.newborn >= state_.application.newborn_count()) return refuse("unknown-newborn", "/newborn");
  if (!state_.profile.rules().schema.find(alive_fact)) return refuse("profile-knows-no-death");
  if (state_.application.get(alive_fact, death.newborn).value().is_false()) return refuse("newborn-dead", "/newborn");
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
        document_words(rules, {.type = deferred.type, .holder = deferred.holder, .newborn = deferred.newborn},
                       has_several_newborns(state_));
    const std::string until = to_string(deferred.until);
    open.push_back({Severity::error,
                    "deferral-open",
                    "/evidence",
                    {fmt::format("容缺材料“{}”未补齐：请申请人于{}前补交原件", document.zh, until),
                     fmt::format("\"{}\" was deferred: the family brings the original by {}", document.en, until)}});
  }
  return open;
}

Objection Decider::operator()(const commands::Close& /*close*/) {
  if (state_.status != CaseStatus::withdrawn) {
    if (auto objection = only_while(CaseStatus::accepted)) return objection;
  }
  if (auto open = open_items(); !open.empty()) return refuse("not-settled", {}, std::move(open));
  cancel_queries();
  emit(events::Closed{});
  return std::nullopt;
}

Objection Decider::operator()(const commands::Erase& /*erase*/) {
  if (state_.status == CaseStatus::absent) return refuse("case-not-open");
  if (state_.status == CaseStatus::accepted) return refuse("not-settled");
  if (state_.erased) return refuse("nothing-to-change");
  if (state_.status == CaseStatus::draft) {
    const bool asks = std::any_of(state_.messages.begin(), state_.messages.end(), [](const SentMessage& message) {
      return message.status == SentMessage::Status::open;
    });
    if (asks) {
      return refuse("not-settled", {},
                    Label{"尚有查询未答复：请先撤回办件，撤回消息送达后再清除",
                          "a look-up is under way: withdraw the case first, and erase it once that is carried"});
    }
    emit(events::Withdrawn{});
  }
  emit(events::Erased{.redacted = state_.unchecked});
  return std::nullopt;
}

}  // namespace birthcase::cases
