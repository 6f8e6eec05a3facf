/// Where one message of the outbox is.
#pragma once

#include <birthcase/result.hpp>

#include "sql/database.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace birthcase::store {

struct Carried {
  std::int64_t number = 0;
  bool acknowledged = false;
  std::string connector{};  ///< who had it last
  bool held = false;        ///< by a lease, over or not; else it has failed, or nobody was handed it
  std::uint32_t failures = 0;
};

/// It stays there until the transaction ends. Errors: `no_message`.
Result<Carried> carried_now(sql::Database& database, std::string_view message_id);

Error no_message(const sql::Database& database);

/// A `conflict`: it is not this connector that has the message.
Error held_by_another(const sql::Database& database);

}  // namespace birthcase::store
