#include "text/wrap.hpp"

#include <birthcase/text.hpp>

#include "text/characters.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>

namespace birthcase::text {
namespace {

struct Character {
  std::string_view bytes;
  std::size_t width = 0;
};

std::string_view bytes_at(std::string_view text, std::size_t at) noexcept {
  std::size_t end = at;
  next_character(text, end);
  return text.substr(at, end - at);
}

std::vector<Character> characters_of(std::string_view text) {
  std::vector<Character> all;
  all.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto bytes = bytes_at(text, at);
    all.push_back({bytes, display_width(bytes)});
    at += bytes.size();
  }
  return all;
}

bool one_of(std::string_view character, std::string_view set) noexcept {
  for (std::size_t at = 0; at < set.size();) {
    const auto member = bytes_at(set, at);
    if (member == character) return true;
    at += member.size();
  }
  return false;
}

bool may_break(const Character& before, const Character& after) noexcept {
  if (after.width == 0 || one_of(after.bytes, "，。、；：！？）》”’】〉,.;:!?)]}%…*")) return false;
  if (one_of(before.bytes, "（《“‘【〈([{#")) return false;
  return before.bytes == " " || before.width == 2 || after.width == 2;
}

std::string joined(const std::vector<Character>& characters, std::size_t first, std::size_t end) {
  while (end > first && characters[end - 1].bytes == " ") --end;
  std::string line;
  for (std::size_t i = first; i < end; ++i) line += characters[i].bytes;
  return line;
}

// Whether something invisible after this character can change how it is drawn together with the next.
bool can_join(UChar32 before) noexcept {
  if (before < 0) return false;
  const bool is_mark = (U_GET_GC_MASK(before) & U_GC_M_MASK) != 0;
  const auto joining = u_getIntPropertyValue(before, UCHAR_JOINING_TYPE);
  const bool joins = joining != U_JT_NON_JOINING && joining != U_JT_TRANSPARENT;
  return is_mark || joins || u_hasBinaryProperty(before, UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
}

bool shows_as_itself(UChar32 c, UChar32 before) noexcept {
  constexpr UChar32 non_joiner = 0x200C;
  constexpr UChar32 joiner = 0x200D;
  if (c < 0) return false;
  if (c == non_joiner || c == joiner) return can_join(before);
  constexpr auto others = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
  return (U_GET_GC_MASK(c) & others) == 0 && u_hasBinaryProperty(c, UCHAR_NONCHARACTER_CODE_POINT) == 0;
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  const auto characters = characters_of(text);
  std::vector<std::string> lines;
  std::size_t first = 0;
  std::size_t used = 0;
  std::size_t chance = 0;  // where the line can end so far; `first` if nowhere
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (i > first && may_break(characters[i - 1], characters[i])) chance = i;
    const bool fits = used + characters[i].width <= width || characters[i].bytes == " ";
    if (fits || i == first) {
      used += characters[i].width;
      continue;
    }
    const std::size_t end = chance > first ? chance : i;
    lines.push_back(joined(characters, first, end));
    first = chance = end;
    used = 0;
    for (std::size_t k = first; k <= i; ++k) used += characters[k].width;
  }
  lines.push_back(joined(characters, first, characters.size()));
  return lines;
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t taken = display_width(text);
  std::string result(text);
  result.append(taken < width ? width - taken : 0, ' ');
  return result;
}

std::string printable(std::string_view text) {
  constexpr UChar32 replacement = 0xFFFD;
  std::string result;
  result.reserve(text.size());
  UChar32 before = U_SENTINEL;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = next_character(text, at);
    append_utf8(result, shows_as_itself(c, before) ? c : replacement);
    before = c;
  }
  return result;
}

std::string on_one_line(std::string text) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  std::replace_if(text.begin(), text.end(), is_control, ' ');
  return text;
}

std::string printable_lines(std::string_view text) {
  std::string result;
  for (;;) {
    const std::size_t feed = text.find('\n');
    result += printable(text.substr(0, feed));
    if (feed == std::string_view::npos) return result;
    result += '\n';
    text.remove_prefix(feed + 1);
  }
}

std::string printable_json(std::string_view json) {
  std::string result;
  UChar32 before = U_SENTINEL;
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t begin = at;
    const UChar32 c = next_character(json, at);
    if (c < 0 || c == '\n' || shows_as_itself(c, before)) {
      result += json.substr(begin, at - begin);
    } else {
      std::array<UChar, U16_MAX_LENGTH> units{};
      std::size_t count = 0;
      U16_APPEND_UNSAFE(units, count, c);
      for (std::size_t i = 0; i < count; ++i) result += fmt::format("\\u{:04x}", static_cast<unsigned>(units[i]));
    }
    before = c;
  }
  return result;
}

}  // namespace birthcase::text
