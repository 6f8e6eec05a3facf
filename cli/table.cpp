#include "table.hpp"

#include <birthcase/text.hpp>

#include "wrap.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace birthcase::cli {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 12;
constexpr std::size_t note_indent = 4;
constexpr std::size_t no_limit = std::size_t(-1);

void trim_end(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

std::string ruled(std::size_t width) {
  std::string rule;
  for (std::size_t i = 0; i < width; ++i) rule += "─";
  return rule;
}

// The lines of a cell, each at most so wide.
std::vector<std::string> lines_of(std::string_view cell, std::size_t width) {
  std::vector<std::string> lines;
  for (;;) {
    const auto feed = cell.find('\n');
    const std::string_view line = cell.substr(0, feed);
    if (width == no_limit) {
      lines.emplace_back(line);
    } else {
      for (std::string& part : wrap(line, width)) lines.push_back(std::move(part));
    }
    if (feed == std::string_view::npos) return lines;
    cell.remove_prefix(feed + 1);
  }
}

std::size_t widest_line(std::string_view cell) {
  std::size_t width = 0;
  for (const std::string& line : lines_of(cell, no_limit)) width = std::max(width, display_width(line));
  return width;
}

}  // namespace

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

void Table::add(std::vector<std::string> cells, Ink ink) {
  cells.resize(columns_.size());
  rows_.push_back({std::move(cells), {}, ink});
}

void Table::note(std::string text) { rows_.back().notes.push_back(std::move(text)); }

// The natural widths, with the widest flexible columns narrowed until the table fits.
std::vector<std::size_t> Table::widths(std::size_t room) const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t width = widest_line(columns_[i].heading);
    for (const Row& row : rows_) width = std::max(width, widest_line(row.cells[i]));
    widths.push_back(width);
  }
  std::size_t total = std::accumulate(widths.begin(), widths.end(), gap * (columns_.size() - 1));
  for (; total > room; --total) {
    std::size_t* widest = nullptr;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const bool narrows = columns_[i].flexible && widths[i] > narrowest;
      if (narrows && (widest == nullptr || widths[i] > *widest)) widest = &widths[i];
    }
    if (widest == nullptr) break;
    --*widest;
  }
  return widths;
}

std::string Table::line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const {
  std::string line;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (i != 0) line.append(gap, ' ');
    const std::size_t taken = display_width(cells[i]);
    const std::size_t spaces = taken < widths[i] ? widths[i] - taken : 0;
    if (columns_[i].align == Align::right) line.append(spaces, ' ');
    line += cells[i];
    if (columns_[i].align == Align::left) line.append(spaces, ' ');
  }
  trim_end(line);
  return line;
}

void Table::put(std::string& out, const Row& row, const std::vector<std::size_t>& widths, const Page& page,
                std::size_t indent) const {
  std::vector<std::vector<std::string>> wrapped;
  std::size_t height = 1;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    wrapped.push_back(lines_of(row.cells[i], columns_[i].flexible ? widths[i] : no_limit));
    height = std::max(height, wrapped.back().size());
  }
  for (std::size_t k = 0; k < height; ++k) {
    std::vector<std::string> cells;
    for (const auto& lines : wrapped) cells.push_back(k < lines.size() ? lines[k] : std::string());
    const std::string text = line(cells, widths);
    if (!text.empty()) out.append(indent, ' ');
    out += page.paint(row.ink, text);
    out += '\n';
  }
  for (const std::string& note : row.notes) {
    for (const std::string& part : wrap(note, page.width - indent - note_indent)) {
      out.append(indent + note_indent, ' ');
      out += page.paint(Ink::faint, part);
      out += '\n';
    }
  }
}

std::string Table::text(const Page& page, std::size_t indent) const {
  const auto fitted = widths(page.width - indent);
  Row headings{{}, {}, Ink::heading};
  Row rules{{}, {}, Ink::faint};
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    headings.cells.push_back(columns_[i].heading);
    rules.cells.push_back(ruled(fitted[i]));
  }
  std::string out;
  const bool has_headings =
      std::any_of(columns_.begin(), columns_.end(), [](const Column& column) { return !column.heading.empty(); });
  if (has_headings) {
    put(out, headings, fitted, page, indent);
    put(out, rules, fitted, page, indent);
  }
  for (const Row& row : rows_) put(out, row, fitted, page, indent);
  return out;
}

}  // namespace birthcase::cli
