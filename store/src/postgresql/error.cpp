#include "postgresql/error.hpp"

#include <fmt/format.h>

namespace birthcase::store::postgresql {
namespace {

struct Words {
  std::string_view sqlstate;  // or how it begins
  ErrorKind kind;
  std::string_view text;
};

// The first that fits counts.
constexpr Words words[] = {
    {"22021", ErrorKind::encoding, "a text has a NUL in it or is not UTF-8, which the database cannot hold"},
    {"22", ErrorKind::out_of_range, "a value is beyond what the database can hold"},
    {"23", ErrorKind::storage, "the new rows contradict the existing ones, nothing was kept"},
    {"25006", ErrorKind::refused,
     "the database is read-only here, nothing was kept: open it for reading and writing, on the primary server"},
    {"28", ErrorKind::storage, "the server does not let this user in: look into its pg_hba.conf"},
    {"40", ErrorKind::storage, "other programs kept changing the same rows, nothing was kept: try again"},
    {"42501", ErrorKind::refused,
     "this database user has no right to that, nothing was kept: connect as a member of the role that owns the store"},
    {"42", ErrorKind::storage,
     "the tables are not as this library makes them: look for a program that changed them, or go on from a backup"},
    {"53100", ErrorKind::storage, "the server's disk is full, nothing was kept: make room, then try again"},
    {"53200", ErrorKind::storage, "the server has no memory left, nothing was kept: try again"},
    {"53300", ErrorKind::storage, "the server has too many connections: close some, or raise max_connections"},
    {"54", ErrorKind::out_of_range, "a text is longer than a database can hold"},
    {"55P03", ErrorKind::storage,
     "locked, another program has been writing for too long: try again; if it stays so, look for one that is idle in a "
     "transaction (pg_stat_activity)"},
    {"57014", ErrorKind::storage,
     "stopped, it took too long: try again; if it stays so, look for what keeps the server busy (pg_stat_activity)"},
    {"58", ErrorKind::storage, "input/output error, the server could not read or write: look into its log"},
    {"XX00", ErrorKind::storage,
     "corrupted page, the database is damaged: stop writing to it, keep a copy, check the disk, and go on from a "
     "backup"},
};

}  // namespace

Failure failure_of(std::string_view sqlstate) noexcept {
  if (sqlstate == "40001" || sqlstate == "40P01") return Failure::clash;
  if (sqlstate == "23505") return Failure::duplicate;
  if (sqlstate.starts_with("08") || sqlstate.starts_with("57P")) return Failure::lost;
  return Failure::lasting;
}

Error error_of(std::string_view sqlstate, const std::string& name) {
  for (const Words& known : words) {
    if (!sqlstate.starts_with(known.sqlstate)) continue;
    return {.kind = known.kind, .message = fmt::format("{} (PostgreSQL {})", known.text, sqlstate), .document = name};
  }
  return {.kind = ErrorKind::storage,
          .message = fmt::format("the database failed (PostgreSQL {}): the server's log says more", sqlstate),
          .document = name};
}

Error lost(bool committing, const std::string& name) {
  return {.kind = ErrorKind::storage,
          .message = committing ? "the connection to the server was lost in the midst of keeping: whether it was kept "
                                  "shows when the case is loaded again"
                                : "the connection to the server was lost, nothing was kept: try again",
          .document = name};
}

}  // namespace birthcase::store::postgresql
