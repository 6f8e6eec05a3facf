#include "case/outcome_text.hpp"

#include "case/event_text.hpp"
#include "plan_wording.hpp"
#include "text/wrap.hpp"

namespace birthcase::cli::cases {
namespace {

Ink ink_of(Severity severity) noexcept {
  if (severity == Severity::error) return Ink::bad;
  return severity == Severity::warning ? Ink::warning : Ink::plain;
}

std::string finding_text(const Finding& finding, std::string_view where, const Words& words, const Page& page) {
  std::string line(words(word_for(finding.severity)));
  line += words(command_line::colon);
  line += finding.message.in(words.language());
  line += words(case_commands::code, finding.code);
  if (!where.empty()) line += std::string(words(command_line::list_separator)) + words(case_commands::where, where);
  return paragraph(page, line, ink_of(finding.severity));
}

std::string happened_text(const CaseView& view, const std::vector<Event>& events) {
  std::string text;
  for (const Event& event : events) {
    std::string line = event_words(view, event);
    const auto details = event_details(view, event, Show::course);
    if (!details.empty())
      line += view.words(command_line::in_brackets, joined(details, view.words(command_line::clause_separator)));
    text += paragraph(view.page, line);
  }
  return text;
}

}  // namespace

std::string outcome_text(const CaseView& view, const store::Outcome& outcome) {
  const Words& words = view.words;
  std::string text = view.page.paint(Ink::heading, words(case_commands::outcome_head, view.state.id, outcome.version,
                                                         for_eyes(view.state.changed_at))) +
                     '\n';
  if (outcome.decision.events.empty()) text += paragraph(view.page, words(case_commands::nothing_changed));
  text += happened_text(view, outcome.decision.events);
  if (!outcome.decision.messages.empty()) text += heading(view.page, words(case_commands::messages_made));
  for (const Message& message : outcome.decision.messages) {
    text += paragraph(view.page, words(case_commands::message_to, message.id, words(word_for(message.kind)),
                                       organisation_name(view, message.organisation)));
  }
  if (!outcome.decision.findings.empty()) text += '\n';
  for (const Finding& finding : outcome.decision.findings) {
    const std::string where = place_words(words, view.state.profile, finding.path);
    text += finding_text(finding, where, words, view.page);
  }
  return text;
}

std::string erasure_text(const store::Outcome& outcome, Language language, const Page& page) {
  const Words words(language);
  std::string text = std::string(words(case_commands::people_erased)) + '\n';
  for (const Finding& finding : outcome.decision.findings) text += finding_text(finding, finding.path, words, page);
  return text;
}

std::string refusal_text(const Refusal& refusal, Language language, const Page& page) {
  const Words words(language);
  std::string line = words(case_commands::refused, refusal.message.in(language), refusal.code);
  if (!refusal.path.empty())
    line += std::string(words(command_line::list_separator)) + words(case_commands::where, refusal.path);
  std::string text;
  for (const std::string& part : text::wrap(text::printable(line), page.width))
    text += page.paint(Ink::bad, part) + '\n';
  for (const Finding& finding : refusal.findings) text += finding_text(finding, finding.path, words, page);
  return text;
}

}  // namespace birthcase::cli::cases
