#include "case/show_text.hpp"

#include <birthcase/deadlines.hpp>

#include "case/event_text.hpp"
#include "case/next.hpp"
#include "case/timeline.hpp"
#include "plan_wording.hpp"

#include <algorithm>
#include <utility>

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
  return due ? for_eyes(*due) : std::string(view.words(command_line::not_certain));
}

void add_head(Document& document, const CaseView& view, const std::vector<Deadline>& deadlines) {
  const Case& state = view.state;
  const Words& words = view.words;
  const Rules& rules = state.profile.rules();
  document.title = words(case_commands::case_head, state.id, words(word_for(state.status)));
  document.lead.push_back(
      {words(case_commands::under_profile, words.in(rules.title), rules.id, state.version, for_eyes(state.changed_at)),
       Ink::faint});
  if (state.accepted_at) {
    const Deadline& whole = deadlines.back();
    document.lead.push_back(
        {words(case_commands::accepted_at, for_eyes(*state.accepted_at)) +
         std::string(words(command_line::clause_separator)) +
         (whole.standing == Standing::given_up
              ? std::string(words(word_for(whole.standing)))  // nothing is due any more
              : words(case_commands::due_by, due_words(view, whole.due), words(word_for(whole.standing))))});
  }
  if (state.erased) document.lead.push_back({std::string(words(case_commands::people_erased))});
}

void add_steps(Document& document, const CaseView& view, const std::vector<Deadline>& deadlines) {
  const Words& words = view.words;
  Table table({{"", Align::right, false},
               {std::string(words(case_commands::step)), Align::left, true},
               {std::string(words(case_commands::state)), Align::left, false},
               {std::string(words(case_commands::department)), Align::left, true},
               {std::string(words(command_line::due)), Align::left, false},
               {std::string(words(case_commands::standing)), Align::left, false}});
  std::size_t number = 0;
  for (const CaseStep& step : view.state.steps) {
    const PlannedStep& planned = step.planned;
    const Standing standing = standing_of(deadlines, Deadline::What::step, planned.step);
    table.add({std::to_string(++number), step_name(view, planned.step), std::string(words(word_for(step.state))),
               department_of(view, planned), due_words(view, planned.due), std::string(words(word_for(standing)))},
              ink_of(standing));
  }
  document.section(words(case_commands::steps), std::move(table));
}

void add_timeline(Document& document, const CaseView& view, std::span<const Event> events, const DateTime& now,
                  std::size_t width) {
  const auto rows = timeline_of(view, events, now);
  const std::string from = to_string(events.front().at.date());
  const std::string until = to_string(events.back().at.date());
  const std::string days = from == until ? from : view.words(case_commands::from_until, from, until);
  document.heading(view.words(case_commands::timeline, days));
  draw(document, rows, view, width);
}

std::string message_words(const CaseView& view, const SentMessage& message) {
  std::string words(view.words(word_for(message.status)));
  if (message.status == SentMessage::Status::answered) {
    const bool query = !message.look_up.empty();
    return words + std::string(view.words(command_line::colon)) +
           std::string(query ? view.words(word_for(message.result)) : view.words(word_for(message.answer)));
  }
  if (message.acknowledged) {
    words += view.words(command_line::in_brackets, view.words(word_for(commands::AnswerKind::acknowledged)));
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

void add_messages(Document& document, const CaseView& view) {
  const Words& words = view.words;
  Table table({{std::string(words(case_commands::id)), Align::left, false},
               {std::string(words(case_commands::department)), Align::left, true},
               {std::string(words(case_commands::state)), Align::left, false},
               {std::string(words(case_commands::answer_by)), Align::left, false}});
  for (const SentMessage& message : view.state.messages) {
    const CaseStep* step = view.state.step(message.step);
    table.add(
        {message.id,
         step == nullptr ? asked_organisation(view, message) : organisation_name(view, step->planned.organisation),
         message_words(view, message), message.answer_by ? for_eyes(*message.answer_by) : "–"});
  }
  document.section(words(case_commands::messages), std::move(table));
}

void add_deferrals(Document& document, const CaseView& view) {
  const Words& words = view.words;
  Table table({{std::string(words(command_line::document)), Align::left, true},
               {std::string(words(case_commands::until)), Align::left, false},
               {std::string(words(case_commands::state)), Align::left, false}});
  for (const Deferral& deferral : view.state.deferrals) {
    const DeferredDocument& deferred = deferral.document;
    const std::string_view open = deferral.lapsed ? words(case_commands::lapsed) : words(case_commands::not_settled);
    table.add({document_name(view, deferred.type, deferred.holder, deferred.newborn), to_string(deferred.until),
               std::string(deferral.settled ? words(case_commands::settled) : open)});
  }
  document.section(words(case_commands::deferrals), std::move(table));
}

void add_next(Document& document, const CaseView& view, const DateTime& now) {
  document.heading(view.words(case_commands::next));
  for (const std::string& line : next_to_do(view, now)) document.paragraph(line);
}

}  // namespace

Document case_document(const CaseView& view, std::span<const Event> events, const DateTime& now, std::size_t width) {
  const auto due = deadlines(view.state, now);
  Document document{.language = view.words.language()};
  add_head(document, view, due);
  add_steps(document, view, due);
  add_timeline(document, view, events, now, width);
  add_messages(document, view);
  add_deferrals(document, view);
  add_next(document, view, now);
  return document;
}

Document events_document(const CaseView& view, std::span<const Event> events) {
  const Words& words = view.words;
  Table table({{"", Align::right, false},
               {std::string(words(case_commands::moment)), Align::left, false},
               {std::string(words(case_commands::actor)), Align::left, false},
               {std::string(words(case_commands::event)), Align::left, true}});
  for (const Event& event : events) {
    table.add({std::to_string(event.sequence), for_eyes(event.at), event.by, event_words(view, event)});
    for (std::string& line : event_details(view, event, Show::people)) table.note(std::move(line));
  }
  return {.language = words.language(),
          .title = words(case_commands::events_of, view.state.id),
          .blocks = {std::move(table)}};
}

}  // namespace birthcase::cli::cases
