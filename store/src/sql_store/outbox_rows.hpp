/// Repairs rows of the outbox.
#pragma once

#include <birthcase/replayed.hpp>

#include "sql/database.hpp"
#include "sql_store/case_rows.hpp"

#include <cstdint>
#include <string_view>

namespace birthcase::store {

/// Makes the rows of a case's messages say what a replay gives, as far as that can be: a body whose salt is gone cannot
/// be made again. Within the caller's transaction.
Result<void> mend_outbox(sql::Database& database, const CaseRows& rows, const Replayed& replayed);

/// Gives a row a number that is free, behind those of the case's messages before it.
Result<void> renumber(sql::Database& database, std::string_view case_id, std::uint64_t sequence);

}  // namespace birthcase::store
