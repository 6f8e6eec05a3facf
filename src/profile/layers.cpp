#include "profile/layers.hpp"

#include "json/document.hpp"
#include "nearest.hpp"
#include "profile/rule_tables.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace birthcase::profile {
namespace {

namespace js = boost::json;

std::string_view view(const js::string& text) noexcept { return {text.data(), text.size()}; }

bool is_removal(const js::value& row) noexcept {
  const js::value* remove = row.get_object().if_contains("remove");
  return remove != nullptr && remove->is_bool() && remove->get_bool();
}

// Notes in every object where it was written, and drops its comment. What is neither object nor list has no place of
// its own.
void stamp(js::value& value, std::size_t layer, const std::string& pointer) {
  if (js::array* rows = value.if_array()) {
    for (std::size_t i = 0; i < rows->size(); ++i) {
      if ((*rows)[i].is_structured()) stamp((*rows)[i], layer, json::append(pointer, i));
    }
  } else if (js::object* object = value.if_object()) {
    json::drop_comment(*object);
    for (auto& member : *object) {
      if (!member.value().is_structured()) continue;
      stamp(member.value(), layer, json::append(pointer, std::string_view(member.key())));
    }
    const js::array origin({layer, js::string_view(pointer)}, object->storage());
    js::array origins(object->storage());
    origins.push_back(origin);
    object->insert_or_assign(Layers::origin_key, std::move(origins));
  }
}

void merge(js::object& below, js::object&& above);

// The places of rows by what names them; of two rows with one name, the first.
std::unordered_map<std::string, std::size_t> places_of(const js::array& rows) {
  std::unordered_map<std::string, std::size_t> places;
  places.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) places.emplace(identity(rows[i]), i);
  return places;
}

void merge_table(js::array& below, js::array&& above, bool first_match) {
  auto places = places_of(below);
  std::vector<bool> removed(below.size(), false);
  js::array fresh(below.storage());
  for (js::value& row : above) {
    const auto same = places.find(std::string(identity(row)));
    if (same == places.end()) {
      fresh.push_back(std::move(row));
    } else if (is_removal(row)) {
      removed[same->second] = true;
      places.erase(same);
    } else {
      merge(below[same->second].get_object(), std::move(row.get_object()));
    }
  }
  js::array merged(below.storage());
  merged.reserve(below.size() + fresh.size());
  const auto append_fresh = [&] { std::move(fresh.begin(), fresh.end(), std::back_inserter(merged)); };
  if (first_match) append_fresh();
  for (std::size_t i = 0; i < below.size(); ++i) {
    if (!removed[i]) merged.push_back(std::move(below[i]));
  }
  if (!first_match) append_fresh();
  below = std::move(merged);
}

void merge_member(js::value& below, js::value&& above, std::string_view key) {
  if (below.is_object() && above.is_object()) {
    merge(below.get_object(), std::move(above.get_object()));
  } else if (is_table(below) && is_table(above)) {
    merge_table(below.get_array(), std::move(above.get_array()), first_decides(key));
  } else {
    below = std::move(above);
  }
}

void merge(js::object& below, js::object&& above) {
  for (auto& member : above) {
    js::value* known = below.if_contains(member.key());
    if (known == nullptr) {
      below.emplace(member.key(), std::move(member.value()));
    } else if (member.key() == Layers::origin_key) {
      for (js::value& origin : member.value().get_array()) known->get_array().push_back(std::move(origin));
    } else {
      merge_member(*known, std::move(member.value()), std::string_view(member.key()));
    }
  }
}

// The row's nearest sister in name, for a removal that names none.
std::string nearest_sister(const js::array& rows, const js::value& row) {
  std::vector<std::string_view> names;
  for (const js::value& other : rows) {
    if (&other != &row) names.push_back(identity(other));
  }
  const auto near = nearest(identity(row), names);
  return near.empty() ? "take this row out" : fmt::format("did you mean '{}'?", near);
}

Error in_layer(Error error, const std::string& id) {
  error.document = id;
  return error;
}

std::string name_of(const js::object& document, std::string_view key) {
  const js::value* name = document.if_contains(key);
  return name != nullptr && name->is_string() ? std::string(view(name->get_string())) : std::string();
}

std::string no_such_profile(std::string_view id) {
  const auto known = Profile::built_in_ids();
  const std::string_view near = nearest(id, known);
  if (!near.empty()) return fmt::format("there is no profile '{}' to extend; did you mean '{}'?", shown(id), near);
  return fmt::format("there is no profile '{}' to extend; built in are: {}", shown(id), fmt::join(known, ", "));
}

}  // namespace

std::string_view identity(const js::value& row) noexcept {
  const js::object* object = row.if_object();
  if (object == nullptr) return {};
  for (const char* key : {"id", "field"}) {
    if (const js::value* name = object->if_contains(key); name != nullptr && name->is_string()) {
      return view(name->get_string());
    }
  }
  return {};
}

