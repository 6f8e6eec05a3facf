/// Whether the channel that the application came by is open to this family on this day.
#pragma once

#include "plan/situation.hpp"

namespace birthcase::planning {

struct ChannelCheck {
  std::vector<Finding> findings;
  Open open;
};

/// Reads the channel's name.
ChannelCheck check_channel(const Situation& situation, const FactTable& table);

}  // namespace birthcase::planning
