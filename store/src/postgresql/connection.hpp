/// A session on a server of PostgreSQL, made again where it is lost.
#pragma once

#include <birthcase/result.hpp>
#include <birthcase/store.hpp>

#include "postgresql/location.hpp"
#include "postgresql/pipeline.hpp"
#include "sql/database.hpp"

#include <chrono>
#include <cstdint>
#include <libpq-fe.h>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::store::postgresql {

class Connection final : public sql::Database {
 public:
  /// How long a call waits for others, and for a server that is not there, before it gives up.
  static constexpr std::chrono::milliseconds patience{10'000};

  static Result<std::unique_ptr<Connection>> open(const std::string& uri, Mode mode);
  ~Connection() override;

  /// Runs statements that have no parameters and whose rows nobody wants.
  Result<void> run(const char* sql) { return pipeline_.run(sql); }

  /// Notes whether the personal texts are shown to this user.
  Result<void> look_for_row_security();

  Pipeline& pipeline() noexcept { return pipeline_; }

  /// Counts up when the session is another one, which knows of no prepared statements.
  std::uint64_t session() const noexcept { return session_; }

  const std::string& name() const noexcept override { return location_.name; }
  const sql::Dialect& dialect() const noexcept override;
  Result<void> begin(Purpose purpose) override;
  Result<void> commit() override { return pipeline_.commit(); }
  void roll_back() noexcept override { pipeline_.roll_back(); }
  bool again(int failures) override;
  Result<void> lock_births(const std::set<std::int64_t>& days) override;
  Result<void> need_personal_texts() override;
  Result<void> check_pages(std::vector<Break>& breaks) override;
  Result<void> check_schema(std::vector<Break>& breaks) override;
  Result<std::vector<std::string>> sweep() override;

 protected:
  Result<std::unique_ptr<sql::Statement>> prepare(std::string_view sql) override;

 private:
  struct Finish {
    void operator()(PGconn* server) const noexcept { PQfinish(server); }
  };

  Connection(Location location, Mode mode);

  Result<void> connect();
  Result<void> connect_once_it_has_begun();
  Result<void> begin_session();
  bool reconnect();
  Error not_connected() const;
  Result<std::vector<std::string>> erasures_that_nobody_sees_any_more();
  Result<void> vacuum();

  Location location_;
  Mode mode_;
  std::unique_ptr<PGconn, Finish> server_;
  Pipeline pipeline_;  // of that server
  std::uint64_t session_ = 0;
  std::uint64_t statements_ = 0;
  bool sees_personal_texts_ = true;
  std::minstd_rand random_;
};

}  // namespace birthcase::store::postgresql
