/// The words of an expression.
#pragma once

#include <birthcase/result.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::feel {

enum class TokenKind : std::uint8_t { end, number, text, name, symbol };

struct Token {
  TokenKind kind = TokenKind::end;
  std::size_t begin = 0;  ///< bytes into the expression
  std::size_t end = 0;
  std::string_view written;  ///< as it stands there; for a symbol this is what it is
  std::string text;          ///< of a text: its content, escapes resolved
};

/// The tokens, closed by one of kind `end`; comments and spaces are left out.
/// The views point into `text`. Errors carry the column.
Result<std::vector<Token>> tokenize(std::string_view text);

/// The 1-based column, in characters, of a byte offset.
std::size_t column_of(std::string_view text, std::size_t offset) noexcept;

}  // namespace birthcase::feel
