// Whose document is meant where nobody said it.
#pragma once

#include <birthcase/plan.hpp>

#include <vector>

namespace birthcase {

/// The people of whom a plan needs such a document, each once, as places among the holders. Where there are several,
/// one that says of nobody whose it is counts for nobody.
std::vector<Index> holders_needed(const Plan& plan, const HandedIn& document);

/// Whether a plan needs such a document of somebody else than this holder.
bool is_needed_of_another(const Plan& plan, const HandedIn& document, Index holder) noexcept;

/// `母亲、父亲`
Label names_of_holders(const Rules& rules, const std::vector<Index>& holders);

}  // namespace birthcase
