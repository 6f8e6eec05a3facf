// A server of PostgreSQL of the tests' own: made, started, killed and gone at the end.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace birthcase::tests {

/// Listens in a folder of its own only, and lets in whoever may enter that folder. Where this user is root the server
/// runs as `postgres`, since it refuses to run as root; it ends with this program.
class Cluster {
 public:
  /// Why there cannot be one here; empty if there can.
  static std::string missing();

  /// `durable`: what it keeps survives a power failure, for which each commit waits for the disk.
  explicit Cluster(bool durable = false);
  ~Cluster();
  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;

  /// Makes an empty database; says where it is.
  std::string make_database(const std::string& name);
  std::string location(std::string_view database) const;

  /// Makes a database as empty as a new one.
  void empty_database(const std::string& name);

  /// Ends the whole server at once, and starts it again.
  void crash();

  /// Ends one of the server's processes that work for a database at once: the server then begins anew by itself.
  /// False if there is none.
  bool kill_a_backend(unsigned which, std::string_view database);

  /// Has the server end the connections to a database in an orderly way.
  void terminate_connections(std::string_view database);

  const std::filesystem::path& folder() const noexcept { return folder_; }

 private:
  void start();
  void end(int signal) noexcept;
  bool answers_before(std::chrono::steady_clock::time_point until);
  std::vector<std::vector<std::string>> ask(const std::string& sql) const;

  std::filesystem::path folder_;
  bool durable_;
  pid_t server_ = -1;
};

}  // namespace birthcase::tests
