#include "written.hpp"

#include <doctest/doctest.h>

#include <map>
#include <sqlite3.h>

namespace birthcase::tests {
namespace {

struct Watched {
  sqlite3_vfs* system = nullptr;
  sqlite3_vfs watching{};
  std::map<const sqlite3_io_methods*, sqlite3_io_methods> methods{};  // ours, by the system's
  std::map<sqlite3_file*, const sqlite3_io_methods*> original{};
  std::string all{};
};
Watched watched;

int write_to(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
  watched.all.append(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
  return watched.original.at(file)->xWrite(file, bytes, size, offset);
}

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* got) {
  const int code = watched.system->xOpen(watched.system, name, file, flags, got);
  if (code != SQLITE_OK) return code;
  auto& ours = watched.methods[file->pMethods];
  ours = *file->pMethods;
  ours.xWrite = write_to;
  watched.original[file] = file->pMethods;
  file->pMethods = &ours;
  return code;
}

}  // namespace

Written::Written() {
  watched = Watched();
  watched.system = sqlite3_vfs_find(nullptr);
  watched.watching = *watched.system;
  watched.watching.zName = "written";
  watched.watching.pNext = nullptr;
  watched.watching.xOpen = open_file;
  REQUIRE(sqlite3_vfs_register(&watched.watching, 1) == SQLITE_OK);
}

Written::~Written() {
  sqlite3_vfs_unregister(&watched.watching);
  sqlite3_vfs_register(watched.system, 1);
}

std::size_t Written::bytes() const noexcept { return watched.all.size(); }

std::vector<std::string> Written::found(const std::vector<std::string>& texts) const {
  std::vector<std::string> found;
  for (const std::string& text : texts) {
    if (watched.all.find(text) != std::string::npos) found.push_back(text);
  }
  return found;
}

}  // namespace birthcase::tests
