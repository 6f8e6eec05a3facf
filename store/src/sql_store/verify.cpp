// Whether everything is still as it was kept.
#include "chain.hpp"
#include "kept.hpp"
#include "sql/transaction.hpp"
#include "sql_store.hpp"
#include "sql_store/examine.hpp"
#include "sql_store/loose_rows.hpp"

#include <string_view>
#include <utility>

namespace birthcase::store {
namespace {

using sql::Database;

Result<void> verify_case(Database& database, const Head& head, Verification& verification) {
  ChainCheck chain(head);
  const auto take = [&](KeptEvent&& event, std::optional<KeptRow>&& row) -> Result<void> {
    ++verification.events;
    chain.event(event, row ? std::optional(std::move(row->message)) : std::nullopt);
    return {};
  };
  if (auto done = read_events(database, head.case_id, take); !done) return done.error();
  for (Break& broken : std::move(chain).finish()) verification.breaks.push_back(std::move(broken));
  ++verification.cases;
  return {};
}

Result<void> verify_replayed(Database& database, RulesTexts& rules, const Head& head, const Replay& replay,
                             Verification& verification) {
  auto found = examine(database, rules, head.case_id, replay);
  if (!found) return found.error();
  verification.events += found->rows.events.size();
  verification.not_replayed += found->profile_unknown ? 1 : 0;
  for (Break& broken : found->breaks) verification.breaks.push_back(std::move(broken));
  ++verification.cases;
  return {};
}

// So many at once, since there may be more cases than there is room for. A row that stands before those that it comes
// after would lead in a circle.
Result<std::vector<Head>> heads_after(Database& database, const std::string& after, std::vector<Break>& breaks) {
  auto rows = database.query("SELECT id, version, head FROM cases WHERE id > ? ORDER BY id LIMIT 1000");
  if (!rows) return rows.error();
  rows->bind(after);
  std::vector<Head> all;
  auto visited = sql::each_row(*rows, [&](const sql::Query& row) {
    Head head{row.text(0), row.count(1), row.text(2)};
    if (head.case_id > (all.empty() ? after : all.back().case_id)) {
      all.push_back(std::move(head));
    } else {
      breaks.push_back({{}, 0, "the rows are not in the order of their ids", "cases"});
    }
  });
  if (!visited) return visited.error();
  return all;
}

Result<void> verify_file(Database& database, Verification& verification) {
  if (auto done = check_loose_rows(database, verification.breaks); !done) return done.error();
  if (auto done = database.check_schema(verification.breaks); !done) return done.error();
  return database.check_pages(verification.breaks);
}

Result<std::vector<Head>> head_of(Database& database, std::string_view case_id) {
  auto row = need_case(database, case_id);
  if (!row) return row.error();
  return std::vector<Head>{{std::move(row->id), row->version, std::move(row->head)}};
}

Result<void> verify_cases(Database& database, RulesTexts& rules, const std::vector<Head>& heads, const Replay* replay,
                          Verification& verification, HeadsDigest& digest) {
  for (const Head& head : heads) {
    auto done = replay == nullptr ? verify_case(database, head, verification)
                                  : verify_replayed(database, rules, head, *replay, verification);
    if (!done) return done.error();
    digest.add(head);
  }
  return {};
}

Result<void> verify_all(Database& database, RulesTexts& rules, const Replay* replay, Verification& verification,
                        HeadsDigest& digest) {
  for (std::string after;;) {
    const auto heads = heads_after(database, after, verification.breaks);
    if (!heads) return heads.error();
    if (heads->empty()) return verify_file(database, verification);
    if (auto done = verify_cases(database, rules, *heads, replay, verification, digest); !done) return done.error();
    after = heads->back().case_id;
  }
}

Result<void> verify_one(Database& database, RulesTexts& rules, std::string_view case_id, const Replay* replay,
                        Verification& verification, HeadsDigest& digest) {
  const auto head = head_of(database, case_id);
  if (!head) return head.error();
  return verify_cases(database, rules, *head, replay, verification, digest);
}

Result<Verification> verify_within(Database& database, RulesTexts& rules, std::string_view case_id,
                                   const Replay* replay) {
  if (auto done = database.need_personal_texts(); !done) return done.error();
  Verification verification;
  HeadsDigest digest;
  auto done = case_id.empty() ? verify_all(database, rules, replay, verification, digest)
                              : verify_one(database, rules, case_id, replay, verification, digest);
  if (!done) return done.error();
  verification.digest = digest.take();
  hide_odd_ids(verification.breaks);
  const auto unfinished = database.number("SELECT count(*) FROM unfinished_erasures");
  if (!unfinished) return unfinished.error();
  verification.unfinished_erasures = static_cast<std::uint64_t>(*unfinished);
  return verification;
}

}  // namespace

Result<Verification> SqlStore::verify(std::string_view case_id) {
  return sql::read(*database_, [&] { return verify_within(*database_, rules_, case_id, nullptr); });
}

Result<Verification> SqlStore::verify_replayed(std::string_view case_id, const Replay& replay) {
  return sql::read(*database_, [&] { return verify_within(*database_, rules_, case_id, &replay); });
}

}  // namespace birthcase::store
