/// The rows that find a case again: its births by their day, its deadlines by their end.
#pragma once

#include <birthcase/store.hpp>

#include "sql/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace birthcase::store {

/// Replaces the rows of a case, within the caller's transaction. Errors: `conflict`, see `Change::sole_births`.
Result<void> write_look_ups(sql::Database& database, const LookUps& look_ups, bool sole_births);

/// Takes a case's rows away and overwrites what they say about people.
Result<void> forget_births(sql::Database& database, std::string_view case_id);

/// Into how many the numbers of mothers fall, so that births are found by them without being told.
inline constexpr std::int64_t mother_buckets = 1 << 20;

/// The births of one mother between two moments, both included.
Result<std::vector<BirthKey>> read_births_of(sql::Database& database, std::string_view mother_id_number,
                                             const DateTime& from, const DateTime& until);

/// The births between two moments, both included.
Result<std::vector<BirthKey>> read_births(sql::Database& database, const DateTime& from, const DateTime& until);

/// As `Store::due`.
Result<std::vector<Deadline>> read_due(sql::Database& database, const Due& until, int limit);

}  // namespace birthcase::store
