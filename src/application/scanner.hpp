// The bytes of an ordinary JSON text, one value after another.
//
// It knows what clients write: texts without escapes, numbers of up to eighteen digits. Whatever else JSON allows, and
// whatever it does not, ends in `false`: the reader of events then reads the document again and says what is wrong.
//
// All of it is inline: it runs for every byte of every application.
#pragma once

#include "application/guide.hpp"
#include "packed.hpp"
#include "text/characters.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace birthcase::application {

/// A text between quotes: UTF-8.
struct PlainText {
  std::string_view text;
  std::size_t characters = 0;  ///< if it is plain
  bool plain = true;           ///< only characters about which there is nothing to say, for any field
};

/// Marks of eight bytes at once. The first marked one is right; those after it may be wrong.
struct Marks {
  static constexpr std::uint64_t every_byte = 0x0101010101010101U;
  static constexpr std::uint64_t top_bits = every_byte << 7U;

  static constexpr std::uint64_t of(std::uint64_t bytes, char wanted) noexcept {
    const std::uint64_t others = bytes ^ every_byte * static_cast<unsigned char>(wanted);
    return (others - every_byte) & ~others & top_bits;
  }
  static constexpr std::uint64_t of_controls(std::uint64_t bytes) noexcept {
    return (bytes - every_byte * ' ') & ~bytes & top_bits;
  }
  /// Of DEL too.
  static constexpr std::uint64_t beyond_ascii(std::uint64_t bytes) noexcept {
    return (bytes | (bytes + every_byte)) & top_bits;
  }
  static constexpr std::size_t first(std::uint64_t marks) noexcept {
    return static_cast<std::size_t>(std::countr_zero(marks)) / 8;
  }
};

/// The first bytes of eight, at least one of them and not all, with zeros for the others.
constexpr std::uint64_t first_bytes(std::uint64_t bytes, std::size_t count) noexcept {
  return bytes << (64 - 8 * count) >> (64 - 8 * count);
}

class Scanner {
 public:
  explicit Scanner(std::string_view json) noexcept : at_(json.data()), end_(json.data() + json.size()) {}

  /// The next character that is no blank; NUL at the end.
  char peek() noexcept {
    while (at_ != end_ && byte() <= ' ') {
      if (*at_ != ' ' && *at_ != '\n' && *at_ != '\r' && *at_ != '\t') return '\0';
      ++at_;
    }
    return at_ != end_ ? *at_ : '\0';
  }

  /// Moves past the next character that is no blank, if it is this one.
  bool take(char wanted) noexcept {
    if ((at_ == end_ || *at_ != wanted) && peek() != wanted) return false;
    ++at_;
    return true;
  }

