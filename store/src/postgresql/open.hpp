/// The store on a server of PostgreSQL.
#pragma once

#include <birthcase/store.hpp>

#include <memory>
#include <string>

namespace birthcase::store::postgresql {

/// As `birthcase::store::open`, for locations that begin with `postgresql://` or `postgres://`.
Result<std::unique_ptr<Store>> open(const std::string& location, Mode mode);

}  // namespace birthcase::store::postgresql
