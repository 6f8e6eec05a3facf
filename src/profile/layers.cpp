#include "profile/layers.hpp"

#include "json/document.hpp"
#include "nearest.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace birthcase::profile {
namespace {

namespace js = boost::json;

constexpr std::array first_match_tables{"lanes", "promises", "operators", "deliveries", "tolerances", "derivations"};

std::string_view view(const js::string& text) noexcept { return {text.data(), text.size()}; }

// What names a row within its table, or nothing if the value is not such a row.
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

bool is_removal(const js::value& row) noexcept {
  const js::value* remove = row.get_object().if_contains("remove");
  return remove != nullptr && remove->is_bool() && remove->get_bool();
}

// Notes in every object where it was written.
void stamp(js::value& value, std::size_t layer, const std::string& pointer) {
  if (js::array* rows = value.if_array()) {
    for (std::size_t i = 0; i < rows->size(); ++i) stamp((*rows)[i], layer, json::append(pointer, i));
  } else if (js::object* object = value.if_object()) {
    for (auto& member : *object) stamp(member.value(), layer, json::append(pointer, std::string_view(member.key())));
    const js::array origin{layer, js::string_view(pointer)};
    object->insert_or_assign(Layers::origin_key, js::array(1, origin));  // in braces Clang would copy instead of nest
  }
}

void merge(js::object& below, js::object&& above);

void merge_table(js::array& below, js::array&& above, bool first_match) {
  js::array fresh;
  for (js::value& row : above) {
    const auto same = std::find_if(below.begin(), below.end(),
                                   [&row](const js::value& other) { return identity(other) == identity(row); });
    if (same == below.end()) {
      fresh.push_back(std::move(row));
    } else if (is_removal(row)) {
      below.erase(same);
    } else {
      merge(same->get_object(), std::move(row.get_object()));
    }
  }
  const auto where = first_match ? below.begin() : below.end();
  below.insert(where, std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
}

void merge_member(js::value& below, js::value&& above, std::string_view key) {
  if (below.is_object() && above.is_object()) {
    merge(below.get_object(), std::move(above.get_object()));
  } else if (is_table(below) && is_table(above)) {
    const bool first_match =
        std::find(first_match_tables.begin(), first_match_tables.end(), key) != first_match_tables.end();
    merge_table(below.get_array(), std::move(above.get_array()), first_match);
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

Error in_layer(Error error, const std::string& id) {
  error.document = id;
  return error;
}

std::string name_of(const js::object& document, std::string_view key) {
  const js::value* name = document.if_contains(key);
  return name != nullptr && name->is_string() ? std::string(view(name->get_string())) : std::string();
}

}  // namespace

Result<Layers> Layers::load(std::string_view json, const ProfileTexts& texts) {
  Layers result;
  std::vector<js::value> documents;
  for (std::string_view next = json;;) {
    auto document = json::parse_document(next);
    const std::string below =
        result.layers_.empty() ? std::string() : name_of(documents.back().get_object(), "extends");
    if (!document) return in_layer(document.error(), below);
    if (!document->is_object()) {
      return in_layer({.kind = ErrorKind::wrong_type, .message = "a profile is a JSON object; write it in { }"}, below);
    }
    result.layers_.push_back({name_of(document->get_object(), "id"), std::string(next)});
    documents.push_back(std::move(*document));
    const js::object& top = documents.back().get_object();
    const std::string wanted = name_of(top, "extends");
    if (wanted.empty()) break;
    const auto found = texts(wanted);
    if (!found || result.layers_.size() == max_layers) {
      stamp(documents.back(), result.layers_.size() - 1, "");
      return result.locate(
          top, "/extends", found ? ErrorKind::contradiction : ErrorKind::unknown_name,
          found ? "too many profiles extend each other, or in a circle"
                : fmt::format("there is no profile '{}' to extend; see `birthcase profiles`", shown(wanted)));
    }
    next = *found;
  }
  for (std::size_t layer = documents.size(); layer-- > 0;) {
    stamp(documents[layer], layer, "");
    merge(result.merged_, std::move(documents[layer].get_object()));
  }
  return result;
}

Error Layers::locate(const js::object& object, std::string_view relative, ErrorKind kind, std::string message) const {
  Error error{.kind = kind, .message = std::move(message)};
  const js::array& origins = object.at(origin_key).get_array();
  for (std::size_t i = origins.size(); i-- > 0;) {
    const js::array& origin = origins[i].get_array();
    const Layer& layer = layers_[static_cast<std::size_t>(origin[0].to_number<std::int64_t>())];
    const std::string pointer(view(origin[1].get_string()));
    const json::Position here = json::locate(layer.text, pointer);
    const json::Position at = relative.empty() ? here : json::locate(layer.text, pointer + std::string(relative));
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
