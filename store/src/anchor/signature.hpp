/// Signatures of notes: Ed25519 (RFC 8032), by OpenSSL, or by libsodium where birthcase brings its own libraries.
#pragma once

#include <birthcase/result.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace birthcase::store {

struct Ed25519Key;  // as the library has it
struct FreeKey {
  void operator()(Ed25519Key* key) const noexcept;
};
using SigningKey = std::unique_ptr<Ed25519Key, FreeKey>;

/// A key in PEM. Errors: `syntax`, where it is no Ed25519 key of that kind or has a password.
Result<SigningKey> private_key_in(std::string_view pem);
Result<SigningKey> public_key_in(std::string_view pem);

/// A text's signature in Base64.
std::string signature_of(std::string_view text, const Ed25519Key& private_key);

/// Whether this is a text's signature, written as `signature_of` writes it.
bool is_signature_of(std::string_view text, std::string_view signature, const Ed25519Key& public_key);

/// The error about a PEM that `private_key_in` or `public_key_in` does not take.
Error no_private_key();
Error no_public_key();

}  // namespace birthcase::store
