#include "feel/functions.hpp"

#include <span>

namespace birthcase::feel {

namespace {

Value get_value(const Arguments& arguments) {
  const Value* found = arguments[0].as_context().find(arguments[1].as_text());
  return found == nullptr ? Value::null() : *found;
}

Value get_entries(const Arguments& arguments) {
  List entries;
  for (const auto& [name, value] : arguments[0].as_context().entries()) {
    entries.push_back(Value::context(Context({{"key", Value::text(name)}, {"value", value}})));
  }
  return Value::list(std::move(entries));
}

// `context([{key: "a", value: 1}])`
Value context_of_entries(const Arguments& arguments) {
  Context context;
  for (const Value& entry : arguments[0].as_list()) {
    if (!entry.is(Kind::context) || !arguments.spend(1 + context.entries().size())) return Value::null();
    const Value* const key = entry.as_context().find("key");
    const Value* const value = entry.as_context().find("value");
    const bool fits = key != nullptr && value != nullptr && key->is(Kind::text);
    if (!fits || context.find(key->as_text()) != nullptr) return Value::null();
    context.set(key->as_text(), *value);
  }
  return Value::context(std::move(context));
}

// The value at the end of the path of keys; null where the path leads through what is no context.
Value put(const Value& subject, std::span<const Value> keys, const Value& value, const Arguments& arguments) {
  if (!subject.is(Kind::context) || keys.empty() || !keys.front().is(Kind::text)) return Value::null();
  Context context = subject.as_context();
  if (!arguments.spend(1 + context.entries().size())) return Value::null();
  const std::string& key = keys.front().as_text();
  if (keys.size() == 1) {
    context.set(key, value);
    return Value::context(std::move(context));
  }
  const Value* const inner = context.find(key);
  Value changed = inner == nullptr ? Value::null() : put(*inner, keys.subspan(1), value, arguments);
  if (changed.is_null()) return changed;
  context.set(key, std::move(changed));
  return Value::context(std::move(context));
}

Value context_put(const Arguments& arguments) {
  const Value& keys = arguments[1];
  const std::span<const Value> path =
      keys.is(Kind::list) ? std::span<const Value>(keys.as_list()) : std::span<const Value>(&keys, 1);
  return put(arguments[0], path, arguments[2], arguments);
}

Value context_merge(const Arguments& arguments) {
  Context merged;
  for (const Value& context : arguments[0].as_list()) {
    if (!context.is(Kind::context)) return Value::null();
    for (const auto& [name, value] : context.as_context().entries()) {
      if (!arguments.spend(1 + merged.entries().size())) return Value::null();
      merged.set(name, value);
    }
  }
  return Value::context(std::move(merged));
}

}  // namespace

std::vector<Function> context_functions() {
  const Parameter context{"context", Kind::context, false};
  const Parameter value{"value", Kind::any, true};
  return {
      {"get value", {{"m", Kind::context, false}, {"key", Kind::text, false}}, 2, Kind::any, get_value},
      {"get entries", {{"m", Kind::context, false}}, 1, Kind::list, get_entries},
      {"context", {{"entries", Kind::list, false}}, 1, Kind::context, context_of_entries},
      {"context put", {context, {by_place, {Kind::text, Kind::list}, false}, value}, 3, Kind::context, context_put},
      {"context put", {context, {"key", Kind::text, false}, value}, 3, Kind::context, context_put},
      {"context put", {context, {"keys", Kind::list, false}, value}, 3, Kind::context, context_put},
      {"context merge", {{"contexts", Kind::list, false}}, 1, Kind::context, context_merge},
  };
}

}  // namespace birthcase::feel
