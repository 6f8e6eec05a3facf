#include "table.hpp"

#include "text/wrap.hpp"

#include <algorithm>
#include <utility>

namespace birthcase::cli {
namespace {

constexpr std::size_t note_indent = 4;

}  // namespace

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

void Table::add(std::vector<std::string> cells, Ink ink) {
  cells.resize(columns_.size());
  rows_.push_back({std::move(cells), {}, ink});
}

void Table::note(std::string text) {
  rows_.back().notes.push_back(text::printable(text::on_one_line(std::move(text))));
}

// The natural widths, with the widest flexible columns narrowed until the table fits.
std::vector<std::size_t> Table::widths(std::size_t room) const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t width = text::natural_width(columns_[i].heading);
    for (const Row& row : rows_) width = std::max(width, text::natural_width(row.cells[i]));
    widths.push_back(width);
  }
  text::narrow(widths, columns_, room);
  return widths;
}

void Table::put(std::string& out, const Row& row, const std::vector<std::size_t>& widths, const Page& page,
                std::size_t indent) const {
  for (const std::string& line : text::row_lines(row.cells, columns_, widths)) {
    if (!line.empty()) out.append(indent, ' ');
    out += page.paint(row.ink, line);
    out += '\n';
  }
  for (const std::string& note : row.notes) {
    for (const std::string& part : text::wrap(note, page.width - indent - note_indent)) {
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
    rules.cells.push_back(text::ruled(fitted[i]));
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
