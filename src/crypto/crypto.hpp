/// What is taken from a library of cryptography: OpenSSL, or libsodium where birthcase brings its own libraries
/// (`BIRTHCASE_BUNDLED`). Signatures are in the store, by the same library.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace birthcase::crypto {

inline constexpr std::size_t sha256_bytes = 32;

/// SHA-256 (FIPS 180-4). Takes no memory and never fails.
std::array<unsigned char, sha256_bytes> sha256(std::string_view bytes) noexcept;

/// Overwrites a secret; a compiler cannot leave that out.
void wipe(void* secret, std::size_t size) noexcept;

}  // namespace birthcase::crypto
