#include "plan_text.hpp"

#include <birthcase/plan_json.hpp>

#include "plan_wording.hpp"
#include "text/wrap.hpp"

#include <algorithm>

namespace birthcase::cli {
namespace {

// A fact of a newborn, if the profile has it and it is known.
std::string newborn_fact(const PlanView& view, std::string_view name, std::uint16_t newborn) {
  const Rules& rules = view.plan.profile().rules();
  const auto field = rules.schema.field(name);
  if (!field) return {};
  const Value& value = view.plan.value(FactRef{rules.fields[*field].slot.index, newborn});
  if (value.is_unknown() || value.is_null()) return {};
  const CodeTable* table = rules.fields[*field].table;
  const CodeEntry* entry = table != nullptr && value.is(Kind::text) ? table->find(value.as_text()) : nullptr;
  if (entry == nullptr) return text::printable(to_string(value));
  return text::printable(view.words.language() == Language::en && !entry->en.empty() ? entry->en : entry->zh);
}

std::string newborn_line(const PlanView& view, std::uint16_t newborn) {
  std::string line = newborn_fact(view, "newborn.name", newborn);
  if (line.empty()) line = view.words(command_line::unnamed);
  std::vector<std::string> details;
  for (const std::string_view fact : {"newborn.sex", "newborn.born_at"}) {
    std::string text = for_eyes(newborn_fact(view, fact, newborn));
    if (!text.empty()) details.push_back(std::move(text));
  }
  if (!details.empty())
    line += view.words(command_line::in_brackets, joined(details, view.words(command_line::detail_separator)));
  return line;
}

void add_head(Document& document, const PlanView& view) {
  const Rules& rules = view.plan.profile().rules();
  const Words& words = view.words;
  document.title = words(command_line::plan_head, words.in(rules.title));
  document.lead.push_back({words(command_line::profile_and_day, rules.id, to_string(view.plan.as_of())), Ink::faint});
  const auto newborns = static_cast<std::uint16_t>(view.plan.facts().newborns.size());
  std::vector<std::string> lines;
  for (std::uint16_t i = 0; i < newborns; ++i) lines.push_back(newborn_line(view, i));
  std::string text(words(command_line::newborns));
  text += words(command_line::colon);
  text += newborns == 0 ? std::string(words(command_line::no_newborns))
                        : joined(lines, words(command_line::clause_separator));
  document.lead.push_back({std::move(text)});
}

bool is_open(const FormField& field) noexcept {
  return field.source == FieldSource::applicant && field.value == nullptr;
}

void add_open_fields(Document& document, const PlanView& view) {
  std::vector<std::string> required;
  std::vector<std::string> others;
  for (const FormField& field : view.plan.form.fields) {
    if (!is_open(field)) continue;
    std::string text = fact_words(view, FactRef{field.field->slot.index, field.newborn});
    if (field.required) text += view.words(command_line::required_mark);
    (field.required ? required : others).push_back(std::move(text));
  }
  const std::size_t count = required.size() + others.size();
  if (count == 0) return document.paragraph(view.words(command_line::all_filled));
  std::string text = required.empty() ? view.words(command_line::may_fill, count)
                                      : view.words(command_line::to_fill, count, required.size());
  required.insert(required.end(), others.begin(), others.end());
  document.paragraph(text + joined(required, view.words(command_line::list_separator)));
}

Ink ink_of(Severity severity) noexcept {
  if (severity == Severity::error) return Ink::bad;
  return severity == Severity::warning ? Ink::warning : Ink::plain;
}

std::string documents_named(const PlanView& view, const std::vector<std::uint16_t>& places) {
  std::vector<std::string> names;
  for (const std::uint16_t place : places) names.push_back(document_name(view, view.plan.evidence[place]));
  return joined(names, view.words(command_line::list_separator));
}

}  // namespace

bool inadmissible(const Plan& plan) {
  return std::any_of(plan.findings.begin(), plan.findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::error; });
}

namespace {

void add_judgement(Document& document, const PlanView& view) {
  if (inadmissible(view.plan)) return document.paragraph(view.words(command_line::inadmissible), Ink::bad);
  if (view.plan.acceptable.now) return document.paragraph(view.words(command_line::acceptable), Ink::good);
  document.paragraph(view.words(command_line::not_yet), Ink::warning);
}

// A day is promised only to those who can be taken in.
void add_everything_by(Document& document, const PlanView& view) {
  if (!view.plan.due || inadmissible(view.plan)) return;
  const std::string due = for_eyes(to_string(*view.plan.due));
  if (view.plan.acceptable.now) return document.paragraph(view.words(command_line::everything_by, due));
  document.paragraph(view.words(command_line::everything_by_if, to_string(view.plan.as_of()), due));
}

}  // namespace

void add_form(Document& document, const PlanView& view) {
  const FormCounts& counts = view.plan.form.counts;
  if (counts.unified_fields == 0) return;  // which departments have a form is not known yet
  document.heading(view.words(command_line::form));
  document.paragraph(
      view.words(command_line::form_counts, counts.department_fields, counts.unified_fields, counts.asked));
  add_open_fields(document, view);
}

void add_findings(Document& document, const PlanView& view) {
  if (view.plan.findings.empty()) return;
  document.heading(view.words(command_line::findings));
  for (const Finding& finding : view.plan.findings) {
    std::string line(view.words(word_for(finding.severity)));
    line += view.words(command_line::colon);
    line += finding.message.in(view.words.language());
    const std::string where = place_words(view.words, view.plan.profile(), finding.path);
    if (!where.empty()) line += view.words(command_line::in_brackets, where);
    document.paragraph(line, ink_of(finding.severity));
  }
}

void add_verdict(Document& document, const PlanView& view) {
  const Words& words = view.words;
  const Acceptability& acceptable = view.plan.acceptable;
  document.heading(words(command_line::verdict));
  add_judgement(document, view);
  if (!acceptable.missing_evidence.empty()) {
    document.paragraph(words(command_line::missing_documents, documents_named(view, acceptable.missing_evidence)));
  }
  if (!acceptable.missing_fields.empty()) {
    document.paragraph(words(command_line::missing_fields, acceptable.missing_fields.size()));
  }
  if (!acceptable.now && !view.plan.undetermined.empty()) {
    document.paragraph(words(command_line::open_questions, view.plan.undetermined.size()));
  }
  if (!acceptable.deferrable_evidence.empty()) {
    document.paragraph(words(command_line::deferrable, documents_named(view, acceptable.deferrable_evidence)));
  }
  add_everything_by(document, view);
}

Document plan_document(const PlanView& view) {
  Document document{.language = view.words.language()};
  add_head(document, view);
  add_documents(document, view);
  add_route(document, view);
  add_elsewhere(document, view);
  add_look_ups(document, view);
  add_questions(document, view);
  add_form(document, view);
  add_findings(document, view);
  add_verdict(document, view);
  return document;
}

}  // namespace birthcase::cli
