#include "sql_store/forget_texts.hpp"

#include "chain.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace birthcase::store {
namespace {

using sql::Database;

enum class Referrer : std::uint8_t { event, message, unproven, birth };  // the last two have no digest

// What a row of the case refers to.
struct Reference {
  Referrer from = Referrer::unproven;
  std::uint64_t sequence = 0;
  std::optional<std::int64_t> number;  // none where no such text or no such row is there
  std::int64_t erased = 0;
  PersonalText text{};
  std::string digest{};
};

constexpr std::string_view references_sql =
    "SELECT 0, e.sequence, p.number, p.erased, p.salt, p.text, e.personal_digest FROM events e"
    " LEFT JOIN personal_texts p ON p.number = e.personal WHERE e.case_id = ?"
    " UNION ALL SELECT 1, e.sequence, p.number, p.erased, p.salt, p.text, e.message_digest FROM events e"
    " LEFT JOIN outbox o ON o.case_id = e.case_id AND o.sequence = e.sequence"
    " LEFT JOIN personal_texts p ON p.number = o.body WHERE e.case_id = ? AND e.message_digest <> ''"
    " UNION ALL SELECT 2, o.sequence, p.number, p.erased, p.salt, p.text, '' FROM outbox o"
    " JOIN personal_texts p ON p.number = o.body WHERE o.case_id = ? AND NOT EXISTS (SELECT 1 FROM events e"
    " WHERE e.case_id = o.case_id AND e.sequence = o.sequence AND e.message_digest <> '')"
    " UNION ALL SELECT 3, 0, p.number, p.erased, p.salt, p.text, '' FROM births b"
    " JOIN personal_texts p ON p.number = b.details WHERE b.case_id = ?";

// Live texts to which no row refers that is what it says: none at all, or one of no case, or a message of no event.
constexpr std::string_view loose_sql =
    "SELECT number, salt, text FROM personal_texts WHERE (erased = 0 OR trim(text) <> '') AND number IN"
    " (SELECT number FROM personal_texts"
    " EXCEPT SELECT e.personal FROM events e JOIN cases c ON c.id = e.case_id"
    " EXCEPT SELECT o.body FROM outbox o JOIN events e ON e.case_id = o.case_id AND e.sequence = o.sequence"
    " WHERE e.message_digest <> ''"
    " EXCEPT SELECT b.details FROM births b JOIN cases c ON c.id = b.case_id)";

// A value of `personal_texts.erased` that `verify` tells of: this was forgotten, and was not the text that its row
// names, while others were there that could have been it.
constexpr std::string_view mark_unproven = "UPDATE personal_texts SET erased = 2 WHERE number = ?";
constexpr std::int64_t unproven_mark = 2;

struct Loose {
  std::int64_t number = 0;
  bool salted = false;
  bool strange = false;  // salted, and tells about people: nobody can say whose it is unless it fits a digest
  std::string digest{};
};

bool is_blank(const Reference& each) {
  return each.erased != 0 && each.text.text.find_first_not_of(' ') == std::string::npos;
}

// What has no salt is a copy of a birth, which can be made again, and so belongs to the rows that refer to it.
bool fits(const Reference& each) {
  if (each.from == Referrer::birth) return each.text.salt.empty();
  return !each.digest.empty() && digest_of(each.text) == each.digest;
}

Result<std::vector<Reference>> references_of(Database& database, std::string_view case_id) {
  auto asked = database.query(references_sql);
  if (!asked) return asked.error();
  asked->bind(case_id).bind(case_id).bind(case_id).bind(case_id);
  return sql::collect(*asked, [](const sql::Query& row) {
    return Reference{.from = static_cast<Referrer>(row.number(0)),
                     .sequence = row.count(1),
                     .number = row.is_null(2) ? std::nullopt : std::optional(row.number(2)),
                     .erased = row.number(3),
                     .text = {.salt = row.text(4), .text = row.text(5)},
                     .digest = row.text(6)};
  });
}

Result<std::vector<Loose>> loose_texts(Database& database) {
  auto asked = database.query(loose_sql);
  if (!asked) return asked.error();
  return sql::collect(*asked, [](const sql::Query& row) {
    const PersonalText text{.salt = row.text(1), .text = row.text(2)};
    const bool salted = !text.salt.empty();
    return Loose{row.number(0), salted, salted && text.text != nothing_personal, digest_of(text)};
  });
}

Result<std::uint64_t> last_erasure(Database& database, std::string_view case_id) {
  auto asked = database.query("SELECT coalesce(max(sequence), 0) FROM events WHERE case_id = ? AND type = 'erased'");
  if (!asked) return asked.error();
  const auto row = asked->bind(case_id).next();
  if (!row) return row.error();
  return asked->count(0);
}

Result<bool> misses_events(Database& database, std::string_view case_id) {
  auto asked = database.query(
      "SELECT count(*), coalesce(min(sequence), 0), coalesce(max(sequence), 0) FROM events WHERE case_id = ?");
  if (!asked) return asked.error();
  const auto row = asked->bind(case_id).next();
  if (!row) return row.error();
  return asked->number(1) != 1 || asked->number(2) != asked->number(0);
}

// Whether what a row names is not known to be what it refers to, nor to have been forgotten.
bool is_lacking(const Reference& each, std::uint64_t erasure) {
  if (each.from == Referrer::unproven || each.from == Referrer::birth) return false;
  if (!each.number || each.erased == unproven_mark) return true;
  return !fits(each) && !(is_blank(each) && each.sequence < erasure);
}

// Forgets the texts of one case.
class Forgetting {
 public:
  Forgetting(Database& database, std::string_view case_id) : database_(database), case_id_(case_id) {}

