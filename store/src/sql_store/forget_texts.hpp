/// Which texts about people are a case's, also where rows that refer to them are damaged or gone. Within the caller's
/// transaction.
#pragma once

#include "sql/database.hpp"

#include <string_view>

namespace birthcase::store {

/// Overwrites what the rows of a case refer to, where it fits their digests or no other case refers to it; what nothing
/// rightly refers to and fits a digest of the case; and what has no salt and belongs to nothing, which are copies of
/// births. A row whose text was found elsewhere refers to it from then on. Says whether anything of the case was there.
Result<bool> forget_texts(sql::Database& database, std::string_view case_id);

/// Whether a case that was forgotten lacks texts, and there are some of which nobody can say that they were not its.
Result<bool> lacks_texts(sql::Database& database, std::string_view case_id);

}  // namespace birthcase::store
