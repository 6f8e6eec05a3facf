// From the first fact to acceptance.
#include <birthcase/plan_json.hpp>

#include "case/decider.hpp"
#include "case/labels.hpp"
#include "case/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::cases {
namespace {

const Label missing_document{"缺少材料", "a document is missing"};
const Label missing_field{"缺少必填内容", "a required answer is missing"};
const Label undetermined_fact{"须先问明", "has to be asked first"};

std::vector<std::string> done_before(const Plan& plan) {
  std::vector<std::string> steps;
  for (const ServiceLane& lane : plan.services) {
    if (lane.already_done) steps.push_back(step_id(*lane.service, lane.newborn));
  }
  return steps;
}

void add_reason(Finding& finding, const Why& why) {
  if (const auto zh = reason_of(why, Language::zh); !zh.empty()) finding.message.zh += fmt::format("；{}", zh);
  if (const auto en = reason_of(why, Language::en); !en.empty()) finding.message.en += fmt::format("; {}", en);
}

bool covers(const Rules& rules, const EvidenceItem& item, const DeferredDocument& document) {
  return is_named(rules, item, document.type, document.holder, document.newborn);
}

// The last day of a deferral. Where the calendar is not known, what surely lies beyond it: a week has a working day.
Date last_day(const Tolerance::Longest& longest, const Calendar& calendar, Date from) {
  if (!longest.working) return from + boost::gregorian::days(longest.days);
  const auto day = calendar.add_working_days(from, longest.days, from);
  return day ? *day : from + boost::gregorian::days(7 * longest.days);
}

// The deferred document by the names that the plan gives it, whatever the command left out.
DeferredDocument settled_names(const Plan& plan, DeferredDocument document) {
  const Rules& rules = plan.profile().rules();
  for (const std::uint16_t place : plan.acceptable.deferrable_evidence) {
    const EvidenceItem& item = plan.evidence[place];
    if (!covers(rules, item, document)) continue;
    const NamedDocument names = named(rules, item);
    return {.type = names.type, .holder = names.holder, .newborn = names.newborn, .until = document.until};
  }
  return document;
}

}  // namespace

Objection Decider::operator()(const commands::Open& open) {
  if (state_.status != CaseStatus::absent) return refuse("case-exists");
  if (!is_case_id(state_.id)) return refuse("bad-case-id");
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
  if (set.facts.empty()) return refuse("nothing-to-change");
  const Application before = state_.application;
  emit(events::FactsSet{.facts = {set.facts}});
  void_look_ups(before);
  return std::nullopt;
}

Objection Decider::operator()(const commands::HandIn& handed_in) {
  if (state_.status == CaseStatus::accepted) return (*this)(commands::Supplement{.evidence = handed_in.evidence});
  if (auto objection = only_while(CaseStatus::draft)) return objection;
  if (handed_in.evidence.empty()) return refuse("nothing-to-change");
  Application changed = state_.application;
  for (const NamedDocument& document : handed_in.evidence) {
    if (auto done = hand_in(changed, document); !done) return refuse(done.error());
  }
  emit(events::EvidenceHandedIn{.evidence = handed_in.evidence});
  return std::nullopt;
}

std::vector<Finding> Decider::obstacles(const Plan& plan) const {
  std::vector<Finding> found = errors_of(plan);
  for (const std::uint16_t place : plan.acceptable.missing_evidence) {
    Finding missing = finding_about(plan, plan.evidence[place], "missing-document", missing_document);
    add_reason(missing, plan.evidence[place].why);
    found.push_back(std::move(missing));
  }
  for (const std::uint16_t place : plan.acceptable.missing_fields) {
    const FormField& field = plan.form.fields[place];
    const FactRef fact{field.field->slot.index, field.newborn};
    found.push_back(finding_about(state_.profile, fact, "missing-field", missing_field));
  }
  for (const Undetermined& open : plan.undetermined) {
    found.push_back(finding_about(state_.profile, open.fact, "undetermined", undetermined_fact));
  }
  return found;
}

Objection Decider::check_deferrals(const Plan& plan, const std::vector<DeferredDocument>& deferred) const {
  const Rules& rules = state_.profile.rules();
  const auto& deferrable = plan.acceptable.deferrable_evidence;
  for (std::size_t i = 0; i < deferred.size(); ++i) {
    const std::string path = "/deferred/" + std::to_string(i);
    const bool can_wait = std::any_of(deferrable.begin(), deferrable.end(), [&](std::uint16_t place) {
      return covers(rules, plan.evidence[place], deferred[i]);
    });
    if (!can_wait) return refuse("not-deferrable", path);
    if (deferred[i].until.is_special() || deferred[i].until < now_.date()) {
      return refuse("deferral-in-the-past", path + "/until");
    }
    if (auto objection = check_longest(plan, deferred[i], path + "/until")) return objection;
  }
  std::vector<Finding> forgotten;
  for (const std::uint16_t place : deferrable) {
    const EvidenceItem& item = plan.evidence[place];
    const bool named_here = std::any_of(deferred.begin(), deferred.end(),
                                        [&](const DeferredDocument& each) { return covers(rules, item, each); });
    if (!named_here) forgotten.push_back(finding_about(plan, item, "deferral-missing", missing_document));
  }
  if (forgotten.empty()) return std::nullopt;
  return refuse("deferral-missing", {}, std::move(forgotten));
}

Objection Decider::check_longest(const Plan& plan, const DeferredDocument& deferred, const std::string& path) const {
  const Rules& rules = state_.profile.rules();
  for (const std::uint16_t place : plan.acceptable.deferrable_evidence) {
    const EvidenceItem& item = plan.evidence[place];
    if (!covers(rules, item, deferred) || item.tolerance == nullptr || !item.tolerance->longest) continue;
    const Date last = last_day(*item.tolerance->longest, *rules.calendar, now_.date());
    if (deferred.until <= last) continue;
    const Label document = document_words(rules, named(rules, item), plan.newborns() > 1);
    return refuse("deferral-too-long", path,
                  {{Severity::error,
                    "deferral-too-long",
                    path,
                    {fmt::format("“{}”最迟于{}补交原件，请改期", document.zh, to_string(last)),
                     fmt::format("\"{}\" can be deferred until {} at the latest; choose a day by then", document.en,
                                 to_string(last))}}});
  }
  return std::nullopt;
}

Objection Decider::operator()(const commands::Accept& accept) {
  if (auto objection = only_while(CaseStatus::draft)) return objection;
  const Plan plan = plan_accepted(state_.profile, state_.application, now_);
  if (!plan.acceptable.now) return refuse("not-acceptable", {}, obstacles(plan));
  if (auto objection = check_deferrals(plan, accept.deferred)) return objection;
  events::Accepted accepted{.rules = state_.profile.rules().version, .done_before = done_before(plan)};
  for (const DeferredDocument& document : accept.deferred) accepted.deferred.push_back(settled_names(plan, document));
  for (const Step& step : plan.route) accepted.steps.push_back(planned(plan, step));
  emit(std::move(accepted));
  settle_route();
  return std::nullopt;
}

}  // namespace birthcase::cases
