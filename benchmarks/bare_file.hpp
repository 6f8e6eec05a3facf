// SQLite alone, with the settings of the store.
#pragma once

#include "bare.hpp"

#include <memory>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace birthcase::bench {

class BareFile final : public Bare {
 public:
  explicit BareFile(const std::string& file);

  void insert(const std::string& bytes) override;

 private:
  struct Close {
    void operator()(sqlite3* database) const noexcept;
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept;
  };

  std::unique_ptr<sqlite3, Close> database_;
  std::unique_ptr<sqlite3_stmt, Finalize> insert_;
};

}  // namespace birthcase::bench
