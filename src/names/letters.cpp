#include "names/letters.hpp"

#include <unicode/uchar.h>

namespace birthcase::names {

bool is_han(UChar32 c) noexcept {
  if (c >= 0x4E00 && c <= 0x9FFF) return true;
  if (c < 0x3007) return false;
  constexpr UChar32 compatibility_first = 0xF900;
  constexpr UChar32 compatibility_last = 0xFAFF;
  constexpr UChar32 ideographic_planes_first = 0x20000;
  constexpr UChar32 ideographic_planes_last = 0x3FFFD;
  return c == 0x3007 || (c >= compatibility_first && c <= compatibility_last) ||
         (c >= ideographic_planes_first && c <= ideographic_planes_last && (c & 0xFFFE) != 0xFFFE) ||
         u_hasBinaryProperty(c, UCHAR_UNIFIED_IDEOGRAPH) != 0;
}

bool is_latin(UChar32 c) noexcept {
  if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) return true;
  const bool block = (c >= 0x00AA && c <= 0x02FF) || (c >= 0x1D00 && c <= 0x1DBF) || (c >= 0x1E00 && c <= 0x1EFF) ||
                     (c >= 0x2C60 && c <= 0x2C7F) || (c >= 0xA720 && c <= 0xA7FF) || (c >= 0xAB30 && c <= 0xAB6F);
  return block && u_isalpha(c) != 0;
}

bool is_plain(std::string_view text) noexcept {
  if (text.size() % 3 != 0) return false;
  for (std::size_t i = 0; i < text.size(); i += 3) {
    const auto first = static_cast<unsigned char>(text[i]);
    const auto second = static_cast<unsigned char>(text[i + 1]);
    if (first < 0xE4 || first > 0xE9 || (first == 0xE4 && second < 0xB8)) return false;
  }
  return true;
}

}  // namespace birthcase::names
