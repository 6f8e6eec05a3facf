/// Every word that `birthcase case` says, in every language, beside those of `words.hpp`. Templates are of fmt.
#pragma once

#include <birthcase/case.hpp>
#include <birthcase/deadlines.hpp>

#include <cstddef>
#include <string_view>
#include <variant>

namespace birthcase::cli::cases {

struct CaseWords {
  // the head of a case
  std::string_view case_head;      ///< {0}: id, {1}: status
  std::string_view under_profile;  ///< {0}: title, {1}: id, {2}: version, {3}: moment of the last event
  std::string_view accepted_at;    ///< {}: moment
  std::string_view due_by;         ///< {0}: when, {1}: standing
  std::string_view people_erased;

  // what a command came to
  std::string_view outcome_head;  ///< {0}: id, {1}: version, {2}: moment
  std::string_view nothing_changed;
  std::string_view messages_made;
  std::string_view message_to;  ///< {0}: id, {1}: kind, {2}: organisation
  std::string_view refused;     ///< {0}: message, {1}: code
  std::string_view code;        ///< {}: of a finding, after its message
  std::string_view where;       ///< {}: path

  // what an event says more
  std::string_view due;           ///< {}: day
  std::string_view late;          ///< after the promised time
  std::string_view wanted;        ///< {}: list
  std::string_view added;         ///< {}: steps
  std::string_view changed;       ///< {}: steps
  std::string_view stopped;       ///< {}: steps
  std::string_view deferred;      ///< {0}: document, {1}: day
  std::string_view done_before;   ///< {}: steps
  std::string_view proved_by;     ///< {}: document
  std::string_view ordered_by;    ///< {}: organisation
  std::string_view reason;        ///< {}
  std::string_view message;       ///< {}: id
  std::string_view revived;       ///< {}: steps
  std::string_view clock_was;     ///< {0}: the moment that was wrong, {1}: what counts instead
  std::string_view replaces;      ///< {}: id
  std::string_view delivered_by;  ///< {}: method
  std::string_view taken_back;    ///< stands for the value of a fact that was taken back

  // sections
  std::string_view steps;
  std::string_view timeline;    ///< {}: days
  std::string_view from_until;  ///< {0}, {1}: days
  std::string_view legend;      ///< {}: marks
  std::string_view messages;
  std::string_view deferrals;
  std::string_view next;
  std::string_view events_of;  ///< {}: case
  std::string_view case_row;   ///< the row of the timeline that is about the whole case

  // headings of tables
  std::string_view case_id;
  std::string_view step;
  std::string_view state;
  std::string_view standing;
  std::string_view department;
  std::string_view moment;
  std::string_view actor;
  std::string_view event;
  std::string_view id;
  std::string_view what;
  std::string_view version;
  std::string_view changed_at;
  std::string_view status;
  std::string_view answer_by;
  std::string_view attempt;
  std::string_view until;

  // deferred documents
  std::string_view settled;
  std::string_view not_settled;
  std::string_view lapsed;

  // what is next to do: {0} is mostly a step
  std::string_view next_accept;
  std::string_view next_accept_deferring;  ///< {}: documents
  std::string_view next_put_right;         ///< {}: how many errors
  std::string_view next_documents;         ///< {}: list
  std::string_view next_fields;            ///< {}: how many
  std::string_view next_questions;         ///< {}: how many
  std::string_view next_dispatch;          ///< {}: steps
  std::string_view next_answer;            ///< {0}: organisation, {1}: step
  std::string_view next_answer_by;         ///< as before, {2}: day
  std::string_view next_supplement;        ///< {0}: step, {1}: what is wanted
  std::string_view next_ask_family;        ///< {0}: step, {1}: what is wanted
  std::string_view next_ask_why;           ///< {}: step; returned without saying what is wanted
  std::string_view next_retry;             ///< {}: step
  std::string_view next_deliver;           ///< {}: steps
  std::string_view next_original;          ///< {0}: document, {1}: day
  std::string_view next_close;
  std::string_view next_erase;
  std::string_view nothing_next;

  // look-ups and the outbox
  std::string_view no_cases;
  std::string_view cases_listed;  ///< {}: how many
  std::string_view due_until;     ///< {}: day
  std::string_view nothing_due;   ///< {}: day
  std::string_view more_is_due;   ///< {}: the limit
  std::string_view nothing_waits;
  std::string_view leased;        ///< {0}: how many, {1}: connector, {2}: seconds
  std::string_view acknowledged;  ///< {}: message
  std::string_view renewed;       ///< {0}: message, {1}: seconds
  std::string_view given_back;    ///< {}: message
  std::string_view failed;        ///< {0}: message, {1}: how often, {2}: until when it waits
  std::string_view died;          ///< {0}: message, {1}: how often
  std::string_view carried_anew;  ///< {}: message
  std::string_view failures;
  std::string_view failure;
  std::string_view not_before;
  std::string_view waits;
  std::string_view behind_dead;
  std::string_view dead;

  // keeping
  std::string_view verified;  ///< {0}: cases, {1}: events
  std::string_view chains_hold;
  std::string_view chains_break;   ///< {}: how many
  std::string_view break_at;       ///< {0}: case, {1}: event
  std::string_view break_of_case;  ///< {}: case
  std::string_view break_of_file;
  std::string_view not_replayed;         ///< {}: how many drafts
  std::string_view repaired;             ///< {0}: cases, {1}: what was mended
  std::string_view left_broken;          ///< {}: how many
  std::string_view unfinished_erasures;  ///< {}: how many
  std::string_view digest;               ///< {}
  std::string_view compared;             ///< {0}: cases of a note, {1}: its moment
  std::string_view signature_valid;
  std::string_view signature_unchecked;
  std::string_view imported;  ///< {}: case

  // look-ups
  std::string_view look_up;
  std::string_view no_look_ups;

  Language language;
  std::string_view statuses[5];
  std::string_view states[10];
  std::string_view standings[8];
  std::string_view whats[3];
  std::string_view message_statuses[4];
  std::string_view message_kinds[7];
  std::string_view answers[4];
  std::string_view handed_in_as[3];
  std::string_view events[std::variant_size_v<EventBody>];
  std::string_view marks[14];  ///< by `Mark`

  std::string_view of(CaseStatus which) const noexcept { return statuses[static_cast<std::size_t>(which)]; }
  std::string_view of(StepState which) const noexcept { return states[static_cast<std::size_t>(which)]; }
  std::string_view of(Standing which) const noexcept { return standings[static_cast<std::size_t>(which)]; }
  std::string_view of(Deadline::What which) const noexcept { return whats[static_cast<std::size_t>(which)]; }
  std::string_view of(SentMessage::Status which) const noexcept {
    return message_statuses[static_cast<std::size_t>(which)];
  }
  std::string_view of(MessageKind which) const noexcept { return message_kinds[static_cast<std::size_t>(which)]; }
  std::string_view of(commands::AnswerKind which) const noexcept { return answers[static_cast<std::size_t>(which)]; }
  std::string_view of(HandedInAs which) const noexcept { return handed_in_as[static_cast<std::size_t>(which)]; }
  std::string_view of(const EventBody& body) const noexcept { return events[body.index()]; }
};

/// The words about cases of a language.
const CaseWords& case_words_of(Language language) noexcept;

}  // namespace birthcase::cli::cases
