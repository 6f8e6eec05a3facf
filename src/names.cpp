// What stands in a name. How it is stored and which part is the surname: names/form.cpp.
#include <birthcase/names.hpp>

#include "names/letters.hpp"
#include "text/characters.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>

namespace birthcase {

using names::is_han;
using names::is_latin;
using text::next_character;

namespace {

constexpr UChar32 none = -1;

/// A character and its neighbours; `none` at the ends.
struct Neighbours {
  UChar32 before = none;
  UChar32 here = none;
  UChar32 after = none;

  bool beside_latin() const noexcept { return is_latin(before) || is_latin(after); }
  bool beside_han() const noexcept { return is_han(before) || is_han(after); }
};

struct Judgement {
  NameFault fault;
  bool doubtful = false;
};

using Verdict = std::optional<Judgement>;

template <std::size_t count>
bool is_one_of(const std::array<UChar32, count>& sorted, UChar32 c) noexcept {
  return std::binary_search(sorted.begin(), sorted.end(), c);
}

bool is_between(UChar32 c, UChar32 first, UChar32 last) noexcept { return c >= first && c <= last; }

// What stands where a character was lost, or where somebody did not have it: question marks, stars, boxes, circles,
// crosses, U+FFFC, U+FFFD. U+3007 is a Chinese character and not among them.
bool stands_for_lost(UChar32 c) noexcept {
  constexpr std::array<UChar32, 34> marks{
      '*',    '?',    0x00BF, 0x00D7, 0x203D, 0x2217, 0x2573, 0x2588, 0x25A0, 0x25A1, 0x25A2, 0x25AD,
      0x25AE, 0x25AF, 0x25CB, 0x25CF, 0x25EF, 0x2610, 0x26AA, 0x26AB, 0x2715, 0x2716, 0x2753, 0x2754,
      0x2B1A, 0x2B1B, 0x2B1C, 0x3013, 0x303F, 0xFE56, 0xFE61, 0xFF0A, 0xFF1F, 0xFFFD,
  };
  return is_one_of(marks, c) || c == 0xFFFC || c == 0x303E;
}

bool is_invisible(UChar32 c) noexcept {
  constexpr auto kinds = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK | U_GC_CS_MASK;
  constexpr UChar32 blank_braille = 0x2800;
  return (U_GET_GC_MASK(c) & kinds) != 0 || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
         U_IS_UNICODE_NONCHAR(c) || c == blank_braille;
}

// Radicals, strokes, and numerals of merchants: what an input method or a scan takes for the character.
bool looks_like_han(UChar32 c) noexcept {
  return is_between(c, 0x2E80, 0x2FDF) || is_between(c, 0x31C0, 0x31EF) || is_between(c, 0x3021, 0x3029) ||
         is_between(c, 0x3038, 0x303A);
}

bool is_full_width_letter(UChar32 c) noexcept { return is_between(c, 0xFF21, 0xFF3A) || is_between(c, 0xFF41, 0xFF5A); }

bool is_in_latin_names(UChar32 c) noexcept {
  constexpr std::array<UChar32, 9> signs{'\'', ',', '-', '.', 0x2010, 0x2011, 0x2013, 0x2018, 0x2019};
  return is_one_of(signs, c);
}

bool is_bracket_or_slash(UChar32 c) noexcept {
  constexpr std::array<UChar32, 7> signs{'(', ')', '/', 0x3014, 0x3015, 0xFF08, 0xFF09};
  return is_one_of(signs, c);
}

Verdict judge_mark(const Neighbours& around) noexcept {
  const bool on_letter = around.before != none && u_isalpha(around.before) != 0 && !is_han(around.before);
  const bool encloses = u_charType(around.here) == U_ENCLOSING_MARK;
  const bool on_mark = around.before != none && (U_GET_GC_MASK(around.before) & U_GC_M_MASK) != 0;
  return Judgement{NameFault::mark, (on_letter || on_mark) && !encloses};
}

Verdict judge_dot(const Neighbours& around) noexcept {
  const bool joins = around.before != none && around.after != none && around.before != names::dot;
  return joins ? Verdict() : Judgement{NameFault::punctuation, true};
}

Verdict judge_blank(const Neighbours& around) noexcept {
  const bool plain = around.here == ' ' && around.before != ' ' && !around.beside_han();
  return plain ? Verdict() : Judgement{NameFault::spacing, true};
}

Verdict judge_sign(const Neighbours& around) noexcept {
  if (is_in_latin_names(around.here) && around.beside_latin()) return {};
  if (is_in_latin_names(around.here) || is_bracket_or_slash(around.here))
    return Judgement{NameFault::punctuation, true};
  return Judgement{NameFault::symbol};
}

// Letters are judged by `Scripts`.
Verdict judge(const Neighbours& around) noexcept {
  const UChar32 c = around.here;
  if (is_han(c)) return {};
  if (c == names::dot) return judge_dot(around);
  if (stands_for_lost(c)) return Judgement{NameFault::lost};
  if (is_invisible(c)) return Judgement{NameFault::control};
  if (looks_like_han(c)) return Judgement{NameFault::look_alike};
  if (is_full_width_letter(c)) return Judgement{NameFault::full_width};
  const auto kind = U_GET_GC_MASK(c);
  if ((kind & U_GC_ND_MASK) != 0) return Judgement{NameFault::digit};
  if ((kind & U_GC_CO_MASK) != 0) return Judgement{NameFault::private_use, true};
  if ((kind & U_GC_ZS_MASK) != 0) return judge_blank(around);
  if ((kind & U_GC_M_MASK) != 0) return judge_mark(around);
  if ((kind & (U_GC_L_MASK | U_GC_CN_MASK)) != 0) return {};
  return judge_sign(around);
}

/// Which scripts a name has. The first character of one that is neither Chinese nor Latin is odd, like the first
/// that is Chinese beside Latin ones, or the other way round.
class Scripts {
 public:
  Verdict judge(UChar32 c) noexcept {
    if (is_han(c)) return seen(han_, latin_);
    if (is_latin(c)) return seen(latin_, han_);
    if (u_isalpha(c) == 0 && U_GET_GC_MASK(c) != U_GC_CN_MASK) return {};
    any_ = true;
    return Judgement{NameFault::script, true};
  }

