// What may come later: at the acceptance, and when it becomes necessary after that.
#include "case/decider.hpp"
#include "case/deferrals.hpp"
#include "case/labels.hpp"
#include "case/names.hpp"

#include <algorithm>

namespace birthcase::cases {
namespace {

// The last day of a deferral. Where the calendar is not known, what surely lies beyond it: a week has a working day.
Date last_day(const Tolerance::Longest& longest, const Calendar& calendar, Date from) {
  if (!longest.working) return from + boost::gregorian::days(longest.days);
  const auto day = calendar.add_working_days(from, longest.days, from);
  return day ? *day : from + boost::gregorian::days(7 * longest.days);
}

Objection check_longest(const Plan& plan, const DeferredDocument& deferred, const std::string& path, Date today) {
  const Rules& rules = plan.profile().rules();
  for (const std::uint16_t place : plan.acceptable.deferrable_evidence) {
    const EvidenceItem& item = plan.evidence[place];
    if (!covers(plan, place, deferred) || item.tolerance == nullptr || !item.tolerance->longest) continue;
    const Date last = last_day(*item.tolerance->longest, *rules.calendar, today);
    if (deferred.until <= last) continue;
    const Label document = document_words_and_id(rules, named(rules, item), plan.newborns() > 1);
    return refuse(refusals::deferral_too_long, path,
                  texts::message(case_findings::deferral_too_long, document, to_string(last)));
  }
  return std::nullopt;
}

bool is_open(const Case& state, const DeferredDocument& document) {
  return std::any_of(state.deferrals.begin(), state.deferrals.end(),
                     [&](const Deferral& deferral) { return deferral.open() && is_same(deferral.document, document); });
}

bool is_asked(const Case& state, const DeferredDocument& document) {
  return std::any_of(state.steps.begin(), state.steps.end(), [&](const CaseStep& step) {
    return std::any_of(step.asked_evidence.begin(), step.asked_evidence.end(), [&](const NamedDocument& asked) {
      return means(asked, document.type, document.holder, document.newborn);
    });
  });
}

}  // namespace

Objection Decider::check_deferrals(const Plan& plan, const std::vector<DeferredDocument>& deferred) const {
  const auto& deferrable = plan.acceptable.deferrable_evidence;
  for (std::size_t i = 0; i < deferred.size(); ++i) {
    const std::string path = "/deferred/" + std::to_string(i);
    const bool can_wait = std::any_of(deferrable.begin(), deferrable.end(),
                                      [&](std::uint16_t place) { return covers(plan, place, deferred[i]); });
    if (!can_wait) return refuse(refusals::not_deferrable, path);
    if (deferred[i].until.is_special() || deferred[i].until < now_.date()) {
      return refuse(refusals::deferral_in_the_past, path + "/until");
    }
    if (auto objection = check_longest(plan, deferred[i], path + "/until", now_.date())) return objection;
  }
  return std::nullopt;
}

Objection Decider::check_none_forgotten(const Plan& plan, const std::vector<DeferredDocument>& deferred) const {
  std::vector<Finding> forgotten;
  for (const std::uint16_t place : plan.acceptable.deferrable_evidence) {
    const bool named_here = std::any_of(deferred.begin(), deferred.end(),
                                        [&](const DeferredDocument& each) { return covers(plan, place, each); });
    if (named_here) continue;
    forgotten.push_back(finding_about(plan, plan.evidence[place], "deferral-missing", case_findings::missing_document));
  }
  if (forgotten.empty()) return std::nullopt;
  return refuse(refusals::deferral_missing, {}, std::move(forgotten));
}

// What is asked since the acceptance and is here as a scan; its step goes on with that.
Objection Decider::operator()(const commands::Defer& defer) {
  if (auto objection = only_while(CaseStatus::accepted)) return objection;
  if (defer.deferred.empty()) return refuse(refusals::nothing_to_change);
  const Plan plan = birthcase::plan(state_, now_.date());
  if (auto objection = check_deferrals(plan, defer.deferred)) return objection;
  std::vector<DeferredDocument> meant;
  for (std::size_t i = 0; i < defer.deferred.size(); ++i) {
    auto documents = settled_names(plan, {defer.deferred[i]});
    std::erase_if(documents, [this](const DeferredDocument& each) { return is_open(state_, each); });
    if (documents.empty()) return refuse(refusals::deferred_already, "/deferred/" + std::to_string(i));
    std::erase_if(documents, [this](const DeferredDocument& each) { return !is_asked(state_, each); });
    if (documents.empty()) return refuse(refusals::not_deferrable, "/deferred/" + std::to_string(i));
    meant.insert(meant.end(), documents.begin(), documents.end());
  }
  for (const DeferredDocument& each : settled_names(plan, meant)) {
    emit(events::DeferralGranted{each.type, each.holder, each.newborn, each.until});
  }
  replan();
  return std::nullopt;
}

}  // namespace birthcase::cases
