/// What somebody wants done with a case. `decide` answers with events, or with a refusal that says why not.
#pragma once

#include <birthcase/event.hpp>
#include <birthcase/message.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace birthcase {
namespace commands {

/// Begins a draft with what is known.
struct Open {
  std::string application{};  ///< JSON, as `Application::parse` reads it; it may be `{}`
};

/// Sets or removes facts of a draft.
struct SetFacts {
  std::vector<NamedFact> facts{};
};

/// Notes documents that were handed in: for a draft, or the original of a deferred one after acceptance.
struct HandIn {
  std::vector<NamedDocument> evidence{};
};

/// Accepts the case (受理). Each document that is here only as a scan must be deferred by name, with a day (容缺).
struct Accept {
  std::vector<DeferredDocument> deferred{};
};

/// Lets documents come later that became necessary after acceptance and are here as a scan. By name, with a day.
struct Defer {
  std::vector<DeferredDocument> deferred{};
};

/// Makes the messages of a step, or of every step that is ready.
struct Dispatch {
  std::string step{};  ///< empty: every ready one
};

enum class AnswerKind : std::uint8_t {
  acknowledged,  ///< received, being worked on
  completed,     ///< done, with the outputs
  returned,      ///< the family must add something
  failed,        ///< could not be done now: a debit refused, a system down
};

/// A department's answer to a message. The same answer twice counts once.
struct Answer {
  std::string message{};
  std::string step{};  ///< checked against the message, if it is given
  AnswerKind result = AnswerKind::acknowledged;
  std::vector<NamedFact> outputs{};              ///< completed: what the service yields
  std::vector<std::string> wanted_facts{};       ///< returned: what is missing
  std::vector<NamedDocument> wanted_evidence{};  ///< returned: what is missing
  std::string reason{};                          ///< returned, failed: in words
};

/// Makes a failed step ready again.
struct Retry {
  std::string step{};
};

/// Adds what was missing: facts that nobody knew or that a department asked for, and documents.
struct Supplement {
  std::string step{};  ///< the returned step that may continue now; empty: each that has everything it asked for
  std::vector<NamedFact> facts{};
  std::vector<NamedDocument> evidence{};
};

/// Corrects what was wrong. Only the department that has issued on a fact can order its correction.
struct Correct {
  std::vector<NamedFact> facts{};
  std::string reason{};
  std::string document{};   ///< what proves it: a type of document of the profile
  std::string authority{};  ///< the organisation of the profile that orders it, for facts that are locked
};

/// Notes that results reached the family.
struct Deliver {
  std::string step{};       ///< empty: every completed step that is not delivered, as one packet
  std::string reference{};  ///< a tracking number or who collected
};

/// The family withdraws a step, or the whole case.
struct Withdraw {
  std::string step{};  ///< empty: the case
  std::string reason{};
};

/// The newborn has died: what has become pointless stops, the rest continues.
struct RecordDeath {
  std::uint16_t newborn = 0;
};

/// Ends a case in which everything is settled.
struct Close {};

/// Forgets the people of a case that is over, or of a draft, which is withdrawn with that.
struct Erase {};

/// Asks organisations for what their data may have instead of the family.
struct AskLookUp {
  std::string look_up{};                    ///< the share's id; empty: every open one whose keys are known
  std::uint16_t newborn = FactRef::family;  ///< whose, where each newborn has one
};

/// An organisation's answer to a query. The same answer twice counts once.
struct AnswerLookUp {
  std::string message{};
  LookUpState result = LookUpState::found;  ///< `found`, `not_found` or `not_available`
  std::optional<DateTime> at{};             ///< when the organisation looked; absent: now
  std::string reference{};                  ///< its number for the answer
  std::vector<NamedFact> facts{};           ///< found: what it supplies
};

/// Notes what an operator has seen or been told, without a connector, where the profile allows it.
struct NoteLookUp {
  std::string look_up{};
  std::uint16_t newborn = FactRef::family;
  LookUpState result = LookUpState::seen;  ///< `seen`, `found`, `not_found` or `not_available`
  std::optional<DateTime> at{};
  std::string reference{};
  std::vector<NamedFact> facts{};
};

/// Repairs a case to which a wrong clock has written. Without `since`, the clock of the last event was ahead: every
/// moment later than now becomes `to`. With `since`, the clock was behind: every moment from `since` on and before `to`
/// becomes `to`.
struct RepairClock {
  std::optional<DateTime> to{};  ///< not later than now; absent: now
  std::string reason{};
  std::optional<DateTime> since{};  ///< the first moment of the clock that was behind
};

}  // namespace commands

using CommandBody =
    std::variant<commands::Open, commands::SetFacts, commands::HandIn, commands::Accept, commands::Dispatch,
                 commands::Answer, commands::Retry, commands::Supplement, commands::Correct, commands::Deliver,
                 commands::Withdraw, commands::RecordDeath, commands::Close, commands::Erase, commands::AskLookUp,
                 commands::AnswerLookUp, commands::NoteLookUp, commands::RepairClock, commands::Defer>;

struct Command {
  /// The author: an operator's id or a connector's name, 1 to 64 letters and digits of ASCII, `-`, `_`, `.` and `@`,
  /// without a number of 11 or more digits: nobody's name, ID number or telephone number.
  std::string by{};
  CommandBody body{};
};

std::string_view to_string(commands::AnswerKind kind) noexcept;

/// The name of a command's kind, as in JSON: `hand-in`.
std::string_view kind_of(const CommandBody& body) noexcept;

}  // namespace birthcase
