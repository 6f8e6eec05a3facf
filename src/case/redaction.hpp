// Free texts that older libraries have kept in the public part of events, and what is left once they are taken out.
#pragma once

#include <birthcase/case.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace birthcase::cases {

/// Whether the public part of an event has texts that are no checked names. Without rules no document and no authority
/// is known to be one.
bool tells_unchecked(const Event& event, const Rules* rules);

/// The event without them: of a correction neither document nor authority is left, and who did it becomes as many `x`
/// as there were bytes where that is no operator's id.
Event redacted(Event event);

/// Who did something, as `redacted` leaves it.
std::string redacted_actor(std::string by);

/// SHA-256 of the public part of an event, each part written as its length in bytes, a colon and the part. Spaces
/// behind `data` do not count.
std::string public_digest(std::uint64_t sequence, std::string_view at, std::string_view by, std::string_view type,
                          std::string_view data);
std::string public_digest(const Event& event);

}  // namespace birthcase::cases
