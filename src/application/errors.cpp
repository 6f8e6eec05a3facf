#include "application/errors.hpp"

#include "json/document.hpp"
#include "nearest.hpp"

#include <fmt/format.h>

namespace birthcase::application {

std::string no_such(std::string_view what, std::string_view name, std::span<const std::string_view> candidates) {
  if (!json::is_presentable(name)) return fmt::format("there is no such {}; correct the name", what);
  const std::string_view near = nearest(name, candidates);
  if (near.empty()) return fmt::format("there is no {} '{}'; remove or correct it", what, name);
  return fmt::format("there is no {} '{}'; did you mean '{}'?", what, name, near);
}

std::string no_such_id(std::string_view what, std::string_view id, std::span<const std::string_view> candidates) {
  const std::string_view near = nearest(id, candidates);
  if (near.empty()) return fmt::format("the profile has no such {}; remove or correct it", what);
  return fmt::format("the profile has no such {}; did you mean '{}'?", what, near);
}

}  // namespace birthcase::application
