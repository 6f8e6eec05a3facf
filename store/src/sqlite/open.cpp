#include "sqlite/open.hpp"

#include "sql_store.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/engine.hpp"
#include "sqlite/schema.hpp"

#include <utility>

namespace birthcase::store {
namespace {

constexpr int most_tries = 10;

}  // namespace

// Another program may be making the same file: then what was begun for an empty one does not fit what is there.
Result<std::unique_ptr<Store>> sqlite::open(const std::string& file, Mode mode, const Key* key) {
  for (int tries = 1;; ++tries) {
    auto connection = Connection::open(file, mode, key);
    if (!connection) return connection.error();
    const auto done = prepare(**connection, mode);
    if (done) return SqlStore::begin(std::move(*connection), mode);
    if (!(*connection)->is_overtaken() || tries == most_tries) return done.error();
  }
}

Result<std::unique_ptr<Store>> open_sqlite(const std::string& file, Mode mode) {
  return sqlite::open(file, mode, nullptr);
}

bool can_encrypt() { return sqlite::engine::encrypts(); }

}  // namespace birthcase::store
