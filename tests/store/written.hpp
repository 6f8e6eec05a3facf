// Everything that SQLite writes, to whichever file.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace birthcase::tests {

/// While there is one, each write to a file that SQLite opens is kept. One at a time, and no such file may outlive it.
class Written {
 public:
  Written();
  ~Written();
  Written(const Written&) = delete;
  Written& operator=(const Written&) = delete;

  std::size_t bytes() const noexcept;

  /// Which of these texts stand in what was written.
  std::vector<std::string> found(const std::vector<std::string>& texts) const;
};

}  // namespace birthcase::tests