  Result<bool> run() {
    if (auto done = look(); !done) return done.error();
    if (auto done = forget_referred(); !done) return done.error();
    if (auto done = forget_loose(); !done) return done.error();
    if (auto done = settle_lacking(); !done) return done.error();
    if (auto done = write("DELETE FROM births WHERE case_id = ?", {}, {}); !done) return done.error();
    return any_;
  }

 private:
  Result<void> look() {
    if (auto done = database_.need_personal_texts(); !done) return done.error();
    auto references = references_of(database_, case_id_);
    if (!references) return references.error();
    const auto erasure = last_erasure(database_, case_id_);
    if (!erasure) return erasure.error();
    references_ = std::move(*references);
    erasure_ = *erasure;
    const auto whole = is_whole();
    if (!whole) return whole.error();
    if (*whole) return {};
    auto loose = loose_texts(database_);
    if (!loose) return loose.error();
    loose_ = std::move(*loose);
    return {};
  }

  // Whether every text that the case can have is there: then none of it is elsewhere, and not the whole database has
  // to be looked through.
  Result<bool> is_whole() const {
    const auto misses = misses_events(database_, case_id_);
    if (!misses) return misses.error();
    const bool fit = std::all_of(references_.begin(), references_.end(), fits);
    const bool has_births = std::any_of(references_.begin(), references_.end(),
                                        [](const Reference& each) { return each.from == Referrer::birth; });
    return !*misses && fit && has_births;
  }

  // Numbers first, then the case, then a sequence.
  Result<void> write(std::string_view sql, std::optional<std::int64_t> number, std::optional<std::uint64_t> sequence) {
    auto query = database_.query(sql);
    if (!query) return query.error();
    if (number) query->bind(*number);
    query->bind(case_id_);
    if (sequence) query->bind(*sequence);
    return query->run();
  }

  Result<void> with_number(std::string_view sql, std::int64_t number) {
    auto query = database_.query(sql);
    if (!query) return query.error();
    return query->bind(number).run();
  }

  Result<void> forget(std::int64_t number) {
    forgotten_.insert(number);
    return with_number(database_.dialect().forget_personal, number);
  }

