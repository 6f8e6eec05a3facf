// Whether the file's tables are as the migrations make them.
#include "sqlite/connection.hpp"
#include "sqlite/engine.hpp"
#include "sqlite/error.hpp"
#include "sqlite/schema.hpp"

#include <map>
#include <new>
#include <sqlite3.h>
#include <string>
#include <utility>

namespace birthcase::store::sqlite {
namespace {

using Schema = std::map<std::string, std::string>;  // what there is, `table cases`, and the statement that makes it

constexpr const char* everything =
    "SELECT type || ' ' || name || CASE type WHEN 'table' THEN '' ELSE ' on ' || tbl_name END, coalesce(sql, '')"
    " FROM sqlite_master WHERE name NOT LIKE 'sqlite!_stat%' ESCAPE '!'";

// Statements are kept as they were typed; how they were laid out counts for nothing.
std::string without_spaces(std::string_view sql) {
  std::string text;
  for (const char character : sql) {
    if (character != ' ' && character != '\n' && character != '\t' && character != '\r') text += character;
  }
  return text;
}

// Of a statement without spaces.
std::string without_strict(std::string sql) {
  for (const std::string_view ending : {")STRICT,", ")STRICT"}) {
    if (const auto at = sql.rfind(ending); at != std::string::npos) sql.erase(at + 1, ending.size() - 1);
  }
  return sql;
}

int add_row(void* schema, int, char** columns, char**) {
  try {
    static_cast<Schema*>(schema)->emplace(columns[0] == nullptr ? "" : columns[0],
                                          without_spaces(columns[1] == nullptr ? "" : columns[1]));
    return 0;
  } catch (...) {
    return 1;
  }
}

Result<Schema> schema_of(sqlite3* database, const std::string& name) {
  Schema schema;
  const int code = sqlite3_exec(database, everything, add_row, &schema, nullptr);
  if (code == SQLITE_ABORT) throw std::bad_alloc();
  if (code != SQLITE_OK) return error_of(code, sqlite3_errmsg(database), name);
  return schema;
}

struct Close {
  void operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }
};

// Of a store that was made just now, in memory.
Result<Schema> schema_as_made(const std::string& name) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE, nullptr);
  const std::unique_ptr<sqlite3, Close> database(opened);
  if (opened == nullptr) throw std::bad_alloc();
  if (code != SQLITE_OK) return error_of(code, sqlite3_errmsg(opened), name);
  for (const char* migration : migrations()) {
    const int made = sqlite3_exec(opened, engine::as_taken(migration).c_str(), nullptr, nullptr, nullptr);
    if (made != SQLITE_OK) return error_of(made, sqlite3_errmsg(opened), name);
  }
  return schema_of(opened, name);
}

// A file that an older SQLCipher began goes on without STRICT under a newer one: nobody without its key has changed it.
bool is_as_made(const std::string& kept, const std::string& made) {
  return kept == made || (engine::encrypts() && kept == without_strict(made));
}

// A name that somebody planted is shown only as far as it can be one of ours.
std::string shown(std::string_view thing) {
  for (const char character : thing) {
    const bool plain = (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') ||
                       character == '_' || character == ' ';
    if (!plain) return std::string(thing.substr(0, thing.find(' '))) + " of another name";
  }
  return std::string(thing);
}

}  // namespace

Result<void> Connection::check_schema(std::vector<Break>& breaks) {
  const auto made = schema_as_made(file_);
  if (!made) return made.error();
  const auto kept = schema_of(handle(), file_);
  if (!kept) return kept.error();
  for (const auto& [thing, sql] : *made) {
    const auto found = kept->find(thing);
    if (found == kept->end()) breaks.push_back({{}, 0, "the schema lacks: " + thing, "schema"});
    if (found != kept->end() && !is_as_made(found->second, sql)) {
      breaks.push_back({{}, 0, "expected to be as this library makes it: " + thing, "schema"});
    }
  }
  for (const auto& [thing, sql] : *kept) {
    if (!made->contains(thing)) {
      breaks.push_back({{}, 0, "the schema has what this library does not make: " + shown(thing), "schema"});
    }
  }
  return {};
}

}  // namespace birthcase::store::sqlite
