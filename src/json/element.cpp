#include "json/element.hpp"

#include "application/errors.hpp"
#include "json/document.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <vector>

namespace birthcase::json {
namespace {

constexpr std::size_t largest_count = 1'000'000;

std::string_view view(const boost::json::string& text) noexcept { return {text.data(), text.size()}; }

}  // namespace

void Element::fail(ErrorKind kind, std::string message) const {
  problems_.get().add({.kind = kind, .message = std::move(message), .path = path_});
}

bool Element::has_only(std::initializer_list<std::string_view> keys, bool may_be_empty) const {
  const auto* object = value().if_object();
  if (object == nullptr) return fail(ErrorKind::wrong_type, "an object belongs here: { }"), false;
  for (const auto& member : *object) {
    const std::string_view key = member.key();
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    const std::vector<std::string_view> candidates(keys);
    const bool comment = key == comment_key;
    const Element at(member.value(), is_presentable(key) ? append(path_, key) : path_, problems_);
    at.fail(comment ? ErrorKind::wrong_type : ErrorKind::unknown_name,
            comment ? "a comment is a text or a list of texts" : application::no_such("key", key, candidates));
    return false;
  }
  if (!object->empty() || may_be_empty) return true;
  fail(ErrorKind::missing, "nothing is said here; say something, or leave it out");
  return false;
}

bool Element::is_filled_object() const {
  const auto* object = value().if_object();
  if (object == nullptr) return fail(ErrorKind::wrong_type, "an object belongs here: { }"), false;
  if (object->empty()) return fail(ErrorKind::missing, "nothing is said here; say something, or leave it out"), false;
  return true;
}

std::optional<Element> Element::member(std::string_view key) const {
  const auto* object = value().if_object();
  const auto* found = object == nullptr ? nullptr : object->if_contains(key);
  if (found == nullptr) return std::nullopt;
  return Element(*found, append(path_, key), problems_);
}

void Element::each_member(const std::function<void(std::string_view, const Element&)>& visit) const {
  const auto* object = value().if_object();
  if (object == nullptr) return fail(ErrorKind::wrong_type, "an object belongs here: { }");
  for (const auto& member : *object) {
    if (problems_.get().any()) return;
    const std::string_view key = member.key();
    const std::string path = is_presentable(key) ? append(path_, key) : path_;
    visit(key, Element(member.value(), path, problems_));
  }
}

void Element::each_item(const std::function<void(const Element&)>& visit) const {
  const auto* list = value().if_array();
  if (list == nullptr) return fail(ErrorKind::wrong_type, "a list belongs here: [ ]");
  for (std::size_t i = 0; i < list->size() && !problems_.get().any(); ++i) {
    visit(Element((*list)[i], append(path_, i), problems_));
  }
}

std::optional<std::string_view> Element::text() const {
  if (!value().is_string()) return fail(ErrorKind::wrong_type, "a text belongs here, in quotes"), std::nullopt;
  if (value().get_string().empty()) return fail(ErrorKind::missing, "the text is empty"), std::nullopt;
  return view(value().get_string());
}

std::optional<bool> Element::flag() const {
  if (!value().is_bool()) return fail(ErrorKind::wrong_type, "true or false belongs here"), std::nullopt;
  return value().get_bool();
}

std::optional<std::size_t> Element::count() const {
  const bool whole = value().is_int64() && value().get_int64() >= 0;
  if (whole && value().get_int64() <= static_cast<std::int64_t>(largest_count)) {
    return static_cast<std::size_t>(value().get_int64());
  }
  fail(ErrorKind::wrong_type, "a whole number from 0 on belongs here");
  return std::nullopt;
}

void drop_comments(boost::json::value& value) {
  if (auto* list = value.if_array()) {
    for (auto& item : *list) drop_comments(item);
  } else if (auto* object = value.if_object()) {
    drop_comment(*object);
    for (auto& member : *object) drop_comments(member.value());
  }
}

std::optional<std::string_view> text_at(const Element& object, std::string_view key) {
  const auto member = object.member(key);
  return member ? member->text() : std::nullopt;
}

}  // namespace birthcase::json
