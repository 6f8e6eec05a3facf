#include "shrinking.hpp"

#include <boost/json/array.hpp>

#include <string>
#include <vector>

namespace birthcase::families {
namespace {

namespace js = boost::json;

class Shrinking {
 public:
  Shrinking(js::object& whole, const std::function<bool(const js::object&)>& still_fails)
      : whole_(whole), still_fails_(still_fails) {}

  // Members first as a whole, then what is in those that have to stay.
  bool members_of(js::object& group) {
    bool smaller = false;
    std::vector<std::string> keys;
    for (const auto& member : group) keys.emplace_back(member.key());
    for (const std::string& key : keys) {
      const js::value kept = group.at(key);
      group.erase(key);
      if (still_fails_(whole_)) {
        smaller = true;
        continue;
      }
      smaller = within(group[key] = kept) || smaller;
    }
    return smaller;
  }

 private:
  bool within(js::value& value) {
    if (js::object* group = value.if_object()) return members_of(*group);
    js::array* list = value.if_array();
    return list != nullptr && items_of(*list);
  }

  bool items_of(js::array& list) {
    bool smaller = false;
    for (std::size_t i = list.size(); i-- > 0;) {
      const js::value kept = list[i];
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
      if (still_fails_(whole_)) {
        smaller = true;
        continue;
      }
      list.insert(list.begin() + static_cast<std::ptrdiff_t>(i), kept);
      smaller = within(list[i]) || smaller;
    }
    return smaller;
  }

  js::object& whole_;
  const std::function<bool(const js::object&)>& still_fails_;
};

}  // namespace

js::object shrunk(js::object application, const std::function<bool(const js::object&)>& still_fails) {
  Shrinking shrinking(application, still_fails);
  while (shrinking.members_of(application)) {
  }
  return application;
}

}  // namespace birthcase::families
