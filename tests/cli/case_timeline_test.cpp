// The drawing of a case's course.
#include <birthcase/text.hpp>

#include "case/timeline.hpp"
#include "case_store.hpp"

#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::cli::cases;
using birthcase::cli::Document;
using birthcase::cli::Page;
using birthcase::cli_tests::contains;
using birthcase::cli_tests::lines_of;

namespace {

DateTime moment(std::string_view text) { return parse_date_time(text).value(); }

// Two steps over a day and the next.
std::vector<TimelineRow> two_days() {
  return {{"case",
           {{moment("2019-04-29T09:10"), Mark::opened},
            {moment("2019-04-29T09:15"), Mark::accepted},
            {moment("2019-04-30T08:30"), Mark::closed}}},
          {"step",
           {{moment("2019-04-29T09:15"), Mark::ready},
            {moment("2019-04-29T09:16"), Mark::sent},
            {moment("2019-04-29T11:00"), Mark::completed}}},
          {"later", {{moment("2019-04-29T11:00"), Mark::ready}, {moment("2019-05-06T23:59"), Mark::due}}}};
}

std::string drawing(const std::vector<TimelineRow>& rows, std::size_t width) {
  const Case state(Profile::built_in("wenling").value(), "wl-1");
  Document document{.language = Language::en};
  draw(document, rows, CaseView(state, Language::en), width);
  return to_text(document, Page{width, false});
}

}  // namespace

TEST_CASE("each moment has its column, marks are joined, and dots lead to what is due") {
  CHECK(drawing(two_days(), 100) ==
        "        │04-29   │04-30 │05-06\n"
        "  case  │○─▼─────┼■     │\n"
        "  step  │  ·─→─● │      │\n"
        "  later │      ·┄┼┄┄┄┄┄┄┼◇\n"
        "  marks: ○ opened  ▼ accepted  · ready  → sent  ● completed  ■ closed  ◇ due\n");
}

TEST_CASE("what is due on the day of an event does not cover it") {
  std::vector<TimelineRow> rows{{"step", {}}};
  for (int day = 1; day < 21; ++day)
    rows[0].marks.push_back({DateTime(Date(2019, 4, 1)) + boost::gregorian::days(day), Mark::sent});
  rows[0].marks.push_back({moment("2019-04-21T10:00"), Mark::completed});
  rows[0].marks.push_back({moment("2019-04-21T23:59"), Mark::due});
  const auto lines = lines_of(drawing(rows, 60));
  CHECK(lines[1].ends_with("●"));
}

TEST_CASE("a long life is drawn by days, weeks or months, so that it fits") {
  std::vector<TimelineRow> rows{{"case", {}}};
  const DateTime first = moment("2019-01-07T08:00");
  for (int day = 0; day < 400; ++day) {
    rows[0].marks.push_back({first + boost::gregorian::days(day), day == 0 ? Mark::opened : Mark::sent});
  }
  for (const std::size_t width : {60U, 100U, 120U}) {
    CAPTURE(width);
    const auto lines = lines_of(drawing(rows, width));
    REQUIRE(lines.size() >= 3);
    for (const std::string& line : lines) CHECK(display_width(line) <= width);
  }
  CHECK(contains(drawing(rows, 120), "│01-01 │02-01 "));
}

TEST_CASE("where even months do not fit, the earliest are left out") {
  std::vector<TimelineRow> rows{{"case", {}}};
  for (unsigned short year = 2000; year < 2020; ++year) {
    rows[0].marks.push_back({DateTime(Date(year, 3, 1)), Mark::sent});
    rows[0].marks.push_back({DateTime(Date(year, 8, 1)), Mark::completed});
  }
  const auto lines = lines_of(drawing(rows, 60));
  for (const std::string& line : lines) CHECK(display_width(line) <= 60);
  CHECK(lines[1].ends_with("●"));
}
