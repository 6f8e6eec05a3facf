/// Signatures of notes: Ed25519 (RFC 8032), by OpenSSL.
#pragma once

#include <birthcase/result.hpp>

#include <openssl/evp.h>

#include <memory>
#include <string>
#include <string_view>

namespace birthcase::store {

struct FreeKey {
  void operator()(EVP_PKEY* key) const noexcept { EVP_PKEY_free(key); }
};
using SigningKey = std::unique_ptr<EVP_PKEY, FreeKey>;

/// A key in PEM. Errors: `syntax`, where it is no Ed25519 key of that kind or has a password.
Result<SigningKey> private_key_in(std::string_view pem);
Result<SigningKey> public_key_in(std::string_view pem);

/// A text's signature in Base64.
std::string signature_of(std::string_view text, EVP_PKEY& private_key);

/// Whether this is a text's signature, written as `signature_of` writes it.
bool is_signature_of(std::string_view text, std::string_view signature, EVP_PKEY& public_key);

}  // namespace birthcase::store
