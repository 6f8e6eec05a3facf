/// The data that profiles need besides their own texts: holiday notices to count working days, and code tables.
///
/// The library contains both. Add notices that the State Council announces later, and later codes, here: they count for
/// the profiles that you load with them. `docs/calendars.md` describes both formats.
#pragma once

#include <birthcase/calendar.hpp>
#include <birthcase/codes.hpp>
#include <birthcase/result.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace birthcase {

namespace profile {
struct Tables;
}

/// Notices and code tables: those of the library, and those that were added.
///
/// A copy costs as much as a pointer, and adding to one copy does not change the other. Any number of threads may read
/// an object at once, but not while a thread adds to it. A call that fails changes nothing.
class ProfileData {
 public:
  ProfileData() noexcept = default;

  /// Adds the notices of one year, in the format of `profiles/calendar/`. A notice replaces a notice of the same year
  /// with the same number or the same day of announcement. Errors: those of `parse_holiday_notices` and
  /// `Calendar::create`, with the document `calendar`, JSON pointer, line and column.
  Result<void> add_calendar(std::string_view json);

  /// Adds a code table with an id (`gbt-2260`). It replaces the table with this id; if the text says `# extends: ID`
  /// with the same id, its rows are added to that table. Errors: those of `parse_code_table` and `extended`, with the
  /// document `codes/ID` and the line; `syntax` if the id is not made of lower-case words with '-' between them;
  /// `unknown_name` if the table to extend does not exist; `contradiction` if it has another id.
  Result<void> add_codes(std::string_view id, std::string_view tsv);

  const Calendar& calendar() const;
  const CodeTables& codes() const;

  /// SHA-256 of all notices. The same notices have the same digest, built in or added, in any order.
  const std::string& calendar_digest() const;

  /// SHA-256 of all code tables, in the order of their ids.
  const std::string& codes_digest() const;

 private:
  friend class Profile;
  const profile::Tables& tables() const;

  std::shared_ptr<const profile::Tables> added_;  // none: the library's own
};

}  // namespace birthcase
