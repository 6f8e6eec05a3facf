// The EVP functions, which OpenSSL recommends instead, take memory and set up the whole process at the first call: if
// memory runs out then, OpenSSL 3.0 crashes or refuses for ever after, the host's own calls included. The functions
// used here only compute and never fail.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "crypto/crypto.hpp"

#include <openssl/crypto.h>
#include <openssl/sha.h>

namespace birthcase::crypto {

std::array<unsigned char, sha256_bytes> sha256(std::string_view bytes) noexcept {
  std::array<unsigned char, sha256_bytes> digest{};
  SHA256_CTX state;
  SHA256_Init(&state);
  SHA256_Update(&state, bytes.data(), bytes.size());
  SHA256_Final(digest.data(), &state);
  return digest;
}

void wipe(void* secret, std::size_t size) noexcept { OPENSSL_cleanse(secret, size); }

}  // namespace birthcase::crypto
