// Forgetting the people of a case that cannot be read: its rules are lost, or its events are damaged.
#include "case/redaction.hpp"
#include "kept.hpp"
#include "sql/transaction.hpp"
#include "sql_store.hpp"
#include "sql_store/append.hpp"
#include "sql_store/forget.hpp"
#include "sql_store/load.hpp"
#include "sql_store/look_up_rows.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace birthcase::store {
namespace {

using sql::Database;

// The row of the case; where only events are left of it, one that stands for them.
Result<KeptCase> row_of(Database& database, std::string_view case_id, const std::vector<KeptEvent>& rows) {
  auto found = find_case(database, case_id, Wanted::to_change);
  if (!found) return found.error();
  if (*found) return std::move(**found);
  if (rows.empty()) return no_such_case(database);
  const KeptEvent& last = rows.back();
  KeptCase row{.id = std::string(case_id),
               .status = std::string(to_string(CaseStatus::draft)),
               .version = last.sequence,
               .changed_at = last.at,
               .head = last.hash};
  if (auto done = write_case(database, row); !done) return done.error();
  return row;
}

// Without rules no document and no authority is known to be a checked name. What was damaged before is not named: it
// goes on to fit no hash.
Result<std::vector<RedactedEvent>> redact_all(Database& database, std::string_view case_id,
                                              const std::vector<KeptEvent>& rows) {
  std::vector<RedactedEvent> redacted;
  std::string_view previous;
  for (const KeptEvent& row : rows) {
    const bool fits = row.hash == hash_of(case_id, previous, row);
    previous = row.hash;
    const auto event = event_from(row);
    if (event && !cases::tells_unchecked(*event, nullptr)) continue;
    const KeptEvent left = redacted_row(row);
    if (auto done = rewrite_event(database, case_id, left); !done) return done.error();
    if (fits) redacted.push_back(named(left));
  }
  return redacted;
}

// How the case ended, or none. Its row is believed last: the events say more.
std::optional<CaseStatus> end_of(const KeptCase& row, const std::vector<KeptEvent>& rows) {
  const auto happened = [&rows](std::string_view type) {
    return std::any_of(rows.begin(), rows.end(), [type](const KeptEvent& each) { return each.type == type; });
  };
  if (happened(kind_of(events::Closed{}))) return CaseStatus::closed;
  if (happened(kind_of(events::Withdrawn{}))) return CaseStatus::withdrawn;
  if (row.status == to_string(CaseStatus::withdrawn)) return CaseStatus::withdrawn;
  if (row.status == to_string(CaseStatus::closed)) return CaseStatus::closed;
  return std::nullopt;
}

// The last moment that the chain vouches for: the case's own row may say anything.
DateTime not_before(DateTime now, std::string_view case_id, const std::vector<KeptEvent>& rows) {
  std::string_view previous;
  for (const KeptEvent& row : rows) {
    const bool fits = row.hash == hash_of(case_id, previous, row);
    previous = row.hash;
    const auto at = parse_date_time(row.at);
    if (fits && at && *at > now) now = *at;
  }
  return now;
}

bool is_erasure(const KeptEvent& row) { return row.type == kind_of(events::Erased{}); }

bool is_forgotten(const std::vector<KeptEvent>& rows) {
  const auto erasure = std::find_if(rows.begin(), rows.end(), is_erasure);
  return erasure != rows.end() && std::all_of(rows.begin(), erasure, [](const KeptEvent& row) {
           return row.personal.erased || row.personal.text == nothing_personal;
         });
}

std::vector<Event> ending(bool is_over, std::uint64_t last, std::string_view by, const DateTime& now,
                          std::vector<RedactedEvent> redacted) {
  std::vector<Event> events;
  if (!is_over) events.push_back({++last, now, std::string(by), events::Withdrawn{}});
  events.push_back({++last, now, std::string(by), events::Erased{.redacted = std::move(redacted)}});
  return events;
}

Result<void> write_ending(Database& database, KeptCase row, const std::vector<Event>& events) {
  for (const Event& event : events) {
    auto kept = kept_event(event);
    if (!kept) return kept.error();
    kept->hash = hash_of(row.id, row.head, *kept);
    row.head = kept->hash;
    row.version = kept->sequence;
    row.changed_at = kept->at;
    if (auto done = write_event(database, row.id, *kept); !done) return done.error();
  }
  if (auto done = write_case(database, row); !done) return done.error();
  return write_look_ups(database, {row.id, row.version, {}, {}});
}

Error moved_on(const Database& database) {
  return {.kind = ErrorKind::conflict,
          .message = "the case has another version by now: look at it again, then decide again",
          .document = database.name()};
}

Result<std::vector<Event>> erase_once(Database& database, const UnreadErasure& erasure) {
  const auto rows = rows_of(database, erasure.case_id);
  if (!rows) return rows.error();
  auto row = row_of(database, erasure.case_id, *rows);
  if (!row) return row.error();
  if (erasure.expected_version && *erasure.expected_version != row->version) return moved_on(database);
  if (!is_forgotten(*rows)) {
    if (auto done = check_all_carried(database, erasure.case_id); !done) return done.error();
  }
  const auto any = forget_case(database, erasure.case_id);
  if (!any) return any.error();
  if (!*any && std::any_of(rows->begin(), rows->end(), is_erasure)) return std::vector<Event>();
  auto redacted = redact_all(database, erasure.case_id, *rows);
  if (!redacted) return redacted.error();
  const std::uint64_t last = std::max(row->version, rows->empty() ? 0 : rows->back().sequence);
  const auto end = end_of(*row, *rows);
  const DateTime now = not_before(erasure.now, erasure.case_id, *rows);
  auto events = ending(end.has_value(), last, erasure.by, now, std::move(*redacted));
  row->status = to_string(end.value_or(CaseStatus::withdrawn));
  if (auto done = write_ending(database, std::move(*row), events); !done) return done.error();
  return events;
}

}  // namespace

Result<std::vector<Event>> SqlStore::erase_unread(const UnreadErasure& erasure) {
  auto events = sql::write(*database_, [&] { return erase_once(*database_, erasure); });
  if (!events) return events.error();
  if (auto done = finish_erasures(); !done) return done.error();
  return events;
}

}  // namespace birthcase::store
