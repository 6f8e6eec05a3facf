#include "postgresql/open.hpp"

#include "postgresql/connection.hpp"
#include "postgresql/schema.hpp"
#include "sql_store.hpp"

#include <utility>

namespace birthcase::store::postgresql {

Result<std::unique_ptr<Store>> open(const std::string& location, Mode mode) {
  auto connection = Connection::open(location, mode);
  if (!connection) return connection.error();
  if (auto done = prepare(**connection, mode); !done) return done.error();
  return SqlStore::begin(std::move(*connection), mode);
}

}  // namespace birthcase::store::postgresql
