#include "layout/text_table.hpp"

#include "layout/columns.hpp"
#include "layout/letters.hpp"
#include "text/wrap.hpp"

#include <algorithm>

namespace birthcase::layout {
namespace {

constexpr std::size_t readable = 26;  // columns that a cell needs to be read with ease
constexpr std::size_t note_indent = 4;
constexpr std::size_t block_indent = 2;

using Cells = std::vector<std::string>;

class TableText {
 public:
  TableText(const Table& table, const Page& page, std::size_t indent, texts::Words words)
      : table_(table), page_(page), indent_(indent), words_(words) {}

  std::string in_columns();
  std::string in_blocks() const;

 private:
  Cells headings() const;
  Cells cells_of(const Row& row) const;
  std::vector<std::size_t> widths(const Cells& headings, const std::vector<Cells>& rows) const;
  void put(const Cells& cells, Ink ink, const std::vector<std::size_t>& widths);
  void put_notes(const Row& row);
  std::string name_of(std::size_t column) const;
  std::string legend() const;

  const Table& table_;
  const Page& page_;
  std::size_t indent_;
  texts::Words words_;
  std::string out_;
};

Cells TableText::headings() const {
  Cells cells;
  for (const Column& column : table_.columns) cells.push_back(text::printable_lines(column.heading));
  return cells;
}

Cells TableText::cells_of(const Row& row) const {
  Cells cells;
  for (const Cell& cell : row.cells) cells.push_back(text_of(cell, words_));
  cells.resize(table_.columns.size());
  return cells;
}

// The natural widths, with the widest flexible columns narrowed until the table fits.
std::vector<std::size_t> TableText::widths(const Cells& headings, const std::vector<Cells>& rows) const {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    std::size_t width = natural_width(headings[i]);
    for (const Cells& cells : rows) width = std::max(width, natural_width(cells[i]));
    widths.push_back(width);
  }
  narrow(widths, table_.columns, page_.width - indent_);
  return widths;
}

void TableText::put(const Cells& cells, Ink ink, const std::vector<std::size_t>& widths) {
  for (const std::string& line : row_lines(cells, table_.columns, widths)) {
    if (!line.empty()) out_.append(indent_, ' ');
    out_ += page_.paint(ink, line);
    out_ += '\n';
  }
}

void TableText::put_notes(const Row& row) {
  const std::size_t indent = indent_ + note_indent;
  for (const std::string& note : row.notes) {
    for (const std::string& part : text::wrap(text::printable(note), page_.width - indent)) {
      out_.append(indent, ' ');
      out_ += page_.paint(Ink::faint, part);
      out_ += '\n';
    }
  }
}

std::string TableText::in_columns() {
  const Cells heads = headings();
  std::vector<Cells> rows;
  for (const Row& row : table_.rows) rows.push_back(cells_of(row));
  const auto fitted = widths(heads, rows);
  if (std::any_of(heads.begin(), heads.end(), [](const std::string& heading) { return !heading.empty(); })) {
    Cells rules;
    for (const std::size_t width : fitted) rules.push_back(ruled(width));
    put(heads, Ink::strong, fitted);
    put(rules, Ink::faint, fitted);
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (table_.roomy && i != 0) out_ += '\n';
    put(rows[i], table_.rows[i].ink, fitted);
    put_notes(table_.rows[i]);
  }
  return std::move(out_);
}

std::string TableText::name_of(std::size_t column) const {
  const Column& named = table_.columns[column];
  return text::on_one_line(named.name.empty() ? named.heading : named.name);
}

Table names_and_texts() { return Table({{.flexible = false}, {.flexible = true}}); }

// What the short names of the columns stand for, where there are any.
std::string TableText::legend() const {
  Table names = names_and_texts();
  for (const Column& column : table_.columns) {
    if (!column.name.empty()) names.add({text::on_one_line(column.name), column.heading});
  }
  return names.empty() ? std::string() : table_text(names, page_, block_indent, words_) + '\n';
}

// A block for each row: its first cell as the heading, then a line for each of the others.
std::string TableText::in_blocks() const {
  std::string text = legend();
  for (const Row& row : table_.rows) {
    const Cells cells = cells_of(row);
    Table block = names_and_texts();
    for (std::size_t i = 1; i < cells.size(); ++i) block.add({name_of(i), cells[i]});
    if (&row != &table_.rows.front()) text += '\n';
    text += page_.paint(Ink::strong, text::printable(text::on_one_line(cells.front()))) + '\n';
    text += table_text(block, page_, block_indent, words_);
  }
  return text;
}

}  // namespace

std::string table_text(const Table& table, const Page& page, std::size_t indent, texts::Words words) {
  if (table.columns.empty()) return {};
  TableText text(table, page, indent, words);
  const bool side_by_side = !table.roomy || page.width / table.columns.size() >= readable;
  return side_by_side ? text.in_columns() : text.in_blocks();
}

}  // namespace birthcase::layout
