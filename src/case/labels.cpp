#include "case/labels.hpp"

#include "case/names.hpp"
#include "plan_json/names.hpp"
#include "texts/case-findings.hpp"

#include <algorithm>

namespace birthcase::cases {
namespace {

template <class Rows>
Label label_of(const Rows& rows, std::string_view id) {
  const auto row = std::find_if(rows.begin(), rows.end(), [id](const auto& each) { return each.id == id; });
  return row == rows.end() ? Label{std::string(id), std::string(id)} : row->label;
}

Label with_newborn(Label label, std::uint16_t newborn, bool several) {
  if (newborn == FactRef::family || !several) return label;
  return texts::message(texts::case_findings::of_newborn, label, newborn + 1);
}

}  // namespace

Label document_words(const Rules& rules, const NamedDocument& document, bool several) {
  Label label = label_of(rules.evidence, document.type);
  if (!document.holder.empty()) {
    label = texts::message(texts::case_findings::with_detail, label, label_of(rules.holders, document.holder));
  }
  return with_newborn(std::move(label), document.newborn, several);
}

std::string document_id(const NamedDocument& document) {
  const std::string of_holder = document.holder.empty() ? std::string() : '/' + document.holder;
  return numbered(document.type + of_holder, document.newborn);
}

Label document_words_and_id(const Rules& rules, const NamedDocument& document, bool several) {
  return texts::message(texts::case_findings::with_id, document_words(rules, document, several), document_id(document));
}

Label holder_words_and_ids(const Rules& rules, const NamedDocument& document, const std::vector<HolderId>& holders) {
  Label words;
  for (const HolderId holder : holders) {
    NamedDocument of_holder = document;
    of_holder.holder = rules.holders[holder].id;
    texts::append(words, texts::case_findings::list_separator,
                  texts::message(texts::case_findings::with_id, rules.holders[holder].label, document_id(of_holder)));
  }
  return words;
}

Label holder_words(const Rules& rules, const NamedDocument& document) {
  return document.holder.empty() ? Label(texts::case_findings::of_nobody) : label_of(rules.holders, document.holder);
}

Label fact_words(const Profile& profile, std::string_view name, bool several) {
  const auto fact = fact_named(profile, name);
  if (!fact) return {std::string(name), std::string(name)};
  return with_newborn(birthcase::label_of(profile.rules(), *fact), fact->newborn, several);
}

Label step_words(const Rules& rules, const PlannedStep& step, bool several) {
  return with_newborn(label_of(rules.services, step.service), step.newborn, several);
}

Label organisation_words(const Rules& rules, std::string_view id) { return label_of(rules.organisations, id); }

}  // namespace birthcase::cases
