#include "json/document.hpp"

#include <birthcase/text.hpp>

#include "json/pointer_at_end.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace birthcase::json {
namespace {

namespace js = boost::json;

// Makes the document, and looks for a key that stands twice in one object: the DOM would silently keep the last.
class Handler {
 public:
  static constexpr std::size_t max_object_size = 4096;  // keeps the look-up below from growing without bound
  static constexpr std::size_t max_array_size = js::array::max_size();
  static constexpr std::size_t max_key_size = js::string::max_size();
  static constexpr std::size_t max_string_size = js::string::max_size();
  using error_code = js::error_code;
  using string_view = js::string_view;

  explicit Handler(const js::storage_ptr& storage) : values_({}, stack_, sizeof stack_) { values_.reset(storage); }

  js::value release() { return values_.release(); }
  bool twice() const noexcept { return twice_; }

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code&) { return starts_.push_back(keys_.size()), true; }
  bool on_object_end(std::size_t size, error_code&) {
    keys_.resize(starts_.back());
    starts_.pop_back();
    return values_.push_object(size), true;
  }
  bool on_array_begin(error_code&) { return true; }
  bool on_array_end(std::size_t size, error_code&) { return values_.push_array(size), true; }
  bool on_key_part(string_view part, std::size_t, error_code&) {
    key_.append(part.data(), part.size());
    return values_.push_chars(part), true;
  }
  bool on_key(string_view part, std::size_t, error_code& ec) {
    key_.append(part.data(), part.size());
    const auto first = keys_.begin() + static_cast<std::ptrdiff_t>(starts_.back());
    if (std::find(first, keys_.end(), key_) != keys_.end()) {
      ec = js::error::syntax;
      twice_ = true;
      return false;
    }
    keys_.push_back(std::move(key_));
    key_.clear();
    return values_.push_key(part), true;
  }
  bool on_string_part(string_view part, std::size_t, error_code&) { return values_.push_chars(part), true; }
  bool on_string(string_view part, std::size_t, error_code&) { return values_.push_string(part), true; }
  bool on_number_part(string_view, error_code&) { return true; }
  bool on_int64(std::int64_t number, string_view, error_code&) { return values_.push_int64(number), true; }
  bool on_uint64(std::uint64_t number, string_view, error_code&) { return values_.push_uint64(number), true; }
  bool on_double(double number, string_view, error_code&) { return values_.push_double(number), true; }
  bool on_bool(bool answer, error_code&) { return values_.push_bool(answer), true; }
  bool on_null(error_code&) { return values_.push_null(), true; }
  bool on_comment_part(string_view, error_code&) { return true; }
  bool on_comment(string_view, error_code&) { return true; }

 private:
  unsigned char stack_[4096];
  js::value_stack values_;
  bool twice_ = false;
  std::string key_;
  std::vector<std::string> keys_;
  std::vector<std::size_t> starts_;
};

Error error_at(std::string_view text, std::size_t offset, ErrorKind kind, std::string message) {
  const Position at = position_of(text, offset);
  return Error{.kind = kind,
               .message = std::move(message),
               .path = pointer_at_end(text.substr(0, offset)),
               .line = at.line,
               .column = at.column};
}

// Whether nothing follows a comma but the end of its object or list: what people leave when they take a row out.
bool is_comma_at_end(std::string_view text, std::size_t offset) noexcept {
  if (offset >= text.size() || (text[offset] != '}' && text[offset] != ']')) return false;
  const auto before = text.substr(0, offset).find_last_not_of(" \t\r\n");
  return before != std::string_view::npos && text[before] == ',';
}

Error explain(std::string_view text, std::size_t offset, boost::json::error_code why, bool twice) {
  if (twice) {
    return error_at(text, offset, ErrorKind::contradiction, "a key stands twice in this object; remove one of them");
  }
  if (why == boost::json::error::too_deep) {
    return error_at(text, offset, ErrorKind::out_of_range,
                    fmt::format("nested more than {} levels deep; JSON of this kind must not be", max_depth));
  }
  if (why == boost::json::error::incomplete) {
    return error_at(text, offset, ErrorKind::syntax, "the JSON text ends too early; close what is open");
  }
  if (is_comma_at_end(text, offset)) {
    return error_at(text, offset, ErrorKind::syntax,
                    "not JSON: a comma before the closing bracket; take the comma out");
  }
  return error_at(text, offset, ErrorKind::syntax, fmt::format("not JSON ({}); correct the text here", why.message()));
}

