/// What the output goes to: a terminal with its width and colours, or a file.
#pragma once

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

namespace birthcase::cli {

enum class Ink { plain, heading, faint, good, warning, bad };

/// How text for people is laid out and painted.
struct Page {
  std::size_t width = 100;  ///< columns
  bool colour = false;

  /// `text` in that ink, if there are colours at all: between marks, which `write_painted` makes a terminal's codes.
  std::string paint(Ink ink, std::string_view text) const;
};

/// Where the next mark of an ink stands from `begin` on, or the end. A mark is a byte that no UTF-8 has, so that no
/// text of a profile or an application can hold one.
std::size_t find_ink(std::string_view text, std::size_t begin) noexcept;

/// What makes a terminal write in the ink that begins, or ends, at this mark.
std::string_view ink_code(char mark) noexcept;

bool is_terminal(std::FILE* stream) noexcept;

/// The page of the standard output: as wide as the terminal (60–120), 100 columns for files; coloured on a terminal
/// unless `NO_COLOR` is set.
Page page_of_output();

}  // namespace birthcase::cli
