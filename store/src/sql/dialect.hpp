/// Where the databases' SQL differs: pieces of statements that are the same otherwise.
#pragma once

#include <span>
#include <string_view>

namespace birthcase::store::sql {

struct Dialect {
  /// Ends a `SELECT` of rows that this transaction goes on to change, so that nobody else does meanwhile.
  std::string_view for_update;

  /// The same for rows of the outbox (`o`), leaving out those that others hold.
  std::string_view skipping_held_messages;

  /// The table of cases, read by the index of those without look-ups.
  std::string_view cases_without_look_ups;

  /// Adds a row unless one with its key is there: stands before the name of the table, and at the end.
  std::string_view insert_unless_there;
  std::string_view unless_there;

  /// One after the other they write a row of the cases, whether there is one or not: profile, status, version, moment
  /// and head, then its id.
  std::span<const std::string_view> write_case;

  /// The number of the personal text that this connection has added last.
  std::string_view last_personal_text;

  /// Overwrites the personal text of a number.
  std::string_view forget_personal;

  /// Ask, with a case's id and a sequence for each, for rows of the outbox and for personal texts whose numbers were
  /// never given, or (in a file, where none is ever left out) which are missing.
  std::string_view messages_out_of_number;
  std::string_view texts_out_of_number;

  /// Whether there are numbers that no row of the outbox has. Where there are not, they are numbered without a gap.
  bool has_message_gaps;

  /// Asks, as those do, for personal texts that were forgotten and of which something is there.
  std::string_view forgotten_and_there;
};

}  // namespace birthcase::store::sql
