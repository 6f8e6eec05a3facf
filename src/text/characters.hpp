// UTF-8 as characters and back.
#pragma once

#include <unicode/utf8.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace birthcase::text {

bool is_ascii(std::string_view text) noexcept;

/// The characters in a text that is UTF-8.
std::size_t count_characters(std::string_view text) noexcept;

void append_utf8(std::string& text, UChar32 c);

// ICU's macro narrows a byte in a way that -Wconversion dislikes.
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#endif
/// The code point at `at`, which moves past it; negative for a byte sequence that is not UTF-8.
inline UChar32 next_character(std::string_view text, std::size_t& at) noexcept {
  UChar32 c = 0;
  U8_NEXT(text.data(), at, text.size(), c);
  return c;
}
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

}  // namespace birthcase::text
