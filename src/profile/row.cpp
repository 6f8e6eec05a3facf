#include "profile/row.hpp"

#include "json/document.hpp"
#include "nearest.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace birthcase::profile {
namespace {

namespace js = boost::json;

std::string_view view(const js::string& text) noexcept { return {text.data(), text.size()}; }

std::string relative_to(std::string_view key) { return key.empty() ? std::string() : json::append({}, key); }

std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates) {
  const auto near = nearest(word, candidates);
  return near.empty() ? std::string() : fmt::format("; did you mean '{}'?", near);
}

// A number without a fraction, however it is written: 3 and 3.0 are one.
std::optional<std::int64_t> whole_number(const js::value& value) noexcept {
  if (const auto* whole = value.if_int64()) return *whole;
  constexpr double exact = 9007199254740992;  // up to here every whole number is a double
  const auto* number = value.if_double();
  if (number == nullptr || !(std::abs(*number) <= exact) || std::trunc(*number) != *number) return std::nullopt;
  return static_cast<std::int64_t>(*number);
}

}  // namespace

void Problems::add(const js::object& object, std::string_view relative, ErrorKind kind, std::string message) {
  if (!first_) first_ = layers_.locate(object, relative, kind, std::move(message));
}

bool Directory::add(std::string_view id) {
  if (!places_.emplace(id, static_cast<Index>(ids_.size())).second) return false;
  ids_.emplace_back(id);
  return true;
}

std::optional<Index> Directory::find(std::string_view id) const noexcept {
  const auto at = places_.find(id);
  return at == places_.end() ? std::nullopt : std::optional(at->second);
}

std::string Directory::complaint(std::string_view id) const {
  const std::vector<std::string_view> candidates(ids_.begin(), ids_.end());
  return fmt::format("there is no {} '{}'{}", what_, shown(id), suggestion(id, candidates));
}

const js::value* Row::find(std::string_view key) {
  asked_.push_back(key);
  const js::value* value = json().if_contains(key);
  return value;
}

bool Row::has(std::string_view key) const noexcept { return json().contains(key); }

void Row::fail(std::string_view key, ErrorKind kind, std::string message) {
  problems().add(json(), relative_to(key), kind, std::move(message));
}

std::string Row::optional_text(std::string_view key) {
  const js::value* value = find(key);
  if (value == nullptr) return {};
  if (!value->is_string()) {
    fail(key, ErrorKind::wrong_type, fmt::format("'{}' must be a text; put it in quotes", key));
    return {};
  }
  return std::string(view(value->get_string()));
}

std::string Row::text(std::string_view key) {
  std::string text = optional_text(key);
  if (text.empty())
    fail(has(key) ? key : "", ErrorKind::missing, fmt::format("'{}' is missing here or empty; write it", key));
  return text;
}

std::string Row::text_or_null(std::string_view key) {
  if (const js::value* value = json().if_contains(key); value != nullptr && value->is_null()) return find(key), "";
  return text(key);
}

Label Row::optional_label(std::string_view key) {
  auto both = object(key);
  if (!both) return {};
  Label label{both->text("zh"), both->text("en")};
  both->finish();
  return label;
}

Label Row::label(std::string_view key) {
  if (!has(key)) fail("", ErrorKind::missing, fmt::format("'{}' is missing here: {{\"zh\": …, \"en\": …}}", key));
  return optional_label(key);
}

bool Row::flag(std::string_view key) {
  const js::value* value = find(key);
  if (value == nullptr) return false;
  if (!value->is_bool())
    fail(key, ErrorKind::wrong_type, fmt::format("'{}' must be true or false, without quotes", key));
  return value->is_bool() && value->get_bool();
}

std::optional<std::int64_t> Row::integer(std::string_view key, std::int64_t min, std::int64_t max) {
  const js::value* value = find(key);
  if (value == nullptr) return std::nullopt;
  const auto number = whole_number(*value);
  if (!number || *number < min || *number > max) {
    fail(key, number ? ErrorKind::out_of_range : ErrorKind::wrong_type,
         fmt::format("'{}' must be a whole number from {} to {}, without quotes", key, min, max));
    return std::nullopt;
  }
  return number;
}

std::optional<Date> Row::date(std::string_view key) {
  if (!has(key)) return find(key), std::nullopt;
  const auto day = parse_date(optional_text(key));
  if (!day) {
    fail(key, day.error().kind, fmt::format("'{}' must be a day as 2019-04-29", key));
    return std::nullopt;
  }
  return *day;
}

