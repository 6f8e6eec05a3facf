#include "typed_values.hpp"

#include <birthcase/json.hpp>

#include <boost/json/parser.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace birthcase::cli {
namespace {

namespace json = boost::json;

constexpr std::size_t max_depth = 32;

Error failure(ErrorKind kind, std::string message, const std::string& path = {}) {
  Error error;
  error.kind = kind;
  error.message = std::move(message);
  error.path = path;
  return error;
}

Error failure_at(std::string_view text, std::size_t offset, const boost::system::error_code& code) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const bool deep = code == json::error::too_deep;
  Error error = failure(deep ? ErrorKind::out_of_range : ErrorKind::syntax,
                        deep ? "nested more than 32 levels deep" : "not JSON: " + code.message());
  if (text.find('\n') != std::string_view::npos) {
    error.line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  }
  const std::string_view line = before.substr(line_start);
  error.column = static_cast<std::size_t>(std::count_if(line.begin(), line.end(),
                                                        [](char byte) {
                                                          return (static_cast<unsigned char>(byte) & 0xc0U) !=
                                                                 0x80U;  // not inside a character
                                                        })) +
                 1;
  return error;
}

// The types whose text is read by FEEL's own constructor of the same name.
struct TextType {
  std::string_view name;
  std::string_view constructor;
};
constexpr std::array text_types{
    TextType{"date", "date(text)"},
    TextType{"time", "time(text)"},
    TextType{"dateTime", "date and time(text)"},
    TextType{"date and time", "date and time(text)"},
    TextType{"duration", "duration(text)"},
    TextType{"days and time duration", "duration(text)"},
    TextType{"years and months duration", "duration(text)"},
};

bool is_number_type(std::string_view type) noexcept { return type == "number" || type == "decimal"; }

Result<Value> construct(std::string_view constructor, std::string text) {
  const auto names = NamedValues::make({{"text", Value::text(std::move(text))}});
  if (!names) return names.error();
  const auto expression = Expression::compile(constructor, *names);
  if (!expression) return expression.error();
  return expression->evaluate(names->facts());
}

Result<Value> value_of_text(std::string_view type, const std::string& text, const std::string& path) {
  if (type == "string") return Value::text(text);
  if (type == "boolean" && (text == "true" || text == "false")) return Value::boolean(text == "true");
  if (is_number_type(type)) {
    if (const auto number = Number::parse(text)) return Value::number(*number);
  }
  const auto known =
      std::find_if(text_types.begin(), text_types.end(), [type](const TextType& each) { return each.name == type; });
  if (known != text_types.end()) {
    auto value = construct(known->constructor, text);
    if (value && !value->is_null()) return value;
  }
  return failure(ErrorKind::syntax, "the value is not a " + std::string(type), path + "/value");
}

bool is_text_type(std::string_view type) noexcept {
  return type == "string" || type == "boolean" || is_number_type(type) ||
         std::any_of(text_types.begin(), text_types.end(), [type](const TextType& each) { return each.name == type; });
}

Result<Value> list_of(const json::array& items, const std::string& path) {
  List list;
  for (std::size_t i = 0; i < items.size(); ++i) {
    auto item = typed_value(items[i], path + '/' + std::to_string(i));
    if (!item) return item.error();
    list.push_back(std::move(*item));
  }
  return Value::list(std::move(list));
}

Result<Value> context_of(const json::object& entries, const std::string& path) {
  Context context;
  for (const auto& [name, entry] : entries) {
    auto value = typed_value(entry, path + '/' + std::string(name));
    if (!value) return value.error();
    context.set(std::string(name), std::move(*value));
  }
  return Value::context(std::move(context));
}

const json::value* member(const json::object& object, std::string_view name) noexcept {
  return object.if_contains(name);
}

Result<Value> value_of_object(const json::object& object, const std::string& path) {
  const json::value* unknown = member(object, "unknown");
  if (object.size() == 1 && unknown != nullptr && unknown->is_bool() && unknown->get_bool()) return Value();
  const json::value* type = member(object, "type");
  if (type == nullptr || !type->is_string() || object.size() > 2) return context_of(object, path);
  const std::string_view name = type->get_string();
  if (name == "null" && object.size() == 1) return Value::null();
  const json::value* items = member(object, "items");
  if (name == "list" && items != nullptr && items->is_array()) return list_of(items->get_array(), path + "/items");
  const json::value* entries = member(object, "entries");
  if (name == "context" && entries != nullptr && entries->is_object()) {
    return context_of(entries->get_object(), path + "/entries");
  }
  const json::value* text = member(object, "value");
  if (text == nullptr || !is_text_type(name)) return context_of(object, path);
  if (text->is_null()) return Value::null();
  if (!text->is_string()) return value_from(*text);
  return value_of_text(name, std::string(text->get_string()), path);
}

}  // namespace

Result<json::value> parse_json(std::string_view text) {
  json::parse_options options;
  options.max_depth = max_depth;
  json::parser parser({}, options);
  boost::system::error_code code;
  const std::size_t read = parser.write(text.data(), text.size(), code);
  if (code) return failure_at(text, read, code);
  return parser.release();
}

Result<Value> typed_value(const json::value& json, const std::string& path) {
  if (json.is_object()) return value_of_object(json.get_object(), path);
  if (json.is_array()) return list_of(json.get_array(), path);
  return value_from(json);
}

Result<NamedValues> named_values(const json::value& json, const std::string& path) {
  if (!json.is_object()) return failure(ErrorKind::wrong_type, "expected an object of names and values", path);
  std::vector<NamedValues::Entry> entries;
  for (const auto& [name, entry] : json.get_object()) {
    auto value = typed_value(entry, path + '/' + std::string(name));
    if (!value) return value.error();
    entries.emplace_back(std::string(name), std::move(*value));
  }
  return NamedValues::make(std::move(entries));
}

}  // namespace birthcase::cli
