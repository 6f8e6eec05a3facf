/// The rows that find a case again: its births by their day, its deadlines by their end.
#pragma once

#include <birthcase/store.hpp>

#include "sql/database.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::store {

/// A birth as rows keep it: the day and the mother's bucket find it, the details tell about people.
struct BirthRow {
  std::int64_t newborn = 0;
  std::int64_t day = 0;
  std::int64_t mother = 0;  ///< -1: an older library wrote it
  std::string details{};    ///< empty where they cannot be those that this library wrote

  friend bool operator==(const BirthRow&, const BirthRow&) = default;
};

struct DeadlineRow {
  std::int64_t place = 0;
  std::string what{};
  std::string id{};
  std::string due{};
  std::string ends{};
  std::string standing{};

  friend bool operator==(const DeadlineRow&, const DeadlineRow&) = default;
};

/// What is kept of births, and of deadlines: of those that can be found by it.
std::vector<BirthRow> rows_of(std::span<const BirthKey> births);
std::vector<DeadlineRow> rows_of(std::span<const Deadline> deadlines);

/// Whether a deadline has a row.
bool has_row(const Deadline& deadline) noexcept;

/// The rows of a case as they are, asked for; see `ask_case`.
struct AskedLookUps {
  sql::Query births;
  sql::Query deadlines;
};
Result<AskedLookUps> ask_look_ups(sql::Database& database, std::string_view case_id);
Result<std::vector<BirthRow>> births_in(sql::Query& asked);
Result<std::vector<DeadlineRow>> deadlines_in(sql::Query& asked);

/// Asks which births of other cases there are on the days of these, and keeps others from accepting more of them; none,
/// where these have no days.
Result<std::optional<sql::Query>> ask_others(sql::Database& database, std::span<const BirthKey> sole);

/// `conflict` if another case has one of these births.
Result<void> check_sole(const sql::Database& database, sql::Query& others, std::string_view case_id,
                        std::span<const BirthKey> sole);

/// Replaces the rows of a case, within the caller's transaction.
Result<void> write_look_ups(sql::Database& database, const LookUps& look_ups);
Result<void> write_look_ups(sql::Database& database, AskedLookUps& before, const LookUps& look_ups);

/// Takes a case's rows of births away and overwrites what they say about people.
Result<void> forget_births(sql::Database& database, std::string_view case_id);

/// Takes a case's rows of deadlines away.
Result<void> remove_deadlines(sql::Database& database, std::string_view case_id);

/// Is told of a row that cannot be read and is left out.
using LeaveOut = std::function<void(Damaged)>;

/// Into how many the numbers of mothers fall, so that births are found by them without being told.
inline constexpr std::int64_t mother_buckets = 1 << 20;

/// The births of one mother between two moments, both included.
Result<std::vector<BirthKey>> read_births_of(sql::Database& database, std::string_view mother_id_number,
                                             const DateTime& from, const DateTime& until, const LeaveOut& leave_out);

/// The births between two moments, both included.
Result<std::vector<BirthKey>> read_births(sql::Database& database, const DateTime& from, const DateTime& until,
                                          const LeaveOut& leave_out);

/// As `Store::due`.
Result<std::vector<Deadline>> read_due(sql::Database& database, DuePlace& after, const Due& until, int limit,
                                       const LeaveOut& leave_out);

}  // namespace birthcase::store
