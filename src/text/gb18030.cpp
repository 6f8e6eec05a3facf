// GB18030: the form of its sequences, the characters on which editions differ, and ICU for all others.
#include <birthcase/text.hpp>

#include "text/characters.hpp"
#include "text/errors.hpp"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <array>
#include <cstdint>
#include <memory>

namespace birthcase {

using text::append_utf8;
using text::is_ascii;
using text::throw_icu_error;

namespace {

/// Two characters that changed places: since this edition the two bytes mean the real character and the four bytes the
/// private-use one.
struct Exchange {
  char16_t private_use;
  char16_t real;
  std::string_view two_bytes;
  std::string_view four_bytes;
  Gb18030 since = Gb18030::edition_2022;

  bool done_in(Gb18030 edition) const noexcept { return edition <= since; }  // the newest edition comes first
};
constexpr std::array<Exchange, 19> exchanges{{
    {0xE78D, 0xFE10, "\xA6\xD9", "\x84\x31\x82\x36"},
    {0xE78E, 0xFE12, "\xA6\xDA", "\x84\x31\x82\x38"},
    {0xE78F, 0xFE11, "\xA6\xDB", "\x84\x31\x82\x37"},
    {0xE790, 0xFE13, "\xA6\xDC", "\x84\x31\x82\x39"},
    {0xE791, 0xFE14, "\xA6\xDD", "\x84\x31\x83\x30"},
    {0xE792, 0xFE15, "\xA6\xDE", "\x84\x31\x83\x31"},
    {0xE793, 0xFE16, "\xA6\xDF", "\x84\x31\x83\x32"},
    {0xE794, 0xFE17, "\xA6\xEC", "\x84\x31\x83\x33"},
    {0xE795, 0xFE18, "\xA6\xED", "\x84\x31\x83\x34"},
    {0xE796, 0xFE19, "\xA6\xF3", "\x84\x31\x83\x35"},
    {0xE81E, 0x9FB4, "\xFE\x59", "\x82\x35\x90\x37"},
    {0xE826, 0x9FB5, "\xFE\x61", "\x82\x35\x90\x38"},
    {0xE82B, 0x9FB6, "\xFE\x66", "\x82\x35\x90\x39"},
    {0xE82C, 0x9FB7, "\xFE\x67", "\x82\x35\x91\x30"},
    {0xE832, 0x9FB8, "\xFE\x6D", "\x82\x35\x91\x31"},
    {0xE843, 0x9FB9, "\xFE\x7E", "\x82\x35\x91\x32"},
    {0xE854, 0x9FBA, "\xFE\x90", "\x82\x35\x91\x33"},
    {0xE864, 0x9FBB, "\xFE\xA0", "\x82\x35\x91\x34"},
    {0xE7C7, 0x1E3F, "\xA8\xBC", "\x81\x35\xF4\x37", Gb18030::edition_2005},
}};

/// The same in every edition, but a space in ICU since 74.
constexpr char16_t not_a_space = 0xE5E5;
constexpr std::string_view not_a_space_bytes = "\xA3\xA0";

/// The character of a sequence that is not left to ICU, whose versions follow different editions; else 0.
char16_t settled_character(std::string_view sequence, Gb18030 edition) noexcept {
  if (std::string_view("\x81\x82\x84\xA3\xA6\xA8\xFE").find(sequence.front()) == std::string_view::npos) return 0;
  for (const Exchange& each : exchanges) {
    if (sequence == each.two_bytes) return each.done_in(edition) ? each.real : each.private_use;
    if (sequence == each.four_bytes) return each.done_in(edition) ? each.private_use : each.real;
  }
  return sequence == not_a_space_bytes ? not_a_space : char16_t{0};
}

/// The sequence of a character that is not left to ICU; else empty.
std::string_view settled_sequence(UChar32 c, Gb18030 edition) noexcept {
  if (c < 0x1E3F || (c > 0x1E3F && c < 0x9FB4) || c > 0xFE19) return {};
  for (const Exchange& each : exchanges) {
    if (c == each.real) return each.done_in(edition) ? each.two_bytes : each.four_bytes;
    if (c == each.private_use) return each.done_in(edition) ? each.four_bytes : each.two_bytes;
  }
  return c == not_a_space ? not_a_space_bytes : std::string_view();
}

/// ICU's table, for texts that have been found to be in order and have nothing in them that is settled here.
class Table {
 public:
  Table() {
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open("gb18030", &status));
    ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    ucnv_setFromUCallBack(converter_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status)) throw_icu_error(status);
  }

