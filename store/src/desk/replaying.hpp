/// The result of replaying the events of a case, with which a store compares its rows.
#pragma once

#include <birthcase/replayed.hpp>

#include <optional>

namespace birthcase::store {

/// Replays a case under its rules. Its deadlines stand as they do at `now`, or else at its last event. Errors: those of
/// `replay`, and of messages that cannot be made again.
Result<Replayed> replayed(const Stored& stored, const Profile& profile, std::optional<DateTime> now);

}  // namespace birthcase::store
