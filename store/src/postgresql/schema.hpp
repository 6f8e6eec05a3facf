/// The tables of a store on a server, in a schema of its own, and how older ones are brought up to date.
#pragma once

#include <birthcase/result.hpp>

#include "postgresql/connection.hpp"

#include <span>

namespace birthcase::store::postgresql {

/// The statements that make schema 1, 2, … of the one before it; the first begins with nothing.
/// What has been released is never changed: a new schema is a new member.
std::span<const char* const> migrations() noexcept;

/// Sees to it that the database has a store with the present schema. Errors: `storage` for tables of something else;
/// `out_of_range` for a newer library's; `refused` for an older one that may only be read.
Result<void> prepare(Connection& connection, Mode mode);

}  // namespace birthcase::store::postgresql
