#include "sql_store/append.hpp"

#include <birthcase/case_json.hpp>
#include <birthcase/digest.hpp>

#include "kept.hpp"
#include "sql/transaction.hpp"
#include "sql_store.hpp"
#include "sql_store/change_check.hpp"
#include "sql_store/look_up_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace birthcase::store {
namespace {

using sql::Database;

Result<KeptRow> kept_row(const Message& message, std::uint64_t sequence) {
  auto salt = random_salt();
  if (!salt) return salt.error();
  return KeptRow{{sequence, message.id, message.case_id, {std::move(*salt), to_json(message)}},
                 message.step.empty() ? message.look_up : message.step,  // in its own order, one after the other
                 message.organisation};
}

// An event, its message if it made one, and its link to the hash before it.
struct Link {
  KeptEvent event;
  std::optional<KeptRow> message;
  const Message* cancels = nullptr;  // the message, where it makes another void
};

Result<Link> link(const Change& change, const Event& event, std::string_view previous) {
  auto kept = kept_event(event);
  if (!kept) return kept.error();
  Link made{std::move(*kept), std::nullopt};
  if (const std::string_view id = message_made_by(event); !id.empty()) {
    const auto message = std::find_if(change.messages.begin(), change.messages.end(),
                                      [id](const Message& other) { return other.id == id; });
    auto row = kept_row(*message, event.sequence);
    if (!row) return row.error();
    made.event.message_digest = digest_of(row->message.body);
    made.message = std::move(*row);
    if (message->kind == MessageKind::cancellation) made.cancels = &*message;
  }
  made.event.hash = hash_of(change.case_id, previous, made.event);
  return made;
}

Error conflict(const Database& database, std::uint64_t version) {
  return {.kind = ErrorKind::conflict,
          .message = fmt::format("the case has version {} by now: load it again, then decide again", version),
          .document = database.name()};
}

// The row of the case as it is now; of a new case, one that says nothing.
Result<KeptCase> row_before(const Database& database, sql::Query& asked, const Change& change) {
  auto found = case_in(asked);
  if (!found) return found.error();
  if (!*found && change.expected_version == 0) return KeptCase{.id = std::string(change.case_id)};
  if (!*found) return no_such_case(database);
  KeptCase& row = **found;
  if (row.version != change.expected_version) return conflict(database, row.version);
  const Event& first = change.events.front();
  if (row.profile != change.profile || (row.changed_at > to_string(first.at) && !repairs_clock(first))) {
    return Error{.kind = ErrorKind::contradiction,
                 .message = "the event is earlier than the case's last one, or the case has another profile",
                 .path = "/events/0"};
  }
  return std::move(row);
}

// Whether an earlier attempt, whose salts make its hash its own, was kept.
Result<bool> is_kept(Database& database, std::string_view case_id, std::string_view head) {
  if (head.empty()) return false;
  auto asked = database.query("SELECT sequence FROM events WHERE case_id = ? AND hash = ?");
  if (!asked) return asked.error();
  return asked->bind(case_id).bind(head).next();
}

// What is cancelled before anybody was handed it leaves the outbox, and so do all that speak of it, its cancellation
// too. Once it was handed out it may have arrived: then the cancellation goes after it, in its order.
Result<void> withdraw_unseen(Database& database, const Message& cancellation, std::string_view step) {
  auto request = database.query(
      "UPDATE outbox SET acknowledged = 1 WHERE message_id = ? AND case_id = ? AND acknowledged = 0 AND attempts = 0");
  if (!request) return request.error();
  if (auto done = request->bind(cancellation.replaces).bind(cancellation.case_id).run(); !done) return done;
  auto about_it = database.query(
      "UPDATE outbox SET acknowledged = 1 WHERE case_id = ? AND step = ? AND acknowledged = 0 AND attempts = 0"
      " AND number > (SELECT r.number FROM outbox r WHERE r.message_id = ? AND r.acknowledged = 1 AND r.attempts = 0)");
  if (!about_it) return about_it.error();
  return about_it->bind(cancellation.case_id).bind(step).bind(cancellation.replaces).run();
}

Result<void> write_links(Database& database, const Change& change, const std::vector<Link>& links) {
  for (const Link& made : links) {
    if (auto done = write_event(database, change.case_id, made.event); !done) return done.error();
    if (!made.message) continue;
    if (auto done = write_message(database, *made.message); !done) return done.error();
    if (made.cancels == nullptr) continue;
    if (auto done = withdraw_unseen(database, *made.cancels, made.message->step); !done) return done.error();
  }
  return {};
}

}  // namespace

