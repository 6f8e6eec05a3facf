#include "case/fold.hpp"

#include "application/errors.hpp"
#include "case/folding.hpp"
#include "case/names.hpp"
#include "case/pauses.hpp"
#include "case/redaction.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase {
namespace cases {
Result<void> Fold::only_while(std::initializer_list<CaseStatus> statuses) const {
  if (std::find(statuses.begin(), statuses.end(), state_.status) != statuses.end()) return {};
  return impossible(fmt::format("'{}' cannot happen to a case that is {}", kind_of(event_.body),  //
                                to_string(state_.status)));
}

// Of a case whose people are forgotten only the course of things is left.
Result<void> Fold::hand_in(const std::vector<NamedDocument>& documents) {
  if (state_.erased) return {};
  for (const NamedDocument& document : documents) {
    if (auto done = cases::hand_in(state_.application, document); !done) return done;
  }
  return {};
}

Result<void> Fold::operator()(const events::Opened& opened) {
  if (auto allowed = only_while({CaseStatus::absent}); !allowed) return allowed;
  if (opened.case_id != state_.id) return impossible("the event is another case's");
  if (opened.profile != state_.profile.id()) return impossible("the case belongs to another profile");
  state_.status = CaseStatus::draft;
  if (opened.application.value.empty()) {
    state_.erased = true;
    return {};
  }
  auto application = Application::parse(state_.profile, opened.application.value);
  if (!application) return application.error();
  state_.application = std::move(*application);
  return {};
}

Result<void> Fold::operator()(const events::FactsSet& set) {
  if (auto allowed = only_while({CaseStatus::draft}); !allowed) return allowed;
  return put(set.facts.value);
}

Result<void> Fold::operator()(const events::EvidenceHandedIn& handed_in) {
  if (auto allowed = only_while({CaseStatus::draft}); !allowed) return allowed;
  return hand_in(handed_in.evidence);
}

Result<void> Fold::operator()(const events::Accepted& accepted) {
  if (auto allowed = only_while({CaseStatus::draft}); !allowed) return allowed;
  state_.status = CaseStatus::accepted;
  state_.accepted_at = event_.at;
  state_.rules = accepted.rules;
  state_.done_before = accepted.done_before;
  for (const DeferredDocument& document : accepted.deferred) state_.deferrals.push_back({.document = document});
  for (const PlannedStep& planned : accepted.steps) {
    if (auto added = add_step(planned); !added) return added;
  }
  return {};
}

Result<void> Fold::operator()(const events::DeferralSettled& settled) {
  if (auto allowed = only_while({CaseStatus::accepted}); !allowed) return allowed;
  const auto deferral = this->deferral(settled.type, settled.holder, settled.newborn);
  if (!deferral) return deferral.error();
  if ((*deferral)->settled) return impossible("the deferred document is there already");
  (*deferral)->settled = true;
  return {};
}

Result<void> Fold::operator()(const events::DeferralLapsed& lapsed) {
  if (auto allowed = only_while({CaseStatus::accepted}); !allowed) return allowed;
  const auto deferral = this->deferral(lapsed.type, lapsed.holder, lapsed.newborn);
  if (!deferral) return deferral.error();
  if (!(*deferral)->open()) return impossible("the deferral is over already");
  (*deferral)->lapsed = true;
  return {};
}

Result<void> Fold::operator()(const events::DeferralReinstated& reinstated) {
  if (auto allowed = only_while({CaseStatus::accepted}); !allowed) return allowed;
  const auto deferral = this->deferral(reinstated.type, reinstated.holder, reinstated.newborn);
  if (!deferral) return deferral.error();
  if (!(*deferral)->lapsed) return impossible("the deferral has not lapsed");
  (*deferral)->lapsed = false;
  return {};
}

// A document that was deferred before, and lapsed or came, may be deferred again.
Result<void> Fold::operator()(const events::DeferralGranted& granted) {
  if (auto allowed = only_while({CaseStatus::accepted}); !allowed) return allowed;
  const Deferral fresh{.document = {granted.type, granted.holder, granted.newborn, granted.until}};
  const auto known = this->deferral(granted.type, granted.holder, granted.newborn);
  if (known && (*known)->open()) return impossible("the document is deferred already");
  if (known) {
    **known = fresh;
  } else {
    state_.deferrals.push_back(fresh);
  }
  return {};
}

Result<Deferral*> Fold::deferral(std::string_view type, std::string_view holder, std::uint16_t newborn) {
  for (Deferral& deferral : state_.deferrals) {
    const DeferredDocument& document = deferral.document;
    if (document.type == type && document.holder == holder && document.newborn == newborn) return &deferral;
  }
  return impossible("no such document was deferred");
}

Result<void> Fold::operator()(const events::Corrected& corrected) {
  if (auto allowed = only_while({CaseStatus::accepted}); !allowed) return allowed;
  if (corrected.authority.empty()) return put(corrected.facts.value);
  return put_issued(corrected.facts.value, corrected.authority, {});
}

Result<void> Fold::operator()(const events::NewbornDied& died) {
  if (auto allowed = only_while({CaseStatus::draft, CaseStatus::accepted}); !allowed) return allowed;
  if (state_.erased) return {};
  return state_.application.put(alive_fact, Value::boolean(false), died.newborn);
}

Result<void> Fold::operator()(const events::Withdrawn& /*withdrawn*/) {
  if (auto allowed = only_while({CaseStatus::draft, CaseStatus::accepted}); !allowed) return allowed;
  state_.status = CaseStatus::withdrawn;
  state_.withdrawn_at = event_.at;
  return {};
}

Result<void> Fold::operator()(const events::Closed& /*closed*/) {
  if (auto allowed = only_while({CaseStatus::accepted, CaseStatus::withdrawn}); !allowed) return allowed;
  state_.status = CaseStatus::closed;
  return {};
}

Result<void> Fold::operator()(const events::Erased& /*erased*/) {
  if (auto allowed = only_while({CaseStatus::withdrawn, CaseStatus::closed}); !allowed) return allowed;
  state_.erased = true;
  state_.unchecked.clear();
  state_.application = Application(state_.profile);
  for (SentMessage& message : state_.messages) {
    message.outputs.clear();
    message.reason.clear();
  }
  for (CaseStep& step : state_.steps) {
    step.payload.clear();
    step.wanted_because.clear();
  }
  return {};
}

Result<void> fold(Case& state, const Event& event) {
  if (event.sequence != state.version + 1) {
    return impossible(fmt::format("event {} cannot follow event {}", event.sequence, state.version));
  }
  if (event.at.is_special()) return impossible("an event needs a moment");
  const auto* repaired = std::get_if<events::ClockRepaired>(&event.body);
  const bool repairs = repaired != nullptr && !repaired->since;
  if (state.version > 0 && event.at < state.changed_at && !repairs) {
    return impossible("an event from before the last one");
  }
  if (auto done = std::visit(Fold(state, event), event.body); !done) return done;
  if (state.status == CaseStatus::accepted) state.application.told_on(event.at.date());
  note_pauses(state, event.at);
  if (tells_unchecked(event, &state.profile.rules())) {
    state.unchecked.push_back({event.sequence, public_digest(redacted(event))});
  }
  state.version = event.sequence;
  state.changed_at = event.at;
  return {};
}

}  // namespace cases

Result<void> apply(Case& state, const Event& event) {
  Case next = state;
  if (auto done = cases::fold(next, event); !done) return done;
  state = std::move(next);
  return {};
}

Result<Case> replay(const Profile& profile, std::span<const Event> events) {
  const auto* opened = events.empty() ? nullptr : std::get_if<events::Opened>(&events.front().body);
  if (opened == nullptr) {
    return application::make_error(ErrorKind::missing, "a case begins with the event 'opened'");
  }
  Case state(profile, opened->case_id);
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (auto done = cases::fold(state, events[i]); !done) {
      Error error = done.error();
      error.path = fmt::format("/{}{}", i, error.path);
      return error;
    }
  }
  return state;
}

}  // namespace birthcase
