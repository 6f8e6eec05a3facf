#include <birthcase/supplement.hpp>

#include "texts/case-findings.hpp"

#include <algorithm>

namespace birthcase {
namespace {

void add_returned(const CaseStep& step, std::vector<SupplementItem>& items) {
  if (step.state != StepState::returned) return;
  const SupplementItem blank{.step = step.planned.step,
                             .by_department = true,
                             .because = step.wanted_because,
                             .since = step.returned_at.value_or(DateTime())};
  for (const std::string& fact : step.wanted_facts) {
    items.push_back(blank);
    items.back().fact = fact;
  }
  for (const NamedDocument& document : step.wanted_evidence) {
    items.push_back(blank);
    items.back().document = document;
  }
  if (step.wanted_facts.empty() && step.wanted_evidence.empty()) items.push_back(blank);
}

void add_asked(const CaseStep& step, std::vector<SupplementItem>& items) {
  const SupplementItem blank{.step = step.planned.step, .since = step.asked_at.value_or(DateTime())};
  for (const std::string& fact : step.asked_facts) {
    items.push_back(blank);
    items.back().fact = fact;
  }
  for (const NamedDocument& document : step.asked_evidence) {
    items.push_back(blank);
    items.back().document = document;
  }
}

// So many working days after a moment, if their calendar is known.
std::optional<Due> after(const Case& state, const DateTime& since, std::optional<int> working_days) {
  if (!working_days || since.is_special()) return std::nullopt;
  const auto day = state.profile.rules().calendar->add_working_days(since.date(), *working_days, since.date());
  return day ? std::optional(Due(*day)) : std::nullopt;
}

Label how_to_answer(const Rules& rules) {
  const Label window = rules.window == Label() ? Label(texts::case_findings::window) : rules.window;
  return texts::message(texts::case_findings::how_to_supplement, window);
}

}  // namespace

std::optional<SupplementNotice> supplement_notice_of(const Case& state) {
  SupplementNotice notice;
  if (state.status != CaseStatus::accepted || state.erased) return std::nullopt;
  for (const CaseStep& step : state.steps) {
    if (!step.waits_for_family()) continue;
    add_returned(step, notice.items);
    add_asked(step, notice.items);
  }
  if (notice.items.empty()) return std::nullopt;
  const auto by_time = [](const SupplementItem& a, const SupplementItem& b) { return a.since < b.since; };
  const SupplementTerms& terms = state.profile.rules().supplement;
  // The first that was asked must be told first; the last leaves the family its whole term.
  const auto [first, last] = std::minmax_element(notice.items.begin(), notice.items.end(), by_time);
  notice.told_by = after(state, first->since, terms.notice_working_days);
  notice.answer_by = after(state, last->since, terms.working_days);
  notice.term = terms.by;
  notice.how = how_to_answer(state.profile.rules());
  return notice;
}

std::vector<NamedDocument> waited_for(const Case& state) {
  std::vector<NamedDocument> documents;
  const auto notice = supplement_notice_of(state);
  if (!notice) return documents;
  for (const SupplementItem& item : notice->items) {
    const bool new_one =
        item.document && std::find(documents.begin(), documents.end(), *item.document) == documents.end();
    if (new_one) documents.push_back(*item.document);
  }
  return documents;
}

}  // namespace birthcase
