// A value that stands for what a person typed: seeds are full of it, and no error and no finding may show it.
#pragma once

#include <string_view>

namespace fuzz {

/// Digits, so that it may stand in texts and as a number; not found in any profile.
inline constexpr std::string_view secret = "7194830265";

/// Whether the secret stands in a key of a JSON text, as far as that can be told of a broken one. A key is a name: an
/// error may quote it.
bool is_in_a_key(std::string_view json);

/// Stops if an answer tells the secret.
void must_not_tell(std::string_view answer);

}  // namespace fuzz