  /// Appends the UTF-8 of GB18030: two bytes become at most three.
  void append_decoded(std::string& text, std::string_view bytes) {
    append(text, bytes.size() + (bytes.size() + 1) / 2, [&](char* to, int32_t room, UErrorCode& status) {
      return ucnv_toAlgorithmic(UCNV_UTF8, converter_.get(), to, room, bytes.data(), length(bytes), &status);
    });
  }

  /// Appends the GB18030 of UTF-8: two bytes become at most four.
  void append_encoded(std::string& bytes, std::string_view text) {
    append(bytes, 2 * text.size(), [&](char* to, int32_t room, UErrorCode& status) {
      return ucnv_fromAlgorithmic(converter_.get(), UCNV_UTF8, to, room, text.data(), length(text), &status);
    });
  }

 private:
  struct Close {
    void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
  };

  static int32_t length(std::string_view text) noexcept { return static_cast<int32_t>(text.size()); }

  template <class Convert>
  static void append(std::string& target, std::size_t room, const Convert& convert) {
    if (room == 0) return;
    const std::size_t before = target.size();
    target.resize(before + room);
    UErrorCode status = U_ZERO_ERROR;
    const int32_t written = convert(target.data() + before, static_cast<int32_t>(room), status);
    if (U_FAILURE(status)) throw_icu_error(status);
    target.resize(before + static_cast<std::size_t>(written));
  }

  std::unique_ptr<UConverter, Close> converter_;
};

/// Whether four bytes that have the right form stand for a code point: of the Basic Multilingual Plane, or above it.
bool is_assigned(const unsigned char (&four)[4]) noexcept {
  constexpr std::uint32_t after_basic_plane = 39'420;
  constexpr std::uint32_t first_above = 189'000;
  constexpr std::uint32_t after_last = first_above + 0x100000;
  const std::uint32_t place =
      (((four[0] - 0x81U) * 10U + (four[1] - 0x30U)) * 126U + (four[2] - 0x81U)) * 10U + (four[3] - 0x30U);
  return place < after_basic_plane || (place >= first_above && place < after_last);
}

/// The length of the sequence at the beginning; 0 if it is not well-formed.
std::size_t sequence_length(std::string_view bytes) noexcept {
  const auto at = [bytes](std::size_t i) noexcept {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : static_cast<unsigned char>(0);
  };
  const auto is_lead = [](unsigned char byte) noexcept { return byte > 0x80 && byte < 0xFF; };
  const auto is_digit = [](unsigned char byte) noexcept { return byte >= 0x30 && byte <= 0x39; };
  if (at(0) < 0x80) return 1;
  if (!is_lead(at(0))) return 0;
  if (at(1) >= 0x40 && at(1) != 0x7F && at(1) != 0xFF) return 2;
  const unsigned char four[] = {at(0), at(1), at(2), at(3)};
  const bool has_form = is_digit(four[1]) && is_lead(four[2]) && is_digit(four[3]);
  return has_form && is_assigned(four) ? 4 : 0;
}

Error not_gb18030(std::string_view bytes, std::size_t bad) {
  std::size_t column = 1;
  for (std::size_t at = 0; at < bad; ++column) at += sequence_length(bytes.substr(at));
  return text::encoding_error(fmt::format("not GB18030: the bytes from byte {} on are not a character", bad), 0,
                              column);
}

}  // namespace

std::optional<std::size_t> find_invalid_gb18030(std::string_view bytes) noexcept {
  if (is_ascii(bytes)) return std::nullopt;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = sequence_length(bytes.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

Result<std::string> from_gb18030(std::string_view bytes, Gb18030 edition) {
  if (auto checked = text::check_size(bytes); !checked) return checked.error();
  if (is_ascii(bytes)) return std::string(bytes);
  if (const auto bad = find_invalid_gb18030(bytes)) return not_gb18030(bytes, *bad);
  Table table;
  std::string result;
  std::size_t done = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::string_view sequence = bytes.substr(at, sequence_length(bytes.substr(at)));
    if (const char16_t settled = settled_character(sequence, edition)) {
      table.append_decoded(result, bytes.substr(done, at - done));
      append_utf8(result, settled);
      done = at + sequence.size();
    }
    at += sequence.size();
  }
  table.append_decoded(result, bytes.substr(done));
  return result;
}

Result<std::string> to_gb18030(std::string_view text, Gb18030 edition) {
  if (auto checked = check_utf8(text); !checked) return checked.error();
  if (is_ascii(text)) return std::string(text);
  Table table;
  std::string result;
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const std::string_view settled = settled_sequence(text::next_character(text, at), edition);
    if (settled.empty()) continue;
    table.append_encoded(result, text.substr(done, start - done));
    result += settled;
    done = at;
  }
  table.append_encoded(result, text.substr(done));
  return result;
}

}  // namespace birthcase
