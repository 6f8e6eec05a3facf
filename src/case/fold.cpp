#include "case/fold.hpp"

#include "application/errors.hpp"
#include "case/names.hpp"
#include "case/transitions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase {
namespace cases {
namespace {

Error impossible(std::string message) { return application::make_error(ErrorKind::contradiction, std::move(message)); }

/// Applies one event's body. Each function is one kind of event.
class Fold {
 public:
  Fold(Case& state, const Event& event) : state_(state), event_(event) {}

  Result<void> operator()(const events::Opened& opened);
  Result<void> operator()(const events::FactsSet& set);
  Result<void> operator()(const events::EvidenceHandedIn& handed_in);
  Result<void> operator()(const events::Accepted& accepted);
  Result<void> operator()(const events::Replanned& replanned);
  Result<void> operator()(const events::StepReadied& readied);
  Result<void> operator()(const events::StepHeld& held) { return moved(held.step); }
  Result<void> operator()(const events::StepDispatched& dispatched);
  Result<void> operator()(const events::StepAcknowledged& acknowledged);
  Result<void> operator()(const events::StepCompleted& completed);
  Result<void> operator()(const events::StepReturned& returned);
  Result<void> operator()(const events::StepFailed& failed);
  Result<void> operator()(const events::StepRetried& retried) { return moved(retried.step); }
  Result<void> operator()(const events::Supplemented& supplemented);
  Result<void> operator()(const events::StepResumed& resumed);
  Result<void> operator()(const events::DeferralSettled& settled);
  Result<void> operator()(const events::Corrected& corrected);
  Result<void> operator()(const events::StepRecalled& recalled);
  Result<void> operator()(const events::NoticeSent& notice);
  Result<void> operator()(const events::StepDelivered& delivered);
  Result<void> operator()(const events::StepWithdrawn& withdrawn);
  Result<void> operator()(const events::NewbornDied& died);
  Result<void> operator()(const events::Withdrawn& withdrawn);
  Result<void> operator()(const events::Closed& closed);
  Result<void> operator()(const events::Erased& erased);
  Result<void> operator()(const events::LookUpAsked& asked);
  Result<void> operator()(const events::LookUpAnswered& answered);
  Result<void> operator()(const events::LookUpVoided& voided);

 private:
  Result<void> only_while(std::initializer_list<CaseStatus> statuses) const;
  Result<CaseStep*> move(std::string_view step_id);
  Result<void> moved(std::string_view step_id);
  Result<SentMessage*> answer(std::string_view step_id, std::string_view message_id, commands::AnswerKind how);
  Result<void> put(const std::vector<NamedFact>& facts);
  Result<void> put_issued(const std::vector<NamedFact>& facts, std::string_view organisation, std::string_view message);
  Result<void> note_look_up(const NamedLookUp& look_up);
  Result<void> hand_in(const std::vector<NamedDocument>& documents);
  Result<void> add_step(const PlannedStep& planned);
  void supersede(std::string_view step_id);

