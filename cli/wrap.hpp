/// Lines that fit a width in terminal columns, in Chinese as well as in English.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::cli {

/// Breaks a text into lines of at most `width` columns: at spaces, and around wide characters except where
/// punctuation would begin or end a line wrongly. A word longer than a line is cut. A text without characters is one
/// empty line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// `text` followed by spaces up to `width` columns.
std::string padded(std::string_view text, std::size_t width);

/// `text` with control characters replaced, so that nothing a document contains can steer the terminal.
std::string printable(std::string_view text);

}  // namespace birthcase::cli
