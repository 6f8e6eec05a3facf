#include "layout/columns.hpp"

#include <birthcase/text.hpp>

#include "text/wrap.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace birthcase::layout {
namespace {

constexpr std::size_t narrowest = 12;
constexpr std::size_t no_limit = std::size_t(-1);

// The lines of a cell, each at most so wide.
std::vector<std::string> lines_of(std::string_view cell, std::size_t width) {
  std::vector<std::string> lines;
  for (;;) {
    const auto feed = cell.find('\n');
    const std::string_view line = cell.substr(0, feed);
    if (width == no_limit) {
      lines.emplace_back(line);
    } else {
      for (std::string& part : text::wrap(line, width)) lines.push_back(std::move(part));
    }
    if (feed == std::string_view::npos) return lines;
    cell.remove_prefix(feed + 1);
  }
}

std::string one_line(std::span<const std::string> cells, std::span<const Column> columns,
                     std::span<const std::size_t> widths) {
  std::string line;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i != 0) line.append(column_gap, ' ');
    const std::size_t taken = display_width(cells[i]);
    const std::size_t spaces = taken < widths[i] ? widths[i] - taken : 0;
    if (columns[i].align == Align::right) line.append(spaces, ' ');
    line += cells[i];
    if (columns[i].align != Align::right) line.append(spaces, ' ');
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

}  // namespace

std::size_t natural_width(std::string_view cell) {
  std::size_t width = 0;
  for (const std::string& line : lines_of(cell, no_limit)) width = std::max(width, display_width(line));
  return width;
}

void narrow(std::span<std::size_t> widths, std::span<const Column> columns, std::size_t room) {
  std::size_t total = std::accumulate(widths.begin(), widths.end(), column_gap * (columns.size() - 1));
  for (; total > room; --total) {
    std::size_t* widest = nullptr;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const bool narrows = columns[i].flexible && widths[i] > narrowest;
      if (narrows && (widest == nullptr || widths[i] > *widest)) widest = &widths[i];
    }
    if (widest == nullptr) break;
    --*widest;
  }
}

std::vector<std::string> row_lines(std::span<const std::string> cells, std::span<const Column> columns,
                                   std::span<const std::size_t> widths) {
  std::vector<std::vector<std::string>> wrapped;
  std::size_t height = 1;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    wrapped.push_back(lines_of(cells[i], columns[i].flexible ? widths[i] : no_limit));
    height = std::max(height, wrapped.back().size());
  }
  std::vector<std::string> lines;
  for (std::size_t k = 0; k < height; ++k) {
    std::vector<std::string> parts;
    for (const auto& cell : wrapped) parts.push_back(k < cell.size() ? cell[k] : std::string());
    lines.push_back(one_line(parts, columns, widths));
  }
  return lines;
}

std::string ruled(std::size_t width) {
  std::string rule;
  for (std::size_t i = 0; i < width; ++i) rule += "─";
  return rule;
}

}  // namespace birthcase::layout
