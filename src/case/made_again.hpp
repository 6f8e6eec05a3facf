// Messages made again from the events that made them: a store that keeps both can compare them.
#pragma once

#include <birthcase/case.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace birthcase::cases {

/// A message, and the event that made it.
struct MadeAgain {
  std::uint64_t sequence = 0;
  Message message{};
  bool in_draft = false;  ///< under the profile of that day, which need not be the one that the case is replayed under
};

/// A case with every message that its events made, as they were made when the events were decided: under the same
/// rules and code tables they are the same to the byte. Once a case's people are forgotten, messages say nothing of
/// them.
struct WithMessages {
  Case state;
  std::vector<MadeAgain> messages{};
};

/// Errors: as `replay`; `unknown_name` for a message about a step or look-up that the case did not have.
Result<WithMessages> replay_with_messages(const Profile& profile, std::span<const Event> events);

}  // namespace birthcase::cases