  bool any_letter() const noexcept { return any_; }

 private:
  Verdict seen(bool& own, bool other) noexcept {
    any_ = true;
    own = true;
    return other ? Judgement{NameFault::script, true} : Verdict();
  }

  bool han_ = false;
  bool latin_ = false;
  bool any_ = false;
};

void note(std::vector<NameRemark>& remarks, const Judgement& judgement, std::size_t position) {
  const auto same = [&judgement](const NameRemark& other) {
    return other.fault == judgement.fault && (!other.doubtful || judgement.doubtful);
  };
  if (std::any_of(remarks.begin(), remarks.end(), same)) return;
  remarks.push_back({judgement.fault, position, judgement.doubtful});
}

std::vector<UChar32> characters_of(std::string_view name) {
  std::vector<UChar32> characters;
  characters.reserve(name.size());
  for (std::size_t at = 0; at < name.size();) characters.push_back(next_character(name, at));
  return characters;
}

// `…` at either end stands for one character at least.
bool is_like(std::string_view name, std::string_view pattern) noexcept {
  constexpr std::string_view any = "…";
  std::size_t before = 0;
  std::size_t after = 0;
  for (; pattern.starts_with(any); pattern.remove_prefix(any.size())) ++before;
  for (; pattern.ends_with(any); pattern.remove_suffix(any.size())) ++after;
  if (before == 0 && after == 0) return name == pattern;
  const bool fits = after == 0 ? name.ends_with(pattern) : before == 0 && name.starts_with(pattern);
  if (!fits) return false;
  std::size_t others = 0;
  const std::string_view rest = after == 0 ? name.substr(0, name.size() - pattern.size()) : name.substr(pattern.size());
  for (std::size_t at = 0; at < rest.size(); ++others) next_character(rest, at);
  return others >= before + after;
}

std::string in_small_letters(std::string_view name) {
  std::string small(name);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

}  // namespace

std::optional<NameRemark> check_placeholder(std::string_view name, const CodeTable& placeholders) {
  const std::string small = in_small_letters(name);
  std::optional<NameRemark> found;
  for (const CodeEntry& entry : placeholders.entries()) {
    if (!is_like(small, entry.zh)) continue;
    found = NameRemark{NameFault::placeholder, 1, entry.also == "?"};
    if (!found->doubtful) break;
  }
  return found;
}

std::vector<NameRemark> check_name(std::string_view name) {
  std::vector<NameRemark> remarks;
  if (names::is_plain(name)) return remarks;
  const auto characters = characters_of(name);
  if (std::find_if(characters.begin(), characters.end(), [](UChar32 c) { return c < 0; }) != characters.end()) {
    return remarks;
  }
  Scripts scripts;
  bool any = false;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const Neighbours around{i == 0 ? none : characters[i - 1], characters[i],
                            i + 1 == characters.size() ? none : characters[i + 1]};
    auto verdict = judge(around);
    any = any || verdict == std::nullopt || verdict->fault == NameFault::private_use;
    if (!verdict) verdict = scripts.judge(around.here);
    if (verdict) note(remarks, *verdict, i + 1);
  }
  const bool certain =
      std::any_of(remarks.begin(), remarks.end(), [](const NameRemark& remark) { return !remark.doubtful; });
  if (!characters.empty() && !certain && !any) remarks.push_back({NameFault::no_letter, 1, false});
  return remarks;
}

}  // namespace birthcase
