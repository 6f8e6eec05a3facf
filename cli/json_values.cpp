#include "json_values.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/error.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace birthcase::cli {
namespace {

namespace json = boost::json;

constexpr std::size_t max_depth = 32;
constexpr std::size_t max_members = 4096;  // of one object: contexts are searched from front to back

// The handler of Boost.JSON's parser: keeps the containers that are open, and numbers by their text.
class ValueBuilder {
 public:
  using error_code = json::error_code;
  using string_view = json::string_view;
  static constexpr std::size_t max_object_size = max_members;
  static constexpr std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t max_key_size = max_array_size;
  static constexpr std::size_t max_string_size = max_array_size;

  Value take() { return std::move(root_); }
  const std::string& refusal() const noexcept { return refusal_; }
  ErrorKind kind() const noexcept { return kind_; }

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code&) { return open(true); }
  bool on_object_end(std::size_t, error_code&) { return close(Value::context(std::move(open_.back().context))); }
  bool on_array_begin(error_code&) { return open(false); }
  bool on_array_end(std::size_t, error_code&) { return close(Value::list(std::move(open_.back().list))); }
  bool on_key_part(string_view part, std::size_t, error_code&) { return append(part); }
  bool on_key(string_view part, std::size_t, error_code& ec) {
    append(part);
    open_.back().key = std::exchange(text_, {});
    if (open_.back().context.find(open_.back().key) == nullptr) return true;
    return refuse(ErrorKind::contradiction, "this key stands twice in one object", ec);
  }
  bool on_string_part(string_view part, std::size_t, error_code&) { return append(part); }
  bool on_string(string_view part, std::size_t, error_code&) {
    append(part);
    return put(Value::text(std::exchange(text_, {})));
  }
  bool on_number_part(string_view part, error_code&) { return append(part); }
  bool on_int64(std::int64_t, string_view part, error_code& ec) { return number(part, ec); }
  bool on_uint64(std::uint64_t, string_view part, error_code& ec) { return number(part, ec); }
  bool on_double(double, string_view part, error_code& ec) { return number(part, ec); }
  bool on_bool(bool value, error_code&) { return put(Value::boolean(value)); }
  bool on_null(error_code&) { return put(Value::null()); }
  bool on_comment_part(string_view, error_code&) { return true; }
  bool on_comment(string_view, error_code&) { return true; }

 private:
  struct Container {
    bool is_context = false;
    std::string key;
    Context context;
    List list;
  };

  bool append(string_view part) {
    text_.append(part.data(), part.size());
    return true;
  }

  bool open(bool is_context) {
    open_.push_back({is_context, {}, {}, {}});
    return true;
  }

  bool close(Value value) {
    open_.pop_back();
    return put(std::move(value));
  }

  bool number(string_view part, error_code& ec) {
    append(part);
    const auto number = Number::parse(std::exchange(text_, {}));
    return number ? put(Value::number(*number))
                  : refuse(ErrorKind::out_of_range, "this number is too large or too small", ec);
  }

  bool put(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().is_context) {
      open_.back().context.set(std::move(open_.back().key), std::move(value));
    } else {
      open_.back().list.push_back(std::move(value));
    }
    return true;
  }

  bool refuse(ErrorKind kind, std::string why, error_code& ec) {
    kind_ = kind;
    refusal_ = std::move(why);
    ec = json::error::syntax;
    return false;
  }

  Value root_;
  std::vector<Container> open_;
  std::string text_;
  std::string refusal_;
  ErrorKind kind_ = ErrorKind::syntax;
};

Error error_at(std::string_view text, std::size_t offset, ErrorKind kind, std::string message) {
  const std::string_view before = text.substr(0, offset);
  const auto feed = before.rfind('\n');
  const std::string_view line = feed == std::string_view::npos ? before : before.substr(feed + 1);
  Error error;
  error.kind = kind;
  error.message = std::move(message);
  error.line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  error.column = static_cast<std::size_t>(std::count_if(line.begin(), line.end(),
                                                        [](char byte) {
                                                          return (static_cast<unsigned char>(byte) & 0xc0U) !=
                                                                 0x80U;  // not inside a character
                                                        })) +
                 1;
  return error;
}

Error explain(std::string_view text, std::size_t offset, const json::error_code& code) {
  if (code == json::error::too_deep) {
    return error_at(text, offset, ErrorKind::out_of_range, "nested more than 32 levels deep");
  }
  if (code == json::error::object_too_large) {
    return error_at(text, offset, ErrorKind::out_of_range, "an object has more than 4096 members");
  }
  return error_at(text, offset, ErrorKind::syntax, "not JSON: " + code.message());
}

}  // namespace

Result<Value> parse_json(std::string_view text) {
  json::parse_options options;
  options.max_depth = max_depth;
  json::basic_parser<ValueBuilder> parser(options);
  json::error_code code;
  const std::size_t read = parser.write_some(false, text.data(), text.size(), code);
  const ValueBuilder& builder = parser.handler();
  if (!builder.refusal().empty()) return error_at(text, read, builder.kind(), builder.refusal());
  if (!code && text.find_first_not_of(" \t\r\n", read) != std::string_view::npos) code = json::error::extra_data;
  if (code) return explain(text, read, code);
  return parser.handler().take();
}

}  // namespace birthcase::cli
