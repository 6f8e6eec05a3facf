/// What a row of the outbox says of its message, beside what its event knows of it.
#pragma once

#include "sql/database.hpp"

#include <string>
#include <string_view>

namespace birthcase::store {

/// The columns of what a row says, of `outbox o`; `words_of` reads them. Needs `joined_words`.
inline constexpr std::string_view columns_of_words =
    "o.message_id, o.case_id, o.organisation, b.text, b.salt, b.erased,"
    " (SELECT e.message_digest FROM events e WHERE e.case_id = o.case_id AND e.sequence = o.sequence)";

inline constexpr std::string_view joined_words = " FROM outbox o LEFT JOIN personal_texts b ON b.number = o.body";

struct MessageWords {
  std::string message_id{};
  std::string case_id{};
  std::string organisation{};
  std::string body{};
  bool hold = false;  ///< they are what the event made, and the message goes to whom it says itself
};

/// Reads them from the first seven columns.
MessageWords words_of(const sql::Query& row);

}  // namespace birthcase::store
