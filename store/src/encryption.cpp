#include <birthcase/encryption.hpp>

#include "crypto/crypto.hpp"
#include "sqlite/open.hpp"

#include <algorithm>

namespace birthcase::store {

Result<Key> Key::from(std::string_view bytes) {
  if (bytes.size() != size) {
    return Error{.kind = ErrorKind::out_of_range,
                 .message = "a key has 32 bytes, and not one more: make one with `openssl rand 32`"};
  }
  Key key;
  std::copy(bytes.begin(), bytes.end(), key.bytes_.begin());
  return key;
}

Key::~Key() { crypto::wipe(bytes_.data(), bytes_.size()); }

Result<std::unique_ptr<Store>> open_encrypted(const std::string& location, const Key& key, Mode mode) {
  if (!is_on_server(location)) return sqlite::open(location, mode, &key);
  return Error{.kind = ErrorKind::refused,
               .message = "a key encrypts a file; on a server encrypt the disk and the backups, and give no key",
               .document = "postgresql://"};
}

}  // namespace birthcase::store
