#include <birthcase/json.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <cmath>

namespace birthcase {

namespace {

Value list_from(const boost::json::array& array) {
  List list;
  list.reserve(array.size());
  for (const auto& item : array) list.push_back(value_from(item));
  return Value::list(std::move(list));
}

Value context_from(const boost::json::object& object) {
  std::vector<Context::Entry> entries;
  entries.reserve(object.size());
  for (const auto& [name, value] : object) entries.emplace_back(std::string(name), value_from(value));
  return Value::context(Context(std::move(entries)));
}

Value number_from(double value) {
  const auto number = Number::from_double(value);
  return number ? Value::number(*number) : Value::null();
}

boost::json::value number_to_json(const Number& number) {
  if (const auto whole = number.to_int64()) return *whole;
  const double nearest = number.to_double();
  if (std::isfinite(nearest) && Number::from_double(nearest) == number) return nearest;
  return boost::json::string(number.to_string());
}

boost::json::value list_to_json(const List& list) {
  boost::json::array array;
  array.reserve(list.size());
  for (const Value& item : list) array.push_back(to_json(item));
  return array;
}

boost::json::value context_to_json(const Context& context) {
  boost::json::object object;
  object.reserve(context.entries().size());
  for (const auto& [name, value] : context.entries()) object.emplace(name, to_json(value));
  return object;
}

}  // namespace

Value value_from(const boost::json::value& json) {
  switch (json.kind()) {
    case boost::json::kind::null:
      return Value::null();
    case boost::json::kind::bool_:
      return Value::boolean(json.get_bool());
    case boost::json::kind::int64:
      return Value::number(json.get_int64());
    case boost::json::kind::uint64:
      return Value::number(*Number::parse(std::to_string(json.get_uint64())));
    case boost::json::kind::double_:
      return number_from(json.get_double());
    case boost::json::kind::string:
      return Value::text(std::string(json.get_string()));
    case boost::json::kind::array:
      return list_from(json.get_array());
    case boost::json::kind::object:
      return context_from(json.get_object());
  }
  return Value::null();
}

boost::json::value to_json(const Value& value) {
  switch (value.kind()) {
    case Kind::unknown:
      return boost::json::object{{"unknown", true}};
    case Kind::null:
      return nullptr;
    case Kind::boolean:
      return value.as_boolean();
    case Kind::number:
      return number_to_json(value.as_number());
    case Kind::list:
      return list_to_json(value.as_list());
    case Kind::context:
      return context_to_json(value.as_context());
    default:
      return boost::json::string(to_string(value));
  }
}

}  // namespace birthcase
