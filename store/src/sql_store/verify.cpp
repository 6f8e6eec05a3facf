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

Result<void> verify_replayed(Database& database, const Head& head, const Replay& replay, Verification& verification) {
  auto found = examine(database, head.case_id, replay);
  if (!found) return found.error();
  verification.events += found->rows.events.size();
  verification.not_replayed += found->profile_unknown ? 1 : 0;
  for (Break& broken : found->breaks) verification.breaks.push_back(std::move(broken));
  ++verification.cases;
  return {};
}

Result<std::vector<Head>> heads(Database& database) {
  auto rows = database.query("SELECT id, version, head FROM cases ORDER BY id");
  if (!rows) return rows.error();
  std::vector<Head> all;
  for (;;) {
    const auto row = rows->next();
    if (!row) return row.error();
    if (!*row) return all;
    all.push_back({rows->text(0), rows->count(1), rows->text(2)});
  }
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

Result<Verification> verify_within(Database& database, std::string_view case_id, const Replay* replay) {
  if (auto done = database.need_personal_texts(); !done) return done.error();
  const auto all = case_id.empty() ? heads(database) : head_of(database, case_id);
  if (!all) return all.error();
  Verification verification;
  HeadsDigest digest;
  for (const Head& head : *all) {
    auto done = replay == nullptr ? verify_case(database, head, verification)
                                  : verify_replayed(database, head, *replay, verification);
    if (!done) return done.error();
    digest.add(head);
  }
  verification.digest = digest.take();
  if (case_id.empty()) {
    if (auto done = verify_file(database, verification); !done) return done.error();
  }
  hide_odd_ids(verification.breaks);
  const auto unfinished = database.number("SELECT count(*) FROM unfinished_erasures");
  if (!unfinished) return unfinished.error();
  verification.unfinished_erasures = static_cast<std::uint64_t>(*unfinished);
  return verification;
}

}  // namespace

Result<Verification> SqlStore::verify(std::string_view case_id) {
  return sql::read(*database_, [&] { return verify_within(*database_, case_id, nullptr); });
}

Result<Verification> SqlStore::verify_replayed(std::string_view case_id, const Replay& replay) {
  return sql::read(*database_, [&] { return verify_within(*database_, case_id, &replay); });
}

}  // namespace birthcase::store
