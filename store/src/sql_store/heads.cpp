// The heads of chains, for notes that are kept elsewhere.
#include "anchor/note.hpp"
#include "kept.hpp"
#include "sql/transaction.hpp"
#include "sql_store.hpp"
#include "sql_store/look_up_rows.hpp"
#include "text/counted.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace birthcase::store {
namespace {

using sql::Database;

constexpr int most_heads = 10'000;

// Rows that are left out do not count: an empty page is the end. In a damaged file a row may stand before those that it
// comes after; it is left out too, or one would go round in a circle.
Result<std::vector<Head>> heads_after(Database& database, std::string after, int limit, const LeaveOut& leave_out) {
  auto rows = database.query("SELECT id, version, head FROM cases WHERE id > ? ORDER BY id LIMIT ?");
  if (!rows) return rows.error();
  std::vector<Head> heads;
  for (bool more = true; more && heads.empty();) {
    rows->again();
    rows->bind(after).bind(limit);
    std::string last = after;
    auto visited = sql::each_row(*rows, [&](const sql::Query& row) {
      Head head{row.text(0), row.count(1), row.text(2)};
      const bool goes_on = head.case_id > last;
      if (goes_on) last = head.case_id;
      if (goes_on && notes::is_sound(head)) {
        heads.push_back(std::move(head));
      } else {
        leave_out({std::move(head.case_id), "cases"});
      }
    });
    if (!visited) return visited.error();
    rows->again();
    more = last > after;
    after = std::move(last);
  }
  return heads;
}

// The hash of an event; nothing where there is none.
Result<std::optional<std::string>> hash_at(Database& database, const Head& noted) {
  auto asked = database.query("SELECT hash FROM events WHERE case_id = ? AND sequence = ?");
  if (!asked) return asked.error();
  const auto row = asked->bind(noted.case_id).bind(noted.version).next();
  if (!row) return row.error();
  return *row ? std::optional(asked->text(0)) : std::nullopt;
}

Result<std::optional<Break>> break_against(Database& database, const Head& noted) {
  const auto kept = find_case(database, noted.case_id);
  if (!kept) return kept.error();
  if (!*kept) return Break{noted.case_id, noted.version, "the case is gone: it was noted", "cases"};
  const auto hash = hash_at(database, noted);
  if (!hash) return hash.error();
  if ((*kept)->version < noted.version || !*hash) {
    return Break{noted.case_id, noted.version,
                 fmt::format("the tail is missing: {0} {0:event was|events were} noted, the last is {1}",
                             text::counted(noted.version), std::min((*kept)->version, noted.version)),
                 "events"};
  }
  if (**hash == noted.hash) return std::nullopt;
  return Break{noted.case_id, noted.version, "the event is another one than was noted", "events.hash"};
}

}  // namespace

Result<std::vector<Head>> SqlStore::heads(std::string_view after, int limit) {
  if (limit < 1 || limit > most_heads) {
    return Error{
        .kind = ErrorKind::out_of_range, .message = fmt::format("1 to {} heads at once", most_heads), .path = "/limit"};
  }
  return sql::read(*database_, [&] { return heads_after(*database_, std::string(after), limit, leaving_out()); });
}

Result<std::vector<Break>> SqlStore::breaks_against(std::span<const Head> noted) {
  return sql::read(*database_, [&]() -> Result<std::vector<Break>> {
    std::vector<Break> breaks;
    for (const Head& head : noted) {
      auto found = break_against(*database_, head);
      if (!found) return found.error();
      if (*found) breaks.push_back(std::move(**found));
    }
    return breaks;
  });
}

}  // namespace birthcase::store
