// A line to a server that can be cut at the worst moment.
#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace birthcase::tests {

/// Passes everything on between clients and the socket of a server, in a folder of its own.
class CuttingLine {
 public:
  /// `socket_folder` is where the server listens.
  explicit CuttingLine(const std::filesystem::path& socket_folder);
  ~CuttingLine();
  CuttingLine(const CuttingLine&) = delete;
  CuttingLine& operator=(const CuttingLine&) = delete;

  /// Where the server is reached through this line.
  const std::filesystem::path& folder() const noexcept { return folder_; }

  /// The next `COMMIT` reaches the server and is done there; its answer is lost with the connection.
  void cut_after_commit() noexcept { armed_ = true; }

  /// Whether that has happened.
  bool was_cut() const noexcept { return !armed_; }

 private:
  void listen();
  void pass_on(int client);

  std::filesystem::path server_;
  std::filesystem::path folder_;
  int listening_ = -1;
  std::atomic<bool> armed_{false};
  std::vector<std::thread> lines_{};
  std::thread listener_{};
};

}  // namespace birthcase::tests
