// Where the tests of the store keep their cases: in files, or in databases on a server of their own.
#pragma once

#include "raw.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::tests {

class Cluster;

/// Whether this program's tests are to run on a server: where the environment says `BIRTHCASE_STORE_TESTS=postgresql`.
bool on_server();

/// The server. Where there cannot be one, says so and ends this program: its tests are left out.
Cluster& server();

/// A folder of its own that is gone at the end; on a server, databases that are.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  /// A place for a store. On a server an empty database is there from the first time on that it is asked for.
  std::string file(std::string_view name = "births.db") const;
  const std::filesystem::path& path() const noexcept { return path_; }

 private:
  std::filesystem::path path_;
  mutable std::map<std::string, std::string, std::less<>> databases_;  // by the name that was asked for
};

/// The bytes of a file; none if there is no such file.
std::string bytes_of(const std::string& file);

/// Which of these texts stand in a file of SQLite or in the log beside it; on a server, in any row that is there, and
/// whether there are rows that were overwritten or deleted and not removed yet.
std::vector<std::string> found_in(const std::string& file, const std::vector<std::string>& texts);

}  // namespace birthcase::tests
