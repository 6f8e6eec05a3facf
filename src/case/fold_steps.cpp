// What events do to steps and messages.
#include "application/errors.hpp"
#include "case/folding.hpp"
#include "case/names.hpp"
#include "case/pauses.hpp"
#include "case/transitions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::cases {
namespace {

void forget_wanted(CaseStep& step) {
  step.wanted_facts.clear();
  step.wanted_evidence.clear();
  step.wanted_because.clear();
  step.returned_at.reset();
}

// Nobody asks for what a step needs that will not be done.
void forget_asked(CaseStep& step) {
  forget_wanted(step);
  step.asked_facts.clear();
  step.asked_evidence.clear();
  step.asked_at.reset();
}

}  // namespace

Result<CaseStep*> Fold::find(std::string_view step_id) {
  const auto at = std::find_if(state_.steps.begin(), state_.steps.end(),
                               [step_id](const CaseStep& each) { return each.planned.step == step_id; });
  if (at != state_.steps.end()) return &*at;
  return application::make_error(ErrorKind::unknown_name, "the case has no step of this id", "/data/step");
}

// Every event that moves a step goes through here, and so through the table of transitions. What was done can still be
// handed out when the rest of the case was withdrawn.
Result<CaseStep*> Fold::move(std::string_view step_id) {
  const bool hands_out = std::holds_alternative<events::StepDelivered>(event_.body);
  const bool withdrawn = hands_out && state_.status == CaseStatus::withdrawn;
  if (auto allowed = only_while({CaseStatus::accepted}); !allowed && !withdrawn) return allowed.error();
  auto step = find(step_id);
  if (!step) return step;
  const auto next = next_state((*step)->state, kind_of(event_.body));
  if (!next) {
    return impossible(
        fmt::format("'{}' cannot happen to a step that is {}", kind_of(event_.body), to_string((*step)->state)));
  }
  (*step)->state = *next;
  return step;
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

// What a step's request said counts no more, whether it was answered or not.
void Fold::supersede(std::string_view step_id) {
  for (SentMessage& message : state_.messages) {
    if (message.step == step_id && message.status == SentMessage::Status::open) {
      message.status = SentMessage::Status::superseded;
    }
  }
}

Result<void> Fold::add_step(const PlannedStep& planned) {
  if (state_.step(planned.step) != nullptr) return impossible("the case has this step already");
  state_.steps.push_back({.planned = planned, .due_said_at = event_.at});
  return {};
}

void Fold::say_due(CaseStep& step, const std::optional<Due>& due) {
  step.planned.due = due;
  step.due_said_at = event_.at;
}

void Fold::plan_step(CaseStep& step, const PlannedStep& planned) {
  if (step.planned.due != planned.due) step.due_said_at = event_.at;
  step.planned = planned;
}

Result<void> Fold::operator()(const events::Replanned& replanned) {
  if (auto allowed = only_while({CaseStatus::accepted}); !allowed) return allowed;
  for (const PlannedStep& planned : replanned.added) {
    if (auto added = add_step(planned); !added) return added;
    state_.steps.back().added_at = event_.at;
  }
  for (const PlannedStep& planned : replanned.changed) {
    const auto step = find(planned.step);
    if (!step) return impossible("a step changed that the case does not have");
    plan_step(**step, planned);
  }
  for (const PlannedStep& planned : replanned.revived) {
    const auto step = find(planned.step);
    if (!step) return step.error();
    if ((*step)->state != StepState::stopped) return impossible("only a step that was stopped is revived");
    (*step)->state = StepState::blocked;
    (*step)->added_at = event_.at;
    plan_step(**step, planned);
  }
  for (const StoppedStep& stopped : replanned.stopped) {
    const CaseStep* known = state_.step(stopped.step);
    if (known != nullptr && known->given_up()) return impossible("a step that was given up cannot be stopped");
    auto step = move(stopped.step);
    if (!step) return step.error();
    forget_asked(**step);
    supersede(stopped.step);
  }
  return {};
}

Result<void> Fold::operator()(const events::StepReadied& readied) {
  const auto step = move(readied.step);
  if (!step) return step.error();
  (*step)->ready_at = event_.at;
  if (readied.due) say_due(**step, readied.due);
  return {};
}

Result<void> Fold::operator()(const events::StepDispatched& dispatched) {
  const auto step = move(dispatched.step);
  if (!step) return step.error();
  if (state_.message(dispatched.message) != nullptr) return impossible("there is a message of this id already");
  ++(*step)->messages;
  (*step)->message = dispatched.message;
  (*step)->payload = dispatched.payload.value;
  state_.messages.push_back(
      {.id = dispatched.message, .step = dispatched.step, .answer_by = dispatched.answer_by, .at = event_.at});
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
  (*step)->returned_at = event_.at;
  (*step)->wanted_facts = returned.wanted_facts;
  (*step)->wanted_evidence = returned.wanted_evidence;
  (*step)->wanted_because = returned.reason.value;
  auto& demanded = (*step)->demanded;
  for (const NamedDocument& document : returned.wanted_evidence) {
    if (std::find(demanded.begin(), demanded.end(), document) == demanded.end()) demanded.push_back(document);
  }
  const auto message = answer(returned.step, returned.message, commands::AnswerKind::returned);
  if (!message) return message.error();
  (*message)->wanted_facts = returned.wanted_facts;
  (*message)->wanted_evidence = returned.wanted_evidence;
  (*message)->reason = returned.reason.value;
  return {};
}

Result<void> Fold::operator()(const events::StepFailed& failed) {
  if (auto step = moved(failed.step); !step) return step;
  const auto message = answer(failed.step, failed.message, commands::AnswerKind::failed);
  if (!message) return message.error();
  (*message)->reason = failed.reason.value;
  return {};
}

Result<void> Fold::operator()(const events::Supplemented& supplemented) {
  if (auto allowed = only_while({CaseStatus::accepted}); !allowed) return allowed;
  const auto told = [&](const std::string& wanted) {
    return std::any_of(supplemented.facts.value.begin(), supplemented.facts.value.end(),
                       [&](const NamedFact& fact) { return fact.fact == wanted; });
  };
  const auto brought = [&](const NamedDocument& wanted) {
    return std::any_of(supplemented.evidence.begin(), supplemented.evidence.end(),
                       [&](const NamedDocument& given) { return satisfies(given, wanted); });
  };
  for (CaseStep& step : state_.steps) {
    std::erase_if(step.wanted_facts, told);
    std::erase_if(step.wanted_evidence, brought);
    std::erase_if(step.asked_facts, told);
    std::erase_if(step.asked_evidence, brought);
  }
  if (auto done = put(supplemented.facts.value); !done) return done;
  return hand_in(supplemented.evidence);
}

Result<void> Fold::operator()(const events::StepResumed& resumed) {
  const auto step = move(resumed.step);
  if (!step) return step.error();
  end_pause(**step);
  forget_wanted(**step);
  if (resumed.due) say_due(**step, resumed.due);
  return {};
}

Result<void> Fold::operator()(const events::StepRecalled& recalled) {
  if (auto step = moved(recalled.step); !step) return step;
  supersede(recalled.step);
  return {};
}

Result<void> Fold::operator()(const events::NoticeSent& notice) {
  if (auto allowed = only_while({CaseStatus::accepted}); !allowed) return allowed;
  const auto found = find(notice.step);
  if (!found) return impossible("a notice about a step that the case does not have");
  CaseStep& step = **found;
  if (state_.message(notice.message) != nullptr) return impossible("there is a message of this id already");
  ++step.messages;
  if (notice.kind == MessageKind::correction) step.payload = notice.payload.value;
  for (SentMessage& message : state_.messages) {
    if (notice.kind == MessageKind::deadline && message.id == step.message) message.answer_by = notice.answer_by;
  }
  state_.messages.push_back(
      {.id = notice.message, .step = notice.step, .status = SentMessage::Status::notice, .at = event_.at});
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
  forget_asked(**step);
  supersede(withdrawn.step);
  return {};
}

Result<void> Fold::operator()(const events::DueMoved& moved) {
  if (auto allowed = only_while({CaseStatus::accepted, CaseStatus::withdrawn, CaseStatus::closed}); !allowed) {
    return allowed;
  }
  const auto step = find(moved.step);
  if (!step) return step.error();
  say_due(**step, moved.due);
  return {};
}

Result<void> Fold::operator()(const events::FamilyAsked& asked) {
  if (auto allowed = only_while({CaseStatus::accepted}); !allowed) return allowed;
  const auto step = find(asked.step);
  if (!step) return step.error();
  if ((*step)->done() || (*step)->given_up()) return impossible("nothing is asked for a step that is over");
  (*step)->asked_facts = asked.wanted_facts;
  (*step)->asked_evidence = asked.wanted_evidence;
  const bool nothing = asked.wanted_facts.empty() && asked.wanted_evidence.empty();
  (*step)->asked_at = nothing ? std::nullopt : std::optional(event_.at);
  return {};
}

}  // namespace birthcase::cases
