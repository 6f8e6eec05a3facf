#include "testing/overlay.hpp"

#include "json/document.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <charconv>
#include <string>

namespace birthcase::testing {
namespace {

namespace js = boost::json;

bool is_list_of_objects(const js::value& value) {
  const js::array* list = value.if_array();
  return list != nullptr && !list->empty() &&
         std::all_of(list->begin(), list->end(), [](const js::value& item) { return item.is_object(); });
}

void lay_members_over(js::object& base, const js::object& given) {
  for (const auto& member : given) {
    if (makes_unknown(member.value())) {
      if (base.contains(member.key())) base.stable_erase(member.key());
    } else {
      lay_over(base[member.key()], member.value());
    }
  }
}

void lay_items_over(js::array& base, const js::array& given) {
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (i == base.size()) base.emplace_back(nullptr);
    lay_over(base[i], given[i]);
  }
}

std::string unescaped(std::string_view step) {
  std::string plain;
  for (std::size_t i = 0; i < step.size(); ++i) {
    const bool escape = step[i] == '~' && i + 1 < step.size();
    plain += escape ? (step[++i] == '1' ? '/' : '~') : step[i];
  }
  return plain;
}

const js::value* child_of(const js::value& value, std::string_view step) {
  if (const js::object* object = value.if_object()) return object->if_contains(unescaped(step));
  const js::array* list = value.if_array();
  std::size_t place = 0;
  const auto end = std::from_chars(step.data(), step.data() + step.size(), place);
  const bool inside = end.ec == std::errc() && list != nullptr && place < list->size();
  return inside ? &(*list)[place] : nullptr;
}

}  // namespace

bool makes_unknown(const js::value& value) {
  const js::object* object = value.if_object();
  const js::value* unknown = object == nullptr || object->size() != 1 ? nullptr : object->if_contains("unknown");
  return unknown != nullptr && unknown->is_bool() && unknown->get_bool();
}

void lay_over(js::value& base, const js::value& given) {
  if (const js::object* members = given.if_object()) {
    if (!base.is_object()) base = js::object();
    lay_members_over(base.get_object(), *members);
  } else if (is_list_of_objects(given)) {
    if (!is_list_of_objects(base)) base = js::array();
    lay_items_over(base.get_array(), given.get_array());
  } else {
    base = given;
  }
}

std::size_t steps_known(const js::value& value, std::string_view pointer) {
  std::size_t steps = 0;
  for (const js::value* at = &value; pointer.starts_with('/'); ++steps) {
    const auto end = std::min(pointer.find('/', 1), pointer.size());
    at = child_of(*at, pointer.substr(1, end - 1));
    if (at == nullptr) break;
    pointer.remove_prefix(end);
  }
  return steps;
}

}  // namespace birthcase::testing
