#include "sql_store.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/schema.hpp"

#include <utility>

namespace birthcase::store {

Result<std::unique_ptr<Store>> open_sqlite(const std::string& file, Mode mode) {
  auto connection = sqlite::Connection::open(file, mode);
  if (!connection) return connection.error();
  if (auto done = sqlite::prepare(**connection, mode); !done) return done.error();
  return SqlStore::begin(std::move(*connection), mode);
}

}  // namespace birthcase::store
