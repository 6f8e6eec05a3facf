// What departments answer.
#include <birthcase/deadlines.hpp>
#include <birthcase/plan_json.hpp>

#include "case/decider.hpp"
#include "case/deferrals.hpp"
#include "case/labels.hpp"
#include "case/names.hpp"
#include "plan/fact_table.hpp"
#include "plan/planning_tables.hpp"

#include <algorithm>

namespace birthcase::cases {
namespace {

using commands::AnswerKind;

// The fields that a service yields, as facts of one step.
std::vector<FactRef> outputs_of(const Rules& rules, const Service& service, std::uint16_t newborn) {
  std::vector<FactRef> facts;
  for (const Product& product : service.outputs) {
    const auto* const yielded = std::get_if<FieldId>(&product);
    if (yielded == nullptr) continue;
    const Field& field = rules.fields[*yielded];
    facts.push_back({field.slot.index, field.per_newborn() ? newborn : FactRef::family});
  }
  return facts;
}

const Field& field_at(const Rules& rules, FactRef fact) { return rules.fields[rules.schema.at(fact).field]; }

bool is_told(const Value& value) { return !value.is_unknown() && !value.is_null(); }

// The name of the newborn's own fact for an output that is told for all children; empty where it is none.
std::string own_name(const Case& state, const CaseStep& step, std::string_view output) {
  const Rules& rules = state.profile.rules();
  const auto fact = fact_named(state.profile, output);
  if (!fact || fact->newborn != FactRef::family || step.planned.newborn == FactRef::family) return {};
  const Field* own = own_output_of(rules, *service_named(rules, step.planned.service), field_at(rules, *fact));
  return own == nullptr ? std::string() : fact_name(state.profile, {own->slot.index, step.planned.newborn});
}

// Whether two answers of a step say the same, whichever name they have for the child's own.
bool say_the_same(const Case& state, const CaseStep& step, const std::vector<NamedFact>& a,
                  const std::vector<NamedFact>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const NamedFact& one, const NamedFact& other) {
    const bool same_fact = one.fact == other.fact || own_name(state, step, one.fact) == other.fact;
    return same_fact && one.value == other.value;
  });
}

// Whether two answers want the same, in any order.
template <class Wanted>
bool are_the_same(const std::vector<Wanted>& a, const std::vector<Wanted>& b) {
  return std::is_permutation(a.begin(), a.end(), b.begin(), b.end());
}

// A department that returns a case or gives it up says why, or at least what is wanted: the window must tell the
// family.
Objection check_said_why(const commands::Answer& answer) {
  const bool returned = answer.result == AnswerKind::returned;
  const bool wants = returned && (!answer.wanted_facts.empty() || !answer.wanted_evidence.empty());
  if (wants || !answer.reason.empty()) return std::nullopt;
  return refuse(refusals::reason_missing, "/reason",
                returned ? case_findings::return_says_why : case_findings::failure_says_why);
}

// Numbers that tell one child from another: nobody shares them.
bool is_own_number(const Field& field) {
  const bool identifying = field.sensitivity == Sensitivity::identity || field.sensitivity == Sensitivity::account;
  return field.per_newborn() && field.type == FieldType::text && identifying;
}

Objection check_own_numbers(const Case& state, const Application& after, const std::vector<FactRef>& outputs) {
  const Rules& rules = state.profile.rules();
  for (const FactRef fact : outputs) {
    if (!is_own_number(field_at(rules, fact)) || !is_told(given(after, fact))) continue;
    for (std::uint16_t other = 0; other < after.newborn_count(); ++other) {
      if (other == fact.newborn || given(after, {fact.index, other}) != given(after, fact)) continue;
      return refuse(refusals::number_of_another_newborn, fact_path(state.profile, fact));
    }
  }
  return std::nullopt;
}

bool requires_field(const Rules& rules, const CaseStep& step, const Field& field) {
  const auto& lines = lines_of(rules, *service_named(rules, step.planned.service)).all;
  return std::any_of(lines.begin(), lines.end(),
                     [&](const FormLine& line) { return line.required && &rules.fields[line.field] == &field; });
}

// Whether a step cannot do without this fact, or without one that would follow from it.
bool is_waited_for(const Plan& plan, const CaseStep& step, Slot output) {
  const Step* route_step = step_in(plan, step.planned.step);
  if (route_step == nullptr) return false;
  const Rules& rules = plan.profile().rules();
  const FactTable facts(rules, plan.facts(), plan.as_of());
  const auto payload = plan.at(route_step->payload_fields);
  return std::any_of(payload.begin(), payload.end(), [&](std::uint16_t place) {
    const FormField& field = plan.form.fields[place];
    if (field.value != nullptr) return false;
    if (!cannot_do_without(plan, *route_step, rules.id_of(*field.field))) return false;
    return field.field->slot == output || facts.follows_from({field.field->slot.index, field.newborn}, output);
  });
}

