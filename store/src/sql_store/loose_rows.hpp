/// Rows that belong to nothing, and values that no call writes: found by statements over whole tables.
#pragma once

#include <birthcase/store.hpp>

#include "sql/database.hpp"

#include <vector>

namespace birthcase::store {

/// Adds what is found. Within the caller's transaction.
Result<void> check_loose_rows(sql::Database& database, std::vector<Break>& breaks);

/// Takes away what belongs to nothing, and overwrites texts about people that nothing refers to.
Result<void> remove_loose_rows(sql::Database& database);

}  // namespace birthcase::store
