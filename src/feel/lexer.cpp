#include "feel/lexer.hpp"

#include "feel/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace birthcase::feel {

namespace {

bool is_digit(char character) noexcept { return character >= '0' && character <= '9'; }

bool is_space(std::uint32_t c) noexcept {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
         c == 0xFEFF;
}

bool starts_name(std::uint32_t c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '?' || (c >= 0x80 && !is_space(c));
}

bool continues_name(std::uint32_t c) noexcept { return starts_name(c) || (c >= '0' && c <= '9'); }

std::optional<std::uint32_t> read_hex(std::string_view digits) noexcept {
  std::uint32_t value = 0;
  for (const char c : digits) {
    std::uint32_t digit = 0;
    if (is_digit(c)) {
      digit = static_cast<std::uint32_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<std::uint32_t>(c - 'a') + 10;
    } else if (c >= 'A' && c <= 'F') {
      digit = static_cast<std::uint32_t>(c - 'A') + 10;
    } else {
      return std::nullopt;
    }
    value = value * 16 + digit;
  }
  return value;
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Result<std::vector<Token>> run() {
    while (skip_blank()) {
      if (!next()) break;
    }
    if (error_) return *error_;
    tokens_.push_back({TokenKind::end, text_.size(), text_.size(), {}, {}});
    return std::move(tokens_);
  }

 private:
  char peek(std::size_t ahead = 0) const noexcept { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  bool fail(ErrorKind kind, std::string message, std::size_t offset) {
    error_ = Error{.kind = kind, .message = std::move(message), .column = column_of(text_, offset)};
    return false;
  }

  // Passes spaces and comments; false at the end of the text or after an error.
  bool skip_blank() {
    while (at_ < text_.size()) {
      if (peek() == '/' && peek(1) == '/') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (peek() == '/' && peek(1) == '*') {
        const std::size_t close = text_.find("*/", at_ + 2);
        if (close == std::string_view::npos) return fail(ErrorKind::syntax, "this comment is not closed by */", at_);
        at_ = close + 2;
      } else {
        const auto point = first_code_point(text_.substr(at_));
        if (!point) return fail(ErrorKind::encoding, "the expression is not UTF-8", at_);
        if (!is_space(point->value)) return true;
        at_ += point->length;
      }
    }
    return false;
  }

  bool next() {
    const auto point = first_code_point(text_.substr(at_));
    if (starts_name(point->value)) return name();
    if (is_digit(peek())) return number();
    if (peek() == '.' && is_digit(peek(1)) && !after_operand()) return number();
    return peek() == '"' ? quoted() : symbol();
  }

  // Whether a point that comes now is a path's, as in `list[1].5`, rather than a number's.
  bool after_operand() const noexcept {
    if (tokens_.empty()) return false;
    const Token& last = tokens_.back();
    return last.kind != TokenKind::symbol || last.written == ")" || last.written == "]" || last.written == "}";
  }

  bool push(TokenKind kind, std::size_t begin, std::string text = {}) {
    tokens_.push_back({kind, begin, at_, text_.substr(begin, at_ - begin), std::move(text)});
    return true;
  }

  bool name() {
    const std::size_t begin = at_;
    while (const auto point = first_code_point(text_.substr(at_))) {
      if (!continues_name(point->value)) break;
      at_ += point->length;
    }
    return push(TokenKind::name, begin);
  }

  void digits() {
    while (is_digit(peek())) ++at_;
  }

  bool number() {
    const std::size_t begin = at_;
    digits();
    if (peek() == '.' && is_digit(peek(1))) {
      ++at_;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
      if (is_digit(peek(1 + sign))) {
        at_ += 1 + sign;
        digits();
      }
    }
    return push(TokenKind::number, begin);
  }

  bool quoted() {
    const std::size_t begin = at_++;
    std::string content;
    while (at_ < text_.size() && peek() != '"') {
      if (peek() == '\\') {
        if (!escape(content)) return false;
        continue;
      }
      const auto point = first_code_point(text_.substr(at_));
      if (!point) return fail(ErrorKind::encoding, "the expression is not UTF-8", at_);
      content += text_.substr(at_, point->length);
      at_ += point->length;
    }
    if (at_ >= text_.size()) return fail(ErrorKind::syntax, "this text is not closed by \"", begin);
    ++at_;
    return push(TokenKind::text, begin, std::move(content));
  }

  // An unknown escape stays as it is, backslash included: patterns are written that way.
  bool escape(std::string& content) {
    const char c = peek(1);
    if (c == 'u' || c == 'U') return unicode_escape(c == 'u' ? 4 : 6, content);
    constexpr std::string_view letters = "nrt\"\\'";
    constexpr std::string_view meanings = "\n\r\t\"\\'";
    const std::size_t known = c == '\0' ? std::string_view::npos : letters.find(c);
    content += known == std::string_view::npos ? '\\' : meanings[known];
    at_ += known == std::string_view::npos ? 1 : 2;
    return true;
  }

  bool unicode_escape(std::size_t digits, std::string& content) {
    const std::size_t begin = at_;
    auto value = hex(digits);
    if (value && *value >= 0xD800 && *value < 0xDC00 && peek() == '\\' && peek(1) == 'u') {
      const auto low = hex(4);
      const bool paired = low && *low >= 0xDC00 && *low < 0xE000;
      value = paired ? std::optional(0x10000 + ((*value - 0xD800) << 10) + (*low - 0xDC00)) : std::nullopt;
    }
    if (!value || *value > 0x10FFFF || (*value >= 0xD800 && *value < 0xE000)) {
      return fail(ErrorKind::syntax, "this escape is not a character; write \\u with 4 or \\U with 6 digits", begin);
    }
    append_utf8(*value, content);
    return true;
  }

  // The digits after `\u`, which stands at the current place.
  std::optional<std::uint32_t> hex(std::size_t digits) {
    if (at_ + 2 + digits > text_.size()) return std::nullopt;
    const auto value = read_hex(text_.substr(at_ + 2, digits));
    at_ += 2 + digits;
    return value;
  }

  bool symbol() {
    constexpr std::array<std::string_view, 8> pairs{"..", "**", "!=", "<=", ">=", "->", "==", "<>"};
    constexpr std::string_view singles = "+-*/=<>()[]{},:.@'";
    const std::size_t begin = at_;
    const std::string_view two = text_.substr(at_, 2);
    if (std::find(pairs.begin(), pairs.end(), two) != pairs.end()) {
      at_ += 2;
    } else if (singles.find(peek()) != std::string_view::npos) {
      ++at_;
    } else {
      return fail(ErrorKind::syntax, "this character does not belong in an expression", at_);
    }
    return push(TokenKind::symbol, begin);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
  std::optional<Error> error_;
};

}  // namespace

Result<std::vector<Token>> tokenize(std::string_view text) { return Lexer(text).run(); }

std::size_t column_of(std::string_view text, std::size_t offset) noexcept {
  return code_points(text.substr(0, offset)) + 1;
}

}  // namespace birthcase::feel
