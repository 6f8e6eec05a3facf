// Lines that fit a width in columns of fixed-width letters, in Chinese as well as in English.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::text {

/// Breaks a text into lines of at most `width` columns: at spaces, and around wide characters except where
/// punctuation would begin or end a line wrongly. A word longer than a line is cut. A text without characters is one
/// empty line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// `text` followed by spaces up to `width` columns.
std::string padded(std::string_view text, std::size_t width);

/// `text` with U+FFFD for every character that shows as something else than itself: control characters, those that
/// turn the direction of writing, line separators, and bytes that are not UTF-8. So nothing in a document can steer a
/// terminal or pass for another text. What chooses variants of a letter stays, and what joins letters (U+200C, U+200D)
/// stays where letters can join.
std::string printable(std::string_view text);

/// `text` with a space for every control character, line feeds too: names and conditions are what somebody wrote.
std::string on_one_line(std::string text);

/// As `printable`, line by line: line feeds stay.
std::string printable_lines(std::string_view text);

/// A JSON text with `\u…` for every character that `printable` would replace: the same document, shown as it is.
std::string printable_json(std::string_view json);

}  // namespace birthcase::text
