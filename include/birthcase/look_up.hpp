/// Look-ups: asking an organisation for what its data may answer instead of the family.
///
/// A profile's share says who can be asked what, and by which facts. A plan names the look-ups that it counts on; an
/// application carries what became of them. Until one has an answer it is counted on, so that a window without
/// connectors works as well.
#pragma once

#include <birthcase/date.hpp>
#include <birthcase/rules.hpp>
#include <birthcase/value.hpp>
#include <birthcase/why.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase {

/// A fact by its name, with the newborn's place: `mother.name`, `newborns[0].name`.
struct NamedFact {
  std::string fact{};
  Value value{};

  friend bool operator==(const NamedFact&, const NamedFact&) = default;
};

/// The state of a look-up. The order is part of the data formats: new states are added at the end.
enum class LookUpState : std::uint8_t {
  open,           ///< nobody has asked
  asked,          ///< the organisation has been asked
  found,          ///< the organisation has what was looked for
  not_found,      ///< it has nothing: the share counts no more, the family brings the document
  not_available,  ///< it could not be asked: the same
  seen,           ///< an operator has seen it, without a connector
};
std::string_view to_string(LookUpState state) noexcept;

/// Whether it came to nothing.
constexpr bool failed(LookUpState state) noexcept {
  return state == LookUpState::not_found || state == LookUpState::not_available;
}

/// Whether the organisation has what was looked for.
constexpr bool succeeded(LookUpState state) noexcept {
  return state == LookUpState::found || state == LookUpState::seen;
}

/// What became of a look-up, by its names.
struct NamedLookUp {
  std::string id{};                         ///< the share's
  std::uint16_t newborn = FactRef::family;  ///< 0-based, for a look-up of each newborn
  LookUpState state = LookUpState::found;
  std::optional<DateTime> at{};    ///< when the organisation answered, in China's time
  std::string reference{};         ///< the organisation's number for its answer; at most 128 bytes
  std::vector<NamedFact> facts{};  ///< what it found

  friend bool operator==(const NamedLookUp&, const NamedLookUp&) = default;
};

/// A fact that a look-up found.
struct FoundFact {
  FactRef fact;
  Value value;

  friend bool operator==(const FoundFact&, const FoundFact&) = default;
};

/// What became of a look-up, as an application holds it.
struct LookUp {
  ShareId share{};
  std::uint16_t newborn = FactRef::family;
  LookUpState state = LookUpState::open;
  std::optional<DateTime> at{};
  std::string reference{};
  std::vector<FoundFact> facts{};

  friend bool operator==(const LookUp&, const LookUp&) = default;
};

/// A look-up that a plan counts on, or counted on until it failed.
struct PlannedLookUp {
  const DataShare* share = nullptr;
  std::uint16_t newborn = FactRef::family;
  LookUpState state = LookUpState::open;
  const LookUp* noted = nullptr;          ///< what the application says of it, if anything; lives as long as the plan
  std::vector<FactRef> keys{};            ///< by which the organisation is asked, without those that there are not
  std::vector<FactRef> unknown_keys{};    ///< what is not known yet: of these, and of what decides which count
  std::vector<std::uint16_t> fields{};    ///< places in `Plan::form.fields`: what it answers, or would have answered
  std::vector<std::uint16_t> evidence{};  ///< places in `Plan::evidence`
  ServiceSet services{};                  ///< that need what it supplies
  Why why{};
};

/// How a fact became known.
enum class Origin : std::uint8_t {
  unknown,    ///< it is not known
  told,       ///< by the family, or typed at the window
  looked_up,  ///< an organisation's data has it
  issued,     ///< a department yielded it, or ordered its correction
  derived,    ///< it follows from other facts
  hospital,   ///< the hospital's own record
};
std::string_view to_string(Origin origin) noexcept;

/// Where the value of a fact comes from. Texts live as long as the plan that was asked.
struct Provenance {
  Origin origin = Origin::unknown;
  OrganisationId organisation{};    ///< whose data or decision it is
  std::optional<DateTime> at{};     ///< when it was looked up or issued, where that is known
  std::string_view reference{};     ///< looked up: the organisation's number for its answer
  std::string_view message{};       ///< issued: the message that was answered
  const LookUp* look_up = nullptr;  ///< looked up: which
};

/// A fact that a department yielded in this case.
struct IssuedFact {
  FactRef fact;
  OrganisationId organisation{};
  DateTime at{};
  std::string message{};  ///< empty: a correction that it ordered

  friend bool operator==(const IssuedFact&, const IssuedFact&) = default;
};

}  // namespace birthcase
