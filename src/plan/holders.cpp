#include "plan/holders.hpp"

#include "plan/planner.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase {
namespace {

// Whether a document could be this item, whoever's it is, and the family has to bring that of somebody.
bool could_be(const Plan& plan, const EvidenceItem& item, const HandedIn& document) noexcept {
  const auto* type = plan.profile().rules().evidence.data() + document.evidence;
  const bool needed = item.status == EvidenceStatus::bring || item.status == EvidenceStatus::undetermined;
  const bool same_type = item.type == type || item.asked == document.evidence;
  const bool same_newborn = document.newborn == FactRef::family || document.newborn == item.newborn;
  return needed && same_type && same_newborn && item.holder != no_index;
}

}  // namespace

std::vector<Index> holders_needed(const Plan& plan, const HandedIn& document) {
  std::vector<Index> holders;
  for (const EvidenceItem& item : plan.evidence) {
    if (!could_be(plan, item, document)) continue;
    if (std::find(holders.begin(), holders.end(), item.holder) == holders.end()) holders.push_back(item.holder);
  }
  return holders;
}

bool is_needed_of_another(const Plan& plan, const HandedIn& document, Index holder) noexcept {
  return holder != no_index && std::any_of(plan.evidence.begin(), plan.evidence.end(), [&](const EvidenceItem& item) {
           return item.holder != holder && could_be(plan, item, document);
         });
}

Label names_of_holders(const Rules& rules, const std::vector<Index>& holders) {
  Label names;
  for (const Index holder : holders) {
    const Label& label = rules.holders[holder].label;
    names.zh += (names.zh.empty() ? "" : "、") + label.zh;
    names.en += (names.en.empty() ? "" : ", ") + label.en;
  }
  return names;
}

void Planner::find_unowned_documents() {
  for (std::size_t i = 0; i < store_.evidence.size(); ++i) {
    const HandedIn& document = store_.evidence[i];
    if (document.holder != no_index) continue;
    const auto holders = holders_needed(plan_, document);
    if (holders.size() < 2) continue;
    const Label names = names_of_holders(rules_, holders);
    const Label& type = rules_.evidence[document.evidence].label;
    plan_.findings.push_back(
        {Severity::warning,
         "holder-not-stated",
         fmt::format("/evidence/{}", i),
         {fmt::format("“{}”须由{}分别提交，这一份未写明是谁的，未计入；请写明持有人", type.zh, names.zh),
          fmt::format("\"{}\" is needed of each of: {}; this one does not say whose it is and does not count: say it",
                      type.en, names.en)}});
  }
}

}  // namespace birthcase
