/// The deadlines of a case, and their standing at a moment.
#pragma once

#include <birthcase/case.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase {

enum class Standing : std::uint8_t {
  open,       ///< not done, and there is no deadline: nothing is promised, or the day is not known
  running,    ///< not done, and not due yet
  due_soon,   ///< not done, and due soon: somebody should look
  overdue,    ///< not done, and the deadline has passed
  suspended,  ///< not done; the time does not count while the family must supplement
  kept,       ///< done in time
  missed,     ///< done, but late
  given_up,   ///< will not be done
};
std::string_view to_string(Standing standing) noexcept;

/// One thing that is due.
struct Deadline {
  enum class What : std::uint8_t { step, deferral, whole_case };

  What what = What::step;
  std::string case_id{};
  std::string id{};  ///< of the step, or the document's type with its holder; empty for the whole case
  std::optional<Due> due{};
  Standing standing = Standing::open;
};
std::string_view to_string(Deadline::What what) noexcept;

/// How long before a deadline to warn. No law says this: the office must choose.
struct WarnBefore {
  int working_days = 1;  ///< for a deadline on a day: warn on that day and on this many working days before it
  int minutes = 15;      ///< for a deadline at a moment: warn from this many minutes before it
};

/// Everything that is due in a case: its steps, its deferred documents, then the case as a whole.
std::vector<Deadline> deadlines(const Case& state, const DateTime& now, const WarnBefore& warn = {});

/// Sorts deadlines by time, then by case and step; deadlines without a time come last.
void sort_by_due(std::vector<Deadline>& deadlines);

/// Whether a moment is after a deadline. A deadline without a time is the end of its day.
bool is_after(const DateTime& moment, const Due& due) noexcept;

}  // namespace birthcase
