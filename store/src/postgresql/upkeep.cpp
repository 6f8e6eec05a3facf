// What is done to the tables as such: old rows removed.
#include "postgresql/connection.hpp"

#include <thread>
#include <utility>
#include <vector>

namespace birthcase::store::postgresql {
namespace {

constexpr std::chrono::milliseconds patience_with_readers{1'000};

// Erasures whose overwritten rows no transaction, prepared transaction or replica can still want to see. Of sessions of
// other users this one may not be told what they see: those in a transaction count as seeing everything.
constexpr std::string_view out_of_sight = R"sql(
SELECT u.case_id FROM unfinished_erasures u
 WHERE NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.pid <> pg_backend_pid()
    AND (a.datname = current_database() OR a.backend_type = 'walsender')
    AND greatest(age(a.backend_xmin), age(a.backend_xid)) >= age(u.erased_by::xid))
   AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid AND l.locktype = 'virtualxid'
    WHERE a.pid <> pg_backend_pid() AND a.datname = current_database() AND a.backend_type IS NULL)
   AND NOT EXISTS (SELECT 1 FROM pg_prepared_xacts p WHERE age(p.transaction) >= age(u.erased_by::xid))
   AND NOT EXISTS (SELECT 1 FROM pg_replication_slots s WHERE age(s.xmin) >= age(u.erased_by::xid))
   AND pg_has_role((SELECT relowner FROM pg_class WHERE oid = 'personal_texts'::regclass), 'USAGE'))sql";

}  // namespace

// Pages are the server's: it finds those that do not fit their checksums when they are read, and everything was.
Result<void> Connection::check_pages(std::vector<Break>&) { return {}; }

Result<std::vector<std::string>> Connection::erasures_that_nobody_sees_any_more() {
  const auto all = number("SELECT count(*) FROM unfinished_erasures");
  if (!all) return all.error();
  const auto until = std::chrono::steady_clock::now() + patience_with_readers;
  for (;;) {
    auto found = *all == 0 ? std::vector<std::string>() : texts(out_of_sight);
    if (!found || std::cmp_greater_equal(found->size(), *all) || std::chrono::steady_clock::now() > until) return found;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

// Each by itself: the server takes no `VACUUM` among other statements. Events and messages have been overwritten only
// where an older library had free texts in them, or somebody has damaged them: then spaces stand behind what is left.
Result<void> Connection::vacuum() {
  const auto redacted = number(
      "SELECT count(*) FROM unfinished_erasures u JOIN events e ON e.case_id = u.case_id"
      " WHERE (e.type = 'erased' AND e.data LIKE '%redacted%') OR e.data LIKE '% ' OR e.by LIKE 'xx%'");
  if (!redacted) return redacted.error();
  std::vector<const char*> statements{"SET lock_timeout = '1s'", "SET statement_timeout = 0",
                                      "VACUUM (TRUNCATE OFF) personal_texts", "VACUUM (TRUNCATE OFF) births"};
  if (*redacted > 0)
    statements.insert(statements.end(), {"VACUUM (TRUNCATE OFF) events", "VACUUM (TRUNCATE OFF) outbox"});
  statements.insert(statements.end(), {"SET lock_timeout = '10s'", "SET statement_timeout = '60s'"});
  for (const char* sql : statements) {
    if (auto done = run(sql); !done) return done.error();
  }
  return {};
}

// An overwritten row stands beside the new one until `VACUUM` takes it away, which leaves what somebody may still see.
Result<std::vector<std::string>> Connection::sweep() {
  auto unseen = erasures_that_nobody_sees_any_more();
  if (!unseen || unseen->empty()) return unseen;
  const auto done = vacuum();
  pipeline_.forget_failure();
  if (done) return unseen;
  (void)run("SET lock_timeout = '10s'; SET statement_timeout = '60s'");
  return std::vector<std::string>();
}

}  // namespace birthcase::store::postgresql
