// What is added and what is put right after acceptance.
#include "case/clock.hpp"
#include "case/decider.hpp"
#include "case/names.hpp"

#include <algorithm>

namespace birthcase::cases {
namespace {

bool wants(const CaseStep& step, std::string_view fact) {
  return std::find(step.wanted_facts.begin(), step.wanted_facts.end(), fact) != step.wanted_facts.end();
}

bool wants_nothing(const CaseStep& step) { return step.wanted_facts.empty() && step.wanted_evidence.empty(); }

// The service of this case that will yield a field, or nullptr.
const Service* yielding(const Case& state, FactRef fact) {
  const Rules& rules = state.profile.rules();
  const Index field = rules.schema.at(Slot{fact.index, fact.newborn != FactRef::family}).field;
  for (const CaseStep& step : state.steps) {
    const Service* service = service_named(rules, step.planned.service);
    const bool yields = service != nullptr && std::any_of(service->outputs.begin(), service->outputs.end(),
                                                          [&](const Output& output) { return output.field == field; });
    if (yields && !step.given_up()) return service;
  }
  return nullptr;
}

}  // namespace

// Facts that nobody has told, or that a department asked for; never what a department issues.
Objection Decider::check_supplied(const std::vector<NamedFact>& facts) const {
  for (const NamedFact& each : facts) {
    const auto fact = fact_named(state_.profile, each.fact);
    if (!fact) return refuse(fact.error(), "/facts");
    const std::string path = fact_path(state_.profile, *fact);
    if (yielding(state_, *fact) != nullptr) return refuse("issued-by-department", path);
    const Slot slot{fact->index, fact->newborn != FactRef::family};
    const bool new_newborn = slot.newborn && fact->newborn >= state_.application.newborn_count();
    const std::string& name = state_.profile.rules().schema.at(slot).name;
    if (new_newborn || state_.application.get(name, fact->newborn).value().is_unknown()) continue;
    const bool asked = std::any_of(state_.steps.begin(), state_.steps.end(),
                                   [&](const CaseStep& step) { return wants(step, each.fact); });
    if (!asked) return refuse("use-correction", path);
  }
  return std::nullopt;
}

Objection Decider::operator()(const commands::Supplement& supplement) {
  if (auto objection = only_while(CaseStatus::accepted)) return objection;
  const CaseStep* named_step = supplement.step.empty() ? nullptr : state_.step(supplement.step);
  if (!supplement.step.empty() && named_step == nullptr) return refuse("unknown-step", "/step");
  if (named_step != nullptr && named_step->state != StepState::returned) return refuse("step-not-returned", "/step");
  const bool empty = supplement.facts.empty() && supplement.evidence.empty();
  if (empty && named_step == nullptr) return refuse("nothing-to-change");
  if (auto objection = check_supplied(supplement.facts)) return objection;
  auto changed = with(supplement.facts, "/facts");
  if (!changed) return changed.error();
  for (const NamedDocument& document : supplement.evidence) {
    if (auto done = hand_in(*changed, document); !done) return refuse(done.error());
  }
  if (auto objection = check_locks(*changed)) return objection;
  if (auto objection = check_consistency(*changed)) return objection;
  std::vector<std::string> waiting;  // returned steps that said what they want
  for (const CaseStep& step : state_.steps) {
    const bool waits = step.state == StepState::returned && !wants_nothing(step);
    if (waits || &step == named_step) waiting.push_back(step.planned.step);
  }
  const Application before = state_.application;
  emit(events::Supplemented{.evidence = supplement.evidence, .facts = {supplement.facts}});
  void_look_ups(before);
  settle_deferrals(supplement.evidence);
  replan();
  for (const std::string& id : waiting) {
    const CaseStep& step = *state_.step(id);
    if (step.state == StepState::returned && (id == supplement.step || wants_nothing(step))) resume(step);
  }
  settle_route();
  return std::nullopt;
}

void Decider::settle_deferrals(const std::vector<NamedDocument>& documents) {
  std::vector<events::DeferralSettled> settled;
  for (const Deferral& deferral : state_.deferrals) {
    const DeferredDocument& wanted = deferral.document;
    const bool here = std::any_of(documents.begin(), documents.end(), [&](const NamedDocument& given) {
      return given.as == HandedInAs::original && means(given, wanted.type, wanted.holder, wanted.newborn);
    });
    if (here && !deferral.settled) {
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

Objection Decider::operator()(const commands::Correct& correct) {
  if (auto objection = only_while(CaseStatus::accepted)) return objection;
  if (correct.facts.empty() || correct.reason.empty() || correct.document.empty()) {
    return refuse("correction-incomplete");
  }
  const auto changed = with(correct.facts, "/facts");
  if (!changed) return changed.error();
  if (auto objection = check_locks(*changed, correct.authority)) return objection;
  if (auto objection = check_consistency(*changed)) return objection;
  const Application before = state_.application;
  emit(events::Corrected{.document = correct.document,
                         .authority = correct.authority,
                         .facts = {correct.facts},
                         .reason = {correct.reason}});
  void_look_ups(before);
  replan();
  tell_departments();
  return std::nullopt;
}

// Calls back what is under way with facts that are no longer true, and tells those who are done with it.
void Decider::tell_departments() {
  const Plan plan = birthcase::plan(state_, now_.date());
  const std::vector<CaseStep> steps = state_.steps;
  for (const CaseStep& step : steps) {
    const Step* route_step = step_in(plan, step.planned.step);
    if (route_step == nullptr || (!step.under_way() && !step.done())) continue;
    Payload payload = payload_of(plan, *route_step);
    if (payload.digest == step.payload) continue;
    if (step.under_way()) {
      emit(events::StepRecalled{.step = step.planned.step, .message = step.message});
      continue;
    }
    Message message = message_about(state_, step, MessageKind::correction, now_);
    events::NoticeSent notice{
        .step = step.planned.step, .message = message.id, .kind = MessageKind::correction, .payload = {payload.digest}};
    fill(message, plan, *route_step, std::move(payload));
    seal(message);
    emit(std::move(notice));
    decision_.messages.push_back(std::move(message));
  }
  settle_route();
}

}  // namespace birthcase::cases
