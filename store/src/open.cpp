// One door to all databases.
#include <birthcase/store.hpp>

#ifdef BIRTHCASE_POSTGRESQL
#include "postgresql/open.hpp"
#endif

namespace birthcase::store {

bool is_on_server(std::string_view location) noexcept {
  return location.starts_with("postgresql://") || location.starts_with("postgres://");
}

Result<std::unique_ptr<Store>> open(const std::string& location, Mode mode) {
  if (!is_on_server(location)) return open_sqlite(location, mode);
#ifdef BIRTHCASE_POSTGRESQL
  return postgresql::open(location, mode);
#else
  return Error{.kind = ErrorKind::storage,
               .message = "this library was built without PostgreSQL (BIRTHCASE_POSTGRESQL): name a file",
               .document = "postgresql://"};
#endif
}

}  // namespace birthcase::store
