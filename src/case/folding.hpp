// One event's change to a case: a function for each kind of event.
#pragma once

#include <birthcase/case.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace birthcase::cases {

/// An event that cannot follow.
inline Error impossible(std::string message) {
  return {.kind = ErrorKind::contradiction, .message = std::move(message)};
}

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
  Result<void> operator()(const events::DueMoved& moved);
  Result<void> operator()(const events::FamilyAsked& asked);
  Result<void> operator()(const events::DeferralLapsed& lapsed);
  Result<void> operator()(const events::DeferralReinstated& reinstated);
  Result<void> operator()(const events::ClockRepaired& repaired);
  Result<void> operator()(const events::DeferralGranted& granted);

 private:
  Result<void> only_while(std::initializer_list<CaseStatus> statuses) const;
  Result<CaseStep*> find(std::string_view step_id);
  Result<CaseStep*> move(std::string_view step_id);
  Result<void> moved(std::string_view step_id);
  Result<SentMessage*> answer(std::string_view step_id, std::string_view message_id, commands::AnswerKind how);
  Result<Deferral*> deferral(std::string_view type, std::string_view holder, std::uint16_t newborn);
  Result<void> put(const std::vector<NamedFact>& facts);
  Result<void> put_issued(const std::vector<NamedFact>& facts, std::string_view organisation, std::string_view message);
  Result<void> note_look_up(const NamedLookUp& look_up);
  Result<void> hand_in(const std::vector<NamedDocument>& documents);
  Result<void> add_step(const PlannedStep& planned);
  void plan_step(CaseStep& step, const PlannedStep& planned);
  void say_due(CaseStep& step, const std::optional<Due>& due);
  void supersede(std::string_view step_id);

  Case& state_;
  const Event& event_;
};

}  // namespace birthcase::cases
