#include <birthcase/documents.hpp>
#include <birthcase/plan_json.hpp>
#include <birthcase/supplement.hpp>

#include "case/labels.hpp"
#include "case/names.hpp"
#include "documents/case_wording.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace birthcase {
namespace documents {
namespace {

/// A wanted thing, once for all services that want it.
struct Wanted {
  std::string what;
  std::string why;
  std::vector<std::string> services{};
  std::vector<std::string> departments{};
};

void add_once(std::vector<std::string>& texts, std::string text) {
  if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
}

class Supplement {
 public:
  Supplement(const Case& state, const SupplementNotice& notice, Language language)
      : wording_(state, language), notice_(notice) {}

  Paper paper() const;

 private:
  paper::Table wanted() const;
  std::vector<Wanted> things() const;
  std::string what(const SupplementItem& item) const;
  std::string why(const SupplementItem& item) const;
  std::string rule_says(const SupplementItem& item) const;
  bool look_up_failed(const SupplementItem& item) const;
  std::string by_when() const;

  auto words(const auto&... text) const { return wording_.words(text...); }

  CaseWording wording_;
  const SupplementNotice& notice_;
};

Paper Supplement::paper() const {
  Paper paper = wording_.paper(words(papers::supplement));
  wording_.add_family(paper);
  paper.blocks.emplace_back(paper::Paragraph{std::string(words(papers::supplement_lead))});
  paper.blocks.emplace_back(wanted());
  paper.blocks.emplace_back(paper::Heading{std::string(words(papers::supplement_by_when))});
  paper.blocks.emplace_back(paper::Paragraph{by_when(), paper::Paragraph::Tone::strong});
  if (notice_.told_by) {
    paper.blocks.emplace_back(paper::Paragraph{
        words(papers::supplement_told_by, wording_.wording().due(*notice_.told_by)), paper::Paragraph::Tone::faint});
  }
  paper.blocks.emplace_back(paper::Heading{std::string(words(papers::supplement_how))});
  paper.blocks.emplace_back(
      paper::Paragraph{std::string(wording_.wording().in(notice_.how)) + std::string(words(papers::full_stop))});
  paper.blocks.emplace_back(
      paper::Signatures{{std::string(words(papers::signed_informer)), std::string(words(papers::stamped_window)),
                         std::string(words(papers::signed_informed))}});
  return paper;
}

paper::Table Supplement::wanted() const {
  const auto column = [](std::string_view heading, int share) { return paper::Column{std::string(heading), share}; };
  paper::Table table{{},
                     {{std::string(words(papers::number)), 6, true},
                      {std::string(words(papers::supplement_what)), 26, false, true},
                      column(words(papers::needed_for), 22),
                      column(words(papers::department), 16),
                      column(words(papers::why), 30)}};
  for (const Wanted& each : things()) {
    table.rows.push_back({{std::to_string(table.rows.size() + 1)},
                          {each.what},
                          {wording_.wording().joined(each.services)},
                          {wording_.wording().joined(each.departments)},
                          {each.why}});
  }
  return table;
}

std::vector<Wanted> Supplement::things() const {
  std::vector<Wanted> all;
  for (const SupplementItem& item : notice_.items) {
    const PlannedStep& step = wording_.state().step(item.step)->planned;
    Wanted wanted{what(item), why(item)};
    const bool unsaid = !item.document && item.fact.empty();
    auto known = std::find_if(all.begin(), all.end(), [&](const Wanted& each) {
      return !unsaid && each.what == wanted.what && each.why == wanted.why;
    });
    if (known == all.end()) known = all.insert(all.end(), std::move(wanted));
    add_once(known->services, wording_.service(step));
    add_once(known->departments, wording_.organisation(step.organisation));
  }
  return all;
}

std::string Supplement::what(const SupplementItem& item) const {
  const Language language = wording_.wording().language();
  if (item.document) {
    NamedDocument document = *item.document;
    if (!wording_.wording().several_newborns()) document.newborn = FactRef::family;
    return std::string(cases::document_words(wording_.wording().rules(), document).in(language));
  }
  if (item.fact.empty()) return std::string(words(papers::supplement_unsaid));
  const auto fact = fact_named(wording_.state().profile, item.fact);
  return fact ? wording_.wording().fact(*fact) : item.fact;
}

std::string Supplement::why(const SupplementItem& item) const {
  if (!item.by_department) {
    const std::string rule = rule_says(item);
    if (rule.empty()) return std::string(words(papers::supplement_changed));
    return look_up_failed(item) ? rule : words(papers::supplement_changed_because, rule);
  }
  return item.because.empty() ? std::string(words(papers::supplement_returned))
                              : words(papers::supplement_returned_because, item.because);
}

// Whether it is asked because an organisation did not have it, not because the facts have changed.
bool Supplement::look_up_failed(const SupplementItem& item) const {
  const Plan& plan = wording_.plan();
  const auto fact = fact_named(wording_.state().profile, item.fact);
  const auto is_field = [&](std::uint16_t place) {
    const FormField& field = plan.form.fields[place];
    return fact && FactRef{field.field->slot.index, field.newborn} == *fact;
  };
  const auto is_document = [&](std::uint16_t place) {
    return item.document && cases::is_named(plan.profile().rules(), plan.evidence[place], item.document->type,
                                            item.document->holder, item.document->newborn);
  };
  return std::any_of(plan.look_ups.begin(), plan.look_ups.end(), [&](const PlannedLookUp& each) {
    return failed(each.state) && (std::any_of(each.fields.begin(), each.fields.end(), is_field) ||
                                  std::any_of(each.evidence.begin(), each.evidence.end(), is_document));
  });
}

// Why the rules ask for it now.
std::string Supplement::rule_says(const SupplementItem& item) const {
  const Plan& plan = wording_.plan();
  if (item.document) {
    for (const EvidenceItem& each : plan.evidence) {
      const NamedDocument& document = *item.document;
      if (cases::is_named(plan.profile().rules(), each, document.type, document.holder, document.newborn))
        return std::string(reason_of(each.why, wording_.wording().language()));
    }
  }
  const auto fact = fact_named(wording_.state().profile, item.fact);
  for (const FormField& field : plan.form.fields) {
    if (fact && FactRef{field.field->slot.index, field.newborn} == *fact) return wording_.wording().source(field);
  }
  return {};
}

std::string Supplement::by_when() const {
  std::string text;
  if (notice_.answer_by) text = words(papers::supplement_answer_by, wording_.wording().due(*notice_.answer_by));
  const std::string_view term = wording_.wording().in(notice_.term);
  if (!term.empty()) text += std::string(term) + std::string(words(papers::full_stop));
  return text.empty() ? std::string(words(papers::supplement_no_term)) : text;
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
