/// "Did you mean …?"
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace birthcase::feel {

/// `; did you mean "…"?` with the candidate nearest to `written`, or nothing if none is near.
std::string suggestion(std::string_view written, std::span<const std::string> candidates);

}  // namespace birthcase::feel
