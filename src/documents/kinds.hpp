// The papers by the names that programs give them.
#pragma once

#include <birthcase/documents.hpp>

#include <optional>
#include <string_view>

namespace birthcase::documents {

inline constexpr PaperKind all_papers[] = {PaperKind::application_form,     PaperKind::notice,
                                           PaperKind::deferral_undertaking, PaperKind::receipt,
                                           PaperKind::hand_over_sheet,      PaperKind::supplement_notice};

/// The paper that `to_string` gives this name, or nothing.
std::optional<PaperKind> paper_named(std::string_view name) noexcept;

/// The one-time notice of a case: as `notice` of its plan, with what has been asked of the family since.
Paper notice_of(const Case& state, Date today, Language language);

}  // namespace birthcase::documents
