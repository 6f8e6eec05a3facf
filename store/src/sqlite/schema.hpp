/// The tables of a store's file, and how older files get them.
#pragma once

#include <birthcase/result.hpp>

#include "sqlite/connection.hpp"

#include <cstdint>
#include <span>

namespace birthcase::store::sqlite {

/// Marks a file as a store of this library (`PRAGMA application_id`): "birc" as a big-endian number.
inline constexpr std::int64_t application_id = 0x62697263;

/// The statements that make schema 1, 2, … of the one before it; the first begins with an empty file.
/// What has been released is never changed: a new schema is a new member. Run them as `engine::as_taken` says.
std::span<const char* const> migrations() noexcept;

/// Sees to it that the file is a store with the present schema. Errors: `storage` for a file of something else;
/// `out_of_range` for a newer library's; `refused` for an older one that may only be read.
Result<void> prepare(Connection& connection, Mode mode);

}  // namespace birthcase::store::sqlite
