#include "crypto/crypto.hpp"

#include <sodium.h>

namespace birthcase::crypto {

std::array<unsigned char, sha256_bytes> sha256(std::string_view bytes) noexcept {
  std::array<unsigned char, sha256_bytes> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return digest;
}

void wipe(void* secret, std::size_t size) noexcept { sodium_memzero(secret, size); }

}  // namespace birthcase::crypto
