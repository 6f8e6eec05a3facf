/// The digest that names rules and messages and chains the events of a store: SHA-256, in hexadecimal.
#pragma once

#include <string>
#include <string_view>

namespace birthcase {

/// The SHA-256 (FIPS 180-4) of some bytes, as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace birthcase