  Case& state_;
  const Event& event_;
};

Result<void> Fold::only_while(std::initializer_list<CaseStatus> statuses) const {
  if (std::find(statuses.begin(), statuses.end(), state_.status) != statuses.end()) return {};
  return impossible(fmt::format("'{}' cannot happen to a case that is {}", kind_of(event_.body),  //
                                to_string(state_.status)));
}

// Every event about a step goes through here, and so through the table of transitions.
Result<CaseStep*> Fold::move(std::string_view step_id) {
  if (auto allowed = only_while({CaseStatus::accepted}); !allowed) return allowed.error();
  const auto at = std::find_if(state_.steps.begin(), state_.steps.end(),
                               [step_id](const CaseStep& each) { return each.planned.step == step_id; });
  if (at == state_.steps.end()) {
    return application::make_error(ErrorKind::unknown_name, "the case has no step of this id", "/data/step");
  }
  const auto next = next_state(at->state, kind_of(event_.body));
  if (!next) {
    return impossible(
        fmt::format("'{}' cannot happen to a step that is {}", kind_of(event_.body), to_string(at->state)));
  }
  at->state = *next;
  return &*at;
}

Result<void> Fold::moved(std::string_view step_id) {
  const auto step = move(step_id);
  if (!step) return step.error();
  return {};
}

Result<SentMessage*> Fold::answer(std::string_view step_id, std::string_view message_id, commands::AnswerKind how) {
  const auto at = std::find_if(state_.messages.begin(), state_.messages.end(),
                               [message_id](const SentMessage& each) { return each.id == message_id; });
  if (at == state_.messages.end() || at->step != step_id) {
    return application::make_error(ErrorKind::unknown_name, "the step has no message of this id", "/data/message");
  }
  if (at->status != SentMessage::Status::open) return impossible("the message waits for no answer");
  if (how == commands::AnswerKind::acknowledged) {
    at->acknowledged = true;
  } else {
    at->status = SentMessage::Status::answered;
    at->answer = how;
  }
  return &*at;
}

// What is told anew is issued no more.
Result<void> Fold::put(const std::vector<NamedFact>& facts) {
  if (auto done = cases::put(state_.application, facts); !done) return done;
  state_.application.forget_issued(facts_named(state_.profile, facts));
  return {};
}

Result<void> Fold::put_issued(const std::vector<NamedFact>& facts, std::string_view organisation,
                              std::string_view message) {
  if (auto done = put(facts); !done) return done;
  const auto& organisations = state_.profile.rules().organisations;
  const auto issuer = std::find_if(organisations.begin(), organisations.end(),
                                   [organisation](const Organisation& each) { return each.id == organisation; });
  if (issuer == organisations.end()) return {};
  const auto place = static_cast<Index>(issuer - organisations.begin());
  state_.application.note_issued(facts_named(state_.profile, facts), place, event_.at, message);
  return {};
}

Result<void> Fold::note_look_up(const NamedLookUp& look_up) {
  if (auto allowed = only_while({CaseStatus::draft, CaseStatus::accepted}); !allowed) return allowed;
  if (state_.erased) return {};
  return state_.application.look_up(look_up);
}

// Of a case whose people are forgotten only the course of things is left.
Result<void> Fold::hand_in(const std::vector<NamedDocument>& documents) {
  if (state_.erased) return {};
  for (const NamedDocument& document : documents) {
    if (auto done = cases::hand_in(state_.application, document); !done) return done;
  }
  return {};
}

Result<void> Fold::add_step(const PlannedStep& planned) {
  if (state_.step(planned.step) != nullptr) return impossible("the case has this step already");
  state_.steps.push_back({.planned = planned});
  return {};
}

// What a step's request said counts no more, whether it was answered or not.
void Fold::supersede(std::string_view step_id) {
  for (SentMessage& message : state_.messages) {
    if (message.step == step_id && message.status == SentMessage::Status::open) {
      message.status = SentMessage::Status::superseded;
    }
  }
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

Result<void> Fold::operator()(const events::Replanned& replanned) {
  if (auto allowed = only_while({CaseStatus::accepted}); !allowed) return allowed;
  for (const PlannedStep& planned : replanned.added) {
    if (auto added = add_step(planned); !added) return added;
  }
  for (const PlannedStep& planned : replanned.changed) {
    const auto at = std::find_if(state_.steps.begin(), state_.steps.end(),
                                 [&](const CaseStep& each) { return each.planned.step == planned.step; });
    if (at == state_.steps.end()) return impossible("a step changed that the case does not have");
    at->planned = planned;
  }
  for (const StoppedStep& stopped : replanned.stopped) {
    auto step = move(stopped.step);
    if (!step) return step.error();
    (*step)->suspended_since.reset();
    supersede(stopped.step);
  }
  return {};
}

Result<void> Fold::operator()(const events::StepReadied& readied) {
  const auto step = move(readied.step);
  if (!step) return step.error();
  if (readied.due) (*step)->planned.due = readied.due;
  return {};
}

Result<void> Fold::operator()(const events::StepDispatched& dispatched) {
  const auto step = move(dispatched.step);
  if (!step) return step.error();
  if (state_.message(dispatched.message) != nullptr) return impossible("there is a message of this id already");
  ++(*step)->messages;
  (*step)->message = dispatched.message;
  (*step)->payload = dispatched.payload.value;
  state_.messages.push_back({.id = dispatched.message, .step = dispatched.step, .answer_by = dispatched.answer_by});
  return {};
}

Result<void> Fold::operator()(const events::StepAcknowledged& acknowledged) {
  if (auto step = moved(acknowledged.step); !step) return step;
  const auto message = answer(acknowledged.step, acknowledged.message, commands::AnswerKind::acknowledged);
  if (!message) return message.error();
  return {};
}

Result<void> Fold::operator()(const events::StepCompleted& completed) {
  const auto step = move(completed.step);
  if (!step) return step.error();
  (*step)->completed_at = event_.at;
  if (auto done = state_.application.complete((*step)->planned.service, (*step)->planned.newborn); !done) return done;
  const auto message = answer(completed.step, completed.message, commands::AnswerKind::completed);
  if (!message) return message.error();
  (*message)->outputs = completed.outputs.value;
  return put_issued(completed.outputs.value, (*step)->planned.organisation, completed.message);
}

Result<void> Fold::operator()(const events::StepReturned& returned) {
  const auto step = move(returned.step);
  if (!step) return step.error();
  if ((*step)->planned.clock_stops) (*step)->suspended_since = event_.at;
  (*step)->wanted_facts = returned.wanted_facts;
  (*step)->wanted_evidence = returned.wanted_evidence;
  const auto message = answer(returned.step, returned.message, commands::AnswerKind::returned);
  if (!message) return message.error();
  return {};
}

Result<void> Fold::operator()(const events::StepFailed& failed) {
  if (auto step = moved(failed.step); !step) return step;
  const auto message = answer(failed.step, failed.message, commands::AnswerKind::failed);
  if (!message) return message.error();
  return {};
}

Result<void> Fold::operator()(const events::Supplemented& supplemented) {
  if (auto allowed = only_while({CaseStatus::accepted}); !allowed) return allowed;
  for (CaseStep& step : state_.steps) {
    std::erase_if(step.wanted_facts, [&](const std::string& wanted) {
      return std::any_of(supplemented.facts.value.begin(), supplemented.facts.value.end(),
                         [&](const NamedFact& fact) { return fact.fact == wanted; });
    });
    std::erase_if(step.wanted_evidence, [&](const NamedDocument& wanted) {
      return std::any_of(supplemented.evidence.begin(), supplemented.evidence.end(), [&](const NamedDocument& given) {
        return means(wanted, given.type, given.holder, given.newborn);
      });
    });
  }
  if (auto done = put(supplemented.facts.value); !done) return done;
  return hand_in(supplemented.evidence);
}

Result<void> Fold::operator()(const events::StepResumed& resumed) {
  const auto step = move(resumed.step);
  if (!step) return step.error();
  (*step)->suspended_since.reset();
  (*step)->wanted_facts.clear();
  (*step)->wanted_evidence.clear();
  if (resumed.due) (*step)->planned.due = resumed.due;
  return {};
}

Result<void> Fold::operator()(const events::DeferralSettled& settled) {
  if (auto allowed = only_while({CaseStatus::accepted}); !allowed) return allowed;
  for (Deferral& deferral : state_.deferrals) {
    const DeferredDocument& document = deferral.document;
    const bool same =
        document.type == settled.type && document.holder == settled.holder && document.newborn == settled.newborn;
    if (!same || deferral.settled) continue;
    deferral.settled = true;
    return {};
  }
  return impossible("no such document was deferred, or it is there already");
}

Result<void> Fold::operator()(const events::Corrected& corrected) {
  if (auto allowed = only_while({CaseStatus::accepted}); !allowed) return allowed;
  if (corrected.authority.empty()) return put(corrected.facts.value);
  return put_issued(corrected.facts.value, corrected.authority, {});
}

Result<void> Fold::operator()(const events::StepRecalled& recalled) {
  if (auto step = moved(recalled.step); !step) return step;
  supersede(recalled.step);
  return {};
}

Result<void> Fold::operator()(const events::NoticeSent& notice) {
  if (auto allowed = only_while({CaseStatus::accepted}); !allowed) return allowed;
  const auto at = std::find_if(state_.steps.begin(), state_.steps.end(),
                               [&](const CaseStep& each) { return each.planned.step == notice.step; });
  if (at == state_.steps.end()) return impossible("a notice about a step that the case does not have");
  if (state_.message(notice.message) != nullptr) return impossible("there is a message of this id already");
  ++at->messages;
  if (notice.kind == MessageKind::correction) at->payload = notice.payload.value;
  state_.messages.push_back({.id = notice.message, .step = notice.step, .status = SentMessage::Status::notice});
  return {};
}

Result<void> Fold::operator()(const events::StepDelivered& delivered) {
  const auto step = move(delivered.step);
  if (!step) return step.error();
  (*step)->delivered_at = event_.at;
  return {};
}

Result<void> Fold::operator()(const events::StepWithdrawn& withdrawn) {
  const auto step = move(withdrawn.step);
  if (!step) return step.error();
  (*step)->suspended_since.reset();
  supersede(withdrawn.step);
  return {};
}

Result<void> Fold::operator()(const events::NewbornDied& died) {
  if (auto allowed = only_while({CaseStatus::draft, CaseStatus::accepted}); !allowed) return allowed;
  if (state_.erased) return {};
  return state_.application.put(alive_fact, Value::boolean(false), died.newborn);
}

Result<void> Fold::operator()(const events::Withdrawn& /*withdrawn*/) {
  if (auto allowed = only_while({CaseStatus::draft, CaseStatus::accepted}); !allowed) return allowed;
  state_.status = CaseStatus::withdrawn;
  return {};
}

Result<void> Fold::operator()(const events::Closed& /*closed*/) {
  if (auto allowed = only_while({CaseStatus::accepted}); !allowed) return allowed;
  state_.status = CaseStatus::closed;
  return {};
}

Result<void> Fold::operator()(const events::Erased& /*erased*/) {
  if (auto allowed = only_while({CaseStatus::withdrawn, CaseStatus::closed}); !allowed) return allowed;
  state_.erased = true;
  state_.application = Application(state_.profile);
  for (SentMessage& message : state_.messages) message.outputs.clear();
  for (CaseStep& step : state_.steps) step.payload.clear();
  return {};
}

Result<void> Fold::operator()(const events::LookUpAsked& asked) {
  const std::string name = look_up_name(asked.look_up, asked.newborn);
  if (state_.open_query(name) != nullptr) return impossible("this look-up is under way already");
  if (state_.message(asked.message) != nullptr) return impossible("there is a message of this id already");
  state_.messages.push_back({.id = asked.message, .look_up = name});
  return note_look_up({.id = asked.look_up, .newborn = asked.newborn, .state = LookUpState::asked});
}

Result<void> Fold::operator()(const events::LookUpAnswered& answered) {
  if (!answered.message.empty()) {
    const auto at = std::find_if(state_.messages.begin(), state_.messages.end(),
                                 [&](const SentMessage& each) { return each.id == answered.message; });
    const bool waits = at != state_.messages.end() && at->status == SentMessage::Status::open;
    if (!waits || at->look_up != look_up_name(answered.look_up, answered.newborn)) {
      return impossible("no query of this id waits for an answer");
    }
    at->status = SentMessage::Status::answered;
    at->result = answered.result;
    at->outputs = answered.facts.value;
  }
  return note_look_up({.id = answered.look_up,
                       .newborn = answered.newborn,
                       .state = answered.result,
                       .at = answered.answered_at,
                       .reference = answered.reference.value,
                       .facts = answered.facts.value});
}

Result<void> Fold::operator()(const events::LookUpVoided& voided) {
  const std::string name = look_up_name(voided.look_up, voided.newborn);
  for (SentMessage& message : state_.messages) {
    if (message.look_up == name && message.status == SentMessage::Status::open) {
      message.status = SentMessage::Status::superseded;
    }
  }
  if (!voided.cancellation.empty()) {
    if (state_.message(voided.cancellation) != nullptr) return impossible("there is a message of this id already");
    state_.messages.push_back({.id = voided.cancellation, .status = SentMessage::Status::notice, .look_up = name});
  }
  return note_look_up({.id = voided.look_up, .newborn = voided.newborn, .state = LookUpState::open});
}

}  // namespace

Result<void> fold(Case& state, const Event& event) {
  if (event.sequence != state.version + 1) {
    return impossible(fmt::format("event {} cannot follow event {}", event.sequence, state.version));
  }
  if (event.at.is_special()) return impossible("an event needs a moment");
  if (state.version > 0 && event.at < state.changed_at) return impossible("an event from before the last one");
  if (auto done = std::visit(Fold(state, event), event.body); !done) return done;
  if (state.status == CaseStatus::accepted) state.application.told_on(event.at.date());
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
