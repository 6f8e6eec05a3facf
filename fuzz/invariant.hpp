// What a fuzz target does when the library breaks a promise: it says which one and stops the process.
#pragma once

#include <string_view>

namespace fuzz {

/// Aborts with `promise`, and `detail` where it helps, if the promise does not hold.
void must(bool holds, std::string_view promise, std::string_view detail = {});

/// The same for two texts that have to be equal; shows where they part.
void must_equal(std::string_view left, std::string_view right, std::string_view promise);

}  // namespace fuzz