std::vector<std::string> Row::texts(std::string_view key) {
  std::vector<std::string> result;
  const js::value* value = find(key);
  if (value == nullptr) return result;
  const js::array* items = value->if_array();
  const auto is_text = [](const js::value& item) { return item.is_string() && !item.get_string().empty(); };
  if (items == nullptr || !std::all_of(items->begin(), items->end(), is_text)) {
    fail(key, ErrorKind::wrong_type, fmt::format("'{}' must be a list of texts, none of them empty: [\"…\", …]", key));
    return result;
  }
  for (const js::value& item : *items) result.emplace_back(view(item.get_string()));
  return result;
}

std::optional<Row> Row::object(std::string_view key) {
  const js::value* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (!value->is_object()) {
    fail(key, ErrorKind::wrong_type, fmt::format("'{}' must be an object: {{…}}", key));
    return std::nullopt;
  }
  return Row(value->get_object(), problems());
}

std::vector<Row> Row::rows(std::string_view key) {
  std::vector<Row> result;
  const js::value* value = find(key);
  if (value == nullptr) return result;
  const js::array* items = value->if_array();
  if (items == nullptr ||
      !std::all_of(items->begin(), items->end(), [](const auto& item) { return item.is_object(); })) {
    fail(key, ErrorKind::wrong_type, fmt::format("'{}' must be a list of objects: [{{…}}, …]", key));
    return result;
  }
  for (const js::value& item : *items) result.emplace_back(item.get_object(), problems());
  return result;
}

std::vector<std::pair<std::string, std::string>> Row::text_members(std::string_view key) {
  std::vector<std::pair<std::string, std::string>> members;
  auto all = object(key);
  if (!all) return members;
  for (const auto& member : all->json()) {
    const auto name = std::string_view(member.key());
    if (name == Layers::origin_key) continue;
    members.emplace_back(name, all->text(name));
  }
  return members;
}

std::vector<InlineCode> Row::label_members(std::string_view key) {
  std::vector<InlineCode> members;
  auto all = object(key);
  if (!all) return members;
  for (const auto& member : all->json()) {
    const auto name = std::string_view(member.key());
    if (name == Layers::origin_key) continue;
    members.push_back({std::string(name), all->label(name)});
  }
  return members;
}

std::size_t Row::choice(std::string_view key, std::initializer_list<std::string_view> words) {
  std::vector<std::pair<std::string_view, int>> names;
  for (const std::string_view word : words) names.emplace_back(word, static_cast<int>(names.size()));
  return static_cast<std::size_t>(word_index(key, names, 0));
}

int Row::word_index(std::string_view key, const std::vector<std::pair<std::string_view, int>>& names, int absent) {
  const std::string word = optional_text(key);
  if (!has(key)) return absent;
  std::vector<std::string_view> choices;
  for (const auto& [name, value] : names) {
    if (name == word) return value;
    choices.push_back(name);
  }
  fail(key, ErrorKind::unknown_name,
       fmt::format("'{}' is not one of: {}{}", shown(word), fmt::join(choices, ", "), suggestion(word, choices)));
  return absent;
}

std::optional<Index> Row::resolve(std::string_view relative, std::string_view id, const Directory& directory) {
  const auto found = directory.find(id);
  if (!found) problems().add(json(), relative, ErrorKind::unknown_name, directory.complaint(id));
  return found;
}

Index Row::place(std::string_view key, const Directory& directory) {
  const std::string id = optional_text(key);
  return has(key) ? resolve(relative_to(key), id, directory).value_or(no_index) : no_index;
}

Index Row::required_place(std::string_view key, const Directory& directory) {
  const std::string id = text(key);
  return id.empty() ? no_index : resolve(relative_to(key), id, directory).value_or(no_index);
}

std::vector<Index> Row::places(std::string_view key, const Directory& directory) {
  std::vector<Index> found;
  const auto ids = texts(key);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (const auto index = resolve(json::append(relative_to(key), i), ids[i], directory)) found.push_back(*index);
  }
  return found;
}

void Row::note_place(std::string& document, std::string& path) const {
  const auto place = problems().layers().place_of(json());
  document = place.document;
  path = place.path;
}

void Row::finish() {
  for (const auto& member : json()) {
    const auto key = std::string_view(member.key());
    if (key == Layers::origin_key || std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
    if (key == json::comment_key) {
      return fail(key, ErrorKind::wrong_type, "a comment is a text or a list of texts");
    }
    const bool presentable = shown(key) == key;  // or else the object is what the path points at
    fail(presentable ? key : "", ErrorKind::unknown_name,
         fmt::format("unknown key '{}'{}", shown(key), suggestion(key, asked_)));
    return;
  }
}

}  // namespace birthcase::profile
