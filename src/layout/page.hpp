// What text is written on: so many columns, with or without colours.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace birthcase::layout {

enum class Ink : std::uint8_t { plain, strong, faint, good, warning, bad };
inline constexpr std::size_t inks = 6;

/// How text for people is laid out and painted.
struct Page {
  std::size_t width = 100;  ///< columns
  bool colour = false;

  /// `text` in that ink, if there are colours at all: between marks, which the writer turns into colours.
  std::string paint(Ink ink, std::string_view text) const;
};

/// Where the next mark of an ink stands from `begin` on, or the end. A mark is a byte that no UTF-8 has, so that no
/// text of a profile or an application can hold one.
std::size_t find_ink(std::string_view text, std::size_t begin) noexcept;

/// The ink that begins at this mark; `plain` ends the others.
Ink ink_of_mark(char mark) noexcept;

}  // namespace birthcase::layout
