#include "plan/holders.hpp"

#include "texts/findings.hpp"

#include <algorithm>

namespace birthcase {
namespace {

// Whether a document could be this item, of any holder, and the family must bring that of somebody.
bool could_be(const Rules& rules, const EvidenceItem& item, const HandedIn& document) noexcept {
  const auto* type = &rules.evidence[document.evidence];
  const bool needed = item.status == EvidenceStatus::bring || item.status == EvidenceStatus::undetermined;
  const bool same_type = item.type == type || item.asked == document.evidence;
  const bool same_newborn = document.newborn == FactRef::family || document.newborn == item.newborn;
  return needed && same_type && same_newborn && item.holder != no_index;
}

// Whether a plan needs such a document of somebody else than this holder.
bool is_needed_of_another(const Rules& rules, std::span<const EvidenceItem> items, const HandedIn& document,
                          HolderId holder) noexcept {
  return holder != no_index && std::any_of(items.begin(), items.end(), [&](const EvidenceItem& item) {
           return item.holder != holder && could_be(rules, item, document);
         });
}

}  // namespace

std::vector<HolderId> holders_needed(const Rules& rules, std::span<const EvidenceItem> items,
                                     const HandedIn& document) {
  std::vector<HolderId> holders;
  for (const EvidenceItem& item : items) {
    if (!could_be(rules, item, document)) continue;
    if (std::find(holders.begin(), holders.end(), item.holder) == holders.end()) holders.push_back(item.holder);
  }
  return holders;
}

bool is_same(const Rules& rules, std::span<const EvidenceItem> items, const EvidenceItem& item,
             const HandedIn& document, HolderId stated) noexcept {
  const bool same_type = &rules.evidence[document.evidence] == item.type || document.evidence == item.asked;
  const bool same_newborn = document.newborn == FactRef::family || document.newborn == item.newborn;
  if (!same_type || !same_newborn) return false;
  return document.holder == no_index ? !is_needed_of_another(rules, items, document, item.holder)
                                     : stated == item.holder;
}

Label names_of_holders(const Rules& rules, const std::vector<HolderId>& holders) {
  Label names;
  for (const HolderId holder : holders) {
    texts::append(names, texts::findings::list_separator, rules.holders[holder].label);
  }
  return names;
}

}  // namespace birthcase
