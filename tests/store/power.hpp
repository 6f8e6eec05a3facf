// A disk that keeps, when the power fails, only what was synced.
#pragma once

#include <string>

namespace birthcase::tests {

/// While there is one, every file of a folder that SQLite opens is copied to another one each time it is synced: what
/// stands there is what a power failure would leave. One at a time, and no such file may outlive it.
class PowerFailure {
 public:
  PowerFailure(const std::string& of, const std::string& into);
  ~PowerFailure();
  PowerFailure(const PowerFailure&) = delete;
  PowerFailure& operator=(const PowerFailure&) = delete;

  /// How many syncs there have been.
  unsigned syncs() const noexcept;
};

}  // namespace birthcase::tests
