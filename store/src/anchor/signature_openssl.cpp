#include "anchor/signature.hpp"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <algorithm>
#include <array>
#include <new>
#include <optional>
#include <utility>

namespace birthcase::store {

struct FreeEvpKey {
  void operator()(EVP_PKEY* key) const noexcept { EVP_PKEY_free(key); }
};
struct Ed25519Key {
  std::unique_ptr<EVP_PKEY, FreeEvpKey> evp;
};

void FreeKey::operator()(Ed25519Key* key) const noexcept { delete key; }

namespace {

constexpr std::size_t longest_pem = 16 * 1024;
constexpr std::size_t signature_bytes = 64;
constexpr std::size_t base64_bytes = 88;

using Bytes = std::array<unsigned char, signature_bytes>;

struct FreeBio {
  void operator()(BIO* bio) const noexcept { BIO_free(bio); }
};
struct FreeContext {
  void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
};

// What OpenSSL notes about a failure of ours is not for the host to find.
class OwnErrors {
 public:
  OwnErrors() { ERR_set_mark(); }
  ~OwnErrors() { ERR_pop_to_mark(); }
  OwnErrors(const OwnErrors&) = delete;
  OwnErrors& operator=(const OwnErrors&) = delete;
};

// Otherwise OpenSSL asks at the terminal.
int no_password(char*, int, int, void*) { return -1; }

template <class Read>
SigningKey key_in(std::string_view pem, Read read) {
  if (pem.size() > longest_pem) return nullptr;
  const OwnErrors own_errors;
  const std::unique_ptr<BIO, FreeBio> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  if (!bio) throw std::bad_alloc();
  std::unique_ptr<EVP_PKEY, FreeEvpKey> key(read(bio.get(), nullptr, no_password, nullptr));
  if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_ED25519) return nullptr;
  return SigningKey(new Ed25519Key{std::move(key)});
}

std::unique_ptr<EVP_MD_CTX, FreeContext> new_context() {
  std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
  if (!context) throw std::bad_alloc();
  return context;
}

const unsigned char* bytes_in(std::string_view text) noexcept {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string base64(const Bytes& bytes) {
  std::array<unsigned char, base64_bytes + 1> text{};
  EVP_EncodeBlock(text.data(), bytes.data(), static_cast<int>(bytes.size()));
  return {text.begin(), text.end() - 1};
}

// Nothing, where it is not written as `base64` writes it.
std::optional<Bytes> from_base64(std::string_view text) {
  if (text.size() != base64_bytes) return std::nullopt;
  const OwnErrors own_errors;
  std::array<unsigned char, base64_bytes> decoded{};
  if (EVP_DecodeBlock(decoded.data(), bytes_in(text), static_cast<int>(text.size())) < 0) return std::nullopt;
  Bytes bytes{};
  std::copy_n(decoded.begin(), bytes.size(), bytes.begin());
  return base64(bytes) == text ? std::optional(bytes) : std::nullopt;
}

}  // namespace

Result<SigningKey> private_key_in(std::string_view pem) {
  auto key = key_in(pem, PEM_read_bio_PrivateKey);
  return key ? Result<SigningKey>(std::move(key)) : no_private_key();
}

Result<SigningKey> public_key_in(std::string_view pem) {
  auto key = key_in(pem, PEM_read_bio_PUBKEY);
  return key ? Result<SigningKey>(std::move(key)) : no_public_key();
}

std::string signature_of(std::string_view text, const Ed25519Key& private_key) {
  const OwnErrors own_errors;
  const auto context = new_context();
  Bytes bytes{};
  std::size_t size = bytes.size();
  const bool done = EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, private_key.evp.get()) == 1 &&
                    EVP_DigestSign(context.get(), bytes.data(), &size, bytes_in(text), text.size()) == 1;
  if (!done) throw std::bad_alloc();  // with a key that was read there is no other reason
  return base64(bytes);
}

bool is_signature_of(std::string_view text, std::string_view signature, const Ed25519Key& public_key) {
  const auto bytes = from_base64(signature);
  if (!bytes) return false;
  const OwnErrors own_errors;
  const auto context = new_context();
  if (EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, public_key.evp.get()) != 1) throw std::bad_alloc();
  return EVP_DigestVerify(context.get(), bytes->data(), bytes->size(), bytes_in(text), text.size()) == 1;
}

}  // namespace birthcase::store
