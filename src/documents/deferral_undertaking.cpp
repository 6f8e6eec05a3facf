#include <birthcase/documents.hpp>

#include "documents/case_wording.hpp"

namespace birthcase {

Result<Paper> deferral_undertaking(const Case& state, Language language) {
  if (auto accepted = documents::check_accepted(state); !accepted) return accepted.error();
  const documents::CaseWording wording(state, language);
  const documents::Words words = wording.words();
  paper::Table deferred = wording.deferred();
  if (deferred.rows.empty()) {
    return Error{.kind = ErrorKind::missing,
                 .message = "no document of this case is deferred; there is nothing to undertake"};
  }
  Paper paper = wording.paper(words(documents::papers::undertaking));
  wording.add_family(paper);
  paper.blocks = {paper::Paragraph{words(documents::papers::undertaking_lead, state.id,
                                         wording.wording().moment(*state.accepted_at))},
                  std::move(deferred),
                  paper::Paragraph{std::string(words(documents::papers::undertakes)), paper::Paragraph::Tone::strong},
                  paper::Points{words(documents::papers::undertaking_points)},
                  paper::Signatures{{std::string(words(documents::papers::signed_promiser)),
                                     std::string(words(documents::papers::signed_clerk))}}};
  return paper;
}

}  // namespace birthcase