bool is_table(const js::value& value) noexcept {
  const js::array* rows = value.if_array();
  return rows != nullptr && !rows->empty() &&
         std::all_of(rows->begin(), rows->end(), [](const js::value& row) { return !identity(row).empty(); });
}

Result<Layers> Layers::load(std::string_view json, const ProfileTexts& texts) {
  Layers result;
  std::vector<js::value> documents;
  for (std::string_view next = json;;) {
    auto document = json::parse_document(next, result.merged_.storage());
    const std::string below =
        result.layers_.empty() ? std::string() : name_of(documents.back().get_object(), "extends");
    if (!document) return in_layer(document.error(), below);
    if (!document->is_object()) {
      return in_layer({.kind = ErrorKind::wrong_type, .message = "a profile is a JSON object; write it in { }"}, below);
    }
    const std::string id = name_of(document->get_object(), "id");
    result.layers_.push_back({id, below.empty() ? id : below, std::string(next)});
    documents.push_back(std::move(*document));
    const js::object& top = documents.back().get_object();
    const std::string wanted = name_of(top, "extends");
    if (wanted.empty()) break;
    if (!top.contains("id")) {
      stamp(documents.back(), result.layers_.size() - 1, "");
      return result.locate(top, "", ErrorKind::missing, "'id' is missing here: the name of this profile");
    }
    const auto found = texts(wanted);
    if (!found || result.layers_.size() == max_layers) {
      stamp(documents.back(), result.layers_.size() - 1, "");
      return result.locate(top, "/extends", found ? ErrorKind::contradiction : ErrorKind::unknown_name,
                           found ? "too many profiles extend each other, or in a circle" : no_such_profile(wanted));
    }
    next = *found;
  }
  for (std::size_t layer = documents.size(); layer-- > 0;) result.put_on(std::move(documents[layer]), layer);
  for (const auto& member : result.merged_) {
    if (auto error = result.first_idle_removal(member.value())) return *error;
  }
  return result;
}

void Layers::put_on(js::value document, std::size_t layer) {
  const js::value* channels = document.get_object().if_contains("channels");
  if (channels != nullptr && channels->is_array()) {
    for (const js::value& row : channels->get_array()) channels_.emplace(identity(row));
  }
  stamp(document, layer, "");
  merge(merged_, std::move(document.get_object()));
}

std::vector<ProfileText> Layers::texts() const {
  std::vector<ProfileText> texts;
  texts.reserve(layers_.size());
  for (const Layer& layer : layers_) texts.push_back({layer.name, layer.text});
  return texts;
}

// Removals that found their row are gone with it.
std::optional<Error> Layers::first_idle_removal(const js::value& value) const {
  if (const js::array* rows = value.if_array()) {
    for (const js::value& row : *rows) {
      if (!identity(row).empty() && is_removal(row)) {
        return locate(row.get_object(), "/remove", ErrorKind::unknown_name,
                      fmt::format("there is no '{}' below that could be removed; {}", shown(identity(row)),
                                  nearest_sister(*rows, row)));
      }
      if (auto error = first_idle_removal(row)) return error;
    }
  } else if (const js::object* object = value.if_object()) {
    for (const auto& member : *object) {
      if (member.key() == origin_key) continue;
      if (auto error = first_idle_removal(member.value())) return error;
    }
  }
  return std::nullopt;
}

Layers::Place Layers::place_of(const js::object& object) const {
  const js::array& origin = object.at(origin_key).get_array().back().get_array();
  return {layers_[static_cast<std::size_t>(origin[0].to_number<std::int64_t>())].id, view(origin[1].get_string())};
}

Error Layers::locate(const js::object& object, std::string_view relative, ErrorKind kind, std::string message) const {
  Error error{.kind = kind, .message = std::move(message)};
  const js::array& origins = object.at(origin_key).get_array();
  for (std::size_t i = origins.size(); i-- > 0;) {
    const js::array& origin = origins[i].get_array();
    const Layer& layer = layers_[static_cast<std::size_t>(origin[0].to_number<std::int64_t>())];
    const std::string pointer(view(origin[1].get_string()));
    const json::Places& places = places_.try_emplace(&layer, layer.text).first->second;
    const json::Position here = places.at(pointer);
    const json::Position at = relative.empty() ? here : places.at(pointer + std::string(relative));
    const json::Position known = at.line != 0 ? at : here;
    error.document = layer.id;
    error.path = at.line != 0 ? pointer + std::string(relative) : pointer;
    error.line = known.line;
    error.column = known.column;
    if (at.line != 0) break;
  }
  return error;
}

}  // namespace birthcase::profile
