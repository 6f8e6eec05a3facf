/// The life of a case: from a draft through acceptance and the departments' answers until everything is delivered.
///
/// Pure: state is the fold of events, and nothing here reads a clock or a file.
///
/// \code
/// birthcase::Case birth(profile, "wl-2019-0001");
/// auto decision = birthcase::decide(birth, {"window-1", birthcase::commands::Open{json}}, now);
/// if (!decision) return show(decision.error().message);
/// for (const auto& event : decision->events) birthcase::apply(birth, event).value();
/// send(decision->messages);
/// \endcode
///
/// A store keeps the events and the messages: `store.hpp`.
#pragma once

#include <birthcase/application.hpp>
#include <birthcase/command.hpp>
#include <birthcase/event.hpp>
#include <birthcase/message.hpp>
#include <birthcase/plan.hpp>
#include <birthcase/result.hpp>

#include <boost/system/result.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase {

enum class CaseStatus : std::uint8_t {
  absent,     ///< nothing has happened yet
  draft,      ///< facts and documents are being gathered
  accepted,   ///< under way
  withdrawn,  ///< taken back by the family; what was done is still handed out
  closed,     ///< everything is settled
};
std::string_view to_string(CaseStatus status) noexcept;

enum class StepState : std::uint8_t {
  blocked,       ///< waits for the products of other steps
  ready,         ///< can be dispatched
  dispatched,    ///< its message is on the way
  acknowledged,  ///< the department has it
  returned,      ///< waits for the family
  failed,        ///< waits for another try
  completed,     ///< done
  delivered,     ///< and in the family's hands
  withdrawn,     ///< the family does not want it any more
  stopped,       ///< has become pointless or impossible
};
std::string_view to_string(StepState state) noexcept;

/// What may happen to a step in each state, and its next state. docs/case.md draws this table.
struct Transition {
  StepState from;
  std::string_view event;  ///< `kind_of` the event
  StepState to;
};
std::span<const Transition> transitions() noexcept;

/// A time that a step's clock stood still.
struct Pause {
  DateTime since{};
  std::optional<Due> due_before{};  ///< its deadline before the pause
};

/// One step of a case.
struct CaseStep {
  PlannedStep planned{};
  StepState state = StepState::blocked;
  std::uint32_t messages = 0;  ///< how many there have been; numbers the next
  std::string message{};       ///< the request that counts; empty before the first
  std::string payload{};       ///< SHA-256 of what it says about the family
  std::optional<DateTime>
      suspended_since{};  ///< while the family is waited for, here or before it, and the clock stands
  std::optional<DateTime> completed_at{};
  std::optional<DateTime> delivered_at{};
  std::vector<std::string> wanted_facts{};  ///< while it is returned: what is still missing
  std::vector<NamedDocument> wanted_evidence{};
  std::string wanted_because{};                 ///< while it is returned: why, in the department's words
  std::optional<DateTime> returned_at{};        ///< while it is returned: since when
  std::vector<std::string> asked_facts{};       ///< what a change of facts makes the family tell: it is not sent before
  std::vector<NamedDocument> asked_evidence{};  ///< and bring
  std::optional<DateTime> asked_at{};           ///< since when
  std::vector<NamedDocument> demanded{};        ///< every document that its department has ever asked for
  std::optional<DateTime> ready_at{};           ///< when it last became ready
  std::optional<DateTime> added_at{};           ///< when the facts put it on the route after the acceptance
  DateTime due_said_at{};                       ///< when its deadline was last counted
  std::optional<Pause> last_pause{};            ///< the pause that its deadline counts on from, if any

  /// Whether it needs nothing more: delivered, or done without a document, or given up.
  bool settled() const noexcept;
  /// Whether a department has it now.
  bool under_way() const noexcept { return state == StepState::dispatched || state == StepState::acknowledged; }
  /// Whether it was done, delivered or not.
  bool done() const noexcept { return state == StepState::completed || state == StepState::delivered; }
  /// Whether nothing will be done about it any more, save handing out its result.
  bool over() const noexcept { return done() || given_up(); }
  /// Whether the family must tell or bring something before it can continue.
  bool waits_for_family() const noexcept;
  /// Whether it will not be done.
  bool given_up() const noexcept { return state == StepState::withdrawn || state == StepState::stopped; }
};

