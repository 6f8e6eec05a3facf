#include "json/writer.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace birthcase {
namespace {

constexpr std::size_t longest_escape = 6;  // \u001f

constexpr std::uint64_t each_byte(unsigned char byte) noexcept { return 0x0101010101010101U * byte; }

constexpr bool has_zero_byte(std::uint64_t bytes) noexcept {
  return ((bytes - each_byte(1)) & ~bytes & each_byte(0x80)) != 0;
}

// Whether one of eight bytes is a control character, a quote or a backslash.
constexpr bool needs_escape(std::uint64_t bytes) noexcept {
  const std::uint64_t control = (bytes - each_byte(0x20)) & ~bytes & each_byte(0x80);
  return control != 0 || has_zero_byte(bytes ^ each_byte('"')) || has_zero_byte(bytes ^ each_byte('\\'));
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

char* put(char* at, char character) noexcept {
  const bool plain = static_cast<unsigned char>(character) >= 0x20 && character != '"' && character != '\\';
  if (!plain) return put_escaped(at, character);
  *at++ = character;
  return at;
}

}  // namespace

JsonWriter::JsonWriter(std::size_t expected) { grow(std::max<std::size_t>(expected, 64)); }

void JsonWriter::grow(std::size_t bytes) {
  const auto used = at_ == nullptr ? 0 : static_cast<std::size_t>(at_ - text_.data());
  text_.resize(std::max(used + bytes, 2 * text_.size()));
  at_ = text_.data() + used;
  end_ = text_.data() + text_.size();
}

std::string JsonWriter::take() {
  text_.resize(static_cast<std::size_t>(at_ - text_.data()));
  at_ = end_ = nullptr;
  comma_ = false;
  return std::exchange(text_, {});
}

void JsonWriter::text(std::string_view value) {
  char* at = room(value.size() * longest_escape + 3);
  if (comma_) *at++ = ',';
  *at++ = '"';
  const char* from = value.data();
  const char* const until = from + value.size();
  while (until - from >= 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, from, 8);
    if (needs_escape(bytes)) {
      for (int i = 0; i < 8; ++i) at = put(at, *from++);
      continue;
    }
    std::memcpy(at, &bytes, 8);
    at += 8;
    from += 8;
  }
  while (from != until) at = put(at, *from++);
  *at++ = '"';
  at_ = at;
  comma_ = true;
}

void JsonWriter::number(std::uint64_t value) {
  constexpr std::size_t longest = 20;
  char* at = room(longest + 1);
  if (comma_) *at++ = ',';
  at_ = std::to_chars(at, end_, value).ptr;
  comma_ = true;
}

void JsonWriter::literal(std::string_view json) {
  char* at = room(json.size() + 1);
  if (comma_) *at++ = ',';
  std::memcpy(at, json.data(), json.size());
  at_ = at + json.size();
  comma_ = true;
}

void JsonWriter::piece(std::string_view json) {
  char* at = room(json.size());
  std::memcpy(at, json.data(), json.size());
  at_ = at + json.size();
  comma_ = false;
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
