#include "typed_values.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace birthcase::cli {
namespace {

Error failure(ErrorKind kind, std::string message, const std::string& path) {
  Error error;
  error.kind = kind;
  error.message = std::move(message);
  error.path = path;
  return error;
}

// The types whose text is read by FEEL's own constructors.
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

const TextType* text_type(std::string_view name) noexcept {
  const auto at =
      std::find_if(text_types.begin(), text_types.end(), [name](const TextType& type) { return type.name == name; });
  return at == text_types.end() ? nullptr : at;
}

bool is_number_type(std::string_view type) noexcept { return type == "number" || type == "decimal"; }

bool is_scalar_type(std::string_view type) noexcept {
  return type == "string" || type == "boolean" || is_number_type(type) || text_type(type) != nullptr;
}

Value construct(std::string_view constructor, const std::string& text) {
  const auto names = NamedValues::make({{"text", Value::text(text)}});
  const auto expression = names ? Expression::compile(constructor, *names) : names.error();
  return expression ? expression->evaluate(names->facts()) : Value::null();
}

// Null where the text is not of the type.
Value read_as(std::string_view type, const std::string& text) {
  if (type == "string") return Value::text(text);
  if (type == "boolean") return text == "true" || text == "false" ? Value::boolean(text == "true") : Value::null();
  if (!is_number_type(type)) return construct(text_type(type)->constructor, text);
  const auto number = Number::parse(text);
  return number ? Value::number(*number) : Value::null();
}

Result<Value> typed_items(const List& items, const std::string& path) {
  List list;
  for (std::size_t i = 0; i < items.size(); ++i) {
    auto item = typed_value(items[i], path + '/' + std::to_string(i));
    if (!item) return item.error();
    list.push_back(std::move(*item));
  }
  return Value::list(std::move(list));
}

Result<Value> typed_entries(const Context& entries, const std::string& path) {
  Context context;
  for (const auto& [name, entry] : entries.entries()) {
    auto value = typed_value(entry, path + '/' + name);
    if (!value) return value.error();
    context.set(name, std::move(*value));
  }
  return Value::context(std::move(context));
}

Result<Value> scalar(std::string_view type, const Value& value, const std::string& path) {
  if (!value.is(Kind::text)) return value;
  Value read = read_as(type, value.as_text());
  if (!read.is_null()) return read;
  return failure(ErrorKind::syntax, "the text is not a " + std::string(type), path + "/value");
}

Result<Value> typed_context(const Context& context, const std::string& path) {
  const Value* unknown = context.find("unknown");
  if (context.entries().size() == 1 && unknown != nullptr && unknown->is_true()) return Value();
  const Value* type = context.find("type");
  if (type == nullptr || !type->is(Kind::text)) return typed_entries(context, path);
  const std::string& name = type->as_text();
  if (context.entries().size() == 1 && name == "null") return Value::null();
  if (context.entries().size() != 2) return typed_entries(context, path);
  const Value* items = context.find("items");
  if (name == "list" && items != nullptr && items->is(Kind::list))
    return typed_items(items->as_list(), path + "/items");
  const Value* entries = context.find("entries");
  if (name == "context" && entries != nullptr && entries->is(Kind::context)) {
    return typed_entries(entries->as_context(), path + "/entries");
  }
  const Value* value = context.find("value");
  return value != nullptr && is_scalar_type(name) ? scalar(name, *value, path) : typed_entries(context, path);
}

}  // namespace

Result<Value> typed_value(const Value& plain, const std::string& path) {
  if (plain.is(Kind::context)) return typed_context(plain.as_context(), path);
  if (plain.is(Kind::list)) return typed_items(plain.as_list(), path);
  return plain;
}

Result<NamedValues> named_values(const Value& plain, const std::string& path) {
  if (!plain.is(Kind::context)) {
    return failure(ErrorKind::wrong_type, "expected an object of names and values", path);
  }
  std::vector<NamedValues::Entry> entries;
  for (const auto& [name, entry] : plain.as_context().entries()) {
    auto value = typed_value(entry, path + '/' + name);
    if (!value) return value.error();
    entries.emplace_back(name, std::move(*value));
  }
  return NamedValues::make(std::move(entries));
}

}  // namespace birthcase::cli
