// Where the environment says `BIRTHCASE_STORE_TESTS=encrypted`, each file that anything in this program opens is
// encrypted with one key, so that tests which know nothing of keys run on encrypted files.
#include <cstdlib>
#include <sqlite3.h>
#include <string_view>

namespace {

int give_key(sqlite3* database, char**, const void*) {
  constexpr std::string_view key = "x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'";
  const int code = sqlite3_key(database, key.data(), static_cast<int>(key.size()));
  if (code != SQLITE_OK) return code;
  return sqlite3_exec(database, "PRAGMA cipher_page_size = 4096", nullptr, nullptr, nullptr);
}

const bool told = [] {
  const char* where = std::getenv("BIRTHCASE_STORE_TESTS");
  if (where == nullptr || std::string_view(where) != "encrypted") return false;
  return sqlite3_auto_extension(reinterpret_cast<void (*)()>(give_key)) == SQLITE_OK;
}();

}  // namespace
