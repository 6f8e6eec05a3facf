// Names of facts, steps and documents in a case, and the plan that an accepted case goes by.
#pragma once

#include <birthcase/case.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace birthcase::cases {

/// The method of a delivery rule that says: there is no document.
inline constexpr std::string_view no_delivery = "none";

/// The fact that a newborn's death makes false.
inline constexpr std::string_view alive_fact = "newborn.alive";

/// `hukou-registration#1`
std::string step_id(const Service& service, std::uint16_t newborn);

/// Whether a step's id is this service's, for this newborn or whatever newborn where it is the family.
bool is_step_of(std::string_view step, std::string_view service, std::uint16_t newborn) noexcept;

/// The service of this id, or nullptr.
const Service* service_named(const Rules& rules, std::string_view id) noexcept;

/// The organisation of this id, or nullptr.
const Organisation* organisation_named(const Rules& rules, std::string_view id) noexcept;

/// The plan of an application that was accepted at a moment: its promises count from there.
Plan plan_accepted(const Profile& profile, const Application& application, const DateTime& accepted_at);

/// A fact as it was told, not as it may follow from others.
const Value& given(const Application& application, FactRef fact) noexcept;

/// Puts a fact by its name, as in `newborns[0].name`. Errors: as `Application::put`, the path being the fact's.
Result<void> put(Application& application, const NamedFact& fact);

/// Puts several facts. Errors: as above; `contradiction` for a fact that stands there twice. After an error some are
/// put.
Result<void> put(Application& application, const std::vector<NamedFact>& facts);

/// The facts that some names mean; names of no fact are left out.
std::vector<FactRef> facts_named(const Profile& profile, const std::vector<NamedFact>& facts);

/// Notes a document by its names. Errors: as `Application::hand_in`.
Result<void> hand_in(Application& application, const NamedDocument& document);

/// A document of a plan by its names.
NamedDocument named(const Rules& rules, const EvidenceItem& item);

/// Whether a named document is this item of a plan; one without a holder is anybody's.
bool is_named(const Rules& rules, const EvidenceItem& item, std::string_view type, std::string_view holder,
              std::uint16_t newborn) noexcept;

/// Whether a document that may leave out whose it is means another, which says it.
inline bool means(const NamedDocument& loose, std::string_view type, std::string_view holder,
                  std::uint16_t newborn) noexcept {
  const bool same_holder = loose.holder.empty() || loose.holder == holder;
  const bool same_newborn = loose.newborn == FactRef::family || loose.newborn == newborn;
  return loose.type == type && same_holder && same_newborn;
}

/// Whether a document that was given is the one that is wanted, in the manner that is wanted or a better one: a copy is
/// no original, a scan no copy.
inline bool satisfies(const NamedDocument& given, const NamedDocument& wanted) noexcept {
  return given.as <= wanted.as && means(wanted, given.type, given.holder, given.newborn);
}

/// Whether an id can be a case's: 1 to 64 letters, digits, `.`, `_` and `-`.
bool is_case_id(std::string_view id) noexcept;

/// Whether an id can be given to a new case: a case's id in which nobody's ID number or mobile number stands.
bool may_name_new_case(std::string_view id) noexcept;

/// Whether a text can name who did something: 1 to 64 letters and digits of ASCII, `-`, `_`, `.` and `@`, without a
/// number of 11 or more digits (whatever signs divide it), which may be an ID or telephone number.
bool is_actor(std::string_view by) noexcept;

/// Whether the profile has a document of this type.
bool is_document_of(const Rules& rules, std::string_view id) noexcept;

/// Whether the profile has this organisation.
bool is_organisation_of(const Rules& rules, std::string_view id) noexcept;

}  // namespace birthcase::cases
