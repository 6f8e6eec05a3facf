/// What has happened to a case, one thing at a time. A case is the fold of its events and nothing more.
///
/// Events are values without a profile: they name steps, facts and documents by their ids. What tells about people is
/// marked `Personal`: it is written apart from the rest, so that it can be erased while the log stays verifiable.
#pragma once

#include <birthcase/calendar.hpp>
#include <birthcase/message.hpp>
#include <birthcase/rules.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace birthcase {

/// A part of an event that tells about people.
template <class T>
struct Personal {
  T value{};

  friend bool operator==(const Personal&, const Personal&) = default;
};

/// A document that may come later (容缺), and until when.
struct DeferredDocument {
  std::string type{};
  std::string holder{};
  std::uint16_t newborn = FactRef::family;
  Date until{};

  friend bool operator==(const DeferredDocument&, const DeferredDocument&) = default;
};

/// A step as the plan laid it down.
struct PlannedStep {
  std::string step{};  ///< `hukou-registration#1`: the service, with the newborn counted from 1
  std::string service{};
  std::uint16_t newborn = FactRef::family;
  std::string organisation{};
  std::string operated_by{};         ///< empty while that is not decided
  std::vector<std::string> after{};  ///< steps whose products it needs
  std::optional<Due> due{};
  std::string promise{};        ///< the rule's id; empty where nothing is promised
  bool clock_stops = false;     ///< while the family is waited for
  bool until_delivery = false;  ///< the promise is kept when the result is delivered, not when it is done
  std::string delivery{};       ///< the method; empty while that is not decided

  friend bool operator==(const PlannedStep&, const PlannedStep&) = default;
};

/// A step that will not be done, and the rule or step that stopped it.
struct StoppedStep {
  std::string step{};
  std::string because{};

  friend bool operator==(const StoppedStep&, const StoppedStep&) = default;
};

/// An event of an older library whose free texts outside the personal part were taken out, when the case was erased.
struct RedactedEvent {
  std::uint64_t sequence = 0;
  std::string digest{};  ///< SHA-256 of the rest of its public part

  friend bool operator==(const RedactedEvent&, const RedactedEvent&) = default;
};

