#include <birthcase/digest.hpp>

#include "crypto/crypto.hpp"

namespace birthcase {

std::string sha256(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * crypto::sha256_bytes);
  for (const unsigned char byte : crypto::sha256(bytes)) {
    text += digits[byte >> 4U];
    text += digits[byte & 0xFU];
  }
  return text;
}

}  // namespace birthcase
