/// Writing a change that was checked.
#pragma once

#include <birthcase/store.hpp>

#include "sqlite/connection.hpp"

#include <span>
#include <string_view>

namespace birthcase::store {

/// Writes a change within the caller's transaction. Errors: `conflict` and the others of `Store::append`.
Result<void> write_change(sqlite::Connection& connection, const Change& change);

/// Writes the texts of a case's rules, each text once in the file however many cases have it.
Result<void> write_layers(sqlite::Connection& connection, std::string_view case_id,
                          std::span<const ProfileText> layers);

}  // namespace birthcase::store
