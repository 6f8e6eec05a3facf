// Taking in a case that was exported, once everything about it has been checked.
#include <birthcase/desk.hpp>

#include "chain.hpp"
#include "desk/rules.hpp"
#include "kept.hpp"
#include "sql/transaction.hpp"
#include "sql_store.hpp"
#include "sql_store/append.hpp"
#include "sql_store/case_document.hpp"
#include "sql_store/change_check.hpp"
#include "sql_store/load.hpp"
#include "verification/case_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace birthcase::store {
namespace {

Error contradiction(std::string message, std::string path) {
  return {.kind = ErrorKind::contradiction, .message = std::move(message), .path = std::move(path)};
}

std::optional<KeptMessage> message_of(const CaseDocument& document, std::uint64_t sequence) {
  const auto found = std::find_if(document.messages.begin(), document.messages.end(),
                                  [&](const KeptRow& row) { return row.message.sequence == sequence; });
  return found == document.messages.end() ? std::nullopt : std::optional(found->message);
}

Result<void> check_chain(const CaseDocument& document) {
  ChainCheck chain({document.row.id, document.row.version, document.row.head});
  std::size_t messages = 0;
  for (const KeptEvent& event : document.events) {
    auto message = message_of(document, event.sequence);
    messages += message ? 1 : 0;
    chain.event(event, message);
  }
  const auto breaks = std::move(chain).finish();
  if (!breaks.empty()) {
    const Break& first = breaks.front();
    return contradiction(fmt::format("the chain does not hold at event {}: {}", first.sequence, first.what), "/events");
  }
  for (const KeptRow& row : document.messages) {
    if (row.acknowledged || !row.message.body.erased) continue;
    return contradiction("a message that waits to be carried, and has no body any more", "/messages");
  }
  if (messages == document.messages.size()) return {};
  return contradiction("a message that belongs to no event, or two of one event", "/messages");
}

// The same that is asked of a change, so that nothing gets in here that would not get in there.
Result<Stored> check_events(const CaseDocument& document) {
  std::vector<Event> events;
  for (const KeptEvent& kept : document.events) {
    auto event = event_from(kept);
    if (!event) return event.error();
    events.push_back(std::move(*event));
  }
  std::vector<Message> messages;
  for (const KeptRow& row : document.messages) messages.push_back({.id = row.message.id, .case_id = document.row.id});
  if (auto done = check(Change{.case_id = document.row.id,
                               .events = events,
                               .messages = messages,
                               .profile = document.row.profile,
                               .layers = {}});
      !done) {
    return done.error();
  }
  return Stored{document.row.profile, document.layers, std::move(events)};
}

bool has_messages_in_order(const std::vector<KeptRow>& messages) {
  return std::is_sorted(messages.begin(), messages.end(),
                        [](const KeptRow& a, const KeptRow& b) { return a.message.sequence < b.message.sequence; });
}

// The rows that the document would become, as far as it says them.
CaseRows rows_in(const CaseDocument& document, RulesTexts& rules, const Replayed& replayed) {
  CaseRows rows{.id = document.row.id, .row = document.row};
  rows.layers = rules.rows_of(document.layers);
  rows.events = document.events;
  rows.messages = document.messages;
  rows.row->changed_at = to_string(replayed.changed_at);  // a document has none
  for (std::size_t place = 0; place < rows.messages.size(); ++place) {
    rows.messages[place].number = static_cast<std::int64_t>(place) + 1;
  }
  return rows;
}

// What cannot be replayed, or says otherwise than its replay, does not come in.
Result<void> check_replay(const CaseDocument& document, const Stored& stored, RulesTexts& rules, const Replay& replay) {
  if (!has_messages_in_order(document.messages)) {
    return contradiction("the messages are not in the order of the events that made them", "/messages");
  }
  const auto replayed = replay(stored);
  if (!replayed) {
    const Error& error = replayed.error();
    if (error.path == profile_path || error.path.starts_with(rules_path)) return error;
    return contradiction("the events do not follow on each other under the case's rules", "/events" + error.path);
  }
  const auto breaks = compare(rows_in(document, rules, *replayed), *replayed, rules.rows_of(replayed->layers));
  if (breaks.empty()) return {};
  const Break& first = breaks.front();
  return contradiction(
      fmt::format("the case does not agree with its events: {}, event {}: {}", first.where, first.sequence, first.what),
      first.sequence == 0 ? "" : "/messages");
}

// `before` says that an earlier attempt may have been kept although nobody could be told so.
Result<void> write_document(sql::Database& database, RulesTexts& rules, const CaseDocument& document, bool& before) {
  const auto found = find_case(database, document.row.id);
  if (!found) return found.error();
  if (*found && before && (*found)->head == document.row.head) return {};
  if (*found) {
    return Error{.kind = ErrorKind::conflict,
                 .message = "the store has this case already: nothing was imported",
                 .document = database.name()};
  }
  before = true;
  if (auto done = write_case(database, document.row); !done) return done.error();
  if (auto done = rules.write(database, document.row.id, document.layers); !done) return done.error();
  for (const KeptEvent& event : document.events) {
    if (auto done = write_event(database, document.row.id, event); !done) return done.error();
  }
  for (const KeptRow& message : document.messages) {
    if (auto done = write_message(database, message); !done) return done.error();
  }
  return {};
}

}  // namespace

Result<std::string> SqlStore::import_case(std::string_view json) { return Desk(*this).import_case(json); }

Result<std::string> SqlStore::import_replayed(std::string_view json, const Replay& replay) {
  auto document = parse_case_document(json);
  if (!document) return document.error();
  const auto stored = check_events(*document);
  if (!stored) return stored.error();
  if (auto done = check_chain(*document); !done) return done.error();
  if (auto done = check_replay(*document, *stored, rules_, replay); !done) return done.error();
  document->row.changed_at = document->events.back().at;
  bool before = false;
  auto taken_in = sql::write(*database_, [&] { return write_document(*database_, rules_, *document, before); });
  if (!taken_in) return taken_in.error();
  return std::move(document->row.id);  // not copied: what was taken in must not fail for want of memory
}

}  // namespace birthcase::store
