// A database alone, without the store: what a durable write costs at the least.
#pragma once

#include <string>

namespace birthcase::bench {

/// One table of texts. Ends the program where the database fails.
class Bare {
 public:
  virtual ~Bare() = default;

  /// Writes some bytes as one row in a transaction of its own.
  virtual void insert(const std::string& bytes) = 0;
};

}  // namespace birthcase::bench
