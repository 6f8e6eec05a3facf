// Traditional characters as simplified ones.
#pragma once

#include <string>
#include <string_view>

namespace birthcase::text {

/// A text with each traditional character as CLDR's transform `Traditional-Simplified` has it alone: what stands beside
/// it would decide which simplified one that takes, and in a name it says nothing.
/// @param text UTF-8
std::string simplified(std::string_view text);

}  // namespace birthcase::text
