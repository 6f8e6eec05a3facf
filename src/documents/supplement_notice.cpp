#include <birthcase/documents.hpp>
#include <birthcase/supplement.hpp>

#include "case/labels.hpp"
#include "case/names.hpp"
#include "documents/case_wording.hpp"

#include <string>
#include <utility>

namespace birthcase {
namespace documents {
namespace {

class Supplement {
 public:
  Supplement(const Case& state, const SupplementNotice& notice, Language language)
      : wording_(state, language), notice_(notice) {}

  Paper paper() const;

 private:
  paper::Table wanted() const;
  std::vector<paper::Cell> row(const SupplementItem& item) const;
  std::string what(const SupplementItem& item) const;
  std::string why(const SupplementItem& item) const;
  std::string by_when() const;

  const Words& words() const { return wording_.words(); }

  CaseWording wording_;
  const SupplementNotice& notice_;
};

Paper Supplement::paper() const {
  Paper paper = wording_.paper(words().supplement);
  wording_.add_family(paper);
  paper.blocks.emplace_back(paper::Paragraph{std::string(words().supplement_lead)});
  paper.blocks.emplace_back(wanted());
  paper.blocks.emplace_back(paper::Heading{std::string(words().supplement_by_when)});
  paper.blocks.emplace_back(paper::Paragraph{by_when(), paper::Paragraph::Tone::strong});
  if (notice_.told_by) {
    paper.blocks.emplace_back(paper::Paragraph{
        filled(words().supplement_told_by, wording_.wording().due(*notice_.told_by)), paper::Paragraph::Tone::faint});
  }
  paper.blocks.emplace_back(paper::Heading{std::string(words().supplement_how)});
  paper.blocks.emplace_back(
      paper::Paragraph{std::string(wording_.wording().in(notice_.how)) + std::string(words().full_stop)});
  paper.blocks.emplace_back(
      paper::Signatures{{std::string(words().signed_informer), std::string(words().stamped_window),
                         std::string(words().signed_informed)}});
  return paper;
}

paper::Table Supplement::wanted() const {
  const auto column = [](std::string_view heading, int share) { return paper::Column{std::string(heading), share}; };
  paper::Table table{{},
                     {{std::string(words().number), 6, true},
                      {std::string(words().supplement_what), 26, false, true},
                      column(words().needed_for, 22),
                      column(words().department, 16),
                      column(words().why, 30)}};
  for (const SupplementItem& item : notice_.items) {
    table.rows.push_back(row(item));
    table.rows.back().front().text = std::to_string(table.rows.size());
  }
  return table;
}

std::vector<paper::Cell> Supplement::row(const SupplementItem& item) const {
  const PlannedStep& step = wording_.state().step(item.step)->planned;
  return {{}, {what(item)}, {wording_.service(step)}, {wording_.organisation(step.organisation)}, {why(item)}};
}

std::string Supplement::what(const SupplementItem& item) const {
  const Language language = wording_.wording().language();
  if (item.document) {
    NamedDocument document = *item.document;
    if (!wording_.wording().several_newborns()) document.newborn = FactRef::family;
    return std::string(cases::document_words(wording_.wording().rules(), document).in(language));
  }
  if (item.fact.empty()) return std::string(words().supplement_unsaid);
  const auto fact = fact_named(wording_.state().profile, item.fact);
  return fact ? wording_.wording().fact(*fact) : item.fact;
}

std::string Supplement::why(const SupplementItem& item) const {
  if (!item.by_department) return std::string(words().supplement_changed);
  return item.because.empty() ? std::string(words().supplement_returned)
                              : filled(words().supplement_returned_because, item.because);
}

std::string Supplement::by_when() const {
  std::string text;
  if (notice_.answer_by) text = filled(words().supplement_answer_by, wording_.wording().due(*notice_.answer_by));
  const std::string_view term = wording_.wording().in(notice_.term);
  if (!term.empty()) text += std::string(term) + std::string(words().full_stop);
  return text.empty() ? std::string(words().supplement_no_term) : text;
}

}  // namespace
}  // namespace documents

Result<Paper> supplement_notice(const Case& state, Language language) {
  if (auto accepted = documents::check_accepted(state); !accepted) return accepted.error();
  const auto notice = supplement_notice_of(state);
  if (!notice) {
    return Error{.kind = ErrorKind::missing,
                 .message = "nothing is wanted of the family now; there is no notice to print"};
  }
  return documents::Supplement(state, *notice, language).paper();
}

}  // namespace birthcase
