// What all readers keep to.
#pragma once

#include <birthcase/exchange/formats.hpp>

#include "make_error.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>

namespace birthcase::exchange::formats {

inline Error too_many_nodes() {
  return make_error(ErrorKind::out_of_range,
                    fmt::format("the text has more than {} elements, members or cells; split it", max_source_nodes));
}

inline Error too_deep() {
  return make_error(ErrorKind::out_of_range,
                    fmt::format("the text is nested more than {} levels deep", max_source_depth));
}

/// A text without the blanks around it: spaces, tabs, line ends, and the wide space of Chinese texts.
std::string_view trimmed(std::string_view text) noexcept;

/// Counts line and column of growing offsets, each byte once.
class Cursor {
 public:
  explicit Cursor(std::string_view text) noexcept : text_(text) {}

  /// Moves on to a byte that is not before the last one.
  void move_to(std::size_t offset) noexcept;

  std::uint32_t line() const noexcept { return line_; }
  std::uint32_t column() const noexcept { return column_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
};

}  // namespace birthcase::exchange::formats
