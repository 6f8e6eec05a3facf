/// The store in a database of SQL, whichever it is. What the calls promise stands in `birthcase/store.hpp`.
#pragma once

#include <birthcase/store.hpp>

#include "sql/database.hpp"
#include "sql_store/rules_texts.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace birthcase::store {

class SqlStore final : public Store {
 public:
  /// With what earlier erasures have left removed, where this may be written to.
  static Result<std::unique_ptr<Store>> begin(std::unique_ptr<sql::Database> database, Mode mode);

  explicit SqlStore(std::unique_ptr<sql::Database> database) noexcept : database_(std::move(database)) {}

  Result<void> append(const Change& change) override;
  Result<Stored> load(std::string_view case_id) override;
  Result<std::vector<Summary>> cases(std::string_view after, int limit) override;
  Result<std::vector<Leased>> lease(const LeaseRequest& request) override;
  Result<void> renew(std::string_view message_id, std::string_view connector, const DateTime& now,
                     int seconds) override;
  Result<void> ack(std::string_view message_id, std::string_view connector) override;
  Result<Waiting> failed(const Failure& failure) override;
  Result<void> retry(std::string_view message_id) override;
  Result<std::vector<Waiting>> waiting(std::string_view after, int limit, bool dead_only) override;
  Result<std::vector<Deadline>> due(const Due& until, int limit) override;
  Result<std::vector<Deadline>> due_after(DuePlace& after, const Due& until, int limit) override;
  Result<std::vector<BirthKey>> births(const DateTime& from, const DateTime& until) override;
  Result<std::vector<BirthKey>> births_of(std::string_view mother_id_number, const DateTime& from,
                                          const DateTime& until) override;
  Result<std::vector<Summary>> without_look_ups(std::string_view after, int limit) override;
  Result<void> keep_look_ups(const LookUps& look_ups) override;
  Result<Verification> verify(std::string_view case_id) override;
  Result<Verification> verify_replayed(std::string_view case_id, const Replay& replay) override;
  Result<Repair> repair(std::string_view case_id, const Replay& replay) override;
  Result<std::vector<Head>> heads(std::string_view after, int limit) override;
  Result<std::vector<Break>> breaks_against(std::span<const Head> noted) override;
  Result<std::string> export_case(std::string_view case_id) override;
  Result<std::string> import_case(std::string_view json) override;
  Result<std::string> import_replayed(std::string_view json, const Replay& replay) override;
  Result<void> erase(const Change& change) override;
  Result<std::vector<Event>> erase_unread(const UnreadErasure& erasure) override;
  Result<bool> is_erasure_unfinished(std::string_view case_id) override;
  Result<void> finish_erasures() override;
  Result<bool> lacks_texts(std::string_view case_id) override;

 private:
  /// For what reads rows: notes each that it leaves out.
  auto leaving_out() {
    return [this](Damaged row) { leave_out(std::move(row)); };
  }

  std::unique_ptr<sql::Database> database_;
  RulesTexts rules_{};
};

}  // namespace birthcase::store
