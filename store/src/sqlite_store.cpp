#include "sqlite_store.hpp"

#include "schema.hpp"

#include <utility>

namespace birthcase::store {

Result<std::unique_ptr<Store>> open_sqlite(const std::string& file, Mode mode) {
  using Access = sqlite::Connection::Access;
  const Access access = mode == Mode::read_only ? Access::read_only : Access::read_write;
  auto connection = sqlite::Connection::open(file, access);
  if (!connection) return connection.error();
  if (auto done = prepare(*connection, access); !done) return done.error();
  auto store = std::make_unique<SqliteStore>(std::move(*connection));
  if (access == Access::read_write) {
    if (auto done = store->finish_erasures(); !done) return done.error();
  }
  return std::unique_ptr<Store>(std::move(store));
}

}  // namespace birthcase::store
