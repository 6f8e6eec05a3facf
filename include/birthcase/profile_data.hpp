/// What profiles are checked against and counted with besides their own texts: holiday notices and code tables.
///
/// The library has its own. What the State Council announces later, and codes that came later, are added here and
/// count for the profiles that are loaded with them. `docs/calendars.md` describes both formats.
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

/// Notices and code tables: the library's own to begin with, and what was added to them.
///
/// A cheap handle: a copy costs as much as a pointer, and what is added to one does not change the other. May be read
/// by any number of threads at once, not while it is added to. What fails has changed nothing.
class ProfileData {
 public:
  ProfileData() noexcept = default;

  /// Adds the notices of one year, as `profiles/calendar/` has them. A notice takes the place of one of the same year
  /// that has its number or its day of announcement; any other is added. Errors: those of `parse_holiday_notices` and
  /// `Calendar::create`, with the document `calendar`, JSON pointer, line and column.
  Result<void> add_calendar(std::string_view json);

  /// Adds a code table under an id (`gbt-2260`), in the place of the one that has it. Rows that say `# extends: ID` of
  /// that same id are added to that one instead. Errors: those of `parse_code_table` and `extended`, with the document
  /// `codes/ID` and the line; `syntax` for an id that is not lower-case words with '-' between them; `unknown_name` or
  /// `contradiction` for a table to extend that is not there or has another id.
  Result<void> add_codes(std::string_view id, std::string_view tsv);

  const Calendar& calendar() const;
  const CodeTables& codes() const;

  /// SHA-256 of all notices: the same notices have the same, built in or added, in whatever order.
  const std::string& calendar_digest() const;

  /// SHA-256 of all code tables, by id.
  const std::string& codes_digest() const;

 private:
  friend class Profile;
  const profile::Tables& tables() const;

  std::shared_ptr<const profile::Tables> added_;  // none: the library's own
};

}  // namespace birthcase
