/// Stores in files that are encrypted at rest, where this library was built with SQLCipher.
///
/// ```cpp
/// auto key = birthcase::store::Key::from(bytes).value();  // 32 bytes, of `openssl rand 32`
/// auto store = birthcase::store::open_encrypted("births.db", key).value();
/// ```
#pragma once

#include <birthcase/result.hpp>
#include <birthcase/store.hpp>

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace birthcase::store {

/// The key of a file: 32 random bytes, used as they are. It is not a passphrase: no key is derived from it, so that
/// opening a file costs no time, and its choice decides all of its strength. Its bytes are overwritten when it
/// ends.
class Key {
 public:
  static constexpr std::size_t size = 32;

  /// Copies the bytes; the caller must overwrite the original. Errors: `out_of_range` unless there are 32.
  static Result<Key> from(std::string_view bytes);

  Key(const Key&) = default;
  Key& operator=(const Key&) = default;
  ~Key();

  std::span<const unsigned char, size> bytes() const noexcept { return bytes_; }

 private:
  Key() = default;

  std::array<unsigned char, size> bytes_{};
};

/// Whether this library can encrypt: it was built with SQLCipher (`BIRTHCASE_SQLCIPHER`), and that is what is loaded.
bool can_encrypt();

/// As `open`, for a file that is encrypted with this key: pages, write-ahead log and journal. A new file is made so.
/// Nothing is ever written in clear, and nothing of a file that is refused is changed. Errors: those of `open_sqlite`;
/// `refused` for another key than the file's, for a file that is not encrypted, for a location on a server, and where
/// this library cannot encrypt.
Result<std::unique_ptr<Store>> open_encrypted(const std::string& location, const Key& key,
                                              Mode mode = Mode::read_write);

}  // namespace birthcase::store
