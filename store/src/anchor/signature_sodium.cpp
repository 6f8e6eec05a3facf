#include "anchor/signature.hpp"
#include "crypto/crypto.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <sodium.h>
#include <utility>

namespace birthcase::store {

/// The private key as libsodium has it (the seed, then the public key), or the public one and nothing else.
struct Ed25519Key {
  std::array<unsigned char, crypto_sign_ed25519_SECRETKEYBYTES> bytes{};
  ~Ed25519Key() { crypto::wipe(bytes.data(), bytes.size()); }
};

void FreeKey::operator()(Ed25519Key* key) const noexcept { delete key; }

namespace {

constexpr std::size_t longest_pem = 16 * 1024;
constexpr std::size_t base64_size = 88;
constexpr std::size_t key_size = 32;

using Signature = std::array<unsigned char, crypto_sign_ed25519_BYTES>;
using RawKey = std::array<unsigned char, key_size>;

/// What stands before the 32 bytes of a key in DER (RFC 8410).
constexpr std::string_view private_prefix{"\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20", 16};
constexpr std::string_view public_prefix{"\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00", 12};

const unsigned char* as_bytes(std::string_view text) noexcept {
  return reinterpret_cast<const unsigned char*>(text.data());
}

// The Base64 between the two lines of a PEM.
std::optional<std::string_view> body_of(std::string_view pem, std::string_view kind) {
  const std::string begin = "-----BEGIN " + std::string(kind) + "-----";
  const std::string end = "-----END " + std::string(kind) + "-----";
  const auto from = pem.find(begin);
  if (from == std::string_view::npos) return std::nullopt;
  pem.remove_prefix(from + begin.size());
  const auto to = pem.find(end);
  return to == std::string_view::npos ? std::nullopt : std::optional(pem.substr(0, to));
}

std::optional<RawKey> raw_key_in(std::string_view pem, std::string_view kind, std::string_view prefix) {
  if (pem.size() > longest_pem) return std::nullopt;
  const auto body = body_of(pem, kind);
  if (!body) return std::nullopt;
  std::array<unsigned char, 64> der{};
  std::size_t size = 0;
  const bool decoded = sodium_base642bin(der.data(), der.size(), body->data(), body->size(), " \t\r\n", &size, nullptr,
                                         sodium_base64_VARIANT_ORIGINAL) == 0;
  RawKey key{};
  const bool fits = decoded && size == prefix.size() + key.size() &&
                    std::equal(prefix.begin(), prefix.end(), reinterpret_cast<const char*>(der.data()));
  if (fits) std::copy_n(der.begin() + static_cast<std::ptrdiff_t>(prefix.size()), key.size(), key.begin());
  crypto::wipe(der.data(), der.size());
  return fits ? std::optional(key) : std::nullopt;
}

std::string base64(const Signature& bytes) {
  std::array<char, base64_size + 1> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
  return {text.begin(), text.end() - 1};
}

// Nothing, where it is not written as `base64` writes it.
std::optional<Signature> signature_in(std::string_view text) {
  Signature bytes{};
  std::size_t size = 0;
  const bool decoded =
      text.size() == base64_size && sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr,
                                                      &size, nullptr, sodium_base64_VARIANT_ORIGINAL) == 0;
  return decoded && base64(bytes) == text ? std::optional(bytes) : std::nullopt;
}

}  // namespace

Result<SigningKey> private_key_in(std::string_view pem) {
  auto seed = raw_key_in(pem, "PRIVATE KEY", private_prefix);
  if (!seed) return no_private_key();
  SigningKey key(new Ed25519Key);
  RawKey public_half{};
  crypto_sign_ed25519_seed_keypair(public_half.data(), key->bytes.data(), seed->data());
  crypto::wipe(seed->data(), seed->size());
  return key;
}

Result<SigningKey> public_key_in(std::string_view pem) {
  const auto raw = raw_key_in(pem, "PUBLIC KEY", public_prefix);
  if (!raw) return no_public_key();
  SigningKey key(new Ed25519Key);
  std::copy(raw->begin(), raw->end(), key->bytes.begin());
  return key;
}

std::string signature_of(std::string_view text, const Ed25519Key& private_key) {
  Signature bytes{};
  crypto_sign_ed25519_detached(bytes.data(), nullptr, as_bytes(text), text.size(), private_key.bytes.data());
  return base64(bytes);
}

bool is_signature_of(std::string_view text, std::string_view signature, const Ed25519Key& public_key) {
  const auto bytes = signature_in(signature);
  return bytes &&
         crypto_sign_ed25519_verify_detached(bytes->data(), as_bytes(text), text.size(), public_key.bytes.data()) == 0;
}

}  // namespace birthcase::store
