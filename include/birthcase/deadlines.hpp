/// What of a case is due when, and how it stands at a moment.
#pragma once

#include <birthcase/case.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase {

enum class Standing : std::uint8_t {
  open,       ///< not done, and nothing is promised or the day cannot be known
  running,    ///< in time
  due_soon,   ///< in time, but not for long: somebody should look
  overdue,    ///< not done, and late
  suspended,  ///< the clock stands: the family is waited for
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
  std::string id{};  ///< the step, or the document's type with its holder; empty for the whole case
  std::optional<Due> due{};
  Standing standing = Standing::open;
};
std::string_view to_string(Deadline::What what) noexcept;

/// When to warn. Not a rule of law: a habit of the office, so the caller's to choose.
struct WarnBefore {
  int working_days = 1;  ///< for what is due on a day: on that day, and so many working days before it
  int minutes = 15;      ///< for what is due at a moment: so many minutes before it
};

/// Everything that is due in a case: its steps, its deferred documents, then the case as a whole.
std::vector<Deadline> deadlines(const Case& state, const DateTime& now, const WarnBefore& warn = {});

/// Puts what is due first first: by time, then by case and step; what has no time comes last.
void sort_by_due(std::vector<Deadline>& deadlines);

/// Whether a moment is after something was due. A day without a time ends with the day.
bool is_after(const DateTime& moment, const Due& due) noexcept;

}  // namespace birthcase
