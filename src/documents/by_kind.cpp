// The papers by name.
#include <birthcase/documents.hpp>

#include "documents/kinds.hpp"

namespace birthcase {
namespace documents {

std::optional<PaperKind> paper_named(std::string_view name) noexcept {
  for (const PaperKind kind : all_papers) {
    if (to_string(kind) == name) return kind;
  }
  return std::nullopt;
}

}  // namespace documents

std::string_view to_string(PaperKind kind) noexcept {
  constexpr std::string_view names[] = {"application-form", "notice",          "deferral-undertaking",
                                        "receipt",          "hand-over-sheet", "supplement-notice"};
  return names[static_cast<std::size_t>(kind)];
}

Result<Paper> paper_of(const Case& state, PaperKind kind, Date today, Language language,
                       std::string_view organisation) {
  if (state.erased) {
    return Error{.kind = ErrorKind::refused,
                 .message = "the people of this case are forgotten; there is nothing to print"};
  }
  switch (kind) {
    case PaperKind::application_form:
      return application_form(plan(state, today), language, state.id);
    case PaperKind::notice:
      return documents::notice_of(state, today, language);
    case PaperKind::deferral_undertaking:
      return deferral_undertaking(state, language);
    case PaperKind::receipt:
      return receipt(state, language);
    case PaperKind::hand_over_sheet:
      return hand_over_sheet(state, organisation, language);
    case PaperKind::supplement_notice:
      return supplement_notice(state, language);
  }
  return Error{.kind = ErrorKind::out_of_range, .message = "there is no such paper"};
}

}  // namespace birthcase