// Steps through text that is known to be JSON.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::size_t offset() {
    skip_space();
    return at_;
  }

  // Enters the child of this key or index; false if the value here has none.
  bool enter(std::string_view step) {
    skip_space();
    if (peek() == '{') return enter_member(step);
    if (peek() == '[') return enter_element(step);
    return false;
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_space() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
  }

  std::string_view string() {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    const auto inside = text_.substr(begin, std::min(at_, text_.size()) - begin);
    ++at_;
    return inside;
  }

  void skip_value() {
    std::size_t depth = 0;
    do {
      skip_space();
      const char c = peek();
      if (c == '"') {
        string();
      } else {
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') --depth;
        ++at_;
        while (depth == 0 && at_ < text_.size() &&
               std::string_view(",}] \t\r\n").find(text_[at_]) == std::string_view::npos)
          ++at_;
      }
    } while (depth > 0 && at_ < text_.size());
  }

  bool enter_member(std::string_view key) {
    ++at_;
    while (true) {
      skip_space();
      if (peek() != '"') return false;
      const bool found = string() == key;
      skip_space();
      ++at_;  // the colon
      if (found) return true;
      skip_value();
      skip_space();
      if (peek() != ',') return false;
      ++at_;
    }
  }

  bool enter_element(std::string_view index) {
    ++at_;
    for (std::size_t i = 0;; ++i) {
      skip_space();
      if (peek() == ']' || at_ >= text_.size()) return false;
      if (fmt::format_int(i).c_str() == index) return true;
      skip_value();
      skip_space();
      if (peek() != ',') return false;
      ++at_;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::string unescape(std::string_view step) {
  std::string plain;
  for (std::size_t i = 0; i < step.size(); ++i) {
    const bool escaped = step[i] == '~' && i + 1 < step.size();
    plain += escaped ? (step[++i] == '1' ? '/' : '~') : step[i];
  }
  return plain;
}

}  // namespace

Result<boost::json::value> parse_document(std::string_view text, const boost::json::storage_ptr& storage) {
  if (text.size() > max_document_bytes) {
    return Error{
        .kind = ErrorKind::out_of_range,
        .message = fmt::format("larger than {} MiB; JSON of this kind must not be larger", max_document_bytes >> 20)};
  }
  if (auto valid = check_utf8(text); !valid) {
    Error error = valid.error();
    error.path = pointer_at_end(text.substr(0, find_invalid_utf8(text).value_or(0)));
    return error;
  }
  boost::json::parse_options options;
  options.max_depth = max_depth;
  boost::json::basic_parser<Handler> parser(options, storage);
  boost::json::error_code why;
  const std::size_t read = parser.write_some(false, text.data(), text.size(), why);
  if (!why && text.find_first_not_of(" \t\r\n", read) != std::string_view::npos) why = boost::json::error::extra_data;
  if (why) return explain(text, read, why, parser.handler().twice());
  return parser.handler().release();
}

void drop_comment(boost::json::object& object) {
  const boost::json::value* comment = object.if_contains(comment_key);
  if (comment == nullptr) return;
  const auto is_text = [](const boost::json::value& line) { return line.is_string(); };
  const boost::json::array* lines = comment->if_array();
  const bool fits = lines != nullptr ? std::all_of(lines->begin(), lines->end(), is_text) : is_text(*comment);
  if (fits) object.stable_erase(comment_key);
}

Position position_of(std::string_view text, std::size_t offset) noexcept {
  const auto before = text.substr(0, offset);
  const auto line_start = before.rfind('\n') + 1;  // 0 where there is none
  const auto is_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; };
  Position at;
  at.line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  at.column = 1 + static_cast<std::size_t>(std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_start),
                                                         before.end(), is_character));
  return at;
}

Position locate(std::string_view text, std::string_view pointer) {
  Scanner scanner(text);
  while (!pointer.empty()) {
    const auto end = pointer.find('/', 1);
    const auto step = pointer.substr(1, end == std::string_view::npos ? end : end - 1);
    if (!scanner.enter(unescape(step))) return {};
    pointer.remove_prefix(end == std::string_view::npos ? pointer.size() : end);
  }
  return position_of(text, scanner.offset());
}

Error located(Error error, std::string_view text) {
  if (!error.document.empty()) return error;
  std::string_view path = error.path;
  Position at = locate(text, path);
  while (at.line == 0 && !path.empty()) {
    path = path.substr(0, path.rfind('/'));
    at = locate(text, path);
  }
  error.line = at.line;
  error.column = at.column;
  return error;
}

bool is_presentable(std::string_view name) {
  constexpr std::size_t longest = 64;
  constexpr int too_many_digits = 6;
  constexpr int too_many_apart = 11;  // `138-0013-8000`
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (name.empty() || name.size() > longest || !(is_small(name.front()) || name.front() == '/')) return false;
  int digits = 0;
  int apart = 0;
  for (const char c : name) {
    const bool digit = c >= '0' && c <= '9';
    digits = digit ? digits + 1 : 0;
    if (is_small(c)) apart = 0;
    if (digit) ++apart;
    if (digits == too_many_digits || apart == too_many_apart) return false;
    if (!digit && !is_small(c) && std::string_view("_.-[]/#~").find(c) == std::string_view::npos) return false;
  }
  return true;
}

std::string append(std::string_view pointer, std::string_view key) {
  std::string result(pointer);
  result += '/';
  for (const char c : key) {
    if (c == '~') {
      result += "~0";
    } else if (c == '/') {
      result += "~1";
    } else {
      result += c;
    }
  }
  return result;
}

std::string append(std::string_view pointer, std::size_t index) { return fmt::format("{}/{}", pointer, index); }

}  // namespace birthcase::json
