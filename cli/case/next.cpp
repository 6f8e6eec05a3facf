#include "case/next.hpp"

#include <birthcase/plan.hpp>

#include "case/labels.hpp"
#include "case/names.hpp"
#include "plan_text.hpp"
#include "plan_wording.hpp"

#include <algorithm>

namespace birthcase::cli::cases {
namespace {

// As the acceptance would see it: what counts is when that happens, not when the family applied.
Plan plan_if_accepted(const Case& state, const DateTime& now) {
  Application application = state.application;
  const Schema& schema = state.profile.rules().schema;
  if (const auto slot = schema.applied_at()) application.put(schema.at(*slot).name, Value::date_time(now)).value();
  return birthcase::plan(state.profile, application, now.date());
}

std::string with_id(const CaseView& view, std::string name, const NamedDocument& document) {
  return view.words(case_commands::with_id, name, birthcase::cases::document_id(document));
}

std::string documents_of(const CaseView& view, const Plan& plan, const std::vector<std::uint16_t>& places) {
  const PlanView plan_view{plan, view.words};
  std::vector<std::string> names;
  for (const std::uint16_t place : places) {
    const EvidenceItem& item = plan.evidence[place];
    names.push_back(
        with_id(view, cli::document_name(plan_view, item), birthcase::cases::named(plan.profile().rules(), item)));
  }
  return joined(names, view.words(command_line::list_separator));
}

std::vector<std::string> for_draft(const CaseView& view, const DateTime& now) {
  const Words& words = view.words;
  const Plan plan = plan_if_accepted(view.state, now);
  const Acceptability& acceptable = plan.acceptable;
  if (acceptable.now && acceptable.deferrable_evidence.empty()) return {std::string(words(case_commands::next_accept))};
  if (acceptable.now) {
    return {words(case_commands::next_accept_deferring, documents_of(view, plan, acceptable.deferrable_evidence))};
  }
  std::vector<std::string> lines;
  const auto errors = std::count_if(plan.findings.begin(), plan.findings.end(),
                                    [](const Finding& finding) { return finding.severity == Severity::error; });
  if (errors > 0) lines.push_back(words(case_commands::next_put_right, errors));
  if (!plan.undetermined.empty()) lines.push_back(words(case_commands::next_questions, plan.undetermined.size()));
  if (!acceptable.missing_fields.empty()) {
    lines.push_back(words(case_commands::next_fields, acceptable.missing_fields.size()));
  }
  if (!acceptable.missing_evidence.empty()) {
    lines.push_back(words(case_commands::next_documents, documents_of(view, plan, acceptable.missing_evidence)));
  }
  return lines;
}

std::string wanted(const CaseView& view, const std::vector<std::string>& facts,
                   const std::vector<NamedDocument>& documents) {
  std::vector<std::string> names;
  for (const std::string& fact : facts) names.push_back(fact_name_of(view, fact));
  for (const NamedDocument& each : documents) {
    names.push_back(with_id(view, document_name(view, each.type, each.holder, each.newborn), each));
  }
  return joined(names, view.words(command_line::list_separator));
}

std::string awaited_answer(const CaseView& view, const CaseStep& step) {
  const std::string who = organisation_name(view, step.planned.organisation);
  const std::string what = step_name(view, step.planned.step);
  if (!step.planned.due) return view.words(case_commands::next_answer, who, what);
  return view.words(case_commands::next_answer_by, who, what, for_eyes(*step.planned.due));
}

std::string returned_step(const CaseView& view, const CaseStep& step) {
  const std::string what = wanted(view, step.wanted_facts, step.wanted_evidence);
  const std::string name = step_name(view, step.planned.step);
  return what.empty() ? view.words(case_commands::next_ask_why, name)
                      : view.words(case_commands::next_supplement, name, what);
}

std::vector<std::string> step_ids(const Case& state, bool (*wanted_now)(const CaseStep&)) {
  std::vector<std::string> ids;
  for (const CaseStep& step : state.steps) {
    if (wanted_now(step)) ids.push_back(step.planned.step);
  }
  return ids;
}

void add_steps(const CaseView& view, const texts::Pattern<1>& pattern, bool (*wanted_now)(const CaseStep&),
               std::vector<std::string>& lines) {
  const auto ids = step_ids(view.state, wanted_now);
  if (!ids.empty()) lines.push_back(view.words(pattern, step_names(view, ids)));
}

// What was done is handed out, then the case is closed.
std::vector<std::string> for_withdrawn(const CaseView& view) {
  std::vector<std::string> lines;
  add_steps(
      view, case_commands::next_deliver, [](const CaseStep& step) { return step.done() && !step.settled(); }, lines);
  if (lines.empty()) lines.emplace_back(view.words(case_commands::next_close));
  return lines;
}

std::vector<std::string> for_accepted(const CaseView& view) {
  const Words& words = view.words;
  std::vector<std::string> lines;
  for (const CaseStep& step : view.state.steps) {
    if (step.state == StepState::returned) lines.push_back(returned_step(view, step));
    const std::string asked = wanted(view, step.asked_facts, step.asked_evidence);
    if (!asked.empty())
      lines.push_back(words(case_commands::next_ask_family, step_name(view, step.planned.step), asked));
  }
  add_steps(
      view, case_commands::next_retry, [](const CaseStep& step) { return step.state == StepState::failed; }, lines);
  add_steps(
      view, case_commands::next_dispatch, [](const CaseStep& step) { return step.state == StepState::ready; }, lines);
  for (const CaseStep& step : view.state.steps) {
    if (step.under_way()) lines.push_back(awaited_answer(view, step));
  }
  add_steps(
      view, case_commands::next_deliver, [](const CaseStep& step) { return step.done() && !step.settled(); }, lines);
  for (const Deferral& deferral : view.state.deferrals) {
    const DeferredDocument& document = deferral.document;
    if (!deferral.open()) continue;
    lines.push_back(words(case_commands::next_original,
                          with_id(view, document_name(view, document.type, document.holder, document.newborn),
                                  {.type = document.type, .holder = document.holder, .newborn = document.newborn}),
                          to_string(document.until)));
  }
  if (lines.empty()) lines.emplace_back(words(case_commands::next_close));
  return lines;
}

}  // namespace

std::vector<std::string> next_to_do(const CaseView& view, const DateTime& now) {
  if (view.state.status == CaseStatus::draft) return for_draft(view, now);
  if (view.state.status == CaseStatus::accepted) return for_accepted(view);
  if (view.state.status == CaseStatus::withdrawn && !view.state.erased) return for_withdrawn(view);
  return {
      std::string(view.state.erased ? view.words(case_commands::nothing_next) : view.words(case_commands::next_erase))};
}

}  // namespace birthcase::cli::cases
