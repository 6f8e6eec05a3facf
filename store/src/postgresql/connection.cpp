#include "postgresql/connection.hpp"

#include "postgresql/statement.hpp"

#include <algorithm>
#include <new>
#include <thread>
#include <utility>

namespace birthcase::store::postgresql {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr int most_clashes = 20;
constexpr int most_losses = 3;
constexpr int birth_locks = 0x62697274;  // `birt`: the first half of the keys of advisory locks on days of births

constexpr std::string_view write_case[] = {
    "INSERT INTO cases (profile, status, version, changed_at, head, id) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET profile = excluded.profile, status = excluded.status,"
    " version = excluded.version, changed_at = excluded.changed_at, head = excluded.head"};

constexpr sql::Dialect postgresql_dialect{
    .for_update = " FOR UPDATE",
    .skipping_held_messages = " FOR UPDATE OF o SKIP LOCKED",
    .cases_without_look_ups = "cases",
    .insert_unless_there = "INSERT INTO ",
    .unless_there = " ON CONFLICT DO NOTHING",
    .write_case = write_case,
    .last_personal_text = "currval('personal_texts_number_seq')",
    .forget_personal = "UPDATE personal_texts SET erased = 1, salt = '', text = '' WHERE number = ?",
    .messages_out_of_number =
        "SELECT case_id, sequence FROM outbox WHERE number < 1 OR number > (SELECT last_value FROM outbox_number_seq)"
        " ORDER BY number",
    .texts_out_of_number =
        "SELECT '', 0 FROM personal_texts WHERE number < 1 OR number > (SELECT last_value FROM"
        " personal_texts_number_seq)",
    .has_message_gaps = true,
    .forgotten_and_there = "SELECT '', 0 FROM personal_texts WHERE erased = 1 AND (text <> '' OR salt <> '')",
};

// What is answered is on the disk, whatever this database is set to. Only tables of the store are meant by their names.
constexpr const char* session_settings =
    "SET search_path = birthcase, pg_temp; SET lock_timeout = '10s'; SET statement_timeout = '60s';"
    " SET idle_in_transaction_session_timeout = '60s'; SET client_min_messages = warning;"
    " SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";

void say_nothing(void*, const PGresult*) {}

}  // namespace

Connection::Connection(Location location, Mode mode)
    : location_(std::move(location)),
      mode_(mode),
      pipeline_(nullptr, location_.name),
      random_(static_cast<std::minstd_rand::result_type>(steady_clock::now().time_since_epoch().count())) {}

Connection::~Connection() { drop_statements(); }

Result<std::unique_ptr<Connection>> Connection::open(const std::string& uri, Mode mode) {
  auto location = location_from(uri);
  if (!location) return location.error();
  std::unique_ptr<Connection> connection(new Connection(std::move(*location), mode));
  if (auto done = connection->connect_once_it_has_begun(); !done) return done.error();
  return connection;
}

// A server that is there and lets nobody in yet is waited for; one that answers by now is asked once more.
Result<void> Connection::connect_once_it_has_begun() {
  const auto until = steady_clock::now() + patience;
  for (bool answered = false;;) {
    auto done = connect();
    if (done || answered || steady_clock::now() >= until) return done;
    const PGPing state = PQping(location_.uri.c_str());
    if (state != PQPING_OK && state != PQPING_REJECT) return done;
    answered = state == PQPING_OK;
    std::this_thread::sleep_for(milliseconds(20));
  }
}

// What the location says goes before what stands ahead of it here, and behind what stands after it.
Result<void> Connection::connect() {
  const char* const keywords[] = {"fallback_application_name",
                                  "connect_timeout",
                                  "tcp_user_timeout",
                                  "keepalives_idle",
                                  "dbname",
                                  "client_encoding",
                                  nullptr};
  const char* const values[] = {"birthcase", "10", "10000", "10", location_.uri.c_str(), "UTF8", nullptr};
  server_.reset(PQconnectdbParams(keywords, values, 1));
  if (!server_) throw std::bad_alloc();
  pipeline_ = Pipeline(server_.get(), location_.name);
  if (PQstatus(server_.get()) != CONNECTION_OK) return not_connected();
  PQsetNoticeReceiver(server_.get(), say_nothing, nullptr);
  return begin_session();
}

Result<void> Connection::begin_session() {
  ++session_;
  if (auto done = run(session_settings); !done) return done.error();
  if (mode_ == Mode::read_only) return run("SET default_transaction_read_only = on");
  return {};
}

// The server's words are not kept secret here: they name host, user and database, and no row is known yet.
Error Connection::not_connected() const {
  std::string said = PQerrorMessage(server_.get());
  said.erase(std::min(said.find('\n'), said.size()));
  return {.kind = ErrorKind::storage,
          .message = "the server cannot be reached: " + without_password(std::move(said), location_),
          .document = location_.name};
}

const sql::Dialect& Connection::dialect() const noexcept { return postgresql_dialect; }

Result<std::unique_ptr<sql::Statement>> Connection::prepare(std::string_view sql) {
  auto name = "birthcase_" + std::to_string(++statements_);
  return std::unique_ptr<sql::Statement>(std::make_unique<Statement>(*this, std::move(name), sql));
}

// A writer locks the rows that count, and sees what others kept before it got the lock. Whether it may write at
// all is the session's setting, so `READ WRITE` is not said.
Result<void> Connection::begin(Purpose purpose) {
  return pipeline_.begin(purpose == Purpose::write ? "BEGIN ISOLATION LEVEL READ COMMITTED"
                                                   : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

bool Connection::again(int failures) {
  const Failure failure = pipeline_.failure();
  pipeline_.forget_failure();
  switch (failure) {
    case Failure::none:
    case Failure::lasting:
      return false;
    case Failure::duplicate:
      return failures == 1;
    case Failure::clash:
      if (failures >= most_clashes) return false;
      std::this_thread::sleep_for(milliseconds(random_() % (2U << std::min(failures, 6))));
      return true;
    case Failure::lost:
      return failures <= most_losses && reconnect();
  }
  return false;
}

// A server that begins again takes some seconds.
bool Connection::reconnect() {
  const auto until = steady_clock::now() + patience;
  for (;;) {
    if (connect()) return true;
    if (steady_clock::now() >= until) return false;
    std::this_thread::sleep_for(milliseconds(50));
  }
}

Result<void> Connection::lock_births(const std::set<std::int64_t>& days) {
  auto lock = query("SELECT pg_advisory_xact_lock(?, ?)");
  if (!lock) return lock.error();
  for (const std::int64_t day : days) {
    lock->again();
    if (auto done = lock->bind(birth_locks).bind(day).run(); !done) return done.error();
  }
  return {};
}

Result<void> Connection::look_for_row_security() {
  const auto active = number("SELECT row_security_active('personal_texts')");
  if (!active) return active.error();
  sees_personal_texts_ = *active == 0;
  return {};
}

Result<void> Connection::need_personal_texts() {
  if (sees_personal_texts_) return {};
  return Error{.kind = ErrorKind::refused,
               .message =
                   "this database user is not shown what tells about people, and may list cases and deadlines "
                   "only: connect as a member of the role that owns the store",
               .document = location_.name};
}

}  // namespace birthcase::store::postgresql