// What the department must go by now.
Label what_comes_after_void(const CaseStep& step) {
  if (step.given_up()) return case_findings::wanted_no_more;
  if (step.under_way()) return case_findings::answer_new_request;
  if (step.done()) return case_findings::done_on_new_request;
  if (step.state == StepState::ready) {
    return case_findings::dispatch_anew;
  }
  return case_findings::family_first;
}

}  // namespace

Objection Decider::operator()(const commands::Answer& answer) {
  if (auto objection = only_while(CaseStatus::accepted)) return objection;
  const SentMessage* message = state_.message(answer.message);
  if (message == nullptr || !message->look_up.empty()) return refuse(refusals::unknown_message, "/message");
  if (!answer.step.empty() && answer.step != message->step) return refuse(refusals::answer_for_another_step, "/step");
  if (message->status != SentMessage::Status::open) return answer_again(answer, *message);
  const CaseStep& step = *state_.step(message->step);
  const bool late = message->answer_by && is_after(now_, *message->answer_by);
  if (late) remark(Severity::warning, "answer-late", case_findings::answer_late);
  switch (answer.result) {
    case AnswerKind::acknowledged:
      if (message->acknowledged) return answer_again(answer, *message);
      emit(events::StepAcknowledged{.step = step.planned.step, .message = answer.message, .late = late});
      return std::nullopt;
    case AnswerKind::completed:
      return complete(answer, step, late);
    case AnswerKind::returned:
      return send_back(answer, step, late);
    case AnswerKind::failed:
      if (auto objection = check_said_why(answer)) return objection;
      emit(events::StepFailed{
          .step = step.planned.step, .message = answer.message, .late = late, .reason = {answer.reason}});
      return std::nullopt;
  }
  return std::nullopt;
}

// The same answer a second time changes nothing; another one is refused.
Objection Decider::answer_again(const commands::Answer& answer, const SentMessage& message) {
  const bool acknowledges = answer.result == AnswerKind::acknowledged;
  if (message.status == SentMessage::Status::superseded) return answer_to_void(answer);
  if (message.status == SentMessage::Status::notice && !acknowledges)
    return refuse(refusals::no_answer_wanted, "/message");
  if (message.status == SentMessage::Status::answered) {
    if (acknowledges && !message.acknowledged) return refuse(refusals::answer_out_of_order, "/message");
    if (!acknowledges && !is_the_answer(answer, message)) return refuse(refusals::answer_differs, "/message");
  }
  decision_.findings.clear();
  remark(Severity::info, "answer-repeated", case_findings::answer_repeated);
  return std::nullopt;
}

// Whether an answer says what the message was answered with: for a return and a failure also why, and what is wanted.
bool Decider::is_the_answer(const commands::Answer& answer, const SentMessage& message) const {
  const CaseStep& step = *state_.step(message.step);
  if (answer.result != message.answer) return false;
  if (answer.result == AnswerKind::completed) return say_the_same(state_, step, answer.outputs, message.outputs);
  if (answer.reason != message.reason) return false;
  if (answer.result == AnswerKind::failed) return true;
  const auto people = with_owners(birthcase::plan(state_, now_.date()), answer.wanted_evidence, step.planned.newborn);
  return are_the_same(answer.wanted_facts, message.wanted_facts) &&
         (are_the_same(answer.wanted_evidence, message.wanted_evidence) ||
          (people && are_the_same(*people, message.wanted_evidence)));
}

// A department that answers what was called back may have acted on it: the window is told whom to ask, and what comes.
Objection Decider::answer_to_void(const commands::Answer& answer) const {
  const CaseStep& step = *state_.step(state_.message(answer.message)->step);
  const Label service = step_words(state_.profile.rules(), step.planned, has_several_newborns(state_));
  const Label who = organisation_words(state_.profile.rules(), step.planned.organisation);
  const Label next = what_comes_after_void(step);
  Finding told = finding_about(step, "message-superseded",
                               texts::message(case_findings::request_called_back, service, who, next), Severity::error);
  return refuse(refusals::message_superseded, "/message", {std::move(told)});
}