/// A message that was made, and what became of it.
struct SentMessage {
  enum class Status : std::uint8_t {
    open,        ///< waits for an answer
    answered,    ///< completed, returned or failed
    superseded,  ///< void: another one says what counts, or the step was given up
    notice,      ///< asked for no answer
  };
  std::string id{};
  std::string step{};
  Status status = Status::open;
  bool acknowledged = false;
  commands::AnswerKind answer = commands::AnswerKind::acknowledged;  ///< if it is answered: how
  std::vector<NamedFact> outputs{};                                  ///< if it is completed: with what
  std::vector<std::string> wanted_facts{};                           ///< if it is returned: what for
  std::vector<NamedDocument> wanted_evidence{};
  std::string reason{};                    ///< if it is returned or failed: why
  std::optional<Due> answer_by{};          ///< as the department was last told
  DateTime at{};                           ///< when it was made
  std::string look_up{};                   ///< of a query: `yiwu/hukou-shared#1`, and no step
  LookUpState result = LookUpState::open;  ///< of a query that is answered
};

struct Deferral {
  DeferredDocument document{};
  bool settled = false;  ///< the document is here
  bool lapsed = false;   ///< it is needed no longer

  /// Whether the document is still waited for.
  bool open() const noexcept { return !settled && !lapsed; }
};

/// A case as its events have made it. Data, open to read; only `apply` changes it.
struct Case {
  /// A case to which nothing has happened. `id`: 1 to 64 letters, digits, `.`, `_` and `-`; nobody's name or number.
  Case(Profile rules, std::string case_id);

  Profile profile;
  std::string id;
  CaseStatus status = CaseStatus::absent;
  bool erased = false;
  std::uint64_t version = 0;  ///< the number of its events
  DateTime changed_at{};      ///< of the last event
  std::optional<DateTime> accepted_at{};
  std::optional<DateTime> withdrawn_at{};  ///< also once it is closed
  RulesVersion rules{};                    ///< from acceptance on
  Application application;
  std::vector<std::string> done_before{};  ///< steps that the family brought the results of
  std::vector<CaseStep> steps{};           ///< in the order of the route, then those that were added later
  std::vector<SentMessage> messages{};
  std::vector<Deferral> deferrals{};
  std::vector<RedactedEvent> unchecked{};  ///< events of an older library with free texts that an erasure takes out

  const CaseStep* step(std::string_view step_id) const noexcept;
  /// The query of a look-up that waits for an answer, or nullptr. What became of look-ups is in the application.
  const SentMessage* open_query(std::string_view look_up) const noexcept;
  const SentMessage* message(std::string_view message_id) const noexcept;
};

/// Adds an event to a case. Errors, and nothing is changed: `contradiction` for an event that cannot follow (another
/// sequence or, except for `ClockRepaired`, an earlier time than the case's, a transition that is not in the table),
/// `unknown_name` for a step, fact or document that is not there, and whatever `Application::parse` says of the
/// application.
Result<void> apply(Case& state, const Event& event);

/// The case that some events make, from the first one on. Errors: as `apply`; `missing` if there is none.
Result<Case> replay(const Profile& profile, std::span<const Event> events);

/// Why a command was not carried out.
struct Refusal {
  ErrorKind kind = ErrorKind::refused;  ///< `refused`, or what is wrong with the command as a text
  std::string code{};                   ///< stable, for programs: `step-not-ready`; docs/errors.md lists them
  Label message{};                      ///< for people
  std::string path{};                   ///< JSON pointer into the command or application; may be empty
  std::vector<Finding> findings{};      ///< the reasons, one by one

  /// As an error: the English message, with the codes and paths of the findings.
  Error to_error() const;
};

/// Every code that a refusal can have, sorted.
std::span<const std::string_view> refusal_codes() noexcept;

[[noreturn]] void throw_exception_from_error(const Refusal& refusal, const boost::source_location& where);

/// What follows from a command.
struct Decision {
  std::vector<Event> events{};      ///< to be applied and kept; none where nothing changed
  std::vector<Message> messages{};  ///< to be sent, once the events are kept
  std::vector<Finding> findings{};  ///< remarks: an answer that came late or twice
};

using Decided = boost::system::result<Decision, Refusal>;

/// Clocks of several machines differ: a moment at most this much before the last event counts as that event's.
inline constexpr int clock_tolerance_seconds = 300;

/// Decides what a command comes to at a moment. Changes nothing.
Decided decide(const Case& state, const Command& command, const DateTime& now);

/// The name of a look-up in messages: the share's id, with the newborn counted from 1: `yiwu/hukou-shared#1`.
std::string look_up_name(std::string_view share, std::uint16_t newborn);

/// The plan that a case goes by: of the day and the moment of its acceptance, or for a draft as of `today`.
Plan plan(const Case& state, Date today);

/// Who alone may change a fact now, because a service has been completed on it: that service's organisation, or
/// nothing while the fact is free.
const Organisation* locked_by(const Case& state, FactRef fact) noexcept;

}  // namespace birthcase
