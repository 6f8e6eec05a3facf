#include "sqlite/schema.hpp"

#include "sql/transaction.hpp"
#include "sqlite/engine.hpp"
#include "sqlite/error.hpp"

#include <fmt/format.h>

#include <chrono>
#include <sqlite3.h>
#include <string>
#include <thread>

namespace birthcase::store::sqlite {
namespace {

// Everything that tells about people stands in `personal_texts`, and nowhere else. Its rows are only ever added at the
// end and overwritten where they stand with as many bytes: the pages of the file never pass them on, so that no copy
// is left behind anywhere when they are erased.
constexpr const char* version_1 = R"sql(
CREATE TABLE rules_texts (
  digest TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE cases (
  id TEXT NOT NULL PRIMARY KEY,
  profile TEXT NOT NULL,
  status TEXT NOT NULL,
  version INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  head TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE layers (
  case_id TEXT NOT NULL REFERENCES cases,
  place INTEGER NOT NULL,
  profile TEXT NOT NULL,
  digest TEXT NOT NULL REFERENCES rules_texts (digest),
  PRIMARY KEY (case_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE personal_texts (
  number INTEGER PRIMARY KEY,
  erased INTEGER NOT NULL,
  salt BLOB NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE events (
  case_id TEXT NOT NULL REFERENCES cases,
  sequence INTEGER NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  type TEXT NOT NULL,
  data TEXT NOT NULL,
  personal INTEGER NOT NULL REFERENCES personal_texts,
  personal_digest TEXT NOT NULL,
  message_digest TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (case_id, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  number INTEGER PRIMARY KEY,
  message_id TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  step TEXT NOT NULL,
  organisation TEXT NOT NULL,
  body INTEGER NOT NULL REFERENCES personal_texts,
  acknowledged INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  connector TEXT,
  leased_at TEXT,
  leased_until TEXT,
  FOREIGN KEY (case_id, sequence) REFERENCES events
) STRICT;
CREATE UNIQUE INDEX outbox_by_event ON outbox (case_id, sequence);
CREATE INDEX outbox_waiting ON outbox (number) WHERE acknowledged = 0;
CREATE INDEX outbox_waiting_for_organisation ON outbox (organisation, number) WHERE acknowledged = 0;
CREATE INDEX outbox_waiting_by_step ON outbox (case_id, step, number) WHERE acknowledged = 0;
)sql";

// `look_ups` is the version of the case that its births and deadlines speak of.
constexpr const char* version_2 = R"sql(
ALTER TABLE cases ADD COLUMN look_ups INTEGER NOT NULL DEFAULT 0;
CREATE INDEX cases_without_look_ups ON cases (id) WHERE look_ups <> version;

CREATE TABLE births (
  case_id TEXT NOT NULL REFERENCES cases,
  newborn INTEGER NOT NULL,
  day INTEGER NOT NULL,
  details INTEGER NOT NULL REFERENCES personal_texts,
  PRIMARY KEY (case_id, newborn)
) STRICT, WITHOUT ROWID;
CREATE INDEX births_by_day ON births (day);

CREATE TABLE deadlines (
  case_id TEXT NOT NULL REFERENCES cases,
  place INTEGER NOT NULL,
  what TEXT NOT NULL,
  id TEXT NOT NULL,
  due TEXT NOT NULL,
  ends TEXT NOT NULL,
  standing TEXT NOT NULL,
  PRIMARY KEY (case_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX deadlines_by_end ON deadlines (ends, case_id, id);

CREATE TABLE unfinished_erasures (
  case_id TEXT NOT NULL PRIMARY KEY REFERENCES cases
) STRICT, WITHOUT ROWID;
)sql";

// `mother` is one of `mother_buckets`: it finds the births of one mother among many, and tells nobody who she is.
// Births that an older library has written have -1 until their case goes on.
constexpr const char* version_3 = R"sql(
ALTER TABLE births ADD COLUMN mother INTEGER NOT NULL DEFAULT -1;
CREATE INDEX births_by_mother ON births (mother, day);
)sql";

// `failures` is how often carrying a message has failed in a row, `failure` the code of the last one. A message that
// waits after one has a connector and `leased_until`, and no `leased_at`; one that is dead has a connector alone. Whose
// turn it is says its number, and 64 more for each time that it was handed out.
constexpr const char* version_4 = R"sql(
ALTER TABLE outbox ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN failure TEXT;
ALTER TABLE outbox ADD COLUMN dead INTEGER NOT NULL DEFAULT 0;
DROP INDEX outbox_waiting_for_organisation;
CREATE INDEX outbox_turns ON outbox (number + 64 * attempts) WHERE acknowledged = 0 AND dead = 0;
CREATE INDEX outbox_turns_of_organisation ON outbox (organisation, number + 64 * attempts)
  WHERE acknowledged = 0 AND dead = 0;
)sql";

constexpr const char* all_migrations[] = {version_1, version_2, version_3, version_4};

Error refusal(const Connection& connection, ErrorKind kind, std::string message) {
  return {.kind = kind, .message = std::move(message), .document = connection.name()};
}

// The schema of the file; 0 for an empty one. Asked within a transaction: another process may be making the tables.
Result<std::size_t> version_of(Connection& connection) {
  const auto application = connection.number("PRAGMA application_id");
  if (!application) return application.error();
  const auto version = connection.number("PRAGMA user_version");
  if (!version) return version.error();
  const auto tables = connection.number("SELECT count(*) FROM sqlite_master");
  if (!tables) return tables.error();
  if (*application == 0 && *version == 0 && *tables == 0) return 0;
  if (*application != application_id) {
    return refusal(connection, ErrorKind::storage,
                   "this is a database of another program, nothing was done to it: choose another file");
  }
  if (*version < 1) return refusal(connection, ErrorKind::storage, "a store without a schema: go on from a backup");
  const auto known = migrations().size();
  if (static_cast<std::size_t>(*version) > known) {
    return refusal(connection, ErrorKind::out_of_range,
                   fmt::format("the file has schema {}, and this library knows schemas up to {}: use a newer library",
                               *version, known));
  }
  return static_cast<std::size_t>(*version);
}

Result<std::size_t> version_seen_by_reader(Connection& connection) {
  auto transaction = sql::Transaction::to_read(connection);
  if (!transaction) return transaction.error();
  return version_of(connection);
}

// Needs the file for a moment to itself, and SQLite does not wait for that by itself.
Result<void> use_write_ahead_log(Connection& connection) {
  const auto until = std::chrono::steady_clock::now() + Connection::patience;
  for (;;) {
    const auto done = connection.run("PRAGMA journal_mode = WAL");
    if (done) break;
    const int code = sqlite3_errcode(connection.handle()) & 0xff;
    if (code != SQLITE_BUSY || std::chrono::steady_clock::now() > until) return done.error();
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  auto mode = connection.query("PRAGMA journal_mode");
  if (!mode) return mode.error();
  const auto row = mode->next();
  if (!row) return row.error();
  if (*row && mode->text(0) == "wal") return {};
  return refusal(connection, ErrorKind::storage,
                 "this file cannot have a write-ahead log: use a file on a local disk, none in memory");
}

// In one transaction, with the version read again: another process may have been faster.
Result<void> migrate(Connection& connection) {
  auto transaction = sql::Transaction::to_write(connection);
  if (!transaction) return transaction.error();
  const auto version = version_of(connection);
  if (!version) return version.error();
  for (std::size_t next = *version; next < migrations().size(); ++next) {
    if (auto done = connection.run(engine::as_taken(migrations()[next]).c_str()); !done) return done.error();
  }
  const std::string marks =
      fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, migrations().size());
  if (auto done = connection.run(marks.c_str()); !done) return done.error();
  return transaction->commit();
}

}  // namespace

std::span<const char* const> migrations() noexcept { return all_migrations; }

Result<void> prepare(Connection& connection, Mode mode) {
  const auto version = version_seen_by_reader(connection);
  if (!version) return version.error();
  const bool present = *version == migrations().size();
  if (mode == Mode::read_only) {
    if (present) return connection.run("PRAGMA temp_store = MEMORY");
    return refusal(connection, ErrorKind::refused,
                   *version == 0
                       ? "the file is empty and may only be read: open it once for writing"
                       : "the file has an older schema: open it once for writing, which brings it up to date");
  }
  // FULL: what was answered survives a power failure. MEMORY: no personal text gets into files beside this one.
  if (auto done = connection.run("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; "
                                 "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON");
      !done)
    return done.error();
  if (auto done = use_write_ahead_log(connection); !done) return done.error();
  if (!present) return migrate(connection);
  return {};
}

}  // namespace birthcase::store::sqlite
