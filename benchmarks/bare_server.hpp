// PostgreSQL alone.
#pragma once

#include "bare.hpp"

#include <memory>
#include <string>

struct pg_conn;

namespace birthcase::bench {

class BareServer final : public Bare {
 public:
  /// Makes the table if it is not there.
  explicit BareServer(const std::string& location);

  void insert(const std::string& bytes) override;

 private:
  struct Finish {
    void operator()(pg_conn* server) const noexcept;
  };

  std::unique_ptr<pg_conn, Finish> server_;
};

}  // namespace birthcase::bench
