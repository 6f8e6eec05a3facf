#include "files.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sqlite3.h>
#include <sstream>

namespace birthcase::tests {

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "birthcase-store-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string bytes_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return (std::ostringstream() << stream.rdbuf()).str();
}

std::vector<std::string> found_in(const std::string& file, const std::vector<std::string>& texts) {
  std::vector<std::string> found;
  for (const std::string_view ending : {"", "-wal", "-journal", "-shm"}) {
    const std::string bytes = bytes_of(file + std::string(ending));
    for (const std::string& text : texts) {
      if (bytes.find(text) != std::string::npos)
        found.push_back(text + " in " + (ending.empty() ? "file" : std::string(ending)));
    }
  }
  return found;
}

Raw::Raw(const std::string& file) {
  REQUIRE(sqlite3_open(file.c_str(), &database_) == SQLITE_OK);
  sqlite3_busy_timeout(database_, 10'000);
}

Raw::~Raw() { sqlite3_close(database_); }

void Raw::run(const std::string& sql) {
  char* said = nullptr;
  const int code = sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, &said);
  const std::string message = said == nullptr ? "" : said;
  sqlite3_free(said);
  REQUIRE_MESSAGE(code == SQLITE_OK, sql, ": ", message);
}

std::string Raw::text(const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  REQUIRE_MESSAGE(sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK, sql, ": ",
                  sqlite3_errmsg(database_));
  std::string text;
  if (sqlite3_step(statement) == SQLITE_ROW) {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, 0));
    if (bytes != nullptr) text.assign(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, 0)));
  }
  sqlite3_finalize(statement);
  return text;
}

std::int64_t Raw::number(const std::string& sql) { return std::stoll(text("SELECT CAST((" + sql + ") AS TEXT)")); }

}  // namespace birthcase::tests
