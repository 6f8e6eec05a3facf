#include "case/show_text.hpp"

#include <birthcase/deadlines.hpp>

#include "case/event_text.hpp"
#include "case/next.hpp"
#include "case/timeline.hpp"
#include "plan_wording.hpp"
#include "table.hpp"

#include <algorithm>

namespace birthcase::cli::cases {
namespace {

Standing standing_of(const std::vector<Deadline>& deadlines, Deadline::What what, std::string_view id) {
  const auto at = std::find_if(deadlines.begin(), deadlines.end(),
                               [&](const Deadline& each) { return each.what == what && each.id == id; });
  return at == deadlines.end() ? Standing::open : at->standing;
}

Ink ink_of(Standing standing) noexcept {
  if (standing == Standing::overdue) return Ink::bad;
  if (standing == Standing::due_soon || standing == Standing::suspended) return Ink::warning;
  return standing == Standing::given_up ? Ink::faint : Ink::plain;
}

std::string due_words(const CaseView& view, const std::optional<Due>& due) {
  return due ? for_eyes(*due) : std::string(view.words.not_certain);
}

std::string head(const CaseView& view, const std::vector<Deadline>& deadlines) {
  const Case& state = view.state;
  const CaseWords& said = view.said;
  const Rules& rules = state.profile.rules();
  std::string text = view.page.paint(Ink::heading, filled(said.case_head, state.id, said.of(state.status))) + '\n' +
                     view.page.paint(Ink::faint, filled(said.under_profile, view.words.in(rules.title), rules.id,
                                                        state.version, for_eyes(state.changed_at))) +
                     '\n';
  if (state.accepted_at) {
    const Deadline& whole = deadlines.back();
    text += filled(said.accepted_at, for_eyes(*state.accepted_at)) + std::string(view.words.clause_separator) +
            (whole.standing == Standing::given_up
                 ? std::string(said.of(whole.standing))  // nothing is due any more
                 : filled(said.due_by, due_words(view, whole.due), said.of(whole.standing))) +
            '\n';
  }
  if (state.erased) text += std::string(said.people_erased) + '\n';
  return text;
}

std::string steps_section(const CaseView& view, const std::vector<Deadline>& deadlines) {
  const CaseWords& said = view.said;
  if (view.state.steps.empty()) return {};
  Table table({{"", Align::right, false},
               {std::string(said.step), Align::left, true},
               {std::string(said.state), Align::left, false},
               {std::string(said.department), Align::left, true},
               {std::string(view.words.due), Align::left, false},
               {std::string(said.standing), Align::left, false}});
  std::size_t number = 0;
  for (const CaseStep& step : view.state.steps) {
    const PlannedStep& planned = step.planned;
    const Standing standing = standing_of(deadlines, Deadline::What::step, planned.step);
    table.add({std::to_string(++number), step_name(view, planned.step), std::string(said.of(step.state)),
               department_of(view, planned), due_words(view, planned.due), std::string(said.of(standing))},
              ink_of(standing));
  }
  return heading(view.page, said.steps) + table.text(view.page);
}

std::string timeline_section(const CaseView& view, std::span<const Event> events, const DateTime& now) {
  const auto rows = timeline_of(view, events, now);
  const std::string from = to_string(events.front().at.date());
  const std::string until = to_string(events.back().at.date());
  const std::string days = from == until ? from : filled(view.said.from_until, from, until);
  return heading(view.page, filled(view.said.timeline, days)) + drawn(rows, view);
}

std::string message_words(const CaseView& view, const SentMessage& message) {
  std::string words(view.said.of(message.status));
  if (message.status == SentMessage::Status::answered) {
    const bool query = !message.look_up.empty();
    return words + std::string(view.words.colon) +
           std::string(query ? view.words.of(message.result) : view.said.of(message.answer));
  }
  if (message.acknowledged) {
    words += filled(view.words.in_brackets, view.said.of(commands::AnswerKind::acknowledged));
  }
  return words;
}

std::string asked_organisation(const CaseView& view, const SentMessage& message) {
  const Rules& rules = view.state.profile.rules();
  const std::string_view share = std::string_view(message.look_up).substr(0, message.look_up.rfind('#'));
  const auto at = std::find_if(rules.shares.begin(), rules.shares.end(),
                               [share](const DataShare& each) { return each.id == share; });
  if (at == rules.shares.end()) return {};
  return organisation_name(view, rules.organisations[at->organisation].id);
}

std::string messages_section(const CaseView& view) {
  const CaseWords& said = view.said;
  if (view.state.messages.empty()) return {};
  Table table({{std::string(said.id), Align::left, false},
               {std::string(said.department), Align::left, true},
               {std::string(said.state), Align::left, false},
               {std::string(said.answer_by), Align::left, false}});
  for (const SentMessage& message : view.state.messages) {
    const CaseStep* step = view.state.step(message.step);
    table.add(
        {message.id,
         step == nullptr ? asked_organisation(view, message) : organisation_name(view, step->planned.organisation),
         message_words(view, message), message.answer_by ? for_eyes(*message.answer_by) : "–"});
  }
  return heading(view.page, said.messages) + table.text(view.page);
}

std::string deferrals_section(const CaseView& view) {
  const CaseWords& said = view.said;
  if (view.state.deferrals.empty()) return {};
  Table table({{std::string(view.words.document), Align::left, true},
               {std::string(said.until), Align::left, false},
               {std::string(said.state), Align::left, false}});
  for (const Deferral& deferral : view.state.deferrals) {
    const DeferredDocument& document = deferral.document;
    const std::string_view open = deferral.lapsed ? said.lapsed : said.not_settled;
    table.add({document_name(view, document.type, document.holder, document.newborn), to_string(document.until),
               std::string(deferral.settled ? said.settled : open)});
  }
  return heading(view.page, said.deferrals) + table.text(view.page);
}

std::string next_section(const CaseView& view, const DateTime& now) {
  std::string text = heading(view.page, view.said.next);
  for (const std::string& line : next_to_do(view, now)) text += paragraph(view.page, line);
  return text;
}

}  // namespace

std::string show_text(const CaseView& view, std::span<const Event> events, const DateTime& now) {
  const auto due = deadlines(view.state, now);
  return head(view, due) + steps_section(view, due) + timeline_section(view, events, now) + messages_section(view) +
         deferrals_section(view) + next_section(view, now);
}

std::string events_text(const CaseView& view, std::span<const Event> events) {
  const CaseWords& said = view.said;
  Table table({{"", Align::right, false},
               {std::string(said.moment), Align::left, false},
               {std::string(said.actor), Align::left, false},
               {std::string(said.event), Align::left, true}});
  for (const Event& event : events) {
    table.add({std::to_string(event.sequence), for_eyes(event.at), event.by, event_words(view, event)});
    for (std::string& line : event_details(view, event, Show::people)) table.note(std::move(line));
  }
  return view.page.paint(Ink::heading, filled(said.events_of, view.state.id)) + '\n' + table.text(view.page);
}

}  // namespace birthcase::cli::cases
