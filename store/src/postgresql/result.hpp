/// An answer of libpq that is freed at its end.
#pragma once

#include <libpq-fe.h>
#include <memory>

namespace birthcase::store::postgresql {

struct ClearResult {
  void operator()(PGresult* result) const noexcept { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, ClearResult>;

}  // namespace birthcase::store::postgresql
