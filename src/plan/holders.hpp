// Whose document is meant where nobody said it.
#pragma once

#include <birthcase/plan.hpp>

#include <span>
#include <vector>

namespace birthcase {

/// The people of whom a plan needs such a document, each once, as places among the holders. Where there are several,
/// one that says of nobody whose it is counts for nobody. `items`: the plan's documents.
std::vector<HolderId> holders_needed(const Rules& rules, std::span<const EvidenceItem> items, const HandedIn& document);

/// Whether a document that was handed in is this item of the plan's, as `Plan::is` says. `stated`: the person who its
/// holder is; `no_index` where it states none.
bool is_same(const Rules& rules, std::span<const EvidenceItem> items, const EvidenceItem& item,
             const HandedIn& document, HolderId stated) noexcept;

/// `母亲、父亲`
Label names_of_holders(const Rules& rules, const std::vector<HolderId>& holders);

}  // namespace birthcase
