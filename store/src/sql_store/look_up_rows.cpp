#include "sql_store/look_up_rows.hpp"

#include <birthcase/date.hpp>
#include <birthcase/digest.hpp>

#include "alike_within.hpp"
#include "case/names.hpp"
#include "kept.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace birthcase::store {
namespace {

using sql::Database;

std::int64_t day_of(const DateTime& moment) { return static_cast<std::int64_t>(moment.date().julian_day()); }

// Some thousand numbers that somebody can have share a bucket: it finds a mother's births, and names nobody.
std::int64_t bucket_of(std::string_view mother_id_number) {
  constexpr std::size_t hex_digits = 5;
  static_assert(std::int64_t{1} << (4 * hex_digits) == mother_buckets);
  std::int64_t bucket = 0;
  const std::string digest = sha256(mother_id_number).substr(0, hex_digits);
  std::from_chars(digest.data(), digest.data() + digest.size(), bucket, 16);
  return bucket;
}

// The moment, the order or nothing, the mother's number: a line each.
std::string details_of(const BirthKey& birth) {
  return to_string(*birth.born_at) + '\n' + (birth.order ? std::to_string(*birth.order) : "") + '\n' +
         birth.mother_id_number;
}

std::optional<std::int64_t> integer(std::string_view text) {
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

std::optional<BirthKey> birth_from(std::string case_id, std::int64_t newborn, std::string_view details) {
  const auto first = details.find('\n');
  const auto second = first == std::string_view::npos ? first : details.find('\n', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto moment = parse_date_time(details.substr(0, first));
  if (!moment || !cases::is_case_id(case_id)) return std::nullopt;
  return BirthKey{std::move(case_id), static_cast<std::uint16_t>(newborn), std::string(details.substr(second + 1)),
                  *moment, integer(details.substr(first + 1, second - first - 1))};
}

bool settled(Standing standing) noexcept {
  return standing == Standing::kept || standing == Standing::missed || standing == Standing::given_up;
}

// Texts of moments compare as the moments do; a day without a time comes after all of its moments.
std::string end_of(const Due& due) { return due.time ? to_string(due) : to_string(due) + "T24:00"; }

}  // namespace

std::vector<BirthRow> rows_of(std::span<const BirthKey> births) {
  std::vector<BirthRow> rows;
  for (const BirthKey& birth : births) {
    if (!birth.born_at || birth.born_at->is_special()) continue;  // nothing finds it
    rows.push_back({birth.newborn, day_of(*birth.born_at), bucket_of(birth.mother_id_number), details_of(birth)});
  }
  std::sort(rows.begin(), rows.end(), [](const BirthRow& a, const BirthRow& b) { return a.newborn < b.newborn; });
  return rows;
}

bool has_row(const Deadline& deadline) noexcept {
  return deadline.due && !deadline.due->date.is_special() && !settled(deadline.standing);
}

std::vector<DeadlineRow> rows_of(std::span<const Deadline> deadlines) {
  std::vector<DeadlineRow> rows;
  for (const Deadline& deadline : deadlines) {
    if (!has_row(deadline)) continue;
    rows.push_back({static_cast<std::int64_t>(rows.size()), std::string(to_string(deadline.what)), deadline.id,
                    to_string(*deadline.due), end_of(*deadline.due), std::string(to_string(deadline.standing))});
  }
  return rows;
}

Result<AskedLookUps> ask_look_ups(Database& database, std::string_view case_id) {
  auto births = database.query(
      "SELECT b.newborn, b.day, b.mother, p.text, p.erased, p.salt FROM births b"
      " LEFT JOIN personal_texts p ON p.number = b.details WHERE b.case_id = ? ORDER BY b.newborn");
  if (!births) return births.error();
  auto deadlines =
      database.query("SELECT place, what, id, due, ends, standing FROM deadlines WHERE case_id = ? ORDER BY place");
  if (!deadlines) return deadlines.error();
  births->bind(case_id).ahead();
  deadlines->bind(case_id).ahead();
  return AskedLookUps{std::move(*births), std::move(*deadlines)};
}

Result<std::vector<BirthRow>> births_in(sql::Query& asked) {
  return sql::collect(asked, [](const sql::Query& row) {
    const bool as_written = row.number(4) == 0 && row.text(5).empty();
    return BirthRow{row.number(0), row.number(1), row.number(2), as_written ? row.text(3) : std::string()};
  });
}

Result<std::vector<DeadlineRow>> deadlines_in(sql::Query& asked) {
  return sql::collect(asked, [](const sql::Query& row) {
    return DeadlineRow{row.number(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)};
  });
}

namespace {

// What has not changed is left alone: most events change neither births nor deadlines.
Result<void> write_births(Database& database, sql::Query& before, std::string_view case_id,
                          const std::vector<BirthRow>& rows) {
  const auto kept = births_in(before);
  if (!kept) return kept.error();
  if (*kept == rows) return {};
  if (auto done = forget_births(database, case_id); !done) return done.error();
  auto add = database.query("INSERT INTO births (case_id, newborn, day, mother, details) VALUES (?, ?, ?, ?, " +
                            std::string(database.dialect().last_personal_text) + ")");
  if (!add) return add.error();
  for (const BirthRow& row : rows) {
    if (auto done = write_personal(database, {.text = row.details}); !done) return done.error();
    add->again();
    if (auto done = add->bind(case_id).bind(row.newborn).bind(row.day).bind(row.mother).run(); !done)
      return done.error();
  }
  return {};
}

Result<void> write_deadlines(Database& database, sql::Query& before, std::string_view case_id,
                             const std::vector<DeadlineRow>& rows) {
  const auto kept = deadlines_in(before);
  if (!kept) return kept.error();
  if (*kept == rows) return {};
  if (auto done = remove_deadlines(database, case_id); !done) return done.error();
  auto add = database.query(
      "INSERT INTO deadlines (case_id, place, what, id, due, ends, standing) VALUES (?, ?, ?, ?, ?, ?, ?)");
  if (!add) return add.error();
  for (const DeadlineRow& row : rows) {
    add->again();
    add->bind(case_id).bind(row.place).bind(row.what).bind(row.id);
    if (auto done = add->bind(row.due).bind(row.ends).bind(row.standing).run(); !done) return done.error();
  }
  return {};
}

// The births of a question's rows that lie between two moments.
Result<std::vector<BirthKey>> births_of(sql::Query& asked, const DateTime& from, const DateTime& until,
                                        const LeaveOut& leave_out) {
  std::vector<BirthKey> births;
  auto visited = sql::each_row(asked, [&](const sql::Query& row) {
    auto birth = birth_from(row.text(0), row.number(1), row.text(2));
    if (!birth) {
      leave_out({row.text(0), "births"});
      return;
    }
    if (*birth->born_at < from || *birth->born_at > until) return;
    births.push_back(std::move(*birth));
  });
  if (!visited) return visited.error();
  return births;
}

// Days on which a birth would have to be another case's to be the same.
std::set<std::int64_t> days_alike(std::span<const BirthKey> births) {
  std::set<std::int64_t> days;
  for (const BirthKey& birth : births) {
    if (!birth.born_at || birth.born_at->is_special()) continue;
    const AlikeWithin within = alike_within(*birth.born_at);
    for (auto day = day_of(within.from); day <= day_of(within.until); ++day) days.insert(day);
  }
  return days;
}

Result<sql::Query> ask_births(Database& database, std::int64_t first_day, std::int64_t last_day) {
  auto asked = database.query(
      "SELECT b.case_id, b.newborn, p.text FROM births b LEFT JOIN personal_texts p ON p.number = b.details"
      " WHERE b.day BETWEEN ? AND ? ORDER BY b.day, b.case_id, b.newborn");
  if (asked) asked->bind(first_day).bind(last_day).ahead();
  return asked;
}

}  // namespace

Result<std::optional<sql::Query>> ask_others(Database& database, std::span<const BirthKey> sole) {
  const auto days = days_alike(sole);
  if (days.empty()) return std::optional<sql::Query>();
  if (auto done = database.lock_births(days); !done) return done.error();
  auto asked = ask_births(database, *days.begin(), *days.rbegin());
  if (!asked) return asked.error();
  return std::optional(std::move(*asked));
}

Result<void> check_sole(const Database& database, sql::Query& others, std::string_view case_id,
                        std::span<const BirthKey> sole) {
  const auto found =
      births_of(others, boost::posix_time::min_date_time, boost::posix_time::max_date_time, [](Damaged) {});
  if (!found) return found.error();
  for (const BirthKey& birth : sole) {
    for (const BirthKey& other : *found) {
      if (other.case_id == case_id || likeness(birth, other) != Likeness::exact) continue;
      return Error{.kind = ErrorKind::conflict,
                   .message = "another case has this birth by now: decide again, and the refusal names that case",
                   .document = database.name()};
    }
  }
  return {};
}

Result<void> write_look_ups(Database& database, const LookUps& look_ups) {
  auto before = ask_look_ups(database, look_ups.case_id);
  if (!before) return before.error();
  return write_look_ups(database, *before, look_ups);
}

Result<void> write_look_ups(Database& database, AskedLookUps& before, const LookUps& look_ups) {
  auto done = write_births(database, before.births, look_ups.case_id, rows_of(look_ups.births));
  if (!done) return done.error();
  done = write_deadlines(database, before.deadlines, look_ups.case_id, rows_of(look_ups.deadlines));
  if (!done) return done.error();
  auto mark = database.query("UPDATE cases SET look_ups = ? WHERE id = ?");
  if (!mark) return mark.error();
  return mark->bind(look_ups.version).bind(look_ups.case_id).run();
}

Result<void> forget_births(Database& database, std::string_view case_id) {
  // Only texts of births have no salt: a number that somebody changed must not have an event's text forgotten.
  auto done = forget_personal_of(database, case_id,
                                 "SELECT b.details FROM births b JOIN personal_texts p ON p.number = b.details"
                                 " WHERE b.case_id = ? AND length(p.salt) = 0");
  if (!done) return done.error();
  auto remove = database.query("DELETE FROM births WHERE case_id = ?");
  if (!remove) return remove.error();
  return remove->bind(case_id).run();
}

Result<void> remove_deadlines(Database& database, std::string_view case_id) {
  auto remove = database.query("DELETE FROM deadlines WHERE case_id = ?");
  if (!remove) return remove.error();
  return remove->bind(case_id).run();
}

Result<std::vector<BirthKey>> read_births(Database& database, const DateTime& from, const DateTime& until,
                                          const LeaveOut& leave_out) {
  auto asked = ask_births(database, day_of(from), day_of(until));
  if (!asked) return asked.error();
  return births_of(*asked, from, until, leave_out);
}

Result<std::vector<BirthKey>> read_births_of(Database& database, std::string_view mother_id_number,
                                             const DateTime& from, const DateTime& until, const LeaveOut& leave_out) {
  auto asked = database.query(
      "SELECT b.case_id, b.newborn, p.text FROM births b LEFT JOIN personal_texts p ON p.number = b.details"
      " WHERE b.mother IN (?, -1) AND b.day BETWEEN ? AND ? ORDER BY b.day, b.case_id, b.newborn");
  if (!asked) return asked.error();
  asked->bind(bucket_of(mother_id_number)).bind(day_of(from)).bind(day_of(until));
  auto births = births_of(*asked, from, until, leave_out);
  if (births) {
    std::erase_if(*births, [&](const BirthKey& birth) { return birth.mother_id_number != mother_id_number; });
  }
  return births;
}

namespace {

std::optional<Deadline> deadline_at(const sql::Query& row) {
  const auto what = value_named(row.text(0), Deadline::What::whole_case);
  const auto standing = value_named(row.text(4), Standing::given_up);
  const std::string due = row.text(3);
  const auto moment = parse_date_time(due);
  const auto day = parse_date(due);
  if (!what || !standing || (!moment && !day) || !cases::is_case_id(row.text(1))) return std::nullopt;
  return Deadline{*what, row.text(1), row.text(2), moment ? Due(*moment) : Due(*day), *standing};
}

}  // namespace

namespace {

bool is_behind(const DuePlace& one, const DuePlace& other) {
  return std::tie(one.ends, one.case_id, one.id, one.place) >
         std::tie(other.ends, other.case_id, other.id, other.place);
}

}  // namespace

// Rows that are left out do not count: then more are read. So is a row that stands before those that it comes after.
Result<std::vector<Deadline>> read_due(Database& database, DuePlace& after, const Due& until, int limit,
                                       const LeaveOut& leave_out) {
  auto asked = database.query(
      "SELECT what, case_id, id, due, standing, ends, place FROM deadlines WHERE ends <= ?"
      " AND (ends, case_id, id, place) > (?, ?, ?, ?) ORDER BY ends, case_id, id, place LIMIT ?");
  if (!asked) return asked.error();
  const std::string last = end_of(until);
  std::vector<Deadline> deadlines;
  DuePlace behind = after;
  for (bool more = true; more && std::cmp_less(deadlines.size(), std::max(limit, 0));) {
    more = false;
    const DuePlace from = behind;
    asked->again();
    asked->bind(last).bind(from.ends).bind(from.case_id).bind(from.id).bind(from.place);
    asked->bind(static_cast<std::int64_t>(limit) - static_cast<std::int64_t>(deadlines.size()));
    auto visited = sql::each_row(*asked, [&](const sql::Query& row) {
      const DuePlace here{row.text(5), row.text(1), row.text(2), row.number(6)};
      auto deadline = is_behind(here, behind) ? deadline_at(row) : std::nullopt;
      if (is_behind(here, behind)) behind = here;
      if (deadline) {
        deadlines.push_back(std::move(*deadline));
      } else {
        leave_out({here.case_id, "deadlines"});
        more = is_behind(behind, from);
      }
    });
    if (!visited) return visited.error();
  }
  after = std::move(behind);
  return deadlines;
}

}  // namespace birthcase::store
