// What is added and what is put right after acceptance.
#include "case/asked.hpp"
#include "case/clock.hpp"
#include "case/decider.hpp"
#include "case/deferrals.hpp"
#include "case/labels.hpp"
#include "case/names.hpp"
#include "nearest.hpp"

#include <algorithm>

namespace birthcase::cases {
namespace {

bool wants(const CaseStep& step, std::string_view fact) {
  const auto has = [fact](const std::vector<std::string>& facts) {
    return std::find(facts.begin(), facts.end(), fact) != facts.end();
  };
  return has(step.wanted_facts) || has(step.asked_facts);
}

bool wants_nothing(const CaseStep& step) { return step.wanted_facts.empty() && step.wanted_evidence.empty(); }

// The service of this case that will yield a field, or nullptr.
const Service* yielding(const Case& state, FactRef fact) {
  const Rules& rules = state.profile.rules();
  const FieldId field = rules.schema.at(fact).field;
  for (const CaseStep& step : state.steps) {
    const Service* service = service_named(rules, step.planned.service);
    const bool yields =
        service != nullptr && std::any_of(service->outputs.begin(), service->outputs.end(),
                                          [&](const Product& product) { return product == Product(field); });
    if (yields && !step.given_up()) return service;
  }
  return nullptr;
}

// What of a table may be named: the row that was most probably meant, or else each.
template <class Rows>
Label allowed_in(const Rows& rows, std::string_view typed) {
  std::vector<std::string_view> ids;
  for (const auto& row : rows) ids.push_back(row.id);
  const auto called = std::find_if(rows.begin(), rows.end(), [typed](const auto& row) {
    return !typed.empty() && (row.label.zh == typed || row.label.en == typed);
  });
  const std::string_view near = called != rows.end() ? std::string_view(called->id) : nearest(typed, ids);
  Label all;
  for (const auto& row : rows) {
    if (!near.empty() && row.id != near) continue;
    texts::append(all, case_findings::list_separator, texts::message(case_findings::with_detail, row.id, row.label));
  }
  return texts::message(near.empty() ? case_findings::one_of : case_findings::did_you_mean, all);
}

}  // namespace

// Facts that nobody has told, or that a department asked for; never what a department issues.
Objection Decider::check_supplied(const std::vector<NamedFact>& facts) const {
  for (const NamedFact& each : facts) {
    const auto fact = fact_named(state_.profile, each.fact);
    if (!fact) return refuse(fact.error(), "/facts");
    const std::string path = fact_path(state_.profile, *fact);
    if (yielding(state_, *fact) != nullptr) return refuse(refusals::issued_by_department, path);
    const Slot slot = fact->slot();
    const bool new_newborn = slot.newborn && fact->newborn >= state_.application.newborn_count();
    const std::string& name = state_.profile.rules().schema.at(slot).name;
    if (new_newborn || state_.application.get(name, fact->newborn).value().is_unknown()) continue;
    const bool asked = std::any_of(state_.steps.begin(), state_.steps.end(),
                                   [&](const CaseStep& step) { return wants(step, each.fact); });
    if (!asked) return refuse(refusals::use_correction, path);
  }
  return std::nullopt;
}

// A step that cannot do without an answer is not answered with "none".
Objection Decider::check_answered(const std::vector<NamedFact>& facts, const Application& after) const {
  const Plan plan = plan_accepted(state_.profile, after, *state_.accepted_at);
  for (const CaseStep& step : state_.steps) {
    const Step* route_step = step_in(plan, step.planned.step);
    if (route_step == nullptr || step.done() || step.given_up()) continue;
    const Asked asked = asked_of(state_, plan, *route_step);
    for (const NamedFact& told : facts) {
      const bool still_asked = std::find(asked.facts.begin(), asked.facts.end(), told.fact) != asked.facts.end();
      if (!told.value.is_null() || !still_asked) continue;
      const Rules& rules = state_.profile.rules();
      const Label fact = fact_words(state_.profile, told.fact, has_several_newborns(state_));
      const Label service = step_words(rules, step.planned, has_several_newborns(state_));
      const std::string path = fact_path(state_.profile, fact_named(state_.profile, told.fact).value());
      return refuse(refusals::value_needed, path, texts::message(case_findings::value_needed, service, fact));
    }
  }
  return std::nullopt;
}

Objection Decider::operator()(const commands::Supplement& supplement) {
  if (auto objection = only_while(CaseStatus::accepted)) return objection;
  const CaseStep* named_step = supplement.step.empty() ? nullptr : state_.step(supplement.step);
  if (!supplement.step.empty() && named_step == nullptr) return refuse(refusals::unknown_step, "/step");
  if (named_step != nullptr && named_step->state != StepState::returned)
    return refuse(refusals::step_not_returned, "/step");
  const bool empty = supplement.facts.empty() && supplement.evidence.empty();
  if (empty && named_step == nullptr) return refuse(refusals::nothing_to_change);
  if (auto objection = check_supplied(supplement.facts)) return objection;
  auto changed = with(supplement.facts, "/facts");
  if (!changed) return changed.error();
  for (const NamedDocument& document : supplement.evidence) {
    if (auto done = hand_in(*changed, document); !done) return refuse(done.error());
  }
  if (auto objection = check_locks(*changed)) return objection;
  if (auto objection = check_consistency(*changed)) return objection;
  if (auto objection = check_answered(supplement.facts, *changed)) return objection;
  std::vector<std::string> waiting;  // returned steps that said what they want
  for (const CaseStep& step : state_.steps) {
    const bool waits = step.state == StepState::returned && !wants_nothing(step);
    if (waits || &step == named_step) waiting.push_back(step.planned.step);
  }
  const Application before = state_.application;
  const Plan then = plan_accepted(state_.profile, *changed, *state_.accepted_at);
  const auto owned = with_holders(state_, then, supplement.evidence);
  if (!owned) return owned.error();
  const auto evidence = with_people(then, *owned);
  emit(events::Supplemented{.evidence = evidence, .facts = {supplement.facts}});
  void_look_ups(before);
  settle_deferrals(evidence);
  replan();
  remark_on_poorer(evidence);
  for (const std::string& id : waiting) {
    const CaseStep& step = *state_.step(id);
    if (step.state == StepState::returned && (id == supplement.step || wants_nothing(step))) resume(step);
  }
  settle_route();
  return std::nullopt;
}

// A copy or scan where the original is wanted: it is noted, and does not count for the step.
void Decider::remark_on_poorer(const std::vector<NamedDocument>& documents) {
  const bool several = has_several_newborns(state_);
  for (const CaseStep& step : state_.steps) {
    for (const NamedDocument& wanted : step.wanted_evidence) {
      const bool poorer = std::any_of(documents.begin(), documents.end(), [&](const NamedDocument& given) {
        return given.as > wanted.as && means(wanted, given.type, given.holder, given.newborn);
      });
      if (!poorer) continue;
      const Label document = document_words_and_id(state_.profile.rules(), wanted, several);
      const Label service = step_words(state_.profile.rules(), step.planned, several);
      const bool original = wanted.as == HandedInAs::original;
      remark(Severity::warning, "still-wanted",
             texts::message(original ? case_findings::original_wanted : case_findings::copy_wanted, document, service),
             "/steps/" + step.planned.step);
    }
  }
}

void Decider::settle_deferrals(const std::vector<NamedDocument>& documents) {
  std::vector<events::DeferralSettled> settled;
  for (const Deferral& deferral : state_.deferrals) {
    const DeferredDocument& wanted = deferral.document;
    const bool here = std::any_of(documents.begin(), documents.end(), [&](const NamedDocument& given) {
      return given.as == HandedInAs::original && means(given, wanted.type, wanted.holder, wanted.newborn);
    });
    if (here && deferral.open()) {
      settled.push_back({.type = wanted.type, .holder = wanted.holder, .newborn = wanted.newborn});
    }
  }
  for (events::DeferralSettled& each : settled) emit(std::move(each));
}

void Decider::resume(const CaseStep& step) {
  events::StepResumed resumed{.step = step.planned.step};
  if (step.suspended_since) {
    resumed.due = due_after_pause(state_.profile.rules(), step.planned, *step.suspended_since, now_);
  }
  emit(std::move(resumed));
}

// What a correction rests on is kept for ever, so both are names of the profile.
Objection Decider::check_named(const commands::Correct& correct) const {
  const Rules& rules = state_.profile.rules();
  if (!is_document_of(rules, correct.document)) {
    return refuse(refusals::unknown_document, "/document", allowed_in(rules.evidence, correct.document));
  }
  if (!correct.authority.empty() && !is_organisation_of(rules, correct.authority)) {
    return refuse(refusals::unknown_organisation, "/authority", allowed_in(rules.organisations, correct.authority));
  }
  return std::nullopt;
}

Objection Decider::operator()(const commands::Correct& correct) {
  if (auto objection = only_while(CaseStatus::accepted)) return objection;
  if (correct.facts.empty() || correct.reason.empty() || correct.document.empty()) {
    return refuse(refusals::correction_incomplete);
  }
  if (auto objection = check_named(correct)) return objection;
  const auto changed = with(correct.facts, "/facts");
  if (!changed) return changed.error();
  if (auto objection = check_locks(*changed, correct.authority)) return objection;
  if (auto objection = check_consistency(*changed)) return objection;
  const Application told_before = state_.application;
  const Plan before = birthcase::plan(state_, now_.date());
  emit(events::Corrected{.document = correct.document,
                         .authority = correct.authority,
                         .facts = {correct.facts},
                         .reason = {correct.reason}});
  void_look_ups(told_before);
  replan();
  tell_departments(before);
  return std::nullopt;
}

// Calls back what is under way with facts that are no longer true, and tells those who are done with it. What has only
// been added since a message was made is no correction.
void Decider::tell_departments(const Plan& before) {
  const Plan after = birthcase::plan(state_, now_.date());
  const std::vector<CaseStep> steps = state_.steps;
  for (const CaseStep& step : steps) tell_department(step, before, after);
  remark_on_fresh(before, after);
  settle_route();
}

void Decider::tell_department(const CaseStep& step, const Plan& before, const Plan& after) {
  const Step* was = step_in(before, step.planned.step);
  const Step* is = step_in(after, step.planned.step);
  if (step.done() && (was == nullptr || is == nullptr)) return tell_off_route(step, before, after);
  if (was == nullptr || is == nullptr || (!step.under_way() && !step.done())) return;
  Payload payload = payload_of(state_, after, *is);
  if (payload.digest == step.payload || payload.digest == payload_of(state_, before, *was).digest) return;
  if (step.under_way()) {
    recall(step);
    return;
  }
  remark_on_done(step, before, after);
  send_correction(step, after, std::move(payload));
}

// Whoever is done with a service that is not handled here any more is told that, and later what concerns it.
void Decider::tell_off_route(const CaseStep& step, const Plan& before, const Plan& after) {
  const bool leaves = step_in(before, step.planned.step) != nullptr;
  Payload payload = payload_off_route(after, step);
  if (!leaves && payload.digest == payload_off_route(before, step).digest) return;
  if (step_in(after, step.planned.step) == nullptr) {
    const Label service = step_words(state_.profile.rules(), step.planned, has_several_newborns(state_));
    const Label who = organisation_words(state_.profile.rules(), step.planned.organisation);
    remark(Severity::warning, "done-off-route", texts::message(case_findings::done_off_route, service, who),
           "/steps/" + step.planned.step);
  }
  send_correction(step, after, std::move(payload));
}

// What a department that is done would now have needed.
void Decider::remark_on_done(const CaseStep& step, const Plan& before, const Plan& after) {
  const Asked needed = without(asked_of(state_, after, *step_in(after, step.planned.step)),
                               asked_of(state_, before, *step_in(before, step.planned.step)));
  if (needed.empty()) return;
  const Label words = words_for(state_, needed);
  const Label service = step_words(state_.profile.rules(), step.planned, has_several_newborns(state_));
  const Label who = organisation_words(state_.profile.rules(), step.planned.organisation);
  remark(Severity::warning, "needed-after-all", texts::message(case_findings::needed_after_all, service, words, who),
         "/steps/" + step.planned.step);
}

void Decider::send_correction(const CaseStep& step, const Plan& after, Payload payload) {
  Message message = message_about(state_, step, MessageKind::correction, now_);
  events::NoticeSent notice{
      .step = step.planned.step, .message = message.id, .kind = MessageKind::correction, .payload = {payload.digest}};
  if (const Step* is = step_in(after, step.planned.step)) {
    fill(message, after, *is, std::move(payload));
  } else {
    fill(message, after, std::move(payload));
  }
  seal(message);
  emit(std::move(notice));
  decision_.messages.push_back(std::move(message));
}

}  // namespace birthcase::cases
