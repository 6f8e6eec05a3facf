// The EVP functions, which OpenSSL recommends instead, take memory and set up the whole process at the first call: if
// memory runs out then, OpenSSL 3.0 crashes or refuses for ever after, the host's own calls included. The functions
// used here only compute and never fail.
#define OPENSSL_SUPPRESS_DEPRECATED

#include <birthcase/digest.hpp>

#include <openssl/sha.h>

#include <array>

namespace birthcase {

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256_CTX state;
  SHA256_Init(&state);
  SHA256_Update(&state, bytes.data(), bytes.size());
  SHA256_Final(digest.data(), &state);

  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    text += digits[byte >> 4U];
    text += digits[byte & 0xFU];
  }
  return text;
}

}  // namespace birthcase
