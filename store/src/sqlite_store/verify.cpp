// Whether everything is still as it was kept.
#include <birthcase/digest.hpp>

#include "chain.hpp"
#include "kept.hpp"
#include "sqlite/transaction.hpp"
#include "sqlite_store.hpp"

#include <new>
#include <string_view>
#include <utility>

namespace birthcase::store {
namespace {

using sqlite::Connection;

Result<void> verify_case(Connection& connection, const Head& head, Verification& verification) {
  ChainCheck chain(head);
  const auto take = [&](KeptEvent&& event, std::optional<KeptRow>&& row) -> Result<void> {
    ++verification.events;
    chain.event(event, row ? std::optional(std::move(row->message)) : std::nullopt);
    return {};
  };
  if (auto done = read_events(connection, head.case_id, take); !done) return done.error();
  for (Break& broken : std::move(chain).finish()) verification.breaks.push_back(std::move(broken));
  ++verification.cases;
  return {};
}

Result<std::vector<Head>> heads(Connection& connection) {
  auto rows = connection.query("SELECT id, version, head FROM cases ORDER BY id");
  if (!rows) return rows.error();
  std::vector<Head> all;
  for (;;) {
    const auto row = rows->next();
    if (!row) return row.error();
    if (!*row) return all;
    all.push_back({rows->text(0), rows->count(1), rows->text(2)});
  }
}

// Rows of cases or events that are not there: each asked with a case's id and a sequence.
Result<void> verify_orphans(Connection& connection, std::string_view sql, std::string_view what,
                            Verification& verification) {
  auto rows = connection.query(sql);
  if (!rows) return rows.error();
  for (;;) {
    const auto row = rows->next();
    if (!row) return row.error();
    if (!*row) return {};
    verification.breaks.push_back({rows->text(0), rows->count(1), std::string(what)});
  }
}

Result<void> verify_rules(Connection& connection, Verification& verification) {
  auto rows = connection.query("SELECT digest, text FROM rules_texts");
  if (!rows) return rows.error();
  for (;;) {
    const auto row = rows->next();
    if (!row) return row.error();
    if (!*row) return {};
    if (sha256(rows->text(1)) == rows->text(0)) continue;
    verification.breaks.push_back({{}, 0, "a text of rules was changed; its digest was " + rows->text(0)});
  }
}

// A check that stopped for want of memory says so as if the page were damaged: with the code of SQLITE_NOMEM.
bool ran_out_of_memory(std::string_view said) noexcept { return said.ends_with("error code=7"); }

Result<void> verify_pages(Connection& connection, Verification& verification) {
  auto rows = connection.query("PRAGMA integrity_check(1)");
  if (!rows) return rows.error();
  const auto row = rows->next();
  if (!row) return row.error();
  const std::string said = *row ? rows->text(0) : "nothing";
  if (ran_out_of_memory(said)) throw std::bad_alloc();
  if (said != "ok") verification.breaks.push_back({{}, 0, "the file is damaged: " + said});
  return {};
}

Result<void> verify_file(Connection& connection, Verification& verification) {
  auto done = verify_orphans(connection,
                             "SELECT case_id, sequence FROM events WHERE case_id NOT IN (SELECT id FROM cases)"
                             " ORDER BY case_id, sequence",
                             "an event of a case that has no row of its own", verification);
  if (!done) return done.error();
  done = verify_orphans(connection,
                        "SELECT o.case_id, o.sequence FROM outbox o LEFT JOIN events e ON e.case_id = o.case_id"
                        " AND e.sequence = o.sequence WHERE e.case_id IS NULL ORDER BY o.number",
                        "a message in the outbox whose event is missing", verification);
  if (!done) return done.error();
  if (auto rules = verify_rules(connection, verification); !rules) return rules.error();
  return verify_pages(connection, verification);
}

}  // namespace

Result<Verification> SqliteStore::verify(std::string_view case_id) {
  auto transaction = sqlite::Transaction::to_read(connection_);
  if (!transaction) return transaction.error();
  Verification verification;
  std::vector<Head> all;
  if (case_id.empty()) {
    auto found = heads(connection_);
    if (!found) return found.error();
    all = std::move(*found);
  } else {
    auto row = need_case(connection_, case_id);
    if (!row) return row.error();
    all.push_back({std::move(row->id), row->version, std::move(row->head)});
  }
  HeadsDigest digest;
  for (const Head& head : all) {
    if (auto done = verify_case(connection_, head, verification); !done) return done.error();
    digest.add(head);
  }
  verification.digest = digest.take();
  if (case_id.empty()) {
    if (auto done = verify_file(connection_, verification); !done) return done.error();
  }
  const auto unfinished = connection_.number("SELECT count(*) FROM unfinished_erasures");
  if (!unfinished) return unfinished.error();
  verification.unfinished_erasures = static_cast<std::uint64_t>(*unfinished);
  return verification;
}

}  // namespace birthcase::store
