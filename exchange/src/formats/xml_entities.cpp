#include "formats/xml_entities.hpp"

#include "formats/limits.hpp"
#include "make_error.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace birthcase::exchange::formats {
namespace {

constexpr std::array<std::string_view, 5> own_entities{"lt", "gt", "amp", "quot", "apos"};
constexpr std::size_t longest_reference = 12;

Error error_at(std::string_view text, std::size_t offset, ErrorKind kind, std::string message) {
  Cursor cursor(text);
  cursor.move_to(offset);
  Error error = make_error(kind, std::move(message));
  error.line = cursor.line();
  error.column = cursor.column();
  return error;
}

// Of `#65` or `#x41`: whether it is a character of XML.
bool is_character_reference(std::string_view name) noexcept {
  if (!name.starts_with('#')) return false;
  name.remove_prefix(1);
  const int base = name.starts_with('x') ? 16 : 10;
  if (base == 16) name.remove_prefix(1);
  std::uint32_t value = 0;
  const auto end = std::from_chars(name.data(), name.data() + name.size(), value, base);
  return end.ec == std::errc() && end.ptr == name.data() + name.size() && is_xml_character(value);
}

bool is_known(std::string_view name) noexcept {
  return std::find(own_entities.begin(), own_entities.end(), name) != own_entities.end() ||
         is_character_reference(name);
}

// The end of what begins with `begin` here, or nothing where something else stands.
std::optional<std::size_t> skipped(std::string_view text, std::size_t at, std::string_view begin,
                                   std::string_view end) {
  if (text.substr(at, begin.size()) != begin) return std::nullopt;
  const std::size_t found = text.find(end, at + begin.size());
  return found == std::string_view::npos ? text.size() : found + end.size();
}

}  // namespace

bool is_xml_character(char32_t character) noexcept {
  return character == 0x9 || character == 0xA || character == 0xD || (character >= 0x20 && character <= 0xD7FF) ||
         (character >= 0xE000 && character <= 0xFFFD) || (character >= 0x10000 && character <= 0x10FFFF);
}

bool is_xml_text(std::string_view utf8) noexcept {
  for (std::size_t at = 0; at < utf8.size(); ++at) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    if (byte < 0x20 && byte != 0x9 && byte != 0xA && byte != 0xD) return false;
    const std::string_view three = utf8.substr(at, 3);
    if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") return false;
  }
  return true;
}

std::optional<Error> bad_reference(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '<') {
      auto next = skipped(text, at, "<!--", "-->");
      if (!next) next = skipped(text, at, "<![CDATA[", "]]>");
      if (!next) next = skipped(text, at, "<?", "?>");
      at = next.value_or(at + 1);
      continue;
    }
    if (c != '&') {
      ++at;
      continue;
    }
    const std::size_t end = text.substr(at, longest_reference + 2).find(';');
    if (end == std::string_view::npos || !is_known(text.substr(at + 1, end - 1))) {
      return error_at(text, at, ErrorKind::refused,
                      "the reference that begins with '&' here is none of XML's own; write the character itself, or "
                      "'&amp;' for '&'");
    }
    at += end + 1;
  }
  return std::nullopt;
}

}  // namespace birthcase::exchange::formats
