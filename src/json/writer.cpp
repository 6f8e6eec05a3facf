#include "json/writer.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace birthcase {
namespace {

template <class Word>
Word word_at(const char* from) noexcept {
  Word bytes = 0;
  std::memcpy(&bytes, from, sizeof bytes);
  return bytes;
}

constexpr std::uint64_t each_byte(unsigned char byte) noexcept { return 0x0101010101010101U * byte; }

// Whether one of eight bytes is a control character, a quote or a backslash: taking something away from a byte of ASCII
// that is less than that borrows its highest bit.
constexpr bool needs_escape(std::uint64_t bytes) noexcept {
  const std::uint64_t control = bytes - each_byte(0x20);
  const std::uint64_t quote = (bytes ^ each_byte('"')) - each_byte(1);
  const std::uint64_t backslash = (bytes ^ each_byte('\\')) - each_byte(1);
  return ((control | quote | backslash) & ~bytes & each_byte(0x80)) != 0;
}

constexpr char short_escape(char character) noexcept {
  switch (character) {
    case '"':
    case '\\':
      return character;
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return 0;
  }
}

char* put_escaped(char* at, char character) noexcept {
  constexpr std::string_view digits = "0123456789abcdef";
  *at++ = '\\';
  if (const char letter = short_escape(character)) {
    *at++ = letter;
    return at;
  }
  const auto code = static_cast<unsigned char>(character);
  at = std::copy_n("u00", 3, at);
  *at++ = digits[code >> 4U];
  *at++ = digits[code & 0xfU];
  return at;
}

char* put_each(char* at, std::string_view text) noexcept {
  for (const char character : text) {
    const bool plain = static_cast<unsigned char>(character) >= 0x20 && character != '"' && character != '\\';
    if (plain) {
      *at++ = character;
    } else {
      at = put_escaped(at, character);
    }
  }
  return at;
}

// Two words that overlap, where nothing in them needs an escape; else character by character.
char* put_short(char* at, std::string_view text) noexcept {
  using Half = std::uint32_t;
  if (text.size() < sizeof(Half)) return put_each(at, text);
  const std::size_t second = text.size() - sizeof(Half);
  const auto first_half = word_at<Half>(text.data());
  const auto second_half = word_at<Half>(text.data() + second);
  if (needs_escape(first_half | std::uint64_t{second_half} << 32U)) return put_each(at, text);
  std::memcpy(at, &first_half, sizeof first_half);
  std::memcpy(at + second, &second_half, sizeof second_half);
  return at + text.size();
}

char* put_text(char* at, std::string_view text) noexcept {
  using Word = std::uint64_t;
  if (text.size() < sizeof(Word)) return put_short(at, text);
  std::size_t from = 0;
  for (; text.size() - from >= sizeof(Word); from += sizeof(Word)) {
    const auto bytes = word_at<Word>(text.data() + from);
    if (needs_escape(bytes)) {
      at = put_each(at, text.substr(from, sizeof(Word)));
    } else {
      std::memcpy(at, &bytes, sizeof bytes);
      at += sizeof bytes;
    }
  }
  // The rest, and before it what was written as it stands if none of the last word needs an escape.
  const std::size_t rest = text.size() - from;
  const auto last = word_at<Word>(text.data() + text.size() - sizeof(Word));
  if (needs_escape(last)) return put_each(at, text.substr(from));
  std::memcpy(at + rest - sizeof last, &last, sizeof last);
  return at + rest;
}

}  // namespace

void JsonWriter::flush() {
  text_.append(chunk_.data(), in_chunk());
  at_ = chunk_.data();
}

std::string JsonWriter::take() {
  flush();
  comma_ = false;
  return std::exchange(text_, {});
}

void JsonWriter::text(std::string_view value) {
  if (value.size() > longest_slice) return long_text(value);
  char* at = room(value.size() * longest_escape + 3);
  if (comma_) *at++ = ',';
  *at++ = '"';
  at = put_text(at, value);
  *at++ = '"';
  at_ = at;
  comma_ = true;
}

void JsonWriter::long_text(std::string_view value) {
  separate();
  piece("\"");
  while (!value.empty()) {
    const std::string_view slice = value.substr(0, longest_slice);
    at_ = put_text(room(slice.size() * longest_escape), slice);
    value.remove_prefix(slice.size());
  }
  piece("\"", true);
}

void JsonWriter::number(std::uint64_t value) {
  constexpr std::size_t longest = 20;
  char* at = room(longest + 1);
  if (comma_) *at++ = ',';
  at_ = std::to_chars(at, at + longest, value).ptr;
  comma_ = true;
}

void JsonWriter::literal(std::string_view json) {
  separate();
  piece(json, true);
}

void JsonWriter::append(std::string_view json) {
  flush();
  text_.append(json);
}

void JsonWriter::value(const Value& value) {
  switch (value.kind()) {
    case Kind::unknown:
      return literal(R"({"unknown":true})");
    case Kind::null:
      return null();
    case Kind::boolean:
      return boolean(value.as_boolean());
    case Kind::number:
      return literal(value.as_number().to_string());
    case Kind::text:
      return text(value.as_text());
    case Kind::list:
      open_array();
      for (const Value& item : value.as_list()) this->value(item);
      return close_array();
    case Kind::context:
      open_object();
      for (const auto& [name, item] : value.as_context().entries()) {
        any_key(name);
        this->value(item);
      }
      return close_object();
    default:
      return text(to_string(value));
  }
}

}  // namespace birthcase
