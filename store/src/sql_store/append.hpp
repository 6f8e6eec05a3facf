/// Writing a change that was checked.
#pragma once

#include <birthcase/store.hpp>

#include "chain.hpp"
#include "sql/database.hpp"

#include <span>
#include <string>
#include <string_view>

namespace birthcase::store {

/// Writes a change within the caller's transaction; once the transaction is kept, so is it. `head` is empty at first,
/// then the hash of the last event: given again, it shows a change that was kept although nobody could be told so.
/// Errors: `conflict` and the others of `Store::append`.
Result<void> write_change(sql::Database& database, const Change& change, std::string& head);

/// An event as it is to be kept, without its hash. Errors: those of `random_salt`.
Result<KeptEvent> kept_event(const Event& event);

/// Writes the texts of a case's rules, each text once in the file however many cases have it.
Result<void> write_layers(sql::Database& database, std::string_view case_id, std::span<const ProfileText> layers);

}  // namespace birthcase::store
