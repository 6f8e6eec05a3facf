// How names are stored, and which part is the surname.
#include <birthcase/names.hpp>
#include <birthcase/text.hpp>

#include "names/letters.hpp"
#include "text/characters.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace birthcase {

using names::is_han;
using text::append_utf8;
using text::next_character;

namespace {

bool is_dot(UChar32 c) noexcept {
  constexpr std::array<UChar32, 10> dots{0x00B7, 0x16EB, 0x2022, 0x2027, 0x2219,
                                         0x22C5, 0x2E31, 0x2E33, 0x30FB, 0xFF65};
  return std::binary_search(dots.begin(), dots.end(), c);
}

bool is_full_stop(UChar32 c) noexcept { return c == '.' || c == 0x2024 || c == 0xFE52 || c == 0xFF0E; }

bool is_blank(UChar32 c) noexcept { return U_GET_GC_MASK(c) == U_GC_ZS_MASK; }

using Characters = std::vector<UChar32>;

Characters characters_of(std::string_view text) {
  Characters characters;
  characters.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) characters.push_back(next_character(text, at));
  return characters;
}

// The first character from `at` on, in steps, that is no blank; -1 if there is none.
UChar32 beyond_blanks(const Characters& characters, std::size_t at, std::ptrdiff_t step) noexcept {
  for (auto i = static_cast<std::ptrdiff_t>(at) + step; i >= 0 && i < std::ssize(characters); i += step) {
    const UChar32 c = characters[static_cast<std::size_t>(i)];
    if (!is_blank(c)) return c;
  }
  return -1;
}

void make_dots_one(Characters& characters) noexcept {
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const UChar32 c = characters[i];
    const bool stop_between_han =
        is_full_stop(c) && is_han(beyond_blanks(characters, i, -1)) && is_han(beyond_blanks(characters, i, 1));
    if (is_dot(c) || stop_between_han) characters[i] = names::dot;
  }
}

bool is_blank_beside_dot(const Characters& characters, std::size_t at) noexcept {
  return is_blank(characters[at]) &&
         (beyond_blanks(characters, at, -1) == names::dot || beyond_blanks(characters, at, 1) == names::dot);
}

/// The bytes of the first character of a text.
std::size_t first_length(std::string_view text) noexcept {
  std::size_t at = 0;
  if (!text.empty()) next_character(text, at);
  return at;
}

bool has_surname(std::string_view name) noexcept {
  std::size_t at = 0;
  if (name.empty() || !is_han(next_character(name, at))) return false;
  while (at < name.size()) {
    const UChar32 c = next_character(name, at);
    if (c == names::dot || names::is_latin(c)) return false;
  }
  return true;
}

struct Surname {
  std::size_t bytes = 0;  ///< how much of the name it is
  std::string_view text;  ///< what it is called
};

Surname find_surname(std::string_view name, const CodeTable* compound) noexcept {
  if (!has_surname(name)) return {};
  Surname found{first_length(name), name.substr(0, first_length(name))};
  if (compound == nullptr) return found;
  for (const CodeEntry& entry : compound->entries()) {
    for (const std::string_view written : {entry.zh, entry.also}) {
      const bool longer = written.size() > found.bytes && name.size() > written.size();
      const bool perhaps = longer && written.back() == name[written.size() - 1];  // spares most comparisons
      if (perhaps && name.starts_with(written)) found = {written.size(), entry.zh};
    }
  }
  return found;
}

}  // namespace

Result<std::string> clean_name(std::string_view text) {
  if (names::is_plain(text)) {
    if (auto checked = check_utf8(text); !checked) return checked.error();
    return std::string(text);
  }
  auto composed = to_nfc(text);
  if (!composed) return composed.error();
  Characters characters = characters_of(*composed);
  make_dots_one(characters);
  std::string name;
  name.reserve(composed->size());
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (!is_blank_beside_dot(characters, i)) append_utf8(name, characters[i]);
  }
  return name;
}

std::string surname_of(std::string_view name, const CodeTable* compound) {
  return std::string(find_surname(name, compound).text);
}

std::string given_name_of(std::string_view name, const CodeTable* compound) {
  const std::size_t surname = find_surname(name, compound).bytes;
  std::size_t at = 0;
  const bool chinese = !name.empty() && is_han(next_character(name, at));
  return chinese ? std::string(name.substr(surname)) : std::string();
}

CharacterSet::CharacterSet(const CodeTable& table) {
  for (const CodeEntry& entry : table.entries()) {
    for (std::size_t at = 0; at < entry.zh.size();) {
      characters_.push_back(static_cast<char32_t>(next_character(entry.zh, at)));
    }
  }
  std::sort(characters_.begin(), characters_.end());
  characters_.erase(std::unique(characters_.begin(), characters_.end()), characters_.end());
}

bool CharacterSet::has_all_of(std::string_view text) const noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = next_character(text, at);
    const bool known = std::binary_search(characters_.begin(), characters_.end(), static_cast<char32_t>(c));
    if (is_han(c) && !known) return false;
  }
  return true;
}

}  // namespace birthcase
