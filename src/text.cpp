#include <birthcase/text.hpp>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <stdexcept>
#include <utility>

// ICU counts in int32_t. Longer texts are refused, so that no position can overflow.
namespace birthcase {
namespace {

constexpr std::size_t size_limit = std::size_t{64} << 20U;

struct CloseConverter {
  void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Error encoding_error(std::string message, std::size_t line = 0, std::size_t column = 0) {
  Error error;
  error.kind = ErrorKind::encoding;
  error.message = std::move(message);
  error.line = line;
  error.column = column;
  return error;
}

/// ICU reports through a status; what is not the text's fault is out of memory or a build without its data.
[[noreturn]] void throw_icu_error(UErrorCode status) {
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  throw std::runtime_error(fmt::format("ICU: {}", u_errorName(status)));
}

Result<void> check_size(std::string_view text) {
  if (text.size() <= size_limit) return {};
  Error error;
  error.kind = ErrorKind::out_of_range;
  error.message = "the text is longer than 64 MiB";
  return error;
}

bool is_ascii(std::string_view text) noexcept {
  const char* at = text.data();
  std::size_t left = text.size();
  for (; left >= sizeof(std::uint64_t); at += sizeof(std::uint64_t), left -= sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    if ((word & 0x8080808080808080U) != 0) return false;
  }
  return std::all_of(at, at + left, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// ICU's macro narrows a byte in a way that -Wconversion dislikes.
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#endif
/// The code point at `at`, which moves past it; negative for a byte sequence that is not UTF-8.
UChar32 next_character(std::string_view text, std::size_t& at) noexcept {
  UChar32 c = 0;
  U8_NEXT(text.data(), at, text.size(), c);
  return c;
}
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

void append_utf8(std::string& text, UChar32 c) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  text.append(bytes.data(), length);
}

/// The characters in a text that is UTF-8.
std::size_t count_characters(std::string_view text) noexcept {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

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

/// The 18 characters whose bytes GB 18030-2022 took from a private-use code point and gave to the real one.
/// In the edition of 2005, and so in older ICUs, each pair stands the other way round.
struct Reassigned {
  char16_t private_use;
  char16_t real;
};
constexpr std::array<Reassigned, 18> reassigned_2022{{
    {0xE78D, 0xFE10},
    {0xE78E, 0xFE12},
    {0xE78F, 0xFE11},
    {0xE790, 0xFE13},
    {0xE791, 0xFE14},
    {0xE792, 0xFE15},
    {0xE793, 0xFE16},
    {0xE794, 0xFE17},
    {0xE795, 0xFE18},
    {0xE796, 0xFE19},
    {0xE81E, 0x9FB4},
    {0xE826, 0x9FB5},
    {0xE82B, 0x9FB6},
    {0xE82C, 0x9FB7},
    {0xE832, 0x9FB8},
    {0xE843, 0x9FB9},
    {0xE854, 0x9FBA},
    {0xE864, 0x9FBB},
}};

/// The other one of the pair that `unit` belongs to, or `unit` itself.
char16_t counterpart(char16_t unit) noexcept {
  if (unit < 0x9FB4 || unit > 0xFE19) return unit;
  for (const auto& [private_use, real] : reassigned_2022) {
    if (unit == private_use) return real;
    if (unit == real) return private_use;
  }
  return unit;
}

Converter open_gb18030() {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open("gb18030", &status));
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) throw_icu_error(status);
  return converter;
}

/// Whether this ICU has the mapping of 2005: there U+FE10 takes four bytes.
bool has_mapping_of_2005(UConverter* converter) {
  UErrorCode status = U_ZERO_ERROR;
  const char16_t probe = 0xFE10;
  std::array<char, 8> bytes{};
  const int32_t length =
      ucnv_fromUChars(converter, bytes.data(), static_cast<int32_t>(bytes.size()), &probe, 1, &status);
  if (U_FAILURE(status)) throw_icu_error(status);
  return length == 4;
}

/// Turns the mapping of 2005 into that of 2022, or back: the exchange is its own inverse.
void apply_edition_of_2022(std::u16string& units, UConverter* converter) {
  const auto affected = [](char16_t unit) { return counterpart(unit) != unit; };
  if (std::none_of(units.begin(), units.end(), affected) || !has_mapping_of_2005(converter)) return;
  std::transform(units.begin(), units.end(), units.begin(), counterpart);
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
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* const form = unorm2_getNFCInstance(&status);
  return normalise(text, form, status);
}

Result<std::string> to_nfkc(std::string_view text) {
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

Result<std::string> from_gb18030(std::string_view bytes) {
  if (auto checked = check_size(bytes); !checked) return checked.error();
  if (is_ascii(bytes)) return std::string(bytes);
  const Converter converter = open_gb18030();
  std::u16string units(bytes.size(), u'\0');  // two bytes make at least one unit, four at most two
  const char* source = bytes.data();
  char16_t* target = units.data();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, bytes.data() + bytes.size(), nullptr,
                 1, &status);
  units.resize(static_cast<std::size_t>(target - units.data()));
  if (U_FAILURE(status)) {
    std::array<char, 8> invalid{};
    auto length = static_cast<int8_t>(invalid.size());
    UErrorCode detail = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter.get(), invalid.data(), &length, &detail);
    if (U_FAILURE(detail) || length == 0) throw_icu_error(status);
    const auto offset = source - bytes.data() - length;
    return encoding_error(fmt::format("not GB18030: the bytes from byte {} on are not a character", offset), 0,
                          count_characters(to_utf8(units)) + 1);
  }
  apply_edition_of_2022(units, converter.get());
  return to_utf8(units);
}

Result<std::string> to_gb18030(std::string_view text) {
  if (auto checked = check_utf8(text); !checked) return checked.error();
  if (is_ascii(text)) return std::string(text);
  const Converter converter = open_gb18030();
  std::u16string units = to_utf16(text);
  apply_edition_of_2022(units, converter.get());
  std::string bytes(units.size() * 4, '\0');
  const char16_t* source = units.data();
  char* target = bytes.data();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_fromUnicode(converter.get(), &target, bytes.data() + bytes.size(), &source, units.data() + units.size(), nullptr,
                   1, &status);
  if (U_FAILURE(status)) {
    const std::u16string_view done(units.data(), static_cast<std::size_t>(source - units.data()));
    const std::size_t column = std::max<std::size_t>(count_characters(to_utf8(done)), 1);
    return encoding_error(fmt::format("character {} has no GB18030 code", column), 0, column);
  }
  bytes.resize(static_cast<std::size_t>(target - bytes.data()));
  return bytes;
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