namespace events {

struct Opened {
  std::string case_id{};
  std::string profile{};                ///< its id
  Personal<std::string> application{};  ///< JSON, as `to_json(Application)` writes it
  friend bool operator==(const Opened&, const Opened&) = default;
};

struct FactsSet {
  Personal<std::vector<NamedFact>> facts{};  ///< an unknown value: the fact was taken back
  friend bool operator==(const FactsSet&, const FactsSet&) = default;
};

struct EvidenceHandedIn {
  std::vector<NamedDocument> evidence{};
  friend bool operator==(const EvidenceHandedIn&, const EvidenceHandedIn&) = default;
};

struct Accepted {
  RulesVersion rules{};
  std::vector<DeferredDocument> deferred{};
  std::vector<std::string> done_before{};  ///< steps that the family brings the results of
  std::vector<PlannedStep> steps{};
  friend bool operator==(const Accepted&, const Accepted&) = default;
};

/// What changed in the plan after acceptance.
struct Replanned {
  std::vector<PlannedStep> added{};
  std::vector<PlannedStep> changed{};
  std::vector<StoppedStep> stopped{};
  std::vector<PlannedStep> revived{};  ///< had been stopped, and are wanted again: a correction was taken back
  friend bool operator==(const Replanned&, const Replanned&) = default;
};

struct StepReadied {
  std::string step{};
  std::optional<Due> due{};  ///< counted again, if the promise counts from here
  friend bool operator==(const StepReadied&, const StepReadied&) = default;
};

/// A step that was ready waits again, for a step that a correction brought in.
struct StepHeld {
  std::string step{};
  friend bool operator==(const StepHeld&, const StepHeld&) = default;
};

struct StepDispatched {
  std::string step{};
  std::string message{};
  std::string replaces{};
  std::optional<Due> answer_by{};
  Personal<std::string> payload{};  ///< SHA-256 of what the message says about the family
  friend bool operator==(const StepDispatched&, const StepDispatched&) = default;
};

struct StepAcknowledged {
  std::string step{};
  std::string message{};
  bool late = false;
  friend bool operator==(const StepAcknowledged&, const StepAcknowledged&) = default;
};

struct StepCompleted {
  std::string step{};
  std::string message{};
  bool late = false;
  Personal<std::vector<NamedFact>> outputs{};
  friend bool operator==(const StepCompleted&, const StepCompleted&) = default;
};

struct StepReturned {
  std::string step{};
  std::string message{};
  bool late = false;
  std::vector<std::string> wanted_facts{};
  std::vector<NamedDocument> wanted_evidence{};
  Personal<std::string> reason{};
  friend bool operator==(const StepReturned&, const StepReturned&) = default;
};

struct StepFailed {
  std::string step{};
  std::string message{};
  bool late = false;
  Personal<std::string> reason{};
  friend bool operator==(const StepFailed&, const StepFailed&) = default;
};

struct StepRetried {
  std::string step{};
  friend bool operator==(const StepRetried&, const StepRetried&) = default;
};

struct Supplemented {
  std::vector<NamedDocument> evidence{};
  Personal<std::vector<NamedFact>> facts{};
  friend bool operator==(const Supplemented&, const Supplemented&) = default;
};

struct StepResumed {
  std::string step{};
  std::optional<Due> due{};  ///< moved by the time that the clock stood still
  friend bool operator==(const StepResumed&, const StepResumed&) = default;
};

struct DeferralSettled {
  std::string type{};
  std::string holder{};
  std::uint16_t newborn = FactRef::family;
  friend bool operator==(const DeferralSettled&, const DeferralSettled&) = default;
};

struct Corrected {
  std::string document{};   ///< what proves it: a type of document of the profile
  std::string authority{};  ///< the organisation that issued what is corrected; empty where nothing was issued
  Personal<std::vector<NamedFact>> facts{};
  Personal<std::string> reason{};
  friend bool operator==(const Corrected&, const Corrected&) = default;
};

/// A step that was under way goes back to ready: its message no longer says what is true.
struct StepRecalled {
  std::string step{};
  std::string message{};
  friend bool operator==(const StepRecalled&, const StepRecalled&) = default;
};

/// A message that asks for nothing but to be read.
struct NoticeSent {
  std::string step{};
  std::string message{};
  MessageKind kind = MessageKind::correction;
  std::optional<Due> answer_by{};   ///< `deadline`: by when the step's open request must be answered now
  Personal<std::string> payload{};  ///< SHA-256 of what it says about the family; empty for a cancellation
  friend bool operator==(const NoticeSent&, const NoticeSent&) = default;
};

struct StepDelivered {
  std::string step{};
  std::string method{};
  Personal<std::string> reference{};  ///< a tracking number, who collected
  friend bool operator==(const StepDelivered&, const StepDelivered&) = default;
};

struct StepWithdrawn {
  std::string step{};
  Personal<std::string> reason{};
  friend bool operator==(const StepWithdrawn&, const StepWithdrawn&) = default;
};

struct NewbornDied {
  std::uint16_t newborn = 0;
  friend bool operator==(const NewbornDied&, const NewbornDied&) = default;
};

struct Withdrawn {
  Personal<std::string> reason{};
  friend bool operator==(const Withdrawn&, const Withdrawn&) = default;
};

struct Closed {
  friend bool operator==(const Closed&, const Closed&) = default;
};

/// Everything personal in the events up to this one is gone.
struct Erased {
  std::vector<RedactedEvent> redacted{};  ///< older events that had free texts in their public part
  friend bool operator==(const Erased&, const Erased&) = default;
};

/// An organisation was asked for what its data may have.
struct LookUpAsked {
  std::string look_up{};  ///< the share's id
  std::uint16_t newborn = FactRef::family;
  std::string message{};
  std::string organisation{};
  Personal<std::string> payload{};  ///< SHA-256 of the keys
  friend bool operator==(const LookUpAsked&, const LookUpAsked&) = default;
};

/// What came of a look-up: an organisation's answer, or what an operator noted by hand.
struct LookUpAnswered {
  std::string look_up{};
  std::uint16_t newborn = FactRef::family;
  std::string message{};  ///< empty: noted by hand
  LookUpState result = LookUpState::found;
  std::optional<DateTime> answered_at{};  ///< when the organisation looked, in China's time
  Personal<std::string> reference{};
  Personal<std::vector<NamedFact>> facts{};
  friend bool operator==(const LookUpAnswered&, const LookUpAnswered&) = default;
};

/// A question or an answer no longer counts: the keys have changed, or nobody needs it.
struct LookUpVoided {
  std::string look_up{};
  std::uint16_t newborn = FactRef::family;
  std::string message{};       ///< the query that is void; empty where none was under way
  std::string cancellation{};  ///< the message that tells the organisation so; empty where none was under way
  friend bool operator==(const LookUpVoided&, const LookUpVoided&) = default;
};

/// A step is due at another time than was last said: no department's doing.
struct DueMoved {
  std::string step{};
  std::optional<Due> due{};  ///< absent: not known any more
  std::string because{};     ///< `family`: waited for; `step-before`: it comes later; `calendar`: known now; `clock`
  friend bool operator==(const DueMoved&, const DueMoved&) = default;
};

/// Everything that the family must tell or bring for a step after a change of facts; empty if nothing is needed.
struct FamilyAsked {
  std::string step{};
  std::vector<std::string> wanted_facts{};
  std::vector<NamedDocument> wanted_evidence{};
  friend bool operator==(const FamilyAsked&, const FamilyAsked&) = default;
};

/// A deferred document is no longer needed: the facts, or the steps, that asked for it are gone.
struct DeferralLapsed {
  std::string type{};
  std::string holder{};
  std::uint16_t newborn = FactRef::family;
  friend bool operator==(const DeferralLapsed&, const DeferralLapsed&) = default;
};

/// A deferral that had lapsed counts again, with the day that it had.
struct DeferralReinstated {
  std::string type{};
  std::string holder{};
  std::uint16_t newborn = FactRef::family;
  friend bool operator==(const DeferralReinstated&, const DeferralReinstated&) = default;
};

/// A document that became necessary after acceptance may come later; it is here as a scan.
struct DeferralGranted {
  std::string type{};
  std::string holder{};
  std::uint16_t newborn = FactRef::family;
  Date until{};
  friend bool operator==(const DeferralGranted&, const DeferralGranted&) = default;
};

/// A wrong clock was repaired. Only this event may be earlier than the event before it. If the clock was ahead, every
/// moment later than this event becomes `to`. If the clock was behind, every moment from `since` on and before `to`
/// becomes `to`.
struct ClockRepaired {
  DateTime was{};  ///< the moment of the event before
  DateTime to{};   ///< never later than this event
  Personal<std::string> reason{};
  std::optional<DateTime> since{};  ///< of a clock that was behind

