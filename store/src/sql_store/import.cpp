// Taking in a case that was exported, once everything about it has been checked.
#include "chain.hpp"
#include "kept.hpp"
#include "sql/transaction.hpp"
#include "sql_store.hpp"
#include "sql_store/append.hpp"
#include "sql_store/case_document.hpp"
#include "sql_store/change_check.hpp"
#include "sql_store/load.hpp"

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
Result<void> check_events(const CaseDocument& document) {
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
  const bool accepted = std::any_of(events.begin(), events.end(), [](const Event& event) {
    return std::holds_alternative<events::Accepted>(event.body);
  });
  if (accepted != document.layers.empty()) return {};
  return contradiction("the texts of the rules belong to an accepted case, and to no other", "/layers");
}

// `before` says that an earlier attempt may have been kept although nobody could be told so.
Result<void> write_document(sql::Database& database, const CaseDocument& document, bool& before) {
  const auto found = find_case(database, document.row.id);
  if (!found) return found.error();
  if (*found && before && (*found)->head == document.row.head) return {};
  if (*found) {
    return Error{.kind = ErrorKind::conflict,
                 .message = "the case is there already: nothing was taken in",
                 .document = database.name()};
  }
  before = true;
  if (auto done = write_case(database, document.row); !done) return done.error();
  if (auto done = write_layers(database, document.row.id, document.layers); !done) return done.error();
  for (const KeptEvent& event : document.events) {
    if (auto done = write_event(database, document.row.id, event); !done) return done.error();
  }
  for (const KeptRow& message : document.messages) {
    if (auto done = write_message(database, message); !done) return done.error();
  }
  return {};
}

}  // namespace

Result<std::string> SqlStore::import_case(std::string_view json) {
  auto document = parse_case_document(json);
  if (!document) return document.error();
  if (auto done = check_events(*document); !done) return done.error();
  if (auto done = check_chain(*document); !done) return done.error();
  document->row.changed_at = document->events.back().at;
  bool before = false;
  auto taken_in = sql::write(*database_, [&] { return write_document(*database_, *document, before); });
  if (!taken_in) return taken_in.error();
  return std::move(document->row.id);  // not copied: what was taken in must not fail for want of memory
}

}  // namespace birthcase::store
