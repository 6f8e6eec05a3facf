/// What goes from a case to a department: the data of one service for one step, and nothing else.
#pragma once

#include <birthcase/application.hpp>
#include <birthcase/calendar.hpp>
#include <birthcase/evidence.hpp>
#include <birthcase/look_up.hpp>
#include <birthcase/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase {

/// A document by its names, as it was handed in.
struct NamedDocument {
  std::string type{};
  std::string holder{};                     ///< empty where the document has none
  std::uint16_t newborn = FactRef::family;  ///< 0-based, for documents of a newborn
  HandedInAs as = HandedInAs::original;

  friend bool operator==(const NamedDocument&, const NamedDocument&) = default;
};

/// A document that a message refers to: which one, and where the department finds it.
struct EvidenceReference {
  std::string type{};
  std::string holder{};
  std::uint16_t newborn = FactRef::family;
  EvidenceStatus status = EvidenceStatus::bring;  ///< brought, or where it is
  std::optional<HandedInAs> as{};                 ///< how the window has it, if it has

  friend bool operator==(const EvidenceReference&, const EvidenceReference&) = default;
};

enum class MessageKind : std::uint8_t {
  request,       ///< do this service; answer with its outputs
  correction,    ///< facts that you worked with have been corrected
  cancellation,  ///< stop
  query,         ///< look this up and answer with what is found
  withdrawal,    ///< the family has withdrawn the case; what you have done stays and is handed out
  death,         ///< the newborn that you have worked for has died
  deadline,      ///< your deadline has been counted again
};
std::string_view to_string(MessageKind kind) noexcept;

/// What a look-up said about something that a message holds.
struct LookUpReference {
  std::string id{};  ///< the share's
  std::uint16_t newborn = FactRef::family;
  std::string organisation{};
  LookUpState state = LookUpState::open;
  std::optional<DateTime> at{};
  std::string reference{};

  friend bool operator==(const LookUpReference&, const LookUpReference&) = default;
};

/// How a fact of a message became known.
struct FactOrigin {
  std::string fact{};
  Origin origin = Origin::unknown;
  std::string organisation{};    ///< looked up, issued, the hospital's: whose
  std::optional<DateTime> at{};  ///< when it was looked up or issued
  std::string reference{};       ///< the organisation's number for its answer, or the message that it answered

  friend bool operator==(const FactOrigin&, const FactOrigin&) = default;
};

/// One message to one organisation, about one step or one look-up.
struct Message {
  std::string id{};  ///< `CASE:STEP:NUMBER` or `CASE:LOOK-UP:NUMBER`; the same for every attempt to carry it
  MessageKind kind = MessageKind::request;
  std::string case_id{};
  std::string step{};
  std::string service{};
  std::uint16_t newborn = FactRef::family;
  std::string organisation{};                 ///< who decides
  std::string operated_by{};                  ///< who stands at the window, if that is known
  DateTime at{};                              ///< when it was made
  std::string replaces{};                     ///< the message that it makes void; empty if none
  std::vector<NamedFact> fields{};            ///< what the service's form asks and is known, in the form's order
  std::vector<EvidenceReference> evidence{};  ///< the documents that the service requires; of a query: wanted
  std::vector<std::string> outputs{};         ///< the facts to answer with
  std::optional<Due> answer_by{};             ///< when the step is due, if that can be known
  std::string look_up{};                      ///< a query, or its cancellation: `yiwu/hukou-shared#1`, and no step
  std::vector<FactOrigin> provenance{};       ///< of the fields, in their order
  std::vector<LookUpReference> look_ups{};    ///< of the fields and documents
  std::string digest{};                       ///< SHA-256 of the message's JSON without this member

  friend bool operator==(const Message&, const Message&) = default;
};

}  // namespace birthcase