  /// Moves past `true`, `false` or `null`, if it stands here.
  bool take_word(std::string_view word) noexcept {
    if (!std::string_view(at_, left()).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  /// Moves past a key and its colon.
  bool key(PackedKey& key) noexcept {
    if (!take('"')) return false;
    key = {};
    for (std::uint64_t& bytes : key.bytes) {
      if (left() < packed_length) return false;  // so close to the end the slow way is taken
      bytes = packed_at(at_);
      if (const std::uint64_t quotes = Marks::of(bytes, '"')) {
        const std::size_t length = Marks::first(quotes);
        bytes = length == 0 ? 0 : first_bytes(bytes, length);
        key.size += static_cast<std::uint32_t>(length);
        at_ += length + 1;
        return take(':');
      }
      at_ += packed_length;
      key.size += packed_length;
    }
    return at_ != end_ && *at_++ == '"' && take(':');
  }

  /// Moves past a text.
  bool text(PlainText& text) noexcept {
    if (!take('"')) return false;
    const char* const begin = at_;
    text = {};
    while (skip_plain_ascii(text)) {
      if (*at_ == '"') {
        text.text = std::string_view(begin, static_cast<std::size_t>(at_ - begin));
        ++at_;
        return true;
      }
      if (!skip_others(text)) return false;
    }
    return false;
  }

  /// Moves past a number of up to eighteen digits, without exponent; not past -0.
  std::optional<std::string_view> number() noexcept {
    constexpr std::size_t most_digits = 18;
    const char* const begin = at_;
    if (at_ != end_ && *at_ == '-') ++at_;
    const char* const first = at_;
    const std::size_t whole = skip_digits();
    if (whole == 0 || (*first == '0' && (whole > 1 || first != begin))) return std::nullopt;
    std::size_t fraction = 0;
    if (at_ != end_ && *at_ == '.') {
      ++at_;
      fraction = skip_digits();
      if (fraction == 0) return std::nullopt;
    }
    if (whole + fraction > most_digits) return std::nullopt;
    return std::string_view(begin, static_cast<std::size_t>(at_ - begin));
  }

  /// Whether nothing but blanks follows.
  bool at_end() noexcept { return peek() == '\0' && at_ == end_; }

  /// The first eight bytes of a text that was read here, with zeros after a shorter one.
  std::uint64_t beginning_of(std::string_view text) const noexcept {
    if (text.size() >= packed_length) return packed_at(text.data());
    if (text.empty() || static_cast<std::size_t>(end_ - text.data()) < packed_length) return packed(text);
    return first_bytes(packed_at(text.data()), text.size());
  }

 private:
  std::size_t left() const noexcept { return static_cast<std::size_t>(end_ - at_); }
  unsigned char byte() const noexcept { return static_cast<unsigned char>(*at_); }

  // Up to a quote or a character beyond ASCII. False at the end and at what a text without escapes does not have.
  bool skip_plain_ascii(PlainText& text) noexcept {
    const char* const begin = at_;
    while (left() >= packed_length) {
      const std::uint64_t bytes = packed_at(at_);
      const std::uint64_t marks =
          Marks::of(bytes, '"') | Marks::of(bytes, '\\') | Marks::of_controls(bytes) | Marks::beyond_ascii(bytes);
      if (marks != 0) {
        at_ += Marks::first(marks);
        break;
      }
      at_ += packed_length;
    }
    while (at_ != end_ && byte() >= 0x20 && byte() < 0x7F && *at_ != '"' && *at_ != '\\') ++at_;
    text.characters += static_cast<std::size_t>(at_ - begin);
    return at_ != end_ && (*at_ == '"' || byte() >= 0x7F);
  }

  // Characters beyond ASCII, up to the next one within. False at what is not UTF-8.
  bool skip_others(PlainText& text) noexcept {
    while (at_ != end_ && byte() >= 0x7F) {
      if (is_at_plain_character()) {
        at_ += 3;
        ++text.characters;
        continue;
      }
      text.plain = false;
      std::size_t length = 0;
      if (text::next_character(std::string_view(at_, left()), length) < 0) return false;
      at_ += length;
    }
    return true;
  }

  // A Chinese character, or punctuation as it stands beside one: U+3000–U+303F, U+4000–U+9FFF, U+FF00–U+FF7F.
  bool is_at_plain_character() const noexcept {
    if (left() < 3) return false;
    const auto at = [this](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(at_[i])}; };
    const std::uint32_t bytes = at(0) << 16U | at(1) << 8U | at(2);
    const std::uint32_t first_of_three = bytes & 0xFFC0C0U;
    if (first_of_three - 0xE48080U <= 0xE98080U - 0xE48080U) return (first_of_three & 0xC0C0U) == 0x8080U;
    return (bytes & 0xFFFFC0U) == 0xE38080U || (bytes & 0xFFFEC0U) == 0xEFBC80U;
  }

  std::size_t skip_digits() noexcept {
    const char* const begin = at_;
    while (at_ != end_ && *at_ >= '0' && *at_ <= '9') ++at_;
    return static_cast<std::size_t>(at_ - begin);
  }

  const char* at_;
  const char* end_;
};

}  // namespace birthcase::application