Result<KeptEvent> kept_event(const Event& event) {
  auto salt = random_salt();
  if (!salt) return salt.error();
  EventTexts texts = to_json_parts(event.body);
  KeptEvent kept{.sequence = event.sequence,
                 .at = to_string(event.at),
                 .by = event.by,
                 .type = std::string(kind_of(event.body)),
                 .data = std::move(texts.data),
                 .personal = {std::move(*salt), std::move(texts.personal)}};
  kept.personal_digest = digest_of(kept.personal);
  return kept;
}

namespace {

// All that must be known before a change is written, asked on one journey: the row of the case is locked first.
struct AskedBefore {
  sql::Query row;
  AskedLookUps look_ups;
  std::optional<RulesTexts::Asked> rules;
  std::optional<sql::Query> others;
};

std::span<const BirthKey> sole_births(const Change& change) noexcept {
  return change.sole_births ? change.births : change.sole;
}

Result<AskedBefore> ask_before(Database& database, RulesTexts& rules, const Change& change) {
  auto row = ask_case(database, change.case_id, Wanted::to_change);
  if (!row) return row.error();
  auto look_ups = ask_look_ups(database, change.case_id);
  if (!look_ups) return look_ups.error();
  AskedBefore asked{std::move(*row), std::move(*look_ups), std::nullopt, std::nullopt};
  if (!change.layers.empty()) {
    auto there = rules.ask(database, change.layers);
    if (!there) return there.error();
    asked.rules = std::move(*there);
  }
  auto others = ask_others(database, sole_births(change));
  if (!others) return others.error();
  asked.others = std::move(*others);
  return asked;
}

Result<std::vector<Link>> links_of(const Change& change, std::string_view head) {
  std::vector<Link> links;
  for (const Event& event : change.events) {
    auto made = link(change, event, links.empty() ? head : links.back().event.hash);
    if (!made) return made.error();
    links.push_back(std::move(*made));
  }
  return links;
}

}  // namespace

Result<void> write_change(Database& database, RulesTexts& rules, const Change& change, std::string& head) {
  if (const auto kept = is_kept(database, change.case_id, head); !kept || *kept) {
    return kept ? Result<void>() : kept.error();
  }
  auto asked = ask_before(database, rules, change);
  if (!asked) return asked.error();
  auto row = row_before(database, asked->row, change);
  if (!row) return row.error();
  if (asked->others) {
    auto done = check_sole(database, *asked->others, change.case_id, sole_births(change));
    if (!done) return done.error();
  }
  const auto links = links_of(change, row->head);
  if (!links) return links.error();
  row->profile = change.profile;
  row->status = to_string(change.status);
  row->version = change.events.back().sequence;
  row->changed_at = links->back().event.at;
  row->head = head = links->back().event.hash;
  if (auto done = write_case(database, *row); !done) return done.error();
  if (asked->rules) {
    auto done = rules.write(database, *asked->rules, change.case_id, change.layers);
    if (!done) return done.error();
  }
  if (auto done = write_links(database, change, *links); !done) return done.error();
  return write_look_ups(database, asked->look_ups, {change.case_id, row->version, change.births, change.deadlines});
}

Result<void> SqlStore::append(const Change& change) {
  if (auto done = check(change); !done) return done.error();
  if (auto done = check_names(change); !done) return done.error();
  std::string head;
  return sql::write(*database_, [&] { return write_change(*database_, rules_, change, head); });
}

}  // namespace birthcase::store
