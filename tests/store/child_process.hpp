// This program once more, as a child whose lines are read and whose life can be ended.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace birthcase::tests {

class ChildProcess {
 public:
  /// Starts this program with these arguments.
  explicit ChildProcess(const std::vector<std::string>& arguments);
  ~ChildProcess();
  ChildProcess(ChildProcess&& other) noexcept;
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;
  ChildProcess& operator=(ChildProcess&&) = delete;

  /// Ends it at once, as a crash would.
  void kill() noexcept;

  /// Waits until it has written so many lines that begin with a word, or has ended.
  void wait_for_lines(std::size_t count, std::string_view word);

  /// Everything it has written, line by line, once it has ended.
  std::vector<std::string> lines();

  /// Waits for its end, and says how it came: its exit status, or the signal that ended it as a negative number.
  int end();

 private:
  bool read_on();

  pid_t child_ = -1;
  int output_ = -1;
  std::string written_{};
};

/// Writes a line to the parent at once: what is written is written, even if the next moment is the last one.
void tell(std::string_view line);

/// The words of a line.
std::vector<std::string> words(std::string_view line);

}  // namespace birthcase::tests
