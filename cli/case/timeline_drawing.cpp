// From marks to lines.
#include <birthcase/text.hpp>

#include "case/timeline.hpp"
#include "plan_wording.hpp"
#include "text/wrap.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace birthcase::cli::cases {
namespace {

constexpr std::size_t indent = 2;
constexpr std::size_t cell_width = 2;
constexpr std::size_t day_width = 6;  // of `04-29 `

std::string without_end(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

/// How much time a column stands for.
enum class Scale { moment, hour, day, week, month };
constexpr Scale scales[] = {Scale::moment, Scale::hour, Scale::day, Scale::week, Scale::month};

/// A column: the moment that it begins with.
DateTime column_of(const DateTime& at, Scale scale) {
  const Date day = at.date();
  switch (scale) {
    case Scale::moment:
      return at;
    case Scale::hour:
      return DateTime(day, Duration(at.time_of_day().hours(), 0, 0));
    case Scale::day:
      break;
    case Scale::week:
      return DateTime(day - boost::gregorian::days((day.day_of_week().as_number() + 6) % 7), Duration());
    case Scale::month:
      return DateTime(Date(day.year(), day.month(), 1), Duration());
  }
  return DateTime(day, Duration());
}

/// The columns, by the day that stands above them.
class Columns {
 public:
  Columns(const std::vector<TimelineRow>& rows, Scale scale) : scale_(scale) {
    for (const TimelineRow& row : rows) {
      for (const TimelineMark& mark : row.marks) moments_.insert(column_of(mark.at, scale));
    }
    for (const DateTime& moment : moments_) ++cells_[moment.date()];
  }

  std::size_t width() const {
    std::size_t total = 0;
    for (const auto& [day, cells] : cells_) total += 1 + day_room(cells);
    return total;
  }

  /// Leaves out the earliest days until the rest fits.
  void drop_until(std::size_t room) {
    while (width() > room && cells_.size() > 1) {
      const Date first = cells_.begin()->first;
      cells_.erase(cells_.begin());
      std::erase_if(moments_, [first](const DateTime& moment) { return moment.date() == first; });
    }
  }

  std::string days() const {
    std::string line;
    for (const auto& [day, cells] : cells_) line += "│" + text::padded(to_string(day).substr(5), day_room(cells));
    return without_end(std::move(line));
  }

  std::string draw(const TimelineRow& row) const;

 private:
  static std::size_t day_room(std::size_t cells) { return std::max(cells * cell_width, day_width); }

  Scale scale_;
  std::set<DateTime> moments_;
  std::map<Date, std::size_t> cells_;
};

/// What joins the marks of one row.
class Thread {
 public:
  Thread(const TimelineRow& row, Scale scale) {
    for (const TimelineMark& mark : row.marks) {
      const DateTime column = column_of(mark.at, scale);
      if (mark.mark == Mark::due || mark.mark == Mark::now) {
        signs_.emplace(column, sign_of(mark.mark));  // what happened is not covered by what only lies ahead
        continue;
      }
      signs_[column] = sign_of(mark.mark);
      happened_ = std::max(column, happened_);
    }
    if (signs_.empty()) return;
    first_ = signs_.begin()->first;
    last_ = signs_.rbegin()->first;
  }

  bool empty() const { return signs_.empty(); }

  std::string_view sign_at(const DateTime& column) const {
    const auto at = signs_.find(column);
    return at == signs_.end() ? line_after(column) : at->second;
  }

  /// What follows a column: a line while things go on, dots towards what is only due.
  std::string_view line_after(const DateTime& column) const {
    if (column < first_ || column >= last_) return " ";
    return column < happened_ ? "─" : "┄";
  }

 private:
  std::map<DateTime, std::string_view> signs_;
  DateTime first_;
  DateTime last_;
  DateTime happened_{boost::posix_time::min_date_time};
};

std::string Columns::draw(const TimelineRow& row) const {
  const Thread thread(row, scale_);
  if (thread.empty()) return {};
  std::string line;
  std::string_view between = " ";
  auto moment = moments_.begin();
  for (const auto& [day, cells] : cells_) {
    line += between == " " ? "│" : "┼";
    for (std::size_t i = 0; i < cells; ++i, ++moment) {
      line += thread.sign_at(*moment);
      between = thread.line_after(*moment);
      line += between;
    }
    for (std::size_t i = cells * cell_width; i < day_room(cells); ++i) line += between;
  }
  return without_end(std::move(line));
}

Columns fitting(const std::vector<TimelineRow>& rows, std::size_t room) {
  for (const Scale scale : scales) {
    Columns columns(rows, scale);
    if (columns.width() <= room) return columns;
  }
  Columns columns(rows, scales[std::size(scales) - 1]);
  columns.drop_until(room);
  return columns;
}

// A sign stays with its meaning.
void add_legend_lines(Document& document, const std::vector<std::string>& told, const CaseView& view,
                      std::size_t width) {
  constexpr std::string_view gap = "  ";
  std::string line = view.words(case_commands::legend, told.front());
  for (std::size_t i = 1; i < told.size(); ++i) {
    const bool fits = indent + display_width(line) + gap.size() + display_width(told[i]) <= width;
    if (fits) {
      line.append(gap) += told[i];
      continue;
    }
    document.paragraph(line, Ink::faint);
    line = told[i];
  }
  document.paragraph(line, Ink::faint);
}

void add_legend(Document& document, const std::vector<TimelineRow>& rows, const CaseView& view, std::size_t width) {
  std::map<std::string_view, Mark> used;  // a sign that stands for two things is told once
  for (const TimelineRow& row : rows) {
    for (const TimelineMark& each : row.marks) {
      const auto known = used.emplace(sign_of(each.mark), each.mark).first;
      known->second = std::min(known->second, each.mark);
    }
  }
  std::set<Mark> marks;
  for (const auto& [sign, mark] : used) marks.insert(mark);
  std::vector<std::string> told;
  for (const Mark mark : marks) {
    told.push_back(std::string(sign_of(mark)) + ' ' +
                   std::string(view.words(case_commands::marks[static_cast<std::size_t>(mark)])));
  }
  add_legend_lines(document, told, view, width);
}

}  // namespace

void draw(Document& document, const std::vector<TimelineRow>& rows, const CaseView& view, std::size_t width) {
  std::size_t name_width = 0;
  for (const TimelineRow& row : rows) name_width = std::max(name_width, display_width(row.name));
  const std::size_t taken = indent + name_width + 1;
  const Columns columns = fitting(rows, width > taken ? width - taken : 0);
  layout::Drawing drawing{.head = std::string(name_width + 1, ' ') + columns.days()};
  for (const TimelineRow& row : rows) {
    drawing.lines.push_back(text::padded(row.name, name_width + 1) + columns.draw(row));
  }
  document.blocks.emplace_back(std::move(drawing));
  add_legend(document, rows, view, width);
}

}  // namespace birthcase::cli::cases
