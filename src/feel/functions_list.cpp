#include "feel/functions.hpp"
#include "feel/operations.hpp"

#include <algorithm>

namespace birthcase::feel {

namespace {

// The 0-based index of a 1-based position, negative ones counting from the end; it may be one past `size`
// if that is allowed.
std::optional<std::size_t> index_of_position(const Value& position, std::size_t size, bool past_the_end) {
  const auto rounded = position.as_number().rounded(0, Rounding::down);
  const auto place = rounded ? rounded->to_int64() : std::nullopt;
  const auto length = static_cast<std::int64_t>(size);
  if (!place || *place == 0 || *place < -length) return std::nullopt;
  const std::int64_t index = *place > 0 ? *place - 1 : length + *place;
  if (index > length || (index == length && !past_the_end)) return std::nullopt;
  return static_cast<std::size_t>(index);
}

Value list_contains(const Arguments& arguments) {
  Logic result = Logic::no;
  for (const Value& item : arguments[0].as_list()) {
    const Logic same = equals(item, arguments[1]);
    result = result || (same == Logic::null ? Logic::no : same);
  }
  return to_value(result);
}

Value sublist(const Arguments& arguments) {
  const List& list = arguments[0].as_list();
  const auto start = index_of_position(arguments[1], list.size(), false);
  if (!start) return Value::null();
  std::size_t length = list.size() - *start;
  if (arguments.size() > 2) {
    const auto wanted = arguments[2].as_number().to_int64();
    if (!wanted || *wanted < 0) return Value::null();
    length = std::min(length, static_cast<std::size_t>(*wanted));
  }
  const auto begin = list.begin() + static_cast<std::ptrdiff_t>(*start);
  return Value::list(List(begin, begin + static_cast<std::ptrdiff_t>(length)));
}

Value append(const Arguments& arguments) {
  List list = arguments[0].as_list();
  for (std::size_t i = 1; i < arguments.size(); ++i) list.push_back(arguments[i]);
  return Value::list(std::move(list));
}

List joined(const Arguments& arguments) {
  List list;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const List& part = arguments[i].as_list();
    list.insert(list.end(), part.begin(), part.end());
  }
  return list;
}

Value concatenate(const Arguments& arguments) { return Value::list(joined(arguments)); }

Value insert_before(const Arguments& arguments) {
  List list = arguments[0].as_list();
  const auto index = index_of_position(arguments[1], list.size(), true);
  if (!index) return Value::null();
  list.insert(list.begin() + static_cast<std::ptrdiff_t>(*index), arguments[2]);
  return Value::list(std::move(list));
}

Value remove(const Arguments& arguments) {
  List list = arguments[0].as_list();
  const auto index = index_of_position(arguments[1], list.size(), false);
  if (!index) return Value::null();
  list.erase(list.begin() + static_cast<std::ptrdiff_t>(*index));
  return Value::list(std::move(list));
}

Value list_replace(const Arguments& arguments) {
  List list = arguments[0].as_list();
  const auto index = index_of_position(arguments[1], list.size(), false);
  if (!index) return Value::null();
  list[*index] = arguments[2];
  return Value::list(std::move(list));
}

Value reverse(const Arguments& arguments) {
  const List& list = arguments[0].as_list();
  return Value::list(List(list.rbegin(), list.rend()));
}

Value index_of(const Arguments& arguments) {
  const List& list = arguments[0].as_list();
  List positions;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (equals(list[i], arguments[1]) == Logic::yes)
      positions.push_back(Value::number(static_cast<std::int64_t>(i) + 1));
  }
  return Value::list(std::move(positions));
}

// Comparing an item with another takes no more than reading it.
Value distinct(const List& list, const Arguments& arguments) {
  List kept;
  for (const Value& item : list) {
    const std::size_t before = arguments.budget().left();
    if (!arguments.budget().spend_on(item)) return Value::null();
    const std::size_t each = before - arguments.budget().left();
    if (!arguments.spend(each * kept.size())) return Value::null();
    const auto same = [&](const Value& other) { return equals(item, other) == Logic::yes; };
    if (std::none_of(kept.begin(), kept.end(), same)) kept.push_back(item);
  }
  return Value::list(std::move(kept));
}

Value union_of(const Arguments& arguments) { return distinct(joined(arguments), arguments); }
Value distinct_values(const Arguments& arguments) { return distinct(arguments[0].as_list(), arguments); }

// False once there is too much to flatten.
bool flatten_into(const List& list, List& flat, const Arguments& arguments) {
  if (!arguments.spend(1 + list.size())) return false;
  for (const Value& item : list) {
    if (!item.is(Kind::list)) {
      flat.push_back(item);
    } else if (!flatten_into(item.as_list(), flat, arguments)) {
      return false;
    }
  }
  return true;
}

Value flatten(const Arguments& arguments) {
  List flat;
  return flatten_into(arguments[0].as_list(), flat, arguments) ? Value::list(std::move(flat)) : Value::null();
}

// Never called: a call with a function is compiled to other nodes.
Value with_function(const Arguments&) { return Value::null(); }

}  // namespace

std::vector<Function> list_functions() {
  const Parameter list{"list", Kind::list, false};
  const Parameter position{"position", Kind::number, false};
  const Parameter element{"element", Kind::any, true};
  const Parameter item{"item", Kind::any, true};
  const Parameter new_item{"newItem", Kind::any, true};
  return {
      {"list contains", {list, element}, 2, Kind::boolean, list_contains, Arity::fixed, true},
      {"sublist",
       {list, {"start position", Kind::number, false}, {"length", Kind::number, false}},
       2,
       Kind::list,
       sublist},
      {"append", {list, item}, 1, Kind::list, append, Arity::rest, true},
      {"concatenate", {list}, 1, Kind::list, concatenate, Arity::rest},
      {"insert before", {list, position, new_item}, 3, Kind::list, insert_before},
      {"remove", {list, position}, 2, Kind::list, remove},
      {"list replace", {list, position, new_item}, 3, Kind::list, list_replace},
      {"list replace", {list, {"match", Kind::unknown, false}, new_item}, 3, Kind::list, with_function},
      {"reverse", {list}, 1, Kind::list, reverse},
      {"index of", {list, {"match", Kind::any, true}}, 2, Kind::list, index_of},
      {"union", {list}, 1, Kind::list, union_of, Arity::rest},
      {"distinct values", {list}, 1, Kind::list, distinct_values},
      {"flatten", {list}, 1, Kind::list, flatten},
      {"sort", {list, {"precedes", Kind::unknown, false}}, 2, Kind::list, with_function},
  };
}

}  // namespace birthcase::feel
