/// The course of a case as a drawing: a row for each step, a column for each moment at which something happened.
#pragma once

#include <birthcase/event.hpp>

#include "case/wording.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace birthcase::cli::cases {

/// What is drawn. The order is that of `case_commands::marks`.
enum class Mark : std::uint8_t {
  opened,
  accepted,
  changed,
  ready,
  sent,
  acknowledged,
  returned,
  failed,
  completed,
  delivered,
  given_up,
  closed,
  due,
  now,
};

/// A sign of one column's width.
std::string_view sign_of(Mark mark) noexcept;

struct TimelineMark {
  DateTime at;
  Mark mark = Mark::ready;
};

struct TimelineRow {
  std::string name;
  std::vector<TimelineMark> marks;  ///< in the order of time; what lies ahead (`due`, `now`) last
};

/// The case, then its steps, with what is still due, and `now` where the case is not over.
std::vector<TimelineRow> timeline_of(const CaseView& view, std::span<const Event> events, const DateTime& now);

/// The rows under the days of their marks. What does not fit the page is drawn by hours, days, weeks or months instead
/// of moments: of several marks of a step in one column the last is drawn.
std::string drawn(const std::vector<TimelineRow>& rows, const CaseView& view);

}  // namespace birthcase::cli::cases