Objection Decider::complete(const commands::Answer& answer, const CaseStep& step, bool late) {
  if (auto objection = check_outputs(step, answer.outputs)) return objection;
  const auto results = of_this_child(step, answer.outputs);
  auto after = with(results, "/outputs");
  if (!after) return after.error();
  after->complete(step.planned.service, step.planned.newborn).value();
  if (auto objection = check_locks(*after)) return objection;
  if (auto objection = check_needed_outputs(step, *after)) return objection;
  const Rules& rules = state_.profile.rules();
  const Service& service = *service_named(rules, step.planned.service);
  const auto outputs = outputs_of(rules, service, step.planned.newborn);
  if (auto objection = check_own_numbers(state_, *after, outputs)) return objection;
  if (auto objection = check_consistency(*after)) return objection;
  emit(events::StepCompleted{.step = step.planned.step, .message = answer.message, .late = late, .outputs = {results}});
  replan();
  return std::nullopt;
}

// What is told for all children while another child's step has locked it is the answer for the child at hand.
std::vector<NamedFact> Decider::of_this_child(const CaseStep& step, std::vector<NamedFact> outputs) const {
  for (NamedFact& output : outputs) {
    const std::string own = own_name(state_, step, output.fact);
    if (own.empty()) continue;
    const FactRef fact = fact_named(state_.profile, output.fact).value();
    const bool another = given(state_.application, fact) != output.value && locked_by(state_, fact) != nullptr;
    if (another) output.fact = own;
  }
  return outputs;
}

// Every fact must be one that this service yields, for this newborn.
Objection Decider::check_outputs(const CaseStep& step, const std::vector<NamedFact>& outputs) const {
  const Rules& rules = state_.profile.rules();
  const auto yielded = outputs_of(rules, *service_named(rules, step.planned.service), step.planned.newborn);
  for (const NamedFact& output : outputs) {
    const auto fact = fact_named(state_.profile, output.fact);
    if (!fact) return refuse(fact.error(), "/outputs");
    if (std::find(yielded.begin(), yielded.end(), *fact) == yielded.end()) {
      return refuse(refusals::not_an_output, fact_path(state_.profile, *fact));
    }
  }
  return std::nullopt;
}

// What the steps that wait for this one cannot do without, told or following from what was told.
Objection Decider::check_needed_outputs(const CaseStep& step, const Application& after) const {
  const Rules& rules = state_.profile.rules();
  const Service& service = *service_named(rules, step.planned.service);
  const Plan then = birthcase::plan(state_.profile, after, now_.date());
  std::vector<Finding> missing;
  for (const FactRef fact : outputs_of(rules, service, step.planned.newborn)) {
    if (is_told(then.value(fact))) continue;
    const Field& field = field_at(rules, fact);
    const bool needed = std::any_of(state_.steps.begin(), state_.steps.end(), [&](const CaseStep& other) {
      const auto& before = other.planned.after;
      if (std::find(before.begin(), before.end(), step.planned.step) == before.end()) return false;
      return requires_field(rules, other, field) || is_waited_for(then, other, field.slot);
    });
    if (needed)
      missing.push_back(finding_about(state_.profile, fact, "output-missing", case_findings::needed_by_steps_after));
  }
  if (missing.empty()) return std::nullopt;
  return refuse(refusals::output_missing, "/outputs", std::move(missing));
}

Objection Decider::send_back(const commands::Answer& answer, const CaseStep& step, bool late) {
  if (auto objection = check_said_why(answer)) return objection;
  for (std::size_t i = 0; i < answer.wanted_facts.size(); ++i) {
    const auto fact = fact_named(state_.profile, answer.wanted_facts[i]);
    if (!fact) return refuse(fact.error(), "/wanted_facts/" + std::to_string(i));
  }
  Application trial = state_.application;  // whether there are such documents at all
  for (std::size_t i = 0; i < answer.wanted_evidence.size(); ++i) {
    if (auto done = hand_in(trial, answer.wanted_evidence[i]); !done) {
      return refuse(done.error(), "/wanted_evidence/" + std::to_string(i));
    }
  }
  const Plan plan = birthcase::plan(state_, now_.date());
  auto wanted = with_owners(plan, answer.wanted_evidence, step.planned.newborn);
  if (!wanted) return wanted.error();
  emit(events::StepReturned{.step = step.planned.step,
                            .message = answer.message,
                            .late = late,
                            .wanted_facts = answer.wanted_facts,
                            .wanted_evidence = std::move(*wanted),
                            .reason = {answer.reason}});
  return std::nullopt;
}

}  // namespace birthcase::cases
