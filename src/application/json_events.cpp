#include "application/json_events.hpp"

#include <birthcase/text.hpp>

#include "application/errors.hpp"
#include "json/document.hpp"
#include "json/pointer_at_end.hpp"

#include <fmt/format.h>

#include <string>

namespace birthcase::application {
namespace {

Error placed(Error error, json::Position at) {
  error.line = at.line;
  error.column = at.column;
  return error;
}

Error at_start(ErrorKind kind, std::string message) { return placed(make_error(kind, std::move(message)), {1, 1}); }

// The quote that begins the string which ends at `end`, one past its closing quote.
std::size_t begin_of_string(std::string_view text, std::size_t end) {
  const auto is_escaped = [text](std::size_t quote) {
    std::size_t slashes = 0;
    while (slashes < quote && text[quote - 1 - slashes] == '\\') ++slashes;
    return slashes % 2 == 1;
  };
  std::size_t quote = end - 1;
  while (quote > 0) {
    --quote;
    if (text[quote] == '"' && !is_escaped(quote)) break;
  }
  return quote;
}

// Whether the first half of a surrogate pair, `\ud842`, stands right before the offset.
bool follows_leading_surrogate(std::string_view text, std::size_t offset) {
  constexpr std::size_t length = 6;
  if (offset < length || offset > text.size()) return false;
  const std::string_view escape = text.substr(offset - length, length);
  return (escape.starts_with("\\ud") || escape.starts_with("\\uD")) &&
         std::string_view("89abAB").find(escape[3]) != std::string_view::npos;
}

std::pair<ErrorKind, std::string> reason(std::string_view text, std::size_t offset, boost::json::error_code why) {
  using boost::json::error;
  const auto byte = offset < text.size() ? static_cast<unsigned char>(text[offset]) : 0xffu;
  if (byte == 0) return {ErrorKind::syntax, "there is a NUL byte here; end the text before it"};
  if (why == error::extra_data) {
    return {ErrorKind::syntax, "there is text after the end of the JSON; remove it"};
  }
  if (why == error::incomplete) return {ErrorKind::syntax, "the text ends too early; close what is open"};
  if (why == error::too_deep) {
    return {ErrorKind::out_of_range,
            fmt::format("nested more than {} levels deep; an application must not be", max_depth)};
  }
  if (why == error::illegal_leading_surrogate || why == error::illegal_trailing_surrogate ||
      follows_leading_surrogate(text, offset) || (offset > 0 && follows_leading_surrogate(text, offset - 1))) {
    return {ErrorKind::encoding, "here is only half of a surrogate pair; write the whole character"};
  }
  if (why == error::exponent_overflow) return {ErrorKind::out_of_range, "this number is too large or too small"};
  if (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') {
    return {ErrorKind::syntax, "there is a control character here; remove it"};
  }
  return {ErrorKind::syntax, fmt::format("not JSON ({}); correct the text here", why.message())};
}

}  // namespace

std::optional<Error> refuse_text(std::string_view text) {
  if (text.size() > Application::max_text_bytes) {
    return make_error(ErrorKind::out_of_range, fmt::format("larger than {} MiB; an application must not be larger",
                                                           Application::max_text_bytes >> 20));
  }
  if (text.starts_with("\xEF\xBB\xBF")) {
    return at_start(ErrorKind::syntax, "the text begins with a byte order mark; save it as UTF-8 without one");
  }
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    return at_start(ErrorKind::encoding, "the text is UTF-16; save it as UTF-8");
  }
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return at_start(ErrorKind::syntax, "the text is empty; write at least {}");
  }
  return std::nullopt;
}

Error explain(std::string_view text, std::size_t offset, boost::json::error_code why) {
  constexpr std::size_t longest_sequence = 4;
  if (const auto bad = find_invalid_utf8(text); bad && *bad < offset + longest_sequence) {
    Error error = check_utf8(text).error();
    error.path = json::pointer_at_end(text.substr(0, *bad));
    return error;
  }
  auto [kind, message] = reason(text, offset, why);
  std::string path;
  if (kind == ErrorKind::encoding) path = json::pointer_at_end(text.substr(0, offset));
  return placed(make_error(kind, std::move(message), std::move(path)), json::position_of(text, offset));
}

Error placed_at_value(Error error, std::string_view text, std::size_t offset) {
  const json::Position value = json::locate(text, error.path);
  return placed(std::move(error), value.line != 0 ? value : json::position_of(text, offset));
}

Error placed_at_key(Error error, std::string_view text, std::size_t offset) {
  return placed(std::move(error), json::position_of(text, begin_of_string(text, offset)));
}

}  // namespace birthcase::application
