#include "raw.hpp"

#include <birthcase/store.hpp>

#include <chrono>
#include <sqlite3.h>
#include <stdexcept>
#include <thread>

#ifdef BIRTHCASE_POSTGRESQL
#include <libpq-fe.h>
#endif

namespace birthcase::tests {

using Rows = std::vector<std::vector<std::string>>;

class Raw::Database {
 public:
  virtual ~Database() = default;
  virtual void run(const std::string& sql) = 0;
  virtual Rows rows(const std::string& sql) = 0;
  virtual const char* reading() const = 0;
  virtual const char* writing() const = 0;
  virtual const char* ignoring() const = 0;
};

namespace {

[[noreturn]] void fail(const std::string& sql, const std::string& said) { throw std::runtime_error(sql + ": " + said); }

class File final : public Raw::Database {
 public:
  explicit File(const std::string& file) {
    if (sqlite3_open(file.c_str(), &database_) != SQLITE_OK) fail(file, "cannot be opened");
    sqlite3_busy_timeout(database_, 10'000);
  }
  ~File() override { sqlite3_close(database_); }

  void run(const std::string& sql) override {
    if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
      fail(sql, sqlite3_errmsg(database_));
    }
  }

  Rows rows(const std::string& sql) override {
    sqlite3_stmt* statement = nullptr;
    int code = sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr);
    Rows all;
    while (code == SQLITE_OK || code == SQLITE_ROW) {
      code = sqlite3_step(statement);
      if (code == SQLITE_ROW) all.push_back(row_of(statement));
    }
    sqlite3_finalize(statement);
    if (code != SQLITE_DONE) fail(sql, sqlite3_errmsg(database_));
    return all;
  }

  const char* reading() const override { return "BEGIN"; }
  const char* writing() const override { return "BEGIN IMMEDIATE"; }
  const char* ignoring() const override { return "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON"; }

 private:
  static std::vector<std::string> row_of(sqlite3_stmt* statement) {
    std::vector<std::string> row;
    for (int column = 0; column < sqlite3_column_count(statement); ++column) {
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
      row.emplace_back(bytes == nullptr ? "" : bytes,
                       static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
    }
    return row;
  }

  sqlite3* database_ = nullptr;
};

#ifdef BIRTHCASE_POSTGRESQL

class OnServer final : public Raw::Database {
 public:
  // A server that crashed lets nobody in for a while.
  explicit OnServer(const std::string& location) : server_(PQconnectdb(location.c_str())) {
    PQsetNoticeReceiver(
        server_, [](void*, const PGresult*) {}, nullptr);
    for (int count = 0; count < 500 && PQstatus(server_) != CONNECTION_OK; ++count) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      PQreset(server_);
    }
    if (PQstatus(server_) != CONNECTION_OK) fail("connecting", PQerrorMessage(server_));
    run("SET client_min_messages = warning; SET search_path = birthcase, public");
  }
  ~OnServer() override { PQfinish(server_); }

  void run(const std::string& sql) override { (void)rows(sql); }

  Rows rows(const std::string& sql) override {
    const std::unique_ptr<PGresult, void (*)(PGresult*)> answer(PQexec(server_, sql.c_str()), PQclear);
    const auto status = PQresultStatus(answer.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) fail(sql, PQerrorMessage(server_));
    Rows all;
    for (int place = 0; place < PQntuples(answer.get()); ++place) {
      auto& row = all.emplace_back();
      for (int column = 0; column < PQnfields(answer.get()); ++column) {
        row.emplace_back(PQgetvalue(answer.get(), place, column));
      }
    }
    return all;
  }

  const char* reading() const override { return "BEGIN ISOLATION LEVEL REPEATABLE READ"; }
  const char* writing() const override { return "BEGIN"; }
  const char* ignoring() const override { return "SET session_replication_role = replica"; }

 private:
  PGconn* server_;
};

#endif

std::unique_ptr<Raw::Database> database_at(const std::string& location) {
#ifdef BIRTHCASE_POSTGRESQL
  if (store::is_on_server(location)) return std::make_unique<OnServer>(location);
#endif
  return std::make_unique<File>(location);
}

}  // namespace

Raw::Raw(const std::string& location) : database_(database_at(location)) {}
Raw::~Raw() = default;

void Raw::run(const std::string& sql) { database_->run(sql); }

std::vector<std::vector<std::string>> Raw::rows(const std::string& sql) { return database_->rows(sql); }

std::string Raw::text(const std::string& sql) {
  const auto all = rows(sql);
  return all.empty() ? std::string() : all.front().front();
}

std::int64_t Raw::number(const std::string& sql) { return std::stoll(text("SELECT CAST((" + sql + ") AS TEXT)")); }

void Raw::begin_reading() { run(database_->reading()); }
void Raw::begin_writing() { run(database_->writing()); }
void Raw::ignore_constraints() { run(database_->ignoring()); }

}  // namespace birthcase::tests
