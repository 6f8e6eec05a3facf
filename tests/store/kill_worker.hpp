// The process that is killed: births at a desk, and a connector that carries their messages.
#pragma once

#include <cstdint>
#include <string>

namespace birthcase::tests {

/// Works on a file until it is killed, or so long as there is something to carry if `finish` is set. Tells, each after
/// the call has returned:
///
///     kept CASE VERSION DIGEST     an outcome, with a digest of its last event
///     sent MESSAGE DIGEST          a message that was leased and carried, with a digest of its body
///     acked MESSAGE                its acknowledgement
///     failed WHAT                  what must not happen
int work_until_killed(const std::string& file, std::uint32_t seed, bool finish);

/// The digest of an event by which parent and child speak of it: of what an erasure leaves.
std::string digest_of_event(std::string_view type, std::string_view data);

}  // namespace birthcase::tests
