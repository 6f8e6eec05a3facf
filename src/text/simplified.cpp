#include "text/simplified.hpp"

#include "text/characters.hpp"
#include "text/simplified_table.hpp"

#include <cstddef>

namespace birthcase::text {
namespace {

UChar32 simplified_character(UChar32 c) noexcept {
  std::size_t begin = 0;
  std::size_t end = traditional_and_simplified.size() / 2;
  while (begin < end) {
    const std::size_t middle = (begin + end) / 2;
    const auto known = static_cast<UChar32>(traditional_and_simplified[2 * middle]);
    if (known == c) return static_cast<UChar32>(traditional_and_simplified[2 * middle + 1]);
    (known < c ? begin : end) = known < c ? middle + 1 : middle;
  }
  return c;
}

}  // namespace

std::string simplified(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_utf8(result, simplified_character(next_character(text, at)));
  return result;
}

}  // namespace birthcase::text