  /// Whether the wrong clock wrote this moment; `repaired_at` is the moment of this event.
  bool concerns(const DateTime& moment, const DateTime& repaired_at) const noexcept;

  friend bool operator==(const ClockRepaired&, const ClockRepaired&) = default;
};

}  // namespace events

/// One thing that happened. New kinds are only ever added.
using EventBody =
    std::variant<events::Opened, events::FactsSet, events::EvidenceHandedIn, events::Accepted, events::Replanned,
                 events::StepReadied, events::StepHeld, events::StepDispatched, events::StepAcknowledged,
                 events::StepCompleted, events::StepReturned, events::StepFailed, events::StepRetried,
                 events::Supplemented, events::StepResumed, events::DeferralSettled, events::Corrected,
                 events::StepRecalled, events::NoticeSent, events::StepDelivered, events::StepWithdrawn,
                 events::NewbornDied, events::Withdrawn, events::Closed, events::Erased, events::LookUpAsked,
                 events::LookUpAnswered, events::LookUpVoided, events::DueMoved, events::FamilyAsked,
                 events::DeferralLapsed, events::DeferralReinstated, events::ClockRepaired, events::DeferralGranted>;

struct Event {
  std::uint64_t sequence = 0;  ///< counted from 1 within the case
  DateTime at{};               ///< never before the event that stands before it, except of a repaired clock
  std::string by{};            ///< who or what caused it: an operator's id, a connector's name; nobody's name or number
  EventBody body{};

  friend bool operator==(const Event&, const Event&) = default;
};

/// The name of an event's kind, as in JSON: `step-dispatched`.
std::string_view kind_of(const EventBody& body) noexcept;

}  // namespace birthcase
