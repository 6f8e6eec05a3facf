/// Tables whose columns stay aligned when half of the characters are two columns wide.
#pragma once

#include "terminal.hpp"
#include "text/columns.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::cli {

using text::Align;
using text::Column;

/// A table for people. Cells are plain text; a line feed in one begins a new line; colours come with the row.
class Table {
 public:
  explicit Table(std::vector<Column> columns);

  /// Adds a row; missing cells are empty.
  void add(std::vector<std::string> cells, Ink ink = Ink::plain);

  /// Adds a remark of one paragraph, which stands under the last row over the whole width.
  void note(std::string text);

  bool empty() const noexcept { return rows_.empty(); }

  /// The table with its headings, if any column has one, each line indented.
  std::string text(const Page& page, std::size_t indent = 2) const;

 private:
  struct Row {
    std::vector<std::string> cells;
    std::vector<std::string> notes;
    Ink ink = Ink::plain;
  };

  std::vector<std::size_t> widths(std::size_t room) const;
  void put(std::string& out, const Row& row, const std::vector<std::size_t>& widths, const Page& page,
           std::size_t indent) const;

  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

}  // namespace birthcase::cli
