#include <birthcase/exchange/map.hpp>

#include "built_in_maps.hpp"
#include "make_error.hpp"
#include "map_reader.hpp"
#include "nearest.hpp"

#include <fmt/format.h>

#include <utility>

namespace birthcase::exchange {

std::string_view to_string(Certainty certainty) noexcept {
  switch (certainty) {
    case Certainty::verified:
      return "verified";
    case Certainty::reported:
      return "reported";
    case Certainty::assumed:
      break;
  }
  return "assumed";
}

Result<Map> Map::parse(const Profile& profile, std::string_view json) {
  auto content = MapReader(profile, json).read();
  if (!content) return content.error();
  return Map(profile, std::make_shared<const MapContent>(std::move(*content)));
}

std::vector<std::string_view> Map::built_in_ids() {
  std::vector<std::string_view> ids;
  for (const BuiltInMap& map : built_in_maps()) ids.push_back(map.id());
  return ids;
}

std::optional<std::string_view> Map::built_in_text(std::string_view id) {
  for (const BuiltInMap& map : built_in_maps()) {
    if (map.id() == id) return map.text;
  }
  return std::nullopt;
}

Result<Map> Map::built_in(const Profile& profile, std::string_view id) {
  if (const auto text = built_in_text(id)) return parse(profile, *text);
  return make_error(ErrorKind::unknown_name,
                    fmt::format("there is no such built-in map; use one of: {}", fmt::join(built_in_ids(), ", ")));
}

}  // namespace birthcase::exchange
