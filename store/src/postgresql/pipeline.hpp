/// What is sent to a server and what comes back: within a transaction, several statements on one journey.
#pragma once

#include <birthcase/result.hpp>

#include "postgresql/error.hpp"
#include "postgresql/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace birthcase::store::postgresql {

/// As libpq wants them: beside each other.
struct Parameters {
  std::vector<const char*> values{};
  std::vector<int> lengths{};
  std::vector<int> formats{};
};

/// Belongs to a session, and knows of its transaction. A server far away is asked as rarely as can be: what yields no
/// rows travels together with the next statement that does, or with the commit.
class Pipeline {
 public:
  /// `name` is what errors name, and stays where it is.
  Pipeline(PGconn* server, const std::string& name) noexcept : server_(server), name_(&name) {}

  /// Runs statements without parameters at once.
  Result<void> run(const char* sql);

  Result<void> begin(const char* sql);
  Result<void> commit();
  void roll_back() noexcept;

  Result<void> prepare(const std::string& statement, const std::string& sql);
  Result<Answer> execute(const std::string& statement, const Parameters& parameters);

  /// In a transaction an error may be told later.
  Result<void> execute_later(const std::string& statement, const Parameters& parameters);

  /// In a transaction: sends a statement whose rows are wanted later, and puts them into `into` once something waits
  /// for answers; false where nothing was sent. Each waiting caller gets an error.
  bool execute_ahead(const std::string& statement, const Parameters& parameters, Answer& into);

  /// Waits for all that was sent.
  Result<void> wait();

  /// Nothing is put there any more.
  void forget(Answer& into) noexcept;

  /// What the last error means for trying again.
  Failure failure() const noexcept { return failure_; }
  void forget_failure() noexcept { failure_ = Failure::none; }

 private:
  bool pipelined() const noexcept { return PQpipelineStatus(server_) != PQ_PIPELINE_OFF; }

  Result<void> check(const PGresult* answer);
  Result<void> sent(int code, Answer* into = nullptr);
  Result<Answer> fetch();
  Result<void> settle();

  PGconn* server_;
  const std::string* name_;
  std::vector<Answer*> awaited_{};  // answers that are still to come, and where those go that somebody wants
  bool synchronised_ = false;       // nothing more may join them
  bool in_transaction_ = false;     // by what was sent
  bool committing_ = false;
  std::optional<Error> broken_{};  // the first error of this transaction: what comes after it can only fail too
  Failure failure_ = Failure::none;
};

}  // namespace birthcase::store::postgresql
