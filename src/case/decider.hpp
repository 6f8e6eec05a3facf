// One decision: what a command comes to. Events are applied to a working copy as they are decided, so that each
// sees what the one before it did.
#pragma once

#include <birthcase/case.hpp>

#include "case/payload.hpp"
#include "case/refusals.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace birthcase::cases {

/// Decides one command. Used once.
class Decider {
 public:
  Decider(const Case& state, const Command& command, const DateTime& now);

  Decided run();

  // Called by std::visit: one for each kind of command, in the file named after its subject.
  // decide_draft.cpp
  Objection operator()(const commands::Open& open);
  Objection operator()(const commands::SetFacts& set);
  Objection operator()(const commands::HandIn& hand_in);
  Objection operator()(const commands::Accept& accept);
  // decide_deferrals.cpp
  Objection operator()(const commands::Defer& defer);
  // decide_steps.cpp
  Objection operator()(const commands::Dispatch& dispatch);
  Objection operator()(const commands::Retry& retry);
  Objection operator()(const commands::Deliver& deliver);
  // decide_answers.cpp
  Objection operator()(const commands::Answer& answer);
  // decide_changes.cpp
  Objection operator()(const commands::Supplement& supplement);
  Objection operator()(const commands::Correct& correct);
  // decide_endings.cpp
  Objection operator()(const commands::Withdraw& withdraw);
  Objection operator()(const commands::RecordDeath& death);
  Objection operator()(const commands::Close& close);
  Objection operator()(const commands::Erase& erase);
  // decide_look_ups.cpp
  Objection operator()(const commands::AskLookUp& ask);
  Objection operator()(const commands::AnswerLookUp& answer);
  Objection operator()(const commands::NoteLookUp& seen);
  // decide_clock.cpp
  Objection operator()(const commands::RepairClock& repair);

 private:
  Objection check_call();
  Objection only_while(CaseStatus status) const;
  void emit(EventBody body);
  void remark(Severity severity, std::string code, Label message, std::string path = {});

  void remark_on_fresh(const Plan& before, const Plan& after);

  // acceptance, in decide_draft.cpp
  std::vector<Finding> obstacles(const Plan& plan) const;

  // what may come later, in decide_deferrals.cpp
  Objection check_deferrals(const Plan& plan, const std::vector<DeferredDocument>& deferred) const;
  Objection check_none_forgotten(const Plan& plan, const std::vector<DeferredDocument>& deferred) const;

  // steps, in decide_steps.cpp
  Objection send(const CaseStep& step, const Plan& plan);

  // answers, in decide_answers.cpp
  Objection answer_again(const commands::Answer& answer, const SentMessage& message);
  bool is_the_answer(const commands::Answer& answer, const SentMessage& message) const;
  Objection answer_to_void(const commands::Answer& answer) const;
  Objection complete(const commands::Answer& answer, const CaseStep& step, bool late);
  Objection send_back(const commands::Answer& answer, const CaseStep& step, bool late);
  Objection check_outputs(const CaseStep& step, const std::vector<NamedFact>& outputs) const;
  std::vector<NamedFact> of_this_child(const CaseStep& step, std::vector<NamedFact> outputs) const;
  Objection check_needed_outputs(const CaseStep& step, const Application& after) const;

  // changes, in decide_changes.cpp
  Objection check_named(const commands::Correct& correct) const;
  Objection check_supplied(const std::vector<NamedFact>& facts) const;
  void remark_on_poorer(const std::vector<NamedDocument>& documents);
  void settle_deferrals(const std::vector<NamedDocument>& documents);
  Objection check_answered(const std::vector<NamedFact>& facts, const Application& after) const;
  void resume(const CaseStep& step);
  void tell_departments(const Plan& before);
  void tell_department(const CaseStep& step, const Plan& before, const Plan& after);
  void tell_off_route(const CaseStep& step, const Plan& before, const Plan& after);
  void remark_on_done(const CaseStep& step, const Plan& before, const Plan& after);
  void send_correction(const CaseStep& step, const Plan& after, Payload payload);

  // endings, in decide_endings.cpp
  void lapse_deferrals();
  std::vector<Finding> open_items() const;

  // clocks, in decide_clock.cpp: what every command on an accepted case ends with
  Objection check_repair(const commands::RepairClock& repair, const DateTime& to) const;
  void settle_clocks();
  void count_pauses();
  void count_estimates();
  std::optional<Due> due_by_now(const CaseStep& step, const Plan& plan) const;
  void count_what_is_known_now();
  void recount(const CaseStep& step, const Plan& plan, const DateTime& to, bool accepted_anew);
  void move_due(const CaseStep& step, const std::optional<Due>& due, std::string because);

  // look-ups, in decide_look_ups.cpp
  Objection only_while_open() const;
  void ask_for(const Plan& plan, const PlannedLookUp& look_up);
  Objection note(std::string message, NamedLookUp look_up);
  void void_look_ups(const Application& before);
  void void_look_up(const LookUp& look_up);
  void cancel_queries();
  void follow_facts();
  const DataShare& share_of(const LookUp& look_up) const noexcept;
  ShareId id_of(const DataShare& share) const noexcept;

  // replanning.cpp: what every change of facts ends with.
  void replan();
  events::Replanned changes_in(const Plan& plan) const;
  void count_from_now(PlannedStep& step) const;
  void ask_family(const Plan& plan);
  void follow_deferrals(const Plan& plan);
  void settle_route();
  bool move_steps();
  bool stop_dependents();
  void cancel(const CaseStep& step);
  void recall(const CaseStep& step);
  void notify(const CaseStep& step, MessageKind kind, std::optional<Due> answer_by = std::nullopt);

  /// The application with some facts put, or why they cannot be.
  boost::system::result<Application, Refusal> with(const std::vector<NamedFact>& facts, std::string_view under) const;

  /// What a department has issued on changes on that department's word alone. Facts hang together (a father told of is
  /// no longer none), so it is the whole application that is looked at.
  Objection check_locks(const Application& changed, std::string_view authority = {}) const;

  /// Whether a plan of these facts holds together; `contradicts` if not.
  Objection check_consistency(const Application& changed) const;

  Case state_;
  const Command& command_;
  DateTime now_;
  Decision decision_;
  std::vector<std::pair<std::string, DateTime>> paused_;  // steps whose clocks stood still before, and since when
};

/// A planned step as events tell it.
PlannedStep planned(const Plan& plan, const Step& step);

}  // namespace birthcase::cases
