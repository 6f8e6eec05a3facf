/// The course of a case as a drawing: a row for each step, a column for each moment at which something happened.
#pragma once

#include <birthcase/event.hpp>

#include "case/wording.hpp"
#include "terminal.hpp"

#include <cstddef>
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

/// Adds the rows under the days of their marks, and what the marks mean. What is wider than `width` is drawn by hours,
/// days, weeks or months instead of moments: of several marks of a step in one column the last is drawn.
void draw(Document& document, const std::vector<TimelineRow>& rows, const CaseView& view, std::size_t width);

}  // namespace birthcase::cli::cases
