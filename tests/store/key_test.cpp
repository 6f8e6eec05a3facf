// Keys as such, and what a library says about them that cannot use them.
#include <birthcase/encryption.hpp>

#include "files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <new>
#include <string>

using namespace birthcase;
using namespace birthcase::tests;

TEST_CASE("a key has 32 bytes, whichever they are") {
  const std::string bytes("\0\xff key of 32 bytes, with a NUL", 32);
  const auto key = store::Key::from(bytes);
  REQUIRE(key.has_value());
  CHECK(std::string(key->bytes().begin(), key->bytes().end()) == bytes);
  for (const std::size_t size : {0, 1, 31, 33, 64}) {
    const auto refused = store::Key::from(std::string(size, 'k'));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == ErrorKind::out_of_range);
  }
}

TEST_CASE("the bytes of a key are overwritten when it ends") {
  alignas(store::Key) unsigned char place[sizeof(store::Key)];
  auto* key = new (place) store::Key(store::Key::from(std::string(32, 'k')).value());
  REQUIRE(std::count(std::begin(place), std::end(place), 'k') == 32);
  key->~Key();
  CHECK(std::count(std::begin(place), std::end(place), 'k') == 0);
}

TEST_CASE("a key for a store on a server is refused, with what to do instead") {
  const auto key = store::Key::from(std::string(32, 'k')).value();
  const auto refused = store::open_encrypted("postgresql://somebody:secret@localhost/births", key);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().kind == ErrorKind::refused);
  CHECK(refused.error().message.find("encrypt the disk") != std::string::npos);
  CHECK(refused.error().document == "postgresql://");
}

TEST_CASE("a library that cannot encrypt refuses a key, and makes no file") {
  if (store::can_encrypt()) return;  // then encrypted_test.cpp says what a key does
  const Folder folder;
  const auto key = store::Key::from(std::string(32, 'k')).value();
  for (const store::Mode mode : {store::Mode::read_write, store::Mode::read_only}) {
    const auto refused = store::open_encrypted(folder.file(), key, mode);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == ErrorKind::refused);
    CHECK(refused.error().message.find("BIRTHCASE_SQLCIPHER") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder.file()));
  }
}
