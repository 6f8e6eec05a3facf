// Tables as data.
#pragma once

#include <birthcase/documents.hpp>

#include "layout/page.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace birthcase::layout {

enum class Align : std::uint8_t { left, right, centred };

struct Column {
  std::string heading{};
  Align align = Align::left;
  bool flexible = false;   ///< narrowed, and its cells wrapped, where text would be too wide
  std::string name{};      ///< in few words, where a page is too narrow for columns; empty: the heading
  int share = 0;           ///< of the width of HTML, relative to the other columns; 0 in all: as wide as it needs
  bool names_row = false;  ///< what the row is about
};

/// A text, and below it, small, a remark. A line feed in the text begins a new line.
using paper::Cell;

struct Row {
  std::vector<Cell> cells{};         ///< as many as columns; none: the row only keeps others apart
  std::vector<std::string> notes{};  ///< below the row, over the whole width
  Ink ink = Ink::plain;
  bool sums = false;  ///< sums up those above
};

struct Table {
  std::string title{};  ///< may be empty
  std::vector<Column> columns{};
  std::vector<Row> rows{};
  bool roomy = false;  ///< for cells of many lines: space between the rows, on a narrow page a block for each

  Table() = default;

  /// The first column that is not of figures names the row.
  explicit Table(std::vector<Column> its_columns);

  /// Adds a row; missing cells are empty.
  void add(std::vector<std::string> cells, Ink ink = Ink::plain);

  /// Keeps the next row apart from the last one, if there is one.
  void gap();

  /// Adds a remark of one paragraph to the last row.
  void note(std::string text);

  bool empty() const noexcept { return rows.empty(); }
};

}  // namespace birthcase::layout
