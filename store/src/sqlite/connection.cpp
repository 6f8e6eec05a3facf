#include "sqlite/connection.hpp"

#include "sqlite/engine.hpp"
#include "sqlite/error.hpp"
#include "sqlite/new_file.hpp"
#include "sqlite/statement.hpp"

#include <new>
#include <sqlite3.h>
#include <thread>
#include <utility>

namespace birthcase::store::sqlite {
namespace {

constexpr std::string_view take_back = "ROLLBACK";

constexpr std::string_view cannot_encrypt =
    "this library was built without SQLCipher (BIRTHCASE_SQLCIPHER) and cannot encrypt, nothing was done: build it "
    "with "
    "SQLCipher, or give no key and encrypt the disk";
constexpr std::string_view not_encrypted =
    "the file is not encrypted, nothing was done to it: open it without a key; to encrypt its cases, export them and "
    "import them into a new file";
constexpr std::string_view another_key =
    "the file has another key, is damaged at its beginning, or is not a store, nothing was done to it: check the key "
    "and "
    "the name of the file";

// Without `ON CONFLICT` and `UPDATE … FROM`, which the SQLite within an older SQLCipher does not know.
constexpr std::string_view write_case[] = {
    "UPDATE cases SET profile = ?1, status = ?2, version = ?3, changed_at = ?4, head = ?5 WHERE id = ?6",
    "INSERT INTO cases (profile, status, version, changed_at, head, id) SELECT ?1, ?2, ?3, ?4, ?5, ?6"
    " WHERE NOT EXISTS (SELECT 1 FROM cases WHERE id = ?6)"};

// A transaction that writes has the file to itself from its beginning, so nothing else must be locked. A text is
// forgotten with as many bytes as there were, so that SQLite overwrites the row in its place.
constexpr sql::Dialect sqlite_dialect{
    .for_update = "",
    .skipping_held_messages = "",
    .cases_without_look_ups = "cases INDEXED BY cases_without_look_ups",
    .insert_unless_there = "INSERT OR IGNORE INTO ",
    .unless_there = "",
    .write_case = write_case,
    .last_personal_text = "last_insert_rowid()",
    .forget_personal =
        "UPDATE personal_texts SET erased = 1, salt = zeroblob(length(salt)),"
        " text = printf('%*s', length(CAST(text AS BLOB)), '') WHERE number = ?",
    .messages_out_of_number =
        "SELECT case_id, sequence FROM outbox WHERE number < 1 OR number > (SELECT count(*) FROM outbox)"
        " ORDER BY number",
    .texts_out_of_number =
        "SELECT '', 0 WHERE (SELECT count(*) FROM personal_texts) <> (SELECT coalesce(max(number), 0) FROM"
        " personal_texts) OR (SELECT coalesce(min(number), 1) FROM personal_texts) <> 1",
    .has_message_gaps = false,
    .forgotten_and_there =
        "SELECT '', 0 FROM personal_texts WHERE erased = 1 AND (trim(text) <> '' OR salt <> zeroblob(length(salt)))",
};

}  // namespace

void Connection::CloseFile::operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }

Connection::~Connection() { drop_statements(); }

int Connection::Waiting::again(void* waiting, int count) {
  auto& self = *static_cast<Waiting*>(waiting);
  const auto now = std::chrono::steady_clock::now();
  if (count == 0) self.since = now;
  if (now - self.since >= self.most) return 0;
  std::this_thread::sleep_for(std::chrono::milliseconds(count < 5 ? 1 : 4));
  return 1;
}

Result<std::unique_ptr<Connection>> Connection::open_without_key(const std::string& file, Mode mode) {
  const int flags = mode == Mode::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  if (mode != Mode::read_only) make_for_owner_alone(file);
  std::unique_ptr<Connection> connection(new Connection(file));
  sqlite3* database = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &database, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
  if (database == nullptr) throw std::bad_alloc();
  connection->database_.reset(database);
  if (code != SQLITE_OK) return connection->error(sqlite3_extended_errcode(database));
  sqlite3_extended_result_codes(database, 1);
  engine::disarm(database);
  sqlite3_busy_handler(database, Waiting::again, &connection->waiting_);
  return connection;
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string& file, Mode mode, const Key* key) {
  if (key == nullptr) return open_without_key(file, mode);
  const auto refused = [&file](std::string_view why) {
    return Error{.kind = ErrorKind::refused, .message = std::string(why), .document = file};
  };
  if (!engine::encrypts()) return refused(cannot_encrypt);
  const auto forms = engine::forms();
  for (auto form = forms.begin(); form != forms.end();) {
    auto connection = open_without_key(file, mode);
    if (!connection) return connection.error();
    sqlite3* database = (*connection)->handle();
    (*connection)->began_empty_ = engine::beginning_of(database) == engine::Beginning::empty;
    const int code = engine::unlock(database, *key, *form);
    if (code == SQLITE_OK) return connection;
    if ((code & 0xff) != SQLITE_NOTADB) return (*connection)->error(code);
    if (engine::beginning_of(database) == engine::Beginning::plain) return refused(not_encrypted);
    if (!(*connection)->is_overtaken()) ++form;  // else the file has another beginning by now
  }
  return refused(another_key);
}

bool Connection::is_overtaken() const noexcept {
  return began_empty_ && engine::beginning_of(handle()) != engine::Beginning::empty;
}

Error Connection::error(int code) const { return error_of(code, sqlite3_errmsg(database_.get()), file_); }

const sql::Dialect& Connection::dialect() const noexcept { return sqlite_dialect; }

Result<std::unique_ptr<sql::Statement>> Connection::prepare(std::string_view sql) {
  return Statement::prepare(database_.get(), sql, file_);
}

Result<void> Connection::run(const char* sql) {
  const int code = sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return error(code);
  return {};
}

bool Connection::in_transaction() const noexcept { return sqlite3_get_autocommit(database_.get()) == 0; }

// What takes the transaction back is prepared before it begins: then there may be no memory left for that. One that
// could not be taken back even so is made up for here.
Result<void> Connection::begin(Purpose purpose) {
  auto back = query(take_back);
  if (!back) return back.error();
  if (in_transaction()) {
    if (auto done = back->run(); !done) return done.error();
  }
  // One that writes waits for other writers now, so that it cannot fail for them later.
  auto begun = query(purpose == Purpose::write ? "BEGIN IMMEDIATE" : "BEGIN");
  if (!begun) return begun.error();
  return begun->run();
}

Result<void> Connection::commit() {
  auto kept = query("COMMIT");
  if (!kept) return kept.error();
  return kept->run();
}

// Some errors, such as a full disk, have taken everything back already.
void Connection::roll_back() noexcept {
  if (!in_transaction()) return;
  try {
    if (auto back = query(take_back); back) (void)back->run();
  } catch (...) {
    return;  // an error that SQLite could not even describe; the transaction is taken back all the same
  }
}

}  // namespace birthcase::store::sqlite
