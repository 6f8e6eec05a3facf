#include "wrap.hpp"

#include <birthcase/text.hpp>

#include <algorithm>
#include <array>

namespace birthcase::cli {
namespace {

struct Character {
  std::string_view bytes;
  std::size_t width = 0;
};

std::size_t length_at(std::string_view text, std::size_t offset) noexcept {
  const auto lead = static_cast<unsigned char>(text[offset]);
  const std::size_t wanted = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  return std::min(wanted, text.size() - offset);
}

std::vector<Character> characters_of(std::string_view text) {
  std::vector<Character> all;
  all.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto bytes = text.substr(at, length_at(text, at));
    all.push_back({bytes, display_width(bytes)});
    at += bytes.size();
  }
  return all;
}

bool one_of(std::string_view character, std::string_view set) noexcept {
  for (std::size_t at = 0; at < set.size(); at += length_at(set, at)) {
    if (set.substr(at, length_at(set, at)) == character) return true;
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
  constexpr std::string_view replacement = "\xef\xbf\xbd";
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto bytes = text.substr(at, length_at(text, at));
    const auto lead = static_cast<unsigned char>(bytes[0]);
    // C0, DEL and C1 (U+0080–U+009F, whose first byte is C2)
    const bool control = lead < 0x20 || lead == 0x7f ||
                         (lead == 0xc2 && bytes.size() == 2 && static_cast<unsigned char>(bytes[1]) < 0xa0);
    result += control ? replacement : bytes;
    at += bytes.size();
  }
  return result;
}

}  // namespace birthcase::cli
