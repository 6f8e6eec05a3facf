// What stands in this process's memory.
#pragma once

#include <string>
#include <string_view>

namespace birthcase::tests {

/// Turns bytes into others and back, so that what is looked for does not stand in memory itself.
std::string masked(std::string_view bytes);

/// Whether these bytes, given masked, stand anywhere in memory that this process may write to.
bool is_in_memory(std::string_view masked);

}  // namespace birthcase::tests
