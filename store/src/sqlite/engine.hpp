/// What the engine that reads and writes the files can do. It is SQLite, or SQLCipher with a SQLite within that may be
/// much older (Debian 12: 3.15). Nothing else asks which it is.
#pragma once

#include <birthcase/encryption.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace birthcase::store::sqlite::engine {

/// Whether it is SQLCipher.
bool encrypts();

/// Whether it knows STRICT tables (from SQLite 3.37 on).
bool has_strict_tables() noexcept;

/// The statements of a schema without `STRICT`, as an engine takes them that does not know it.
std::string without_strict(std::string_view sql);

/// The statements of a schema as this engine takes them.
std::string as_taken(std::string_view sql);

/// Keeps what somebody planted in a file from acting: triggers, views, functions in the schema.
void disarm(sqlite3* database) noexcept;

/// Prepares one statement that is kept for long. Answers with SQLite's code.
int prepare(sqlite3* database, std::string_view sql, sqlite3_stmt** prepared) noexcept;

/// What the first bytes of an open file say, as they stand on the disk.
enum class Beginning : std::uint8_t {
  empty,
  plain,  ///< a database that is not encrypted
  other,  ///< encrypted, or no database
};
Beginning beginning_of(sqlite3* database) noexcept;

/// The ways in which pages can be encrypted: this engine's own, then those of older ones.
enum class Form : std::uint8_t { own, of_version_3 };
std::span<const Form> forms();

/// Gives a file that was just opened its key, and reads its first page. Answers with SQLite's code: SQLITE_NOTADB for
/// another key, another form, or a file that is not encrypted.
int unlock(sqlite3* database, const Key& key, Form form) noexcept;

}  // namespace birthcase::store::sqlite::engine
