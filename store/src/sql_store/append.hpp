/// Writing a change that was checked.
#pragma once

#include <birthcase/store.hpp>

#include "chain.hpp"
#include "sql/database.hpp"
#include "sql_store/rules_texts.hpp"

#include <string>

namespace birthcase::store {

/// Writes a change within the caller's transaction; it is kept with the transaction. `head` is empty at first,
/// then the hash of the last event: given again, it shows a change that was kept although nobody could be told so.
/// Errors: `conflict` and the others of `Store::append`.
Result<void> write_change(sql::Database& database, RulesTexts& rules, const Change& change, std::string& head);

/// An event as it must be kept, without its hash. Errors: those of `random_salt`.
Result<KeptEvent> kept_event(const Event& event);

}  // namespace birthcase::store
