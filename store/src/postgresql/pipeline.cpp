#include "postgresql/pipeline.hpp"

#include <algorithm>
#include <new>
#include <string_view>
#include <utility>

namespace birthcase::store::postgresql {
namespace {

constexpr std::size_t most_awaited = 100;  // then what comes back is read, before it fills all buffers
constexpr int rows_as_text = 0;

int send(PGconn* server, const char* sql) {
  return PQsendQueryParams(server, sql, 0, nullptr, nullptr, nullptr, nullptr, rows_as_text);
}

int send(PGconn* server, const std::string& statement, const Parameters& bound) {
  return PQsendQueryPrepared(server, statement.c_str(), static_cast<int>(bound.values.size()), bound.values.data(),
                             bound.lengths.data(), bound.formats.data(), rows_as_text);
}

}  // namespace

Result<void> Pipeline::check(const PGresult* answer) {
  const ExecStatusType status = PQresultStatus(answer);
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return {};
  const char* sqlstate = answer == nullptr ? nullptr : PQresultErrorField(answer, PG_DIAG_SQLSTATE);
  const bool ended = PQstatus(server_) != CONNECTION_OK;
  if (answer == nullptr && !ended) throw std::bad_alloc();
  failure_ = ended || sqlstate == nullptr ? Failure::lost : failure_of(sqlstate);
  if (failure_ == Failure::lost) return lost(committing_, *name_);
  return error_of(sqlstate, *name_);
}

Result<void> Pipeline::sent(int code, Answer* into) {
  if (code == 1) {
    awaited_.push_back(into);
    return {};
  }
  if (PQstatus(server_) == CONNECTION_OK) throw std::bad_alloc();
  failure_ = Failure::lost;
  return lost(committing_, *name_);
}

// Reads every answer that is awaited; yields the last one, or the first error. Those after an error were not run.
Result<Answer> Pipeline::fetch() {
  if (!std::exchange(synchronised_, false) && PQpipelineSync(server_) != 1) {
    awaited_.clear();
    return sent(0).error();
  }
  Result<void> first;
  Answer last;
  for (Answer* const into : std::exchange(awaited_, {})) {
    last.reset(PQgetResult(server_));
    if (first) first = check(last.get());
    while (const Answer end{PQgetResult(server_)}) continue;
    if (into != nullptr && first) *into = std::move(last);
  }
  const Answer synchronised(PQgetResult(server_));
  if (first) return last;
  if (in_transaction_ && !broken_) broken_ = first.error();
  return first.error();
}

// What was taken back was not waited for: its answer is read before anything else is done.
Result<void> Pipeline::settle() {
  if (!pipelined()) return {};
  if (!awaited_.empty()) {
    auto answers = fetch();
    if (!answers && failure_ == Failure::lost) return answers.error();
    failure_ = Failure::none;
  }
  PQexitPipelineMode(server_);
  return {};
}

Result<void> Pipeline::run(const char* sql) {
  if (pipelined() && !awaited_.empty()) {
    if (auto answers = fetch(); !answers) return answers.error();
  }
  if (auto done = settle(); !done) return done.error();
  const Answer answer(PQexec(server_, sql));
  return check(answer.get());
}

Result<void> Pipeline::begin(const char* sql) {
  roll_back();
  if (auto done = settle(); !done) return done.error();
  broken_.reset();
  if (PQenterPipelineMode(server_) != 1) return sent(0).error();
  auto done = sent(send(server_, sql));
  in_transaction_ = done.has_value();
  return done;
}

// The server ends a transaction that failed before with `ROLLBACK`, and no error.
Result<void> Pipeline::commit() {
  committing_ = true;
  auto done = pipelined() ? sent(send(server_, "COMMIT")) : Result<void>();
  Answer answer;
  if (done && pipelined()) {
    auto fetched = fetch();
    if (fetched) answer = std::move(*fetched);
    if (!fetched) done = fetched.error();
  } else if (done) {
    answer.reset(PQexec(server_, "COMMIT"));
    done = check(answer.get());
  }
  committing_ = false;
  if (!done) return done.error();
  in_transaction_ = false;
  if (std::string_view(PQcmdStatus(answer.get())) != "COMMIT") return error_of("25P02", *name_);
  return settle();
}

void Pipeline::roll_back() noexcept {
  if (!std::exchange(in_transaction_, false) || PQstatus(server_) != CONNECTION_OK) return;
  if (!pipelined()) {
    const Answer ignored(PQexec(server_, "ROLLBACK"));
  } else if (send(server_, "ROLLBACK") == 1) {
    awaited_.push_back(nullptr);
    synchronised_ = PQpipelineSync(server_) == 1;
  }
}

Result<void> Pipeline::prepare(const std::string& statement, const std::string& sql) {
  if (!in_transaction_) {
    if (auto done = settle(); !done) return done.error();
  }
  if (in_transaction_ && broken_) return *broken_;
  if (!pipelined()) {
    const Answer prepared(PQprepare(server_, statement.c_str(), sql.c_str(), 0, nullptr));
    return check(prepared.get());
  }
  if (auto done = sent(PQsendPrepare(server_, statement.c_str(), sql.c_str(), 0, nullptr)); !done) return done.error();
  if (auto answers = fetch(); !answers) return answers.error();
  return {};
}

Result<Answer> Pipeline::execute(const std::string& statement, const Parameters& bound) {
  if (!in_transaction_) {
    if (auto done = settle(); !done) return done.error();
  }
  if (in_transaction_ && broken_) return *broken_;
  if (pipelined()) {
    if (auto done = sent(send(server_, statement, bound)); !done) return done.error();
    return fetch();
  }
  Answer answer(PQexecPrepared(server_, statement.c_str(), static_cast<int>(bound.values.size()), bound.values.data(),
                               bound.lengths.data(), bound.formats.data(), rows_as_text));
  if (auto done = check(answer.get()); !done) return done.error();
  return answer;
}

Result<void> Pipeline::execute_later(const std::string& statement, const Parameters& bound) {
  const bool at_once = !in_transaction_ || !pipelined() || awaited_.size() >= most_awaited;
  if (!at_once) return sent(send(server_, statement, bound));
  if (auto answer = execute(statement, bound); !answer) return answer.error();
  return {};
}

bool Pipeline::execute_ahead(const std::string& statement, const Parameters& bound, Answer& into) {
  if (!in_transaction_ || !pipelined() || awaited_.size() >= most_awaited) return false;
  return sent(send(server_, statement, bound), &into).has_value();
}

Result<void> Pipeline::wait() {
  if (in_transaction_ && broken_) return *broken_;
  if (awaited_.empty()) return {};
  if (auto answers = fetch(); !answers) return answers.error();
  return {};
}

void Pipeline::forget(Answer& into) noexcept {
  std::replace(awaited_.begin(), awaited_.end(), &into, static_cast<Answer*>(nullptr));
}

}  // namespace birthcase::store::postgresql
