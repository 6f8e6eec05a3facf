#include "power.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <sqlite3.h>

namespace birthcase::tests {
namespace {

namespace fs = std::filesystem;

// SQLite's callbacks have no other place for what they need.
struct Watched {
  sqlite3_vfs* system = nullptr;
  sqlite3_vfs watching{};
  std::map<const sqlite3_io_methods*, sqlite3_io_methods> methods{};  // ours, by the system's
  std::map<sqlite3_file*, const sqlite3_io_methods*> original{};
  std::map<sqlite3_file*, std::string> paths{};
  fs::path of{};
  fs::path into{};
  unsigned syncs = 0;
};
Watched watched;

int sync_file(sqlite3_file* file, int flags) {
  const int code = watched.original.at(file)->xSync(file, flags);
  if (code != SQLITE_OK) return code;
  ++watched.syncs;
  const fs::path path = watched.paths.at(file);
  fs::copy_file(path, watched.into / path.filename(), fs::copy_options::overwrite_existing);
  return code;
}

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* got) {
  const int code = watched.system->xOpen(watched.system, name, file, flags, got);
  if (code != SQLITE_OK || name == nullptr || fs::path(name).parent_path() != watched.of) return code;
  auto& ours = watched.methods[file->pMethods];
  ours = *file->pMethods;
  ours.xSync = sync_file;
  watched.original[file] = file->pMethods;
  watched.paths[file] = name;
  file->pMethods = &ours;
  return code;
}

}  // namespace

PowerFailure::PowerFailure(const std::string& of, const std::string& into) {
  watched.system = sqlite3_vfs_find(nullptr);
  watched.watching = *watched.system;
  watched.watching.zName = "watching";
  watched.watching.pNext = nullptr;
  watched.watching.xOpen = open_file;
  watched.of = of;
  watched.into = into;
  watched.syncs = 0;
  REQUIRE(sqlite3_vfs_register(&watched.watching, 1) == SQLITE_OK);
}

PowerFailure::~PowerFailure() {
  sqlite3_vfs_unregister(&watched.watching);
  sqlite3_vfs_register(watched.system, 1);
  watched.original.clear();
  watched.paths.clear();
}

unsigned PowerFailure::syncs() const noexcept { return watched.syncs; }

}  // namespace birthcase::tests
