// From the first fact to acceptance.
#include <birthcase/plan_json.hpp>

#include "case/decider.hpp"
#include "case/deferrals.hpp"
#include "case/labels.hpp"
#include "case/names.hpp"
#include "plan_json/names.hpp"

#include <algorithm>

namespace birthcase::cases {
namespace {

std::vector<std::string> done_before(const Plan& plan) {
  std::vector<std::string> steps;
  for (const ServiceLane& lane : plan.services) {
    if (lane.already_done) steps.push_back(step_id(*lane.service, lane.newborn));
  }
  return steps;
}

bool is_missing(const Plan& plan, FactRef fact) {
  const auto& missing = plan.acceptable.missing_fields;
  return std::any_of(missing.begin(), missing.end(), [&](std::uint16_t place) {
    const FormField& field = plan.form.fields[place];
    return FactRef{field.field->slot.index, field.newborn} == fact;
  });
}

void add_reason(Finding& finding, const Why& why) {
  if (const Label reason = reason_of(why); reason != Label()) {
    texts::append(finding.message, case_findings::clause_separator, reason);
  }
}

}  // namespace

Objection Decider::operator()(const commands::Open& open) {
  if (state_.status != CaseStatus::absent) return refuse(refusals::case_exists);
  if (!may_name_new_case(state_.id)) return refuse(refusals::bad_case_id);
  const auto application = Application::parse(state_.profile, open.application);
  if (!application) return refuse(application.error(), "/application");
  emit(events::Opened{.case_id = state_.id, .profile = state_.profile.id(), .application = {to_json(*application)}});
  return std::nullopt;
}

Objection Decider::operator()(const commands::SetFacts& set) {
  if (auto objection = only_while(CaseStatus::draft)) return objection;
  Application changed = state_.application;
  // A draft may hold what a check refuses: the plan remarks on it.
  if (auto done = put(changed, set.facts); !done) return refuse(done.error(), "/facts");
  if (set.facts.empty()) return refuse(refusals::nothing_to_change);
  const Application before = state_.application;
  const Plan then = birthcase::plan(state_, now_.date());
  emit(events::FactsSet{.facts = {set.facts}});
  void_look_ups(before);
  remark_on_fresh(then, birthcase::plan(state_, now_.date()));
  return std::nullopt;
}

// What the plan finds since, and did not before.
void Decider::remark_on_fresh(const Plan& before, const Plan& after) {
  for (const Finding& finding : after.findings) {
    const auto& known = before.findings;
    const bool fresh = std::find(known.begin(), known.end(), finding) == known.end();
    if (fresh && finding.severity != Severity::info) decision_.findings.push_back(finding);
  }
}

Objection Decider::operator()(const commands::HandIn& handed_in) {
  if (state_.status == CaseStatus::accepted) return (*this)(commands::Supplement{.evidence = handed_in.evidence});
  if (auto objection = only_while(CaseStatus::draft)) return objection;
  if (handed_in.evidence.empty()) return refuse(refusals::nothing_to_change);
  Application changed = state_.application;
  for (const NamedDocument& document : handed_in.evidence) {
    if (auto done = hand_in(changed, document); !done) return refuse(done.error());
  }
  auto evidence = with_holders(state_, birthcase::plan(state_, now_.date()), handed_in.evidence);
  if (!evidence) return evidence.error();
  emit(events::EvidenceHandedIn{.evidence = std::move(*evidence)});
  return std::nullopt;
}

std::vector<Finding> Decider::obstacles(const Plan& plan) const {
  std::vector<Finding> found = errors_of(plan);
  for (const std::uint16_t place : plan.acceptable.missing_evidence) {
    Finding missing = finding_about(plan, plan.evidence[place], "missing-document", case_findings::missing_document);
    add_reason(missing, plan.evidence[place].why);
    found.push_back(std::move(missing));
  }
  for (const std::uint16_t place : plan.acceptable.missing_fields) {
    const FormField& field = plan.form.fields[place];
    const FactRef fact{field.field->slot.index, field.newborn};
    found.push_back(finding_about(state_.profile, fact, "missing-field", case_findings::missing_field));
  }
  for (const Undetermined& open : plan.undetermined) {
    if (is_missing(plan, open.fact)) continue;  // named already
    found.push_back(finding_about(state_.profile, open.fact, "undetermined", case_findings::undetermined));
  }
  return found;
}

Objection Decider::operator()(const commands::Accept& accept) {
  if (auto objection = only_while(CaseStatus::draft)) return objection;
  const Plan plan = plan_accepted(state_.profile, state_.application, now_);
  if (!plan.acceptable.now) return refuse(refusals::not_acceptable, {}, obstacles(plan));
  if (auto objection = check_deferrals(plan, accept.deferred)) return objection;
  if (auto objection = check_none_forgotten(plan, accept.deferred)) return objection;
  events::Accepted accepted{.rules = state_.profile.rules().version,
                            .deferred = settled_names(plan, accept.deferred),
                            .done_before = done_before(plan)};
  for (const Step& step : plan.route) accepted.steps.push_back(planned(plan, step));
  emit(std::move(accepted));
  settle_route();
  return std::nullopt;
}

}  // namespace birthcase::cases
