/// What an erasure overwrites, within the caller's transaction.
#pragma once

#include <birthcase/store.hpp>

#include "chain.hpp"
#include "sql/database.hpp"

#include <string_view>
#include <vector>

namespace birthcase::store {

/// Refuses while messages of the case, or `more` that must be made, wait to be carried.
Result<void> check_all_carried(sql::Database& database, std::string_view case_id, std::size_t more = 0);

/// Overwrites the personal texts of a case and who carried its messages where that is no connector's id, and notes the
/// erasure as unfinished. Says whether any text of its events and messages was there.
Result<bool> forget_case(sql::Database& database, std::string_view case_id);

/// The events of a case as their rows are, whatever stands in them.
Result<std::vector<KeptEvent>> rows_of(sql::Database& database, std::string_view case_id);

/// What is left of an event whose public part has texts that nobody has checked: as long as it was, so that the old
/// bytes are overwritten. Of one that cannot be read nothing is left but what it is.
KeptEvent redacted_row(KeptEvent row);

/// How an `erased` event names such an event.
RedactedEvent named(const KeptEvent& redacted);

/// Takes the free texts out of the events that an erasure names. Errors: `contradiction` if what is left is not what it
/// says.
Result<void> redact(sql::Database& database, std::string_view case_id, const events::Erased& erased);

}  // namespace birthcase::store
