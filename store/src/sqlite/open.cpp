#include "sql_store.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/schema.hpp"

#include <utility>

namespace birthcase::store {

Result<std::unique_ptr<Store>> open_sqlite(const std::string& file, Mode mode) {
  auto connection = sqlite::Connection::open(file, mode);
  if (!connection) return connection.error();
  if (auto done = sqlite::prepare(**connection, mode); !done) return done.error();
  auto store = std::make_unique<SqlStore>(std::move(*connection));
  if (mode == Mode::read_write) {
    if (auto done = store->finish_erasures(); !done) return done.error();
  }
  return std::unique_ptr<Store>(std::move(store));
}

}  // namespace birthcase::store
