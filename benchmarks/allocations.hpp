// Counts what the program takes from the heap.
#pragma once

#include <cstddef>

namespace birthcase::bench {

/// Calls of `operator new` since the program began, from all threads.
std::size_t allocations() noexcept;

}  // namespace birthcase::bench
