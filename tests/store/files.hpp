// Files for the tests of the store, and SQLite without the store in between.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace birthcase::tests {

/// A folder of its own that is gone at the end.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string file(std::string_view name = "births.db") const { return (path_ / name).string(); }
  const std::filesystem::path& path() const noexcept { return path_; }

 private:
  std::filesystem::path path_;
};

/// The bytes of a file; none if there is no such file.
std::string bytes_of(const std::string& file);

/// Which of these texts stand in a file of SQLite or in the log beside it.
std::vector<std::string> found_in(const std::string& file, const std::vector<std::string>& texts);

/// A file of SQLite as anybody can open it.
class Raw {
 public:
  explicit Raw(const std::string& file);
  ~Raw();
  Raw(const Raw&) = delete;
  Raw& operator=(const Raw&) = delete;

  /// Runs statements; fails the test where they do not run.
  void run(const std::string& sql);
  std::int64_t number(const std::string& sql);
  std::string text(const std::string& sql);

 private:
  sqlite3* database_ = nullptr;
};

}  // namespace birthcase::tests
