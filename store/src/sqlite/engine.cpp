#include "sqlite/engine.hpp"

#include "crypto/crypto.hpp"

#include <array>
#include <memory>
#include <new>
#include <sqlite3.h>

namespace birthcase::store::sqlite::engine {
namespace {

constexpr int first_with_strict_tables = 3'037'000;

struct Close {
  void operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }
};

// The number before the first dot; 0 where it is no SQLCipher. Asked of the loaded library: another library with the
// same symbols may have come first.
int version_of_cipher() {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE, nullptr);
  const std::unique_ptr<sqlite3, Close> database(opened);
  if (code != SQLITE_OK) throw std::bad_alloc();
  int version = 0;
  const auto read = [](void* to, int, char** columns, char**) {
    for (const char* digit = columns[0]; digit != nullptr && *digit >= '0' && *digit <= '9'; ++digit) {
      *static_cast<int*>(to) = *static_cast<int*>(to) * 10 + (*digit - '0');
    }
    return 0;
  };
  sqlite3_exec(opened, "PRAGMA cipher_version", read, &version, nullptr);
  return version;
}

#ifndef SQLITE_DBCONFIG_ENABLE_VIEW
// Who reads through a view or in a trigger is named last.
int no_views(void*, int, const char*, const char*, const char*, const char* through) {
  return through == nullptr ? SQLITE_OK : SQLITE_DENY;
}
#endif

#ifdef SQLITE_HAS_CODEC
// `x'…'` with 64 digits: SQLCipher takes these for the key itself, and anything else for a passphrase.
class Spelled {
 public:
  explicit Spelled(const Key& key) noexcept {
    constexpr std::string_view digits = "0123456789abcdef";
    std::size_t place = 0;
    text_[place++] = 'x';
    text_[place++] = '\'';
    for (const unsigned char byte : key.bytes()) {
      text_[place++] = digits[byte >> 4U];
      text_[place++] = digits[byte & 0xfU];
    }
    text_[place] = '\'';
  }
  ~Spelled() { crypto::wipe(text_.data(), text_.size()); }
  Spelled(const Spelled&) = delete;
  Spelled& operator=(const Spelled&) = delete;

  const void* data() const noexcept { return text_.data(); }
  int size() const noexcept { return static_cast<int>(text_.size()); }

 private:
  std::array<char, 2 * Key::size + 3> text_{};
};
#endif

}  // namespace

bool encrypts() {
#ifdef SQLITE_HAS_CODEC
  return version_of_cipher() > 0;
#else
  return false;
#endif
}

bool has_strict_tables() noexcept { return sqlite3_libversion_number() >= first_with_strict_tables; }

std::string without_strict(std::string_view sql) {
  constexpr std::string_view first = " STRICT,";
  constexpr std::string_view alone = " STRICT;";
  std::string text(sql);
  for (auto at = text.find(first); at != std::string::npos; at = text.find(first)) text.erase(at, first.size());
  for (auto at = text.find(alone); at != std::string::npos; at = text.find(alone)) text.erase(at, alone.size() - 1);
  return text;
}

std::string as_taken(std::string_view sql) { return has_strict_tables() ? std::string(sql) : without_strict(sql); }

// A damaged file may hold a schema that was made to do harm; the store has neither triggers nor views.
void disarm(sqlite3* database) noexcept {
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
#ifdef SQLITE_DBCONFIG_DEFENSIVE
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
#endif
#ifdef SQLITE_DBCONFIG_TRUSTED_SCHEMA
  sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
#endif
#ifdef SQLITE_DBCONFIG_ENABLE_VIEW
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
#else
  sqlite3_set_authorizer(database, no_views, nullptr);
#endif
}

int prepare(sqlite3* database, std::string_view sql, sqlite3_stmt** prepared) noexcept {
  const int size = static_cast<int>(sql.size());
#ifdef SQLITE_PREPARE_PERSISTENT
  return sqlite3_prepare_v3(database, sql.data(), size, SQLITE_PREPARE_PERSISTENT, prepared, nullptr);
#else
  return sqlite3_prepare_v2(database, sql.data(), size, prepared, nullptr);
#endif
}

Beginning beginning_of(sqlite3* database) noexcept {
  constexpr std::string_view of_plain_files("SQLite format 3\0", 16);
  sqlite3_file* file = nullptr;
  sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (file == nullptr || file->pMethods == nullptr) return Beginning::empty;
  sqlite3_int64 size = 0;
  if (file->pMethods->xFileSize(file, &size) == SQLITE_OK && size == 0) return Beginning::empty;
  std::array<char, of_plain_files.size()> first{};
  if (file->pMethods->xRead(file, first.data(), static_cast<int>(first.size()), 0) != SQLITE_OK) {
    return Beginning::other;
  }
  return std::string_view(first.data(), first.size()) == of_plain_files ? Beginning::plain : Beginning::other;
}

std::span<const Form> forms() {
  static constexpr Form all[] = {Form::own, Form::of_version_3};
  return std::span(all).first(version_of_cipher() > 3 ? 2 : 1);
}

#ifdef SQLITE_HAS_CODEC
// A page of the cipher is one of the database; older engines would take pages of 1024 bytes.
int unlock(sqlite3* database, const Key& key, Form form) noexcept {
  const Spelled spelled(key);
  if (const int code = sqlite3_key(database, spelled.data(), spelled.size()); code != SQLITE_OK) return code;
  const char* settings = form == Form::of_version_3 ? "PRAGMA cipher_compatibility = 3; PRAGMA cipher_page_size = 4096"
                                                    : "PRAGMA cipher_page_size = 4096";
  if (const int code = sqlite3_exec(database, settings, nullptr, nullptr, nullptr); code != SQLITE_OK) return code;
  return sqlite3_exec(database, "SELECT count(*) FROM sqlite_master", nullptr, nullptr, nullptr);
}
#else
int unlock(sqlite3*, const Key&, Form) noexcept { return SQLITE_ERROR; }
#endif

}  // namespace birthcase::store::sqlite::engine
