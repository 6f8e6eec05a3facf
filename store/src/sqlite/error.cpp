#include "sqlite/error.hpp"

#include <fmt/format.h>

#include <new>
#include <sqlite3.h>

namespace birthcase::store::sqlite {
namespace {

struct Words {
  int code;  // without its extension
  ErrorKind kind;
  std::string_view text;
};

constexpr Words words[] = {
    {SQLITE_FULL, ErrorKind::storage, "the disk is full, nothing was kept: make room, then try again"},
    {SQLITE_READONLY, ErrorKind::refused,
     "the file is read-only, nothing was kept: open it for reading and writing, and let this user write to the file "
     "and to its folder"},
    {SQLITE_CORRUPT, ErrorKind::storage,
     "corrupted page, the file is damaged: stop writing to it, keep a copy, check the disk, and go on from a backup"},
    {SQLITE_NOTADB, ErrorKind::storage,
     "the file is not a database, or it is encrypted and needs its key: check its name, give the key, or go on from a "
     "backup"},
    {SQLITE_BUSY, ErrorKind::storage,
     "locked, another program has been writing for too long: try again; if it stays so, look for a program that holds "
     "the file open in a transaction"},
    {SQLITE_LOCKED, ErrorKind::storage, "locked by another use in this program: use the store in one thread at a time"},
    {SQLITE_IOERR, ErrorKind::storage,
     "input/output error, the disk could not be read or written: look into the system's log; on a network drive move "
     "the file to a local disk"},
    {SQLITE_CANTOPEN, ErrorKind::storage,
     "the file cannot be opened: check that its folder exists, and that this user may write there (reading needs that "
     "too, for the file's -wal and -shm neighbours)"},
    {SQLITE_PERM, ErrorKind::storage, "this user has no right to the file"},
    {SQLITE_TOOBIG, ErrorKind::out_of_range, "a text is longer than a database can hold"},
    {SQLITE_PROTOCOL, ErrorKind::storage, "locked, too many programs began at once: try again"},
    {SQLITE_CONSTRAINT, ErrorKind::storage, "the new rows contradict the existing ones, nothing was kept"},
};

// What an engine says that knows no STRICT tables, of a file that has them.
constexpr std::string_view not_known = "near \"STRICT\"";
constexpr std::string_view made_by_newer_engine =
    "the file was made by a newer SQLite than the one within this library's SQLCipher, nothing was done to it: export "
    "its cases with the library that made it, and import them here";

}  // namespace

Error error_of(int code, std::string_view said, const std::string& file) {
  const int primary = code & 0xff;
  if (primary == SQLITE_NOMEM || code == SQLITE_IOERR_NOMEM) throw std::bad_alloc();
  if (primary == SQLITE_CORRUPT && said.find(not_known) != std::string_view::npos) {
    return {.kind = ErrorKind::out_of_range, .message = std::string(made_by_newer_engine), .document = file};
  }
  for (const Words& known : words) {
    if (known.code != primary) continue;
    return {.kind = known.kind, .message = fmt::format("{} (SQLite {}: {})", known.text, code, said), .document = file};
  }
  return {.kind = ErrorKind::storage,
          .message = fmt::format("the database failed (SQLite {}: {}): report this with both numbers", code, said),
          .document = file};
}

}  // namespace birthcase::store::sqlite
