/// The rows of cases, events and messages: written and read as they are, judged elsewhere.
#pragma once

#include <birthcase/result.hpp>
#include <birthcase/store.hpp>

#include "chain.hpp"
#include "sql/database.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace birthcase::store {

/// The row of a case.
struct KeptCase {
  std::string id{};
  std::string profile{};
  std::string status{};
  std::uint64_t version = 0;
  std::string changed_at{};
  std::string head{};          ///< the hash of its last event
  std::uint64_t look_ups = 0;  ///< the version that its births and deadlines speak of; not written with the row
};

/// What a case is read for: to be changed by nobody else until the transaction ends, or only to be read.
enum class Wanted : std::uint8_t { to_read, to_change };

/// What is asked about a case is sent with `ask_…` and read afterwards, so that several questions make one journey
/// (`Query::ahead`). The id must live until then.
Result<sql::Query> ask_case(sql::Database& database, std::string_view case_id, Wanted wanted = Wanted::to_read);
Result<std::optional<KeptCase>> case_in(sql::Query& asked);

/// Nothing if there is no such case.
Result<std::optional<KeptCase>> find_case(sql::Database& database, std::string_view case_id,
                                          Wanted wanted = Wanted::to_read);

/// As `find_case`; a case that is not there is the error `unknown_name`.
Result<KeptCase> need_case(sql::Database& database, std::string_view case_id, Wanted wanted = Wanted::to_read);

Result<void> write_case(sql::Database& database, const KeptCase& row);

/// A statement that adds a row unless one with its key is there: `layers (…) VALUES (…)`.
Result<sql::Query> insert_unless_there(sql::Database& database, std::string_view table_and_values);

/// Keeps a text about people; `Dialect::last_personal_text` is then the number by which another row refers to it.
Result<void> write_personal(sql::Database& database, const PersonalText& personal);

/// Overwrites the texts about people whose numbers this statement gives for a case.
Result<void> forget_personal_of(sql::Database& database, std::string_view case_id, std::string_view numbers);

Result<void> write_event(sql::Database& database, std::string_view case_id, const KeptEvent& event);

/// Overwrites the public part of an event.
Result<void> rewrite_event(sql::Database& database, std::string_view case_id, const KeptEvent& event);

/// How often a message is handed out, or fails in a row, as far as it is counted.
inline constexpr std::uint32_t most_counted = 1'000'000;

/// Whether a message can have been handed out, or have failed, so often.
constexpr bool is_count(std::int64_t count) noexcept { return count >= 0 && count <= most_counted; }

/// The last number that a row of the outbox can have: what is counted from it stays a number of 64 bits.
inline constexpr std::int64_t last_number = std::int64_t{1} << 53;

/// A row of the outbox.
struct KeptRow {
  KeptMessage message{};
  std::string step{};
  std::string organisation{};
  bool acknowledged = false;
  std::uint32_t attempts = 0;
  std::int64_t number = 0;  ///< its place among all rows; as the following, read and not written
  std::string connector{};  ///< who had it last
  std::string leased_at{};
  std::string leased_until{};
  std::uint32_t failures = 0;
  std::string failure{};  ///< the code of the last one
  bool dead = false;
  bool odd_failures = false;      ///< no count of failures
  bool odd_dead = false;          ///< neither 0 nor 1
  bool odd_acknowledged = false;  ///< neither 0 nor 1
  bool odd_attempts = false;      ///< no count of attempts
  bool odd_lease = false;         ///< an empty text stands where a connector or a moment stands, or nothing
  bool odd_failure = false;       ///< an empty text stands where a code stands, or nothing
};

Result<void> write_message(sql::Database& database, const KeptRow& row);

/// Takes an event and the outbox row that it made, if there is one. An error of it ends the reading.
using TakeEvent = std::function<Result<void>(KeptEvent&&, std::optional<KeptRow>&&)>;

Result<sql::Query> ask_events(sql::Database& database, std::string_view case_id);
Result<void> events_in(sql::Query& asked, std::string_view case_id, const TakeEvent& take);

/// Reads the events of a case in their order.
Result<void> read_events(sql::Database& database, std::string_view case_id, const TakeEvent& take);

Error no_such_case(const sql::Database& database);

/// An error about a row that this library cannot have written.
Error unreadable(const sql::Database& database, std::string_view what);

/// The value of an enumeration that `to_string` calls so; `last` is its last.
template <class Enumeration>
std::optional<Enumeration> value_named(std::string_view name, Enumeration last) {
  for (int value = 0; value <= static_cast<int>(last); ++value) {
    if (to_string(static_cast<Enumeration>(value)) == name) return static_cast<Enumeration>(value);
  }
  return std::nullopt;
}

}  // namespace birthcase::store
