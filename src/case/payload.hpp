// The message of a step: what its service asks for, and nothing else.
#pragma once

#include <birthcase/case.hpp>

#include <optional>
#include <string>
#include <vector>

namespace birthcase::cases {

/// What a message says about the family.
struct Payload {
  std::vector<NamedFact> fields{};
  std::vector<EvidenceReference> evidence{};
  std::string digest{};  ///< SHA-256 of both
};

/// The step of a plan by its id, or nullptr.
const Step* step_in(const Plan& plan, std::string_view step_id);

/// Whether the service of a step, or the one who delivers its result, must have a field.
bool cannot_do_without(const Plan& plan, const Step& step, FieldId field);

/// What the plan lets this step's department know now, with the documents that it demanded and that are here.
Payload payload_of(const Case& state, const Plan& plan, const Step& step);

/// What the department of a step that is on the route no more has on its form, as the facts are now.
Payload payload_off_route(const Plan& plan, const CaseStep& step);

/// What the step's service cannot do without, and nobody has told, except what an organisation's own data has.
std::vector<Finding> missing_in(const Plan& plan, const Step& step);

/// A message about a step of the case.
Message message_about(const Case& state, const CaseStep& step, MessageKind kind, const DateTime& at);

/// The newborn's own output of a service that would follow from this one, told for all children; nullptr where there is
/// none. The shorthand is accepted from a department, and not asked for beside the newborn's own.
const Field* own_output_of(const Rules& rules, const Service& service, const Field& field);

/// Puts the payload of a request or correction in.
void fill(Message& message, const Plan& plan, const Step& step, Payload payload);

/// Puts the payload of a correction in whose step is on the route no more.
void fill(Message& message, const Plan& plan, Payload payload);

/// Gives the message its digest; nothing may change afterwards.
void seal(Message& message);

}  // namespace birthcase::cases
