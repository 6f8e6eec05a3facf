#include "case/outcome_text.hpp"

#include "case/event_text.hpp"
#include "plan_wording.hpp"

namespace birthcase::cli::cases {
namespace {

Ink ink_of(Severity severity) noexcept {
  if (severity == Severity::error) return Ink::bad;
  return severity == Severity::warning ? Ink::warning : Ink::plain;
}

void add_finding(Document& document, const Finding& finding, std::string_view where, const Words& words) {
  std::string line(words(word_for(finding.severity)));
  line += words(command_line::colon);
  line += finding.message.in(words.language());
  line += words(case_commands::code, finding.code);
  if (!where.empty()) line += std::string(words(command_line::list_separator)) + words(case_commands::where, where);
  document.paragraph(line, ink_of(finding.severity));
}

void add_events(Document& document, const CaseView& view, const std::vector<Event>& events) {
  for (const Event& event : events) {
    std::string line = event_words(view, event);
    const auto details = event_details(view, event, Show::course);
    if (!details.empty())
      line += view.words(command_line::in_brackets, joined(details, view.words(command_line::clause_separator)));
    document.paragraph(line);
  }
}

}  // namespace

Document outcome_document(const CaseView& view, const store::Outcome& outcome) {
  const Words& words = view.words;
  Document document{.language = words.language()};
  document.title = words(case_commands::outcome_head, view.state.id, outcome.version, for_eyes(view.state.changed_at));
  if (outcome.decision.events.empty()) document.paragraph(words(case_commands::nothing_changed));
  add_events(document, view, outcome.decision.events);
  if (!outcome.decision.messages.empty()) document.heading(words(case_commands::messages_made));
  for (const Message& message : outcome.decision.messages) {
    document.paragraph(words(case_commands::message_to, message.id, words(word_for(message.kind)),
                             organisation_name(view, message.organisation)));
  }
  if (!outcome.decision.findings.empty()) document.blocks.emplace_back(layout::Rule{});
  for (const Finding& finding : outcome.decision.findings) {
    add_finding(document, finding, place_words(words, view.state.profile, finding.path), words);
  }
  return document;
}

Document erasure_document(const store::Outcome& outcome, Language language) {
  const Words words(language);
  Document document{.language = language};
  document.lead.push_back({std::string(words(case_commands::people_erased))});
  for (const Finding& finding : outcome.decision.findings) add_finding(document, finding, finding.path, words);
  return document;
}

Document refusal_document(const Refusal& refusal, Language language) {
  const Words words(language);
  std::string line = words(case_commands::refused, refusal.message.in(language), refusal.code);
  if (!refusal.path.empty())
    line += std::string(words(command_line::list_separator)) + words(case_commands::where, refusal.path);
  Document document{.language = language, .lead = {{std::move(line), Ink::bad}}};
  for (const Finding& finding : refusal.findings) add_finding(document, finding, finding.path, words);
  return document;
}

}  // namespace birthcase::cli::cases
