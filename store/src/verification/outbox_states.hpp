/// What the rows of a case's outbox can say about each other.
#pragma once

#include <birthcase/replayed.hpp>
#include <birthcase/store.hpp>

#include "kept.hpp"

#include <set>
#include <string_view>
#include <vector>

namespace birthcase::store {

/// The events whose messages left the outbox before anybody was handed them: requests that were cancelled, and what
/// spoke of them.
std::set<std::uint64_t> withdrawn_unseen(const std::vector<KeptRow>& rows, const Replayed& replayed);

/// Whether a message that is handed out later than this one, of the same step, was handed out already.
bool is_overtaken(const KeptRow& row, const std::vector<KeptRow>& rows);

/// Whether what a row says of its lease, or of its pause, can be.
bool has_possible_lease(const KeptRow& row);

/// Which column of a row says of its failures what cannot be; nullptr if none.
const char* impossible_failures(const KeptRow& row);

/// Adds which rows say of themselves what cannot be.
void check_states(std::string_view case_id, const std::vector<KeptRow>& rows, const Replayed& replayed,
                  std::vector<Break>& breaks);

}  // namespace birthcase::store
