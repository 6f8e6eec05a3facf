#include <birthcase/text.hpp>

#include "text/characters.hpp"
#include "text/errors.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <algorithm>

namespace birthcase {

using text::append_utf8;
using text::check_size;
using text::count_characters;
using text::encoding_error;
using text::is_ascii;
using text::next_character;
using text::throw_icu_error;

namespace {

std::u16string to_utf16(std::string_view text) {
  std::u16string units;
  units.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = next_character(text, at);
    if (U_IS_BMP(c)) {
      units.push_back(static_cast<char16_t>(c));
    } else {
      units.push_back(static_cast<char16_t>(U16_LEAD(c)));
      units.push_back(static_cast<char16_t>(U16_TRAIL(c)));
    }
  }
  return units;
}

std::string to_utf8(std::u16string_view units) {
  std::string text;
  text.reserve(units.size() * 3);
  for (std::size_t at = 0; at < units.size();) {
    UChar32 c = 0;
    U16_NEXT(units.data(), at, units.size(), c);
    append_utf8(text, c);
  }
  return text;
}

Result<std::string> normalise(std::string_view text, const UNormalizer2* form, UErrorCode status) {
  if (U_FAILURE(status)) throw_icu_error(status);
  if (auto checked = check_utf8(text); !checked) return checked.error();
  if (is_ascii(text)) return std::string(text);
  const std::u16string source = to_utf16(text);
  const auto length = static_cast<int32_t>(source.size());
  if (unorm2_isNormalized(form, source.data(), length, &status) != 0) return std::string(text);
  const int32_t needed = unorm2_normalize(form, source.data(), length, nullptr, 0, &status);
  if (status != U_BUFFER_OVERFLOW_ERROR && U_FAILURE(status)) throw_icu_error(status);
  status = U_ZERO_ERROR;
  std::u16string target(static_cast<std::size_t>(needed), u'\0');
  unorm2_normalize(form, source.data(), length, target.data(), needed, &status);
  if (U_FAILURE(status)) throw_icu_error(status);
  return to_utf8(target);
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) noexcept {
  if (is_ascii(text)) return std::nullopt;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (next_character(text, at) < 0) return start;
  }
  return std::nullopt;
}

Result<void> check_utf8(std::string_view text) {
  if (auto checked = check_size(text); !checked) return checked.error();
  const auto bad = find_invalid_utf8(text);
  if (!bad) return {};
  const std::string_view good = text.substr(0, *bad);
  const std::size_t line = 1 + static_cast<std::size_t>(std::count(good.begin(), good.end(), '\n'));
  const std::size_t line_start = good.rfind('\n') + 1;  // npos + 1 is 0
  return encoding_error(fmt::format("not UTF-8: an ill-formed sequence begins at byte {}", *bad), line,
                        count_characters(good.substr(line_start)) + 1);
}

Result<std::string> to_nfc(std::string_view text) {
  text::require_memory_for_icu();
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* const form = unorm2_getNFCInstance(&status);
  return normalise(text, form, status);
}

Result<std::string> to_nfkc(std::string_view text) {
  text::require_memory_for_icu();
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* const form = unorm2_getNFKCInstance(&status);
  return normalise(text, form, status);
}

Result<std::string> clean_identifier(std::string_view text) {
  if (auto checked = check_utf8(text); !checked) return checked.error();
  std::string cleaned;
  cleaned.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    UChar32 c = next_character(text, at);
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFF01 - 0x21;  // full-width ASCII
    const bool dash = c == '-' || c == 0x2212 || u_charType(c) == U_DASH_PUNCTUATION;
    const bool invisible = c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x00AD;
    if (dash || invisible || u_isUWhiteSpace(c) != 0) continue;
    if (c >= 'a' && c <= 'z') c -= 'a' - 'A';
    append_utf8(cleaned, c);
  }
  return cleaned;
}

Result<CharacterReport> inspect_characters(std::string_view text) {
  if (auto checked = check_utf8(text); !checked) return checked.error();
  CharacterReport report;
  const auto note = [&report](bool found, std::size_t& first) {
    if (found && first == 0) first = report.characters;
  };
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = next_character(text, at);
    ++report.characters;
    const auto type = u_charType(c);
    note(type == U_PRIVATE_USE_CHAR, report.first_private_use);
    note(c > 0xFFFF, report.first_beyond_bmp);
    note((c < 0x4E00 || c > 0x9FA5) && u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0 && c != 0x3007,
         report.first_rare);
    note(type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || c == 0xFFFD, report.first_control);
    note(type == U_UNASSIGNED, report.first_unassigned);
  }
  return report;
}

std::size_t display_width(std::string_view text) noexcept {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const UChar32 c = next_character(text, at);
    if (c < 0) {
      width += at - start;
      continue;
    }
    if (c < 0x7F) {
      width += c >= 0x20 ? 1U : 0U;
      continue;
    }
    const auto mask = U_GET_GC_MASK(c);
    if ((mask & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK)) != 0) continue;
    const int32_t cells = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    width += cells == U_EA_WIDE || cells == U_EA_FULLWIDTH ? 2U : 1U;
  }
  return width;
}

}  // namespace birthcase
