#include "sql_store/outbox_rows.hpp"

#include <birthcase/case_json.hpp>

#include "kept.hpp"
#include "verification/case_check.hpp"
#include "verification/outbox_states.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace birthcase::store {
namespace {

using sql::Database;

constexpr std::string_view texts_of_nothing =
    "SELECT number, salt, text FROM personal_texts WHERE number IN (SELECT number FROM personal_texts WHERE erased = 0"
    " EXCEPT SELECT personal FROM events EXCEPT SELECT body FROM outbox EXCEPT SELECT details FROM births)";

// A row that was taken away, or numbered otherwise, has left its number free.
Result<std::int64_t> free_number_after(Database& database, std::int64_t last) {
  auto taken = database.query("SELECT 1 FROM outbox WHERE number = ?");
  if (!taken) return taken.error();
  const auto next = taken->bind(last + 1).next();
  if (!next) return next.error();
  if (!*next) return last + 1;
  auto free = database.query(
      "SELECT min(o.number) + 1 FROM outbox o WHERE o.number > ? AND o.number < ? AND NOT EXISTS (SELECT 1 FROM outbox "
      "n WHERE"
      " n.number = o.number + 1)");
  if (!free) return free.error();
  const auto found = free->bind(last).bind(last_number).next();
  if (!found) return found.error();
  return free->number(0);
}

// Repairs the outbox of one case.
class Mending {
 public:
  Mending(Database& database, const CaseRows& rows, const Replayed& replayed)
      : database_(database), case_id_(rows.id), events_(rows.events), messages_(rows.messages), replayed_(replayed) {}

  Result<void> run() {
    if (auto done = bring_back(); !done) return done.error();
    if (auto done = remove_what_no_event_made(); !done) return done.error();
    std::int64_t last = 0;
    for (const ReplayedMessage& expected : replayed_.messages) {
      const auto number = mend(expected, last);
      if (!number) return number.error();
      last = std::max(last, *number);
    }
    return mend_states();
  }

 private:
  const KeptRow* row_of(std::uint64_t sequence) const {
    const auto found = std::find_if(messages_.begin(), messages_.end(),
                                    [&](const KeptRow& row) { return row.message.sequence == sequence; });
    return found == messages_.end() ? nullptr : &*found;
  }

  Result<void> run(std::string_view sql, std::uint64_t sequence) {
    auto query = database_.query(sql);
    if (!query) return query.error();
    return query->bind(case_id_).bind(sequence).run();
  }

  // Rows that were given to another case or event still have the ids of their messages.
  Result<void> bring_back() {
    bool any = false;
    for (const ReplayedMessage& expected : replayed_.messages) {
      if (row_of(expected.sequence) != nullptr) continue;
      auto back = database_.query("UPDATE outbox SET case_id = ?, sequence = ? WHERE message_id = ?");
      if (!back) return back.error();
      auto done = back->bind(case_id_).bind(expected.sequence).bind(expected.message.id).run();
      if (!done) return done.error();
      any = true;
    }
    if (!any) return {};
    auto rows = read_case(database_, case_id_);
    if (!rows) return rows.error();
    messages_ = std::move(rows->messages);
    return {};
  }

  Result<void> remove_what_no_event_made() {
    for (auto row = messages_.begin(); row != messages_.end();) {
      const auto made =
          std::any_of(replayed_.messages.begin(), replayed_.messages.end(),
                      [&](const ReplayedMessage& each) { return each.sequence == row->message.sequence; });
      if (made) {
        ++row;
        continue;
      }
      auto done = run("DELETE FROM outbox WHERE case_id = ? AND sequence = ?", row->message.sequence);
      if (!done) return done.error();
      row = messages_.erase(row);
    }
    return {};
  }

  // Its number; the last one's, where there is no row and none can be made.
  Result<std::int64_t> mend(const ReplayedMessage& expected, std::int64_t last) {
    const KeptRow* row = row_of(expected.sequence);
    const std::string body = to_json(expected.message);
    const std::string& digest = event_of(expected.sequence).message_digest;
    const bool body_holds = row != nullptr && (row->message.body.erased || digest_of(row->message.body) == digest);
    std::optional<std::int64_t> text;
    if (!body_holds) {
      auto found = find_text(digest, row, body);
      if (!found) return found.error();
      text = *found;
    }
    if (row == nullptr)
      return text ? add(expected.message, expected.sequence, *text, last) : Result<std::int64_t>(last);
    std::int64_t number = row->number;
    if (number <= last || number > last_number) {
      auto next = free_number_after(database_, last);
      if (!next) return next.error();
      number = *next;
    }
    if (auto done = write(expected.message, expected.sequence, number, text); !done) return done.error();
    return number;
  }

  const KeptEvent& event_of(std::uint64_t sequence) const { return events_[sequence - 1]; }  // the events hold

  // A text that nothing refers to and that fits the event; or the row's own, corrected under its salt.
  Result<std::optional<std::int64_t>> find_text(const std::string& digest, const KeptRow* row,
                                                const std::string& body) {
    if (row != nullptr && digest_of({row->message.body.salt, body}) == digest) {
      auto right = database_.query(
          "UPDATE personal_texts SET text = ? WHERE number = (SELECT body FROM outbox WHERE case_id = ? AND sequence = "
          "?)");
      if (!right) return right.error();
      if (auto done = right->bind(body).bind(case_id_).bind(row->message.sequence).run(); !done) return done.error();
      return std::optional<std::int64_t>();
    }
    auto texts = database_.query(texts_of_nothing);
    if (!texts) return texts.error();
    for (;;) {
      const auto next = texts->next();
      if (!next) return next.error();
      if (!*next) return std::optional<std::int64_t>();
      if (digest_of({texts->text(1), texts->text(2)}) == digest) return forgotten_if_erased(texts->number(0));
    }
  }

