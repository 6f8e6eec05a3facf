#include "files.hpp"

#include "cluster.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <unistd.h>

namespace birthcase::tests {

bool on_server() {
  static const bool told = [] {
    const char* where = std::getenv("BIRTHCASE_STORE_TESTS");
    return where != nullptr && std::string_view(where) == "postgresql";
  }();
  return told;
}

Cluster& server() {
  if (const std::string missing = Cluster::missing(); !missing.empty()) {
    std::cout << "PostgreSQL: skipped, " << missing << std::endl;
    ::_exit(0);
  }
  static Cluster cluster;
  return cluster;
}

namespace {

// Emptied ones are taken again: to make one takes longer.
std::vector<std::string> free_databases;

std::string take_database() {
  static unsigned made = 0;
  if (free_databases.empty()) {
    const std::string name = "test_" + std::to_string(++made);
    server().make_database(name);
    return name;
  }
  std::string name = free_databases.back();
  free_databases.pop_back();
  return name;
}

void give_back(const std::string& database) {
  server().empty_database(database);
  free_databases.push_back(database);
}

}  // namespace

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "birthcase-store-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  path_ = name;
}

Folder::~Folder() {
  for (const auto& [name, database] : databases_) give_back(database);
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string Folder::file(std::string_view name) const {
  if (!on_server()) return (path_ / name).string();
  auto known = databases_.find(name);
  if (known == databases_.end()) known = databases_.emplace(name, take_database()).first;
  return server().location(known->second);
}

std::string bytes_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return (std::ostringstream() << stream.rdbuf()).str();
}

namespace {

// What is not there any more still stands in the pages of its table, and of the one beside it for long texts.
void find_old_rows(Raw& raw, const std::string& table, std::vector<std::string>& found) {
  const auto standing = raw.number("SELECT count(*) FROM generate_series(0, pg_relation_size('" + table +
                                   "') / 8192 - 1) page, heap_page_items(get_raw_page('" + table +
                                   "', page::int)) WHERE t_data IS NOT NULL");
  if (standing != raw.number("SELECT count(*) FROM " + table)) found.push_back("old rows in " + table);
}

std::vector<std::string> found_on_server(const std::string& location, const std::vector<std::string>& texts) {
  Raw raw(location);
  raw.run("CREATE EXTENSION IF NOT EXISTS pageinspect SCHEMA public");
  std::vector<std::string> found;
  for (const auto& row : raw.rows("SELECT relname FROM pg_class WHERE relnamespace = 'birthcase'::regnamespace"
                                  " AND relkind = 'r'")) {
    for (const std::string& text : texts) {
      const auto rows =
          raw.number("SELECT count(*) FROM " + row.front() + " each WHERE each::text LIKE '%" + text + "%'");
      if (rows > 0) found.push_back(text + " in " + row.front());
    }
  }
  for (const std::string table : {"personal_texts", "births", "events"}) find_old_rows(raw, table, found);
  find_old_rows(raw, raw.text("SELECT reltoastrelid::regclass FROM pg_class WHERE relname = 'personal_texts'"), found);
  return found;
}

}  // namespace

std::vector<std::string> found_in(const std::string& file, const std::vector<std::string>& texts) {
  if (on_server()) return found_on_server(file, texts);
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

}  // namespace birthcase::tests
