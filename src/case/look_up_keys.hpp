// The query of a look-up: by which facts the organisation is asked, and for what.
#pragma once

#include <birthcase/case.hpp>

#include <string>
#include <vector>

namespace birthcase::cases {

/// The look-up of a plan by its share's id and newborn, or nullptr. The only newborn's, where none is named.
const PlannedLookUp* look_up_in(const Plan& plan, std::string_view share, std::uint16_t newborn) noexcept;

/// The keys that are known, with their values.
std::vector<NamedFact> keys_of(const Plan& plan, const PlannedLookUp& look_up);

/// What an organisation is told when it is asked: the keys, and what is wanted. Not sealed.
Message query_about(const Case& state, const Plan& plan, const PlannedLookUp& look_up, const DateTime& at);

/// Tells the organisation that it need not look any more. Not sealed.
Message cancellation_of(const Case& state, const SentMessage& query, const LookUp& look_up, const DateTime& at);

/// SHA-256 of what a query says about the family.
std::string digest_of(const Message& query);

}  // namespace birthcase::cases
