/// Texts by code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace birthcase::feel {

/// The code point at the start of `text` and its length in bytes; empty if it is not UTF-8.
struct CodePoint {
  std::uint32_t value = 0;
  std::size_t length = 0;
};
std::optional<CodePoint> first_code_point(std::string_view text) noexcept;

void append_utf8(std::uint32_t code_point, std::string& text);

/// How many code points there are, for text known to be UTF-8.
std::size_t code_points(std::string_view text) noexcept;

/// The byte offset of the code point with this 0-based index, or the size of the text.
std::size_t offset_of_code_point(std::string_view text, std::size_t index) noexcept;

}  // namespace birthcase::feel