  // What comes to light of a case whose people are forgotten is forgotten, too.
  Result<std::optional<std::int64_t>> forgotten_if_erased(std::int64_t number) {
    if (!replayed_.erased) return std::optional(number);
    auto forget = database_.query(database_.dialect().forget_personal);
    if (!forget) return forget.error();
    if (auto done = forget->bind(number).run(); !done) return done.error();
    return std::optional(number);
  }

  Result<std::int64_t> add(const Message& message, std::uint64_t sequence, std::int64_t text, std::int64_t last) {
    const auto number = free_number_after(database_, last);
    if (!number) return number.error();
    auto add = database_.query(
        "INSERT INTO outbox (number, message_id, case_id, sequence, step, organisation, body) VALUES (?, ?, ?, ?, ?, ?,"
        " ?)");
    if (!add) return add.error();
    add->bind(*number).bind(message.id).bind(case_id_).bind(sequence);
    auto done = add->bind(outbox_step(message)).bind(message.organisation).bind(text).run();
    if (!done) return done.error();
    messages_.push_back({{sequence, message.id, case_id_, {}}, outbox_step(message), message.organisation});
    messages_.back().number = *number;
    return *number;
  }

  Result<void> write(const Message& message, std::uint64_t sequence, std::int64_t number,
                     const std::optional<std::int64_t>& text) {
    auto change = database_.query(
        "UPDATE outbox SET number = ?, message_id = ?, step = ?, organisation = ?, body = coalesce(?, body)"
        " WHERE case_id = ? AND sequence = ?");
    if (!change) return change.error();
    change->bind(number).bind(message.id).bind(outbox_step(message)).bind(message.organisation).bind(text);
    if (auto done = change->bind(case_id_).bind(sequence).run(); !done) return done.error();
    for (KeptRow& row : messages_) {
      if (row.message.sequence != sequence) continue;
      row.number = number;
      row.step = outbox_step(message);
      row.message.id = message.id;
    }
    return {};
  }

  Result<void> mend_odd_numbers() {
    for (KeptRow& row : messages_) {
      if (!row.odd_acknowledged && !row.odd_attempts) continue;
      if (row.odd_acknowledged) row.acknowledged = false;
      if (row.odd_attempts) row.attempts = row.connector.empty() ? 0 : 1;
      auto right =
          database_.query("UPDATE outbox SET acknowledged = ?, attempts = ? WHERE case_id = ? AND sequence = ?");
      if (!right) return right.error();
      right->bind(row.acknowledged ? 1 : 0).bind(std::int64_t{row.attempts});
      if (auto done = right->bind(case_id_).bind(row.message.sequence).run(); !done) return done.error();
    }
    return {};
  }

  // What cannot be is made what it must have been; where nothing tells, the message is carried again, under its id.
  Result<void> mend_states() {
    if (auto done = mend_odd_numbers(); !done) return done.error();
    const auto withdrawn = withdrawn_unseen(messages_, replayed_);
    for (const KeptRow& row : messages_) {
      const std::uint64_t sequence = row.message.sequence;
      const bool over = replayed_.erased || withdrawn.contains(sequence) || is_overtaken(row, messages_);
      Result<void> done;
      if (over && !row.acknowledged) {
        done = run("UPDATE outbox SET acknowledged = 1 WHERE case_id = ? AND sequence = ?", sequence);
      } else if (row.acknowledged && row.attempts == 0 && !withdrawn.contains(sequence)) {
        done = run("UPDATE outbox SET acknowledged = 0 WHERE case_id = ? AND sequence = ?", sequence);
      }
      if (!done) return done.error();
      if (over && row.attempts == 0 && !withdrawn.contains(sequence)) {
        done = run("UPDATE outbox SET attempts = 1 WHERE case_id = ? AND sequence = ?", sequence);
      }
      if (!done) return done.error();
      if (has_possible_lease(row) && impossible_failures(row) == nullptr) continue;
      done =
          run("UPDATE outbox SET connector = NULL, leased_at = NULL, leased_until = NULL, failures = 0, failure = NULL,"
              " dead = 0 WHERE case_id = ? AND sequence = ?",
              sequence);
      if (!done) return done.error();
    }
    return {};
  }

  Database& database_;
  const std::string& case_id_;
  const std::vector<KeptEvent>& events_;
  std::vector<KeptRow> messages_;
  const Replayed& replayed_;
};

}  // namespace

Result<void> renumber(Database& database, std::string_view case_id, std::uint64_t sequence) {
  auto before = database.query(
      "SELECT coalesce(max(number), 0) FROM outbox WHERE case_id = ? AND sequence < ? AND number BETWEEN 0 AND ?");
  if (!before) return before.error();
  const auto row = before->bind(case_id).bind(sequence).bind(last_number).next();
  if (!row) return row.error();
  const auto number = free_number_after(database, before->number(0));
  if (!number) return number.error();
  auto change = database.query("UPDATE outbox SET number = ? WHERE case_id = ? AND sequence = ?");
  if (!change) return change.error();
  return change->bind(*number).bind(case_id).bind(sequence).run();
}

Result<void> mend_outbox(Database& database, const CaseRows& rows, const Replayed& replayed) {
  return Mending(database, rows, replayed).run();
}

}  // namespace birthcase::store
