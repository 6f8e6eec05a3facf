// Short texts as numbers: to compare and to hash them without a call.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace birthcase {

/// How many bytes fit into a number.
inline constexpr std::size_t packed_length = 8;

/// The eight bytes at `at`, the first one lowest, on every machine.
inline std::uint64_t packed_at(const char* at) noexcept {
  std::uint64_t bytes = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&bytes, at, packed_length);
  } else {
    for (std::size_t i = packed_length; i-- > 0;) bytes = bytes << 8 | static_cast<unsigned char>(at[i]);
  }
  return bytes;
}

/// A text of up to eight bytes, the first one lowest, and zeros after it.
inline std::uint64_t packed(std::string_view text) noexcept {
  if (text.size() >= packed_length) return packed_at(text.data());
  std::uint64_t bytes = 0;
  for (std::size_t i = text.size(); i-- > 0;) bytes = bytes << 8 | static_cast<unsigned char>(text[i]);
  return bytes;
}

/// Every bit of a number spread over all others: a step of a hash.
constexpr std::uint64_t mixed(std::uint64_t bits) noexcept {
  bits *= 0x9E3779B97F4A7C15U;
  return bits ^ bits >> 32U;
}

}  // namespace birthcase