  Result<bool> others_refer_to(std::int64_t number) {
    auto asked = database_.query(
        "SELECT 1 FROM events WHERE personal = ? AND case_id <> ? UNION ALL SELECT 1 FROM outbox WHERE body = ?"
        " AND case_id <> ? UNION ALL SELECT 1 FROM births WHERE details = ? AND case_id <> ?");
    if (!asked) return asked.error();
    return asked->bind(number).bind(case_id_).bind(number).bind(case_id_).bind(number).bind(case_id_).next();
  }

  // An erasure says nothing about people, and what is its own stays.
  bool is_to_stay(const Reference& each) const {
    if (!each.number || forgotten_.contains(*each.number)) return true;
    return erasure_ > 0 && (is_blank(each) || (fits(each) && each.text.text == nothing_personal));
  }

  Result<void> forget_referred() {
    for (const Reference& each : references_) {
      if (is_to_stay(each)) continue;
      if (!fits(each)) {
        const auto shared = others_refer_to(*each.number);
        if (!shared) return shared.error();
        if (*shared) continue;
      }
      const bool has_digest = each.from == Referrer::event || each.from == Referrer::message;
      any_ = any_ || (has_digest && !is_blank(each));
      if (auto done = forget(*each.number); !done) return done.error();
    }
    return {};
  }

  bool is_ours(const Loose& text) const {
    return !text.salted || std::any_of(references_.begin(), references_.end(),
                                       [&text](const Reference& each) { return each.digest == text.digest; });
  }

  Result<void> forget_loose() {
    for (const Loose& text : loose_) {
      if (forgotten_.contains(text.number)) continue;
      if (!is_ours(text)) {
        strange_ = strange_ || text.strange;
        continue;
      }
      if (auto done = forget(text.number); !done) return done.error();
    }
    return {};
  }

  // Those whose text was found refer to it again; what cannot be known any more once it is overwritten is marked.
  Result<void> settle_lacking() {
    for (const Reference& each : references_) {
      if (!is_lacking(each, erasure_)) continue;
      const auto found =
          std::find_if(loose_.begin(), loose_.end(), [&each](const Loose& text) { return text.digest == each.digest; });
      Result<void> done;
      if (found != loose_.end()) {
        done = write(each.from == Referrer::event ? "UPDATE events SET personal = ? WHERE case_id = ? AND sequence = ?"
                                                  : "UPDATE outbox SET body = ? WHERE case_id = ? AND sequence = ?",
                     found->number, each.sequence);
      } else if (strange_ && each.number && (is_blank(each) || forgotten_.contains(*each.number))) {
        done = with_number(mark_unproven, *each.number);
      }
      if (!done) return done.error();
    }
    return {};
  }

  Database& database_;
  std::string_view case_id_;
  std::vector<Reference> references_{};
  std::vector<Loose> loose_{};
  std::set<std::int64_t> forgotten_{};
  std::uint64_t erasure_ = 0;  // the event after which nothing was left already
  bool any_ = false;
  bool strange_ = false;  // there are texts of nothing that may be anybody's
};

}  // namespace

Result<bool> forget_texts(Database& database, std::string_view case_id) { return Forgetting(database, case_id).run(); }

Result<bool> lacks_texts(Database& database, std::string_view case_id) {
  auto lacks = misses_events(database, case_id);
  if (!lacks) return lacks;
  const auto erasure = last_erasure(database, case_id);
  if (!erasure) return erasure.error();
  const auto references = references_of(database, case_id);
  if (!references) return references.error();
  for (const Reference& each : *references) *lacks = *lacks || is_lacking(each, *erasure);
  if (!*lacks) return false;
  const auto loose = loose_texts(database);
  if (!loose) return loose.error();
  return std::any_of(loose->begin(), loose->end(), [](const Loose& text) { return text.strange; });
}

}  // namespace birthcase::store
