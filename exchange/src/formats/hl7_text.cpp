#include "formats/hl7_text.hpp"

#include <birthcase/text.hpp>

#include "formats/limits.hpp"
#include "make_error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace birthcase::exchange::formats {
namespace {

// HL7 table 0211, and what senders write in place of it. ASCII and UNICODE do not say how Chinese is written.
constexpr std::array<std::string_view, 3> utf8_charsets{"UNICODE UTF-8", "UTF-8", "UTF8"};
constexpr std::array<std::string_view, 6> gb_charsets{"GB 18030-2000", "GB18030", "GB 18030",
                                                      "GBK",           "GB2312",  "GB 2312-80"};
constexpr std::array<std::string_view, 3> open_charsets{"", "ASCII", "UNICODE"};

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& texts) noexcept {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

bool is_capital(char c) noexcept { return c >= 'A' && c <= 'Z'; }
bool is_figure(char c) noexcept { return c >= '0' && c <= '9'; }

int hex_digit(char c) noexcept {
  if (is_figure(c)) return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// The bytes of `X0D0A`; nothing if they are no text.
std::optional<std::string> hex_text(std::string_view digits) {
  if (digits.empty() || digits.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  for (std::size_t at = 0; at < digits.size(); at += 2) {
    const int high = hex_digit(digits[at]);
    const int low = hex_digit(digits[at + 1]);
    if (high < 0 || low < 0 || (high == 0 && low == 0)) return std::nullopt;
    bytes += static_cast<char>(high * 16 + low);
  }
  if (const auto checked = check_utf8(bytes); !checked) return std::nullopt;
  return bytes;
}

// What stands between two escape signs.
std::optional<std::string> meaning_of(std::string_view escape, const Hl7Signs& signs) {
  if (escape == "F") return std::string(1, signs.field);
  if (escape == "S") return std::string(1, signs.component);
  if (escape == "R") return std::string(1, signs.repetition);
  if (escape == "E") return std::string(1, signs.escape);
  if (escape == "T") return std::string(1, signs.subcomponent);
  if (escape == ".br") return "\n";
  if (escape == "H" || escape == "N") return std::string();  // emphasis
  return escape.starts_with('X') ? hex_text(escape.substr(1)) : std::nullopt;
}

std::string_view first_segment_of(std::string_view text, std::string_view name) noexcept {
  while (!text.empty()) {
    const std::string_view segment = next_line(text);
    if (segment.starts_with(name)) return segment;
  }
  return {};
}

}  // namespace

std::string_view next_line(std::string_view& text) noexcept {
  const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + (text.substr(end).starts_with("\r\n") ? 2 : 1), text.size()));
  while (!line.empty() && (line.front() == block_start || line.front() == block_end)) line.remove_prefix(1);
  while (!line.empty() && line.back() == block_end) line.remove_suffix(1);
  return line;
}

bool is_segment_name(std::string_view name) noexcept {
  const auto is_sign = [](char c) { return is_capital(c) || is_figure(c); };
  return name.size() == 3 && is_capital(name.front()) && std::all_of(name.begin(), name.end(), is_sign);
}

std::optional<Hl7Signs> signs_of_header(std::string_view segment) noexcept {
  if (segment.size() < 8) return std::nullopt;
  const Hl7Signs signs{segment[3], segment[4], segment[5], segment[6], segment[7]};
  const std::string_view all = segment.substr(3, 5);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const char c = all[i];
    if (c <= ' ' || c > '~' || is_figure(c) || is_capital(c) || (c >= 'a' && c <= 'z')) return std::nullopt;
    if (all.find(c, i + 1) != std::string_view::npos) return std::nullopt;
  }
  return signs;
}

std::string_view field_of_header(std::string_view segment, std::size_t number, char separator) noexcept {
  for (std::size_t at = 1; at < number; ++at) {
    const std::size_t end = segment.find(separator);
    if (end == std::string_view::npos) return {};
    segment.remove_prefix(end + 1);
  }
  return segment.substr(0, segment.find(separator));
}

std::string unescape_hl7(std::string_view text, const Hl7Signs& signs) {
  std::string plain;
  while (!text.empty()) {
    const std::size_t start = text.find(signs.escape);
    plain += text.substr(0, start);
    if (start == std::string_view::npos) break;
    text.remove_prefix(start);
    const std::size_t end = text.find(signs.escape, 1);
    const auto meaning = end == std::string_view::npos ? std::nullopt : meaning_of(text.substr(1, end - 1), signs);
    plain += meaning ? *meaning : std::string(1, signs.escape);
    text.remove_prefix(meaning ? end + 1 : 1);
  }
  return plain;
}

std::string escape_hl7(std::string_view text) {
  constexpr Hl7Signs signs;
  std::string escaped;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == signs.field) {
      escaped += "\\F\\";
    } else if (c == signs.component) {
      escaped += "\\S\\";
    } else if (c == signs.repetition) {
      escaped += "\\R\\";
    } else if (c == signs.escape) {
      escaped += "\\E\\";
    } else if (c == signs.subcomponent) {
      escaped += "\\T\\";
    } else if (byte < 0x20U || byte == 0x7FU) {
      escaped += fmt::format("\\X{:02X}\\", byte);
    } else {
      escaped += c;
    }
  }
  return escaped;
}

// The segment is read in GB18030 where it is not UTF-8: the second byte of a character may look like a separator.
Result<Encoding> declared_charset(std::string_view text, Encoding otherwise) {
  std::string segment(first_segment_of(text, "MSH"));
  if (segment.size() < 8) return otherwise;
  if (!check_utf8(segment)) {
    auto converted = from_gb18030(segment);
    if (!converted) return otherwise;
    segment = std::move(*converted);
  }
  const auto signs = signs_of_header(segment);
  if (!signs) return otherwise;
  std::string_view name = field_of_header(segment, 18, signs->field);
  name = trimmed(name.substr(0, name.find(signs->repetition)));
  if (is_one_of(name, utf8_charsets)) return Encoding::utf_8;
  if (is_one_of(name, gb_charsets)) return Encoding::gb18030;
  if (is_one_of(name, open_charsets)) return otherwise;
  return make_error(ErrorKind::encoding,
                    "MSH-18 names a character set that is not read; use UNICODE UTF-8 or GB 18030-2000");
}

std::string_view charset_name(Encoding encoding) noexcept {
  return encoding == Encoding::utf_8 ? utf8_charsets.front() : gb_charsets.front();
}

}  // namespace birthcase::exchange::formats
