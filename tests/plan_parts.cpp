#include "plan_parts.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace birthcase::tests {
namespace {

namespace js = boost::json;

bool is_left_out(std::string_view key, std::string_view inside, const PlanContents& contents) {
  if (key == "why") return !contents.reasons;
  const bool words = key == "label" || (key == "message" && inside == "findings") || (key == "text" && inside == "why");
  return words && !contents.labels;
}

// `inside`: the key under which the value stands, or the list that it is in.
js::value chosen(const js::value& value, std::string_view inside, const PlanContents& contents) {
  if (const js::array* list = value.if_array()) {
    js::array made;
    for (const js::value& each : *list) made.push_back(chosen(each, inside, contents));
    return made;
  }
  const js::object* object = inside != "value" ? value.if_object() : nullptr;
  if (object == nullptr) return value;
  js::object made;
  for (const auto& member : *object) {
    if (!is_left_out(member.key(), inside, contents)) {
      made[member.key()] = chosen(member.value(), member.key(), contents);
    }
  }
  return made;
}

}  // namespace

std::string chosen_of(std::string_view whole, const PlanContents& contents) {
  const js::value document = js::parse(whole);
  js::object made;
  contents.parts.each([&](PlanPart part) {
    const auto key = to_string(part);
    made[key] = chosen(document.at(key), key, contents);
  });
  return js::serialize(made);
}

std::string rewritten(std::string_view document) { return js::serialize(js::parse(document)); }

}  // namespace birthcase::tests
