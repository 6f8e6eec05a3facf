// Columns that stay aligned where half of the characters are two columns wide.
#pragma once

#include "layout/table.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::layout {

/// The spaces between two columns.
inline constexpr std::size_t column_gap = 2;

/// The width of a cell's widest line; a line feed begins a new one.
std::size_t natural_width(std::string_view cell);

/// Narrows the widest flexible columns until all fit into `room`, or none can be narrowed any more.
void narrow(std::span<std::size_t> widths, std::span<const Column> columns, std::size_t room);

/// The lines of one row: the cells of flexible columns wrapped, no spaces at the ends.
std::vector<std::string> row_lines(std::span<const std::string> cells, std::span<const Column> columns,
                                   std::span<const std::size_t> widths);

/// A horizontal line.
std::string ruled(std::size_t width);

}  // namespace birthcase::layout
